//! What one answer contributes to one scale.

use crate::course::ItemId;

/// The most that the answers of one scenario weigh together on a scale: they are not independent.
/// A convention of this course, without a source in the literature.
pub const SCENARIO_CAP: f64 = 1.5;

/// An answer's contribution to a scale. A value that is not a number, or a weight that is not positive, contributes
/// nothing; credits and floors beyond 0–1 are taken as the nearest end.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    pub item: ItemId,
    /// How good the answer was, 0 to 1.
    pub credit: f64,
    /// What answering at random earns, 0 to 1 (see [`chance_floors`](super::chance_floors)).
    pub floor: f64,
    /// How much of the item measures this scale, 0 to 1.
    pub weight: f64,
    /// Evidence with the same scenario weighs [`SCENARIO_CAP`] at most.
    pub scenario: Option<String>,
}

impl Evidence {
    fn is_usable(&self) -> bool {
        self.weight.is_finite() && self.weight > 0.0 && !self.credit.is_nan() && !self.floor.is_nan()
    }
}

/// The usable evidence, its values within range and its weights within the cap.
///
/// Sorted, so that the sums made from it, and with them every estimate, do not depend on the order of arrival.
pub(super) fn capped(evidence: &[Evidence]) -> Vec<Evidence> {
    let mut usable: Vec<Evidence> = evidence.iter().filter(|piece| piece.is_usable()).cloned().collect();
    for piece in &mut usable {
        piece.credit = piece.credit.clamp(0.0, 1.0);
        piece.floor = piece.floor.clamp(0.0, 1.0);
    }
    usable.sort_by(|a, b| {
        let by_value =
            a.floor.total_cmp(&b.floor).then(a.credit.total_cmp(&b.credit)).then(a.weight.total_cmp(&b.weight));
        by_value.then_with(|| a.scenario.cmp(&b.scenario)).then_with(|| a.item.cmp(&b.item))
    });
    let scales: Vec<f64> = usable.iter().map(|piece| scenario_scale(&usable, piece)).collect();
    for (piece, scale) in usable.iter_mut().zip(scales) {
        piece.weight *= scale;
    }
    usable
}

/// The factor that brings the piece's scenario within the cap.
fn scenario_scale(usable: &[Evidence], piece: &Evidence) -> f64 {
    if piece.scenario.is_none() {
        return 1.0;
    }
    let total: f64 = usable.iter().filter(|other| other.scenario == piece.scenario).map(|other| other.weight).sum();
    (SCENARIO_CAP / total).min(1.0)
}
