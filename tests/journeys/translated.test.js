// Pages rewritten under the islands' feet: by a translator (rust-lang/book issue 378) and by a reading aid (issue 398),
// before and after the islands wake. Every form can still be answered, and what is shown is right.

import assert from "node:assert/strict";

import { bankOf } from "./support/bank.js";
import { bestAnswer, caseView, confirmButton, creditShown, mark, verdict } from "./support/cases.js";
import { answersStored } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { prepare, readAloud, stopReading, translate } from "./support/mutations.js";
import { holdModule, open, reload, remembers } from "./support/page.js";
import { evidenceShown, openProfile } from "./support/profile.js";
import { spanish } from "./support/scoring.js";

const LESSONS = {
  "m02-l1": ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"],
  "m02-l2": ["m02-veterinaria"],
  "m02-l3": ["m02-dos-estrenos"],
};

/** What those cases add to a scale, as the profile writes it. */
async function evidenceOf(scale) {
  const items = (await bankOf("raiz")).filter((item) => Object.values(LESSONS).flat().includes(item.id));
  const weights = items.flatMap((item) => item.competencies).filter(([competency]) => competency.startsWith(`${scale}.`));
  return spanish(weights.reduce((total, [, weight]) => total + weight, 0), 1);
}

const MUTATIONS = {
  "translated (rust-book#378)": { change: translate },
  "read aloud (rust-book#398)": { change: readAloud },
  "read aloud and finished (rust-book#398)": { change: readAloud, then: stopReading },
};

/** Loads a lesson whose text is changed while its islands still sleep. */
async function changedBeforeWaking(page, address, { change, then }) {
  const wake = await holdModule(page);
  // By then the loader has run as far as it can without the module. Both tools wait longer than that.
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await change(page);
  await wake();
  await then?.(page);
}

async function changedAfterWaking(page, address, { change, then }) {
  await open(page, address);
  await change(page);
  await then?.(page);
}

/** Decides a case with the changes made again at every step, as these tools do with what is new on the page. */
async function decide(page, id, { change, then }) {
  const view = await caseView(page, id);
  await mark(page, view, bestAnswer(view), (locator) => locator.click());
  await confirmButton(page, id).click();
  await verdict(page, id).locator(".cifra-numero").waitFor();
  await change(page);
  await then?.(page);
  assert.equal(await creditShown(page, id), "1");
}

for (const [name, mutation] of Object.entries(MUTATIONS)) {
  for (const [when, load] of Object.entries({ "before waking": changedBeforeWaking, "after waking": changedAfterWaking })) {
    journey(`${name}, ${when}: every form is answered and counted`, {}, async ({ page, url }) => {
      await prepare(page);
      let answered = 0;
      for (const [lesson, ids] of Object.entries(LESSONS)) {
        await load(page, `${url}lecciones/${lesson}/`, mutation);
        for (const id of ids) await decide(page, id, mutation);
        answered += ids.length;
        await answersStored(page, answered);
      }
      await openProfile(page, url, answered);
      for (const scale of ["estrategia", "operacion"]) {
        assert.equal(await evidenceShown(page, scale), await evidenceOf(scale));
      }
    });
  }

  journey(`${name}: an answered lesson and the profile can still be used`, {}, async ({ page, url }) => {
    const [id] = LESSONS["m02-l1"];
    await prepare(page);
    await open(page, `${url}lecciones/m02-l1/`);
    await decide(page, id, mutation);
    await reload(page);
    await remembers(page, id);
    await mutation.change(page);
    await mutation.then?.(page);
    await confirmButton(page, id).click();
    await verdict(page, id).locator(".cifra-numero").waitFor();
    await page.locator(`#${id} .repetir button`).click();
    await decide(page, id, mutation);

    await openProfile(page, url, 2);
    await mutation.change(page);
    await mutation.then?.(page);
    await page.click("#borrar-datos");
    await page.click("#borrar-si");
    await page.locator(".copia > .meta", { hasText: "Todavía no hay respuestas" }).waitFor();
    assert.equal(await evidenceShown(page, "estrategia"), "0");
  });
}
