// The whole way of a learner, by keyboard alone: read, decide four cases, come back, look at the profile, take the data
// away, erase it, bring it back, and go on where the reading stopped.

import assert from "node:assert/strict";

import { bestAnswer, caseView, creditShown, notice, verdict, worstOption } from "./support/cases.js";
import { journey } from "./support/journey.js";
import { confirmWithKeyboard, enter, markWithKeyboard, tabTo } from "./support/keyboard.js";
import { answersStored, placeStored } from "./support/journal.js";
import { awake, hasFocus, open, propsOf, reload, remembers, shows } from "./support/page.js";
import { evidenceShown, keeps, openProfile, profileShown, restore, savedCopy, said } from "./support/profile.js";
import { evidenceOn, interval80, overall, spanish } from "./support/scoring.js";

const LESSON = "lecciones/m02-l1/";
const CASES = ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"];

for (const site of ["raiz", "curso"]) {
  journey(`by keyboard alone, at ${site === "raiz" ? "/" : "/curso/"}`, { site, acceptDownloads: true }, async ({ page, url }) => {
    await walkToLesson(page, url);
    const given = await answerCases(page, CASES, (view) => (view.item.id === CASES[0] ? worstOption(view) : bestAnswer(view)));
    await everythingStays(page, given);
    await profileCounts(page, url, given);
    await intervalAppears(page, url, given);
    await copyEraseRestore(page, url, given.length);
    await goOn(page, url);
  });
}

journey("erasing asks first, and the keyboard is on the button that keeps everything", {}, async ({ page, url }) => {
  await openProfile(page, url, 0);
  await enter(page, "#borrar-datos");
  await hasFocus(page, "borrar-no");
  await page.keyboard.press("Enter");
  await hasFocus(page, "borrar-datos");
  await page.locator(".confirma").waitFor({ state: "hidden" });
});

async function walkToLesson(page, url) {
  await open(page, url);
  await enter(page, `.indice a[href$="/modulos/m02/"]`);
  await page.waitForURL(`${url}modulos/m02/`);
  await awake(page);
  await enter(page, `.indice a[href$="/${LESSON}"]`);
  await page.waitForURL(`${url}${LESSON}`);
  await awake(page);
}

/** Answers each case and checks that the verdict is announced; gives the items with their answers. */
async function answerCases(page, ids, choose) {
  const given = [];
  for (const id of ids) {
    const view = await caseView(page, id);
    const answer = choose(view);
    await markWithKeyboard(page, view, answer);
    await confirmWithKeyboard(page, id);
    given.push({ item: view.item, answer });
    await announced(page, view, answer);
  }
  return given;
}

/** The region that announces the verdict holds the credit and its why. */
async function announced(page, view, answer) {
  const region = verdict(page, view.item.id);
  assert.equal(await region.getAttribute("role"), "status");
  assert.equal(await creditShown(page, view.item.id), overall(view.item, answer));
  const why = await region.locator(".prosa").innerText();
  assert.ok(why.length > 20, `a why: «${why}»`);
}

/** After a reload every case is answered and stands where it stood before its answer was read. */
async function everythingStays(page, given) {
  await page.addInitScript(() => {
    const heights = () => [...document.querySelectorAll(".caso, .decision > *")].map((part) => part.offsetTop);
    document.addEventListener("DOMContentLoaded", () => (window.heights = { then: heights(), now: heights }));
  });
  await reload(page);
  for (const { item, answer } of given) {
    await remembers(page, item.id);
    await shows(notice(page, item.id), `Respondida: ${overall(item, answer)} de 1 punto.`);
  }
  const { then, now } = await page.evaluate(() => ({ then: window.heights.then, now: window.heights.now() }));
  assert.deepEqual(now, then);
}

const isStrategy = (competency) => competency.startsWith("estrategia.");
const isOperation = (competency) => competency.startsWith("operacion.");

