//! Every situation of a plot: a node, and how things stand there.

use std::collections::{BTreeMap, BTreeSet, HashSet};

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
pub fn next(plot: &Plot, the: &Move) -> Option<usize> {
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
pub fn free<'p>(plot: &'p Plot, node: usize, state: &State) -> Vec<(usize, &'p Move)> {
    let moves = plot.nodes[node].moves.iter().enumerate();
    moves.filter(|(_, the)| the.needs.as_ref().is_none_or(|needs| needs.holds(state))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::drawn::plot;
    use super::*;
    use crate::course::simulation::{Better, Effect, Variable};

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
