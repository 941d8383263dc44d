//! Where a case stands for this learner: a fold over the journal plus what is being marked now.

mod words;

use leptos::prelude::*;

use super::super::case_view::CaseView;
use super::super::case_view::Link;
use super::super::draft::Draft;
use super::super::session_bar::{here, next_link};
use crate::assess::{self, Certainty};
use crate::course::{Fingerprint, Home, Item, ItemId, Response};
use crate::learner::{ItemRecord, Seals, Session, What, is_handed_in};
use crate::ui::store::Store;

/// The parts of a case that do not change while its page is open.
struct Fixed {
    item: Item,
    /// Nothing marked.
    fresh: Draft,
}

/// Handles to the state of one case. Copied freely among its components.
#[derive(Clone, Copy)]
pub struct Decision {
    store: Store,
    fixed: StoredValue<Fixed>,
    record: Memo<ItemRecord>,
    draft: RwSignal<Draft>,
    /// The learner is answering again.
    again: RwSignal<bool>,
    /// Part of an exam or of an assignment that has not been handed in: nothing is judged until then.
    sealed: Memo<bool>,
    /// The session that the page was opened for.
    session: Memo<Option<Session>>,
    /// How sure the learner says to be.
    pub certainty: RwSignal<Option<Certainty>>,
    /// The verdict is unfolded. It starts folded for a case answered on another visit, so that nothing moves.
    unfolded: RwSignal<bool>,
    /// Only a change of stage moves the page: what is noted meanwhile leaves it as the learner has it.
    stage: Memo<Stage>,
}

/// What the learner can do with the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Deciding,
    /// Answered on another visit: the verdict waits for a press.
    Folded,
    Judged,
    /// Answered in an exam or in an assignment that has not been handed in.
    Sealed,
}

impl Stage {
    /// For the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Deciding => "abierta",
            Stage::Folded => "plegada",
            Stage::Judged => "resuelta",
            Stage::Sealed => "sellada",
        }
    }
}

/// The solution, as the learner has come to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solution {
    /// Opening it takes the case out of the evidence.
    Unseen,
    /// It was opened before deciding, and nothing has been decided yet.
    Seen,
    /// The case is answered: the solution explains it.
    Deserved,
}

/// An answer with what it was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub response: Response,
    /// Credit of the whole, 0 to 1.
    pub overall: f64,
    /// Whether the profile takes it as evidence, or why it does not.
    pub standing: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    Evidence,
    /// A later attempt; the first was worth this much.
    Practice {
        first: f64,
    },
    /// The solution had been seen.
    SolutionSeen,
}

impl Decision {
    pub fn new(case: &CaseView) -> Self {
        let store = Store::here();
        let fixed = StoredValue::new(Fixed { item: case.item.clone(), fresh: Draft::new(&case.form, &case.item.id) });
        let record = Memo::new(move |_| {
            fixed.with_value(|fixed| store.journal().with(|journal| ItemRecord::of(&fixed.item, journal)))
        });
        let again = RwSignal::new(false);
        let unfolded = RwSignal::new(false);
        let session = here(store, &case.item.id);
        let sealed = Memo::new(move |_| match fixed.with_value(|fixed| fixed.item.home.clone()) {
            Home::Exam(exam) => store.journal().with(|journal| !is_handed_in(&exam, journal)),
            Home::Lesson { .. } => {
                let since = fixed.with_value(|fixed| store.journal().with(|j| Seals::of(j).since(&fixed.item.id)));
                // What was answered before the assignment began has been seen already.
                let is_of_now =
                    |since| record.with(|record| record.attempts.last().is_none_or(|last| last.at >= since));
                since.is_some_and(|since| session.with(Option::is_some) || is_of_now(since))
            }
            Home::Simulation(_) => false,
        });
        // In a session, only what was answered since it was drawn is an answer.
        let answered = move || {
            let since = session.with(|session| session.as_ref().map(|session| session.at));
            let is_in = |at| since.is_none_or(|since| at >= since);
            record.with(|record| record.attempts.last().is_some_and(|last| is_in(last.at))) && !again.get()
        };
        let stage = Memo::new(move |_| match (answered(), sealed.get(), unfolded.get()) {
            (false, ..) => Stage::Deciding,
            (true, true, _) => Stage::Sealed,
            (true, false, false) => Stage::Folded,
            (true, false, true) => Stage::Judged,
        });
        let draft = RwSignal::new(fixed.with_value(|fixed| fixed.fresh.clone()));
        let certainty = RwSignal::new(None);
        Self { store, fixed, record, draft, again, unfolded, stage, sealed, session, certainty }
    }

