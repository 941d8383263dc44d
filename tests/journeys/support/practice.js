// Sessions of mixed cases: drawing one, and where one is in it.

import { mainCompetency } from "./bank.js";
import { eventsIn, storedLines } from "./journal.js";
import { awake, open } from "./page.js";

/** The names of the filters on the page, by what they ask of an item. */
const ASKED = {
  competencia: (item, values) => values.includes(mainCompetency(item)),
  modulo: (item, values) => values.includes(item.home.Lesson.module),
  forma: (item, values) => values.includes(item.form),
  faceta: (item, values) => item.facets.some((facet) => values.includes(facet)),
};

/** The items of lessons that meet a filter, `{ modulo: ["m02"], forma: ["unica"] }`, in the order of the course. */
export const admitted = (bank, filter) =>
  bank.filter((item) => item.home.Lesson && Object.entries(filter).every(([name, values]) => ASKED[name](item, values)));

/** Marks a filter on the page of practice, unfolding what has to be. */
export async function filterBy(page, filter) {
  for (const [name, values] of Object.entries(filter)) {
    await page.locator(`details:has(input[name="${name}"]) > summary`).click();
    for (const value of values) await page.locator(`input[name="${name}"][value="${value}"]`).click();
  }
}

export const drawButton = (page) => page.locator('[aria-label="Empezar una sesión"] button', { hasText: "Empezar" });

/** Draws a session and goes to its first case; gives the event that tells of it. */
export async function draw(page, url, filter = {}, cases = 5) {
  await open(page, `${url}practica/`);
  await filterBy(page, filter);
  await page.locator(`input[name="cuantos"][value="${cases}"]`).click();
  await drawButton(page).click();
  await page.waitForURL(/\/casos\/[^/]+\/\?sesion=/);
  await awake(page);
  return eventsIn(await storedLines(page), "sesion").at(-1);
}

/** The case of the page, by its address. */
export const caseHere = (page) => /\/casos\/([^/]+)\//.exec(page.url())[1];

/** The steps of the session as they are shown: done or pending, and which is the present one. */
export const stepsOfSession = (page) =>
  page.locator(".sesion ol a").evaluateAll((all) => all.map((one) => `${one.dataset.estado}${one.ariaCurrent === "step" ? ", aquí" : ""}`));

/** 64-bit FNV-1a of a text, as the seed of a session is made from its name. */
export function fnv1a(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash;
}

const MASK = (1n << 64n) - 1n;

/** The generator of Steele, Lea and Flood (2014), as published by Vigna. */
function splitMix64(seed) {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return z ^ (z >> 31n);
  };
}

/** A list in the order that a seed gives it: Fisher and Yates, from the last place to the second. */
export function shuffled(list, seed) {
  const random = splitMix64(seed);
  const below = (n) => {
    const least = (MASK + 1n - n) % n;
    for (;;) {
      const number = random();
      if (number >= least) return Number(number % n);
    }
  };
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(BigInt(last) + 1n);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
