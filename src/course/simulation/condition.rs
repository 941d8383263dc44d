//! What has to be so for something to be shown, chosen or reached.

use serde::{Deserialize, Serialize};

use super::State;

/// At least one of these lists holds whole: «a y b o c» is [[a, b], [c]].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Condition(pub Vec<Vec<Test>>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// A variable against a number; variables go by their place in the plot.
    Compare { variable: usize, is: Comparison, with: i32 },
    /// A fact was noted, or was not; facts go by their place in the plot.
    Remembers { fact: usize, holds: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
}

impl Condition {
    pub fn holds(&self, state: &State) -> bool {
        self.0.iter().any(|all| all.iter().all(|test| test.holds(state)))
    }
}

impl Test {
    fn holds(&self, state: &State) -> bool {
        match self {
            Test::Compare { variable, is, with } => is.holds(state.value(*variable), *with),
            Test::Remembers { fact, holds } => state.remembers(*fact) == *holds,
        }
    }
}

impl Comparison {
    fn holds(self, value: i32, with: i32) -> bool {
        match self {
            Comparison::AtLeast => value >= with,
            Comparison::Above => value > with,
            Comparison::AtMost => value <= with,
            Comparison::Below => value < with,
            Comparison::Equal => value == with,
        }
    }
}
