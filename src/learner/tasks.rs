//! Attempts at what an instructor asked for.

use super::{AssignmentId, EventId, Journal, Session, Timestamp, What, session};
use crate::course::ItemId;

/// An attempt at an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub session: EventId,
    pub assignment: AssignmentId,
    /// The first one is 1.
    pub attempt: u32,
    /// It shows no feedback until it is submitted.
    pub sealed: bool,
    /// What this device mixes by.
    pub token: String,
    /// What the instructor signed.
    pub link: String,
    pub began: Timestamp,
    /// When it was put in a submission; the last time.
    pub submitted: Option<Timestamp>,
}

impl Task {
    pub fn is_open(&self) -> bool {
        self.submitted.is_none()
    }

    /// The session with its cases.
    pub fn session(&self, journal: &Journal) -> Option<Session> {
        session(journal, &self.session)
    }
}

/// Every attempt, in the order in which they began.
pub fn tasks(journal: &Journal) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    for event in journal {
        match &event.what {
            What::Assigned { session, assignment, attempt, sealed, token, link } => tasks.push(Task {
                session: session.clone(),
                assignment: assignment.clone(),
                attempt: *attempt,
                sealed: *sealed,
                token: token.clone(),
                link: link.clone(),
                began: event.at,
                submitted: None,
            }),
            What::Submitted { session } => {
                for task in tasks.iter_mut().filter(|task| task.session == *session) {
                    task.submitted = Some(event.at);
                }
            }
            _ => {}
        }
    }
    tasks
}

/// The cases that are sealed, each since when: those of sealed attempts that have not been submitted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seals(Vec<Session>);

impl Seals {
    pub fn of(journal: &Journal) -> Self {
        let sealed = tasks(journal).into_iter().filter(|task| task.sealed && task.is_open());
        Self(sealed.filter_map(|task| task.session(journal)).collect())
    }

    /// Since when what is answered to an item says nothing yet.
    pub fn since(&self, item: &ItemId) -> Option<Timestamp> {
        self.0.iter().filter(|session| session.items.contains(item)).map(|session| session.at).min()
    }
}
