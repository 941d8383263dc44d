// The items of the course as the build wrote them for the islands, and what a learner may have done with them another day.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { filesOf } from "./pages.js";
import { sites } from "./repository.js";
import { credit } from "./scoring.js";

/** Every item of a site, without its words. */
export async function bankOf(site) {
  const [file] = (await filesOf(site, ".json")).filter((file) => /\/banco-\w+\.json$/.test(file));
  return JSON.parse(await readFile(join(sites, site, file), "utf8"));
}

export const lessonItems = (bank) => bank.filter(({ home }) => home.Lesson);
export const examItems = (bank, exam) => bank.filter(({ home }) => home.Exam === exam);

/** The competency with most weight; of several alike, the first. */
export function mainCompetency({ competencies }) {
  const most = Math.max(...competencies.map(([, weight]) => weight));
  return competencies.find(([, weight]) => weight === most)[0];
}

/** The behaviour that an item exercises. Items with the same one are siblings. */
export const objectiveOf = (item) => (item.objective === null ? null : `${mainCompetency(item)}/${item.objective}`);

const worth = ([, given]) => given.Same ?? given.PerCompetency.reduce((total, [, credit]) => total + credit, 0);

/** The answer that the course defends, from the key alone. */
export const bestOf = (item) => chosen(item.key, (a, b) => b - a);

/** One of those that it defends least. */
export const worstOf = (item) => chosen(item.key, (a, b) => a - b);

function chosen(key, order) {
  const best = order(1, 0) < 0;
  const [form, rules] = Object.entries(key)[0];
  const sorted = (options) => options.toSorted((a, b) => order(worth(a), worth(b))).map(([option]) => option);
  switch (form) {
    case "Single":
      return { Single: sorted(rules)[0] };
    case "Multiple":
      return { Multiple: sorted(rules.options).slice(0, rules.choose) };
    case "Order":
      return { Order: best ? rules : rules.toReversed() };
    case "Sort": {
      const target = (credits) => rules.targets.toSorted((a, b) => order(credits.get(a) ?? 0, credits.get(b) ?? 0))[0];
      return { Sort: rules.rows.map(([row, credits]) => [row, target(new Map(credits))]) };
    }
    case "Rate": {
      const far = (value) => (value > rules.points / 2 ? 1 : rules.points);
      return { Rate: rules.rows.map(([row, value]) => [row, best ? value : far(value)]) };
    }
  }
}

/** The credit of an answer, all its competencies together. */
export const overallOf = (item, answer) =>
  item.competencies.reduce((total, [competency, weight]) => total + weight * credit(item.key, answer, competency), 0);

const STORED = {
  Single: (option) => ({ forma: "unica", opcion: option }),
  Multiple: (options) => ({ forma: "multiple", opciones: options }),
  Order: (steps) => ({ forma: "ordenar", pasos: steps }),
  Sort: (rows) => ({ forma: "repartir", filas: rows }),
  Rate: (rows) => ({ forma: "valorar", filas: rows }),
};

export const DAY = 86_400_000;

/** The line of an answer given so many days ago. `certainty` goes from 1 to 3. */
export function answeredLine(item, answer, { daysAgo = 1, certainty } = {}) {
  const id = `hace-${daysAgo}-${item.id}`;
  const [[form, parts]] = Object.entries(answer);
  const told = { que: "respuesta", item: item.id, huella: item.fingerprint, respuesta: STORED[form](parts), certeza: certainty };
  return [id, JSON.stringify({ v: 1, id, cuando: Date.now() - daysAgo * DAY, ...told })];
}

/** The line of an exam handed in so many days ago, after the answers of that day. */
export function handedInLine(exam, { daysAgo = 1 } = {}) {
  const id = `entrega-${exam}`;
  return [id, JSON.stringify({ v: 1, id, cuando: Date.now() - daysAgo * DAY + 1000, que: "entrega", prueba: exam })];
}
