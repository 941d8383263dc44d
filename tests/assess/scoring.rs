//! `score`, `overall` and `chance_floors`, form by form.

use timon_y_voz::assess::{chance_floors, overall, score};
use timon_y_voz::course::{Credit, Key, OptionKey, Response};

use crate::keys::{all_responses, option, weights};

/// One number per answer, for keys that measure every competency alike.
fn credit(key: &Key, response: Response) -> Option<f64> {
    score(key, &weights(), &response).map(|scores| {
        assert_eq!(scores[0].1, scores[1].1);
        scores[0].1
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

fn same(credits: &[f64]) -> Vec<(OptionKey, Credit)> {
    credits.iter().enumerate().map(|(i, credit)| (option(i), Credit::Same(*credit))).collect()
}

fn chosen(options: &[usize]) -> Vec<OptionKey> {
    options.iter().map(|i| option(*i)).collect()
}

fn rated(ratings: &[u8]) -> Vec<(OptionKey, u8)> {
    ratings.iter().enumerate().map(|(i, rating)| (option(i), *rating)).collect()
}

#[test]
fn a_single_answer_earns_the_credit_of_its_option() {
    let key = Key::Single(same(&[0.0, 1.0, 0.4]));
    assert_eq!(credit(&key, Response::Single(option(2))), Some(0.4));
    assert_eq!(credit(&key, Response::Single(option(3))), None);
    assert_eq!(credit(&key, Response::Multiple(chosen(&[1]))), None);
    assert!(close(chance_floors(&key, &weights())[1].1, 1.4 / 3.0));
}

#[test]
fn several_options_share_the_best_possible_sum() {
    let key = Key::Multiple { options: same(&[1.0, 1.0, 0.5, 0.0]), choose: 2 };
    let answer = |options: &[usize]| credit(&key, Response::Multiple(chosen(options)));
    assert_eq!(answer(&[0, 1]), Some(1.0));
    assert_eq!(answer(&[2, 0]), Some(0.75));
    assert_eq!(answer(&[0, 1, 2]), Some(0.0), "more than asked for");
    assert_eq!(answer(&[0]), None, "incomplete");
    assert_eq!(answer(&[0, 0]), None, "repeated");
    assert_eq!(answer(&[0, 9]), None, "unknown");
    assert_eq!(answer(&[0, 1, 9]), None, "unknown among too many");
    assert!(close(chance_floors(&key, &weights())[0].1, 0.625));
    let impossible = Key::Multiple { options: same(&[1.0, 1.0]), choose: 3 };
    assert!(close(chance_floors(&impossible, &weights())[0].1, 0.0));
}

#[test]
fn each_competency_has_its_own_best_sum() {
    let per = |a, b| Credit::PerCompetency(vec![("estrategia.plan".into(), a), ("operacion.escucha".into(), b)]);
    let key = Key::Multiple { options: vec![(option(0), per(1.0, 0.0)), (option(1), per(0.5, 0.0))], choose: 1 };
    let scores = score(&key, &weights(), &Response::Multiple(chosen(&[1]))).unwrap();
    assert_eq!(scores, [("estrategia.plan".into(), 0.5), ("operacion.escucha".into(), 0.0)]);
    assert!(close(overall(&scores, &weights()), 0.35));
}

#[test]
fn an_order_loses_by_the_places_each_step_is_away() {
    let key = Key::Order(chosen(&[0, 1, 2, 3]));
    let answer = |order: &[usize]| credit(&key, Response::Order(chosen(order)));
    assert_eq!(answer(&[0, 1, 2, 3]), Some(1.0));
    assert_eq!(answer(&[1, 0, 2, 3]), Some(0.75));
    assert_eq!(answer(&[3, 2, 1, 0]), Some(0.0));
    assert_eq!(answer(&[0, 1, 2]), None);
    assert_eq!(answer(&[0, 1, 2, 2]), None);
    assert!(close(chance_floors(&Key::Order(chosen(&[0, 1, 2, 3, 4])), &weights())[0].1, 1.0 / 3.0));
}

#[test]
fn rows_earn_the_mean_credit_of_their_targets() {
    let [smm, cm, both]: [OptionKey; 3] = ["smm", "cm", "ambas"].map(OptionKey::from);
    let rows = vec![(option(0), vec![(smm.clone(), 1.0)]), (option(1), vec![(cm.clone(), 1.0), (both.clone(), 0.5)])];
    let key = Key::Sort { targets: vec![smm.clone(), cm.clone(), both.clone()], rows };
    let answer = |a: &OptionKey, b: &OptionKey| {
        credit(&key, Response::Sort(vec![(option(1), b.clone()), (option(0), a.clone())]))
    };
    assert_eq!(answer(&smm, &both), Some(0.75));
    assert_eq!(answer(&cm, &smm), Some(0.0));
    assert_eq!(answer(&smm, &"nadie".into()), None);
    let more = [(option(0), smm.clone()), (option(1), cm.clone()), (option(2), cm.clone())];
    assert_eq!(credit(&key, Response::Sort(more.to_vec())), None, "a row of another question");
    assert_eq!(credit(&key, Response::Sort(vec![(option(0), smm.clone())])), None, "incomplete");
    assert_eq!(credit(&key, Response::Sort(vec![(option(0), smm.clone()), (option(0), smm)])), None, "repeated");
    assert!(close(chance_floors(&key, &weights())[0].1, (1.0 / 3.0 + 0.5) / 2.0));
}

#[test]
fn the_worst_attainable_rating_is_worth_0() {
    let key = Key::Rate { points: 4, rows: rated(&[1, 2, 3, 4]) };
    let answer = |ratings: &[u8]| credit(&key, Response::Rate(rated(ratings)));
    assert_eq!(answer(&[1, 2, 3, 4]), Some(1.0));
    assert_eq!(answer(&[4, 4, 1, 1]), Some(0.0));
    assert_eq!(answer(&[2, 2, 3, 3]), Some(0.8));
    assert_eq!(answer(&[0, 2, 3, 4]), None);
    assert_eq!(answer(&[5, 2, 3, 4]), None);
    assert_eq!(answer(&[1, 2, 3]), None);
    assert_eq!(answer(&[1, 2, 3, 4, 1]), None);
    assert!(close(chance_floors(&key, &weights())[0].1, 0.5));
}

#[test]
fn extreme_keys_give_the_usual_rating_rule() {
    let key = Key::Rate { points: 5, rows: rated(&[1, 5]) };
    let usual = |ratings: [u8; 2]| 1.0 - (f64::from(ratings[0] - 1) / 4.0 + f64::from(5 - ratings[1]) / 4.0) / 2.0;
    for ratings in [[1, 5], [2, 3], [4, 4], [5, 1]] {
        assert!(close(credit(&key, Response::Rate(rated(&ratings))).unwrap(), usual(ratings)));
    }
}

#[test]
fn a_key_with_nothing_to_answer_has_no_score_and_floor_0() {
    for key in [
        Key::Single(vec![]),
        Key::Multiple { options: vec![], choose: 0 },
        Key::Order(vec![]),
        Key::Sort { targets: vec![], rows: vec![] },
        Key::Rate { points: 4, rows: vec![] },
    ] {
        assert!(chance_floors(&key, &weights()).iter().all(|(_, floor)| *floor == 0.0));
        assert!(all_responses(&key).iter().all(|response| score(&key, &weights(), response).is_none()));
    }
}

#[test]
fn the_overall_credit_is_a_mean_whatever_the_weights_add_up_to() {
    let scores = [("a".into(), 1.0), ("b".into(), 0.25)];
    assert_eq!(overall(&scores, &[("b".into(), 2.0), ("a".into(), 1.0)]), 0.5);
}

#[test]
fn the_overall_credit_of_nothing_is_0() {
    assert_eq!(overall(&[], &weights()), 0.0);
    assert_eq!(overall(&[("otra".into(), 1.0)], &weights()), 0.0);
}
