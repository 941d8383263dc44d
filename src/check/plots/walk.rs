//! Every situation of a plot, and what every run of it earns.
//!
//! Runs are many more than situations. What is asked of all of them is carried from situation to situation, where runs
//! that meet go on as one; they are followed one by one, as far as that can be, only for a report.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::course::CompetencyId;
use crate::course::simulation::{Destination, Move, Plot, State};

/// The nodes, each before those that it leads to. The error is a node from which one can come back to itself. No deeper
/// than [`Walk::MOST_NODES`], if that has been looked at before.
pub fn in_order(plot: &Plot) -> Result<Vec<usize>, usize> {
    // 0 unseen, 1 on the way, 2 done.
    fn visit(plot: &Plot, node: usize, colours: &mut [u8], done: &mut Vec<usize>) -> Result<(), usize> {
        match colours[node] {
            1 => return Err(node),
            2 => return Ok(()),
            _ => colours[node] = 1,
        }
        for the in &plot.nodes[node].moves {
            if let Some(to) = next(plot, the) {
                visit(plot, to, colours, done)?;
            }
        }
        colours[node] = 2;
        done.push(node);
        Ok(())
    }
    let (mut colours, mut done) = (vec![0; plot.nodes.len()], Vec::new());
    (0..plot.nodes.len()).try_for_each(|node| visit(plot, node, &mut colours, &mut done))?;
    done.reverse();
    Ok(done)
}

/// The node that a move leads to; `None` at the end.
fn next(plot: &Plot, the: &Move) -> Option<usize> {
    match &the.to {
        Destination::Node(id) => plot.place(id),
        Destination::End => None,
    }
}

/// What some run can meet. Nodes, moves, endings and variables go by their places in the plot.
#[derive(Debug, Default)]
pub struct Walk {
    pub nodes: BTreeSet<usize>,
    pub endings: BTreeSet<usize>,
    /// Moves that can be chosen in some situation.
    pub free: BTreeSet<(usize, usize)>,
    /// For a node with fewer than two free moves in some situation: how many, and the situation.
    pub stuck: BTreeMap<usize, (usize, State)>,
    /// A state in which a run ends and no ending takes it.
    pub endless: Option<State>,
    /// For a move that takes a variable beyond its limits: which, and where to.
    pub out: BTreeMap<(usize, usize), (usize, i32)>,
}

impl Walk {
    /// The most situations that are searched.
    pub const MOST: usize = 300_000;

    /// The most nodes of a plot: what follows its links goes as deep.
    pub const MOST_NODES: usize = 500;

    /// Follows every move from every seat. The plot must have no cycles. `None` when there are too many situations.
    pub fn of(plot: &Plot) -> Option<Self> {
        let mut walk = Walk::default();
        let mut seen: HashSet<(usize, State)> = HashSet::new();
        let mut waiting: Vec<(usize, State)> =
            plot.seats.iter().filter_map(|seat| Some((plot.place(&seat.start)?, plot.start()))).collect();
        while let Some((node, state)) = waiting.pop() {
            if !seen.insert((node, state.clone())) {
                continue;
            }
            if seen.len() > Self::MOST {
                return None;
            }
            walk.visit(plot, node, &state, &mut waiting);
        }
        Some(walk)
    }

    fn visit(&mut self, plot: &Plot, node: usize, state: &State, waiting: &mut Vec<(usize, State)>) {
        self.nodes.insert(node);
        let free = free(plot, node, state);
        if free.len() < 2 {
            self.stuck.entry(node).or_insert_with(|| (free.len(), state.clone()));
        }
        for (choice, the) in free {
            self.free.insert((node, choice));
            let after = plot.after(state, the);
            self.note_limits(plot, (node, choice), state, &after);
            match &the.to {
                Destination::Node(id) => waiting.extend(plot.place(id).map(|to| (to, after))),
                Destination::End => match plot.ending(&after) {
                    Some(ending) => drop(self.endings.insert(ending)),
                    None => self.endless = Some(after),
                },
            }
        }
    }

