//! How far a lesson is, and where the learner left off.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Journal, SimulationState, What, simulation_state};
use crate::course::{Fingerprint, ItemId, LessonId, SimulationId};

/// What a lesson asks for, without its words: small enough for a list of all lessons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonPlan {
    pub id: LessonId,
    /// Its items as they are now.
    pub items: Vec<(ItemId, Fingerprint)>,
    /// The anchor of its last heading; a lesson without items is done when it is reached.
    pub last_anchor: String,
    /// The simulation that has to come to its end for the lesson to be done.
    pub simulation: Option<SimulationId>,
}

/// The items of a lesson by what was done with them; the three counts add up to all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LessonProgress {
    pub unanswered: usize,
    pub answered: usize,
    /// Answered only before their options or their key changed: to be answered again.
    pub changed: usize,
    pub state: LessonState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LessonState {
    /// Nothing of it was reached or answered.
    NotStarted,
    Started,
    /// Every item is answered as it is now; of a lesson for a simulation, a run came to its end; of one with neither,
    /// its own end was reached.
    Done,
}

pub fn lesson_progress(plan: &LessonPlan, journal: &Journal) -> LessonProgress {
    let is_current = answers(plan, journal);
    let answered = is_current.values().filter(|current| **current).count();
    let changed = is_current.len() - answered;
    let reached = |anchor: Option<&str>| journal.iter().any(|event| is_arrival(&event.what, &plan.id, anchor));
    let played = plan.simulation.as_ref().map(|simulation| simulation_state(simulation, journal));
    let is_done = match played {
        Some(state) => state == SimulationState::Done,
        None if plan.items.is_empty() => reached(Some(&plan.last_anchor)),
        None => answered == plan.items.len(),
    };
    let has_played = played.is_some_and(|state| state != SimulationState::NotStarted);
    let state = match is_done {
        true => LessonState::Done,
        false if has_played || !is_current.is_empty() || reached(None) => LessonState::Started,
        false => LessonState::NotStarted,
    };
    LessonProgress { unanswered: plan.items.len() - is_current.len(), answered, changed, state }
}

/// The lesson and the anchor that were reached last, among the lessons that `belongs` takes.
pub fn last_place(journal: &Journal, belongs: impl Fn(&LessonId) -> bool) -> Option<(&LessonId, &str)> {
    journal.iter().rev().find_map(|event| match &event.what {
        What::Reached { lesson, anchor } if belongs(lesson) => Some((lesson, anchor.as_str())),
        _ => None,
    })
}

/// The items of the lesson that have answers, with whether any is to the item as it is now.
fn answers<'p>(plan: &'p LessonPlan, journal: &Journal) -> HashMap<&'p ItemId, bool> {
    let now: HashMap<&ItemId, (&'p ItemId, &Fingerprint)> =
        plan.items.iter().map(|(item, fingerprint)| (item, (item, fingerprint))).collect();
    let mut is_current = HashMap::new();
    for event in journal {
        let What::Answered { item, fingerprint, .. } = &event.what else { continue };
        if let Some((item, present)) = now.get(item) {
            *is_current.entry(*item).or_default() |= fingerprint == *present;
        }
    }
    is_current
}

/// Whether it is an arrival at that anchor of the lesson, or at any.
fn is_arrival(what: &What, lesson: &LessonId, anchor: Option<&str>) -> bool {
    match what {
        What::Reached { lesson: other, anchor: reached } => {
            other == lesson && anchor.is_none_or(|anchor| anchor == reached)
        }
        _ => false,
    }
}
