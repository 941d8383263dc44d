// The course read with scripts off: all of it is there, and nothing is offered that would not work.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { journey } from "./support/journey.js";
import { filesOf, KINDS } from "./support/pages.js";
import { content } from "./support/repository.js";

const OFF = { javaScriptEnabled: false };
const lessons = (await filesOf("raiz", ".html")).filter((file) => file.startsWith("lecciones/"));
const addressOf = (url, file) => url + file.replace(/index\.html$/, "");

journey("every lesson has its prose, and every case its scene, its options and a solution that opens", OFF, async ({ page, url }) => {
  assert.equal(lessons.length, 44);
  const scripts = [];
  for (const file of lessons) {
    await page.goto(addressOf(url, file));
    const prose = await page.locator(".prosa-cuerpo").allInnerTexts();
    // What a lesson with a simulation teaches is lived there, and its script is read.
    const lived = (await page.locator(".entra-sim").count()) > 0;
    assert.ok(wordsIn(prose) > (lived ? 100 : 200), `${file}: prose`);
    if (lived) scripts.push(await page.locator(".entra-sim a").getAttribute("href"));
    await casesAreWhole(page, file);
  }
  assert.equal(scripts.length, 3);
  for (const address of scripts) {
    await page.goto(new URL(`${address}guion/`, url).href);
    assert.ok(wordsIn(await page.locator(".guion-sim").allInnerTexts()) > 2000, `${address}: script`);
  }
});

const wordsIn = (texts) => texts.join(" ").split(/\s+/).length;

/** How many cases the Markdown of a lesson has: the project at the end of the course has none. */
async function casesWritten(file) {
  const [, module, lesson] = /(m\d+)-(l\d+)/.exec(file);
  return (await readFile(join(content, "modulos", module, `${lesson}.md`), "utf8")).split("```ficha").length - 1;
}

async function casesAreWhole(page, file) {
  const cases = await page.locator(".caso").all();
  assert.equal(cases.length, await casesWritten(file), file);
  for (const one of cases) {
    const id = await one.getAttribute("id");
    assert.ok((await one.locator(".relato").innerText()).length > 100, `${id}: scene`);
    assert.ok((await one.locator(".pregunta").innerText()).endsWith("?") || (await one.locator(".pregunta").innerText()).length > 10, id);
    assert.ok((await one.locator(".etiqueta:visible, .paso:visible, select:visible").count()) >= 3, `${id}: options`);
    const reasons = one.locator(".razones");
    assert.equal(await reasons.isVisible(), false, `${id}: folded`);
    await one.locator(".solucion > summary").click();
    await reasons.waitFor();
    for (const why of await reasons.locator(".razon-porque").allInnerTexts()) assert.ok(why.length > 10, `${id}: «${why}»`);
  }
}

journey("steps and rows show their words", OFF, async ({ page, url }) => {
  await page.goto(`${url}lecciones/m02-l2/`);
  for (const step of await page.locator(".paso").allInnerTexts()) assert.ok(step.length > 5);
  for (const row of await page.locator(".fila-texto:visible").allInnerTexts()) assert.ok(row.length > 5);
});

for (const [kind, path] of Object.entries(KINDS)) {
  journey(`${kind}: no button that does nothing, nothing that says it is loading`, OFF, async ({ page, url }) => {
    await page.goto(url + path);
    // The only buttons that work without scripts are those of popovers.
    const buttons = page.locator("button:visible:not([popovertarget])");
    assert.deepEqual(await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.innerText)), []);
    assert.equal(await page.locator('input[type="file"]:visible').count(), 0, "a file that nobody would read");
    assert.doesNotMatch(await page.locator("body").innerText(), /cargando/i);
  });
}

journey("the choice of theme, which is a script's work, is not offered", OFF, async ({ page, url }) => {
  await page.goto(url);
  assert.equal(await page.locator('input[name="tema"]:visible').count(), 0);
});

journey("a term opens its definition, and its button closes it", OFF, async ({ page, url }) => {
  await page.goto(`${url}lecciones/m02-l1/`);
  const terms = await page.locator("[popovertarget].termino").all();
  assert.ok(terms.length >= 4);
  for (const term of terms) {
    const definition = page.locator(`[id="${await term.getAttribute("popovertarget")}"]`);
    await term.click();
    await definition.waitFor();
    assert.ok((await definition.locator("dd").innerText()).length > 20);
    await definition.getByRole("button", { name: "Cerrar" }).click();
    await definition.waitFor({ state: "hidden" });
  }
});

journey("the profile says what it needs", OFF, async ({ page, url }) => {
  await page.goto(`${url}perfil/`);
  const words = page.locator("noscript .aviso");
  await words.waitFor();
  assert.match(await words.evaluate((element) => element.textContent), /necesita JavaScript/);
});
