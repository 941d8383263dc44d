//! The record of an item and what of it is evidence.

use timon_y_voz::course::{Item, Response};
use timon_y_voz::learner::{Event, ItemRecord, Timestamp, records};

use crate::building::{answered, corrected, hint_opened, item, journal, reached, solution_seen};

fn canal() -> Item {
    item("m02-canal", "m02-l1", &[("estrategia.plan", 1.0)])
}

fn record(events: impl IntoIterator<Item = Event>) -> ItemRecord {
    ItemRecord::of(&canal(), &journal(events))
}

#[test]
fn nothing_done_is_an_open_item() {
    let other = item("m02-otra", "m02-l1", &[("estrategia.plan", 1.0)]);
    for record in [record([]), record([answered(1, &other, "buena"), reached(2, "m02-l1", "a")])] {
        assert_eq!(record, ItemRecord::default());
        assert!(record.is_open() && !record.counts_as_evidence());
    }
}

#[test]
fn the_first_attempt_is_the_evidence() {
    let record = record([answered(5, &canal(), "buena"), answered(2, &canal(), "regular")]);
    assert_eq!(record.first().unwrap().at, Timestamp(2));
    assert_eq!(record.first().unwrap().response, Response::Single("regular".into()));
    assert_eq!(record.attempts.len(), 2);
    assert_eq!(record.credits().unwrap(), [("estrategia.plan".into(), 0.4)]);
    assert!(!record.is_open());
}

#[test]
fn a_solution_seen_before_takes_the_evidence_away_and_afterwards_does_not() {
    let before = record([solution_seen(1, &canal()), answered(2, &canal(), "buena")]);
    assert!(before.solution_seen_before && !before.counts_as_evidence());
    let after = record([answered(1, &canal(), "buena"), solution_seen(2, &canal()), answered(3, &canal(), "mala")]);
    assert!(!after.solution_seen_before && after.counts_as_evidence());
    let only_seen = record([solution_seen(1, &canal())]);
    assert!(only_seen.solution_seen_before && !only_seen.is_open());
}

#[test]
fn what_was_done_before_a_correction_does_not_count() {
    let old = corrected(&canal());
    let changed = record([answered(1, &old, "buena"), solution_seen(2, &old), hint_opened(3, &old, 0)]);
    assert!(changed.changed && changed.is_open() && !changed.counts_as_evidence());
    assert_eq!((changed.attempts.len(), changed.hints), (0, 0));
    let again = record([answered(1, &old, "buena"), solution_seen(2, &old), answered(3, &canal(), "mala")]);
    assert!(!again.changed && again.counts_as_evidence());
    assert_eq!(again.credits().unwrap()[0].1, 0.0);
}

#[test]
fn an_answer_that_does_not_fit_the_key_was_never_given() {
    assert!(record([answered(1, &canal(), "ninguna")]).is_open());
    let record = record([answered(1, &canal(), "ninguna"), answered(2, &canal(), "buena")]);
    assert!(record.counts_as_evidence());
    assert_eq!(record.attempts.len(), 1);
}

#[test]
fn hints_count_once_each() {
    let record = record([hint_opened(1, &canal(), 0), hint_opened(2, &canal(), 1), hint_opened(3, &canal(), 0)]);
    assert_eq!(record.hints, 2);
}

#[test]
fn all_records_are_those_of_each_item() {
    let bank = [canal(), item("m02-otra", "m02-l1", &[("operacion.escucha", 1.0)]), item("m02-nada", "m02-l1", &[])];
    let journal = journal([
        answered(1, &bank[0], "mala"),
        hint_opened(2, &bank[1], 0),
        answered(3, &bank[1], "buena"),
        answered(4, &bank[0], "buena"),
    ]);
    let records = records(&bank, &journal);
    assert_eq!(records.len(), bank.len());
    for item in &bank {
        assert_eq!(records[&item.id], ItemRecord::of(item, &journal));
    }
    assert_eq!(records[&bank[0].id].attempts.len(), 2);
}
