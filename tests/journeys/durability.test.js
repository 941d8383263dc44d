// No answer is ever lost: tabs that die, tabs side by side, answers given before the module wakes, pages brought back
// by the browser.

import assert from "node:assert/strict";

import { answer, bestAnswer, caseView, confirmButton, creditShown, mark, notice, unfold, verdict } from "./support/cases.js";
import { answersIn, answersStored, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { awake, open, remembers, shows } from "./support/page.js";
import { openProfile } from "./support/profile.js";

const LESSON = "lecciones/m02-l1/";
const ID = "m02-voluntariado";

journey("the tab is closed without a word right after the verdict", {}, async ({ page, context, url }) => {
  await open(page, url + LESSON);
  await answer(page, ID);
  await page.close({ runBeforeUnload: false });
  await answerIsThere(await context.newPage(), url);
});

journey("the tab crashes right after the verdict", {}, async ({ page, context, url }) => {
  await open(page, url + LESSON);
  await answer(page, ID);
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;
  await answerIsThere(await context.newPage(), url);
});

async function answerIsThere(page, url) {
  await open(page, url + LESSON);
  await remembers(page, ID);
  await shows(notice(page, ID), "Respondida: 1 de 1 punto.");
  await unfold(page, ID);
  assert.equal(await creditShown(page, ID), "1");
}

journey("two tabs: an answer in one shows in the other, and both end alike", {}, async ({ page, context, url }) => {
  const other = await context.newPage();
  await open(page, url + LESSON);
  await open(other, url + LESSON);
  await answer(page, ID);
  await remembers(other, ID);
  await answer(other, "m02-hoteles");
  await remembers(page, "m02-hoteles");
  for (const [tab, id] of [[page, "m02-hoteles"], [other, ID]]) await unfold(tab, id);
  const state = (tab) => tab.locator(".decision").evaluateAll((all) => all.map((one) => [one.dataset.estado, one.innerText]));
  assert.deepEqual(await state(page), await state(other));
  await answersStored(page, 2);
});

journey("two tabs: the profile of one grows with the answers of the other", {}, async ({ page, context, url }) => {
  const profile = await context.newPage();
  await openProfile(profile, url, 0);
  await open(page, url + LESSON);
  await answer(page, ID);
  await shows(profile.locator(".copia > .meta"), "Hay 1 respuesta guardada");
  await shows(profile.locator('[aria-labelledby="escala-estrategia"] .nota-i'), "llevas 1 de 4");
});

journey("two tabs: erasing in one empties the other", {}, async ({ page, context, url }) => {
  const other = await context.newPage();
  await open(other, url + LESSON);
  await answer(other, ID);
  await openProfile(page, url, 1);
  await page.click("#borrar-datos");
  await page.click("#borrar-si");
  await other.locator(`#${ID} .decision[data-estado="abierta"]`).waitFor();
  assert.deepEqual(await storedLines(other), []);
});

/** Holds the module back until told to let it go. */
async function withSlowModule(page) {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const id of [ID, "m02-tallas", "m02-bodega", "m02-hoteles"]) {
  journey(`${id} is marked and confirmed before the module wakes`, {}, async ({ page, url }) => {
    const release = await withSlowModule(page);
    await page.goto(url + LESSON, { waitUntil: "commit" });
    await page.locator(`#${id} .confirmar`).waitFor();
    const view = await caseView(page, id);
    await mark(page, view, bestAnswer(view));
    // Until the module wakes the button is announced as resting, and a press on it is kept.
    await confirmButton(page, id).click({ force: true });
    assert.equal(await verdict(page, id).innerText(), "", "nothing is judged yet");
    release();
    await verdict(page, id).locator(".cifra-numero").waitFor();
    assert.equal(await creditShown(page, id), "1");
    await answersStored(page, 1);
  });
}

journey("an answer confirmed before the module wakes is written even if nothing else happens", {}, async ({ page, url }) => {
  // Without this observer no reading is noted, so nothing that comes later can carry the answer to the shelf.
  await page.addInitScript(() => delete window.IntersectionObserver);
  const release = await withSlowModule(page);
  await page.goto(url + LESSON, { waitUntil: "commit" });
  await page.locator(`#${ID} .opciones input`).nth(2).check();
  await confirmButton(page, ID).click({ force: true });
  release();
  await verdict(page, ID).locator(".cifra-numero").waitFor();
  await awake(page);
  await answersStored(page, 1);
});

journey("an answer marked before the module wakes, and not confirmed, stays marked", {}, async ({ page, url }) => {
  const release = await withSlowModule(page);
  await page.goto(url + LESSON, { waitUntil: "commit" });
  await page.locator(`#${ID} .opciones input`).nth(2).check();
  release();
  await awake(page);
  await shows(notice(page, ID), "Puedes cambiarla hasta que confirmes.");
  assert.ok(await page.locator(`#${ID} .opciones input`).nth(2).isChecked());
  assert.deepEqual(answersIn(await storedLines(page)), []);
});

journey("without the module the page says so and still reads", {}, async ({ page, url, errors }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(url + LESSON);
  await page.waitForFunction(() => document.documentElement.dataset.aula === "ausente");
  await page.locator(".sin-aula", { hasText: "La parte interactiva no ha podido cargarse" }).waitFor();
  await page.locator(`#${ID} .solucion > summary`).click();
  await page.locator(`#${ID} .razones`).waitFor();
  // The cause is told to whoever opens the console, once.
  assert.equal(errors.splice(0).length, 1);
});

journey("back and forward: the page that comes back still has the answer, and takes another", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  await answer(page, ID);
  await open(page, `${url}glosario/`);
  await page.goBack({ waitUntil: "commit" });
  await remembers(page, ID);
  await answer(page, "m02-hoteles");
  await page.goForward({ waitUntil: "commit" });
  await page.locator("h1", { hasText: "Glosario" }).waitFor();
  await page.goBack({ waitUntil: "commit" });
  await remembers(page, "m02-hoteles");
  await answersStored(page, 2);
});

journey("a page brought back learns what was answered meanwhile", {}, async ({ page, context, url }) => {
  await open(page, url + LESSON);
  await page.goto(`${url}glosario/`);
  const other = await context.newPage();
  await open(other, url + LESSON);
  await answer(other, ID);
  await page.goBack({ waitUntil: "commit" });
  await remembers(page, ID);
});

journey("a tab does not answer its own word: what it writes it does not read again", {}, async ({ page, context, url }) => {
  await page.addInitScript(() => {
    window.readings = 0;
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (...args) {
      window.readings += 1;
      return getAll.apply(this, args);
    };
  });
  const other = await context.newPage();
  await open(other, url + LESSON);
  await open(page, url + LESSON);
  await answer(page, ID);
  await remembers(other, ID);
  assert.equal(await page.evaluate(() => window.readings), 1, "the shelf is read once, when the page opens");
});
