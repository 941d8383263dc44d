// Spaced review: what is due today and in which order, which case comes, and where it is told.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, examItems, handedInLine, lessonItems, mainCompetency, objectiveOf, worstOf } from "./support/bank.js";
import { answer, decision } from "./support/cases.js";
import { answersStored, eventsIn, eventsStored, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { awake, open, propsOf, reload, shows } from "./support/page.js";
import { caseHere } from "./support/practice.js";
import { counted } from "./support/profile.js";

const BANK = await bankOf("raiz");

/** The cases of lessons that exercise each behaviour. */
const SIBLINGS = new Map();
for (const item of lessonItems(BANK)) SIBLINGS.set(objectiveOf(item), [...(SIBLINGS.get(objectiveOf(item)) ?? []), item]);

const withSiblings = [...SIBLINGS.values()].filter((items) => items.length >= 2);
const alone = [...SIBLINGS.values()].filter((items) => items.length === 1);

/** A learner who gave these answers, `[item, answer, { daysAgo, certainty }]`, and is on a page. */
async function hasAnswered(page, address, given, more = []) {
  await open(page, address);
  await putLines(page, [...given.map((one) => answeredLine(...one)), ...more]);
  await reload(page);
}

const headline = (page) => page.locator("main [role='status']").first();
const start = (page) => page.getByRole("button", { name: "Empezar el repaso" });

/** The behaviours as they are listed, each with when it comes back. */
const listed = (page) => page.locator(".repasos li").evaluateAll((all) => all.map((one) => [...one.querySelectorAll("span")].map((part) => part.textContent)));

/** The words for the behaviour of an item. */
async function behaviourOf(page, item) {
  const [{ names }] = await propsOf(page, "Review");
  return names.find(({ competency, id }) => competency === mainCompetency(item) && id === item.objective).text;
}

/** Begins the review and waits for its first case; gives the session. */
async function begun(page) {
  await start(page).click();
  await page.waitForURL(/\/casos\/[^/]+\/\?sesion=/);
  await awake(page);
  await eventsStored(page, "sesion", 1);
  return eventsIn(await storedLines(page), "sesion")[0];
}

journey("with nothing answered there is nothing to review, here or on the front page", {}, async ({ page, url }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, url);
  await open(page, `${url}repaso/`);
  await shows(headline(page), "Aún no hay nada que repasar.");
  assert.equal(await start(page).isVisible(), false);
  assert.deepEqual(await listed(page), []);
  assert.deepEqual(asked.filter((address) => /banco-/.test(address)), [], "the items are not fetched for nothing");
  await open(page, url);
  assert.equal(await page.locator(".para-hoy").isVisible(), false);
});

journey("what is due today comes first: the miss that was sure, then the least remembered; the rest by date", {}, async ({ page, url }) => {
  const [sure, missed, hit, doubted, fresh] = withSiblings.map(([first]) => first);
  await hasAnswered(page, `${url}repaso/`, [
    [fresh, bestOf(fresh), { daysAgo: 1 }],
    [doubted, bestOf(doubted), { daysAgo: 1, certainty: 1 }],
    [hit, bestOf(hit), { daysAgo: 5, certainty: 3 }],
    [missed, worstOf(missed), { daysAgo: 30, certainty: 1 }],
    [sure, worstOf(sure), { daysAgo: 2, certainty: 3 }],
  ]);
  await shows(headline(page), "Hoy tocan 3 conductas.");
  const name = (item) => behaviourOf(page, item);
  assert.deepEqual(await listed(page), [
    [await name(sure), "Hoy: fallaste con mucha seguridad"],
    [await name(missed), "Hoy"],
    [await name(hit), "Hoy"],
    // A hit with doubts comes back after 1.3 days; one without, after 2.3.
    [await name(doubted), "Mañana"],
    [await name(fresh), "Dentro de 2 días"],
  ]);

  const { para, items } = await begun(page);
  assert.equal(para, "repaso");
  assert.deepEqual(items.map((id) => objectiveOf(BANK.find((item) => item.id === id))), [sure, missed, hit].map(objectiveOf));
  assert.equal(caseHere(page), items[0]);
  await shows(page.locator(".sesion"), "Repaso · caso 1 de 3");
});

