//! The profile and the observations it is made of.

use timon_y_voz::assess::{Contrast, Words};
use timon_y_voz::course::{CompetencyId, Credit, Dimension, Item, Key};
use timon_y_voz::learner::{Event, Journal, Observations, Profile, Scale, profile};

use crate::building::{answered, corrected, item, journal, solution_seen};

const PLAN: &str = "estrategia.plan";
const CRISIS: &str = "estrategia.crisis";
const LISTEN: &str = "operacion.escucha";

/// `n` items of one lesson that measure the same.
fn items(prefix: &str, lesson: &str, n: usize, competencies: &[(&str, f64)]) -> Vec<Item> {
    (0..n).map(|i| item(&format!("{prefix}-{i}"), lesson, competencies)).collect()
}

/// Each item with the same answer, one after another.
fn all(items: &[Item], option: &str, from: i64) -> Vec<Event> {
    items.iter().enumerate().map(|(i, item)| answered(from + i as i64, item, option)).collect()
}

fn of(bank: &[Item], journal: &Journal) -> Profile {
    profile(bank, &[PLAN, CRISIS, LISTEN].map(CompetencyId::from), journal, 0.7)
}

#[track_caller]
fn close(measured: f64, expected: f64) {
    assert!((measured - expected).abs() < 1e-9, "{measured} instead of {expected}");
}

#[test]
fn nothing_done_says_nothing() {
    let profile = of(&items("a", "m01-l1", 3, &[(PLAN, 1.0)]), &Journal::default());
    assert_eq!(profile.strategy.words, Words::Insufficient);
    assert_eq!(profile.operation.posterior.items(), 0);
    assert_eq!(profile.contrast, None);
    assert_eq!(profile.competencies.len(), 3);
}

#[test]
fn each_answer_counts_where_its_weights_say() {
    let bank = [
        items("a", "m01-l1", 4, &[(PLAN, 0.7), (CRISIS, 0.3)]),
        items("b", "m02-l1", 5, &[(LISTEN, 0.6), (PLAN, 0.4)]),
    ]
    .concat();
    let profile = of(&bank, &journal(all(&bank, "buena", 1)));
    close(profile.strategy.posterior.evidence(), 4.0 + 5.0 * 0.4);
    close(profile.operation.posterior.evidence(), 5.0 * 0.6);
    let evidence = |i: usize| profile.competencies[i].1.posterior.evidence();
    close(evidence(0), 4.0 * 0.7 + 5.0 * 0.4);
    close(evidence(1), 4.0 * 0.3);
    close(evidence(2), 5.0 * 0.6);
    assert_eq!(profile.strategy.posterior.items(), 9);
    assert_eq!(profile.dimension(Dimension::Operation), &profile.operation);
    assert_eq!(profile.dimension(Dimension::Strategy), &profile.strategy);
}

#[test]
fn credit_and_floor_are_those_of_the_competency() {
    let mut mixed = item("a", "m01-l1", &[(PLAN, 0.5), (LISTEN, 0.5)]);
    let per = |plan, listen| Credit::PerCompetency(vec![(PLAN.into(), plan), (LISTEN.into(), listen)]);
    mixed.key = Key::Single(vec![("buena".into(), per(1.0, 0.2)), ("mala".into(), per(0.0, 0.6))]);
    let bank = [mixed];
    let journal = journal([answered(1, &bank[0], "buena")]);
    let observations = Observations::of(&bank, &journal);
    let piece = |competency: &str| {
        let found = observations.on(&Scale::Competency(competency.into())).next().unwrap();
        (found.evidence.credit, found.evidence.floor, found.evidence.weight)
    };
    assert_eq!(piece(PLAN), (1.0, 0.5, 0.5));
    assert_eq!(piece(LISTEN), (0.2, 0.4, 0.5));
}

#[test]
fn only_first_attempts_before_the_solution_are_observed() {
    let bank = items("a", "m01-l1", 4, &[(PLAN, 1.0)]);
    let journal = journal([
        answered(1, &bank[0], "mala"),
        answered(2, &bank[0], "buena"),
        solution_seen(3, &bank[1]),
        answered(4, &bank[1], "buena"),
        answered(5, &corrected(&bank[2]), "buena"),
    ]);
    let observations = Observations::of(&bank, &journal);
    let credits: Vec<f64> =
        observations.on(&Scale::Dimension(Dimension::Strategy)).map(|o| o.evidence.credit).collect();
    assert_eq!(credits, [0.0]);
}

#[test]
fn a_scenario_is_capped_within_each_scale() {
    let mut bank = items("a", "m01-l1", 4, &[(PLAN, 0.5), (LISTEN, 0.5)]);
    for item in &mut bank {
        item.scenario = Some("faro".into());
    }
    let profile = of(&bank, &journal(all(&bank, "buena", 1)));
    close(profile.strategy.posterior.evidence(), 1.5);
    close(profile.operation.posterior.evidence(), 1.5);
}

#[test]
fn a_facet_and_a_module_are_estimated_like_any_other() {
    let mut bank =
        [items("a", "m01-l1", 2, &[(PLAN, 0.5), (LISTEN, 0.5)]), items("b", "m02-l1", 3, &[(PLAN, 1.0)])].concat();
    bank[0].facets = vec!["presupuesto".into()];
    bank[3].facets = vec!["presupuesto".into(), "equipo".into()];
    let journal = journal(all(&bank, "buena", 1));
    let observations = Observations::of(&bank, &journal);
    let measured = |scale: Scale| {
        let posterior = observations.estimate(&scale, 0.7).posterior;
        (posterior.evidence(), posterior.items())
    };
    assert_eq!(measured(Scale::Facet("presupuesto".into())), (2.0, 2));
    assert_eq!(measured(Scale::Facet("otra".into())), (0.0, 0));
    assert_eq!(measured(Scale::Module("m01".into(), Dimension::Strategy)), (1.0, 2));
    assert_eq!(measured(Scale::Module("m02".into(), Dimension::Strategy)), (3.0, 3));
    assert_eq!(measured(Scale::Module("m02".into(), Dimension::Operation)), (0.0, 0));
}

#[test]
fn a_clear_difference_between_the_dimensions_is_declared() {
    let (strategy, operation) = (items("a", "m01-l1", 14, &[(PLAN, 1.0)]), items("b", "m02-l1", 14, &[(LISTEN, 1.0)]));
    let bank = [strategy.clone(), operation.clone()].concat();
    let events = [all(&strategy, "buena", 1), all(&operation, "mala", 50)].concat();
    let learner = of(&bank, &journal(events));
    assert_eq!(learner.contrast, Some(Contrast::AFirst));
    assert_eq!((learner.strategy.words, learner.operation.words), (Words::Consolidated, Words::ToWork));
}
