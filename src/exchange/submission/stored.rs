//! The stored form of a submission: JSON with its own types, short because it may travel in a picture.

use serde::{Deserialize, Serialize};

use super::{Given, RunGiven, Submission, SubmissionError};
use crate::assess::Certainty;
use crate::course::{Fingerprint, ItemId, OptionKey, SimulationId};
use crate::learner::{AssignmentId, Timestamp};

const VERSION: u32 = 1;
/// No name is longer.
const LONGEST_ALIAS: usize = 200;
const MOST_CASES: usize = 5_000;

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    #[serde(rename = "curso")]
    course: String,
    #[serde(rename = "tarea")]
    assignment: String,
    alias: String,
    #[serde(rename = "ficha")]
    token: String,
    #[serde(rename = "intento")]
    attempt: u32,
    #[serde(rename = "banco")]
    bank: String,
    #[serde(rename = "empezada")]
    began: i64,
    #[serde(rename = "entregada")]
    handed: i64,
    #[serde(rename = "casos")]
    answers: Vec<StoredGiven>,
    #[serde(rename = "simulaciones", default, skip_serializing_if = "Vec::is_empty")]
    runs: Vec<StoredRun>,
}

/// Item, fingerprint, answer, seconds, certainty (0 when it was not said), and whether it had been seen before.
#[derive(Serialize, Deserialize)]
struct StoredGiven(String, String, String, Option<u32>, u8, u8);

/// Simulation, seat, plot, and each node with what was decided there.
#[derive(Serialize, Deserialize)]
struct StoredRun(String, String, String, Vec<(String, String)>);

pub fn to_json(submission: &Submission) -> String {
    let stored = Stored {
        v: VERSION,
        course: submission.course.clone(),
        assignment: submission.assignment.as_str().to_owned(),
        alias: submission.alias.clone(),
        token: submission.token.clone(),
        attempt: submission.attempt,
        bank: submission.bank.clone(),
        began: submission.began.0,
        handed: submission.handed.0,
        answers: submission.answers.iter().map(stored_given).collect(),
        runs: submission.runs.iter().map(stored_run).collect(),
    };
    // Texts and whole numbers are always written.
    serde_json::to_string(&stored).unwrap_or_default()
}

fn stored_given(given: &Given) -> StoredGiven {
    let certainty = given.certainty.map_or(0, |certainty| certainty as u8 + 1);
    let seen = u8::from(given.seen_before);
    StoredGiven(given.item.to_string(), given.fingerprint.clone(), given.code.clone(), given.seconds, certainty, seen)
}

fn stored_run(run: &RunGiven) -> StoredRun {
    let decisions = run.decisions.iter().map(|(node, option)| (node.to_string(), option.to_string())).collect();
    StoredRun(run.simulation.to_string(), run.seat.to_string(), run.plot.to_string(), decisions)
}

pub fn from_json(text: &str) -> Result<Submission, SubmissionError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| SubmissionError::NotASubmission)?;
    match value["v"].as_u64() {
        Some(version) if version > u64::from(VERSION) => return Err(SubmissionError::Newer),
        Some(_) => {}
        None => return Err(SubmissionError::NotASubmission),
    }
    let stored: Stored = serde_json::from_value(value).map_err(|_| SubmissionError::Damaged)?;
    if stored.alias.chars().count() > LONGEST_ALIAS || stored.answers.len() > MOST_CASES {
        return Err(SubmissionError::TooLarge);
    }
    Ok(Submission {
        course: stored.course,
        assignment: AssignmentId::new(stored.assignment),
        alias: stored.alias,
        token: stored.token,
        attempt: stored.attempt,
        bank: stored.bank,
        began: Timestamp(stored.began),
        handed: Timestamp(stored.handed),
        answers: stored.answers.into_iter().map(given).collect(),
        runs: stored.runs.into_iter().map(run).collect(),
    })
}

fn given(StoredGiven(item, fingerprint, code, seconds, certainty, seen): StoredGiven) -> Given {
    Given {
        item: ItemId::new(item),
        fingerprint,
        code,
        seconds,
        certainty: certainty.checked_sub(1).and_then(|place| Certainty::ALL.get(usize::from(place)).copied()),
        seen_before: seen != 0,
    }
}

fn run(StoredRun(simulation, seat, plot, decisions): StoredRun) -> RunGiven {
    let decisions = decisions.into_iter().map(|(node, option)| (ItemId::new(node), OptionKey::new(option)));
    RunGiven {
        simulation: SimulationId::new(simulation),
        seat: ItemId::new(seat),
        plot: Fingerprint::new(plot),
        decisions: decisions.collect(),
    }
}
