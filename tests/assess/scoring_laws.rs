//! What holds for every key and every answer.

use proptest::prelude::*;
use timon_y_voz::assess::{chance_floors, score};
use timon_y_voz::course::{Key, Response};

use crate::keys::{all_responses, key, weights};

/// A key with its parts in another order, which only steps mind.
fn rearranged(key: &Key) -> Key {
    fn reversed<T: Clone>(parts: &[T]) -> Vec<T> {
        parts.iter().rev().cloned().collect()
    }
    match key {
        Key::Single(options) => Key::Single(reversed(options)),
        Key::Multiple { options, choose } => Key::Multiple { options: reversed(options), choose: *choose },
        Key::Order(steps) => Key::Order(steps.clone()),
        Key::Sort { targets, rows } => Key::Sort { targets: reversed(targets), rows: reversed(rows) },
        Key::Rate { points, rows } => Key::Rate { points: *points, rows: reversed(rows) },
    }
}

/// The same answer given in another order, where the order says nothing.
fn retold(response: &Response) -> Response {
    let mut retold = response.clone();
    match &mut retold {
        Response::Single(_) | Response::Order(_) => {}
        Response::Multiple(chosen) => chosen.reverse(),
        Response::Sort(pairs) => pairs.reverse(),
        Response::Rate(ratings) => ratings.reverse(),
    }
    retold
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn floors_are_the_mean_score_of_all_answers(key in key()) {
        let scores: Vec<_> = all_responses(&key).iter().map(|response| score(&key, &weights(), response).unwrap()).collect();
        for (i, (_, floor)) in chance_floors(&key, &weights()).into_iter().enumerate() {
            let mean = scores.iter().map(|score| score[i].1).sum::<f64>() / scores.len() as f64;
            prop_assert!((floor - mean).abs() < 1e-9, "floor {floor}, mean {mean}");
        }
    }

    #[test]
    fn the_best_answer_scores_1_and_none_leaves_the_unit(key in key()) {
        for i in 0..weights().len() {
            let credits: Vec<f64> =
                all_responses(&key).iter().map(|response| score(&key, &weights(), response).unwrap()[i].1).collect();
            prop_assert!(credits.iter().all(|credit| (0.0..=1.0).contains(credit)));
            let best = credits.iter().copied().fold(0.0, f64::max);
            let (id, _) = &weights()[i];
            let attainable = match &key {
                Key::Single(options) => options.iter().map(|(_, credit)| credit.of(id)).fold(0.0, f64::max),
                Key::Multiple { options, .. } if options.iter().all(|(_, credit)| credit.of(id) == 0.0) => 0.0,
                _ => 1.0,
            };
            prop_assert!((best - attainable).abs() < 1e-12, "best {best}, attainable {attainable}");
        }
    }

    #[test]
    fn the_order_of_options_never_changes_a_score(key in key()) {
        let other = rearranged(&key);
        for response in all_responses(&key) {
            let scores = score(&key, &weights(), &response).unwrap();
            for same in [score(&other, &weights(), &response), score(&key, &weights(), &retold(&response))] {
                for (a, b) in scores.iter().zip(same.unwrap()) {
                    prop_assert!((a.1 - b.1).abs() < 1e-12);
                }
            }
        }
        for (a, b) in chance_floors(&key, &weights()).iter().zip(chance_floors(&other, &weights())) {
            prop_assert!((a.1 - b.1).abs() < 1e-12);
        }
    }
}
