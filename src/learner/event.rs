//! One thing that a learner did.

use std::fmt;

use super::AssignmentId;
use crate::assess::Certainty;
use crate::course::{ExamId, Fingerprint, ItemId, LessonId, OptionKey, Response, Role, SimulationId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    pub at: Timestamp,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An answer was given. The first and the later ones alike: which is which follows from the journal.
    /// How sure the learner was is only known when they chose to say it.
    /// `seconds` is the time from when the case could be read on its page, or from the answer before it there.
    Answered {
        item: ItemId,
        fingerprint: Fingerprint,
        response: Response,
        certainty: Option<Certainty>,
        seconds: Option<u32>,
    },
    /// The solution was shown without an answer, or after one.
    SolutionSeen { item: ItemId, fingerprint: Fingerprint },
    /// A hint was opened; the first one is 0.
    HintOpened { item: ItemId, fingerprint: Fingerprint, hint: usize },
    /// A heading of a lesson was reached while reading.
    Reached { lesson: LessonId, anchor: String },
    /// A run of a simulation began at a seat, with the plot as it was. The same run may begin again with another plot:
    /// its file changed, and the learner chose to keep what was decided: the first `kept` decisions, or all of them.
    Begun { simulation: SimulationId, run: EventId, seat: ItemId, plot: Fingerprint, kept: Option<usize> },
    /// Something was decided at a node. The hat is the function from which the learner said they decided.
    Decided { run: EventId, item: ItemId, fingerprint: Fingerprint, option: OptionKey, hat: Option<Role> },
    /// A run came to its end, and the whole tree was shown.
    Debriefed { simulation: SimulationId, run: EventId },
    /// An exam was handed in: its reasons may be shown from now on.
    HandedIn { exam: ExamId },
    /// A session of practice or of review was drawn. The seed tells how, the list what came out.
    Drawn { session: EventId, purpose: Purpose, seed: u64, items: Vec<ItemId> },
    /// An attempt at an assignment began with a session of its cases. Until it is submitted, a sealed one shows no
    /// feedback. The link is what the instructor signed, to read again what was asked; the token, what this device mixes
    /// by.
    Assigned { session: EventId, assignment: AssignmentId, attempt: u32, sealed: bool, token: String, link: String },
    /// What was done in an attempt was put in a submission.
    Submitted { session: EventId },
    /// The learner rated their own work against a criterion of a rubric; the lowest level is 1.
    Rated { lesson: LessonId, criterion: OptionKey, level: u8 },
}

/// What a session is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    Practice,
    Review,
    Assignment,
}

impl What {
    /// The item it is about, if it is about one.
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            What::Answered { item, .. }
            | What::SolutionSeen { item, .. }
            | What::HintOpened { item, .. }
            | What::Decided { item, .. } => Some(item),
            _ => None,
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
