//! When an estimate may be put into words, and into which.
//!
//! The limits are conventions of this course. They err towards silence: in simulated classes, labels given with less
//! evidence than [`LABEL_EVIDENCE`] were wrong too often, so below it only the interval is shown.

use super::posterior::{Posterior, greater};

/// Evidence below which nothing is said: about four whole items.
pub const ENOUGH_EVIDENCE: f64 = 4.0;
/// Evidence from which a level may be named.
pub const LABEL_EVIDENCE: f64 = 12.0;
/// Probability from which a level is named.
const SURE: f64 = 0.8;
/// Probability from which one scale is called higher than another.
const CLEARLY: f64 = 0.9;
/// Weights such as 0.7 + 0.3 may add up to a hair less than they should.
const ROUNDING: f64 = 1e-9;

/// What may be said about a level with respect to a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Words {
    /// Less than [`ENOUGH_EVIDENCE`]: no number at all.
    Insufficient,
    /// Less than [`LABEL_EVIDENCE`]: the interval without a name.
    IntervalOnly,
    /// The level reaches the threshold with probability .8 or more.
    Consolidated,
    /// The level reaches the threshold with probability .2 or less.
    ToWork,
    /// Much evidence that does not settle it.
    Inconclusive,
}

/// What to say about a level, given the threshold (0 to 1) that it should reach.
pub fn words(posterior: &Posterior, threshold: f64) -> Words {
    match posterior.evidence() + ROUNDING {
        evidence if evidence < ENOUGH_EVIDENCE => Words::Insufficient,
        evidence if evidence < LABEL_EVIDENCE => Words::IntervalOnly,
        _ if reaches(posterior, threshold) => Words::Consolidated,
        _ if 1.0 - posterior.at_least(threshold) >= SURE => Words::ToWork,
        _ => Words::Inconclusive,
    }
}

/// Whether the estimate may be shown: [`ENOUGH_EVIDENCE`] or more.
pub fn is_enough(posterior: &Posterior) -> bool {
    posterior.evidence() + ROUNDING >= ENOUGH_EVIDENCE
}

/// Whether the level is at least the threshold with probability .8 or more, whatever the evidence.
pub fn reaches(posterior: &Posterior, threshold: f64) -> bool {
    posterior.at_least(threshold) >= SURE
}

/// Which of two levels is higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Contrast {
    AFirst,
    BFirst,
    NoClearDifference,
}

/// Compares two levels; `None` while either lacks evidence. A difference is the weakest number of the profile, so one
/// is only declared when its probability is above .9.
pub fn contrast(a: &Posterior, b: &Posterior) -> Option<Contrast> {
    if !(is_enough(a) && is_enough(b)) {
        return None;
    }
    let probability = greater(a, b);
    Some(match probability {
        p if p > CLEARLY => Contrast::AFirst,
        p if p < 1.0 - CLEARLY => Contrast::BFirst,
        _ => Contrast::NoClearDifference,
    })
}
