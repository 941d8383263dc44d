//! What a person should look at in an item, from how it was answered.

use super::Column;
use super::item::ItemFigures;
use super::moments::correlation;
use super::options::{OptionFigures, choosers};
use super::rest::Rest;

/// With fewer people the figures describe those people and no finding is made of them.
pub const ENOUGH_PEOPLE: usize = 30;

/// What an option must have been chosen by for it to be compared with the key.
const ENOUGH_CHOOSERS: usize = 10;

/// An option that fewer choose draws nobody.
const UNUSED: f64 = 0.05;

/// Discrimination below this is poor.
const POOR: f64 = 0.10;

/// The usual working band of facility.
const BAND: (f64, f64) = (0.3, 0.9);

/// What one in twenty exceeds by chance, in standard errors.
const ONE_SIDED_5: f64 = 1.645;

#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Who does well in the rest chooses this option rather than the key: the key may be wrong.
    Miskeyed { option: String },
    /// Who does well in the rest chooses this option as much as the key: both may be defensible.
    Ambiguous { option: String },
    /// Who does well in the rest tends to this option, though less than to the key.
    Tempting { option: String },
    /// Doing well in it goes with doing badly in the rest.
    Negative,
    /// It hardly goes with the rest.
    Poor,
    /// Everybody got the same credit.
    Constant,
    /// Almost nobody chooses these options.
    Unused { options: Vec<String> },
    Hard,
    Easy,
}

/// The findings of an item, the gravest first.
pub fn of(column: &Column, figures: &ItemFigures, rest: &Rest) -> Vec<Finding> {
    if figures.people < ENOUGH_PEOPLE {
        return Vec::new();
    }
    let mut found: Vec<Finding> = rival(column, figures, rest).into_iter().collect();
    found.extend(discrimination(figures));
    found.extend(unused(column, figures));
    found.extend(facility(figures));
    found
}

fn discrimination(figures: &ItemFigures) -> Option<Finding> {
    match figures.item_rest {
        None if figures.standard_error == Some(0.0) => Some(Finding::Constant),
        Some(r) if r < 0.0 => Some(Finding::Negative),
        Some(r) if r < POOR => Some(Finding::Poor),
        _ => None,
    }
}

fn facility(figures: &ItemFigures) -> Option<Finding> {
    let facility = figures.facility?;
    if facility < BAND.0 {
        return Some(Finding::Hard);
    }
    (facility > BAND.1).then_some(Finding::Easy)
}

fn unused(column: &Column, figures: &ItemFigures) -> Option<Finding> {
    let distractors = figures.options.iter().filter(|option| !is_key(column, option) && !option.mark.label.is_empty());
    let unused = distractors.filter(|option| option.share < UNUSED);
    let options: Vec<String> = unused.map(|option| option.mark.label.clone()).collect();
    (column.is_single && !options.is_empty()).then_some(Finding::Unused { options })
}

fn is_key(column: &Column, option: &OptionFigures) -> bool {
    let best = column.marks.iter().map(|mark| mark.credit).fold(0.0, f64::max);
    option.mark.credit == best
}

/// The distractor that most attracts those who do well in the rest, compared with the key. Only of items with one key.
fn rival(column: &Column, figures: &ItemFigures, rest: &Rest) -> Option<Finding> {
    let (keys, distractors): (Vec<Numbered<'_>>, Vec<Numbered<'_>>) =
        figures.options.iter().enumerate().partition(|(_, option)| is_key(column, option));
    let [key] = keys[..] else { return None };
    let attracts =
        |(_, option): &Numbered<'_>| option.chosen >= ENOUGH_CHOOSERS && option.rest_correlation.is_some_and(|r| r > 0.0);
    let answered = distractors.into_iter().filter(|(_, option)| column.is_single && !option.mark.label.is_empty());
    let rival = answered.filter(attracts).max_by(|(_, a), (_, b)| pull(a).total_cmp(&pull(b)))?;
    let difference = williams(pull(rival.1), pull(key.1), together(column, rest, key.0, rival.0), rest.people.len());
    let option = rival.1.mark.label.clone();
    if difference > ONE_SIDED_5 {
        Some(Finding::Miskeyed { option })
    } else if pull(rival.1) * (rest.people.len() as f64).sqrt() < ONE_SIDED_5 {
        None
    } else if difference > -ONE_SIDED_5 {
        Some(Finding::Ambiguous { option })
    } else {
        Some(Finding::Tempting { option })
    }
}

/// An option and its place.
type Numbered<'f> = (usize, &'f OptionFigures);

/// How much an option attracts those who do well in the rest. One that nobody chooses attracts nobody.
fn pull(option: &OptionFigures) -> f64 {
    option.rest_correlation.unwrap_or(0.0)
}

/// The correlation between choosing one option and choosing another.
fn together(column: &Column, rest: &Rest, one: usize, other: usize) -> f64 {
    let indicator = |mark| -> Vec<f64> {
        choosers(column, &rest.people, mark).iter().map(|chose| f64::from(u8::from(*chose))).collect()
    };
    correlation(&indicator(one), &indicator(other)).unwrap_or(0.0)
}

/// How much higher the first correlation is than the second, both with the same third variable, in standard errors:
/// Williams' T₂ as Steiger recommends it (1980, equation 7). `together` is the correlation between the first two.
fn williams(first: f64, second: f64, together: f64, people: usize) -> f64 {
    let n = people as f64;
    let determinant =
        1.0 - first.powi(2) - second.powi(2) - together.powi(2) + 2.0 * first * second * together;
    let mean = (first + second) / 2.0;
    let spread = 2.0 * (n - 1.0) / (n - 3.0) * determinant + mean.powi(2) * (1.0 - together).powi(3);
    if spread <= 0.0 || together <= -1.0 + 1e-9 {
        // Of two options alone one is the other turned round, and either is compared with nothing.
        return first * n.sqrt();
    }
    (first - second) * ((n - 1.0) * (1.0 + together) / spread).sqrt()
}