    /// Whether the case is part of an exam or of an assignment that has not been handed in.
    pub fn is_sealed(self) -> bool {
        self.sealed.get()
    }

    fn is_of_exam(self) -> bool {
        self.fixed.with_value(|fixed| matches!(fixed.item.home, Home::Exam(_)))
    }

    /// Where the session goes on after this case, when there is a session.
    pub fn next_in_session(self) -> Option<Link> {
        let item = self.fixed.with_value(|fixed| fixed.item.id.clone());
        self.session.with(|session| session.as_ref().map(|session| next_link(session, &item)))
    }

    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Answered, and not being answered again.
    pub fn is_settled(self) -> bool {
        self.stage() != Stage::Deciding
    }

    /// What the form shows: the answer given, or what is being marked.
    pub fn shown(self) -> Draft {
        match self.last().filter(|_| self.is_settled()) {
            Some(response) => Draft::of(&response),
            None => self.draft.get(),
        }
    }

    fn last(self) -> Option<Response> {
        self.record.with(|record| record.attempts.last().map(|attempt| attempt.response.clone()))
    }

    /// Changes what is being marked; an answered case is left alone.
    pub fn mark(self, change: impl FnOnce(&mut Draft)) {
        if !self.is_settled() {
            self.draft.update(change);
        }
    }

    /// The verdict, while it is unfolded.
    pub fn judged(self) -> Option<Judged> {
        (self.stage() == Stage::Judged).then(|| self.judgement()).flatten()
    }

    fn judgement(self) -> Option<Judged> {
        self.record.with(|record| {
            let last = record.attempts.last()?;
            let first = record.attempts.first()?;
            let standing = if record.solution_seen_before {
                Standing::SolutionSeen
            } else if record.attempts.len() > 1 {
                Standing::Practice { first: self.overall(&first.response)? }
            } else {
                Standing::Evidence
            };
            Some(Judged { overall: self.overall(&last.response)?, response: last.response.clone(), standing })
        })
    }

    fn overall(self, response: &Response) -> Option<f64> {
        self.fixed.with_value(|Fixed { item, .. }| {
            let scores = assess::score(&item.key, &item.competencies, response)?;
            Some(assess::overall(&scores, &item.competencies))
        })
    }

    pub fn can_press(self) -> bool {
        match self.stage() {
            Stage::Deciding => self.draft.with(|draft| draft.response().is_ok()),
            Stage::Folded => true,
            Stage::Judged | Stage::Sealed => false,
        }
    }

    /// Confirms the answer, or unfolds the verdict of one given before.
    pub fn press(self) {
        match self.stage() {
            Stage::Deciding => self.confirm(),
            Stage::Folded => self.unfolded.set(true),
            Stage::Judged | Stage::Sealed => {}
        }
    }

    fn confirm(self) {
        let Ok(response) = self.draft.with_untracked(Draft::response) else { return };
        let (item, fingerprint) = self.identity();
        self.unfolded.set(true);
        self.again.set(false);
        let (certainty, seconds) = (self.certainty.get_untracked(), self.store.seconds());
        self.store.record(What::Answered { item, fingerprint, response, certainty, seconds });
    }

    pub fn try_again(self) {
        self.draft.set(self.fixed.with_value(|fixed| fixed.fresh.clone()));
        self.unfolded.set(false);
        self.certainty.set(None);
        self.again.set(true);
    }

    /// What opening the solution means now.
    pub fn solution(self) -> Solution {
        self.record.with(|record| match (record.attempts.is_empty(), record.solution_seen_before) {
            (true, false) => Solution::Unseen,
            (true, true) => Solution::Seen,
            (false, _) => Solution::Deserved,
        })
    }

    /// The learner has unfolded the reasons. Before answering, that means the case can no longer be evidence.
    pub fn solution_opened(self) {
        if self.record.with_untracked(ItemRecord::is_open) {
            let (item, fingerprint) = self.identity();
            self.store.record(What::SolutionSeen { item, fingerprint });
        }
    }

    pub fn hint_opened(self, hint: usize) {
        if self.record.with_untracked(|record| record.attempts.is_empty()) {
            let (item, fingerprint) = self.identity();
            self.store.record(What::HintOpened { item, fingerprint, hint });
        }
    }

    fn identity(self) -> (ItemId, Fingerprint) {
        self.fixed.with_value(|Fixed { item, .. }| (item.id.clone(), item.fingerprint.clone()))
    }
}
