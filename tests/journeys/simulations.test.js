// Simulations lived on the page: every ending from every seat by the choices that lead to it, what each moment shows and
// hides, runs that are cut short and go on, and what they leave in the profile and in the course.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { eventsIn, eventsStored, putLines, storedLines } from "./support/journal.js";
import { addressOf, browserThatKeeps, journey } from "./support/journey.js";
import { prepare, translate } from "./support/mutations.js";
import { hasFocus, holdModule, open, reload, shows } from "./support/page.js";
import { evidenceTotal, holds, isFree, situation, situationsBothWays, turnsTo } from "./support/plot.js";
import { restore, said, savedCopy } from "./support/profile.js";
import { spanish } from "./support/scoring.js";
import {
  addressOfStage,
  begin,
  button,
  confirm,
  decide,
  ends,
  hat,
  isAt,
  linesOfRun,
  live,
  option,
  sees,
  viewOf,
} from "./support/stage.js";

const VIEWS = Object.fromEntries(await Promise.all(["tormenta", "lanzar", "sola"].map(async (id) => [id, await viewOf("raiz", id)])));
const { tormenta: TORMENTA, lanzar: LANZAR, sola: SOLA } = VIEWS;
const HATS = ["SMM", "ambas", "CM"];

/** A learner who has lived some turns to their end on another day. The page shows that end. */
async function hasLived(page, url, view, turns) {
  await open(page, addressOfStage(url, view.plot.id));
  await putLines(page, linesOfRun(view.plot, { run: "antes", turns, debriefed: true }));
  await reload(page);
  await ends(page, view, turns);
}

const overstepOf = (view, { node, choice }) => view.nodes[node].choices[choice].overstep;
const decisions = async (page) => eventsIn(await storedLines(page), "decision").map(({ item, opcion }) => [item, opcion]);
const asDecisions = ({ plot }, turns) => turns.map(({ node, choice }) => [plot.nodes[node].id, plot.nodes[node].moves[choice].key]);

// Every ending

for (const [id, view] of Object.entries(VIEWS)) {
  for (const seat of view.plot.seats.keys()) {
    for (const [ending, { title }] of view.plot.endings.entries()) {
      const from = seat === 0 ? "" : ", from the other seat";
      journey(`${id}${from}: «${title}» is reached by the choices that lead to it`, {}, async ({ page, url }) => {
        const turns = turnsTo(view.plot, seat, ending);
        const before = seat === 0 ? [] : turnsTo(view.plot, 0, ending);
        await open(page, addressOfStage(url, id));
        if (seat !== 0) {
          await hasLived(page, url, view, before);
          await button(page, "mesa").click();
        }
        await button(page, `empezar ${seat}`).click();
        await live(page, view, turns, { wearing: HATS[ending] });
        await ends(page, view, turns);
        await shows(page.locator(".final h1"), title);
        await eventsStored(page, "desenlace", seat === 0 ? 1 : 2);
        assert.deepEqual(await decisions(page), asDecisions(view, [...before, ...turns]));
        await roadIsWhole(page, view, turns);
      });
    }
  }
}

/** The end has each decision with every choice that was not taken, and nothing else. */
async function roadIsWhole(page, view, turns) {
  const plain = (html) => page.evaluate((html) => html.map((one) => new DOMParser().parseFromString(one, "text/html").body.textContent.trim()), html);
  const steps = await page.locator(".ruta > li").all();
  assert.equal(steps.length, turns.length);
  for (const [place, turn] of turns.entries()) {
    const { node, choice, before } = turn;
    const { choices } = view.nodes[node];
    const others = [...choices.keys()].filter((other) => other !== choice);
    const listed = await steps[place].locator(".ramas > ul > li").evaluateAll((all) => all.map((one) => one.textContent.trim()));
    assert.equal(listed.length, others.length, view.plot.nodes[node].id);
    for (const [at, other] of others.entries()) {
      const [text, consequence] = await plain([choices[other].text, choices[other].consequence]);
      assert.ok(listed[at].includes(text), `${view.plot.nodes[node].id}: «${text}»`);
      const free = isFree(view.plot, node, other, before);
      assert.equal(listed[at].includes(consequence), free, `${view.plot.nodes[node].id}: «${consequence}»`);
      assert.equal(listed[at].includes("No estaba a tu alcance."), !free);
    }
  }
}

