//! Every row of `tests/vectors/fsrs6_vectors.json` that is about these weights and these ratings.
//!
//! No section can be skipped in silence: one that is not named here, or that no test reads, is an error, and those that
//! say nothing about the course's memory are named with the reason.
#![deny(dead_code)]

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use timon_y_voz::learner::{Memory, RETENTION, Rating};

/// Half of the last figure of what is published with six, as far as the file says no other tolerance.
const ROUNDING: f64 = 5.1e-7;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    default_parameters: [f64; 21],
    clamps: Clamps,
    memo_state: MemoState,
    next_interval_s1: Intervals,
    forgetting_curve_default: Curve,
    /// Stability and difficulty after the first review, by the number of its rating.
    init: BTreeMap<u8, (f64, f64)>,
    good_only_daily_rounded: Daily,
    py_fsrs_with_learning_steps: LearningSteps,
    #[serde(rename = "source")]
    _source: IgnoredAny,
    /// Other weights: w₁₇ to w₁₉ are 0.
    #[serde(rename = "memo_state_no_short_term")]
    _memo_state_no_short_term: IgnoredAny,
    /// Other weights: w₂₀ is .2.
    #[serde(rename = "retrievability_decay0.2_s1")]
    _retrievability_with_another_decay: IgnoredAny,
    /// Other weights, nearly all of them.
    #[serde(rename = "custom_params")]
    _custom_params: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "UPPERCASE")]
struct Clamps {
    s_min: f64,
    s_max: f64,
    d_min: f64,
    d_max: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemoState {
    ratings: Vec<u8>,
    elapsed_days_before_each: Vec<f64>,
    stability: f64,
    difficulty: f64,
    tol: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Intervals {
    retentions: Vec<f64>,
    days_rounded_max1: Vec<f64>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Curve {
    t: Vec<f64>,
    s: Vec<f64>,
    r: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Daily {
    note: String,
    /// Stability, difficulty and the whole days to the next review.
    rows: Vec<(f64, f64, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LearningSteps {
    ratings: Vec<String>,
    interval_days: Vec<f64>,
    note: String,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../vectors/fsrs6_vectors.json")).unwrap()
}

/// `None` for Easy.
fn rating(number: u8) -> Option<Rating> {
    [Rating::Again, Rating::Hard, Rating::Good].into_iter().find(|rating| *rating as u8 == number)
}

fn reviewed(memory: Option<Memory>, rating: Rating, elapsed_days: f64) -> Memory {
    memory.map_or(Memory::first(rating), |memory| memory.after(rating, elapsed_days))
}

fn whole_days(memory: Memory, retention: f64) -> f64 {
    memory.interval(retention).round().max(1.0)
}

#[track_caller]
fn close(what: &str, measured: f64, expected: f64, tolerance: f64) {
    assert!((measured - expected).abs() <= tolerance, "{what}: {measured} instead of {expected}");
}

#[test]
fn first_reviews() {
    let Vectors { init, default_parameters: weights, .. } = vectors();
    assert_eq!(init.len(), 4);
    let mut tried = 0;
    for (number, (stability, difficulty)) in init {
        let Some(rating) = rating(number) else { continue };
        tried += 1;
        let memory = Memory::first(rating);
        assert_eq!((memory.stability, weights[usize::from(number) - 1]), (stability, stability), "{rating:?}");
        close("difficulty", memory.difficulty, difficulty, 1e-12);
    }
    assert_eq!(tried, 3, "all but Easy, which this course never says");
}

#[test]
fn a_history_that_ends_in_the_published_state() {
    let MemoState { ratings, elapsed_days_before_each: days, stability, difficulty, tol } = vectors().memo_state;
    assert_eq!(ratings.len(), days.len());
    let review = |memory, (number, days): (&u8, &f64)| Some(reviewed(memory, rating(*number).unwrap(), *days));
    let memory = ratings.iter().zip(&days).fold(None, review).unwrap();
    close("stability", memory.stability, stability, tol);
    close("difficulty", memory.difficulty, difficulty, tol);
}

#[test]
fn nothing_but_good_on_the_day_it_is_due() {
    let Daily { rows, note } = vectors().good_only_daily_rounded;
    let (mut memory, mut elapsed) = (None, 0.0);
    for (stability, difficulty, days) in rows {
        let now = reviewed(memory, Rating::Good, elapsed);
        close(&note, now.stability, stability, ROUNDING);
        close(&note, now.difficulty, difficulty, ROUNDING);
        assert_eq!(whole_days(now, RETENTION), days, "{note}");
        (memory, elapsed) = (Some(now), days);
    }
}

#[test]
fn the_curve_of_forgetting() {
    let Curve { t, s, r } = vectors().forgetting_curve_default;
    assert_eq!((t.len(), s.len()), (r.len(), r.len()));
    for ((days, stability), recall) in t.into_iter().zip(s).zip(r) {
        let memory = Memory { stability, difficulty: 5.0 };
        close(&format!("R({days}, {stability})"), memory.recall(days), recall, ROUNDING);
    }
}

#[test]
fn intervals_by_retention() {
    let Intervals { retentions, days_rounded_max1: intervals, note } = vectors().next_interval_s1;
    assert_eq!(retentions.len(), intervals.len());
    let memory = Memory { stability: 1.0, difficulty: 5.0 };
    for (retention, days) in retentions.into_iter().zip(intervals) {
        // One in a million is what the first one, in single precision, is off by; for the others it is nothing.
        close(&format!("to {retention} ({note})"), whole_days(memory, retention), days, days * 1e-6);
    }
}

/// Learning steps are the shell's of `py-fsrs`, not a matter of memory: where it gives 0 days it asks again within the
/// day, and the interval is not looked at.
#[test]
fn intervals_between_learning_steps() {
    let LearningSteps { ratings, interval_days: intervals, note } = vectors().py_fsrs_with_learning_steps;
    assert_eq!(ratings.len(), intervals.len());
    let (mut memory, mut elapsed) = (None, 0.0);
    for (n, (name, days)) in ratings.iter().zip(intervals).enumerate() {
        let rating = match name.as_str() {
            "Again" => Rating::Again,
            "Hard" => Rating::Hard,
            "Good" => Rating::Good,
            _ => panic!("{name} is no rating of the course"),
        };
        let now = reviewed(memory, rating, elapsed);
        if days > 0.0 {
            assert_eq!(whole_days(now, RETENTION), days, "review {n} ({note})");
        }
        (memory, elapsed) = (Some(now), days);
    }
}

#[test]
fn what_is_out_of_range_counts_as_its_ends() {
    let Clamps { s_min, s_max, d_min, d_max } = vectors().clamps;
    let of = |stability, difficulty| Memory { stability, difficulty };
    let low = (of(s_min / 2.0, d_min - 1.0), of(s_min, d_min));
    let high = (of(s_max * 2.0, d_max + 1.0), of(s_max, d_max));
    for (beyond, end) in [low, high] {
        for rating in [Rating::Again, Rating::Hard, Rating::Good] {
            assert_eq!(beyond.after(rating, 3.0), end.after(rating, 3.0));
        }
        assert_eq!((beyond.recall(3.0), beyond.interval(0.8)), (end.recall(3.0), end.interval(0.8)));
    }
    let lowest = of(s_min, d_max).after(Rating::Again, 0.0);
    let highest = of(s_max, d_min).after(Rating::Good, s_max);
    assert_eq!((lowest.stability, highest.stability, highest.difficulty), (s_min, s_max, d_min));
}
