//! How far a lesson is.

use timon_y_voz::course::Item;
use timon_y_voz::learner::{Event, LessonPlan, LessonProgress, LessonState, last_place, lesson_progress};

use crate::building::{answered, corrected, hint_opened, item, journal, reached, solution_seen};

fn items() -> [Item; 2] {
    ["m02-a", "m02-b"].map(|id| item(id, "m02-l1", &[("estrategia.plan", 1.0)]))
}

fn progress(items: &[Item], events: impl IntoIterator<Item = Event>) -> LessonProgress {
    let plan = LessonPlan {
        id: "m02-l1".into(),
        items: items.iter().map(|item| (item.id.clone(), item.fingerprint.clone())).collect(),
        last_anchor: "para-llevarse".into(),
        simulation: None,
    };
    lesson_progress(&plan, &journal(events))
}

fn expected(unanswered: usize, answered: usize, changed: usize, state: LessonState) -> LessonProgress {
    LessonProgress { unanswered, answered, changed, state }
}

#[test]
fn a_lesson_starts_when_something_of_it_is_reached_or_answered() {
    let [a, b] = items();
    let other = item("m02-c", "m02-l2", &[("estrategia.plan", 1.0)]);
    let elsewhere = [reached(1, "m02-l2", "a"), answered(2, &other, "buena")];
    assert_eq!(progress(&items(), elsewhere), expected(2, 0, 0, LessonState::NotStarted));
    assert_eq!(progress(&items(), [reached(1, "m02-l1", "a")]), expected(2, 0, 0, LessonState::Started));
    assert_eq!(progress(&items(), [answered(1, &b, "mala")]), expected(1, 1, 0, LessonState::Started));
    let looked = [hint_opened(1, &a, 0), solution_seen(2, &a)];
    assert_eq!(progress(&items(), looked), expected(2, 0, 0, LessonState::NotStarted), "looking is not answering");
}

#[test]
fn a_lesson_is_done_when_every_item_is_answered_as_it_is_now() {
    let [a, b] = items();
    let all = [answered(1, &a, "mala"), answered(2, &b, "buena"), answered(3, &b, "mala")];
    assert_eq!(progress(&items(), all.clone()), expected(0, 2, 0, LessonState::Done));
    let changed = [corrected(&a), b];
    assert_eq!(progress(&changed, all.clone()), expected(0, 1, 1, LessonState::Started));
    let again = all.into_iter().chain([answered(4, &changed[0], "buena")]);
    assert_eq!(progress(&changed, again), expected(0, 2, 0, LessonState::Done));
    let old_page = again_on_an_old_page(&items(), &changed);
    assert_eq!(progress(&changed, old_page), expected(1, 1, 0, LessonState::Started));
    let end = [reached(1, "m02-l1", "para-llevarse")];
    assert_eq!(progress(&changed, end), expected(2, 0, 0, LessonState::Started), "reading is not answering");
}

/// The first item answered as it is now, and later on a device that still had the former one.
fn again_on_an_old_page(former: &[Item], now: &[Item]) -> [Event; 2] {
    [answered(1, &now[0], "buena"), answered(2, &former[0], "mala")]
}

#[test]
fn a_lesson_without_items_is_done_at_its_end() {
    assert_eq!(progress(&[], []), expected(0, 0, 0, LessonState::NotStarted));
    assert_eq!(progress(&[], [reached(1, "m02-l1", "inicio")]), expected(0, 0, 0, LessonState::Started));
    assert_eq!(progress(&[], [reached(1, "m02-l2", "para-llevarse")]), expected(0, 0, 0, LessonState::NotStarted));
    assert_eq!(progress(&[], [reached(1, "m02-l1", "para-llevarse")]), expected(0, 0, 0, LessonState::Done));
}

#[test]
fn the_last_place_is_the_latest_reached() {
    let [a, _] = items();
    let anywhere = |journal| last_place(&journal, |_| true).map(|(lesson, anchor)| (lesson.clone(), anchor.to_owned()));
    assert_eq!(anywhere(journal([answered(1, &a, "buena")])), None);
    let journal = journal([reached(9, "m01-l2", "zonas"), reached(3, "m02-l1", "a"), answered(10, &a, "buena")]);
    assert_eq!(last_place(&journal, |_| true), Some((&"m01-l2".into(), "zonas")));
    assert_eq!(last_place(&journal, |lesson| lesson.as_str() == "m02-l1"), Some((&"m02-l1".into(), "a")));
}
