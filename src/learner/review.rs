//! Spaced review: what is about to be forgotten comes back, as another case where there is one.
//!
//! What is scheduled is an objective (a behaviour of a competency), not a sentence: its siblings take turns, so that it is
//! not the text that is remembered. The schedule is FSRS-6 ([`Memory`]); its weights were fitted on flashcards, so its
//! recall only puts things in order and is never shown as a level.

use std::collections::{BTreeMap, HashMap};

use super::memory::{LONGEST_INTERVAL, Memory, RETENTION, Rating};
use super::{Attempt, ItemRecord, Journal, Seals, Timestamp, is_handed_in};
use crate::assess::{Certainty, overall, score};
use crate::course::{CompetencyId, Home, Item, ItemId};

const DAY: f64 = 86_400_000.0;
/// Credit under which an answer is a miss, and from which it is a hit.
const MISS: f64 = 0.5;
const HIT: f64 = 0.95;

/// A behaviour of a competency, and how its memory stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    pub competency: CompetencyId,
    pub behaviour: String,
    /// The case to show next: one never answered, or the one answered longest ago.
    pub item: ItemId,
    /// When it should come back.
    pub due: Timestamp,
    /// The chance of recalling it now, 0 to 1. It only puts objectives in order.
    pub recall: f64,
    /// The last answer was a miss, given as very sure.
    pub confident_miss: bool,
}

impl Objective {
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.due <= now
    }
}

/// Every objective with some answer; those to review first come first: confident misses, then the least recalled.
pub fn objectives(
    bank: &[Item],
    records: &HashMap<ItemId, ItemRecord>,
    journal: &Journal,
    now: Timestamp,
) -> Vec<Objective> {
    let mut siblings: BTreeMap<(&CompetencyId, &String), Vec<&Item>> = BTreeMap::new();
    let seals = Seals::of(journal);
    for item in bank.iter().filter(|item| is_reviewed(item, journal) && seals.since(&item.id).is_none()) {
        if let (Some(competency), Some(behaviour)) = (item.main_competency(), &item.objective) {
            siblings.entry((competency, behaviour)).or_default().push(item);
        }
    }
    let one = |((competency, behaviour), items): ((&CompetencyId, &String), Vec<&Item>)| {
        objective(competency, behaviour, &items, records, now)
    };
    let mut objectives: Vec<Objective> = siblings.into_iter().filter_map(one).collect();
    let first = |objective: &Objective| !(objective.confident_miss && objective.is_due(now));
    objectives.sort_by(|a, b| first(a).cmp(&first(b)).then(a.recall.total_cmp(&b.recall)));
    objectives
}

/// Cases of lessons, and those of exams once their reasons may be shown.
fn is_reviewed(item: &Item, journal: &Journal) -> bool {
    match &item.home {
        Home::Lesson { .. } => true,
        Home::Exam(exam) => is_handed_in(exam, journal),
        Home::Simulation(_) => false,
    }
}

fn objective(
    competency: &CompetencyId,
    behaviour: &str,
    items: &[&Item],
    records: &HashMap<ItemId, ItemRecord>,
    now: Timestamp,
) -> Option<Objective> {
    let mut attempts: Vec<(&Item, &ItemRecord, &Attempt)> = Vec::new();
    for item in items {
        let Some(record) = records.get(&item.id) else { continue };
        attempts.extend(record.attempts.iter().map(|attempt| (*item, record, attempt)));
    }
    attempts.sort_by_key(|(item, _, attempt)| (attempt.at, &item.id));
    let (last_item, last_record, last) = *attempts.last()?;
    let memory = remembered(&attempts)?;
    let days = (now.0 - last.at.0) as f64 / DAY;
    let due = last.at.0 as f64 + memory.interval(RETENTION).min(LONGEST_INTERVAL) * DAY;
    Some(Objective {
        competency: competency.clone(),
        behaviour: behaviour.to_owned(),
        item: next_item(items, records)?,
        due: Timestamp(due as i64),
        recall: memory.recall(days),
        confident_miss: last.certainty == Some(Certainty::High) && rating(last_item, last_record, last) == Rating::Again,
    })
}

/// The memory that a series of answers leaves.
fn remembered(attempts: &[(&Item, &ItemRecord, &Attempt)]) -> Option<Memory> {
    let mut memory: Option<(Memory, Timestamp)> = None;
    for (item, record, attempt) in attempts {
        let rating = rating(item, record, attempt);
        let next = match memory {
            None => Memory::first(rating),
            Some((memory, at)) => memory.after(rating, (attempt.at.0 - at.0) as f64 / DAY),
        };
        memory = Some((next, attempt.at));
    }
    memory.map(|(memory, _)| memory)
}

/// A miss is forgotten; a hit with doubts (partial credit, a hint, little certainty) was hard. Never easy by itself.
fn rating(item: &Item, record: &ItemRecord, attempt: &Attempt) -> Rating {
    let credit = score(&item.key, &item.competencies, &attempt.response);
    let credit = credit.map_or(0.0, |scores| overall(&scores, &item.competencies));
    match credit {
        credit if credit < MISS => Rating::Again,
        credit if credit < HIT || record.hints > 0 || attempt.certainty == Some(Certainty::Low) => Rating::Hard,
        _ => Rating::Good,
    }
}

/// The case of a lesson answered longest ago, or never. Those of exams are not asked again: they were a measure.
fn next_item(items: &[&Item], records: &HashMap<ItemId, ItemRecord>) -> Option<ItemId> {
    let items = items.iter().filter(|item| matches!(item.home, Home::Lesson { .. }));
    let last = |item: &&&Item| records.get(&item.id).and_then(|record| record.attempts.last().map(|attempt| attempt.at));
    // `None`, never answered, comes before any time.
    items.min_by_key(last).map(|item| item.id.clone())
}
