//! The journal: once each, in order, the same on every device.

use proptest::prelude::*;
use timon_y_voz::learner::{Event, EventId, Journal, Timestamp, What};

use crate::building::{journal, reached};

fn ids(journal: &Journal) -> Vec<&str> {
    journal.iter().map(|event| event.id.as_str()).collect()
}

#[test]
fn the_same_id_twice_changes_nothing() {
    let mut journal = journal([reached(1, "m01-l1", "a")]);
    let before = journal.clone();
    assert!(!journal.insert(reached(1, "m01-l1", "b")));
    assert_eq!(journal, before);
    assert!(journal.insert(reached(2, "m01-l1", "b")));
    assert_eq!(journal.len(), 2);
}

#[test]
fn events_are_in_order_of_time_and_then_of_id() {
    let event = |id: &str, at| Event {
        id: EventId::new(id),
        at: Timestamp(at),
        what: What::Reached { lesson: "m01-l1".into(), anchor: id.into() },
    };
    let journal = journal([event("b", 2), event("c", 1), event("a", 2), event("d", -5)]);
    assert_eq!(ids(&journal), ["d", "c", "a", "b"]);
}

#[test]
fn merging_counts_what_was_new() {
    let mut a = journal([reached(1, "m01-l1", "a"), reached(3, "m01-l1", "c")]);
    let b = journal([reached(2, "m01-l1", "b"), reached(3, "m01-l1", "c")]);
    assert_eq!(a.merge(b), 1);
    assert_eq!(ids(&a), ["e1", "e2", "e3"]);
    assert!(a.contains(&EventId::new("e2")) && !a.contains(&EventId::new("e4")));
}

proptest! {
    #[test]
    fn two_devices_merge_to_the_same(times in prop::collection::vec((0..9i64, 0..3usize), 0..20)) {
        let events: Vec<_> = times.iter().map(|(at, device)| {
            let mut event = reached(*at, "m01-l1", "a");
            event.id = EventId::new(format!("d{device}-{at}"));
            event
        }).collect();
        let (left, right) = events.split_at(events.len() / 2);
        let (left, right) = (journal(left.to_vec()), journal(right.to_vec()));
        let (mut here, mut there) = (left.clone(), right.clone());
        here.merge(right);
        there.merge(left);
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(&here, &journal(events.into_iter().rev()));
        prop_assert_eq!(here.merge(there), 0);
    }
}
