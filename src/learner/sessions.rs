//! Sessions: cases drawn to be answered one after another.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

use super::{EventId, ItemRecord, Journal, Purpose, Timestamp, What};
use crate::course::{CompetencyId, Home, Item, ItemId, ModuleId, shuffled};

/// A session as it was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: EventId,
    pub purpose: Purpose,
    /// When it was drawn: what was answered before does not count as done in it.
    pub at: Timestamp,
    pub items: Vec<ItemId>,
}

impl Session {
    /// The place of an item in it.
    pub fn place(&self, item: &ItemId) -> Option<usize> {
        self.items.iter().position(|other| other == item)
    }

    /// Its items that have been answered since it was drawn.
    pub fn answered(&self, journal: &Journal) -> Vec<ItemId> {
        let since = journal.iter().filter(|event| event.at >= self.at);
        let answered: Vec<&ItemId> = since.filter_map(|event| match &event.what {
            What::Answered { item, .. } => Some(item),
            _ => None,
        }).collect();
        self.items.iter().filter(|item| answered.contains(item)).cloned().collect()
    }
}

/// The session with this id.
pub fn session(journal: &Journal, id: &EventId) -> Option<Session> {
    sessions(journal).find(|session| &session.id == id)
}

/// Every session, in the order in which they were drawn.
pub fn sessions(journal: &Journal) -> impl DoubleEndedIterator<Item = Session> {
    journal.iter().filter_map(|event| match &event.what {
        What::Drawn { session, purpose, items, .. } => {
            Some(Session { id: session.clone(), purpose: *purpose, at: event.at, items: items.clone() })
        }
        _ => None,
    })
}

/// What to draw from. Each empty list asks for nothing; within a list, any will do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    pub competencies: Vec<CompetencyId>,
    pub forms: Vec<String>,
    pub modules: Vec<ModuleId>,
    pub facets: Vec<String>,
}

impl Filter {
    /// Whether an item may be drawn: it is of a lesson, and what it is fits every list.
    pub fn admits(&self, item: &Item) -> bool {
        let Home::Lesson { module, .. } = &item.home else { return false };
        let any = |list: &[String], value: &dyn Fn(&String) -> bool| list.is_empty() || list.iter().any(value);
        let competency = self.competencies.is_empty()
            || item.main_competency().is_some_and(|main| self.competencies.contains(main));
        competency
            && (self.modules.is_empty() || self.modules.contains(module))
            && any(&self.forms, &|form| *form == item.form)
            && any(&self.facets, &|facet| item.facets.contains(facet))
    }
}

/// Draws `n` items: those never answered come first, and the seed decides the order among the rest. The same seed over
/// the same bank and journal draws the same.
pub fn draw(bank: &[Item], records: &HashMap<ItemId, ItemRecord>, filter: &Filter, n: usize, seed: u64) -> Vec<ItemId> {
    let admitted: Vec<&Item> = bank.iter().filter(|item| filter.admits(item)).collect();
    let mixed = shuffled(admitted.len(), seed).into_iter().map(|place| admitted[place]);
    let is_new = |item: &&Item| records.get(&item.id).is_none_or(|record| record.attempts.is_empty());
    let (new, old): (Vec<&Item>, Vec<&Item>) = mixed.partition(is_new);
    new.into_iter().chain(old).take(n).map(|item| item.id.clone()).collect()
}
