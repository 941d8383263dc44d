//! Attempts at assignments: a sealed one says nothing until it is submitted.

use timon_y_voz::learner::{
    AssignmentId, Event, EventId, ItemRecord, Journal, Purpose, Seals, Timestamp, What, objectives, records, tasks,
};

use crate::building::{answered, event, item, journal};

fn began(at: i64, sealed: bool) -> [Event; 2] {
    let session = EventId::new("s");
    let items = vec!["m01-a".into(), "m01-b".into()];
    let drawn = What::Drawn { session: session.clone(), purpose: Purpose::Assignment, seed: 1, items };
    let (token, link) = ("t".to_owned(), "AQ".to_owned());
    let assignment = AssignmentId::new("00");
    [event(at, drawn), event(at + 1, What::Assigned { session, assignment, attempt: 1, sealed, token, link })]
}

fn submitted(at: i64) -> Event {
    event(at, What::Submitted { session: EventId::new("s") })
}

fn credits(journal: &Journal) -> Option<f64> {
    let item = item("m01-a", "m01-l1", &[("estrategia.plan", 1.0)]);
    ItemRecord::of(&item, journal).credits().map(|credits| credits[0].1)
}

#[test]
fn a_sealed_answer_says_nothing_until_it_is_submitted() {
    let it = item("m01-a", "m01-l1", &[("estrategia.plan", 1.0)]);
    let of = |sealed, end: Option<Event>| {
        credits(&journal(began(10, sealed).into_iter().chain([answered(20, &it, "regular")]).chain(end)))
    };
    assert_eq!(of(true, None), None);
    assert_eq!(of(true, Some(submitted(30))), Some(0.4));
    assert_eq!(of(false, None), Some(0.4), "an assignment with feedback at once seals nothing");
}

#[test]
fn what_was_answered_before_it_began_keeps_its_credit() {
    let it = item("m01-a", "m01-l1", &[("estrategia.plan", 1.0)]);
    let before = [answered(5, &it, "buena")].into_iter().chain(began(10, true)).chain([answered(20, &it, "mala")]);
    assert_eq!(credits(&journal(before)), Some(1.0));
}

#[test]
fn the_whole_bank_and_one_item_agree_about_what_is_sealed() {
    let it = item("m01-a", "m01-l1", &[("estrategia.plan", 1.0)]);
    let events = journal(began(10, true).into_iter().chain([answered(20, &it, "buena")]));
    let all = records(std::slice::from_ref(&it), &events);
    assert_eq!(all[&it.id].credits(), None);
    assert_eq!(all[&it.id], ItemRecord::of(&it, &events));
}

#[test]
fn a_sealed_case_is_not_reviewed_either() {
    let mut it = item("m01-a", "m01-l1", &[("estrategia.plan", 1.0)]);
    it.objective = Some("fijar objetivos".into());
    let bank = [it.clone()];
    let of = |end: Option<Event>| {
        let events = journal(began(10, true).into_iter().chain([answered(20, &it, "mala")]).chain(end));
        objectives(&bank, &records(&bank, &events), &events, Timestamp(40)).len()
    };
    assert_eq!((of(None), of(Some(submitted(30)))), (0, 1));
}

#[test]
fn attempts_are_told_with_what_they_ask_and_when_they_ended() {
    let events = journal(began(10, true).into_iter().chain([submitted(30), submitted(40)]));
    let [task] = &tasks(&events)[..] else { panic!("one task") };
    assert_eq!((task.began, task.submitted, task.is_open()), (Timestamp(11), Some(Timestamp(40)), false));
    assert_eq!(task.session(&events).unwrap().items.len(), 2);
    assert_eq!(Seals::of(&events), Seals::default());
}
