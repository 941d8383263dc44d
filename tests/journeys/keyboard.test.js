// The new pages with a keyboard and nothing else: a whole simulation, a session of practice, an exam handed in, a review.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, examItems, lessonItems, worstOf } from "./support/bank.js";
import { bestAnswer, caseView, notice } from "./support/cases.js";
import { answersStored, eventsIn, eventsStored, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { confirmWithKeyboard, enter, markWithKeyboard, tabTo } from "./support/keyboard.js";
import { awake, hasFocus, open, reload, shows } from "./support/page.js";
import { turnsTo } from "./support/plot.js";
import { caseHere, stepsOfSession } from "./support/practice.js";
import { ends, hat, isAt, sees, viewOf } from "./support/stage.js";

const BANK = await bankOf("raiz");
const VIEWS = Object.fromEntries(await Promise.all(["tormenta", "lanzar", "sola"].map(async (id) => [id, await viewOf("raiz", id)])));

/** Marks a radio of a group, where none is marked, by its place: Tab comes to the first that can be. */
async function choose(page, name, place) {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  const at = () => page.evaluate((name) => [...document.querySelectorAll(`input[name="${name}"]`)].findIndex((one) => one.checked), name);
  // Those that cannot be chosen are passed over by the arrows.
  for (let presses = 0; (await at()) !== place; presses += 1) {
    assert.ok(presses < 10, `the arrows reach ${name} ${place}`);
    await page.keyboard.press("ArrowDown");
  }
}

for (const [id, view] of Object.entries(VIEWS)) {
  journey(`${id}, from the list of simulations to its end, with the keyboard alone`, {}, async ({ page, url }) => {
    const turns = turnsTo(view.plot, 0, 1);
    await open(page, `${url}simulaciones/`);
    await enter(page, `.simulaciones a[href$="/simulaciones/${id}/"]`);
    await page.waitForURL(`${url}simulaciones/${id}/`);
    await awake(page);
    await enter(page, '[data-hacer="empezar 0"]');
    for (const [place, turn] of turns.entries()) {
      await isAt(page, view, turn.node, turns.slice(0, place));
      await hasFocus(page, "momento");
      // SMM, ambas, CM.
      if (view.plot.nodes[turn.node].asks_hat) await choose(page, "sombrero", 1);
      await choose(page, "accion", turn.choice);
      await enter(page, "#actuar");
      await sees(page, view, turn);
      await hasFocus(page, "momento");
      await enter(page, '[data-hacer="seguir"]');
    }
    await ends(page, view, turns);
    await hasFocus(page, "momento");
    await eventsStored(page, "desenlace", 1);
    await enter(page, '[data-hacer="mesa"]');
    await hasFocus(page, "momento");
    await tabTo(page, '[data-hacer="empezar 0"]');
  });
}

journey("the hat is chosen with the arrows, and told as it is marked", {}, async ({ page, url }) => {
  await open(page, `${url}simulaciones/sola/`);
  await enter(page, '[data-hacer="empezar 0"]');
  await page.locator(".decidir").waitFor();
  for (const [place, name] of ["SMM", "ambas", "CM"].entries()) {
    await tabTo(page, 'input[name="sombrero"]');
    if (place === 0) await page.keyboard.press("Space");
    else await page.keyboard.press("ArrowDown");
    assert.ok(await hat(page, name).isChecked());
    await page.locator("#momento").focus();
  }
});

journey("a session of practice, from its filters to its end, with the keyboard alone", {}, async ({ page, url }) => {
  await open(page, `${url}practica/`);
  await enter(page, 'details:has(input[name="forma"]) > summary');
  await tabTo(page, 'input[name="forma"][value="unica"]');
  await page.keyboard.press("Space");
  await tabTo(page, 'input[name="cuantos"]');
  await page.keyboard.press("ArrowUp");
  assert.ok(await page.locator('input[name="cuantos"][value="5"]').isChecked());
  await enter(page, '[aria-label="Empezar una sesión"] button');
  await page.waitForURL(/\/casos\/[^/]+\/\?sesion=/);
  await awake(page);
  const [{ items, sesion }] = eventsIn(await storedLines(page), "sesion");
  assert.equal(items.length, 5);
  for (const [place, id] of items.entries()) {
    assert.equal(caseHere(page), id);
    const view = await caseView(page, id);
    await markWithKeyboard(page, view, bestAnswer(view));
    // How sure one is can be passed by, or said.
    if (place === 0) {
      await tabTo(page, `input[name="certeza-${id}"]`);
      await page.keyboard.press("Space");
    }
    await confirmWithKeyboard(page, id);
    await tabTo(page, `#${id} .veredicto .acciones a`);
    await page.keyboard.press("Enter");
    const last = place === items.length - 1;
    await page.waitForURL(last ? `${url}practica/` : `${url}casos/${items[place + 1]}/?sesion=${sesion}`);
    await awake(page);
  }
  await answersStored(page, 5);
  const said = eventsIn(await storedLines(page), "respuesta").map(({ certeza }) => certeza);
  assert.deepEqual(said, [1, undefined, undefined, undefined, undefined]);
});

journey("the steps of a session lead to its cases", {}, async ({ page, url }) => {
  await open(page, `${url}practica/`);
  await enter(page, '[aria-label="Empezar una sesión"] button');
  await page.waitForURL(/\?sesion=/);
  await awake(page);
  const [{ items, sesion }] = eventsIn(await storedLines(page), "sesion");
  await tabTo(page, ".sesion ol li:nth-child(3) a");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}casos/${items[2]}/?sesion=${sesion}`);
  await awake(page);
  await shows(page.locator(".sesion"), "caso 3 de 10");
  assert.equal((await stepsOfSession(page))[2], "pendiente, aquí");
});

journey("a case of an exam is answered, and the exam handed in, with the keyboard alone", {}, async ({ page, url }) => {
  const exam = examItems(BANK, "diagnostico");
  await open(page, `${url}pruebas/diagnostico/`);
  await putLines(page, exam.slice(1).map((item) => answeredLine(item, bestOf(item))));
  await reload(page);
  await shows(page.locator(".prueba-mesa a"), "Seguir donde lo dejaste");
  await enter(page, ".prueba-mesa a");
  const [{ id }] = exam;
  await page.waitForURL(`${url}pruebas/diagnostico/${id}/`);
  await awake(page);
  const view = await caseView(page, id);
  await markWithKeyboard(page, view, bestAnswer(view));
  await enter(page, `#${id} .confirmar`);
  await shows(notice(page, id), "Guardada.");
  await enter(page, '.titular a[href$="/pruebas/diagnostico/"]');
  await page.waitForURL(`${url}pruebas/diagnostico/`);
  await awake(page);
  await shows(page.locator(".prueba-mesa"), "Ya están todos.");
  await enter(page, ".prueba-mesa button");
  await page.locator("#resultado").waitFor();
  await eventsStored(page, "entrega", 1);
  await tabTo(page, ".creditos-prueba a");
});

journey("a review is begun, and what is found by searching is opened, with the keyboard alone", {}, async ({ page, url }) => {
  const [item] = lessonItems(BANK);
  await open(page, `${url}repaso/`);
  await putLines(page, [answeredLine(item, worstOf(item), { daysAgo: 3 })]);
  await reload(page);
  await shows(page.locator("main [role='status']"), "Hoy toca una conducta.");
  await enter(page, "main .acciones button");
  await page.waitForURL(/\?sesion=/);

  await open(page, `${url}buscar/`);
  await tabTo(page, "#buscar");
  await page.keyboard.type("plan de crisis");
  await shows(page.locator(".hallazgos a"), "plan de crisis");
  await tabTo(page, '.hallazgos a[href$="#plan-de-crisis"]');
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}glosario/#plan-de-crisis`);
});
