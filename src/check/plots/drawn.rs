//! Plots for the tests: nodes and their moves, without words.

use crate::course::simulation::{Destination, Ending, Move, Node, Plot, Seat};
use crate::course::{ItemId, OptionKey, Role};

/// A move by its credits in «a» and «b» and where it leads: a node by its place, or the end.
pub type Step = (Option<f64>, Option<f64>, Option<usize>);

pub fn plot(nodes: &[Vec<Step>]) -> Plot {
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
