//! Submissions: small, whole, readable without us, and refused with a reason when they are anything else.

use proptest::prelude::*;
use timon_y_voz::assess::{Certainty, score};
use timon_y_voz::course::{
    Credit, Fingerprint, Home, Item, Key, OptionKey, Response, ReviewLink, SplitMix64, bank_fingerprint, option_key,
    shuffled,
};
use timon_y_voz::exchange::TeacherKey;
use timon_y_voz::exchange::age::{self, Identity};
use timon_y_voz::exchange::submission::{
    Given, RunGiven, Submission, SubmissionError, decode, encode, found_in, gather, open, seal, to_line,
};
use timon_y_voz::learner::{
    Assignment, AssignmentId, Event, EventId, Feedback, Journal, Order, Piece, Purpose, Timestamp, What, tasks,
};

use crate::age::random;

fn option(seed: u64) -> OptionKey {
    option_key(&format!("opción número {seed}"))
}

fn options(from: u64, n: u64) -> Vec<OptionKey> {
    (from..from + n).map(option).collect()
}

/// A key of each form in turn.
fn key(seed: u64) -> Key {
    let from = seed * 100;
    let credited =
        |n| options(from, n).into_iter().enumerate().map(|(at, key)| (key, Credit::Same(1.0 / (at + 1) as f64)));
    match seed % 5 {
        0 => Key::Single(credited(4).collect()),
        1 => Key::Multiple { options: credited(5).collect(), choose: 2 },
        2 => Key::Order(options(from, 5)),
        3 => {
            let targets = options(from, 3);
            let rows = options(from + 10, 4).into_iter().map(|row| (row, vec![(targets[0].clone(), 1.0)]));
            Key::Sort { rows: rows.collect(), targets }
        }
        _ => Key::Rate { points: 4, rows: options(from, 4).into_iter().map(|row| (row, 2)).collect() },
    }
}

/// An answer that the key admits, by a seed.
pub fn response(key: &Key, seed: u64) -> Response {
    let mut numbers = SplitMix64::new(seed);
    let mut below = |n: usize| numbers.below(n as u64) as usize;
    match key {
        Key::Single(options) => Response::Single(options[below(options.len())].0.clone()),
        Key::Multiple { options, choose } => {
            let order = shuffled(options.len(), seed);
            Response::Multiple(order.into_iter().take(*choose).map(|at| options[at].0.clone()).collect())
        }
        Key::Order(steps) => {
            Response::Order(shuffled(steps.len(), seed).into_iter().map(|at| steps[at].clone()).collect())
        }
        Key::Sort { targets, rows } => {
            Response::Sort(rows.iter().map(|(row, _)| (row.clone(), targets[below(targets.len())].clone())).collect())
        }
        Key::Rate { points, rows } => {
            Response::Rate(rows.iter().map(|(row, _)| (row.clone(), 1 + below(usize::from(*points)) as u8)).collect())
        }
    }
}

fn item(n: u64) -> Item {
    let key = key(n);
    Item {
        id: format!("m{:02}-caso-{n}", n % 10).as_str().into(),
        title: format!("Caso {n}"),
        home: Home::Lesson { module: format!("m{:02}", n % 10).as_str().into(), lesson: "m01-l1".into() },
        form: "unica".into(),
        fingerprint: Fingerprint::of(&key),
        competencies: vec![("estrategia.plan".into(), 1.0)],
        objective: None,
        difficulty: Some(0.5),
        words: 80,
        facets: Vec::new(),
        scenario: None,
        review: ReviewLink { lesson: "m01-l1".into(), anchor: String::new(), title: String::new() },
        key,
    }
}

pub fn bank(n: u64) -> Vec<Item> {
    (0..n).map(item).collect()
}

fn whole(cases: u64) -> Submission {
    let given = |item: &Item| Given {
        item: item.id.clone(),
        fingerprint: item.fingerprint.as_str()[..6].to_owned(),
        code: encode(&item.key, &response(&item.key, cases + item.title.len() as u64)),
        seconds: Some(31 + item.words as u32),
        certainty: Some(Certainty::Middle),
        seen_before: false,
    };
    Submission {
        course: "timon-y-voz".into(),
        assignment: AssignmentId::new("0123456789abcdef"),
        alias: "María Ñúñez".into(),
        token: "8899aabbccddeeff".into(),
        attempt: 1,
        bank: bank_fingerprint(&bank(cases)),
        began: Timestamp(1_795_300_000_000),
        handed: Timestamp(1_795_305_600_123),
        answers: bank(cases).iter().map(given).collect(),
        runs: vec![RunGiven {
            simulation: "tormenta".into(),
            seat: "tormenta-video".into(),
            plot: Fingerprint::new("fedcba9876543210"),
            decisions: vec![("tormenta-video".into(), option(1))],
        }],
    }
}

fn teacher() -> TeacherKey {
    TeacherKey::fresh(&mut random(5))
}

fn sealed(submission: &Submission) -> Vec<u8> {
    seal(submission, &teacher().recipient(), &mut random(9))
}

#[test]
fn what_is_handed_in_arrives_whole() {
    let file = sealed(&whole(12));
    assert_eq!(open(&file, teacher().identity(), "timon-y-voz"), Ok(whole(12)));
}

#[test]
fn forty_cases_take_less_than_two_kilobytes_in_any_of_its_shapes() {
    let file = sealed(&Submission { runs: Vec::new(), ..whole(40) });
    let line = to_line(&file);
    println!("{} bytes; as text, {}", file.len(), line.len());
    assert!(line.len() <= 2_000);
}

