//! `estimate`, the words for it and the comparison of two, case by case.

use timon_y_voz::assess::{
    Contrast, Evidence, Posterior, Prior, SCENARIO_CAP, Words, contrast, estimate, is_enough, minimum_items, reaches,
    words,
};

pub fn piece(item: usize, credit: f64, floor: f64, weight: f64) -> Evidence {
    Evidence { item: format!("i{item}").as_str().into(), credit, floor, weight, scenario: None }
}

pub fn of(evidence: &[Evidence]) -> Posterior {
    estimate(evidence, &Prior::default())
}

/// Whole items without floor: the first `hits` right, the rest wrong.
fn answers(hits: usize, n: usize) -> Vec<Evidence> {
    (0..n).map(|i| piece(i, if i < hits { 1.0 } else { 0.0 }, 0.0, 1.0)).collect()
}

#[track_caller]
fn close(measured: f64, expected: f64, tolerance: f64) {
    assert!((measured - expected).abs() <= tolerance, "{measured} instead of {expected}");
}

/// A row of the published table: mean, median, the ends of the interval, P(≥ .8); six decimals.
#[track_caller]
fn check(evidence: &[Evidence], [mean, median, low, high, probability]: [f64; 5]) {
    let posterior = of(evidence);
    let rounded = 5.1e-7;
    close(posterior.mean(), mean, rounded);
    close(posterior.median(), median, rounded);
    close(posterior.interval80().0, low, rounded);
    close(posterior.interval80().1, high, rounded);
    close(posterior.at_least(0.8), probability, rounded);
}

#[test]
fn the_published_table() {
    let with_floor = |floor: f64, credits: &[f64]| -> Vec<Evidence> {
        credits.iter().enumerate().map(|(i, credit)| piece(i, *credit, floor, 1.0)).collect()
    };
    check(&answers(7, 10), [0.666667, 0.676196, 0.489239, 0.830767, 0.161139]);
    let eight_of_ten = [[1.0; 8].as_slice(), &[0.0; 2]].concat();
    check(&with_floor(0.25, &eight_of_ten), [0.666755, 0.685646, 0.446587, 0.860309, 0.221216]);
    check(&with_floor(1.0 / 3.0, &[1.0; 10]), [0.875005, 0.908397, 0.716702, 0.985701, 0.792812]);
    let partial = [1.0, 0.5, 1.0, 0.0, 1.0, 1.0];
    check(&with_floor(0.4375, &partial), [0.487988, 0.499012, 0.161521, 0.791084, 0.091209]);
}

#[test]
fn no_evidence_gives_the_prior() {
    let uniform = of(&[]);
    for p in [0.0, 0.1, 0.37, 0.5, 0.9, 1.0] {
        close(uniform.quantile(p), p, 1e-12);
        close(uniform.at_least(p), 1.0 - p, 1e-12);
    }
    close(uniform.sd(), (1.0f64 / 12.0).sqrt(), 1e-9);
    assert_eq!((uniform.evidence(), uniform.items()), (0.0, 0));
    close(estimate(&[], &Prior::new(6.0, 3.0).unwrap()).mean(), 2.0 / 3.0, 1e-8);
}

