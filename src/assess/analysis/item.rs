//! How an item did: how easy it was, whether it tells apart, who chose what.

use super::findings::{self, Finding};
use super::moments::{correlation, mean, population_variance, quantile};
use super::options::{self, OptionFigures};
use super::rest::{Groups, Rest};
use super::answers::Sum;
use super::{Cell, Column};
use crate::assess::Certainty;

#[derive(Debug, Clone, PartialEq)]
pub struct ItemFigures {
    pub name: String,
    pub scale: Option<String>,
    /// How many people were given it.
    pub people: usize,
    /// Mean credit, 0 to 1: the higher, the easier.
    pub facility: Option<f64>,
    /// Of the facility: √(variance of the credits / n), with the variance of those people.
    pub standard_error: Option<f64>,
    /// With the mean of everything given, itself included.
    pub item_total: Option<f64>,
    /// With the mean of everything else: its discrimination.
    pub item_rest: Option<f64>,
    /// α of the set without it.
    pub alpha_without: Option<f64>,
    pub options: Vec<OptionFigures>,
    /// How many people each group by rest score has.
    pub group_sizes: Vec<usize>,
    pub seconds: Option<Spread>,
    /// For each level of certainty that somebody declared: how many did, and their mean credit.
    pub certainty: Vec<(Certainty, usize, f64)>,
    /// What to look at, the gravest first. Empty too when there are not enough people.
    pub findings: Vec<Finding>,
}

/// The middle half of some values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl ItemFigures {
    pub(super) fn of(column: &Column, sums: &[Sum], alpha_without: Option<f64>) -> Self {
        let rest = Rest::of(column, sums);
        let groups = Groups::of(&rest.scores);
        let credits: Vec<f64> = column.cells.iter().flatten().map(|cell| cell.credit).collect();
        let compared: Vec<f64> = rest.people.iter().filter_map(|person| column.cell(*person)).map(|c| c.credit).collect();
        let mut figures = Self {
            name: column.name.clone(),
            scale: column.scale.clone(),
            people: credits.len(),
            facility: mean(&credits),
            standard_error: population_variance(&credits).map(|variance| (variance / credits.len() as f64).sqrt()),
            item_total: item_total(column, sums),
            item_rest: correlation(&compared, &rest.scores),
            alpha_without,
            options: options::figures(column, &rest, &groups),
            group_sizes: groups.sizes,
            seconds: seconds(column),
            certainty: certainty(column),
            findings: Vec::new(),
        };
        figures.findings = findings::of(column, &figures, &rest);
        figures
    }
}

fn item_total(column: &Column, sums: &[Sum]) -> Option<f64> {
    let (mut credits, mut totals) = (Vec::new(), Vec::new());
    for (person, sum) in sums.iter().enumerate() {
        if let Some(cell) = column.cell(person) {
            credits.push(cell.credit);
            totals.push(sum.credit / sum.given as f64);
        }
    }
    correlation(&credits, &totals)
}

fn seconds(column: &Column) -> Option<Spread> {
    let mut seconds: Vec<f64> = column.cells.iter().flatten().filter_map(|cell| cell.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    let at = |share| quantile(&seconds, share);
    Some(Spread { low: at(0.25)?, median: at(0.5)?, high: at(0.75)? })
}

fn certainty(column: &Column) -> Vec<(Certainty, usize, f64)> {
    let of = |level: Certainty| {
        let cells = column.cells.iter().flatten().filter(|cell: &&Cell| cell.certainty == Some(level));
        let credits: Vec<f64> = cells.map(|cell| cell.credit).collect();
        Some((level, credits.len(), mean(&credits)?))
    };
    Certainty::ALL.into_iter().filter_map(of).collect()
}
