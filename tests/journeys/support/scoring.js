// What answers are worth and what they say about a level, reckoned here from the published formulas and the slow way,
// so that the product is compared with something that is not itself.

/** Credit of an answer, 0 to 1, for a competency. */
export function credit(key, answer, competency) {
  const [form, rules] = Object.entries(key)[0];
  const worth = ([, given]) => given.Same ?? new Map(given.PerCompetency).get(competency) ?? 0;
  switch (form) {
    case "Single":
      return worth(rules.find(([option]) => option === answer.Single));
    case "Multiple": {
      const best = sum(rules.options.map(worth).sort((a, b) => b - a).slice(0, rules.choose));
      const chosen = rules.options.filter(([option]) => answer.Multiple.includes(option));
      return best > 0 ? sum(chosen.map(worth)) / best : 0;
    }
    case "Order":
      return 1 - sum(rules.map((step, place) => Math.abs(answer.Order.indexOf(step) - place))) / Math.floor(rules.length ** 2 / 2);
    case "Sort": {
      const targets = new Map(answer.Sort);
      return mean(rules.rows.map(([row, credits]) => new Map(credits).get(targets.get(row)) ?? 0));
    }
    case "Rate": {
      const given = new Map(answer.Rate);
      const lost = sum(rules.rows.map(([row, value]) => Math.abs(given.get(row) - value)));
      return 1 - lost / sum(rules.rows.map(([, value]) => Math.max(value - 1, rules.points - value)));
    }
  }
}

/** Credit of an answer to an item as a whole, written as the page writes it. */
export const overall = (item, answer) =>
  spanish(sum(item.competencies.map(([competency, weight]) => weight * credit(item.key, answer, competency))), 2);

/** What answering at random earns: the mean over every answer there is. */
export function floor(key, competency) {
  return mean(everyAnswer(key).map((answer) => credit(key, answer, competency)));
}

function everyAnswer(key) {
  const [form, rules] = Object.entries(key)[0];
  const grid = (values) =>
    rules.rows.reduce((all, [row]) => all.flatMap((rows) => values.map((value) => [...rows, [row, value]])), [[]]);
  switch (form) {
    case "Single":
      return rules.map(([option]) => ({ Single: option }));
    case "Multiple":
      return subsets(rules.options.map(([option]) => option), rules.choose).map((chosen) => ({ Multiple: chosen }));
    case "Order":
      return orders(rules).map((steps) => ({ Order: steps }));
    case "Sort":
      return grid(rules.targets).map((rows) => ({ Sort: rows }));
    case "Rate":
      return grid(Array.from({ length: rules.points }, (_, n) => n + 1)).map((rows) => ({ Rate: rows }));
  }
}

const subsets = ([first, ...rest], n) =>
  n === 0 ? [[]] : first === undefined ? [] : [...subsets(rest, n - 1).map((chosen) => [first, ...chosen]), ...subsets(rest, n)];

const orders = (steps) =>
  steps.length < 2 ? [steps] : steps.flatMap((step) => orders(steps.filter((other) => other !== step)).map((rest) => [step, ...rest]));

/** What a set of answers, each `{ item, answer }` with the item as the course holds it, says about a scale. */
export function evidenceOn(answers, includes) {
  const pieces = answers.flatMap(({ item, answer }) =>
    item.competencies
      .filter(([competency]) => includes(competency))
      .map(([competency, weight]) => ({
        item: item.id,
        weight,
        credit: credit(item.key, answer, competency),
        floor: floor(item.key, competency),
      })),
  );
  return { pieces, total: sum(pieces.map((piece) => piece.weight)), cases: new Set(pieces.map((piece) => piece.item)).size };
}

/** The central 80 % interval of a level, in whole numbers from 0 to 100: sums over a fine grid, prior Beta(1, 1). */
export function interval80(pieces) {
  const { levels, density } = levelsOf(pieces, 20_000);
  const quantile = (share) => levels[placeAt(density, share)];
  return [0.1, 0.9].map((share) => Math.round(quantile(share) * 100));
}

/** How likely each level of a grid is, not yet adding up to 1. */
function levelsOf(pieces, cells) {
  const levels = Array.from({ length: cells }, (_, cell) => (cell + 0.5) / cells);
  const density = levels.map((level) =>
    Math.exp(
      sum(
        pieces.map(({ weight, credit, floor }) => {
          const right = floor + (1 - floor) * level;
          return weight * (credit * Math.log(right) + (1 - credit) * Math.log(1 - right));
        }),
      ),
    ),
  );
  return { levels, density };
}

/** The first place of a list up to which this share of its sum is gathered. */
function placeAt(masses, share) {
  const total = sum(masses);
  let below = 0;
  return masses.findIndex((mass) => (below += mass) >= share * total);
}

/**
 * From one level to another, each by its pieces of evidence: the ends and the middle of the 80 % interval of the
 * difference, in whole points, and the probability, in whole per cents, that the second is higher. Every pair of two grids
 * is looked at.
 */
export function gain80(before, after) {
  const CELLS = 3000;
  const [one, other] = [levelsOf(before, CELLS).density, levelsOf(after, CELLS).density];
  const differences = new Float64Array(2 * CELLS - 1);
  for (let a = 0; a < CELLS; a += 1) for (let b = 0; b < CELLS; b += 1) differences[b - a + CELLS - 1] += one[a] * other[b];
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => Math.round(((placeAt(differences, share) - CELLS + 1) / CELLS) * 100));
  const higher = sum(differences.slice(CELLS)) + differences[CELLS - 1] / 2;
  return { low, middle, high, probability: Math.round((100 * higher) / sum(differences)) };
}

/** A number as Spanish writes it, with at most that many decimals. */
export const spanish = (number, decimals) =>
  new Intl.NumberFormat("es", { maximumFractionDigits: decimals, useGrouping: false }).format(number);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
