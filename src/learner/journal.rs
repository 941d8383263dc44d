//! Everything the learner did, once each and in order.

use std::collections::HashSet;

use super::{Event, EventId};

/// The events known by id, in the order (time, id). The order decides between devices with the same time, so two of
/// them that hold the same events fold to the same thing whatever the order of arrival.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    events: Vec<Event>,
    ids: HashSet<EventId>,
}

impl Journal {
    /// Whether it was new. An event whose id is already here changes nothing: the one that came first stays.
    pub fn insert(&mut self, event: Event) -> bool {
        if !self.ids.insert(event.id.clone()) {
            return false;
        }
        // Nearly always the last place, because time goes forward.
        let place = self.events.partition_point(|other| (other.at, &other.id) < (event.at, &event.id));
        self.events.insert(place, event);
        true
    }

    /// Adds the events of another journal; returns how many were new.
    pub fn merge(&mut self, other: Journal) -> usize {
        other.events.into_iter().map(|event| self.insert(event)).filter(|is_new| *is_new).count()
    }

    pub fn contains(&self, id: &EventId) -> bool {
        self.ids.contains(id)
    }

    /// In the order (time, id).
    pub fn iter(&self) -> std::slice::Iter<'_, Event> {
        self.events.iter()
    }

    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}

impl FromIterator<Event> for Journal {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut journal = Journal::default();
        journal.extend(events);
        journal
    }
}

impl Extend<Event> for Journal {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        for event in events {
            self.insert(event);
        }
    }
}

impl<'j> IntoIterator for &'j Journal {
    type Item = &'j Event;
    type IntoIter = std::slice::Iter<'j, Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