/// What a spreadsheet, a message or an e-mail leave around it.
#[test]
fn lines_are_found_in_whatever_is_pasted() {
    let (one, other) = (sealed(&whole(3)), sealed(&whole(4)));
    let pasted =
        format!("Marca temporal\tEntrega\n12/1\t\"{}\"\n12/2\t{};\nTYV1.ñ\nnada", to_line(&one), to_line(&other));
    let found = found_in(&pasted);
    assert_eq!(found[..2], [Ok(one), Ok(other)]);
    assert_eq!(found.len(), 3);
    assert!(open(found[2].as_ref().unwrap(), teacher().identity(), "timon-y-voz").is_err());
    assert!(found_in("sin entregas").is_empty());
}

#[test]
fn each_refusal_has_its_reason() {
    let file = sealed(&whole(3));
    let opened = |file: &[u8]| open(file, teacher().identity(), "timon-y-voz").unwrap_err();
    assert_eq!(opened(b""), SubmissionError::NotASubmission);
    assert_eq!(opened(b"alumno,nota\nAna,10\n"), SubmissionError::NotASubmission);
    assert_eq!(opened(&file[..file.len() - 1]), SubmissionError::Damaged);
    assert_eq!(opened(&vec![b'x'; 600_000]), SubmissionError::TooLarge);
    let other = Identity::fresh(&mut random(77));
    assert_eq!(open(&file, &other, "timon-y-voz"), Err(SubmissionError::AnotherKey));
    assert_eq!(open(&file, teacher().identity(), "otro"), Err(SubmissionError::AnotherCourse("timon-y-voz".into())));
    let of = |contents: &[u8]| opened(&age::encrypt(contents, &teacher().recipient(), &mut random(3)));
    assert_eq!(of(b"hola"), SubmissionError::NotASubmission);
}

proptest! {
    /// The key of each form says again what the code says, and what a cut key could also be is refused.
    #[test]
    fn answers_come_back_from_their_codes(form in 0u64..40, seed: u64) {
        let key = key(form);
        let response = response(&key, seed);
        let code = encode(&key, &response);
        prop_assert_eq!(decode(&key, &code), Some(response.clone()));
        prop_assert!(score(&key, &[("estrategia.plan".into(), 1.0)], &response).is_some());
        // No option of another item is taken for one of this.
        let other = self::key(form + 5 + form % 7);
        if let Some(found) = decode(&other, &code) {
            prop_assert_ne!(found, response);
        }
    }

    #[test]
    fn any_code_is_read_without_panic(form in 0u64..5, code in "[0-9a-f: ]{0,20}") {
        let _ = decode(&key(form), &code);
    }

    #[test]
    fn anything_opened_is_refused_without_panic(contents in "\\PC{0,120}", json in r#"\{"v":[0-9]{1,3},"curso":"[a-z-]{0,12}"\}"#) {
        for text in [contents.as_str(), json.as_str()] {
            let file = age::encrypt(text.as_bytes(), &teacher().recipient(), &mut random(1));
            prop_assert!(open(&file, teacher().identity(), "timon-y-voz").is_err());
        }
    }
}

#[test]
fn what_was_done_in_an_attempt_is_gathered_from_the_journal() {
    let bank = bank(10);
    let assignment = Assignment {
        id: AssignmentId::new("00"),
        title: String::new(),
        message: String::new(),
        alias: String::new(),
        pieces: vec![Piece::Items(vec![bank[0].id.clone(), bank[1].id.clone(), bank[2].id.clone()])],
        order: Order::Fixed,
        attempts: None,
        opens: None,
        closes: None,
        feedback: Feedback::AtOnce,
        threshold: 0.7,
    };
    let answered = |item: &Item, seed| What::Answered {
        item: item.id.clone(),
        fingerprint: item.fingerprint.clone(),
        response: response(&item.key, seed),
        certainty: Some(Certainty::High),
        seconds: Some(40),
    };
    let session = EventId::new("s");
    let items = vec![bank[0].id.clone(), bank[1].id.clone(), bank[2].id.clone()];
    let assigned = What::Assigned {
        session: session.clone(),
        assignment: assignment.id.clone(),
        attempt: 1,
        sealed: false,
        token: "t".into(),
        link: "AQ".into(),
    };
    let events = [
        answered(&bank[1], 1),
        What::Drawn { session, purpose: Purpose::Assignment, seed: 1, items },
        assigned,
        answered(&bank[0], 2),
        answered(&bank[0], 3),
        answered(&bank[1], 4),
    ];
    let event =
        |(at, what): (usize, What)| Event { id: EventId::new(format!("e{at}")), at: Timestamp(at as i64), what };
    let journal: Journal = events.into_iter().enumerate().map(event).collect();
    let task = &tasks(&journal)[0];
    let found = gather(&assignment, task, "timon-y-voz", " Ana ", &bank, &journal, Timestamp(99));
    assert_eq!((found.alias.as_str(), found.handed, found.answers.len()), ("Ana", Timestamp(99), 3));
    let codes: Vec<String> = found.answers.iter().map(|given| given.code.clone()).collect();
    let code = |item: &Item, seed| encode(&item.key, &response(&item.key, seed));
    assert_eq!(codes, [code(&bank[0], 2), code(&bank[1], 4), String::new()], "the first answer of the attempt");
    assert_eq!(found.answers.iter().map(|given| given.seen_before).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(found.answers[0].seconds, Some(40));
}
