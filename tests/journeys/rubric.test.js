// The rubric of the project: rating oneself, changing it, coming back to it, and its staying out of the scales.

import assert from "node:assert/strict";

import { answer } from "./support/cases.js";
import { eventsIn, eventsStored, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { holdModule, open, propsOf, reload, shows } from "./support/page.js";
import { openProfile } from "./support/profile.js";

const LESSON = "lecciones/m10-l5/";

const level = (page, key, value) => page.locator(`.autoevaluacion input[name="${key}"][value="${value}"]`);
const told = (page) => page.locator(".autoevaluacion [role='status']");
const marked = (page) => page.locator(".autoevaluacion input:checked").evaluateAll((all) => Object.fromEntries(all.map(({ name, value }) => [name, Number(value)])));

async function criteria(page) {
  const [{ view }] = await propsOf(page, "SelfRating");
  return view.criteria;
}

/** Goes on with the lesson once what was kept is on the page. */
async function comeBack(page, words) {
  await reload(page);
  await shows(told(page), words);
}

journey("rating, changing it and coming back: what was rated last is what is marked", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const [one, other, ...rest] = await criteria(page);
  await shows(told(page), "Aún no has valorado ningún criterio.");
  await level(page, one.key, 2).click();
  await shows(told(page), `Has valorado 1 de ${rest.length + 2} criterios.`);
  await level(page, other.key, 4).click();
  await level(page, one.key, 3).click();
  await eventsStored(page, "rubrica", 3);
  await comeBack(page, `Has valorado 2 de ${rest.length + 2} criterios. Tu valoración está guardada.`);
  assert.deepEqual(await marked(page), { [one.key]: 3, [other.key]: 4 });
  const kept = eventsIn(await storedLines(page), "rubrica");
  assert.deepEqual(kept.map(({ leccion, criterio, nivel }) => [leccion, criterio, nivel]), [
    ["m10-l5", one.key, 2],
    ["m10-l5", other.key, 4],
    ["m10-l5", one.key, 3],
  ]);
});

journey("with every criterion rated it says so", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const all = await criteria(page);
  for (const [place, { key }] of all.entries()) await level(page, key, 1 + (place % 4)).click();
  await shows(told(page), "Has valorado todos los criterios. Tu valoración está guardada.");
  await eventsStored(page, "rubrica", all.length);
  await comeBack(page, "Has valorado todos los criterios.");
  assert.deepEqual(await marked(page), Object.fromEntries(all.map(({ key }, place) => [key, 1 + (place % 4)])));
});

journey("each criterion has its levels, as the rubric above writes them", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const bare = (text) => text.replaceAll(/\s+/g, " ").trim();
  const table = await page.locator("#rubrica ~ * table tbody tr, table:has(th:text('Criterio')) tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const groups = await page.locator(".autoevaluacion fieldset").evaluateAll((all) =>
    all.map((one) => [one.querySelector("legend").textContent, ...[...one.querySelectorAll("label span")].map((span) => span.textContent)]),
  );
  assert.equal(groups.length, table.length);
  for (const [place, [name, ...levels]] of table.entries()) {
    assert.equal(bare(groups[place][0]), bare(name));
    for (const [at, words] of levels.entries()) assert.ok(bare(groups[place][at + 1]).endsWith(bare(words)), `${name}: ${words}`);
  }
});

journey("the scales of the profile do not move", {}, async ({ page, url }) => {
  await open(page, `${url}lecciones/m02-l1/`);
  for (const id of ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"]) await answer(page, id);
  await open(page, `${url}lecciones/m02-l2/`);
  await answer(page, "m02-natacion");
  const before = await openProfile(page, url, 5);
  assert.match(before.scales[0], /\d+ a \d+/, "there is a number that could move");
  await open(page, url + LESSON);
  const all = await criteria(page);
  for (const { key } of all) await level(page, key, 1).click();
  await eventsStored(page, "rubrica", all.length);
  assert.deepEqual(await openProfile(page, url, 5), before);
});

journey("what is rated in one tab shows in the other when it is opened again, and both count the same", {}, async ({ page, context, url }) => {
  const other = await context.newPage();
  await open(other, url + LESSON);
  await open(page, url + LESSON);
  const [{ key }, ...rest] = await criteria(page);
  await level(page, key, 2).click();
  await shows(told(other), `Has valorado 1 de ${rest.length + 1} criterios.`);
  await other.bringToFront();
  await reload(other);
  await shows(told(other), "Has valorado 1 de");
  assert.deepEqual(await marked(other), { [key]: 2 });
});

journey("a level marked before waking is rated", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const [{ key }] = await criteria(page);
  const wake = await holdModule(page);
  await page.goto(url + LESSON, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/aula-")));
  await level(page, key, 3).click();
  await wake();
  await eventsStored(page, "rubrica", 1);
  await shows(told(page), "Has valorado 1 de");
  assert.deepEqual(await marked(page), { [key]: 3 });
});

journey("with the keyboard: the arrows change the level, and the focus stays", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const [{ key }] = await criteria(page);
  await level(page, key, 1).focus();
  await page.keyboard.press("Space");
  for (const value of [2, 3]) {
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(([key, value]) => document.activeElement.name === key && document.activeElement.value === String(value), [key, value]);
  }
  await eventsStored(page, "rubrica", 3);
  assert.deepEqual(await marked(page), { [key]: 3 });
});
