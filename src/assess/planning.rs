//! How many questions a claim needs.

use super::evidence::Evidence;
use super::posterior::{Prior, estimate};

/// No course asks for more: beyond this many items the answer is «it cannot be done».
const MOST_ITEMS: usize = 400;

/// The fewest items, all but `misses` of them right, after which P(θ ≥ `level`) ≥ `probability`.
///
/// The items are right or wrong, weigh 1 and have the same `floor`; the prior is Beta(1, 1). With 4 options (floor .25)
/// the level .7 with probability .8 takes 6, or 12 with one miss. `None` when 400 are not enough, as with floor 1.
pub fn minimum_items(floor: f64, level: f64, probability: f64, misses: usize) -> Option<usize> {
    (misses..=MOST_ITEMS).find(|n_items| {
        let answers: Vec<Evidence> = (0..*n_items).map(|i| answer(i, i >= misses, floor)).collect();
        estimate(&answers, &Prior::default()).at_least(level) >= probability
    })
}

fn answer(i: usize, right: bool, floor: f64) -> Evidence {
    let item = i.to_string().as_str().into();
    Evidence { item, credit: if right { 1.0 } else { 0.0 }, floor, weight: 1.0, scenario: None }
}
