//! One thing that a learner did.

use std::fmt;

use crate::course::{Fingerprint, ItemId, LessonId, Response};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    pub at: Timestamp,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An answer was given. The first and the later ones alike: which is which follows from the journal.
    Answered { item: ItemId, fingerprint: Fingerprint, response: Response },
    /// The solution was shown without an answer, or after one.
    SolutionSeen { item: ItemId, fingerprint: Fingerprint },
    /// A hint was opened; the first one is 0.
    HintOpened { item: ItemId, fingerprint: Fingerprint, hint: usize },
    /// A heading of a lesson was reached while reading.
    Reached { lesson: LessonId, anchor: String },
}

impl What {
    /// The item it is about, if it is about one.
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            What::Answered { item, .. } | What::SolutionSeen { item, .. } | What::HintOpened { item, .. } => Some(item),
            What::Reached { .. } => None,
        }
    }
}

/// Names an event for ever, on every device. The shell makes it from the device and a random part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(Box<str>);

impl EventId {
    pub fn new(id: impl Into<Box<str>>) -> Self {
        Self(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Milliseconds since the beginning of 1970, UTC, by the clock of the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);
