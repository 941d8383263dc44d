// The two forms of the test: nothing is judged until one is handed in, handing in says what is missing, and afterwards the
// levels, what was gained and every reason are there.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, examItems, handedInLine, lessonItems, mainCompetency, overallOf, worstOf } from "./support/bank.js";
import { bestAnswer, caseView, confirmButton, decision, mark, notice, unfold, verdict } from "./support/cases.js";
import { answersStored, eventsIn, eventsStored, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { awake, hasFocus, open, reload, shows } from "./support/page.js";
import { draw } from "./support/practice.js";
import { evidenceShown, openProfile } from "./support/profile.js";
import { evidenceOn, gain80, interval80, spanish } from "./support/scoring.js";
import { look } from "./support/search.js";

const BANK = await bankOf("raiz");
const [DIAGNOSIS, FINAL] = [examItems(BANK, "diagnostico"), examItems(BANK, "final")];
const SCALES = { estrategia: "Estratégica", operacion: "Operativa" };

const desk = (url, exam) => `${url}pruebas/${exam}/`;
const handIn = (page) => page.getByRole("button", { name: "Entregar la prueba" });
const result = (page) => page.locator(".resultado-prueba");
const told = (page) => page.locator(".prueba-mesa [role='status']");

/** A learner who answered these items on another day, each with what `choose` gives, and handed these exams in. */
async function hasAnswered(page, address, given, exams = []) {
  await open(page, address);
  await putLines(page, [...given.map(([item, answer]) => answeredLine(item, answer)), ...exams.map((exam) => handedInLine(exam))]);
  await reload(page);
}

const all = (items, choose) => items.map((item) => [item, choose(item)]);

/** What these answers say about a scale. */
const piecesOn = (given, scale) =>
  evidenceOn(given.map(([item, answer]) => ({ item, answer })), (competency) => competency.startsWith(`${scale}.`)).pieces;

/** Every reason of a case, as text. */
function reasonsOf(page, view) {
  const found = [];
  JSON.stringify([view.form, view.explanation], (key, value) => {
    if (["feedback", "not_chosen"].includes(key) && value) found.push(value);
    return value;
  });
  if (view.explanation) found.push(view.explanation);
  return page.evaluate((html) => html.map((one) => new DOMParser().parseFromString(one, "text/html").body.innerText.trim()), found);
}

/** Nothing of the page says what an answer is worth, or why. */
async function judgesNothing(page, id) {
  assert.equal(await verdict(page, id).innerText(), "", id);
  assert.equal(await page.locator(`#${id} .solucion`).isVisible(), false, id);
  assert.equal(await page.locator(`#${id} .repetir`).isVisible(), false, id);
  const words = await page.locator("body").innerText();
  const reasons = await reasonsOf(page, await caseView(page, id));
  assert.ok(reasons.length > 0, `${id} has reasons`);
  for (const reason of reasons) assert.ok(!words.includes(reason), `${id}: «${reason}»`);
  assert.doesNotMatch(words, /de 1 punto|La más defendible|Tu decisión/, id);
}

// Before handing in

journey("the whole diagnosis, case by case: each answer is kept, and nothing is judged", {}, async ({ page, url }) => {
  await open(page, desk(url, "diagnostico"));
  assert.equal(await handIn(page).isVisible(), false, "there is nothing to hand in yet");
  await page.locator(".prueba-mesa a", { hasText: "Empezar" }).click();
  for (const [place, item] of DIAGNOSIS.entries()) {
    const { id } = item;
    await page.waitForURL(`${url}pruebas/diagnostico/${id}/`);
    await awake(page);
    await shows(page.locator(".titular"), `caso ${place + 1} de ${DIAGNOSIS.length}`);
    await judgesNothing(page, id);
    const view = await caseView(page, id);
    await mark(page, view, place % 3 === 0 ? worstOf(item) : bestAnswer(view));
    await confirmButton(page, id).click();
    await shows(notice(page, id), "Guardada. El resultado y los motivos se ven al entregar la prueba.");
    await judgesNothing(page, id);
    const last = place === DIAGNOSIS.length - 1;
    await decision(page, id).locator(".acciones a:visible", { hasText: last ? "Volver a la prueba" : "Siguiente caso" }).click();
  }
  await page.waitForURL(desk(url, "diagnostico"));
  await awake(page);
  await answersStored(page, DIAGNOSIS.length);
  await shows(told(page), "Ya están todos. Al entregar se ven los resultados y los motivos.");
  assert.equal(await result(page).innerText(), "");
  assert.equal(await page.locator('.casos-prueba i[data-estado="hecha"]').count(), DIAGNOSIS.length);

  await handIn(page).click();
  await page.locator("#resultado").waitFor();
  await eventsStored(page, "entrega", 1);
  assert.equal(await handIn(page).isVisible(), false);
  await page.locator(".creditos-prueba a").first().click();
  await page.waitForURL(`${url}pruebas/diagnostico/${DIAGNOSIS[0].id}/`);
  await awake(page);
  await unfold(page, DIAGNOSIS[0].id);
  await page.locator(`#${DIAGNOSIS[0].id} .razones`).waitFor();
});

journey("an answer of an exam stays sealed when the page is opened again", {}, async ({ page, url }) => {
  const [item] = DIAGNOSIS;
  await hasAnswered(page, `${url}pruebas/diagnostico/${item.id}/`, [[item, worstOf(item)]]);
  await page.locator(`#${item.id} .decision[data-estado="sellada"]`).waitFor();
  await judgesNothing(page, item.id);
  await confirmButton(page, item.id).click({ force: true });
  await judgesNothing(page, item.id);
});

journey("without scripts the reasons of a case of an exam are folded", { javaScriptEnabled: false }, async ({ page, url }) => {
  for (const { id, home } of [...DIAGNOSIS, ...FINAL]) {
    await page.goto(`${url}pruebas/${home.Exam}/${id}/`);
    assert.ok((await page.locator(".relato").innerText()).length > 100, id);
    assert.equal(await page.locator(`#${id} .razones`).isVisible(), false, id);
  }
  const [{ id }] = FINAL;
  await page.goto(`${url}pruebas/final/${id}/`);
  await page.locator(`#${id} .solucion > summary`).click();
  await page.locator(`#${id} .razones`).waitFor();
});

journey("until it is handed in, the profile says nothing of how the exam is going", {}, async ({ page, url }) => {
  const before = await openProfile(page, url, 0);
  await hasAnswered(page, desk(url, "diagnostico"), all(DIAGNOSIS, worstOf));
  const { kept, ...after } = await openProfile(page, url, DIAGNOSIS.length);
  assert.deepEqual(after.scales, before.scales);
  assert.deepEqual(after.competencies, before.competencies);
});

journey("until it is handed in, the profile names none of its cases as missed", {}, async ({ page, url }) => {
  // With what was answered in lessons there is enough of every competency for the profile to speak of it.
  const lessons = all(lessonItems(BANK), bestOf);
  await hasAnswered(page, desk(url, "diagnostico"), [...lessons, ...all(DIAGNOSIS, worstOf)]);
  await openProfile(page, url, lessons.length + DIAGNOSIS.length);
  const words = await page.locator(".perfil").innerText();
  for (const { title } of DIAGNOSIS) assert.ok(!words.includes(title), title);
});

journey("until it is handed in, nothing of it is to be reviewed", {}, async ({ page, url }) => {
  const one = lessonItems(BANK).find(({ objective }) => objective);
  await hasAnswered(page, desk(url, "diagnostico"), [...all(DIAGNOSIS, worstOf), [one, bestOf(one)]]);
  await open(page, `${url}repaso/`);
  await shows(page.locator("main [role='status']"), "Hoy no toca nada.");
  assert.equal(await page.locator(".repasos li").count(), 1, "the one of the lesson");
});

// Handing in

journey("handing in with cases missing asks first, and says how many", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "diagnostico"), all(DIAGNOSIS.slice(0, 20), bestOf));
  await shows(told(page), "Faltan 4 casos de 24.");
  await handIn(page).click();
  await shows(told(page), "Faltan 4 casos: quedarán sin contar. Pulsa otra vez para entregar así.");
  assert.deepEqual(eventsIn(await storedLines(page), "entrega"), []);
  assert.equal(await result(page).innerText(), "");
  await handIn(page).click();
  await eventsStored(page, "entrega", 1);
  for (const { title } of DIAGNOSIS.slice(20)) await shows(page.locator(".creditos-prueba li", { hasText: title }), "sin respuesta que cuente");
});