    /// Only the move that takes a variable out is to blame, and not those that come later.
    fn note_limits(&mut self, plot: &Plot, the: (usize, usize), before: &State, after: &State) {
        for (at, variable) in plot.variables.iter().enumerate() {
            let within = |state: &State| (variable.lowest..=variable.highest).contains(&state.value(at));
            if within(before) && !within(after) {
                self.out.entry(the).or_insert((at, after.value(at)));
            }
        }
    }
}

/// The moves that can be chosen, with their places.
fn free<'p>(plot: &'p Plot, node: usize, state: &State) -> Vec<(usize, &'p Move)> {
    let moves = plot.nodes[node].moves.iter().enumerate();
    moves.filter(|(_, the)| the.needs.as_ref().is_none_or(|needs| needs.holds(state))).collect()
}

/// The competencies in which every run that meets them earns the same mean credit. `order` is that of the nodes.
pub fn flat(plot: &Plot, order: &[usize]) -> Vec<CompetencyId> {
    let credits = || plot.nodes.iter().flat_map(|node| &node.moves).flat_map(|the| &the.credits);
    let ids: Vec<&CompetencyId> = credits().map(|(id, _)| id).collect::<BTreeSet<_>>().into_iter().collect();
    let credit = |the: &Move, at: usize| the.credits.iter().find(|(id, _)| id == ids[at]).map(|(_, credit)| *credit);
    // The credits of some run that meets each competency. If all the runs earn the same, it is the mean of this one.
    let some = carry(
        plot,
        order,
        vec![(0.0, 0usize); ids.len()],
        |sums, the| {
            for (at, (sum, n)) in sums.iter_mut().enumerate() {
                let credit = credit(the, at);
                (*sum, *n) = (*sum + credit.unwrap_or_default(), *n + usize::from(credit.is_some()));
            }
        },
        |sums, others| {
            sums.iter_mut().zip(others).filter(|(sum, _)| sum.1 == 0).for_each(|(sum, other)| *sum = other);
        },
    );
    let some = some.unwrap_or_default();
    // The least and the most that a run is away from that mean, added over its decisions.
    let away = carry(
        plot,
        order,
        vec![(0.0f64, 0.0f64); ids.len()],
        |away, the| {
            for (at, ((least, most), (sum, n))) in away.iter_mut().zip(&some).enumerate() {
                let more = credit(the, at).map_or(0.0, |credit| credit - sum / *n as f64);
                (*least, *most) = (*least + more, *most + more);
            }
        },
        |away, others| {
            for ((least, most), other) in away.iter_mut().zip(others) {
                (*least, *most) = (least.min(other.0), most.max(other.1));
            }
        },
    );
    let same = away.unwrap_or_default().into_iter().map(|(least, most)| most - least < 1e-9);
    let met = some.iter().map(|(_, n)| *n > 0);
    ids.into_iter().zip(same.zip(met)).filter(|(_, (same, met))| *same && *met).map(|(id, _)| id.clone()).collect()
}

/// Takes something along all the runs, changed by each move and joined where runs meet. What they have at their ends.
fn carry<T: Clone>(
    plot: &Plot,
    order: &[usize],
    first: T,
    change: impl Fn(&mut T, &Move),
    join: impl Fn(&mut T, T),
) -> Option<T> {
    let put = |place: &mut Option<T>, new: T| match place {
        Some(there) => join(there, new),
        None => *place = Some(new),
    };
    let mut waiting: Vec<BTreeMap<State, Option<T>>> = vec![BTreeMap::new(); plot.nodes.len()];
    for seat in plot.seats.iter().filter_map(|seat| plot.place(&seat.start)) {
        put(waiting[seat].entry(plot.start()).or_default(), first.clone());
    }
    let mut ended = None;
    for node in order {
        for (state, carried) in std::mem::take(&mut waiting[*node]) {
            for (_, the) in free(plot, *node, &state) {
                let Some(mut carried) = carried.clone() else { continue };
                change(&mut carried, the);
                match next(plot, the) {
                    Some(to) => put(waiting[to].entry(plot.after(&state, the)).or_default(), carried),
                    None => put(&mut ended, carried),
                }
            }
        }
    }
    ended
}

