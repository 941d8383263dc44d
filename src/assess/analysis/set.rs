//! How consistently a set of items measures whatever it measures.

use super::feldt;
use super::moments::{correlation, covariance, mean, population_variance, variance};

/// The figures of a set, from the people who were given all of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetFigures {
    /// How many items.
    pub items: usize,
    /// Of the totals: each the sum of the credits of a person.
    pub mean: Option<f64>,
    pub variance: Option<f64>,
    /// α = k/(k − 1) · (1 − Σ var_i / var_T) (Cronbach, 1951). With items right or wrong it is KR-20.
    pub alpha: Option<f64>,
    /// The 95 % interval of α (Feldt, 1965).
    pub alpha_interval: Option<(f64, f64)>,
    /// k·r̄ / (1 + (k − 1)·r̄), with r̄ the mean of the correlations between items.
    pub standardised_alpha: Option<f64>,
    /// λ₂ = (Σ cov_ij + √(k/(k − 1) · Σ cov_ij²)) / var_T, over i ≠ j (Guttman, 1945): a better lower bound than α.
    pub lambda_2: Option<f64>,
    /// λ₂ of the standardised items: with correlations in the place of covariances, as R's psych gives it.
    pub standardised_lambda_2: Option<f64>,
    /// k/(k − 1) · (1 − M(k − M)/(k·var)) (Kuder and Richardson, 1937), with the variance of those people. Only of items
    /// right or wrong.
    pub kr_21: Option<f64>,
    /// The standard error of measurement of a total: SD·√(1 − α), in credits.
    pub measurement_error: Option<f64>,
}

impl SetFigures {
    /// `items` has the credits of each item, from the same people.
    pub(super) fn of(items: &[Vec<f64>]) -> Self {
        let totals = totals(items);
        let (k, n) = (items.len(), totals.len());
        let alpha = alpha(items);
        let total_variance = variance(&totals);
        Self {
            items: k,
            mean: mean(&totals),
            variance: total_variance,
            alpha,
            alpha_interval: alpha.and_then(|alpha| feldt::interval(alpha, n, k)),
            standardised_alpha: standardised_alpha(items),
            lambda_2: lambda_2(items, &totals),
            standardised_lambda_2: standardised_lambda_2(items),
            kr_21: kr_21(items, &totals),
            measurement_error: alpha.zip(total_variance).map(|(alpha, variance)| (variance * (1.0 - alpha)).sqrt()),
        }
    }
}

pub fn totals(items: &[Vec<f64>]) -> Vec<f64> {
    let people = items.first().map_or(0, Vec::len);
    (0..people).map(|person| items.iter().map(|credits| credits[person]).sum()).collect()
}

pub fn alpha(items: &[Vec<f64>]) -> Option<f64> {
    let own: f64 = items.iter().filter_map(|credits| variance(credits)).sum();
    alpha_from(items.len(), own, variance(&totals(items))?)
}

/// α of each set that is left when one item is taken out, in the order of the items.
pub fn alphas_without(items: &[Vec<f64>]) -> Vec<Option<f64>> {
    let totals = totals(items);
    let variances: Vec<f64> = items.iter().filter_map(|credits| variance(credits)).collect();
    let Some(total) = variance(&totals).filter(|_| variances.len() == items.len()) else {
        return vec![None; items.len()];
    };
    let own: f64 = variances.iter().sum();
    let without = |(credits, variance): (&Vec<f64>, &f64)| {
        let left = total + variance - 2.0 * covariance(credits, &totals)?;
        alpha_from(items.len() - 1, own - variance, left)
    };
    items.iter().zip(&variances).map(without).collect()
}

fn alpha_from(items: usize, own: f64, total: f64) -> Option<f64> {
    let k = items as f64;
    (items >= 2 && varies(total)).then(|| k / (k - 1.0) * (1.0 - own / total))
}

/// Totals that are all the same leave a variance of nothing but rounding.
fn varies(variance: f64) -> bool {
    variance > 1e-20
}

fn standardised_alpha(items: &[Vec<f64>]) -> Option<f64> {
    let k = items.len() as f64;
    let mean = mean(&between(items, correlation)?)?;
    Some(k * mean / (1.0 + (k - 1.0) * mean))
}

fn lambda_2(items: &[Vec<f64>], totals: &[f64]) -> Option<f64> {
    let total = variance(totals).filter(|variance| varies(*variance))?;
    lambda_2_from(items.len(), &between(items, covariance)?, total)
}

/// The variance of a sum of standardised items is the sum of all their correlations, those with themselves included.
fn standardised_lambda_2(items: &[Vec<f64>]) -> Option<f64> {
    let correlations = between(items, correlation)?;
    let total = items.len() as f64 + 2.0 * correlations.iter().sum::<f64>();
    lambda_2_from(items.len(), &correlations, total)
}

/// `between` has each pair once, and each counts in both directions.
fn lambda_2_from(items: usize, between: &[f64], total: f64) -> Option<f64> {
    let k = items as f64;
    let sum = 2.0 * between.iter().sum::<f64>();
    let squares = 2.0 * between.iter().map(|value| value.powi(2)).sum::<f64>();
    (items >= 2 && varies(total)).then(|| (sum + (k / (k - 1.0) * squares).sqrt()) / total)
}

/// What `relate` says of each pair of items. `None` when it says nothing of one.
fn between(items: &[Vec<f64>], relate: impl Fn(&[f64], &[f64]) -> Option<f64>) -> Option<Vec<f64>> {
    pairs(items).map(|(one, other)| relate(one, other)).collect()
}

fn pairs(items: &[Vec<f64>]) -> impl Iterator<Item = (&Vec<f64>, &Vec<f64>)> {
    items.iter().enumerate().flat_map(|(place, one)| items[place + 1..].iter().map(move |other| (one, other)))
}

fn kr_21(items: &[Vec<f64>], totals: &[f64]) -> Option<f64> {
    let k = items.len() as f64;
    let is_right_or_wrong = items.iter().flatten().all(|credit| *credit == 0.0 || *credit == 1.0);
    let variance = population_variance(totals).filter(|variance| varies(*variance))?;
    let mean = mean(totals)?;
    (is_right_or_wrong && items.len() >= 2)
        .then(|| k / (k - 1.0) * (1.0 - mean * (k - mean) / (k * variance)))
}
