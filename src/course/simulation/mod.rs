//! A simulation: moments to be decided one after another, where each decision changes what comes next.
//!
//! ```text
//! Simulation ─┬─ Plot      what happens: nodes, choices, effects, conditions, endings. It travels to the browser
//!             └─ words     what is read: the page holds it whole, and the plot says which part is shown
//! ```
//!
//! The nodes of a plot are items too: each decision is an answer with a credit for every competency of its node.

mod condition;
mod plot;
mod state;

use serde::{Deserialize, Serialize};

use super::{Html, ReviewLink, Role, Section, SourceId, TermId};

pub use condition::{Comparison, Condition, Test};
pub use plot::{Better, Destination, Effect, Ending, Move, Node, Plot, Seat, Variable};
pub use state::{Position, Replay, State, Turn};

use super::SimulationId;

#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    pub id: SimulationId,
    pub title: String,
    pub minutes: u32,
    pub role: Role,
    /// One sentence for lists.
    pub summary: String,
    pub sources: Vec<SourceId>,
    /// The date of the last revision, `2026-11-22`.
    pub revised: String,
    /// Who is who, and what is at stake.
    pub opening: Vec<Section>,
    pub plot: Plot,
    /// The words of each node, in the order of the plot.
    pub nodes: Vec<NodeWords>,
    /// The words of each ending, in the order of the plot.
    pub endings: Vec<Html>,
    /// «Para llevarse», read at the end; empty when there is none.
    pub takeaways: Html,
    /// Glossary entries that its texts link to, each once.
    pub terms: Vec<TermId>,
}

/// What is read at a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NodeWords {
    /// The person who decides.
    pub who: String,
    /// What that person can count on, in a sentence.
    pub context: Option<String>,
    /// In order; the plot says which are shown when.
    pub passages: Vec<Passage>,
    pub stem: Html,
    /// In the order of the plot.
    pub choices: Vec<ChoiceWords>,
    /// The paragraph to read again after a weak decision.
    pub review: ReviewLink,
    /// Where the learner says from which function they decide, what is said about it afterwards. It does not score.
    pub hat: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Passage {
    Prose(Html),
    /// Something that came in: a comment, a call, a line of a chat.
    Message {
        from: Html,
        /// When it came; empty when that does not matter.
        time: String,
        /// Where it came and how far it went; empty when that does not matter.
        detail: String,
        text: Html,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChoiceWords {
    pub text: Html,
    /// Marked `[x]`: what the course defends.
    pub recommended: bool,
    /// What happened then, and why.
    pub consequence: Html,
    /// Why it cannot be chosen, where its condition does not hold.
    pub blocked: Option<Html>,
    pub overstep: Option<Overstep>,
}

/// A choice that takes what belongs to the other function, or leaves to it what is one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overstep {
    /// Whose it was.
    pub belongs: Role,
    pub why: Html,
}
