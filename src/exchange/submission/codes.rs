//! An answer in a few characters: the keys of its options, each cut as short as tells it from the others of its item.
//!
//! One option `3f`; several, or steps in order, `3f a1`; rows with their target `3f:07`; rows rated `3f:4`.

use crate::course::{Key, OptionKey, Response};

/// No key is cut shorter, so that one of another version of the item is not taken for it.
const SHORTEST: usize = 2;

pub fn encode(key: &Key, response: &Response) -> String {
    let n = length(key);
    let short = |option: &OptionKey| option.as_str().chars().take(n).collect::<String>();
    let list = |parts: Vec<String>| parts.join(" ");
    match response {
        Response::Single(option) => short(option),
        Response::Multiple(options) | Response::Order(options) => list(options.iter().map(short).collect()),
        Response::Sort(rows) => {
            list(rows.iter().map(|(row, target)| format!("{}:{}", short(row), short(target))).collect())
        }
        Response::Rate(rows) => list(rows.iter().map(|(row, rating)| format!("{}:{rating}", short(row))).collect()),
    }
}

/// The answer, with the options that the key has now. `None` when some of them is no longer there.
pub fn decode(key: &Key, code: &str) -> Option<Response> {
    let parts: Vec<&str> = code.split(' ').collect();
    let all = options(key);
    let find = |short: &str| -> Option<OptionKey> {
        let mut fitting = all.iter().filter(|option| short.len() >= SHORTEST && option.as_str().starts_with(short));
        let found = fitting.next()?;
        fitting.next().is_none().then(|| (*found).clone())
    };
    let list = || parts.iter().map(|part| find(part)).collect::<Option<Vec<_>>>();
    Some(match key {
        Key::Single(_) => Response::Single(find(code)?),
        Key::Multiple { .. } => Response::Multiple(list()?),
        Key::Order(_) => Response::Order(list()?),
        Key::Sort { .. } => {
            let pair = |part: &&str| {
                let (row, target) = part.split_once(':')?;
                Some((find(row)?, find(target)?))
            };
            Response::Sort(parts.iter().map(pair).collect::<Option<_>>()?)
        }
        Key::Rate { .. } => {
            let pair = |part: &&str| {
                let (row, rating) = part.split_once(':')?;
                Some((find(row)?, rating.parse().ok()?))
            };
            Response::Rate(parts.iter().map(pair).collect::<Option<_>>()?)
        }
    })
}

/// Every key that an answer may name.
fn options(key: &Key) -> Vec<&OptionKey> {
    match key {
        Key::Single(options) | Key::Multiple { options, .. } => options.iter().map(|(key, _)| key).collect(),
        Key::Order(steps) => steps.iter().collect(),
        Key::Sort { targets, rows } => targets.iter().chain(rows.iter().map(|(row, _)| row)).collect(),
        Key::Rate { rows, .. } => rows.iter().map(|(row, _)| row).collect(),
    }
}

/// How many characters tell all the keys apart.
fn length(key: &Key) -> usize {
    let all = options(key);
    let longest = all.iter().map(|option| option.as_str().len()).max().unwrap_or(SHORTEST);
    let tells_apart = |n: &usize| {
        let mut cut: Vec<String> = all.iter().map(|option| option.as_str().chars().take(*n).collect()).collect();
        cut.sort();
        cut.windows(2).all(|pair| pair[0] != pair[1])
    };
    (SHORTEST..=longest).find(tells_apart).unwrap_or(longest)
}
