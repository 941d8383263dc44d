//! Whether the keys can be told from outside: by being the longest, or by their place in the file.

use crate::course::{Form, Question};

/// Chi-square with three degrees of freedom, 5 %.
pub const POSITION_LIMIT: f64 = 7.815;

/// The keys of the questions with one best option.
#[derive(Debug, Clone, PartialEq)]
pub struct Keys {
    /// Questions with one best option.
    pub single: usize,
    /// Those whose key is longer than every other option.
    pub longest: usize,
    /// The probability of so many or more if length and key had nothing to do with one another.
    pub length_p: f64,
    /// How many keys stand first, second…
    pub positions: Vec<usize>,
    /// Chi-square of the positions against an even distribution.
    pub position_chi: f64,
}

pub fn keys(questions: &[&Question]) -> Keys {
    let (mut longest, mut chances, mut positions) = (0, Vec::new(), vec![0usize; 4]);
    for question in questions {
        let Form::Single(options) = &question.form else { continue };
        let Some(key) = options.iter().position(|option| option.recommended) else { continue };
        let lengths: Vec<usize> = options.iter().map(|option| option.text.plain().chars().count()).collect();
        let is_longest = lengths.iter().enumerate().all(|(at, length)| at == key || *length < lengths[key]);
        longest += usize::from(is_longest);
        chances.push(1.0 / options.len() as f64);
        if let Some(n) = positions.get_mut(key) {
            *n += 1;
        }
    }
    let position_chi = chi_square(&positions);
    Keys { single: chances.len(), longest, length_p: at_least(&chances, longest), positions, position_chi }
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

fn chi_square(counts: &[usize]) -> f64 {
    let total: usize = counts.iter().sum();
    let expected = total as f64 / counts.len() as f64;
    if expected == 0.0 { 0.0 } else { counts.iter().map(|n| (*n as f64 - expected).powi(2) / expected).sum() }
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

    #[test]
    fn an_even_distribution_has_no_chi_square() {
        assert_eq!(chi_square(&[5, 5, 5, 5]), 0.0);
        assert!((chi_square(&[10, 0, 0, 0]) - 30.0).abs() < 1e-12);
    }
}
