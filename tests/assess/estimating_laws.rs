//! What holds for any evidence.

use proptest::prelude::*;
use timon_y_voz::assess::{Evidence, Prior, SCENARIO_CAP, estimate, greater};

use crate::estimating::{of, piece};

fn credit() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0]
}

fn floor() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(0.25), Just(0.4375), 0.0..=0.9]
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let scenario = prop::sample::select(vec![None, Some("faro".to_string()), Some("lumen".to_string())]);
    let piece =
        (credit(), floor(), 0.1..=1.0, scenario, 0..9usize).prop_map(|(credit, floor, weight, scenario, item)| {
            Evidence { scenario, ..piece(item, credit, floor, weight) }
        });
    prop::collection::vec(piece, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_evidence_never_matters(
        (evidence, shuffled) in evidence().prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
    ) {
        prop_assert_eq!(of(&evidence), of(&shuffled));
    }

    #[test]
    fn a_better_answer_never_lowers_the_median(
        evidence in evidence(), floor in floor(), weight in 0.1..=1.0, a in credit(), b in credit()
    ) {
        let with = |credit: f64| of(&[evidence.clone(), vec![piece(99, credit, floor, weight)]].concat()).median();
        prop_assert!(with(a.max(b)) >= with(a.min(b)) - 1e-9);
    }

    #[test]
    fn guessing_at_the_floor_never_raises_the_mean(
        floors in prop::collection::vec((floor(), 0.1..=1.0), 0..12), a in 0.5..6.0, b in 0.5..6.0
    ) {
        let evidence: Vec<_> =
            floors.iter().enumerate().map(|(i, (floor, weight))| piece(i, *floor, *floor, *weight)).collect();
        let prior = Prior::new(a, b).unwrap();
        prop_assert!(estimate(&evidence, &prior).mean() <= estimate(&[], &prior).mean() + 1e-9);
    }

    #[test]
    fn figures_agree_with_each_other(evidence in evidence(), p in 0.01..0.99, m in 0.0..=1.0) {
        let posterior = of(&evidence);
        let quantile = posterior.quantile(p);
        prop_assert!((posterior.at_least(quantile) - (1.0 - p)).abs() < 1e-9);
        prop_assert!((0.0..=1.0).contains(&posterior.at_least(m)));
        prop_assert!((0.0..=1.0).contains(&posterior.mean()));
        let (low, high) = posterior.interval80();
        prop_assert!(low < posterior.median() && posterior.median() < high);
        let cap = evidence.iter().filter(|piece| piece.scenario.is_none()).map(|piece| piece.weight).sum::<f64>();
        prop_assert!(posterior.evidence() <= cap + 2.0 * SCENARIO_CAP + 1e-9);
    }

    #[test]
    fn one_of_two_is_greater(a in evidence(), b in evidence()) {
        let (a, b) = (of(&a), of(&b));
        prop_assert!((greater(&a, &b) + greater(&b, &a) - 1.0).abs() < 1e-7);
        prop_assert!((greater(&a, &a) - 0.5).abs() < 1e-7);
    }
}
