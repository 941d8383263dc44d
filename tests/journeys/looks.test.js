// The new pages as they look after something has been done on them: they fit from 320 px up, can be touched, and break no
// rule of WCAG 2.2 AA that a machine can check, by day and by night. As they look at first, they are in `layout.test.js`.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, examItems, handedInLine, lessonItems, worstOf } from "./support/bank.js";
import { answer } from "./support/cases.js";
import { putLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { fits, isAccessible } from "./support/looks.js";
import { open, reload, shows } from "./support/page.js";
import { situation, turnsTo } from "./support/plot.js";
import { draw, drawButton, filterBy } from "./support/practice.js";
import { addressOfStage, begin, button, decide, ends, isAt, linesOfRun, live, option, sees, viewOf } from "./support/stage.js";

const BANK = await bankOf("raiz");
const [TORMENTA, LANZAR, SOLA] = await Promise.all(["tormenta", "lanzar", "sola"].map((id) => viewOf("raiz", id)));
const [DIAGNOSIS, FINAL] = [examItems(BANK, "diagnostico"), examItems(BANK, "final")];

const overstepOf = (view, { node, choice }) => view.nodes[node].choices[choice].overstep;

/** Leaves the lines of another day and opens a page with them. */
async function withLines(page, address, lines) {
  await open(page, address);
  await putLines(page, lines);
  await reload(page);
}

/** What is done, by how the page looks then. */
const LOOKS = {
  "a moment of a simulation": async (page, url) => {
    await begin(page, url, "tormenta");
    await option(page, 1).click();
  },
  "a moment that asks for a hat": async (page, url) => {
    await begin(page, url, "sola");
  },
  "a moment with options that cannot be taken": async (page, url) => {
    const node = LANZAR.plot.nodes.findIndex(({ id }) => id === "lanzar-clics");
    const { turns } = situation(LANZAR.plot, (found) => found.node === node && found.state.values[0] === 200);
    await begin(page, url, "lanzar");
    await live(page, LANZAR, turns);
    await isAt(page, LANZAR, node, turns);
  },
  "what a decision brings": async (page, url) => {
    const [first] = turnsTo(TORMENTA.plot, 0, 0);
    await begin(page, url, "tormenta");
    await decide(page, TORMENTA, first);
    await sees(page, TORMENTA, first);
  },
  "what a decision with a hat brings": async (page, url) => {
    const [first] = turnsTo(SOLA.plot, 0, 0);
    await begin(page, url, "sola");
    await decide(page, SOLA, first);
    await sees(page, SOLA, first);
  },
  "the end of a simulation": async (page, url) => {
    const { turns } = situation(TORMENTA.plot, ({ ending, turns }) => ending !== undefined && turns.some((turn) => overstepOf(TORMENTA, turn)));
    await withLines(page, addressOfStage(url, "tormenta"), linesOfRun(TORMENTA.plot, { run: "antes", turns, debriefed: true }));
    await ends(page, TORMENTA, turns);
    await page.locator(".otros summary").first().click();
  },
  "the end of a simulation with hats": async (page, url) => {
    const turns = turnsTo(SOLA.plot, 0, 1);
    await withLines(page, addressOfStage(url, "sola"), linesOfRun(SOLA.plot, { run: "antes", turns, debriefed: true }));
    await ends(page, SOLA, turns);
  },
  "a simulation that can be repeated": async (page, url) => {
    const turns = turnsTo(TORMENTA.plot, 0, 1);
    await withLines(page, addressOfStage(url, "tormenta"), linesOfRun(TORMENTA.plot, { run: "antes", turns, debriefed: true }));
    await button(page, "mesa").click();
    await page.locator(".otra-silla").waitFor();
  },
  "practice, with its filters open and a session that was left": async (page, url) => {
    await draw(page, url, {}, 5);
    await open(page, `${url}practica/`);
    await shows(page.locator('[aria-label="Empezar una sesión"]'), "Sin terminar");
    await filterBy(page, { competencia: ["operacion.escucha"], modulo: ["m02"], forma: ["ordenar"], faceta: ["privacidad"] });
    await drawButton(page).click();
    await shows(page.locator('[aria-label="Empezar una sesión"] [role="status"]'), "Ningún caso cumple");
  },
  "a case of a session, decided": async (page, url) => {
    const { items } = await draw(page, url, { forma: ["unica"] }, 20);
    await shows(page.locator(".sesion"), "caso 1 de 20");
    await answer(page, items[0]);
  },
  "an exam under way": async (page, url) => {
    await withLines(page, `${url}pruebas/diagnostico/`, DIAGNOSIS.slice(0, 5).map((item) => answeredLine(item, bestOf(item))));
    await page.getByRole("button", { name: "Entregar la prueba" }).click();
    await shows(page.locator(".prueba-mesa"), "Pulsa otra vez");
  },
  "a case of an exam, answered": async (page, url) => {
    const [item] = DIAGNOSIS;
    await withLines(page, `${url}pruebas/diagnostico/${item.id}/`, [answeredLine(item, bestOf(item))]);
    await page.locator('.decision[data-estado="sellada"]').waitFor();
  },
  "the result of an exam": async (page, url) => {
    const lines = [...DIAGNOSIS.map((item) => answeredLine(item, worstOf(item))), ...FINAL.map((item) => answeredLine(item, bestOf(item)))];
    await withLines(page, `${url}pruebas/final/`, [...lines, handedInLine("diagnostico"), handedInLine("final")]);
    await page.locator(".ganado").waitFor();
  },
  "a review with something to do": async (page, url) => {
    const items = lessonItems(BANK).slice(0, 12);
    await withLines(page, `${url}repaso/`, items.map((item, place) => answeredLine(item, place % 2 ? bestOf(item) : worstOf(item), { daysAgo: 3, certainty: 3 })));
    await page.getByRole("button", { name: "Empezar el repaso" }).waitFor();
  },
  "the front page with something to review": async (page, url) => {
    const [item] = lessonItems(BANK);
    await withLines(page, url, [answeredLine(item, worstOf(item), { daysAgo: 3 })]);
    await page.locator(".para-hoy").waitFor();
  },
  "the profile with the chart of certainty": async (page, url) => {
    const items = lessonItems(BANK).slice(0, 15);
    await withLines(page, `${url}perfil/`, items.map((item, place) => answeredLine(item, place % 2 ? bestOf(item) : worstOf(item), { certainty: 1 + (place % 3) })));
    await page.locator(".seguridad").waitFor();
  },
  "a search with many results": async (page, url) => {
    await open(page, `${url}buscar/?q=comunidad`);
    await shows(page.locator(".buscador"), "Los 20 resultados");
  },
  "a rubric with something rated": async (page, url) => {
    await open(page, `${url}lecciones/m10-l5/`);
    await page.locator(".autoevaluacion input").nth(2).click();
    await shows(page.locator(".autoevaluacion"), "Has valorado 1 de");
  },
};

for (const [look, act] of Object.entries(LOOKS)) {
  journey(`${look}: fits at every width, and everything can be touched`, {}, async ({ page, url }) => {
    await act(page, url);
    await fits(page);
  });

  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      journey(`${look}: accessible at ${width}, ${colorScheme}`, { colorScheme, viewport: { width, height: 800 } }, async ({ page, url }) => {
        await act(page, url);
        await isAccessible(page);
      });
    }
  }
}

