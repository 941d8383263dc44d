//! What is measured: twelve competencies in two dimensions that are never added together.

use serde::{Deserialize, Serialize};

use super::CompetencyId;

/// One of the two scales of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// The helm: what a Social Media Manager answers for.
    Strategy,
    /// The voice: what a Community Manager answers for.
    Operation,
}

impl Dimension {
    pub const ALL: [Dimension; 2] = [Dimension::Strategy, Dimension::Operation];

    /// The prefix of the ids of its competencies.
    pub fn prefix(self) -> &'static str {
        match self {
            Dimension::Strategy => "estrategia",
            Dimension::Operation => "operacion",
        }
    }

    /// The dimension a competency belongs to, by the prefix of its id; `None` when it has neither prefix.
    pub fn of(competency: &CompetencyId) -> Option<Dimension> {
        let prefix = competency.as_str().split('.').next();
        Self::ALL.into_iter().find(|dimension| Some(dimension.prefix()) == prefix)
    }
}

/// The function from which something is decided or taught. It chooses the sign (disc, arcs, both) and the field colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    Smm,
    Cm,
    Both,
}

/// A competency with its observable levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Competency {
    pub id: CompetencyId,
    pub dimension: Dimension,
    pub name: String,
    /// One sentence: what a person who has it does.
    pub definition: String,
    /// What somebody watching could see.
    pub behaviours: Vec<Behaviour>,
    /// Four levels, from recognising to questioning.
    pub levels: Vec<String>,
}

/// Something observable that a person who has the competency does: the objective that its items exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Behaviour {
    /// Within its competency; a course without spaced review may leave it out.
    pub id: Option<String>,
    pub text: String,
}