journey("the case that comes is a sibling never seen, and the one answered longest ago when all were", {}, async ({ page, url }) => {
  const [[seen, ...others], [older, newer]] = [withSiblings.find((items) => items.length >= 3), withSiblings.find((items) => items.length === 2)];
  await hasAnswered(page, `${url}repaso/`, [
    [seen, worstOf(seen), { daysAgo: 9 }],
    [newer, worstOf(newer), { daysAgo: 3 }],
    [older, worstOf(older), { daysAgo: 8 }],
  ]);
  await shows(headline(page), "Hoy tocan 2 conductas.");
  const { items } = await begun(page);
  assert.ok(items.includes(others[0].id), `${items} has one of ${seen.id}'s siblings`);
  assert.ok(items.includes(older.id) && !items.includes(newer.id), `${items} has ${older.id}`);
});

journey("a behaviour with one case brings that case again, and it is open", {}, async ({ page, url }) => {
  const [[only]] = alone;
  await hasAnswered(page, `${url}repaso/`, [[only, worstOf(only), { daysAgo: 4 }]]);
  await shows(headline(page), "Hoy toca una conducta.");
  await begun(page);
  assert.equal(caseHere(page), only.id);
  await shows(page.locator(".sesion"), "caso 1 de 1");
  assert.equal(await decision(page, only.id).getAttribute("data-estado"), "abierta");
});

journey("nothing is due: it says when each comes back, and the front page says nothing", {}, async ({ page, url }) => {
  const [[item]] = withSiblings;
  await hasAnswered(page, `${url}repaso/`, [[item, bestOf(item), { daysAgo: 1 }]]);
  await shows(headline(page), "Hoy no toca nada. Abajo ves cuándo vuelve cada conducta.");
  assert.deepEqual(await listed(page), [[await behaviourOf(page, item), "Dentro de 2 días"]]);
  assert.equal(await start(page).isVisible(), false);
  await open(page, url);
  await counted(page);
  assert.equal(await page.locator(".para-hoy").isVisible(), false);
});

journey("the front page says what is due, and leads there", {}, async ({ page, url }) => {
  const [[one], [other]] = withSiblings;
  await hasAnswered(page, url, [[one, worstOf(one), { daysAgo: 3 }]]);
  await shows(page.locator(".para-hoy"), "Hoy toca repasar una conducta");
  await putLines(page, [answeredLine(other, worstOf(other), { daysAgo: 3 })]);
  await reload(page);
  await shows(page.locator(".para-hoy"), "Hoy toca repasar 2 conductas");
  await page.locator(".para-hoy a").click();
  await page.waitForURL(`${url}repaso/`);
});

journey("what is reviewed well is not due any more", {}, async ({ page, url }) => {
  const [[one], [other]] = withSiblings;
  await hasAnswered(page, `${url}repaso/`, [one, other].map((item) => [item, worstOf(item), { daysAgo: 3 }]));
  await shows(headline(page), "Hoy tocan 2 conductas.");
  const { items } = await begun(page);
  await answer(page, items[0]);
  await answersStored(page, 3);
  await page.locator(".sesion a", { hasText: "Dejarla por ahora" }).click();
  await page.waitForURL(`${url}repaso/`);
  await awake(page);
  await shows(headline(page), "Hoy toca una conducta.");
});

journey("more than ten are due: the session takes ten, and says so", {}, async ({ page, url }) => {
  const many = [...SIBLINGS.values()].slice(0, 13).map(([item]) => item);
  await hasAnswered(page, `${url}repaso/`, many.map((item) => [item, worstOf(item), { daysAgo: 3 }]));
  await shows(headline(page), "Hoy tocan 13 conductas; en esta sesión, las 10 más urgentes.");
  assert.equal((await listed(page)).length, 13);
  const { items } = await begun(page);
  assert.equal(items.length, 10);
});

journey("a behaviour that only the exams have is not reviewed: there is no other case of it", {}, async ({ page, url }) => {
  const exam = examItems(BANK, "diagnostico");
  const only = exam.find((item) => item.objective && !SIBLINGS.has(objectiveOf(item)));
  assert.ok(only, "there is one");
  await hasAnswered(page, `${url}repaso/`, [[only, worstOf(only), { daysAgo: 4 }], [withSiblings[0][0], bestOf(withSiblings[0][0]), { daysAgo: 1 }]], [handedInLine("diagnostico", { daysAgo: 3 })]);
  await shows(headline(page), "Hoy no toca nada.");
  assert.equal((await listed(page)).length, 1, "the other one");
});
