// How sure one is: saying it is optional, it is kept with the answer, and it has a chart of its own that moves no scale.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, lessonItems, overallOf, worstOf } from "./support/bank.js";
import { answer, bestAnswer, caseView, confirmButton, mark, verdict } from "./support/cases.js";
import { answersIn, answersStored, eventsStored, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { open, reload, remembers, shows } from "./support/page.js";
import { openProfile } from "./support/profile.js";
import { interval80 } from "./support/scoring.js";

const BANK = await bankOf("raiz");
const LESSON = "lecciones/m02-l1/";
const IDS = ["m02-voluntariado", "m02-tallas", "m02-bodega"];
const LEVELS = ["Poca", "Bastante", "Mucha"];

const certainty = (page, id, words) => page.locator(`#${id} .certeza label`, { hasText: words }).locator("input");
const chart = (page) => page.locator(".seguridad");

journey("it may be left unsaid, and then nothing is kept of it", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  await answer(page, IDS[0]);
  await answersStored(page, 1);
  const [kept] = answersIn(await storedLines(page));
  assert.ok(!("certeza" in kept));
  await openProfile(page, url, 1);
  assert.equal(await chart(page).isVisible(), false);
});

journey("what is said is kept with the answer, from 1 to 3", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  for (const [place, id] of IDS.entries()) {
    await certainty(page, id, LEVELS[place]).click();
    await answer(page, id);
  }
  await answersStored(page, IDS.length);
  const kept = new Map(answersIn(await storedLines(page)).map(({ item, certeza }) => [item, certeza]));
  assert.deepEqual(IDS.map((id) => kept.get(id)), [1, 2, 3]);
});

journey("the last that was said counts, and after deciding it cannot be changed", {}, async ({ page, url }) => {
  const [id] = IDS;
  await open(page, url + LESSON);
  await certainty(page, id, "Poca").click();
  await certainty(page, id, "Mucha").click();
  await answer(page, id);
  await answersStored(page, 1);
  assert.equal(answersIn(await storedLines(page))[0].certeza, 3);
  for (const words of LEVELS) assert.ok(await certainty(page, id, words).isDisabled());
  await reload(page);
  await remembers(page, id);
  for (const words of LEVELS) assert.ok(await certainty(page, id, words).isDisabled());
});

journey("an answer again begins without saying it", {}, async ({ page, url }) => {
  const [id] = IDS;
  await open(page, url + LESSON);
  await certainty(page, id, "Mucha").click();
  await answer(page, id);
  await page.locator(`#${id} .repetir button`).click();
  for (const words of LEVELS) assert.equal(await certainty(page, id, words).isChecked(), false);
  await mark(page, await caseView(page, id), bestAnswer(await caseView(page, id)));
  await confirmButton(page, id).click();
  await shows(verdict(page, id), "Práctica:");
  await answersStored(page, 2);
  assert.deepEqual(answersIn(await storedLines(page)).map(({ certeza }) => certeza).sort(), [3, undefined]);
});

journey("how it stands is told to who cannot see it: a group of three with its name", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  const group = page.getByRole("group", { name: /¿Con cuánta seguridad\?/ }).first();
  assert.equal(await group.getByRole("radio").count(), 3);
});

/** The lines of the chart. */
const lines = (page) => chart(page).locator("li").evaluateAll((all) => all.map((one) => [...one.querySelectorAll("span")].map((part) => part.textContent)));

journey("the profile shows it apart: how often one was right, for each certainty", {}, async ({ page, url }) => {
  const items = lessonItems(BANK).filter(({ form }) => form === "unica");
  const [sure, doubtful] = [items.slice(0, 5), items.slice(5, 7)];
  const given = [
    ...sure.map((item, place) => [item, place < 3 ? bestOf(item) : worstOf(item), { certainty: 3 }]),
    ...doubtful.map((item) => [item, bestOf(item), { certainty: 1 }]),
    ...items.slice(7, 10).map((item) => [item, bestOf(item), {}]),
  ];
  await open(page, `${url}perfil/`);
  await putLines(page, given.map((one) => answeredLine(...one)));
  await openProfile(page, url, given.length);
  await chart(page).waitFor();
  const pieces = given.slice(0, 5).map(([item, answer]) => ({ weight: 1, credit: overallOf(item, answer), floor: 0 }));
  const [low, high] = interval80(pieces);
  const [few, none, some] = await lines(page);
  assert.deepEqual(few, ["Con poca seguridad", "–", "2 respuestas: aún pocas para un número"]);
  assert.deepEqual(none, ["Con bastante seguridad", "–", "0 respuestas: aún pocas para un número"]);
  assert.deepEqual(some.slice(0, 2), ["Con mucha seguridad", `${low} a ${high}`]);
  assert.match(some[2], /^Crédito medio: \d+ de 100 · 5 respuestas$/);
});

journey("it changes no scale: the same answers, said with any certainty or with none, give the same profile", {}, async ({ page, url }) => {
  const items = lessonItems(BANK).filter(({ form }) => form === "unica").slice(0, 12);
  const profiles = [];
  for (const said of [undefined, 1, 2, 3]) {
    await open(page, `${url}perfil/`);
    await putLines(page, items.map((item, place) => answeredLine(item, place % 3 === 0 ? worstOf(item) : bestOf(item), { certainty: said })));
    const { scales, competencies, next } = await openProfile(page, url, items.length);
    // The chart has lines like those of the competencies; those are not of a scale.
    const apart = await chart(page).locator("li").allInnerTexts();
    profiles.push({ scales, next, competencies: competencies.filter((line) => !apart.includes(line)) });
    await page.click("#borrar-datos");
    await page.click("#borrar-si");
    await eventsStored(page, "respuesta", 0);
  }
  for (const other of profiles.slice(1)) assert.deepEqual(other, profiles[0]);
});

journey("a practice answer does not enter the chart", {}, async ({ page, url }) => {
  const [id] = IDS;
  await open(page, url + LESSON);
  await answer(page, id);
  await page.locator(`#${id} .repetir button`).click();
  await certainty(page, id, "Mucha").click();
  const view = await caseView(page, id);
  await mark(page, view, bestAnswer(view));
  await confirmButton(page, id).click();
  await shows(verdict(page, id), "Práctica:");
  await answersStored(page, 2);
  await openProfile(page, url, 2);
  await chart(page).waitFor();
  assert.deepEqual((await lines(page)).map(([, , words]) => words), Array(3).fill("0 respuestas: aún pocas para un número"));
});
