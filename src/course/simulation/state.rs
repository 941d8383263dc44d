//! How things stand at a moment, and how decisions lead from one moment to the next.

use super::{Destination, Effect, Ending, Move, Plot};
use crate::course::{ItemId, OptionKey};

/// The variables and the facts noted so far.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State {
    values: Vec<i32>,
    facts: u32,
}

/// Where a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// At a node, by its place in the plot.
    Node(usize),
    /// At an ending, by its place in the plot.
    Ending(usize),
}

/// A decision taken, with how things stood before and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Places in the plot and in the node.
    pub node: usize,
    pub choice: usize,
    pub before: State,
    pub after: State,
}

/// Decisions followed from a seat as far as they fit the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    pub turns: Vec<Turn>,
    pub position: Position,
    pub state: State,
    /// Decisions that no longer fit and were left out.
    pub left_out: usize,
}

impl State {
    pub fn value(&self, variable: usize) -> i32 {
        self.values.get(variable).copied().unwrap_or_default()
    }

    pub fn remembers(&self, fact: usize) -> bool {
        u32::try_from(fact).is_ok_and(|fact| self.facts.checked_shr(fact).unwrap_or_default() & 1 == 1)
    }
}

impl Plot {
    /// The most facts that a plot can note.
    pub const MOST_FACTS: usize = 32;

    pub fn start(&self) -> State {
        State { values: self.variables.iter().map(|variable| variable.start).collect(), facts: 0 }
    }

    /// The state after a move.
    pub fn after(&self, state: &State, choice: &Move) -> State {
        let mut after = state.clone();
        for effect in &choice.effects {
            match effect {
                Effect::Change { variable, by } => self.change(&mut after, *variable, *by),
                Effect::Remember { fact } => after.facts |= u32::try_from(*fact).map_or(0, |fact| 1 << (fact % 32)),
            }
        }
        after
    }

    fn change(&self, state: &mut State, variable: usize, by: i32) {
        let (Some(value), Some(limits)) = (state.values.get_mut(variable), self.variables.get(variable)) else {
            return;
        };
        *value = value.saturating_add(by);
        if limits.stops {
            *value = (*value).min(limits.highest).max(limits.lowest);
        }
    }

    /// The ending that a state leads to, by its place.
    pub fn ending(&self, state: &State) -> Option<usize> {
        self.endings.iter().position(|Ending { when, .. }| when.as_ref().is_none_or(|when| when.holds(state)))
    }

    /// Follows decisions from a seat. One that does not fit where the run is (another node, an option that is gone or
    /// blocked) ends the run there: what came after it was decided in another story.
    pub fn replay<'d>(
        &self,
        seat: &ItemId,
        decisions: impl IntoIterator<Item = (&'d ItemId, &'d OptionKey)>,
    ) -> Option<Replay> {
        let position = Position::Node(self.place(seat)?);
        let mut replay = Replay { turns: Vec::new(), position, state: self.start(), left_out: 0 };
        for (node, option) in decisions {
            let turn = (replay.left_out == 0).then(|| self.turn(&replay, node, option)).flatten();
            let next = turn.and_then(|turn| Some((self.next(&turn)?, turn)));
            match next {
                Some((position, turn)) => {
                    replay.position = position;
                    replay.state = turn.after.clone();
                    replay.turns.push(turn);
                }
                None => replay.left_out += 1,
            }
        }
        Some(replay)
    }

    fn turn(&self, replay: &Replay, node: &ItemId, option: &OptionKey) -> Option<Turn> {
        let Position::Node(at) = replay.position else { return None };
        let here = self.nodes.get(at).filter(|here| &here.id == node)?;
        let choice = here.moves.iter().position(|choice| &choice.key == option)?;
        let made = &here.moves[choice];
        if made.needs.as_ref().is_some_and(|needs| !needs.holds(&replay.state)) {
            return None;
        }
        let after = self.after(&replay.state, made);
        Some(Turn { node: at, choice, before: replay.state.clone(), after })
    }

    fn next(&self, turn: &Turn) -> Option<Position> {
        match &self.nodes.get(turn.node)?.moves.get(turn.choice)?.to {
            Destination::Node(id) => self.place(id).map(Position::Node),
            Destination::End => self.ending(&turn.after).map(Position::Ending),
        }
    }
}
