// Simulations reckoned here from their plot, the plain way, so that the page is compared with something that is not
// itself.
//
// Nodes, choices, variables and endings go by their places. A turn is `{ node, choice, before, after }`; a situation is
// where some turns lead: `{ turns, state, node }`, or `{ turns, state, ending }` when they lead to an ending.

/** How things stand before the first decision. */
export const start = (plot) => ({ values: plot.variables.map((variable) => variable.start), facts: [] });

const COMPARED = {
  AtLeast: (value, other) => value >= other,
  Above: (value, other) => value > other,
  AtMost: (value, other) => value <= other,
  Below: (value, other) => value < other,
  Equal: (value, other) => value === other,
};

/** Whether a condition holds: at least one of its lists whole. No condition always does. */
export const holds = (condition, state) => condition === null || condition.some((all) => all.every((test) => passes(test, state)));

function passes({ Compare, Remembers }, { values, facts }) {
  if (Remembers) return facts.includes(Remembers.fact) === Remembers.holds;
  return COMPARED[Compare.is](values[Compare.variable], Compare.with);
}

/** How things stand after a choice. */
function after(plot, state, { effects }) {
  const values = [...state.values];
  const facts = new Set(state.facts);
  for (const { Change, Remember } of effects) {
    if (Remember) facts.add(Remember.fact);
    if (!Change) continue;
    const { stops, lowest, highest } = plot.variables[Change.variable];
    const value = values[Change.variable] + Change.by;
    values[Change.variable] = stops ? Math.min(highest, Math.max(lowest, value)) : value;
  }
  return { values, facts: [...facts].sort((a, b) => a - b) };
}

export const nodeOf = (plot, id) => plot.nodes.findIndex((node) => node.id === id);

/** Whether a choice of a node can be taken. */
export const isFree = (plot, node, choice, state) => holds(plot.nodes[node].moves[choice].needs, state);

/**
 * Every situation that can be reached from a seat, once each, by turns that `may` be taken. Two situations are the same
 * when they are at the same node and things stand alike. At each node the choice at the place `first` is tried first.
 */
export function* situations(plot, { seat = 0, may = () => true, first = 0 } = {}) {
  const seen = new Set();
  function* from(node, state, turns) {
    const name = `${node} ${state.values} ${state.facts}`;
    if (seen.has(name)) return;
    seen.add(name);
    yield { turns, state, node };
    const { moves } = plot.nodes[node];
    for (const place of moves.keys()) {
      const choice = (first + place) % moves.length;
      const move = moves[choice];
      if (!isFree(plot, node, choice, state)) continue;
      const turn = { node, choice, before: state, after: after(plot, state, move) };
      if (!may(turn)) continue;
      const so = [...turns, turn];
      if (move.to === "End") yield { turns: so, state: turn.after, ending: plot.endings.findIndex(({ when }) => holds(when, turn.after)) };
      else yield* from(nodeOf(plot, move.to.Node), turn.after, so);
    }
  }
  yield* from(nodeOf(plot, plot.seats[seat].start), start(plot), []);
}

/** The first situation like the one wanted. */
export function situation(plot, wanted, from) {
  for (const found of situations(plot, from)) if (wanted(found)) return found;
  return undefined;
}

/** Some turns that lead from a seat to an ending, unlike those that lead to the others. */
export const turnsTo = (plot, seat, ending) => situation(plot, (found) => found.ending === ending, { seat, first: ending })?.turns;

/** Situations at a node that between them show and hide each of its conditional passages, wherever both can happen. */
export function situationsBothWays(plot, seat, node) {
  const conditions = plot.nodes[node].passages;
  const met = new Set();
  const chosen = [];
  for (const found of situations(plot, { seat })) {
    if (found.node !== node) continue;
    const ways = conditions.flatMap((when, place) => (when === null ? [] : [`${place} ${holds(when, found.state)}`]));
    if (ways.every((way) => met.has(way))) continue;
    ways.forEach((way) => met.add(way));
    chosen.push(found);
  }
  return chosen;
}

/** What the turns give as evidence to each competency: `[competency, weight, credit]` of each turn and competency. */
export const evidenceOfTurns = (plot, turns) =>
  turns.flatMap(({ node, choice }) => {
    const { credits } = plot.nodes[node].moves[choice];
    return credits.map(([competency, credit]) => [competency, 1 / credits.length, credit]);
  });

/** The most that one simulation weighs on a scale. */
const MOST = 1.5;

/** How much evidence the turns are on the scale of the competencies that `includes` takes. */
export function evidenceTotal(plot, turns, includes) {
  const weights = evidenceOfTurns(plot, turns).filter(([competency]) => includes(competency));
  return Math.min(MOST, weights.reduce((total, [, weight]) => total + weight, 0));
}
