//! What a learner hands in: raw answers and never totals, encrypted for the instructor.
//!
//! ```text
//! what they did ── gather ─→ Submission ── JSON ── gzip ── age ─→ file, or one line of text
//! ```
//!
//! `age -d -i CLAVE entrega.age | gunzip` shows it without us.

mod codes;
mod gather;
mod stored;
mod text;

use super::age::{self, AgeError, Identity, Random, Recipient};
use super::wire;
use crate::assess::Certainty;
use crate::course::{Fingerprint, ItemId, OptionKey, SimulationId};
use crate::learner::{AssignmentId, Timestamp};

pub use codes::{decode, encode};
pub use gather::gather;
pub use text::{found_in, to_line};

/// What nobody hands in more of, unpacked.
const MOST_BYTES: usize = 2 * 1024 * 1024;
/// What nobody hands in more of, packed.
const MOST_PACKED: usize = 512 * 1024;

#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    pub course: String,
    pub assignment: AssignmentId,
    /// As the assignment asked for it.
    pub alias: String,
    /// Made at random by the learner's device when it opened the assignment.
    pub token: String,
    /// The first one is 1.
    pub attempt: u32,
    /// The bank with which it was answered.
    pub bank: String,
    pub began: Timestamp,
    pub handed: Timestamp,
    /// In the order in which the cases were shown.
    pub answers: Vec<Given>,
    pub runs: Vec<RunGiven>,
}

/// What was done with a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    pub item: ItemId,
    /// The beginning of the item's fingerprint.
    pub fingerprint: String,
    /// The answer, by the keys of its options; empty when there is none.
    pub code: String,
    pub seconds: Option<u32>,
    pub certainty: Option<Certainty>,
    /// It had been answered, or its solution seen, before.
    pub seen_before: bool,
}

/// The decisions of a run of a simulation that came to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct RunGiven {
    pub simulation: SimulationId,
    pub seat: ItemId,
    pub plot: Fingerprint,
    pub decisions: Vec<(ItemId, OptionKey)>,
}

/// Why a submission was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SubmissionError {
    #[error("No es una entrega del curso.")]
    NotASubmission,
    #[error("Está dañada o incompleta: pide que la envíen otra vez, a ser posible como archivo.")]
    Damaged,
    #[error("Está cifrada para otra clave de docente.")]
    AnotherKey,
    #[error("Se hizo con una versión más nueva del curso: vuelve a cargar esta página.")]
    Newer,
    #[error("Es de otro curso («{0}»).")]
    AnotherCourse(String),
    #[error("Es demasiado grande para ser una entrega.")]
    TooLarge,
}

/// The file of a submission.
pub fn seal(submission: &Submission, to: &Recipient, random: Random<'_>) -> Vec<u8> {
    age::encrypt(&wire::gzip(&stored::to_json(submission)), to, random)
}

/// Opens a file of `course`.
pub fn open(file: &[u8], identity: &Identity, course: &str) -> Result<Submission, SubmissionError> {
    if file.len() > MOST_PACKED {
        return Err(SubmissionError::TooLarge);
    }
    let packed = age::decrypt(file, identity).map_err(|error| match error {
        AgeError::AnotherKey => SubmissionError::AnotherKey,
        AgeError::Damaged => SubmissionError::Damaged,
        _ => SubmissionError::NotASubmission,
    })?;
    let text = wire::gunzip(&packed, MOST_BYTES).ok_or(SubmissionError::NotASubmission)?;
    let submission = stored::from_json(&text)?;
    if submission.course != course {
        return Err(SubmissionError::AnotherCourse(submission.course));
    }
    Ok(submission)
}
