//! The submissions of a group, marked again with the panel's own bank. Totals that arrive are not even read.
//!
//! ```text
//! Submission… ── mark ─→ Marked… ── Class::new ─┬─ flags      what to look at in each
//!                                               ├─ answers ─→ item analysis (assess)
//!                                               └─ gradebook ─→ CSV
//! Marked ── journal ─→ Observations (learner): the same estimates that the learner sees
//! ```

mod flags;
mod gradebook;
mod marked;

pub use flags::Flag;
pub use gradebook::gradebook;
pub use marked::{CaseState, Marked, MarkedCase, mark};

use std::collections::{HashMap, HashSet};

use super::submission::Submission;
use crate::assess::analysis::{Answers, Cell, Column, Mark};
use crate::assess::overall;
use crate::course::{Item, Key, OptionKey, Response};
use crate::learner::Assignment;

/// What a group handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// By alias, and each person's attempts in order.
    pub rows: Vec<Row>,
}

/// A submission in its class.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub marked: Marked,
    pub flags: Vec<Flag>,
    /// It is the one that counts for its learner: the first attempt, as it was first handed in. Two names at one browser
    /// are two learners: the flags tell that they share it.
    pub counts: bool,
}

impl Class {
    /// `assignment` is the one that was asked, when it is known: without it nobody knows what order was possible.
    pub fn new(submissions: Vec<Submission>, bank: &[Item], assignment: Option<&Assignment>) -> Self {
        let mut submissions = submissions;
        submissions.sort_by(|a, b| {
            let name = |one: &Submission| one.alias.to_lowercase();
            (name(a), a.attempt, a.handed).cmp(&(name(b), b.attempt, b.handed))
        });
        submissions.dedup();
        let items: HashMap<&str, &Item> = bank.iter().map(|item| (item.id.as_str(), item)).collect();
        let marked: Vec<Marked> = submissions.into_iter().map(|submission| mark(submission, &items)).collect();
        let flags = flags::of_all(&marked, bank, assignment);
        let mut seen: HashSet<(String, String)> = HashSet::new();
        let learner = |Marked { submission, .. }: &Marked| (submission.alias.to_lowercase(), submission.token.clone());
        let counts: Vec<bool> = marked.iter().map(|marked| seen.insert(learner(marked))).collect();
        let rows = marked.into_iter().zip(flags).zip(counts);
        Self { rows: rows.map(|((marked, flags), counts)| Row { marked, flags, counts }).collect() }
    }

    /// The submissions that count.
    pub fn counted(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.counts)
    }

    /// The answers that can be analysed: first attempts at items never seen before. Versions of an item stand apart, since
    /// another key or other options make another item. `label` says what an option is called.
    pub fn answers(&self, bank: &[Item], label: impl Fn(&Item, &OptionKey) -> String) -> Answers {
        let rows: Vec<&Row> = self.counted().collect();
        let mut columns = Vec::new();
        for item in bank {
            let mut versions: Vec<&str> = Vec::new();
            for case in rows.iter().flat_map(|row| row.marked.case(item)) {
                if !versions.contains(&case.given.fingerprint.as_str()) {
                    versions.push(&case.given.fingerprint);
                }
            }
            let is_present = |version: &&str| item.fingerprint.as_str().starts_with(*version);
            versions.sort_by_key(|version| !is_present(version));
            for version in &versions {
                let mut column = column(item, &rows, version, &label);
                if versions.len() > 1 || !is_present(version) {
                    let which = if is_present(version) { "versión actual" } else { "versión anterior" };
                    column.name = format!("{} ({which})", item.id);
                }
                columns.push(column);
            }
        }
        Answers { people: rows.len(), columns }
    }
}

fn column(item: &Item, rows: &[&Row], version: &str, label: impl Fn(&Item, &OptionKey) -> String) -> Column {
    let mut marks: Vec<Mark> = marks(item, &label);
    let cell = |row: &&Row| {
        let case = row.marked.case(item).filter(|case| case.given.fingerprint == version && !case.given.seen_before)?;
        let credit = match &case.credits {
            Some(credits) => overall(credits, &item.competencies),
            None if case.state == CaseState::Blank => 0.0,
            None => return None,
        };
        let chosen = case.response.as_ref().map_or_else(|| vec![String::new()], |response| chosen(item, response, &label));
        Some((credit, chosen, case.given.seconds, case.given.certainty))
    };
    let found: Vec<_> = rows.iter().map(cell).collect();
    if found.iter().flatten().any(|(_, chosen, ..)| chosen.iter().any(String::is_empty)) {
        marks.push(Mark { label: String::new(), credit: 0.0 });
    }
    let place = |label: &String| marks.iter().position(|mark| mark.label == *label);
    let cells = found.into_iter().map(|found| {
        let (credit, chosen, seconds, certainty) = found?;
        Some(Cell { credit, marked: chosen.iter().filter_map(place).collect(), seconds: seconds.map(f64::from), certainty })
    });
    let cells = cells.collect();
    Column {
        name: item.id.to_string(),
        scale: item.main_competency().map(|id| id.to_string()),
        is_single: matches!(item.key, Key::Single(_)),
        cells,
        marks,
    }
}

/// What can be marked in an item: its options, or its rows with each of their targets or ratings.
fn marks(item: &Item, label: &impl Fn(&Item, &OptionKey) -> String) -> Vec<Mark> {
    match &item.key {
        Key::Single(options) | Key::Multiple { options, .. } => options
            .iter()
            .map(|(key, credit)| Mark { label: label(item, key), credit: credit.overall(&item.competencies) })
            .collect(),
        Key::Order(steps) => (1..=steps.len())
            .flat_map(|place| steps.iter().enumerate().map(move |(at, step)| (place, at, step)))
            .map(|(place, at, step)| Mark {
                label: format!("{place}.º {}", label(item, step)),
                credit: f64::from(u8::from(at + 1 == place)),
            })
            .collect(),
        Key::Sort { targets, rows } => {
            let of_row = |(row, credits): &(OptionKey, Vec<(OptionKey, f64)>)| {
                let mark = |target: &OptionKey| Mark {
                    label: format!("{} → {}", label(item, row), label(item, target)),
                    credit: credits.iter().find(|(id, _)| id == target).map_or(0.0, |(_, credit)| *credit),
                };
                targets.iter().map(mark).collect::<Vec<_>>()
            };
            rows.iter().flat_map(of_row).collect()
        }
        Key::Rate { points, rows } => rows
            .iter()
            .flat_map(|(row, value)| (1..=*points).map(move |rating| (row, *value, rating)))
            .map(|(row, value, rating)| Mark {
                label: format!("{}: {rating}", label(item, row)),
                credit: f64::from(u8::from(value == rating)),
            })
            .collect(),
    }
}

/// The labels of what an answer marks.
fn chosen(item: &Item, response: &Response, label: &impl Fn(&Item, &OptionKey) -> String) -> Vec<String> {
    match response {
        Response::Single(option) => vec![label(item, option)],
        Response::Multiple(options) => options.iter().map(|option| label(item, option)).collect(),
        Response::Order(steps) => {
            steps.iter().enumerate().map(|(at, step)| format!("{}.º {}", at + 1, label(item, step))).collect()
        }
        Response::Sort(rows) => {
            rows.iter().map(|(row, target)| format!("{} → {}", label(item, row), label(item, target))).collect()
        }
        Response::Rate(rows) => rows.iter().map(|(row, rating)| format!("{}: {rating}", label(item, row))).collect(),
    }
}
