//! What was done in an attempt, gathered from the journal.

use super::{Given, RunGiven, Submission, codes};
use crate::course::{Home, Item, ItemId, SimulationId, bank_fingerprint};
use crate::learner::{Assignment, Event, Journal, Run, Task, Timestamp, What, runs};

/// How much of a fingerprint says that it is another one.
const FINGERPRINT: usize = 6;

/// The submission of an attempt as it stood at a moment: cases without an answer by then go blank.
pub fn gather(
    assignment: &Assignment,
    task: &Task,
    course: &str,
    alias: &str,
    bank: &[Item],
    journal: &Journal,
    now: Timestamp,
) -> Submission {
    let items = assignment.items(bank, &task.token, task.attempt);
    let find = |id: &ItemId| bank.iter().find(|item| item.id == *id);
    let answers = items.iter().filter_map(find).map(|item| given(item, task, journal, now));
    let runs = assignment.simulations().filter_map(|simulation| run(simulation, task, journal));
    Submission {
        course: course.to_owned(),
        assignment: task.assignment.clone(),
        alias: alias.trim().to_owned(),
        token: task.token.clone(),
        attempt: task.attempt,
        bank: bank_fingerprint(bank),
        began: task.began,
        handed: now,
        answers: answers.collect(),
        runs: runs.collect(),
    }
}

/// The first answer of the attempt. An exam is answered once, whenever that was.
fn given(item: &Item, task: &Task, journal: &Journal, until: Timestamp) -> Given {
    let of_item = journal.iter().filter(|event| event.what.item() == Some(&item.id) && event.at <= until);
    let since = if matches!(item.home, Home::Exam(_)) { Timestamp(i64::MIN) } else { task.began };
    let (before, after): (Vec<&Event>, Vec<&Event>) = of_item.partition(|event| event.at < since);
    let answer = after.iter().position(|event| is_answer(event, item));
    let shown_before = after[..answer.unwrap_or(after.len())].iter().any(|event| is_solution(event));
    let mut given = Given {
        item: item.id.clone(),
        fingerprint: item.fingerprint.as_str().chars().take(FINGERPRINT).collect(),
        code: String::new(),
        seconds: None,
        certainty: None,
        seen_before: shown_before || before.iter().any(|event| is_answer(event, item) || is_solution(event)),
    };
    if let Some(What::Answered { response, certainty, seconds, .. }) = answer.map(|place| &after[place].what) {
        given.code = codes::encode(&item.key, response);
        (given.seconds, given.certainty) = (*seconds, *certainty);
    }
    given
}

fn is_answer(event: &Event, item: &Item) -> bool {
    matches!(&event.what, What::Answered { fingerprint, .. } if *fingerprint == item.fingerprint)
}

fn is_solution(event: &Event) -> bool {
    matches!(event.what, What::SolutionSeen { .. })
}

/// The first run that was begun in the attempt and came to its end.
fn run(simulation: &SimulationId, task: &Task, journal: &Journal) -> Option<RunGiven> {
    let began = |run: &Run| {
        journal.iter().any(|event| {
            matches!(&event.what, What::Begun { run: id, .. } if *id == run.id) && event.at >= task.began
        })
    };
    let run = runs(simulation, journal).into_iter().find(|run| run.debriefed && began(run))?;
    Some(RunGiven {
        simulation: simulation.clone(),
        seat: run.seat,
        plot: run.plot,
        decisions: run.decisions.into_iter().map(|decided| (decided.node, decided.option)).collect(),
    })
}
