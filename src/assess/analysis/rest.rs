//! How well each person did on everything but one item.
//!
//! An item is compared with the rest of the set and not with the total, because the total contains it and would make any
//! item look better than it is (Henrysson, 1963).

use super::Column;
use super::answers::Sum;

/// How many people there must be for five groups rather than three.
const PEOPLE_FOR_FIVE: usize = 150;

/// The people who were given an item and at least another one.
pub struct Rest {
    pub people: Vec<usize>,
    /// The mean credit of each in the other items they were given, 0 to 1.
    pub scores: Vec<f64>,
}

impl Rest {
    pub fn of(column: &Column, sums: &[Sum]) -> Self {
        let mut rest = Self { people: Vec::new(), scores: Vec::new() };
        for (person, sum) in sums.iter().enumerate() {
            let Some(cell) = column.cell(person) else { continue };
            if sum.given > 1 {
                rest.people.push(person);
                rest.scores.push((sum.credit - cell.credit) / (sum.given - 1) as f64);
            }
        }
        rest
    }
}

/// People parted by their rest score, from the lowest to the highest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// The group of each, in the order of the scores given.
    pub of: Vec<usize>,
    /// How many people each group has. A group is empty when many share a score.
    pub sizes: Vec<usize>,
}

impl Groups {
    /// Three groups, or five when there are enough people. Who has the same score is in the same group: the one of the
    /// middle of their ranks.
    pub fn of(scores: &[f64]) -> Self {
        let n = scores.len();
        let count = if n < PEOPLE_FOR_FIVE { 3 } else { 5 };
        let mut sorted = scores.to_vec();
        sorted.sort_by(f64::total_cmp);
        let group = |score: &f64| {
            let below = sorted.partition_point(|other| other < score);
            let up_to = sorted.partition_point(|other| other <= score);
            // The middle rank, doubled to stay whole.
            (below + up_to) * count / (2 * n)
        };
        let of: Vec<usize> = scores.iter().map(|score| group(score).min(count - 1)).collect();
        let sizes = (0..count).map(|wanted| of.iter().filter(|group| **group == wanted).count()).collect();
        Self { of, sizes }
    }
}
