//! Arbitrary keys of every form, and every answer that the interface allows for each.

use proptest::prelude::*;
use timon_y_voz::course::{CompetencyId, Credit, Key, OptionKey, Response};

pub type Weights = Vec<(CompetencyId, f64)>;

pub fn weights() -> Weights {
    vec![("estrategia.plan".into(), 0.7), ("operacion.escucha".into(), 0.3)]
}

pub fn option(i: usize) -> OptionKey {
    OptionKey::new(format!("o{i}"))
}

fn target(i: usize) -> OptionKey {
    OptionKey::new(format!("t{i}"))
}

fn value() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.0, 0.05, 0.125, 0.25, 0.4, 0.6, 0.75, 0.9, 1.0])
}

fn credit() -> impl Strategy<Value = Credit> {
    let per_competency = (value(), value()).prop_map(|(a, b)| {
        Credit::PerCompetency(weights().into_iter().zip([a, b]).map(|((id, _), x)| (id, x)).collect())
    });
    prop_oneof![value().prop_map(Credit::Same), per_competency]
}

fn options(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(OptionKey, Credit)>> {
    prop::collection::vec(credit(), n)
        .prop_map(|credits| credits.into_iter().enumerate().map(|(i, credit)| (option(i), credit)).collect())
}

fn multiple() -> impl Strategy<Value = Key> {
    options(2..7).prop_flat_map(|options| {
        let n = options.len();
        (Just(options), 1..=n).prop_map(|(options, choose)| Key::Multiple { options, choose })
    })
}

/// Each row has one right target, worth 1, and perhaps others worth something.
fn sort() -> impl Strategy<Value = Key> {
    (2..5usize, 1..5usize).prop_flat_map(|(n_targets, n_rows)| {
        let row = (0..n_targets, prop::collection::vec(value(), n_targets));
        prop::collection::vec(row, n_rows).prop_map(move |rows| Key::Sort {
            targets: (0..n_targets).map(target).collect(),
            rows: rows
                .into_iter()
                .enumerate()
                .map(|(i, (right, credits))| (option(i), row_credits(right, credits)))
                .collect(),
        })
    })
}

fn row_credits(right: usize, credits: Vec<f64>) -> Vec<(OptionKey, f64)> {
    let credit = |(i, credit)| (target(i), if i == right { 1.0 } else { credit });
    credits.into_iter().enumerate().map(credit).filter(|(_, credit)| *credit > 0.0).collect()
}

fn rate() -> impl Strategy<Value = Key> {
    (2..6u8).prop_flat_map(|points| {
        prop::collection::vec(1..=points, 1..5).prop_map(move |values| Key::Rate {
            points,
            rows: values.into_iter().enumerate().map(|(i, value)| (option(i), value)).collect(),
        })
    })
}

/// A key of any form, small enough to list all its answers.
pub fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        options(1..6).prop_map(Key::Single),
        multiple(),
        (1..7usize).prop_map(|n| Key::Order((0..n).map(option).collect())),
        sort(),
        rate(),
    ]
}

/// Every complete answer, each once.
pub fn all_responses(key: &Key) -> Vec<Response> {
    match key {
        Key::Single(options) => options.iter().map(|(id, _)| Response::Single(id.clone())).collect(),
        Key::Multiple { options, choose } => {
            let ids: Vec<OptionKey> = options.iter().map(|(id, _)| id.clone()).collect();
            subsets(&ids, *choose).into_iter().map(Response::Multiple).collect()
        }
        Key::Order(steps) => permutations(steps).into_iter().map(Response::Order).collect(),
        Key::Sort { targets, rows } => {
            let pairs =
                rows.iter().map(|(row, _)| targets.iter().map(|target| (row.clone(), target.clone())).collect());
            product(pairs.collect()).into_iter().map(Response::Sort).collect()
        }
        Key::Rate { points, rows } => {
            let ratings = rows.iter().map(|(row, _)| (1..=*points).map(|rating| (row.clone(), rating)).collect());
            product(ratings.collect()).into_iter().map(Response::Rate).collect()
        }
    }
}

fn subsets<T: Clone>(elements: &[T], size: usize) -> Vec<Vec<T>> {
    match (size, elements.split_first()) {
        (0, _) => vec![Vec::new()],
        (_, None) => Vec::new(),
        (_, Some((first, rest))) => {
            let with_first = subsets(rest, size - 1).into_iter().map(|mut subset| {
                subset.push(first.clone());
                subset
            });
            with_first.chain(subsets(rest, size)).collect()
        }
    }
}

fn permutations<T: Clone>(elements: &[T]) -> Vec<Vec<T>> {
    if elements.is_empty() {
        return vec![Vec::new()];
    }
    let starting_with = |i: usize| {
        let mut rest = elements.to_vec();
        let first = rest.remove(i);
        permutations(&rest).into_iter().map(move |mut order| {
            order.insert(0, first.clone());
            order
        })
    };
    (0..elements.len()).flat_map(starting_with).collect()
}

fn product<T: Clone>(choices: Vec<Vec<T>>) -> Vec<Vec<T>> {
    choices.into_iter().fold(vec![Vec::new()], |prefixes, choice| {
        let extended = |prefix: Vec<T>| {
            choice
                .iter()
                .cloned()
                .map(move |element| prefix.iter().cloned().chain([element]).collect::<Vec<T>>())
                .collect::<Vec<_>>()
        };
        prefixes.into_iter().flat_map(extended).collect()
    })
}