/// What a run earned: for each competency, the mean credit of its decisions, 0 to 1, and how many there were.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub credits: BTreeMap<CompetencyId, (f64, usize)>,
    /// By its place in the plot.
    pub ending: usize,
    pub decisions: usize,
}

impl Outcome {
    /// The mean over all decisions and competencies, 0 to 1: only to put runs in order.
    pub fn mean(&self) -> f64 {
        let (sum, n) = self.credits.values().fold((0.0, 0), |(sum, n), (mean, k)| (sum + mean * *k as f64, n + k));
        sum / n.max(1) as f64
    }
}

/// The outcomes of every run from the first seat and from the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes(pub Vec<Outcome>);

/// The most runs that are followed one by one.
const MOST_RUNS: usize = 200_000;

/// Follows every run of every seat, in a plot without errors. `None` when there are too many.
pub fn outcomes(plot: &Plot) -> Option<Outcomes> {
    let mut all = Vec::new();
    for seat in &plot.seats {
        let mut sums = Vec::new();
        follow(plot, plot.place(&seat.start)?, &plot.start(), &mut sums, &mut all)?;
    }
    Some(Outcomes(all))
}

/// Goes through the runs from here on; `sums` are the credits so far.
fn follow<'p>(
    plot: &'p Plot,
    node: usize,
    state: &State,
    sums: &mut Vec<&'p Move>,
    all: &mut Vec<Outcome>,
) -> Option<()> {
    for (_, the) in free(plot, node, state) {
        sums.push(the);
        let after = plot.after(state, the);
        match &the.to {
            Destination::Node(id) => follow(plot, plot.place(id)?, &after, sums, all)?,
            Destination::End => {
                if all.len() == MOST_RUNS {
                    return None;
                }
                all.push(outcome(sums, plot.ending(&after)?));
            }
        }
        sums.pop();
    }
    Some(())
}

fn outcome(moves: &[&Move], ending: usize) -> Outcome {
    let mut credits: BTreeMap<CompetencyId, (f64, usize)> = BTreeMap::new();
    for (id, credit) in moves.iter().flat_map(|the| &the.credits) {
        let (sum, n) = credits.entry(id.clone()).or_default();
        (*sum, *n) = (*sum + credit, *n + 1);
    }
    for (sum, n) in credits.values_mut() {
        *sum /= *n as f64;
    }
    Outcome { credits, ending, decisions: moves.len() }
}

impl Outcomes {
    /// The least and the most mean credit that a run earns in each competency that it meets.
    pub fn ranges(&self) -> Vec<(CompetencyId, f64, f64)> {
        let mut ranges: BTreeMap<&CompetencyId, (f64, f64)> = BTreeMap::new();
        for (id, (mean, _)) in self.0.iter().flat_map(|outcome| &outcome.credits) {
            let (lowest, highest) = ranges.entry(id).or_insert((*mean, *mean));
            (*lowest, *highest) = (lowest.min(*mean), highest.max(*mean));
        }
        ranges.into_iter().map(|(id, (lowest, highest))| (id.clone(), lowest, highest)).collect()
    }