// What each moment shows

for (const [id, view] of Object.entries(VIEWS)) {
  journey(`${id}: every passage with a condition is read when it holds and not when it does not`, {}, async ({ page, url }) => {
    const { plot } = view;
    await begin(page, url, id);
    await eventsStored(page, "simulacion", 1);
    const [{ huella: begun }] = eventsIn(await storedLines(page), "simulacion");
    const met = new Set();
    let at = Date.now();
    for (const seat of plot.seats.keys()) {
      for (const node of plot.nodes.keys()) {
        for (const { turns, state } of situationsBothWays(plot, seat, node)) {
          at += 100;
          await putLines(page, linesOfRun(plot, { run: `situacion-${at}`, seat, begun, turns, at }));
          await reload(page);
          await isAt(page, view, node, turns);
          plot.nodes[node].passages.forEach((when, place) => when && met.add(`${node} ${place} ${holds(when, state)}`));
        }
      }
    }
    const conditional = plot.nodes.flatMap(({ passages }) => passages).filter(Boolean);
    assert.equal(met.size, 2 * conditional.length, "each was met both ways");
  });
}

journey("lanzar: with 200 € left, what costs 1200 € cannot be chosen and says why", {}, async ({ page, url }) => {
  const { plot } = LANZAR;
  const node = plot.nodes.findIndex(({ id }) => id === "lanzar-clics");
  const { turns } = situation(plot, (found) => found.node === node && found.state.values[0] === 200);
  const dear = [...plot.nodes[node].moves.keys()].filter((choice) => plot.nodes[node].moves[choice].needs);
  assert.equal(dear.length, 2);
  await begin(page, url, "lanzar");
  await live(page, LANZAR, turns);
  await isAt(page, LANZAR, node, turns);
  for (const choice of dear) {
    assert.ok(await option(page, choice).isDisabled());
    const reason = page.locator(`[id="${await option(page, choice).getAttribute("aria-describedby")}"]`);
    await shows(reason, "No disponible. No alcanza: la colaboración con Ágata se llevó 2800 € y en la caja quedan 200.");
    // A press on its words marks nothing.
    await option(page, choice).locator("xpath=..").click({ force: true });
    await confirm(page).click({ force: true });
    await shows(page.locator("#falta"), "Elige una opción.");
  }
  assert.equal((await decisions(page)).length, turns.length);
});

journey("lanzar: without the collaboration everything can be chosen, and no reason is given", {}, async ({ page, url }) => {
  const { plot } = LANZAR;
  const node = plot.nodes.findIndex(({ id }) => id === "lanzar-clics");
  const { turns } = situation(plot, (found) => found.node === node && found.state.values[0] >= 1200);
  await begin(page, url, "lanzar");
  await live(page, LANZAR, turns);
  await isAt(page, LANZAR, node, turns);
  assert.equal(await page.locator('input[name="accion"]:disabled').count(), 0);
  assert.equal(await page.locator(".bloqueo").count(), 0);
});

journey("nothing is decided until an option is marked, and it says what is missing", {}, async ({ page, url }) => {
  await begin(page, url, "tormenta");
  await shows(page.locator("#falta"), "Elige una opción.");
  assert.equal(await confirm(page).getAttribute("aria-disabled"), "true");
  await confirm(page).click({ force: true });
  await isAt(page, TORMENTA, 0, []);
  await option(page, 1).click();
  await shows(page.locator("#falta"), "No se puede deshacer.");
  assert.equal(await confirm(page).getAttribute("aria-disabled"), "false");
  assert.deepEqual(await decisions(page), []);
});

