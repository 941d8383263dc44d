//! A submission, marked.

use std::collections::HashMap;

use crate::assess::score;
use crate::course::{CompetencyId, Home, Item, Response};
use crate::exchange::submission::{Given, Submission, decode};
use crate::learner::{Event, EventId, Journal, Timestamp, What};

#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    pub submission: Submission,
    /// In the order of the submission.
    pub cases: Vec<MarkedCase>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MarkedCase {
    pub given: Given,
    pub state: CaseState,
    pub response: Option<Response>,
    /// The credit for each competency of the item, 0 to 1; `None` when it cannot be marked.
    pub credits: Option<Vec<(CompetencyId, f64)>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// Marked with the key with which it was answered.
    Same,
    /// Marked with a key that has changed since.
    KeyChanged,
    /// Some option of the answer is no longer in the bank: it cannot be marked.
    OptionsChanged,
    /// The bank has no such item.
    Unknown,
    /// It was not answered.
    Blank,
}

/// Marks a submission with the items of a bank, by their ids.
pub fn mark(submission: Submission, bank: &HashMap<&str, &Item>) -> Marked {
    let cases = submission.answers.iter().map(|given| marked_case(given, bank.get(given.item.as_str()).copied()));
    Marked { cases: cases.collect(), submission }
}

fn marked_case(given: &Given, item: Option<&Item>) -> MarkedCase {
    let case = |state, response, credits| MarkedCase { given: given.clone(), state, response, credits };
    let Some(item) = item else { return case(CaseState::Unknown, None, None) };
    if given.code.is_empty() {
        return case(CaseState::Blank, None, None);
    }
    let response = decode(&item.key, &given.code);
    let credits = response.as_ref().and_then(|response| score(&item.key, &item.competencies, response));
    match credits {
        None => case(CaseState::OptionsChanged, None, None),
        Some(credits) => {
            let is_same = !given.fingerprint.is_empty() && item.fingerprint.as_str().starts_with(&given.fingerprint);
            let state = if is_same { CaseState::Same } else { CaseState::KeyChanged };
            case(state, response, Some(credits))
        }
    }
}

impl Marked {
    pub fn case(&self, item: &Item) -> Option<&MarkedCase> {
        self.cases.iter().find(|case| case.given.item == item.id)
    }

    pub fn answered(&self) -> usize {
        self.cases.iter().filter(|case| case.state != CaseState::Blank).count()
    }

    /// The submission as a journal under the present bank, so that the panel estimates exactly as the learner's own profile
    /// does: first answers only, and none of what had been seen before.
    pub fn journal(&self, bank: &[Item]) -> Journal {
        let mut events: Vec<What> = Vec::new();
        let items: HashMap<&str, &Item> = bank.iter().map(|item| (item.id.as_str(), item)).collect();
        for case in &self.cases {
            let (Some(item), Some(response)) = (items.get(case.given.item.as_str()), &case.response) else { continue };
            let (id, fingerprint) = (item.id.clone(), item.fingerprint.clone());
            if case.given.seen_before {
                events.push(What::SolutionSeen { item: id.clone(), fingerprint: fingerprint.clone() });
            }
            let (certainty, seconds) = (case.given.certainty, case.given.seconds);
            events.push(What::Answered { item: id, fingerprint, response: response.clone(), certainty, seconds });
        }
        events.extend(self.decisions(&items));
        let exams = self.cases.iter().filter_map(|case| match &items.get(case.given.item.as_str())?.home {
            Home::Exam(exam) => Some(exam.clone()),
            _ => None,
        });
        let mut exams: Vec<_> = exams.collect();
        exams.dedup();
        events.extend(exams.into_iter().map(|exam| What::HandedIn { exam }));
        let event = |(at, what)| Event { id: EventId::new(format!("{at:06}")), at: Timestamp(at as i64), what };
        events.into_iter().enumerate().map(event).collect()
    }

    /// What was decided in simulations whose nodes the bank still has.
    fn decisions(&self, items: &HashMap<&str, &Item>) -> Vec<What> {
        let mut events = Vec::new();
        for run in &self.submission.runs {
            let id = EventId::new(run.simulation.to_string());
            for (node, option) in &run.decisions {
                let Some(item) = items.get(node.as_str()) else { continue };
                events.push(What::Decided {
                    run: id.clone(),
                    item: item.id.clone(),
                    fingerprint: item.fingerprint.clone(),
                    option: option.clone(),
                    hat: None,
                });
            }
            events.push(What::Debriefed { simulation: run.simulation.clone(), run: id });
        }
        events
    }
}
