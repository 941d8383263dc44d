// A simulation as a learner meets it on the stage: moments, what each decision brings, and the end.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { elementsOf } from "./html.js";
import { open } from "./page.js";
import { holds, start } from "./plot.js";
import { sites } from "./repository.js";

/** What the build gave to the stage of a simulation, read without a browser. */
export async function viewOf(site, simulation) {
  const html = await readFile(join(sites, site, "simulaciones", simulation, "index.html"), "utf8");
  const stage = elementsOf(html).find(({ attributes }) => attributes.get("data-component")?.startsWith("Stage_"));
  return JSON.parse(stage.attributes.get("data-props")).view;
}

export const addressOfStage = (url, simulation) => `${url}simulaciones/${simulation}/`;

/** A button of the stage, by what it does. */
export const button = (page, action) => page.locator(`.teatro [data-hacer="${action}"]`);

/** Opens a simulation and begins it from a seat. */
export async function begin(page, url, simulation, seat = 0) {
  await open(page, addressOfStage(url, simulation));
  await button(page, `empezar ${seat}`).click();
  await page.locator(".decidir").waitFor();
}

/** «Día 1, 09:10». */
const hourOf = ({ day, hour }) => (hour === null ? day : `${day}, ${hour}`);

/** What the heading of a moment says, its hour included. */
const headingOf = (node) => `${hourOf(node)}. ${node.title}`;

const heading = (page, words) => page.waitForFunction((words) => document.querySelector("#momento")?.textContent === words, words);

const valueOf = ({ unit }, value) => (unit === null ? `${value}` : `${value}\u00a0${unit}`);

/** How things stand, as it should be shown: the name, the value and what it was before. */
export function gaugesOf(plot, now, before, since = "antes") {
  return plot.variables.map((variable, place) => {
    const [value, old] = [now.values[place], before.values[place]];
    return [variable.name, valueOf(variable, value), value === old ? "sin cambios" : `${since} ${valueOf(variable, old)}`];
  });
}

/** How things stand, as it is shown. */
export const gaugesShown = (page) =>
  page.locator(".estado > div").evaluateAll((all) =>
    all.map((one) => [one.querySelector("dt").textContent, one.querySelector("dd").firstChild.textContent, one.querySelector("small").textContent]),
  );

/** The passages of a moment that should be read: those whose condition holds. */
const passagesOf = (view, node, state) => view.nodes[node].passages.filter((_, place) => holds(view.plot.nodes[node].passages[place], state));

/** What is read at the moment, and what should be, both as text without blanks. */
const passagesShown = (page, passages) =>
  page.evaluate((passages) => {
    const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
    const bare = (text) => text.replaceAll(/\s+/g, "");
    const message = ({ from, time, detail, text }) => `${time}${plain(text)}${plain(from)}${detail === "" ? "" : `, ${detail}`}`;
    const expected = passages.map((passage) => bare(passage.Prose === undefined ? message(passage.Message) : plain(passage.Prose)));
    const shown = [...document.querySelectorAll(".bandeja .relato-sim, .bandeja .mensajes > li")].map((one) => bare(one.textContent));
    return { shown, expected };
  }, passages);

/** Waits for a moment and checks all that it shows. `turns` are those that led to it. */
export async function isAt(page, view, node, turns) {
  const { plot } = view;
  await heading(page, headingOf(plot.nodes[node]));
  await page.locator(".decidir").waitFor();
  const now = turns.at(-1)?.after ?? start(plot);
  const before = turns.at(-1)?.before ?? now;
  assert.deepEqual(await gaugesShown(page), gaugesOf(plot, now, before), plot.nodes[node].id);
  const { shown, expected } = await passagesShown(page, passagesOf(view, node, now));
  assert.deepEqual(shown, expected, plot.nodes[node].id);
  const free = await page.locator('input[name="accion"]').evaluateAll((all) => all.map((one) => !one.disabled));
  assert.deepEqual(free, plot.nodes[node].moves.map(({ needs }) => holds(needs, now)), plot.nodes[node].id);
}

const click = (locator) => locator.click();

/** The options of the moment and the hats. */
export const option = (page, choice) => page.locator(`input[name="accion"][value="${choice}"]`);
export const hat = (page, name) => page.locator(`input[name="sombrero"][value="${name}"]`);
export const confirm = (page) => page.locator("#actuar");

/** Decides: marks the hat where one is asked for, and the choice, and confirms. */
export async function decide(page, view, { node, choice }, { act = click, wearing = "ambas" } = {}) {
  if (view.plot.nodes[node].asks_hat) await act(hat(page, wearing));
  await act(option(page, choice));
  await act(confirm(page));
}

/** Waits for what a decision brought and checks it. */
export async function sees(page, view, { node, choice, before, after }) {
  const { plot } = view;
  await page.locator(".resultado").waitFor();
  await heading(page, headingOf(plot.nodes[node]));
  const told = view.nodes[node].choices[choice];
  const words = (html) => page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim(), html);
  const shown = (selector) => page.locator(selector).evaluate((one) => one.textContent.trim());
  assert.equal(await shown(".resultado .tomada"), await words(told.text));
  assert.equal(await shown(".resultado .consecuencia"), await words(told.consequence));
  assert.deepEqual(await page.locator(".resultado .delta span").allTextContents(), changesOf(plot, before, after));
  assert.deepEqual(await gaugesShown(page), gaugesOf(plot, after, before), plot.nodes[node].id);
}

/** «Confianza +5», of everything that changed. */
function changesOf(plot, before, after) {
  const changes = plot.variables.flatMap(({ name }, place) => {
    const by = after.values[place] - before.values[place];
    return by === 0 ? [] : [`${name} ${by < 0 ? "−" : "+"}${Math.abs(by)}`];
  });
  return changes.length === 0 ? ["Los indicadores no cambian."] : changes;
}

/**
 * Lives some turns, from the moment at which the page is, checking every moment and every outcome on the way. `from` are
 * the turns that led to that moment.
 */
export async function live(page, view, turns, { from = [], act = click, ...how } = {}) {
  const done = [...from];
  for (const turn of turns) {
    await isAt(page, view, turn.node, done);
    await decide(page, view, turn, { act, ...how });
    await sees(page, view, turn);
    await act(button(page, "seguir"));
    done.push(turn);
  }
}

/** Waits for the end and checks that it is the one reckoned, with things as they stand then. */
export async function ends(page, view, turns) {
  const { plot } = view;
  const now = turns.at(-1).after;
  const ending = plot.endings.find(({ when }) => holds(when, now));
  await heading(page, ending.title);
  await page.locator(".final").waitFor();
  assert.deepEqual(await gaugesShown(page), gaugesOf(plot, now, start(plot), "empezó en"));
}

/** The lines of a run, as another page would have written them. `begun` is the fingerprint of the plot. */
export function linesOfRun(plot, { run, seat = 0, begun = "", turns, debriefed = false, at = 1 }) {
  const { id: simulation } = plot;
  const events = [
    { que: "simulacion", simulacion: simulation, recorrido: run, silla: plot.seats[seat].start, huella: begun },
    ...turns.map(({ node, choice }) => {
      const { id, moves } = plot.nodes[node];
      return { que: "decision", recorrido: run, item: id, huella: "", opcion: moves[choice].key };
    }),
    ...(debriefed ? [{ que: "desenlace", simulacion: simulation, recorrido: run }] : []),
  ];
  return events.map((event, place) => {
    const id = `${run}-${String(place).padStart(3, "0")}`;
    return [id, JSON.stringify({ v: 1, id, cuando: at + place, ...event })];
  });
}