// Hats

journey("sola: without a hat nothing is decided; with one, it is told and spoken of", {}, async ({ page, url }) => {
  const { plot } = SOLA;
  const [first] = turnsTo(plot, 0, 1);
  await begin(page, url, "sola");
  await shows(page.locator("#falta"), "Di antes con qué sombrero decides.");
  await option(page, first.choice).click();
  await shows(page.locator("#falta"), "Di antes con qué sombrero decides.");
  await confirm(page).click({ force: true });
  await isAt(page, SOLA, first.node, []);
  assert.deepEqual(await decisions(page), []);

  await hat(page, "CM").click();
  await shows(page.locator("#falta"), "No se puede deshacer.");
  await confirm(page).click();
  await sees(page, SOLA, first);
  await shows(page.locator(".sombrero"), `Decidiste con el sombrero de CM. ${SOLA.nodes[first.node].hat}`);
  await eventsStored(page, "decision", 1);
  assert.deepEqual(eventsIn(await storedLines(page), "decision").map(({ sombrero }) => sombrero), ["cm"]);
});

journey("sola: the end tells the hat that was said beside the one that was called for", {}, async ({ page, url }) => {
  const turns = turnsTo(SOLA.plot, 0, 0);
  const called = { Smm: "SMM", Cm: "CM", Both: "ambas" };
  await begin(page, url, "sola");
  await live(page, SOLA, turns, { wearing: "SMM" });
  await ends(page, SOLA, turns);
  const rows = await page.locator(".tabla tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual(rows, turns.map(({ node }) => [SOLA.plot.nodes[node].title, "SMM", called[SOLA.plot.nodes[node].role]]));
});

journey("sola: the hats change nothing of what the decisions say", {}, async ({ page, context, url }) => {
  const turns = turnsTo(SOLA.plot, 0, 1);
  const profiles = [];
  for (const wearing of HATS) {
    await begin(page, url, "sola");
    await live(page, SOLA, turns, { wearing });
    await ends(page, SOLA, turns);
    await eventsStored(page, "desenlace", 1);
    profiles.push([await evidenceIs(page, url, evidenceOf(SOLA, turns)), await page.locator(".comp li").allInnerTexts()]);
    await page.click("#borrar-datos");
    await page.click("#borrar-si");
    await eventsStored(page, "decision", 0);
  }
  assert.deepEqual(profiles[1], profiles[0]);
  assert.deepEqual(profiles[2], profiles[0]);
});

// What is left of a run

/** What the turns are worth as evidence on each scale, as the profile writes it. */
const evidenceOf = ({ plot }, turns) =>
  ["estrategia", "operacion"].map((scale) => spanish(evidenceTotal(plot, turns, (competency) => competency.startsWith(`${scale}.`)), 1));

/** Opens the profile and waits until its two scales have this much evidence. */
async function evidenceIs(page, url, [strategy, operation]) {
  await open(page, `${url}perfil/`);
  await shows(page.locator('[aria-labelledby="escala-estrategia"] .nota-i'), `llevas ${strategy} de 4`);
  await shows(page.locator('[aria-labelledby="escala-operacion"] .nota-i'), `llevas ${operation} de 4`);
  return page.locator(".escala").allInnerTexts();
}

for (const [id, view] of Object.entries(VIEWS)) {
  journey(`${id}: the first run counts in the profile, and the second is practice`, {}, async ({ page, url }) => {
    const [first, second] = [turnsTo(view.plot, 0, 2), turnsTo(view.plot, 0, 1)];
    assert.notDeepEqual(asDecisions(view, first), asDecisions(view, second));
    await begin(page, url, id);
    await live(page, view, first);
    await ends(page, view, first);
    await shows(page.locator(".hoja-interior"), "Es tu primer recorrido: cada decisión cuenta en tu perfil.");
    await eventsStored(page, "desenlace", 1);
    const evidence = evidenceOf(view, first);
    assert.ok(evidence.every((one) => one !== "0"));
    const profile = await evidenceIs(page, url, evidence);
    const competencies = await page.locator(".comp li").allInnerTexts();

    await open(page, addressOfStage(url, id));
    await button(page, "mesa").click();
    await shows(page.locator(".entradas"), "Como práctica: a tu perfil aporta el primer recorrido.");
    await button(page, "empezar 0").click();
    await live(page, view, second);
    await ends(page, view, second);
    await shows(page.locator(".hoja-interior"), "Ya conocías el desenlace, así que este recorrido es práctica");
    await eventsStored(page, "desenlace", 2);
    assert.deepEqual(await evidenceIs(page, url, evidence), profile);
    assert.deepEqual(await page.locator(".comp li").allInnerTexts(), competencies);
  });
}

journey("what was decided in a simulation is theirs too: the profile does not say that nothing is kept", {}, async ({ page, url }) => {
  const turns = turnsTo(LANZAR.plot, 0, 1).slice(0, 3);
  await begin(page, url, "lanzar");
  await live(page, LANZAR, turns);
  await eventsStored(page, "decision", turns.length);
  await evidenceIs(page, url, evidenceOf(LANZAR, turns));
  assert.doesNotMatch(await page.locator(".copia > .meta").innerText(), /Todavía no hay respuestas/);
});

journey("a run in which everyone decided what was theirs says so", {}, async ({ page, url }) => {
  for (const [id, view] of Object.entries(VIEWS)) {
    const { turns } = situation(view.plot, ({ ending }) => ending !== undefined, { may: (turn) => overstepOf(view, turn) === null });
    await hasLived(page, url, view, turns);
    await shows(page.locator("section", { has: page.locator("h2", { hasText: "Quién decidía" }) }), "cada decisión la tomó quien respondía de ella");
    assert.equal(await page.locator(".cruces").count(), 0, id);
  }
});

journey("a run in which someone decided what was another's names each time, and why", {}, async ({ page, url }) => {
  for (const view of Object.values(VIEWS)) {
    // From the worst that can be done on: as many as there can be.
    const { turns } = situation(view.plot, ({ ending, turns }) => ending !== undefined && turns.filter((turn) => overstepOf(view, turn)).length >= 3);
    const crossed = turns.filter((turn) => overstepOf(view, turn));
    await hasLived(page, url, view, turns);
    const told = page.locator(".cruces > li");
    assert.equal(await told.count(), crossed.length);
    for (const [place, turn] of crossed.entries()) {
      const [why] = await page.evaluate((html) => [new DOMParser().parseFromString(html, "text/html").body.textContent.trim()], overstepOf(view, turn).why);
      await shows(told.nth(place), why);
    }
    await shows(page.locator(".hoja-interior .medida"), `${crossed.length} veces, una función decidió lo que era de la otra`);
  }
});

journey("tormenta: the other seat is offered at the end, and not before", {}, async ({ page, url }) => {
  const turns = turnsTo(TORMENTA.plot, 0, 1);
  await open(page, addressOfStage(url, "tormenta"));
  await button(page, "empezar 0").waitFor();
  assert.equal(await page.locator(".otra-silla").count(), 0);
  await button(page, "empezar 0").click();
  await live(page, TORMENTA, turns);
  await ends(page, TORMENTA, turns);
  await button(page, "mesa").click();
  await shows(page.locator(".otra-silla"), TORMENTA.plot.seats[1].title);
  await button(page, "empezar 1").click();
  await isAt(page, TORMENTA, TORMENTA.plot.nodes.findIndex(({ id }) => id === "tormenta-o1"), []);
});

for (const [id, lesson] of [["tormenta", "m08-l5"], ["lanzar", "m07-l5"], ["sola", "m10-l4"]]) {
  journey(`${id}: its lesson is begun with the first moment and done at the end`, {}, async ({ page, url }) => {
    const view = VIEWS[id];
    const turns = turnsTo(view.plot, 0, 2);
    const [module] = lesson.split("-");
    const place = Number(lesson.at(-1)) - 1;
    const state = () => page.locator(".lecciones li").nth(place).locator("i").getAttribute("data-estado");
    await begin(page, url, id);
    await eventsStored(page, "simulacion", 1);
    await open(page, `${url}modulos/${module}/`);
    await page.locator('.lecciones i[data-estado="empezada"]').waitFor();
    assert.equal(await state(), "empezada");
    await open(page, addressOfStage(url, id));
    await live(page, view, turns);
    await ends(page, view, turns);
    await eventsStored(page, "desenlace", 1);
    await open(page, `${url}modulos/${module}/`);
    await page.locator('.lecciones i[data-estado="hecha"]').waitFor();
    assert.equal(await state(), "hecha");
    await open(page, `${url}simulaciones/`);
    await page.locator('.simulaciones i[data-estado="hecha"]').waitFor();
    assert.equal(await page.locator('.simulaciones i:not([data-estado="sin-empezar"])').count(), 1);
  });
}

// Runs that are cut short

journey("tormenta: the tab is closed at a moment, and the same moment is there afterwards", {}, async ({ page, context, url }) => {
  const turns = turnsTo(TORMENTA.plot, 0, 1);
  const [done, rest] = [turns.slice(0, 5), turns.slice(5)];
  await begin(page, url, "tormenta");
  await live(page, TORMENTA, done);
  await isAt(page, TORMENTA, rest[0].node, done);
  // What is only marked is not decided.
  await option(page, rest[0].choice).click();
  await page.close({ runBeforeUnload: false });

  const back = await context.newPage();
  await open(back, addressOfStage(url, "tormenta"));
  await isAt(back, TORMENTA, rest[0].node, done);
  await live(back, TORMENTA, rest, { from: done });
  await ends(back, TORMENTA, turns);
  await eventsStored(back, "desenlace", 1);
  assert.deepEqual(await decisions(back), asDecisions(TORMENTA, turns));
});

journey("lanzar: the tab crashes right after a decision, and the decision is there once", {}, async ({ page, context, url }) => {
  const turns = turnsTo(LANZAR.plot, 0, 1);
  const [done, rest] = [turns.slice(0, 4), turns.slice(4)];
  await begin(page, url, "lanzar");
  await live(page, LANZAR, done.slice(0, 3));
  await decide(page, LANZAR, done[3]);
  await sees(page, LANZAR, done[3]);
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;

  const back = await context.newPage();
  await open(back, addressOfStage(url, "lanzar"));
  await isAt(back, LANZAR, rest[0].node, done);
  assert.deepEqual(await decisions(back), asDecisions(LANZAR, done));
  await live(back, LANZAR, rest, { from: done });
  await ends(back, LANZAR, turns);
  await eventsStored(back, "desenlace", 1);
  assert.deepEqual(await decisions(back), asDecisions(LANZAR, turns));
});

test("sola: the browser is closed for the night, and the same moment is there the next day", { timeout: 120_000 }, async () => {
  const url = await addressOf("raiz");
  const folder = await mkdtemp(join(tmpdir(), "timon-navegador-"));
  const turns = turnsTo(SOLA.plot, 0, 1);
  const [done, rest] = [turns.slice(0, 3), turns.slice(3)];
  let context = await browserThatKeeps(folder);
  try {
    const page = await context.newPage();
    await begin(page, url, "sola");
    await live(page, SOLA, done);
    await isAt(page, SOLA, rest[0].node, done);
    await context.close();

    context = await browserThatKeeps(folder);
    const back = await context.newPage();
    await open(back, addressOfStage(url, "sola"));
    await isAt(back, SOLA, rest[0].node, done);
    await live(back, SOLA, rest, { from: done });
    await ends(back, SOLA, turns);
    await eventsStored(back, "desenlace", 1);
    assert.deepEqual(await decisions(back), asDecisions(SOLA, turns));
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
});

journey("the end stays the end: coming back shows it again, and it is noted once", {}, async ({ page, url }) => {
  const turns = turnsTo(LANZAR.plot, 0, 2);
  await begin(page, url, "lanzar");
  await live(page, LANZAR, turns);
  await ends(page, LANZAR, turns);
  await eventsStored(page, "desenlace", 1);
  await reload(page);
  await ends(page, LANZAR, turns);
  assert.equal(eventsIn(await storedLines(page), "desenlace").length, 1);
});

journey("«Empezar» pressed before waking does not begin again a run that was under way", {}, async ({ page, url }) => {
  const turns = turnsTo(LANZAR.plot, 0, 1).slice(0, 2);
  await begin(page, url, "lanzar");
  await live(page, LANZAR, turns);
  await eventsStored(page, "decision", 2);
  const wake = await holdModule(page);
  await page.goto(addressOfStage(url, "lanzar"), { waitUntil: "domcontentloaded" });
  // The page that comes before waking is everyone's: it offers to begin.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/aula-")));
  await button(page, "empezar 0").click();
  await wake();
  await isAt(page, LANZAR, LANZAR.plot.nodes.findIndex(({ id }) => id === "lanzar-reparto"), turns);
  assert.equal(eventsIn(await storedLines(page), "simulacion").length, 1);
});

journey("the keyboard follows the story: each moment and each outcome takes the focus", {}, async ({ page, url }) => {
  const [first] = turnsTo(TORMENTA.plot, 0, 1);
  await open(page, addressOfStage(url, "tormenta"));
  await button(page, "empezar 0").click();
  await hasFocus(page, "momento");
  await decide(page, TORMENTA, first);
  await sees(page, TORMENTA, first);
  await hasFocus(page, "momento");
  await button(page, "seguir").click();
  await page.locator(".decidir").waitFor();
  await hasFocus(page, "momento");
});

journey("a run taken to another device goes on at the same moment", { acceptDownloads: true }, async ({ page, context, url }) => {
  const turns = turnsTo(SOLA.plot, 0, 1);
  const [done, rest] = [turns.slice(0, 4), turns.slice(4)];
  await begin(page, url, "sola");
  await live(page, SOLA, done, { wearing: "CM" });
  await eventsStored(page, "decision", done.length);
  await open(page, `${url}perfil/`);
  const { text } = await savedCopy(page);

  const elsewhere = await context.browser().newContext({ locale: "es-ES" });
  try {
    const other = await elsewhere.newPage();
    await open(other, `${url}perfil/`);
    await restore(other, text);
    await shows(said(other), "Copia restaurada");
    await open(other, addressOfStage(url, "sola"));
    await isAt(other, SOLA, rest[0].node, done);
    await live(other, SOLA, rest, { from: done });
    await ends(other, SOLA, turns);
  } finally {
    await elsewhere.close();
  }
});

journey("a browser that keeps nothing: it is told, and the simulation goes on to its end", {}, async ({ page, url }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  const turns = turnsTo(LANZAR.plot, 0, 1);
  await begin(page, url, "lanzar");
  await shows(page.locator(".aviso-datos"), "Este navegador no ofrece almacenamiento");
  await live(page, LANZAR, turns);
  await ends(page, LANZAR, turns);
});

journey("a page translated at every step goes on telling the story", {}, async ({ page, url }) => {
  const turns = turnsTo(SOLA.plot, 0, 1).slice(0, 3);
  await prepare(page);
  await begin(page, url, "sola");
  for (const [place, turn] of turns.entries()) {
    await isAt(page, SOLA, turn.node, turns.slice(0, place));
    await translate(page);
    await decide(page, SOLA, turn);
    await sees(page, SOLA, turn);
    await translate(page);
    await button(page, "seguir").click();
  }
  await isAt(page, SOLA, 3, turns);
});

// Two tabs

journey("two tabs: erasing in one takes the other back to the beginning", {}, async ({ page, context, url }) => {
  const other = await context.newPage();
  await begin(other, url, "tormenta");
  await live(other, TORMENTA, turnsTo(TORMENTA.plot, 0, 1).slice(0, 1));
  await eventsStored(other, "decision", 1);
  await page.bringToFront();
  await open(page, `${url}perfil/`);
  await page.click("#borrar-datos");
  await page.click("#borrar-si");
  await button(other, "empezar 0").waitFor();
  assert.deepEqual(await storedLines(other), []);
});

journey("two tabs: a decision in one moves the other to the next moment", {}, async ({ page, context, url }) => {
  const turns = turnsTo(TORMENTA.plot, 0, 1);
  await begin(page, url, "tormenta");
  await eventsStored(page, "simulacion", 1);
  const other = await context.newPage();
  await open(other, addressOfStage(url, "tormenta"));
  await isAt(other, TORMENTA, turns[0].node, []);
  await page.bringToFront();
  await decide(page, TORMENTA, turns[0]);
  await sees(page, TORMENTA, turns[0]);
  await other.bringToFront();
  await isAt(other, TORMENTA, turns[1].node, turns.slice(0, 1));
  await decide(other, TORMENTA, turns[1]);
  await sees(other, TORMENTA, turns[1]);
  await page.bringToFront();
  await button(page, "seguir").click();
  await isAt(page, TORMENTA, turns[2].node, turns.slice(0, 2));
  await eventsStored(page, "decision", 2);
});

journey("two tabs that do not hear each other decide the same moment: the first decision counts, in both", {}, async ({ page, context, url }) => {
  await context.addInitScript(() => delete window.BroadcastChannel);
  const turns = turnsTo(TORMENTA.plot, 0, 1);
  const other = await context.newPage();
  await begin(page, url, "tormenta");
  await eventsStored(page, "simulacion", 1);
  await open(other, addressOfStage(url, "tormenta"));
  await isAt(other, TORMENTA, turns[0].node, []);
  await page.bringToFront();
  await decide(page, TORMENTA, turns[0]);
  await eventsStored(page, "decision", 1);
  await other.bringToFront();
  await decide(other, TORMENTA, { ...turns[0], choice: (turns[0].choice + 1) % TORMENTA.plot.nodes[turns[0].node].moves.length });
  await eventsStored(other, "decision", 2);
  for (const tab of [other, page]) {
    await tab.bringToFront();
    await reload(tab);
    await isAt(tab, TORMENTA, turns[1].node, turns.slice(0, 1));
  }
  await live(page, TORMENTA, turns.slice(1), { from: turns.slice(0, 1) });
  await ends(page, TORMENTA, turns);
});

// The script

for (const [id, view] of Object.entries(VIEWS)) {
  journey(`${id}: the script has every moment with every choice, and every end, without scripts`, { javaScriptEnabled: false }, async ({ page, url }) => {
    await page.goto(addressOfStage(url, id));
    await page.getByRole("link", { name: "leer el guion entero" }).click();
    await page.waitForURL(`${url}simulaciones/${id}/guion/`);
    const { nodes, endings } = view.plot;
    assert.deepEqual(await page.locator(".momento-guion h2").allInnerTexts(), nodes.map(({ title }) => title));
    for (const { id: node, moves, title } of nodes) {
      const choices = page.locator(`.momento-guion:has([id="${node}"]) .opciones-guion > li`);
      assert.equal(await choices.count(), moves.length, title);
      const ways = await choices.locator("a", { hasText: "Sigue" }).evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      assert.deepEqual(ways, moves.map(({ to }) => `#${to.Node ?? "fin"}`), title);
    }
    for (const { id: ending, title } of endings) assert.equal(await page.locator(`[id="${ending}"] h3`).innerText(), title);
  });
}
