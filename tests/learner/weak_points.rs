//! «Por dónde seguir».

use timon_y_voz::course::{CompetencyId, Item, ReviewLink};
use timon_y_voz::learner::{Event, NextStep, WeakPoint, profile};

use crate::building::{answered, item, journal, solution_seen};

const A: &str = "estrategia.a";
const B: &str = "estrategia.b";
const C: &str = "operacion.c";
const D: &str = "operacion.d";

/// `n` items that measure one competency alone, named after it: `a-0`, `a-1`…
fn items(competency: &str, lesson: &str, n: usize) -> Vec<Item> {
    let name = competency.split('.').nth(1).unwrap();
    (0..n).map(|i| item(&format!("{name}-{i}"), lesson, &[(competency, 1.0)])).collect()
}

fn answers(items: &[Item], options: &[&str]) -> Vec<Event> {
    // Times only need to differ; the place of the letter in the alphabet sees to that.
    let from = items.first().map_or(0, |item| i64::from(item.id.as_str().as_bytes()[0]) * 100);
    items.iter().zip(options).enumerate().map(|(i, (item, option))| answered(from + i as i64, item, option)).collect()
}

fn weak_points(bank: &[Item], events: impl IntoIterator<Item = Event>) -> Vec<WeakPoint> {
    profile(bank, &[A, B, C, D].map(CompetencyId::from), &journal(events), 0.7).weak_points
}

/// `estrategia.a ← a-0` for a review, `estrategia.a: 2.0 m01-l1 a-0` for practice.
fn told(points: &[WeakPoint]) -> Vec<String> {
    let tell = |point: &WeakPoint| match &point.step {
        NextStep::Review { item, .. } => format!("{} ← {item}", point.competency),
        NextStep::Practise { missing, lesson, item } => format!("{}: {missing:.1} {lesson} {item}", point.competency),
    };
    points.iter().map(tell).collect()
}

#[test]
fn the_lowest_comes_first_with_the_answer_that_lost_most() {
    let (a, b) = (items(A, "m01-l1", 4), items(B, "m01-l2", 4));
    let bank = [a.clone(), b.clone()].concat();
    let events =
        [answers(&a, &["buena", "regular", "mala", "regular"]), answers(&b, &["regular", "mala", "mala", "mala"])]
            .concat();
    let points = weak_points(&bank, events);
    assert_eq!(told(&points), ["estrategia.b ← b-1", "estrategia.a ← a-2"]);
    let NextStep::Review { link, .. } = &points[0].step else { panic!("{points:?}") };
    assert_eq!(*link, b[1].review);
}

#[test]
fn what_an_answer_lost_is_weighed() {
    let mut bank = items(A, "m01-l1", 4);
    bank.push(item("light", "m01-l1", &[(A, 0.3), (C, 0.7)]));
    let options = ["regular", "buena", "regular", "buena", "mala"];
    let events: Vec<Event> =
        bank.iter().zip(options).enumerate().map(|(i, (item, option))| answered(i as i64, item, option)).collect();
    assert_eq!(told(&weak_points(&bank, events))[0], "estrategia.a ← a-0");
}

#[test]
fn two_points_do_not_send_to_the_same_paragraph_when_there_is_another() {
    let both = [(A, 0.5), (B, 0.5)];
    let mut bank: Vec<Item> = (0..8).map(|i| item(&format!("x-{i}"), "m01-l1", &both)).collect();
    let options = ["mala", "regular", "mala", "mala", "mala", "mala", "mala", "mala"];
    let same = ReviewLink { lesson: "m01-l1".into(), anchor: "zonas".into(), title: "Zonas".into() };
    for (i, item) in bank.iter_mut().enumerate() {
        if i != 1 {
            item.review = same.clone();
        }
    }
    let events = answers(&bank, &options);
    assert_eq!(told(&weak_points(&bank, events.clone())), ["estrategia.a ← x-0", "estrategia.b ← x-1"]);
    bank[1].review = same;
    assert_eq!(told(&weak_points(&bank, events)), ["estrategia.a ← x-0", "estrategia.b ← x-0"]);
}

#[test]
fn a_level_that_is_reached_or_lost_nothing_is_no_weak_point() {
    let (a, b) = (items(A, "m01-l1", 24), items(B, "m01-l2", 4));
    let bank = [a.clone(), b.clone()].concat();
    let one_miss = [["mala"].as_slice(), &["buena"; 23]].concat();
    let events = [answers(&a, &one_miss), answers(&b, &["buena"; 4])].concat();
    let learner = profile(&bank, &[A, B].map(CompetencyId::from), &journal(events), 0.7);
    let probability = |i: usize| learner.competencies[i].1.posterior.at_least(0.7);
    assert!(probability(0) > 0.8 && probability(1) < 0.8, "{} {}", probability(0), probability(1));
    assert_eq!(learner.weak_points, []);
}

#[test]
fn what_is_unknown_follows_the_nearest_first() {
    let (a, b, c) = (items(A, "m01-l1", 4), items(B, "m01-l2", 5), items(C, "m02-l1", 5));
    let bank = [a.clone(), b.clone(), c.clone()].concat();
    let events = [answers(&a, &["mala"; 4]), answers(&b, &["buena"; 1]), answers(&c, &["mala"; 3])].concat();
    assert_eq!(
        told(&weak_points(&bank, events)),
        ["estrategia.a ← a-0", "operacion.c: 1.0 m02-l1 c-3", "estrategia.b: 3.0 m01-l2 b-1"],
        "and nothing of operacion.d, which no item measures"
    );
}

#[test]
fn the_lesson_is_the_one_with_most_to_answer() {
    let in_lesson = |name: &str, lesson: &str| item(name, lesson, &[(D, 1.0)]);
    let bank = [
        in_lesson("d-0", "m01-l1"),
        in_lesson("d-1", "m01-l1"),
        in_lesson("d-2", "m01-l2"),
        in_lesson("d-3", "m01-l2"),
        in_lesson("d-4", "m01-l3"),
    ];
    assert_eq!(told(&weak_points(&bank, [])), ["operacion.d: 4.0 m01-l1 d-0"]);
    assert_eq!(told(&weak_points(&bank, [solution_seen(1, &bank[1])])), ["operacion.d: 4.0 m01-l2 d-2"]);
    let nothing_left = bank.iter().enumerate().map(|(i, item)| solution_seen(i as i64, item));
    assert_eq!(weak_points(&bank, nothing_left), []);
}

#[test]
fn of_what_is_equally_unknown_the_course_says_which_comes_first() {
    let bank = [items(D, "m01-l1", 1), items(B, "m01-l2", 1), items(C, "m01-l3", 1), items(A, "m02-l1", 1)].concat();
    let expected = ["operacion.d: 4.0 m01-l1 d-0", "estrategia.b: 4.0 m01-l2 b-0", "operacion.c: 4.0 m01-l3 c-0"];
    assert_eq!(told(&weak_points(&bank, [])), expected);
}
