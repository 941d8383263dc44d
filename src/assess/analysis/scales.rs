//! Whether the parts of a set say something that the whole does not (Haberman, 2008).
//!
//! The question is which predicts the true score of a part better: the part itself, or the whole set. Each prediction has
//! a proportional reduction of mean squared error (PRMSE), 0 to 1. Only a part that predicts itself better is worth
//! reporting.

use super::moments::{covariance, variance};
use super::set::{alpha, totals};
use super::{Answers, Column};

#[derive(Debug, Clone, PartialEq)]
pub struct ScaleFigures {
    pub name: String,
    /// How many items.
    pub items: usize,
    pub alpha: Option<f64>,
    /// From the part itself: its reliability.
    pub prmse_scale: Option<f64>,
    /// From the whole set.
    pub prmse_total: Option<f64>,
    /// Whether it says more than the total. `None` when that cannot be known.
    pub adds_value: Option<bool>,
}

/// `rows` are the credits of those who were given everything, one list per item.
pub fn figures(answers: &Answers, rows: &[Vec<f64>]) -> Vec<ScaleFigures> {
    let mut names: Vec<&String> = Vec::new();
    for scale in answers.columns.iter().filter_map(|column| column.scale.as_ref()) {
        if !names.contains(&scale) {
            names.push(scale);
        }
    }
    let total = totals(rows);
    let of = |name: &String| {
        let belongs = |column: &Column| column.scale.as_ref() == Some(name);
        let part = rows.iter().zip(&answers.columns).filter(|(_, column)| belongs(column));
        figures_of(name, &part.map(|(credits, _)| credits.clone()).collect::<Vec<_>>(), &total)
    };
    let parts = names.into_iter().map(of);
    parts.filter(|part| part.items < answers.columns.len()).collect()
}

fn figures_of(name: &str, part: &[Vec<f64>], total: &[f64]) -> ScaleFigures {
    let alpha = alpha(part);
    let prmse_total = alpha.and_then(|alpha| prmse_total(&totals(part), alpha, total));
    let prmse_scale = alpha.filter(|alpha| *alpha > 0.0);
    let adds_value = prmse_scale.zip(prmse_total).map(|(scale, total)| scale > total);
    ScaleFigures { name: name.to_owned(), items: part.len(), alpha, prmse_scale, prmse_total, adds_value }
}

/// (cov(s, x) − σ²_e)² / (σ²_τ · σ²_x): the squared correlation of the part's true score τ with the total x. The errors of
/// the part are also in the total, so what they add to the covariance is taken out, σ²_e = σ²_s(1 − α).
fn prmse_total(part: &[f64], alpha: f64, total: &[f64]) -> Option<f64> {
    let (own, whole) = (variance(part)?, variance(total)?);
    let (error, truth) = (own * (1.0 - alpha), own * alpha);
    (truth > 0.0 && whole > 0.0).then_some(())?;
    Some((covariance(part, total)? - error).powi(2) / (truth * whole))
}
