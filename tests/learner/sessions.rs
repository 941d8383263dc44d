//! Sessions of practice, exams and review.

use std::collections::HashSet;

use proptest::prelude::*;
use timon_y_voz::assess::Certainty;
use timon_y_voz::course::{Dimension, Home, Item};
use timon_y_voz::learner::{
    Event, EventId, Filter, Objective, Observations, Purpose, Scale, Timestamp, Verdict, What, calibration, draw, gain,
    is_handed_in, objectives, records, session,
};

use crate::building::{answered, answered_with, event, item, journal};

const DAY: i64 = 86_400_000;

fn bank() -> Vec<Item> {
    let of = |n: usize| {
        let (lesson, competency) =
            if n.is_multiple_of(2) { ("m01-l1", "estrategia.plan") } else { ("m02-l1", "operacion.voz") };
        let mut item = item(&format!("c{n}"), lesson, &[(competency, 1.0)]);
        item.objective = Some(if n < 4 { "uno" } else { "dos" }.into());
        item.facets = if n < 3 { vec!["ia".into()] } else { Vec::new() };
        item
    };
    let mut bank: Vec<Item> = (0..8).map(of).collect();
    for n in 0..12_usize {
        let competency = if n.is_multiple_of(2) { "estrategia.plan" } else { "operacion.voz" };
        for exam in ["antes", "luego"] {
            let mut item = item(&format!("{exam}-{n}"), "m01-l1", &[(competency, 1.0)]);
            item.home = Home::Exam(exam.into());
            bank.push(item);
        }
    }
    bank
}

fn drawn(events: Vec<Event>, filter: &Filter, n: usize, seed: u64) -> Vec<String> {
    let bank = bank();
    let records = records(&bank, &journal(events));
    draw(&bank, &records, filter, n, seed).iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_seed_draws_the_same_and_another_one_does_not() {
    let all = Filter::default();
    assert_eq!(drawn(vec![], &all, 8, 7), drawn(vec![], &all, 8, 7));
    assert!((1..20).any(|seed| drawn(vec![], &all, 8, seed) != drawn(vec![], &all, 8, 7)));
}

#[test]
fn what_was_never_answered_comes_first() {
    let bank = bank();
    let events = (0..6).map(|n| answered(n as i64 + 1, &bank[n], "buena")).collect();
    let two: HashSet<String> = drawn(events, &Filter::default(), 2, 3).into_iter().collect();
    assert_eq!(two, HashSet::from(["c6".to_owned(), "c7".to_owned()]));
}

#[test]
fn a_filter_admits_what_fits_all_of_it_and_never_an_exam() {
    let filter =
        Filter { competencies: vec!["estrategia.plan".into()], facets: vec!["ia".into()], ..Filter::default() };
    let found: HashSet<String> = drawn(vec![], &filter, 20, 1).into_iter().collect();
    assert_eq!(found, HashSet::from(["c0".to_owned(), "c2".to_owned()]));
    assert_eq!(drawn(vec![], &Filter::default(), 99, 1).len(), 8);
    let none = Filter { forms: vec!["ordenar".into()], ..Filter::default() };
    assert!(drawn(vec![], &none, 5, 1).is_empty());
}

#[test]
fn only_what_is_answered_after_the_draw_is_done_in_a_session() {
    let bank = bank();
    let items = vec![bank[0].id.clone(), bank[1].id.clone()];
    let draw = What::Drawn { session: EventId::new("s"), purpose: Purpose::Practice, seed: 1, items };
    let journal = journal([answered(1, &bank[0], "buena"), event(5, draw), answered(9, &bank[1], "mala")]);
    let session = session(&journal, &EventId::new("s")).unwrap();
    assert_eq!(session.answered(&journal), [bank[1].id.clone()]);
    assert_eq!(session.place(&bank[1].id), Some(1));
}

/// The exam answered whole with that option and handed in.
fn exam(name: &str, at: i64, option: &str) -> Vec<Event> {
    let items: Vec<Item> = bank().into_iter().filter(|item| item.id.as_str().starts_with(name)).collect();
    let answers = items.iter().enumerate().map(|(n, item)| answered(at + n as i64, item, option));
    answers.chain([event(at + 99, What::HandedIn { exam: name.into() })]).collect()
}

#[test]
fn an_exam_says_nothing_until_it_is_handed_in_nor_what_is_answered_later() {
    let bank = bank();
    let mut events = exam("antes", 100, "buena");
    let level = |events: Vec<Event>| {
        let journal = journal(events);
        let observations = Observations::of(&bank, &journal);
        observations.on(&Scale::Dimension(Dimension::Strategy)).count()
    };
    let handed_in = events.pop().unwrap();
    let last = events.pop().unwrap();
    assert_eq!(level(events.clone()), 0, "sealed");
    events.push(handed_in);
    let without_last = level(events.clone());
    assert!(without_last > 0);
    events.push(Event { at: Timestamp(900), ..last });
    assert_eq!(level(events), without_last, "the reasons had been shown");
}

#[test]
fn a_gain_is_said_only_when_it_is_clear() {
    let verdict = |before: &str, after: &str| {
        let bank = bank();
        let events: Vec<Event> = exam("antes", 100, before).into_iter().chain(exam("luego", 500, after)).collect();
        let journal = journal(events);
        let observations = Observations::of(&bank, &journal);
        gain(&observations, &"antes".into(), &"luego".into(), Dimension::Strategy, 0.7).unwrap()
    };
    let gained = verdict("mala", "buena");
    assert_eq!(gained.verdict, Verdict::Gained);
    assert!(gained.interval.0 > 0.0 && gained.interval.2 <= 1.0 && gained.probability > 0.9);
    assert_eq!(verdict("buena", "buena").verdict, Verdict::NoClearDifference);
    assert!(verdict("buena", "buena").interval.1.abs() < 1e-3);
    assert_eq!(verdict("buena", "mala").verdict, Verdict::Lost);
}

#[test]
fn an_exam_is_sealed_until_it_is_handed_in() {
    let handed = event(9, What::HandedIn { exam: "antes".into() });
    let mut answers = exam("antes", 1, "buena");
    answers.pop();
    assert!(!is_handed_in(&"antes".into(), &journal(answers)));
    assert!(is_handed_in(&"antes".into(), &journal([handed.clone()])));
    assert!(!is_handed_in(&"luego".into(), &journal([handed])));
}

fn reviewed(events: Vec<Event>, now: i64) -> Vec<Objective> {
    let (bank, journal) = (bank(), journal(events));
    objectives(&bank, &records(&bank, &journal), &journal, Timestamp(now))
}

#[test]
fn a_sibling_never_seen_comes_before_the_same_case() {
    let bank = bank();
    let one = reviewed(vec![answered(1, &bank[0], "buena")], 2);
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].item, bank[2].id, "c2 shares competency and objective");
    let both = reviewed(vec![answered(1, &bank[0], "buena"), answered(5, &bank[2], "buena")], 6);
    assert_eq!(both[0].item, bank[0].id, "the one answered longest ago");
}

