//! What an answer is worth, 0 to 1, for each competency its item measures.
//!
//! The rule of each form:
//!
//! - one best option: the credit of the option;
//! - several options: the sum of their credits over the best possible sum for that competency; more options than asked
//!   for give 0 (the rule of the UK Foundation Programme's test);
//! - order: 1 − D / ⌊n²/2⌋, with D Spearman's footrule;
//! - rows to targets: the mean credit of the targets;
//! - rating: 1 − Σ|r − k| / Σ max(k − 1, A − k) on a scale of A points. The divisor is what the worst attainable answer
//!   loses, so that it gives 0, as in an order. It is the usual 1 − |r − k|/(A − 1) when every key is an extreme; that
//!   one never lets a row with a middle key fall to 0, and guessing would earn more than half.

use super::rank::{footrule, footrule_maximum};
use crate::course::{CompetencyId, Credit, Key, OptionKey, Response};

/// Credit of the response for each competency of `weights`, in that order; the weights themselves do not matter here.
///
/// `None` when the response does not fit the key: another form, an unknown or repeated option, a row left out, a
/// rating off the scale, fewer options than asked for, or a key with nothing to answer.
///
/// ```
/// use timon_y_voz::assess::{chance_floors, score};
/// use timon_y_voz::course::{Credit, Key, Response};
///
/// let options = [("diagnosticar", 1.0), ("esperar", 0.4), ("publicar", 0.0)];
/// let key = Key::Single(options.map(|(option, credit)| (option.into(), Credit::Same(credit))).to_vec());
/// let weights = [("estrategia.diagnostico".into(), 1.0)];
/// let scores = score(&key, &weights, &Response::Single("esperar".into()));
/// assert_eq!(scores, Some(vec![("estrategia.diagnostico".into(), 0.4)]));
/// assert_eq!(score(&key, &weights, &Response::Single("otra".into())), None);
/// assert!((chance_floors(&key, &weights)[0].1 - 1.4 / 3.0).abs() < 1e-12);
/// ```
pub fn score(key: &Key, weights: &[(CompetencyId, f64)], response: &Response) -> Option<Vec<(CompetencyId, f64)>> {
    let per_competency = |credit: &dyn Fn(&CompetencyId) -> f64| {
        weights.iter().map(|(id, _)| (id.clone(), credit(id))).collect::<Vec<_>>()
    };
    match (key, response) {
        (Key::Single(options), Response::Single(chosen)) => {
            find(options, chosen).map(|credit| per_competency(&|id| credit.of(id)))
        }
        (Key::Multiple { options, choose }, Response::Multiple(chosen)) => {
            let credits = chosen_credits(options, chosen, *choose)?;
            Some(per_competency(&|id| multiple(options, *choose, &credits, id)))
        }
        (Key::Order(steps), Response::Order(order)) => order_credit(steps, order).map(|x| per_competency(&|_| x)),
        (Key::Sort { targets, rows }, Response::Sort(pairs)) => {
            sort_credit(targets, rows, pairs).map(|x| per_competency(&|_| x))
        }
        (Key::Rate { points, rows }, Response::Rate(ratings)) => {
            rate_credit(*points, rows, ratings).map(|x| per_competency(&|_| x))
        }
        _ => None,
    }
}

/// The weighted mean of the credits, for showing beside an answer. Never evidence: the scales are not added together.
/// A competency without a weight does not count; without any weight at all the mean is 0.
pub fn overall(scores: &[(CompetencyId, f64)], weights: &[(CompetencyId, f64)]) -> f64 {
    let weighed = scores.iter().filter_map(|(id, credit)| find(weights, id).map(|weight| (credit, weight)));
    let (sum, total) =
        weighed.fold((0.0, 0.0), |(sum, total), (credit, weight)| (sum + credit * weight, total + weight));
    if total > 0.0 { sum / total } else { 0.0 }
}

/// The largest sum of `choose` credits for a competency.
pub(super) fn best_sum(options: &[(OptionKey, Credit)], choose: usize, competency: &CompetencyId) -> f64 {
    let mut credits: Vec<f64> = options.iter().map(|(_, credit)| credit.of(competency)).collect();
    credits.sort_by(|a, b| b.total_cmp(a));
    credits.iter().take(choose).sum()
}

/// What the worst rating of a row with this key loses on a scale from 1 to `points`.
pub(super) fn worst_loss(points: u8, key: u8) -> f64 {
    (f64::from(key) - 1.0).max(f64::from(points) - f64::from(key))
}

/// The credits of the options chosen. Empty, and so worth 0, when more were chosen than asked for.
fn chosen_credits<'k>(
    options: &'k [(OptionKey, Credit)],
    chosen: &[OptionKey],
    choose: usize,
) -> Option<Vec<&'k Credit>> {
    if options.is_empty() || chosen.len() < choose || has_repeats(chosen) {
        return None;
    }
    let credits: Vec<&Credit> = chosen.iter().map(|option| find(options, option)).collect::<Option<_>>()?;
    Some(if chosen.len() > choose { Vec::new() } else { credits })
}

fn multiple(options: &[(OptionKey, Credit)], choose: usize, chosen: &[&Credit], competency: &CompetencyId) -> f64 {
    let best = best_sum(options, choose, competency);
    let sum: f64 = chosen.iter().map(|credit| credit.of(competency)).sum();
    // Rounding may leave the best choice a hair over its own sum.
    if best > 0.0 { (sum / best).min(1.0) } else { 0.0 }
}

fn order_credit(steps: &[OptionKey], order: &[OptionKey]) -> Option<f64> {
    if steps.is_empty() {
        return None;
    }
    let distance = footrule(steps, order)? as f64;
    let maximum = footrule_maximum(steps.len());
    Some(if maximum == 0 { 1.0 } else { 1.0 - distance / maximum as f64 })
}

fn sort_credit(
    targets: &[OptionKey],
    rows: &[(OptionKey, Vec<(OptionKey, f64)>)],
    pairs: &[(OptionKey, OptionKey)],
) -> Option<f64> {
    let row_credit = |(row, credits): &(OptionKey, Vec<(OptionKey, f64)>)| {
        let target = find(pairs, row)?;
        targets.contains(target).then(|| find(credits, target).copied().unwrap_or(0.0))
    };
    if rows.is_empty() || pairs.len() != rows.len() {
        return None;
    }
    let sum: f64 = rows.iter().map(row_credit).sum::<Option<f64>>()?;
    Some(sum / rows.len() as f64)
}

fn rate_credit(points: u8, rows: &[(OptionKey, u8)], ratings: &[(OptionKey, u8)]) -> Option<f64> {
    let row_loss = |(row, key): &(OptionKey, u8)| {
        let rating = *find(ratings, row)?;
        (1..=points).contains(&rating).then(|| f64::from(rating.abs_diff(*key)))
    };
    if rows.is_empty() || ratings.len() != rows.len() {
        return None;
    }
    let loss = rows.iter().map(row_loss).sum::<Option<f64>>()?;
    let worst: f64 = rows.iter().map(|(_, key)| worst_loss(points, *key)).sum();
    Some(if worst > 0.0 { 1.0 - loss / worst } else { 1.0 })
}

fn find<'a, K: PartialEq, V>(pairs: &'a [(K, V)], key: &K) -> Option<&'a V> {
    pairs.iter().find(|(other, _)| other == key).map(|(_, value)| value)
}

fn has_repeats<T: PartialEq>(elements: &[T]) -> bool {
    elements.iter().enumerate().any(|(i, element)| elements[..i].contains(element))
}
