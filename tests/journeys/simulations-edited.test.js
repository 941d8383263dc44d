// The author edits a simulation while somebody is in the middle of it: it is said, nothing is lost, and there is always a
// way on. The edits are made under the learner's feet, in the site that the learner has open.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after } from "node:test";

import { build, copyOfCourse, replace } from "./support/course.js";
import { eventsStored } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { open, reload, shows } from "./support/page.js";
import { situation } from "./support/plot.js";
import { root, sites } from "./support/repository.js";
import { addressOfStage, begin, button, decide, ends, isAt, live, sees, viewOf } from "./support/stage.js";

const SMALL = join(root, "tests/diagnostics/base");
const FILE = "simulaciones/queja.md";
const SITE = "queja";

/** Edits, each by what it replaces. The first option asks about the order; the other erases the comment. */
const EDITS = {
  "words alone": ["Leo abre la bandeja.", "Leo abre la bandeja con el café en la mano."],
  "the worth of an option to come": ["`estrategia.planificacion 0.4` `confianza +5`", "`estrategia.planificacion 0.4` `confianza +25`"],
  "what the first option brings": ["`operacion.escucha 1` `confianza +10`", "`operacion.escucha 1` `confianza +15`"],
  "the first option, which is another now": ["- [x] Preguntar por el pedido", "- [x] Preguntar por la caja"],
  "the last option, which is another now": ["- [ ] Pedir disculpas", "- [ ] Pedir perdón"],
};

after(() => rm(join(sites, SITE), { recursive: true, force: true }));

/** The learner has lived `turns` of the simulation as it was when the author makes an edit; gives it as it is then. */
async function editedAfter(page, url, edit, choices, { read = true, over = false } = {}) {
  await build(SMALL, SITE);
  const view = await viewOf(SITE, "queja");
  await begin(page, url, "queja");
  const turns = turnsOf(view, choices);
  await live(page, view, turns.slice(0, -1));
  const last = turns.at(-1);
  await isAt(page, view, last.node, turns.slice(0, -1));
  await decide(page, view, last);
  await sees(page, view, last);
  if (read) await button(page, "seguir").click();
  await eventsStored(page, "decision", choices.length);
  if (over) await eventsStored(page, "desenlace", 1);

  const copy = await copyOfCourse(SMALL);
  try {
    await replace(copy.folder, FILE, ...EDITS[edit]);
    await build(copy.folder, SITE);
  } finally {
    await copy.remove();
  }
  await open(page, addressOfStage(url, "queja"));
  return viewOf(SITE, "queja");
}

/** The turns of these choices, one for each moment. */
const turnsOf = ({ plot }, choices) =>
  situation(plot, ({ turns }) => turns.length === choices.length && turns.every(({ choice }, place) => choice === choices[place])).turns;

const desk = (page) => page.locator(".entradas");
const CHANGED = "Esta simulación ha cambiado desde que la empezaste.";
const ANYWAY = "Lo anterior queda guardado en cualquier caso.";

journey("words alone: nothing is said, and the run is where it was", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "words alone", [1]);
  await isAt(page, view, 1, turnsOf(view, [1]));
  assert.equal(await page.locator(".teatro .aviso").count(), 0);
});

for (const edit of ["the worth of an option to come", "what the first option brings"]) {
  journey(`${edit}: it is said, and what was decided can be kept`, { site: SITE }, async ({ page, url }) => {
    const view = await editedAfter(page, url, edit, [1]);
    await shows(desk(page), `${CHANGED} Tu decisión sigue valiendo. ${ANYWAY}`);
    await button(page, "conservar").click();
    const turns = turnsOf(view, [1, 1]);
    await isAt(page, view, 1, turns.slice(0, 1));
    await live(page, view, turns.slice(1), { from: turns.slice(0, 1) });
    await ends(page, view, turns);
    await eventsStored(page, "desenlace", 1);
    await eventsStored(page, "decision", 2);
  });
}

journey("it is said again until something is chosen, and what is kept stays kept", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "what the first option brings", [1]);
  await shows(desk(page), CHANGED);
  await reload(page);
  await shows(desk(page), CHANGED);
  await button(page, "conservar").click();
  await isAt(page, view, 1, turnsOf(view, [1]));
  await eventsStored(page, "simulacion", 2);
  await reload(page);
  await isAt(page, view, 1, turnsOf(view, [1]));
});

journey("it can be begun again, and what had been decided stays in the journal", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "what the first option brings", [1]);
  await button(page, "empezar 0").filter({ hasText: "Empezar de nuevo" }).click();
  const turns = turnsOf(view, [0, 1]);
  await live(page, view, turns);
  await ends(page, view, turns);
  await eventsStored(page, "decision", 3);
});

journey("nothing that was decided fits any more: it can only be begun again", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "the first option, which is another now", [1]);
  await shows(desk(page), `${CHANGED} Ninguna de tus decisiones encaja ya en ella, así que hay que empezar de nuevo. ${ANYWAY}`);
  assert.equal(await button(page, "conservar").count(), 0);
  await button(page, "empezar 0").click();
  const turns = turnsOf(view, [1, 2]);
  await live(page, view, turns);
  await ends(page, view, turns);
});

journey("only the first decision fits: it is said in the singular", { site: SITE }, async ({ page, url }) => {
  await editedAfter(page, url, "the last option, which is another now", [1, 1], { read: false });
  await shows(desk(page), `${CHANGED} De tus 2 decisiones, la primera sigue valiendo; después hay que decidir otra vez. ${ANYWAY}`);
});

journey("only the first decision fits: the one that does not can be decided again", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "the last option, which is another now", [1, 1], { read: false });
  await button(page, "conservar").click();
  const turns = turnsOf(view, [1, 2]);
  await isAt(page, view, 1, turns.slice(0, 1));
  await live(page, view, turns.slice(1), { from: turns.slice(0, 1) });
  await ends(page, view, turns);
});

journey("a run that had come to its end is not opened again by an edit: it can be repeated", { site: SITE }, async ({ page, url }) => {
  const view = await editedAfter(page, url, "the last option, which is another now", [1, 1], { over: true });
  await shows(button(page, "empezar 0"), "Repetir la simulación");
  assert.ok(!(await desk(page).innerText()).includes(CHANGED));
  await button(page, "empezar 0").click();
  const turns = turnsOf(view, [1, 2]);
  await live(page, view, turns);
  await ends(page, view, turns);
});