#[test]
fn a_miss_comes_back_sooner_than_a_hit() {
    let bank = bank();
    let due = |option, certainty| reviewed(vec![answered_with(0, &bank[0], option, certainty)], 0)[0].due.0;
    let (miss, doubtful, sure) =
        (due("mala", Certainty::High), due("buena", Certainty::Low), due("buena", Certainty::High));
    assert!(miss < doubtful && doubtful < sure && sure <= 180 * DAY, "{miss} {doubtful} {sure}");
    assert_eq!(due("regular", Certainty::High), miss, "less than half the credit is a miss");
}

#[test]
fn a_confident_miss_comes_first() {
    let bank = bank();
    let events = vec![
        answered(0, &bank[4], "mala"),
        answered_with(1, &bank[0], "mala", Certainty::High),
        answered_with(2, &bank[1], "mala", Certainty::Low),
    ];
    let first = &reviewed(events, 40 * DAY)[0];
    assert!(first.confident_miss && first.is_due(Timestamp(40 * DAY)));
    assert_eq!((first.competency.as_str(), first.behaviour.as_str()), ("estrategia.plan", "uno"));
}

#[test]
fn exams_are_reviewed_only_once_handed_in() {
    let mut bank = bank();
    for item in &mut bank {
        item.objective = Some("tres".into());
    }
    let answer = answered(1, bank.iter().find(|item| item.id.as_str() == "antes-0").unwrap(), "mala");
    let of = |events: Vec<Event>| {
        let journal = journal(events);
        objectives(&bank, &records(&bank, &journal), &journal, Timestamp(9)).len()
    };
    assert_eq!(of(vec![answer.clone()]), 0);
    assert_eq!(of(vec![answer, event(2, What::HandedIn { exam: "antes".into() })]), 1);
}

#[test]
fn certainty_is_kept_beside_what_was_earned() {
    let bank = bank();
    let events = [
        answered_with(1, &bank[0], "buena", Certainty::High),
        answered_with(2, &bank[1], "mala", Certainty::High),
        answered_with(3, &bank[2], "mala", Certainty::Low),
        answered(4, &bank[3], "buena"),
        answered_with(5, &bank[3], "mala", Certainty::Low),
    ];
    let journal = journal(events);
    let lines = calibration(&bank, &records(&bank, &journal));
    let answers: Vec<usize> = lines.iter().map(|line| line.answers).collect();
    assert_eq!(answers, [1, 0, 2], "second attempts do not count");
    assert!((lines[2].credit.median() - 0.5).abs() < 0.01);
}

proptest! {
    #[test]
    fn a_draw_never_repeats_and_never_exceeds(seed in any::<u64>(), n in 0usize..30) {
        let items = drawn(vec![], &Filter::default(), n, seed);
        let different: HashSet<&String> = items.iter().collect();
        prop_assert_eq!(different.len(), items.len());
        prop_assert_eq!(items.len(), n.min(8));
    }
}
