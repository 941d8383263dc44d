//! The learner's profile: two levels, the competencies below them, and where to go on.

use super::observations::{Estimate, Observations, Scale};
use super::weak_points::{WeakPoint, weak_points};
use super::{Journal, records};
use crate::assess::{Contrast, contrast};
use crate::course::{CompetencyId, Dimension, Item};

/// Never a total: the two levels are not added, and being high in one makes up for nothing in the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub strategy: Estimate,
    pub operation: Estimate,
    /// In the order they were asked for.
    pub competencies: Vec<(CompetencyId, Estimate)>,
    /// Strategy (a) against operation (b); `None` while either lacks evidence.
    pub contrast: Option<Contrast>,
    /// What to work on next, the most useful first; at most three.
    pub weak_points: Vec<WeakPoint>,
}

impl Profile {
    pub fn dimension(&self, dimension: Dimension) -> &Estimate {
        match dimension {
            Dimension::Strategy => &self.strategy,
            Dimension::Operation => &self.operation,
        }
    }
}

/// The profile that follows from a journal, given the bank as it is now and the level (0 to 1) to be reached.
///
/// For a facet or a module, see [`Observations::estimate`].
pub fn profile(bank: &[Item], competencies: &[CompetencyId], journal: &Journal, threshold: f64) -> Profile {
    let records = records(bank, journal);
    let observations = Observations::new(bank, &records);
    let estimate = |scale: Scale| observations.estimate(&scale, threshold);
    let strategy = estimate(Scale::Dimension(Dimension::Strategy));
    let operation = estimate(Scale::Dimension(Dimension::Operation));
    let competencies: Vec<_> =
        competencies.iter().map(|id| (id.clone(), estimate(Scale::Competency(id.clone())))).collect();
    Profile {
        contrast: contrast(&strategy.posterior, &operation.posterior),
        weak_points: weak_points(bank, &records, &observations, &competencies, threshold),
        strategy,
        operation,
        competencies,
    }
}
