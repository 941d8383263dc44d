// Every kind of page fits from 320 px up, can be touched, and breaks no rule of WCAG 2.2 AA that a machine can check.

import { answer } from "./support/cases.js";
import { journey } from "./support/journey.js";
import { fits, isAccessible } from "./support/looks.js";
import { open, shows } from "./support/page.js";
import { KINDS } from "./support/pages.js";

/** Pages whose look depends on what the learner has done, each with what is done on it. */
const DONE = {
  "lección con veredictos": ["lecciones/m02-l1/", (page) => all(page, ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"])],
  "lección con pasos y un veredicto": ["lecciones/m02-l2/", (page) => all(page, ["m02-veterinaria", "m02-reparto-plan"])],
  "lección con valoraciones y un veredicto": ["lecciones/m02-l3/", (page) => all(page, ["m02-dos-estrenos"])],
  "lección con una definición abierta": ["lecciones/m02-l1/", openDefinition],
  "perfil con respuestas": ["perfil/", fillProfile],
  "análisis de ítems con su informe": ["docente/analisis/", studyExample],
};

async function all(page, ids) {
  for (const id of ids) await answer(page, id);
}

async function studyExample(page) {
  await page.getByRole("button", { name: "Probar con un ejemplo" }).click();
  await page.locator(".informe .items").waitFor();
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
    await fits(page);
  });

  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      journey(`${kind}: accessible at ${width}, ${colorScheme}`, { colorScheme, viewport: { width, height: 800 } }, async ({ page, url }) => {
        await open(page, url + path);
        await act(page);
        await isAccessible(page);
      });
    }
  }
}