    /// The worst run, the one in the middle and the best, by the mean of their credits.
    pub fn three(&self) -> Option<[&Outcome; 3]> {
        let mut sorted: Vec<&Outcome> = self.0.iter().collect();
        sorted.sort_by(|a, b| a.mean().total_cmp(&b.mean()));
        Some([sorted.first()?, sorted.get(sorted.len() / 2)?, sorted.last()?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::simulation::{Better, Effect, Ending, Node, Seat, Variable};
    use crate::course::{ItemId, OptionKey, Role};

    /// A move by its credits in «a» and «b» and where it leads: a node by its place, or the end.
    type Step = (Option<f64>, Option<f64>, Option<usize>);

    fn plot(nodes: &[Vec<Step>]) -> Plot {
        let id = |at: usize| ItemId::new(format!("n{at}"));
        let step = |(a, b, to): &Step| Move {
            key: OptionKey::new("x"),
            credits: [("a", a), ("b", b)].iter().filter_map(|(id, credit)| Some(((*id).into(), (**credit)?))).collect(),
            effects: Vec::new(),
            needs: None,
            to: to.map_or(Destination::End, |to| Destination::Node(id(to))),
        };
        let node = |(at, moves): (usize, &Vec<Step>)| Node {
            id: id(at),
            title: String::new(),
            role: Role::Both,
            day: String::new(),
            hour: None,
            asks_hat: false,
            passages: Vec::new(),
            moves: moves.iter().map(step).collect(),
        };
        Plot {
            id: "s".into(),
            variables: Vec::new(),
            facts: 0,
            seats: vec![Seat { start: id(0), title: String::new(), summary: String::new() }],
            nodes: nodes.iter().enumerate().map(node).collect(),
            endings: vec![Ending { id: "e".into(), title: String::new(), when: None }],
        }
    }

    fn flat_ids(plot: &Plot) -> Vec<String> {
        flat(plot, &in_order(plot).unwrap()).iter().map(ToString::to_string).collect()
    }

    /// The same, from every run one by one.
    fn flat_run_by_run(plot: &Plot) -> Vec<String> {
        let same = outcomes(plot).unwrap().ranges().into_iter().filter(|(_, lowest, highest)| highest - lowest < 1e-9);
        same.map(|(id, ..)| id.to_string()).collect()
    }

    #[test]
    fn alike_is_what_following_every_run_says() {
        let (half, one) = (Some(0.5), Some(1.0));
        let next = |to: usize| Some(to);
        let plots = [
            // Runs of two lengths with one mean; a single one meets «b».
            plot(&[
                vec![(half, one, next(1)), (half, None, next(2))],
                vec![(half, half, next(2))],
                vec![(half, None, None)],
            ]),
            // The longer run makes up for what the shorter one earns at once.
            plot(&[
                vec![(Some(0.6), None, next(1)), (Some(0.4), None, next(2))],
                vec![(Some(0.4), None, None)],
                vec![(Some(0.6), None, None)],
            ]),
            // Some runs do not meet «b».
            plot(&[vec![(one, None, next(1)), (half, None, None)], vec![(one, half, None), (half, half, None)]]),
            plot(&[vec![(one, half, None), (None, one, None)]]),
        ];
        let found: Vec<Vec<String>> = plots.iter().map(flat_ids).collect();
        assert_eq!(found, plots.iter().map(flat_run_by_run).collect::<Vec<_>>());
        assert_eq!(found, [vec!["a", "b"], vec!["a"], vec!["b"], vec!["a"]]);
    }

    #[test]
    fn more_runs_than_can_be_followed_are_still_compared() {
        let steps = |to: Option<usize>| [0.0, 0.2, 0.4, 1.0].map(|a| (Some(a), Some(0.5), to)).to_vec();
        let chain =
            |length: usize| plot(&(1..=length).map(|to| steps((to < length).then_some(to))).collect::<Vec<_>>());
        assert_eq!(flat_ids(&chain(Walk::MOST_NODES)), ["b"]);
        assert_eq!(flat_ids(&chain(9)), ["b"]);
        assert_eq!(outcomes(&chain(9)), None);
    }

    #[test]
    fn a_way_back_is_found() {
        let step = |to: usize| (None, None, Some(to));
        assert_eq!(in_order(&plot(&[vec![step(2)], vec![(None, None, None)], vec![step(1)]])), Ok(vec![0, 2, 1]));
        assert_eq!(in_order(&plot(&[vec![step(1)], vec![step(2)], vec![step(1)]])), Err(1));
    }

    #[test]
    fn only_the_move_that_takes_a_variable_out_is_to_blame() {
        let end = (None, None, None);
        let mut plot = plot(&[vec![(None, None, Some(1)); 2], vec![end; 2]]);
        plot.variables.push(Variable {
            id: "v".into(),
            name: String::new(),
            start: 0,
            lowest: 0,
            highest: 2,
            unit: None,
            better: Better::High,
            stops: false,
        });
        plot.nodes[0].moves[1].effects.push(Effect::Change { variable: 0, by: 3 });
        plot.nodes[1].moves[0].effects.push(Effect::Change { variable: 0, by: 1 });
        assert_eq!(Walk::of(&plot).unwrap().out, BTreeMap::from([((0, 1), (0, 3))]));
    }
}
