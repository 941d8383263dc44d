// What a learner does on a slow network, before the module arrives: it counts as if it had been done after.

import assert from "node:assert/strict";

import { answer, bestAnswer, caseView, confirmButton, creditShown, mark, verdict } from "./support/cases.js";
import { answersStored, event, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { prepare, translate } from "./support/mutations.js";
import { holdModule, open, shows } from "./support/page.js";
import { savedCopy } from "./support/profile.js";

const LESSON = "lecciones/m02-l1/";
const ID = "m02-voluntariado";

/** Goes to a page whose module is kept back; gives what lets it come. */
async function asleep(page, address) {
  const wake = await holdModule(page);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  // The loader listens from the moment that it begins to ask for the module.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/aula-")));
  return wake;
}

for (const [name, change] of Object.entries({ "as it came": async () => {}, "translated meanwhile": translate })) {
  journey(`a case marked and confirmed before waking is decided, ${name}`, {}, async ({ page, url }) => {
    await prepare(page);
    const wake = await asleep(page, url + LESSON);
    await change(page);
    await mark(page, await caseView(page, ID), bestAnswer(await caseView(page, ID)), (locator) => locator.click({ force: true }));
    // Asleep, it still says that it is not ready: a finger presses it all the same.
    await confirmButton(page, ID).click({ force: true });
    await wake();
    await verdict(page, ID).locator(".cifra-numero").waitFor();
    assert.equal(await creditShown(page, ID), "1");
    await answersStored(page, 1);
  });
}

journey("a solution opened before waking stays open, and the case does not count", {}, async ({ page, url }) => {
  const wake = await asleep(page, url + LESSON);
  await page.locator(`#${ID} .solucion > summary`).click();
  await wake();
  assert.equal(await page.locator(`#${ID} .solucion`).evaluate((details) => details.open), true);
  await answer(page, ID);
  await shows(verdict(page, ID), "Viste la solución antes de decidir, así que este caso no cuenta en tu perfil.");
  const seen = (await storedLines(page)).map(event).filter(({ que }) => que === "solucion");
  assert.equal(seen.length, 1);
});

journey("a copy asked for before waking holds what was stored", { acceptDownloads: true }, async ({ page, url }) => {
  await open(page, url + LESSON);
  await answer(page, ID);
  await answersStored(page, 1);
  const wake = await asleep(page, `${url}perfil/`);
  const { text } = await savedCopy(page, async () => {
    await page.getByRole("button", { name: "Guardar una copia" }).first().click();
    await wake();
  });
  assert.equal(JSON.parse(text).eventos.map((line) => JSON.parse(line)).filter(({ que }) => que === "respuesta").length, 1);
});
