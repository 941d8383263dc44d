//! Who chooses each option.

use super::moments::{correlation, mean};
use super::rest::{Groups, Rest};
use super::{Column, Mark};

#[derive(Debug, Clone, PartialEq)]
pub struct OptionFigures {
    pub mark: Mark,
    /// How many people chose it.
    pub chosen: usize,
    /// The share of those who were given the item, 0 to 1.
    pub share: f64,
    /// The mean rest score of those who chose it, 0 to 1.
    pub rest_mean: Option<f64>,
    /// Between choosing it and the rest score.
    pub rest_correlation: Option<f64>,
    /// The share of each group by rest score that chooses it, from the lowest group up; `None` for an empty group.
    pub curve: Vec<Option<f64>>,
}

pub fn figures(column: &Column, rest: &Rest, groups: &Groups) -> Vec<OptionFigures> {
    let given = column.cells.iter().flatten().count();
    let all: Vec<usize> = (0..column.cells.len()).collect();
    let figures = |(place, mark): (usize, &Mark)| {
        let chosen = choosers(column, &all, place).iter().filter(|chose| **chose).count();
        let choosers = choosers(column, &rest.people, place);
        let indicator: Vec<f64> = choosers.iter().map(|chose| f64::from(u8::from(*chose))).collect();
        let scores = rest.scores.iter().zip(&choosers).filter(|(_, chose)| **chose).map(|(score, _)| *score);
        OptionFigures {
            mark: mark.clone(),
            chosen,
            share: if given == 0 { 0.0 } else { chosen as f64 / given as f64 },
            rest_mean: mean(&scores.collect::<Vec<_>>()),
            rest_correlation: correlation(&indicator, &rest.scores),
            curve: curve(&choosers, groups),
        }
    };
    column.marks.iter().enumerate().map(figures).collect()
}

/// Whether each of these people marked it.
pub fn choosers(column: &Column, people: &[usize], mark: usize) -> Vec<bool> {
    people.iter().map(|person| column.cell(*person).is_some_and(|cell| cell.marked.contains(&mark))).collect()
}

fn curve(choosers: &[bool], groups: &Groups) -> Vec<Option<f64>> {
    let share = |(group, size): (usize, &usize)| {
        let chosen = choosers.iter().zip(&groups.of).filter(|(chose, of)| **chose && **of == group).count();
        (*size > 0).then(|| chosen as f64 / *size as f64)
    };
    groups.sizes.iter().enumerate().map(share).collect()
}
