//! The scales of the profile, of which none may ever be called «consolidada» for a trick.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::sheet::{Earned, Sheet};
use crate::assess::{Evidence, Prior, Words, estimate, words};
use crate::course::Dimension;

/// A scale: for each piece of evidence, the sheet and the competency it comes from, by their places.
pub type Scale = Vec<(usize, usize)>;

/// The scales of the profile: each competency, and each dimension.
pub fn scales(sheets: &[Sheet<'_>]) -> Vec<Scale> {
    let mut scales: BTreeMap<String, Scale> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        for (place, (id, _)) in sheet.item.competencies.iter().enumerate() {
            scales.entry(id.to_string()).or_default().push((at, place));
            if let Some(dimension) = Dimension::of(id) {
                scales.entry(dimension.prefix().to_owned()).or_default().push((at, place));
            }
        }
    }
    scales.into_values().collect()
}

/// Whether a scale would be called «consolidada». The estimate is only made where it could be.
pub fn is_consolidated(scale: &Scale, sheets: &[Sheet<'_>], earned: &[Rc<Earned>], threshold: f64) -> bool {
    let (mut above, mut all) = (0.0, 0.0);
    for (at, place) in scale {
        let (weight, floor) = (sheets[*at].item.competencies[*place].1, sheets[*at].floors[*place].1);
        above += weight * (earned[*at].credits[*place] - floor);
        all += weight * (1.0 - floor);
    }
    // Whoever earns so little above chance is never near the threshold.
    if all <= 0.0 || above / all < threshold - 0.2 {
        return false;
    }
    let piece = |(at, place): &(usize, usize)| Evidence {
        item: sheets[*at].item.id.clone(),
        credit: earned[*at].credits[*place],
        floor: sheets[*at].floors[*place].1,
        weight: sheets[*at].item.competencies[*place].1,
        scenario: sheets[*at].item.scenario.clone(),
    };
    let evidence: Vec<Evidence> = scale.iter().map(piece).collect();
    words(&estimate(&evidence, &Prior::default()), threshold) == Words::Consolidated
}