journey("handing in takes the keyboard to the result", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "diagnostico"), all(DIAGNOSIS, bestOf));
  await shows(told(page), "Ya están todos.");
  await handIn(page).press("Enter");
  await page.locator("#resultado").waitFor();
  await hasFocus(page, "resultado");
});

journey("one case missing is told in the singular", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "diagnostico"), all(DIAGNOSIS.slice(1), bestOf));
  await shows(told(page), "Falta 1 caso de 24.");
  await handIn(page).click();
  await shows(told(page), "Falta 1 caso: quedará sin contar.");
});

journey("it goes on at the first case that is missing", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "final"), all([FINAL[0], FINAL[2]], bestOf));
  await page.locator(".prueba-mesa a", { hasText: "Seguir donde lo dejaste" }).click();
  await page.waitForURL(`${url}pruebas/final/${FINAL[1].id}/`);
});

// What it says

/** The levels of an exam, as they should be written. */
const levelsOf = (given) => Object.entries(SCALES).map(([scale, name]) => [name, interval80(piecesOn(given, scale)).join(" a ")]);

const levelsShown = (page) =>
  page.locator(".niveles-prueba section").evaluateAll((all) => all.map((one) => [one.querySelector("h3").textContent, one.querySelector(".cifra").textContent]));

/** One of each two well and the other badly. */
const mixed = (items) => items.map((item, place) => [item, place % 2 === 0 ? bestOf(item) : worstOf(item)]);

