//! What to look at in a submission. A flag is a question and never a verdict: each has innocent causes.

use std::collections::HashMap;

use super::marked::{CaseState, Marked};
use crate::course::{Item, bank_fingerprint};
use crate::learner::{Assignment, Term};

/// Words a minute at which nobody reads and decides: silent reading is of two or three hundred.
const FASTEST: usize = 700;
/// So many cases faster than that are not a slip of the finger.
const MANY_FAST: usize = 3;
/// Two short sets of answers may well be alike.
const ENOUGH_ANSWERS: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// It was answered with another bank than the panel's.
    OtherBank,
    /// These many answers were marked with a key that has changed since, or cannot be marked.
    Changed { marked: usize, lost: usize },
    /// Its cases, or their order, are not those that its seed gives.
    ImpossibleOrder,
    /// The same device, or a copy of its data, handed in under these other names.
    SameToken { others: Vec<String> },
    /// Every answer is that of these others.
    SameAnswers { others: Vec<String> },
    /// These many cases were answered faster than they can be read.
    TooFast { cases: usize },
    /// It is not the first time that this learner hands in.
    Repeated { attempt: u32 },
    /// By the learner's own clock it was handed in after it closed, or begun before it opened.
    OutOfTerm,
    /// These many cases had been answered, or their solution seen, before the assignment.
    SeenBefore { cases: usize },
}

/// The flags of each submission, in their order.
pub fn of_all(all: &[Marked], bank: &[Item], assignment: Option<&Assignment>) -> Vec<Vec<Flag>> {
    let print = bank_fingerprint(bank);
    let words: HashMap<&str, usize> = bank.iter().map(|item| (item.id.as_str(), item.words)).collect();
    let mut tokens: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut answers: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, marked) in all.iter().enumerate() {
        tokens.entry(&marked.submission.token).or_default().push(place);
        if marked.answered() >= ENOUGH_ANSWERS {
            answers.entry(vector(marked)).or_default().push(place);
        }
    }
    let of = |(place, marked): (usize, &Marked)| {
        let mut flags = Vec::new();
        if marked.submission.bank != print {
            flags.push(Flag::OtherBank);
        }
        flags.extend(changed(marked));
        flags.extend(assignment.and_then(|assignment| impossible(marked, bank, assignment)));
        let same_token = tokens.get(marked.submission.token.as_str());
        flags.extend(others(all, place, same_token).map(|others| Flag::SameToken { others }));
        let same_answers = if marked.answered() >= ENOUGH_ANSWERS { answers.get(&vector(marked)) } else { None };
        flags.extend(others(all, place, same_answers).map(|others| Flag::SameAnswers { others }));
        flags.extend(too_fast(marked, &words));
        let is_own = |other: &&usize| **other < place && all[**other].submission.alias == marked.submission.alias;
        let before = same_token.map_or(0, |places| places.iter().filter(is_own).count());
        if before > 0 || marked.submission.attempt > 1 {
            flags.push(Flag::Repeated { attempt: marked.submission.attempt });
        }
        flags.extend(assignment.and_then(|assignment| out_of_term(marked, assignment)));
        let seen = marked.cases.iter().filter(|case| case.given.seen_before).count();
        flags.extend((seen > 0).then_some(Flag::SeenBefore { cases: seen }));
        flags
    };
    all.iter().enumerate().map(of).collect()
}

/// The answers and nothing else, whatever the order of the cases.
fn vector(marked: &Marked) -> String {
    let mut answers: Vec<String> =
        marked.cases.iter().map(|case| format!("{}={}", case.given.item, case.given.code)).collect();
    answers.sort_unstable();
    answers.join(";")
}

/// The names of those who share something with a submission, when they are not its own.
fn others(all: &[Marked], place: usize, places: Option<&Vec<usize>>) -> Option<Vec<String>> {
    let own = &all[place].submission.alias;
    let mut names: Vec<String> = places?.iter().map(|other| all[*other].submission.alias.clone()).collect();
    names.retain(|name| name != own);
    names.dedup();
    (!names.is_empty()).then_some(names)
}

fn changed(marked: &Marked) -> Option<Flag> {
    let count = |states: &[CaseState]| marked.cases.iter().filter(|case| states.contains(&case.state)).count();
    let lost = count(&[CaseState::OptionsChanged, CaseState::Unknown]);
    let marked = count(&[CaseState::KeyChanged]);
    (marked + lost > 0).then_some(Flag::Changed { marked, lost })
}

/// Only where the bank is the same: another one draws other cases.
fn impossible(marked: &Marked, bank: &[Item], assignment: &Assignment) -> Option<Flag> {
    let submission = &marked.submission;
    if submission.bank != bank_fingerprint(bank) || submission.assignment != assignment.id {
        return None;
    }
    let expected = assignment.items(bank, &submission.token, submission.attempt);
    let given = submission.answers.iter().map(|given| &given.item);
    (!given.eq(expected.iter())).then_some(Flag::ImpossibleOrder)
}

fn too_fast(marked: &Marked, words: &HashMap<&str, usize>) -> Option<Flag> {
    let is_fast = |seconds: u32, words: usize| (seconds as usize) * FASTEST < words * 60;
    let cases = marked.cases.iter().filter(|case| {
        let words = words.get(case.given.item.as_str()).copied().unwrap_or(0);
        case.given.seconds.is_some_and(|seconds| is_fast(seconds, words))
    });
    let cases = cases.count();
    (cases >= MANY_FAST).then_some(Flag::TooFast { cases })
}

fn out_of_term(marked: &Marked, assignment: &Assignment) -> Option<Flag> {
    let submission = &marked.submission;
    let is_in = assignment.term(submission.handed) != Term::Over && assignment.term(submission.began) != Term::NotYet;
    (!is_in).then_some(Flag::OutOfTerm)
}
