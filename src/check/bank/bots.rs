//! Bots: ways of answering without knowing anything, played through the real scorer.
//!
//! If one of them earned more than chance allows, the bank would reward a trick. The bound is what one random respondent
//! in twenty exceeds: the mean of random answering plus 1.645 of its standard deviations. Of ratings, what the best
//! constant answer earns is also had without knowing anything.

mod scales;
mod sheet;
mod strategy;

use std::rc::Rc;

use crate::course::{Dimension, Home, Item, ItemId, Question, SplitMix64};
use scales::{is_consolidated, scales};
use sheet::{Earned, Sheet};
pub use strategy::Strategy;
use strategy::Taste;

/// The name of the set of all questions.
pub const WHOLE: &str = "todo";
/// One-sided 5 % of the normal distribution.
const Z: f64 = 1.645;

/// How a strategy did over a set of questions: means of the credits, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub strategy: Strategy,
    /// [`WHOLE`], the name of a form of question or the id of an exam.
    pub set: String,
    pub mean: f64,
    /// What random answering earns, and the most that chance allows.
    pub chance: f64,
    pub bound: f64,
    /// The items where it earns more than chance, most first.
    pub pays: Vec<ItemId>,
}

impl Outcome {
    pub fn wins(&self) -> bool {
        self.strategy != Strategy::Random && self.mean > self.bound + 1e-9
    }
}

/// What the bots did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Play {
    pub outcomes: Vec<Outcome>,
    /// Respondents that were told «consolidada» on some scale, by strategy.
    pub consolidated: Vec<(Strategy, usize)>,
    pub respondents: usize,
    /// How strategy and operation go together among those who answer at random: a correlation, −1 to 1.
    pub axes: f64,
}

/// Some of the questions, by their places: the whole bank, a form of question or an exam.
struct Set {
    name: String,
    places: Vec<usize>,
    /// What the best constant answer earns, where that is allowed as chance is.
    constant: f64,
}

/// Plays every strategy `respondents` times over the questions.
pub fn play(questions: &[(&Question, Item)], threshold: f64, respondents: usize) -> Play {
    let mut sheets: Vec<Sheet<'_>> = questions.iter().map(|(question, item)| Sheet::new(question, item)).collect();
    let sets = sets(&sheets);
    let random = run(&mut sheets, &sets, Strategy::Random, threshold, respondents);
    let mut play = Play { respondents, axes: correlation(&random.axes), ..Play::default() };
    for strategy in Strategy::ALL {
        let played;
        let run = if strategy == Strategy::Random {
            &random
        } else {
            played = run(&mut sheets, &sets, strategy, threshold, respondents);
            &played
        };
        play.consolidated.push((strategy, run.consolidated));
        let outcomes = (0..sets.len()).map(|set| outcome(strategy, run, &random, &sheets, (&sets[set], set)));
        play.outcomes.extend(outcomes);
    }
    play
}

