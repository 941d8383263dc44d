// Every kind of page fits from 320 px up, can be touched, and breaks no rule of WCAG 2.2 AA that a machine can check.

import assert from "node:assert/strict";
import axe from "axe-core";

import { answer } from "./support/cases.js";
import { journey } from "./support/journey.js";
import { open, shows } from "./support/page.js";
import { KINDS } from "./support/pages.js";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [320, 360, 768, 1280];

/** Pages whose look depends on what the learner has done, each with what is done on it. */
const DONE = {
  "lección con veredictos": ["lecciones/m02-l1/", (page) => all(page, ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"])],
  "lección con pasos y un veredicto": ["lecciones/m02-l2/", (page) => all(page, ["m02-veterinaria", "m02-reparto-plan"])],
  "lección con valoraciones y un veredicto": ["lecciones/m02-l3/", (page) => all(page, ["m02-dos-estrenos"])],
  "lección con una definición abierta": ["lecciones/m02-l1/", openDefinition],
  "perfil con respuestas": ["perfil/", fillProfile],
};

async function all(page, ids) {
  for (const id of ids) await answer(page, id);
}

async function openDefinition(page) {
  const term = page.locator(".termino[popovertarget]").first();
  await term.click();
  await page.locator(`[id="${await term.getAttribute("popovertarget")}"]`).waitFor();
}

async function fillProfile(page) {
  const profile = page.url();
  for (const [lesson, ids] of [["m02-l1", ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"]], ["m02-l2", ["m02-natacion"]]]) {
    await open(page, profile.replace("perfil/", `lecciones/${lesson}/`));
    await all(page, ids);
  }
  await open(page, profile);
  await shows(page.locator(".copia > .meta"), "Hay 5 respuestas");
  await page.click("#borrar-datos");
  await page.locator(".confirma").waitFor();
}

const VIEWS = { ...Object.fromEntries(Object.entries(KINDS).map(([kind, path]) => [kind, [path, async () => {}]])), ...DONE };

for (const [kind, [path, act]] of Object.entries(VIEWS)) {
  journey(`${kind}: fits at every width, and everything can be touched`, {}, async ({ page, url }) => {
    await open(page, url + path);
    await act(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await page.evaluate(tooWide), [], `${width} px: wider than the window`);
      assert.deepEqual(await page.evaluate(tooSmall), [], `${width} px: under 24 px`);
    }
  });

  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      journey(`${kind}: accessible at ${width}, ${colorScheme}`, { colorScheme, viewport: { width, height: 800 } }, async ({ page, url }) => {
        await open(page, url + path);
        await act(page);
        assert.deepEqual(await violations(page), []);
      });
    }
  }
}

/** What sticks out of the window, when anything makes it scroll sideways. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return [`${scrollWidth} > ${clientWidth}`, ...out.slice(-5).map((element) => `${element.tagName}.${element.className}`)];
}

/** Controls less than 24 px wide or high. What stands within a line of text is as high as its line (WCAG 2.5.8). */
function tooSmall() {
  const controls = [...document.querySelectorAll("button, select, summary, input, a[href]")].filter((control) => control.checkVisibility());
  const words = (element) => element.textContent.trim();
  const inText = (control) => {
    const { display } = getComputedStyle(control);
    return display === "inline" || (display.startsWith("inline") && words(control) !== "" && words(control.parentElement) !== words(control));
  };
  const small = controls.filter((control) => {
    if (inText(control)) return false;
    const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
    return width < 24 || height < 24;
  });
  return small.map((control) => control.outerHTML.slice(0, 100));
}

/** Rules broken, each with where. */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), RULES);
  return found.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, any }) => `${target.join(" ")}: ${any.map(({ message }) => message).join("; ")}`.slice(0, 250)),
  }));
}