#[test]
fn a_prior_needs_positive_finite_parameters() {
    for (a, b) in [(0.0, 1.0), (1.0, -1.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
        assert_eq!(Prior::new(a, b), None);
    }
}

#[test]
fn what_is_not_a_number_contributes_nothing() {
    let junk = [
        piece(0, f64::NAN, 0.0, 1.0),
        piece(1, 1.0, f64::NAN, 1.0),
        piece(2, 1.0, 0.0, f64::NAN),
        piece(3, 1.0, 0.0, f64::INFINITY),
        piece(4, 1.0, 0.0, -1.0),
        piece(5, 1.0, 0.0, 0.0),
    ];
    assert_eq!(of(&junk), of(&[]));
    assert_eq!(of(&[piece(0, 7.0, -2.0, 1.0)]), of(&[piece(0, 1.0, 0.0, 1.0)]));
    let posterior = of(&answers(7, 10));
    assert_eq!((posterior.quantile(f64::NAN), posterior.quantile(-1.0), posterior.quantile(2.0)), (0.0, 0.0, 1.0));
    assert_eq!((posterior.at_least(-1.0), posterior.at_least(2.0)), (1.0, 0.0));
}

#[test]
fn much_evidence_keeps_its_figures() {
    let cases = [(60, 80, 1e-9), (59, 60, 1e-8), (3000, 4000, 1e-9), (0, 400, 1e-6), (399, 400, 1e-6)];
    for (hits, n, tolerance) in cases {
        let (a, b) = (hits as f64 + 1.0, (n - hits) as f64 + 1.0);
        let posterior = of(&answers(hits, n));
        close(posterior.mean(), a / (a + b), tolerance);
        close(posterior.sd(), (a * b / (a + b + 1.0)).sqrt() / (a + b), tolerance);
    }
    let hopeless: Vec<Evidence> = (0..400).map(|i| piece(i, 0.0, 1.0, 1.0)).collect();
    close(of(&hopeless).mean(), 1.0 / 402.0, 1e-7);
}

#[test]
fn fractional_powers_keep_their_figures() {
    for (hits, miss) in [(11, 0.3), (11, 0.7), (11, 1.3), (59, 0.3), (59, 0.7), (59, 1.3), (59, 2.6)] {
        let evidence = [answers(hits, hits), vec![piece(99, 0.0, 0.0, miss)]].concat();
        let (a, b) = (hits as f64 + 1.0, miss + 1.0);
        close(of(&evidence).mean(), a / (a + b), 2e-7);
        close(of(&evidence).sd(), (a * b / (a + b + 1.0)).sqrt() / (a + b), 2e-7);
    }
}

#[test]
fn a_scenario_weighs_at_most_its_cap() {
    let within = |scenario: &str, evidence: Vec<Evidence>| -> Vec<Evidence> {
        evidence.into_iter().map(|piece| Evidence { scenario: Some(scenario.into()), ..piece }).collect()
    };
    let capped = of(&within("faro", answers(3, 4)));
    close(capped.evidence(), SCENARIO_CAP, 1e-12);
    assert_eq!(capped.items(), 4);
    let lighter: Vec<Evidence> = answers(3, 4).into_iter().map(|piece| Evidence { weight: 0.375, ..piece }).collect();
    close(capped.median(), of(&lighter).median(), 1e-9);
    let below = within("faro", vec![piece(0, 1.0, 0.0, 0.7), piece(1, 1.0, 0.0, 0.7)]);
    close(of(&below).evidence(), 1.4, 1e-12);
    let two = [within("faro", answers(2, 2)), within("lumen", answers(2, 2)), answers(2, 2)].concat();
    close(of(&two).evidence(), 2.0 * SCENARIO_CAP + 2.0, 1e-12);
}

#[test]
fn words_wait_for_evidence() {
    let words_of = |hits, n| words(&of(&answers(hits, n)), 0.7);
    assert_eq!(words_of(3, 3), Words::Insufficient);
    assert_eq!(words_of(4, 4), Words::IntervalOnly);
    assert_eq!(words_of(11, 11), Words::IntervalOnly);
    assert_eq!(words_of(12, 12), Words::Consolidated);
    assert_eq!(words_of(2, 12), Words::ToWork);
    assert_eq!(words_of(9, 12), Words::Inconclusive);
    let thirds: Vec<Evidence> = (0..120).map(|i| piece(i, 1.0, 0.0, 0.1)).collect();
    assert!(thirds.iter().map(|piece| piece.weight).sum::<f64>() < 12.0, "the case is about rounding");
    assert_eq!(words(&of(&thirds), 0.7), Words::Consolidated);
    assert!(!is_enough(&of(&answers(3, 3))) && is_enough(&of(&answers(0, 4))));
    assert!(reaches(&of(&answers(4, 4)), 0.7) && !reaches(&of(&answers(3, 3)), 0.7));
}

#[test]
fn a_difference_is_declared_only_when_it_is_clear() {
    let [high, middle, low, few] = [(12, 12), (7, 12), (2, 12), (3, 3)].map(|(hits, n)| of(&answers(hits, n)));
    assert_eq!(contrast(&high, &low), Some(Contrast::AFirst));
    assert_eq!(contrast(&low, &high), Some(Contrast::BFirst));
    assert_eq!(contrast(&middle, &middle), Some(Contrast::NoClearDifference));
    assert_eq!(contrast(&few, &low), None);
    assert_eq!(contrast(&low, &few), None);
}

#[test]
fn what_cannot_be_shown_takes_no_number_of_items() {
    assert_eq!(minimum_items(1.0, 0.7, 0.8, 0), None);
    assert_eq!(minimum_items(0.0, 0.7, 1.1, 0), None);
    assert_eq!(minimum_items(0.0, 0.0, 1.0, 0), Some(0));
}