/** The profile says how much evidence there is, and nothing more yet. */
async function profileCounts(page, url, given) {
  await enter(page, `.nav a[href$="/perfil/"]`);
  await page.waitForURL(`${url}perfil/`);
  await awake(page);
  await keeps(page, given.length);
  const strategy = evidenceOn(given, isStrategy);
  assert.ok(strategy.total < 4, "this lesson alone does not reach an interval");
  assert.equal(await evidenceShown(page, "estrategia"), spanish(strategy.total, 1));
  assert.equal(await evidenceShown(page, "operacion"), spanish(evidenceOn(given, isOperation).total, 1));
  assert.equal(await page.locator(`[aria-labelledby="escala-estrategia"] .cifra`).innerText(), "–");
  await competencyCounts(page, given);
}

async function competencyCounts(page, given) {
  const [{ view }] = await propsOf(page, "Profile");
  for (const { id, name } of view.competencies) {
    const { total } = evidenceOn(given, (competency) => competency === id);
    const line = page.locator(".comp li", { has: page.getByText(name, { exact: true }) });
    assert.equal(await line.locator(".meta").innerText(), `Aún sin evidencia suficiente: ${spanish(total, 1)} de 4`, name);
  }
}

/** One more case takes the strategic scale to four evidences, and its interval appears. */
async function intervalAppears(page, url, given) {
  await open(page, `${url}lecciones/m02-l2/`);
  given.push(...(await answerCases(page, ["m02-natacion"], bestAnswer)));
  const { pieces, total, cases } = evidenceOn(given, isStrategy);
  assert.ok(total >= 4);
  await openProfile(page, url, given.length);
  const [low, high] = interval80(pieces);
  assert.equal(await page.locator(`[aria-labelledby="escala-estrategia"] .cifra`).innerText(), `${low} a ${high}`);
  assert.equal(await evidenceShown(page, "estrategia"), spanish(total, 1));
  await shows(page.locator(`[aria-labelledby="escala-estrategia"] .nota-i`), `Se apoya en ${cases} casos`);
}

async function copyEraseRestore(page, url, answers) {
  const before = await profileShown(page);
  const copy = await savedCopy(page, () => enter(page, ".copia .boton"));
  const { formato, curso, eventos } = JSON.parse(copy.text);
  assert.deepEqual([formato, curso], ["timon-y-voz-copia", "timon-y-voz"]);
  assert.equal(eventos.filter((line) => JSON.parse(line).que === "respuesta").length, answers);

  await enter(page, "#borrar-datos");
  await hasFocus(page, "borrar-no");
  await enter(page, "#borrar-si");
  await shows(said(page), "Tus datos se han borrado de este navegador.");
  await keeps(page, 0);
  assert.equal(await evidenceShown(page, "estrategia"), "0");
  await hasFocus(page, "borrar-datos");

  await restore(page, copy.text, copy.name);
  await shows(said(page), "Copia restaurada");
  await keeps(page, answers);
  assert.deepEqual(await profileShown(page), before);
  await answersStored(page, answers);
  await openProfile(page, url, answers);
  assert.deepEqual(await profileShown(page), before, "also after coming back");
}

/** «Continuar» leads to the place of the lesson that was reached last. */
async function goOn(page, url) {
  await open(page, `${url}lecciones/m02-l3/`);
  await tabTo(page, "#m02-canal input");
  await page.waitForFunction(() => document.querySelector("#m02-canal input").getBoundingClientRect().top < innerHeight);
  await placeStored(page, "m02-l3", "m02-canal");
  const reached = "m02-canal";
  await open(page, url);
  const onward = page.locator(".adelante a");
  await shows(onward, "Continuar");
  assert.ok((await onward.getAttribute("href")).endsWith(`/lecciones/m02-l3/#${reached}`), await onward.getAttribute("href"));
  await enter(page, ".adelante a");
  await page.waitForURL(`${url}lecciones/m02-l3/#${reached}`);
  await page.waitForFunction((id) => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  }, reached);
}
