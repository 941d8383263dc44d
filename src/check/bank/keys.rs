//! Whether the keys can be told from outside: by being the longest, or by their place in the file.

use crate::course::{Choice, Form, ItemId, Question};

/// What chi-square exceeds once in twenty times, with 1, 2… degrees of freedom.
const LIMITS: [f64; 7] = [3.841, 5.991, 7.815, 9.488, 11.070, 12.592, 14.067];

/// The keys of the questions with one best option.
#[derive(Debug, Clone, PartialEq)]
pub struct Keys {
    /// Questions with one best option.
    pub single: usize,
    /// Those whose key is longer than every other option.
    pub longest: Vec<ItemId>,
    /// The probability of so many or more if length and key had nothing to do with one another.
    pub length_p: f64,
    /// How many keys stand first, second…
    pub positions: Vec<usize>,
    /// Chi-square of the positions against those of keys placed at random.
    pub position_chi: f64,
    /// What it exceeds once in twenty times.
    pub position_limit: f64,
}

impl Keys {
    /// «19, 18, 18, 19»: from the first place to the last.
    pub fn positions_listed(&self) -> String {
        self.positions.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
    }
}

pub fn keys(questions: &[&Question]) -> Keys {
    let (mut longest, mut chances, mut places) = (Vec::new(), Vec::new(), Places::default());
    for question in questions {
        let Form::Single(options) = &question.form else { continue };
        let Some(key) = options.iter().position(|option| option.recommended) else { continue };
        if is_longest(options, key) {
            longest.push(question.id.clone());
        }
        chances.push(1.0 / options.len() as f64);
        places.add(key, options.len());
    }
    Keys {
        single: chances.len(),
        length_p: at_least(&chances, longest.len()),
        longest,
        position_chi: places.chi_square(),
        position_limit: LIMITS[places.found.len().saturating_sub(2).min(LIMITS.len() - 1)],
        positions: places.found,
    }
}

fn is_longest(options: &[Choice], key: usize) -> bool {
    let lengths: Vec<usize> = options.iter().map(|option| option.text.plain().chars().count()).collect();
    lengths.iter().enumerate().all(|(at, length)| at == key || *length < lengths[key])
}

/// How many keys stand in each place, and how many would if they were placed at random.
#[derive(Default)]
struct Places {
    found: Vec<usize>,
    expected: Vec<f64>,
}

impl Places {
    fn add(&mut self, key: usize, options: usize) {
        self.found.resize(self.found.len().max(options), 0);
        self.expected.resize(self.found.len(), 0.0);
        self.found[key] += 1;
        self.expected[..options].iter_mut().for_each(|expected| *expected += 1.0 / options as f64);
    }

    fn chi_square(&self) -> f64 {
        self.found.iter().zip(&self.expected).map(|(found, expected)| (*found as f64 - expected).powi(2) / expected).sum()
    }
}

/// The probability of `n` or more successes in independent trials with these chances: exact, trial by trial.
fn at_least(chances: &[f64], n: usize) -> f64 {
    let mut of = vec![1.0];
    for chance in chances {
        let mut next = vec![0.0; of.len() + 1];
        for (k, probability) in of.iter().enumerate() {
            next[k] += probability * (1.0 - chance);
            next[k + 1] += probability * chance;
        }
        of = next;
    }
    of.iter().skip(n).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_that_of_a_binomial_when_all_chances_are_one() {
        // P(Bin(4, ½) ≥ 3) = 5/16.
        assert!((at_least(&[0.5; 4], 3) - 0.3125).abs() < 1e-12);
        assert!((at_least(&[0.25, 0.5], 0) - 1.0).abs() < 1e-12);
    }

    fn places(keys: &[(usize, usize)]) -> Places {
        keys.iter().fold(Places::default(), |mut places, (key, options)| {
            places.add(*key, *options);
            places
        })
    }

    #[test]
    fn keys_that_take_turns_have_no_chi_square() {
        assert_eq!(places(&[(0, 4), (1, 4), (2, 4), (3, 4)]).chi_square(), 0.0);
        assert_eq!(places(&[(0, 3), (1, 3), (2, 3)]).chi_square(), 0.0);
        assert!((places(&[(0, 4); 10]).chi_square() - 30.0).abs() < 1e-12);
    }

    #[test]
    fn a_place_that_few_questions_have_is_expected_in_few() {
        let mixed = places(&[(0, 2), (1, 2), (4, 5)]);
        assert_eq!(mixed.found, [1, 1, 0, 0, 1]);
        assert!((mixed.expected[0] - 1.2).abs() < 1e-12 && (mixed.expected[4] - 0.2).abs() < 1e-12);
    }
}
