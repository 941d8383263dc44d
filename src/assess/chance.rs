//! What answering at random earns: the floor below which credit says nothing about knowledge.
//!
//! A floor is the mean of [`score`](super::score()) over every complete answer the interface allows, each equally
//! likely. No form needs its answers listed one by one, because the mean of a sum is the sum of the means: each option
//! of an exact choice is taken equally often, and rows do not depend on each other. A test lists them all and compares.

use super::rank::{footrule_maximum, footrule_mean};
use super::score::{best_sum, worst_loss};
use crate::course::{CompetencyId, Credit, Key, OptionKey};

/// The expected credit of a random answer for each competency of `weights`, in that order: exact, 0 to 1.
///
/// The answers are: one option; exactly as many options as asked for; any order of the steps; any target for each row;
/// any rating for each row. A key that no answer fits has floor 0.
pub fn chance_floors(key: &Key, weights: &[(CompetencyId, f64)]) -> Vec<(CompetencyId, f64)> {
    weights.iter().map(|(competency, _)| (competency.clone(), floor(key, competency))).collect()
}

fn floor(key: &Key, competency: &CompetencyId) -> f64 {
    match key {
        Key::Single(options) => mean(options.iter().map(|(_, credit)| credit.of(competency))),
        Key::Multiple { options, choose } => multiple(options, *choose, competency),
        Key::Order(steps) => order(steps.len()),
        Key::Sort { targets, rows } => mean(rows.iter().map(|(_, credits)| sort_row(targets, credits))),
        Key::Rate { points, rows } => rate(*points, rows),
    }
}

/// Among the choices of exactly `choose` options, each option is taken in the same share of them, `choose / n`.
fn multiple(options: &[(OptionKey, Credit)], choose: usize, competency: &CompetencyId) -> f64 {
    let best = best_sum(options, choose, competency);
    if choose > options.len() || best <= 0.0 {
        return 0.0;
    }
    choose as f64 * mean(options.iter().map(|(_, credit)| credit.of(competency))) / best
}

fn order(n: usize) -> f64 {
    match n {
        0 => 0.0,
        1 => 1.0,
        _ => 1.0 - footrule_mean(n) / footrule_maximum(n) as f64,
    }
}

fn sort_row(targets: &[OptionKey], credits: &[(OptionKey, f64)]) -> f64 {
    let credit = |target: &OptionKey| credits.iter().find(|(id, _)| id == target).map_or(0.0, |(_, credit)| *credit);
    mean(targets.iter().map(credit))
}

fn rate(points: u8, rows: &[(OptionKey, u8)]) -> f64 {
    if points == 0 || rows.is_empty() {
        return 0.0;
    }
    let mean_loss = |key: u8| mean((1..=points).map(|rating| f64::from(rating.abs_diff(key))));
    let loss: f64 = rows.iter().map(|(_, key)| mean_loss(*key)).sum();
    let worst: f64 = rows.iter().map(|(_, key)| worst_loss(points, *key)).sum();
    if worst > 0.0 { 1.0 - loss / worst } else { 1.0 }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = values.len();
    if n == 0 { 0.0 } else { values.sum::<f64>() / n as f64 }
}
