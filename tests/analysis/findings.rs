//! What the analysis points at, and what it does not.

use timon_y_voz::assess::analysis::{Answers, Cell, Column, Finding, Mark, analyse};
use timon_y_voz::exchange::Blank;

use super::analysis;

fn findings(set: &str, item: &str) -> Vec<Finding> {
    let found = analysis(set, Blank::Wrong);
    found.items.into_iter().find(|figures| figures.name == item).unwrap().findings
}

#[test]
fn a_wrong_key_and_an_item_with_two_answers_are_told_apart() {
    assert_eq!(findings("clave-corta", "c03-mensaje")[0], Finding::Miskeyed { option: "d".into() });
    assert_eq!(findings("clave-corta", "c06-receptor")[0], Finding::Ambiguous { option: "b".into() });
}

#[test]
fn no_other_item_of_the_set_is_accused() {
    let found = analysis("clave-corta", Blank::Wrong);
    let accused = |finding: &Finding| matches!(finding, Finding::Miskeyed { .. } | Finding::Ambiguous { .. });
    let accused = found.items.iter().filter(|item| item.findings.iter().any(accused));
    assert_eq!(accused.map(|item| item.name.as_str()).collect::<Vec<_>>(), ["c03-mensaje", "c06-receptor"]);
}

#[test]
fn a_handful_of_people_is_only_described() {
    let small = analysis("pequena", Blank::Wrong);
    assert!(small.items.iter().all(|item| item.findings.is_empty()));
    assert!(small.items.iter().any(|item| item.facility.is_some()));
}

/// `people` who answer item 0 as `choose` says of their place, and nine others right when they are of the better half.
fn group(people: usize, credits: &[f64], choose: impl Fn(usize) -> usize) -> Answers {
    let mark = |(place, credit): (usize, &f64)| Mark { label: place.to_string(), credit: *credit };
    let cell = |credit: f64, marked: usize| Some(Cell { credit, marked: vec![marked], seconds: None, certainty: None });
    let studied = Column {
        name: "estudiado".into(),
        scale: None,
        marks: credits.iter().enumerate().map(mark).collect(),
        is_single: true,
        cells: (0..people).map(|person| cell(credits[choose(person)], choose(person))).collect(),
    };
    // Whoever comes later gets more of the others right.
    let other = |place: usize| Column {
        name: format!("otro-{place}"),
        scale: None,
        marks: Vec::new(),
        is_single: false,
        cells: (0..people).map(|person| cell(f64::from(u8::from(person * 10 > place * people)), 0)).collect(),
    };
    Answers { people, columns: std::iter::once(studied).chain((1..10).map(other)).collect() }
}

fn of_group(people: usize, credits: &[f64], choose: impl Fn(usize) -> usize) -> Vec<Finding> {
    analyse(&group(people, credits, choose)).items[0].findings.clone()
}

#[test]
fn each_finding_has_its_pattern() {
    let everybody_right = of_group(60, &[1.0, 0.0], |_| 0);
    assert!(everybody_right.contains(&Finding::Constant) && everybody_right.contains(&Finding::Easy));
    // The better half chooses what earns nothing.
    let reversed = of_group(60, &[1.0, 0.0], |person| usize::from(person >= 30));
    assert!(reversed.contains(&Finding::Miskeyed { option: "1".into() }), "{reversed:?}");
    assert!(reversed.contains(&Finding::Negative));
    // Of the three that earn nothing, one is never chosen.
    let unused = of_group(60, &[1.0, 0.0, 0.0, 0.0], |person| if person >= 30 { 0 } else { 1 + person % 2 });
    assert_eq!(unused, [Finding::Unused { options: vec!["3".into()] }]);
    let hard = of_group(100, &[1.0, 0.0, 0.0], |person| if person >= 80 { 0 } else { 1 + person % 2 });
    assert_eq!(hard, [Finding::Hard]);
}

#[test]
fn an_item_that_works_has_nothing_to_look_at() {
    let fine = of_group(60, &[1.0, 0.5, 0.0], |person| if person >= 30 { 0 } else { 1 + person % 2 });
    assert_eq!(fine, []);
}

#[test]
fn with_two_keys_none_is_compared() {
    let found = of_group(60, &[1.0, 1.0, 0.0], |person| if person >= 30 { 2 } else { person % 2 });
    assert!(!found.iter().any(|finding| matches!(finding, Finding::Miskeyed { .. })), "{found:?}");
    assert!(found.contains(&Finding::Negative));
}

#[test]
fn a_key_that_nobody_chooses_is_suspected_all_the_same() {
    let found = of_group(60, &[1.0, 0.0, 0.0], |person| 1 + usize::from(person >= 30));
    assert_eq!(found[0], Finding::Miskeyed { option: "2".into() });
}

#[test]
fn curves_go_from_the_worst_to_the_best_of_the_rest() {
    let found = analyse(&group(60, &[1.0, 0.0], |person| usize::from(person < 30)));
    let item = &found.items[0];
    assert_eq!(item.group_sizes.len(), 3);
    assert_eq!(item.group_sizes.iter().sum::<usize>(), 60);
    assert_eq!(item.options[0].curve.first(), Some(&Some(0.0)));
    assert_eq!(item.options[0].curve.last(), Some(&Some(1.0)));
    let many = analyse(&group(300, &[1.0, 0.0], |person| usize::from(person < 150)));
    assert_eq!(many.items[0].group_sizes.len(), 5);
}