/// How a run did in a set, beside answering at random.
fn outcome(strategy: Strategy, run: &Run, random: &Run, sheets: &[Sheet<'_>], (set, at): (&Set, usize)) -> Outcome {
    let (chance, spread) = moments(&random.totals[at]);
    let gain = |place: &usize| run.items[*place] - random.items[*place];
    let mut paying: Vec<usize> = set.places.iter().copied().filter(|place| gain(place) > 0.0).collect();
    paying.sort_by(|a, b| gain(b).total_cmp(&gain(a)));
    Outcome {
        strategy,
        set: set.name.clone(),
        mean: moments(&run.totals[at]).0,
        chance,
        bound: (chance + Z * spread).max(set.constant),
        pays: paying.into_iter().map(|place| sheets[place].item.id.clone()).collect(),
    }
}

/// The whole bank, each form of question and each exam, in the order of the bank.
fn sets(sheets: &[Sheet<'_>]) -> Vec<Set> {
    let mut sets = vec![Set { name: WHOLE.into(), places: (0..sheets.len()).collect(), constant: 0.0 }];
    let mut put = |name: &str, place: usize| match sets.iter_mut().find(|set| set.name == name) {
        Some(set) => set.places.push(place),
        None => sets.push(Set { name: name.into(), places: vec![place], constant: 0.0 }),
    };
    for (place, sheet) in sheets.iter().enumerate() {
        put(&sheet.item.form, place);
    }
    for (place, sheet) in sheets.iter().enumerate() {
        if let Home::Exam(exam) = &sheet.item.home {
            put(exam.as_str(), place);
        }
    }
    for set in &mut sets {
        set.constant = constant(sheets, &set.places);
    }
    sets
}

/// The best that answering every row alike earns in a set, where all its questions are ratings; 0 elsewhere. The middle
/// of the scale is near every rating, so that much is had without knowing anything, and chance is taken to allow it.
fn constant(sheets: &[Sheet<'_>], places: &[usize]) -> f64 {
    let credits: Option<Vec<f64>> = places.iter().map(|place| sheets[*place].best_constant()).collect();
    credits.map_or(0.0, |credits| moments(&credits).0)
}

/// What the respondents of one strategy got.
struct Run {
    /// The mean credit of each in each set.
    totals: Vec<Vec<f64>>,
    /// How many were told «consolidada».
    consolidated: usize,
    /// The mean credit of each in strategy and in operation.
    axes: Vec<(f64, f64)>,
    /// The mean credit that all of them earn in each item.
    items: Vec<f64>,
}

fn run(sheets: &mut [Sheet<'_>], sets: &[Set], strategy: Strategy, threshold: f64, respondents: usize) -> Run {
    let tastes: Vec<Taste> = sheets.iter().map(|sheet| sheet.taste(strategy)).collect();
    let scales = scales(sheets);
    let mut totals = vec![Vec::with_capacity(respondents); sets.len()];
    let (mut consolidated, mut axes, mut items) = (0, Vec::with_capacity(respondents), vec![0.0; sheets.len()]);
    for respondent in 0..respondents {
        let mut random = SplitMix64::new(respondent as u64 ^ ((strategy as u64) << 40));
        let earned: Vec<Rc<Earned>> =
            sheets.iter_mut().zip(&tastes).map(|(sheet, taste)| sheet.answer(strategy, taste, &mut random)).collect();
        for (set, totals) in sets.iter().zip(&mut totals) {
            totals.push(mean_of(&earned, set));
        }
        axes.push(both_axes(sheets, &earned));
        items.iter_mut().zip(&earned).for_each(|(item, earned)| *item += earned.overall / respondents as f64);
        consolidated += usize::from(scales.iter().any(|scale| is_consolidated(scale, sheets, &earned, threshold)));
    }
    Run { totals, consolidated, axes, items }
}

/// The mean credit in each dimension.
fn both_axes(sheets: &[Sheet<'_>], earned: &[Rc<Earned>]) -> (f64, f64) {
    let mut sums = [(0.0, 0.0); 2];
    for (sheet, earned) in sheets.iter().zip(earned) {
        for ((id, weight), credit) in sheet.item.competencies.iter().zip(&earned.credits) {
            let axis = usize::from(Dimension::of(id) == Some(Dimension::Operation));
            sums[axis] = (sums[axis].0 + weight * credit, sums[axis].1 + weight);
        }
    }
    let mean = |(sum, weight): (f64, f64)| if weight > 0.0 { sum / weight } else { 0.0 };
    (mean(sums[0]), mean(sums[1]))
}

/// Pearson's correlation; 0 when one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (ones, others): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ((mean_one, sd_one), (mean_other, sd_other)) = (moments(&ones), moments(&others));
    let covariance = pairs.iter().map(|(a, b)| (a - mean_one) * (b - mean_other)).sum::<f64>() / pairs.len().max(1) as f64;
    if sd_one * sd_other > 0.0 { covariance / (sd_one * sd_other) } else { 0.0 }
}

fn mean_of(earned: &[Rc<Earned>], set: &Set) -> f64 {
    set.places.iter().map(|place| earned[*place].overall).sum::<f64>() / set.places.len().max(1) as f64
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_together_is_correlated() {
        let close = |pairs: &[(f64, f64)], r: f64| (correlation(pairs) - r).abs() < 1e-12;
        assert!(close(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)], 1.0));
        assert!(close(&[(0.0, 2.0), (1.0, 1.0), (2.0, 0.0)], -1.0));
        assert!(close(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)], 0.0));
        assert!(close(&[(0.5, 0.0), (0.5, 1.0)], 0.0), "one side that does not vary");
    }

    #[test]
    fn the_deviation_is_that_of_all_the_respondents() {
        let (mean, deviation) = moments(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        assert_eq!((mean, deviation), (5.0, 2.0));
    }
}
