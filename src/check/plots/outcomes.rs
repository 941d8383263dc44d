//! What each run of a plot earns. They are followed one by one, as far as that can be, and only for a report.

use std::collections::BTreeMap;

use super::walk::free;
use crate::course::CompetencyId;
use crate::course::simulation::{Destination, Move, Plot, State};

/// What a run earned: for each competency, the mean credit of its decisions, 0 to 1, and how many there were.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub credits: BTreeMap<CompetencyId, (f64, usize)>,
    /// By its place in the plot.
    pub ending: usize,
}

impl Outcome {
    /// The mean over all decisions and competencies, 0 to 1: only to put runs in order.
    pub fn mean(&self) -> f64 {
        let (sum, n) = self.credits.values().fold((0.0, 0), |(sum, n), (mean, k)| (sum + mean * *k as f64, n + k));
        sum / n.max(1) as f64
    }
}

/// The outcomes of every run from the first seat and from the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes(pub Vec<Outcome>);

/// The most runs that are followed one by one.
const MOST_RUNS: usize = 200_000;

/// Follows every run of every seat, in a plot without errors. `None` when there are too many.
pub fn outcomes(plot: &Plot) -> Option<Outcomes> {
    let mut all = Vec::new();
    for seat in &plot.seats {
        let mut sums = Vec::new();
        follow(plot, plot.place(&seat.start)?, &plot.start(), &mut sums, &mut all)?;
    }
    Some(Outcomes(all))
}

/// Goes through the runs from here on; `sums` are the credits so far.
fn follow<'p>(
    plot: &'p Plot,
    node: usize,
    state: &State,
    sums: &mut Vec<&'p Move>,
    all: &mut Vec<Outcome>,
) -> Option<()> {
    for (_, the) in free(plot, node, state) {
        sums.push(the);
        let after = plot.after(state, the);
        match &the.to {
            Destination::Node(id) => follow(plot, plot.place(id)?, &after, sums, all)?,
            Destination::End => {
                if all.len() == MOST_RUNS {
                    return None;
                }
                all.push(outcome(sums, plot.ending(&after)?));
            }
        }
        sums.pop();
    }
    Some(())
}

fn outcome(moves: &[&Move], ending: usize) -> Outcome {
    let mut credits: BTreeMap<CompetencyId, (f64, usize)> = BTreeMap::new();
    for (id, credit) in moves.iter().flat_map(|the| &the.credits) {
        let (sum, n) = credits.entry(id.clone()).or_default();
        (*sum, *n) = (*sum + credit, *n + 1);
    }
    for (sum, n) in credits.values_mut() {
        *sum /= *n as f64;
    }
    Outcome { credits, ending }
}

impl Outcomes {
    /// The least and the most mean credit that a run earns in each competency that it meets.
    pub fn ranges(&self) -> Vec<(CompetencyId, f64, f64)> {
        let mut ranges: BTreeMap<&CompetencyId, (f64, f64)> = BTreeMap::new();
        for (id, (mean, _)) in self.0.iter().flat_map(|outcome| &outcome.credits) {
            let (lowest, highest) = ranges.entry(id).or_insert((*mean, *mean));
            (*lowest, *highest) = (lowest.min(*mean), highest.max(*mean));
        }
        ranges.into_iter().map(|(id, (lowest, highest))| (id.clone(), lowest, highest)).collect()
    }

    /// The worst run, the one in the middle and the best, by the mean of their credits.
    pub fn three(&self) -> Option<[&Outcome; 3]> {
        let mut sorted: Vec<(f64, &Outcome)> = self.0.iter().map(|outcome| (outcome.mean(), outcome)).collect();
        sorted.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        Some([sorted.first()?.1, sorted.get(sorted.len() / 2)?.1, sorted.last()?.1])
    }
}