for (const [exam, items] of [["diagnostico", DIAGNOSIS], ["final", FINAL]]) {
  journey(`${exam}: a level with its interval for each scale, and the credit of each case`, {}, async ({ page, url }) => {
    const given = mixed(items);
    assert.ok(items.every(({ scenario }) => scenario === null), "each case weighs by itself");
    await hasAnswered(page, desk(url, exam), given, [exam]);
    await page.locator(".niveles-prueba").waitFor();
    assert.deepEqual(await levelsShown(page), levelsOf(given));
    const credits = await page.locator(".creditos-prueba li").allInnerTexts();
    assert.equal(credits.length, items.length);
    for (const [place, [item, answer]] of given.entries()) {
      assert.ok(credits[place].includes(item.title));
      assert.ok(credits[place].includes(spanish(overallOf(item, answer), 2)), `${item.id}: ${credits[place]}`);
    }
    await shows(result(page), exam === "final" ? "hace falta haber entregado antes «Diagnóstico inicial»" : "mide lo que has ganado con «Prueba final»");
  });
}

journey("with too few answers there is no level", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "diagnostico"), all(DIAGNOSIS.slice(0, 2), bestOf), ["diagnostico"]);
  await page.locator(".niveles-prueba").waitFor();
  assert.deepEqual((await levelsShown(page)).map(([, level]) => level), ["–", "–"]);
  await shows(page.locator(".niveles-prueba"), "Aún sin evidencia suficiente");
});

const points = (value) => (value < 0 ? `−${-value}` : `+${value}`);

