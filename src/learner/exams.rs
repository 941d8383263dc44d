//! The parallel forms of the test: whether each was handed in, and what was gained from one to the other.

use super::observations::{Estimate, Observations, Scale};
use super::{Journal, What};
use crate::assess::{difference, greater, is_enough};
use crate::course::{Dimension, ExamId};

/// Probability from which a gain is called clear: that of any contrast between two levels.
const CLEARLY: f64 = 0.9;

/// Whether an exam was handed in: only then are its reasons shown.
pub fn is_handed_in(exam: &ExamId, journal: &Journal) -> bool {
    journal.iter().any(|event| matches!(&event.what, What::HandedIn { exam: other } if other == exam))
}

/// What one dimension gained between two forms.
#[derive(Debug, Clone, PartialEq)]
pub struct Gain {
    pub before: Estimate,
    pub after: Estimate,
    /// The 80 % interval of the difference and its median, −1 to 1: low, median, high.
    pub interval: (f64, f64, f64),
    /// The probability that the level after is higher than the one before.
    pub probability: f64,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Gained,
    Lost,
    /// Neither can be told apart from nothing with so few answers.
    NoClearDifference,
}

/// The gain of a dimension; `None` while either form lacks the evidence for a number.
pub fn gain(
    observations: &Observations<'_>,
    before: &ExamId,
    after: &ExamId,
    dimension: Dimension,
    threshold: f64,
) -> Option<Gain> {
    let level = |exam: &ExamId| observations.estimate(&Scale::Exam(exam.clone(), dimension), threshold);
    let (before, after) = (level(before), level(after));
    if !(is_enough(&before.posterior) && is_enough(&after.posterior)) {
        return None;
    }
    let probability = greater(&after.posterior, &before.posterior);
    let verdict = match probability {
        p if p > CLEARLY => Verdict::Gained,
        p if p < 1.0 - CLEARLY => Verdict::Lost,
        _ => Verdict::NoClearDifference,
    };
    let interval = difference(&after.posterior, &before.posterior);
    Some(Gain { before, after, interval, probability, verdict })
}
