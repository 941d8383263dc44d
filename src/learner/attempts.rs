//! What happened with one item.
//!
//! Only what was done with the present fingerprint is an attempt: under another one the options or the key were others.
//! The first attempt is evidence of what the learner knew; the later ones, made after the feedback, are practice.
//! What is answered in an exam or in a sealed assignment says nothing until it is handed in.

use std::collections::{BTreeSet, HashMap};

use super::{Event, Journal, Seals, Timestamp, What};
use crate::assess::{Certainty, score};
use crate::course::{CompetencyId, Fingerprint, Home, Item, ItemId, Response};

#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    pub at: Timestamp,
    pub response: Response,
    pub certainty: Option<Certainty>,
    pub seconds: Option<u32>,
}

/// What was done with an item as it is now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemRecord {
    /// Answers given to the present fingerprint, in order.
    pub attempts: Vec<Attempt>,
    /// It was answered, but only before its options or its key changed.
    pub changed: bool,
    /// The present solution was shown before any of these attempts.
    pub solution_seen_before: bool,
    /// How many different hints were opened.
    pub hints: usize,
    credits: Option<Vec<(CompetencyId, f64)>>,
}

impl ItemRecord {
    pub fn of(item: &Item, journal: &Journal) -> Self {
        let concerns = |what: &What| what.item() == Some(&item.id) || reveals(what, &item.home);
        Self::fold(item, journal.iter().filter(|event| concerns(&event.what)), &Seals::of(journal))
    }

    /// The attempt that is evidence if any is.
    pub fn first(&self) -> Option<&Attempt> {
        self.attempts.first()
    }

    /// Whether the first attempt says something about the learner: it fits the present key, and the solution had not
    /// been seen. Looking at the solution afterwards takes nothing away.
    pub fn counts_as_evidence(&self) -> bool {
        self.credits.is_some()
    }

    /// The credits of the first attempt, 0 to 1 per competency of the item, when it counts as evidence.
    pub fn credits(&self) -> Option<&[(CompetencyId, f64)]> {
        self.credits.as_deref()
    }

    /// Whether an answer given now would count as evidence.
    pub fn is_open(&self) -> bool {
        self.attempts.is_empty() && !self.solution_seen_before
    }

    /// `events` are those of the item, in order.
    fn fold<'j>(item: &Item, events: impl Iterator<Item = &'j Event>, seals: &Seals) -> Self {
        let mut record = Self::default();
        let (mut answered_otherwise, mut revealed) = (false, false);
        let mut hints = BTreeSet::new();
        for event in events {
            match &event.what {
                What::Debriefed { .. } | What::HandedIn { .. } => {
                    revealed = true;
                    record.solution_seen_before |= record.attempts.is_empty();
                }
                what => match answer(what) {
                    Some(Answer { fingerprint, response, certainty, seconds }) if *fingerprint == item.fingerprint => {
                        // A response that the key cannot score is of a damaged line, and was never given to this item.
                        if score(&item.key, &item.competencies, &response).is_some() {
                            record.attempts.push(Attempt { at: event.at, response, certainty, seconds });
                        }
                    }
                    Some(_) => answered_otherwise = true,
                    None => record.see(what, item, &mut hints),
                },
            }
        }
        record.hints = hints.len();
        record.changed = answered_otherwise && record.attempts.is_empty();
        let in_exam = matches!(item.home, Home::Exam(_)) && !revealed;
        let in_task = record.first().zip(seals.since(&item.id)).is_some_and(|(first, since)| first.at >= since);
        let is_sealed = in_exam || in_task;
        record.credits = if is_sealed { None } else { record.evidence_credits(item) };
        record
    }

    /// What was looked at, without answering.
    fn see(&mut self, what: &What, item: &Item, hints: &mut BTreeSet<usize>) {
        match what {
            What::SolutionSeen { fingerprint, .. } if *fingerprint == item.fingerprint => {
                self.solution_seen_before |= self.attempts.is_empty();
            }
            What::HintOpened { fingerprint, hint, .. } if *fingerprint == item.fingerprint => {
                hints.insert(*hint);
            }
            _ => {}
        }
    }

    fn evidence_credits(&self, item: &Item) -> Option<Vec<(CompetencyId, f64)>> {
        let first = self.first().filter(|_| !self.solution_seen_before)?;
        score(&item.key, &item.competencies, &first.response)
    }
}

/// What an event answers to its item.
struct Answer<'e> {
    fingerprint: &'e Fingerprint,
    response: Response,
    certainty: Option<Certainty>,
    seconds: Option<u32>,
}

/// The answer that an event gives to its item. A decision in a simulation is one.
fn answer(what: &What) -> Option<Answer<'_>> {
    match what {
        What::Answered { fingerprint, response, certainty, seconds, .. } => {
            Some(Answer { fingerprint, response: response.clone(), certainty: *certainty, seconds: *seconds })
        }
        What::Decided { fingerprint, option, .. } => {
            Some(Answer { fingerprint, response: Response::Single(option.clone()), certainty: None, seconds: None })
        }
        _ => None,
    }
}

/// Whether it shows all that the items of a place are worth: the whole tree of a simulation, or the reasons of an exam.
/// From then on nothing there is answered for the first time.
fn reveals(what: &What, place: &Home) -> bool {
    match (what, place) {
        (What::Debriefed { simulation, .. }, Home::Simulation(home)) => simulation == home,
        (What::HandedIn { exam }, Home::Exam(home)) => exam == home,
        _ => false,
    }
}

/// The record of every item of a bank, in one pass over the journal.
pub fn records(bank: &[Item], journal: &Journal) -> HashMap<ItemId, ItemRecord> {
    let mut events: HashMap<&ItemId, Vec<&Event>> = HashMap::new();
    for event in journal {
        if let Some(item) = event.what.item() {
            events.entry(item).or_default().push(event);
        }
        if matches!(event.what, What::Debriefed { .. } | What::HandedIn { .. }) {
            for item in bank.iter().filter(|item| reveals(&event.what, &item.home)) {
                events.entry(&item.id).or_default().push(event);
            }
        }
    }
    let seals = Seals::of(journal);
    let record = |item: &Item| {
        let events = events.get(&item.id).into_iter().flatten().copied();
        (item.id.clone(), ItemRecord::fold(item, events, &seals))
    };
    bank.iter().map(record).collect()
}