// What is read on other pages of the same kind.

for (const path of ["simulaciones/lanzar/", "simulaciones/sola/", "simulaciones/lanzar/guion/", "simulaciones/sola/guion/", "pruebas/final/"]) {
  journey(`${path} fits at every width, and breaks no rule`, {}, async ({ page, url }) => {
    await open(page, url + path);
    await fits(page);
    await isAccessible(page);
  });
}

for (const view of [TORMENTA, LANZAR, SOLA]) {
  journey(`every moment of ${view.plot.id} on the way to each end fits at 320 px`, { viewport: { width: 320, height: 800 } }, async ({ page, url }) => {
    const wide = [];
    const look = async (where) => (await page.evaluate(() => document.documentElement.scrollWidth)) > 320 && wide.push(where);
    for (const ending of view.plot.endings.keys()) {
      const turns = turnsTo(view.plot, 0, ending);
      await open(page, addressOfStage(url, view.plot.id));
      if (ending > 0) await button(page, "mesa").click();
      await button(page, "empezar 0").click();
      for (const [place, turn] of turns.entries()) {
        await isAt(page, view, turn.node, turns.slice(0, place));
        await look(view.plot.nodes[turn.node].id);
        await decide(page, view, turn);
        await sees(page, view, turn);
        await look(`${view.plot.nodes[turn.node].id}, afterwards`);
        await button(page, "seguir").click();
      }
      await ends(page, view, turns);
      await look(view.plot.endings[ending].id);
    }
    assert.deepEqual(wide, []);
  });
}