for (const [name, before, after, words] of [
  ["from badly to well", all(DIAGNOSIS, worstOf), all(FINAL, bestOf), "Has ganado: es casi seguro que tu nivel es más alto que antes."],
  ["alike", mixed(DIAGNOSIS), mixed(FINAL), "Sin diferencia apreciable"],
  ["from well to badly", all(DIAGNOSIS, bestOf), all(FINAL, worstOf), "El resultado es más bajo que el del diagnóstico, y no parece casualidad."],
]) {
  journey(`the diagnosis and the final test, ${name}: what was gained, on both desks`, {}, async ({ page, url }) => {
    await hasAnswered(page, desk(url, "final"), [...before, ...after], ["diagnostico", "final"]);
    for (const exam of ["final", "diagnostico"]) {
      await open(page, desk(url, exam));
      for (const [scale, title] of Object.entries(SCALES)) {
        const [one, other] = [piecesOn(before, scale), piecesOn(after, scale)];
        const { low, middle, high, probability } = gain80(one, other);
        const line = page.locator(".ganado li", { has: page.locator("h3", { hasText: title }) });
        await shows(line, `De ${points(low)} a ${points(high)} puntos (valor central ${points(middle)}), con un 80 % de probabilidad.`);
        await shows(line, `Diagnóstico: ${interval80(one).join(" a ")}. Prueba final: ${interval80(other).join(" a ")}.`);
        await shows(line, words);
        await shows(line, `Probabilidad de haber subido: ${probability} %.`);
      }
    }
  });
}

journey("only one of the two handed in: nothing is said to be gained", {}, async ({ page, url }) => {
  await hasAnswered(page, desk(url, "final"), [...all(DIAGNOSIS, worstOf), ...all(FINAL, bestOf)], ["final"]);
  await page.locator(".niveles-prueba").waitFor();
  assert.equal(await page.locator(".ganado").count(), 0);
  assert.doesNotMatch(await result(page).innerText(), /Has ganado/);
});

journey("what was handed in unanswered stays out, also if it is answered afterwards", {}, async ({ page, url }) => {
  const given = mixed(DIAGNOSIS.slice(0, 22));
  const late = DIAGNOSIS[23];
  await hasAnswered(page, desk(url, "diagnostico"), given, ["diagnostico"]);
  await page.locator(".niveles-prueba").waitFor();
  const levels = await levelsShown(page);
  assert.deepEqual(levels, levelsOf(given));
  await open(page, `${url}pruebas/diagnostico/${late.id}/`);
  const view = await caseView(page, late.id);
  await mark(page, view, bestAnswer(view));
  await confirmButton(page, late.id).click();
  await verdict(page, late.id).locator(".cifra-numero").waitFor();
  await answersStored(page, given.length + 1);
  await open(page, desk(url, "diagnostico"));
  await page.locator(".niveles-prueba").waitFor();
  assert.deepEqual(await levelsShown(page), levels);
  await shows(page.locator(".creditos-prueba li", { hasText: late.title }), "sin respuesta que cuente");
});

journey("an exam that was handed in is evidence in the profile", {}, async ({ page, url }) => {
  const given = mixed(DIAGNOSIS);
  await hasAnswered(page, desk(url, "diagnostico"), given, ["diagnostico"]);
  await openProfile(page, url, given.length);
  for (const scale of Object.keys(SCALES)) {
    const total = piecesOn(given, scale).reduce((sum, { weight }) => sum + weight, 0);
    assert.equal(await evidenceShown(page, scale), spanish(total, 1));
  }
});

// Where its cases are not

journey("the cases of the exams are not drawn in practice, whatever is asked for", {}, async ({ page, url }) => {
  const ids = new Set(lessonItems(BANK).map(({ id }) => id));
  for (const competency of new Set([...DIAGNOSIS, ...FINAL].map(mainCompetency))) {
    const { items } = await draw(page, url, { competencia: [competency] }, 20);
    for (const id of items) assert.ok(ids.has(id), `${competency}: ${id}`);
  }
});

journey("the cases of the exams are not found by searching", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  for (const { title } of [DIAGNOSIS[0], DIAGNOSIS[11], FINAL[0], FINAL[23]]) {
    await look(page, title);
    assert.doesNotMatch(await page.locator(".hallazgos").innerHTML(), /\/pruebas\//, title);
    assert.ok(!(await page.locator(".hallazgos a").allInnerTexts()).includes(title), title);
  }
});

journey("the cases of the exams have no page of their own outside the exam", {}, async ({ page, url }) => {
  const response = await page.goto(`${url}casos/${DIAGNOSIS[0].id}/`);
  assert.equal(response.status(), 404);
});
