//! A question as the bots answer it.

use std::collections::HashMap;
use std::rc::Rc;

use super::strategy::{Strategy, Taste, preferred};
use crate::assess::{chance_floors, overall, score};
use crate::course::{CompetencyId, Item, Key, Question, Response, SplitMix64, presentation_order};

/// A question ready to be answered by anybody.
pub struct Sheet<'c> {
    pub item: Item,
    /// The case and its stem.
    asked: String,
    question: &'c Question,
    pub floors: Vec<(CompetencyId, f64)>,
    /// What each answer earned, as the real scorer gave it.
    known: HashMap<Vec<u8>, Rc<Earned>>,
}

/// What an answer earned: for each competency of its item, and averaged with their weights.
pub struct Earned {
    pub credits: Vec<f64>,
    pub overall: f64,
}

impl<'c> Sheet<'c> {
    pub fn new(question: &'c Question, item: &Item) -> Self {
        Self {
            asked: format!("{} {}", question.case.plain(), question.stem.plain()),
            floors: chance_floors(&item.key, &item.competencies),
            item: item.clone(),
            question,
            known: HashMap::new(),
        }
    }

    /// What a strategy thinks of the parts of the question.
    pub fn taste(&self, strategy: Strategy) -> Taste {
        Taste::new(self.question, &self.asked, strategy)
    }

    /// The most that the same rating of every row earns; `None` in other forms.
    pub fn best_constant(&self) -> Option<f64> {
        let Key::Rate { points, rows } = &self.item.key else { return None };
        let of = |rating: u8| self.earned(&vec![rating; rows.len()]).overall;
        Some((1..=*points).map(of).fold(0.0, f64::max))
    }

    /// What one answer earns, from the real scorer the first time.
    pub fn answer(&mut self, strategy: Strategy, taste: &Taste, random: &mut SplitMix64) -> Rc<Earned> {
        let code = self.code(strategy, taste, random);
        if let Some(earned) = self.known.get(&code) {
            return Rc::clone(earned);
        }
        let earned = Rc::new(self.earned(&code));
        self.known.insert(code, Rc::clone(&earned));
        earned
    }

    fn earned(&self, code: &[u8]) -> Earned {
        let weights = &self.item.competencies;
        let scores = score(&self.item.key, weights, &self.response(code)).unwrap_or_default();
        Earned { overall: overall(&scores, weights), credits: scores.into_iter().map(|(_, credit)| credit).collect() }
    }

    /// The answer as places: of options chosen, of steps in order, of the target or the rating of each row.
    fn code(&self, strategy: Strategy, taste: &Taste, random: &mut SplitMix64) -> Vec<u8> {
        match &self.item.key {
            Key::Single(_) => taste.first(1, random),
            Key::Multiple { choose, .. } => {
                let mut chosen = taste.first(*choose, random);
                chosen.sort_unstable();
                chosen
            }
            Key::Order(steps) => match strategy {
                // The order in which the steps are shown.
                Strategy::First => presentation_order(&self.item.id, steps.len()).into_iter().map(|at| at as u8).collect(),
                Strategy::Last => presentation_order(&self.item.id, steps.len()).into_iter().rev().map(|at| at as u8).collect(),
                Strategy::Middle => preferred(&vec![0.0; steps.len()], steps.len(), random),
                _ => taste.first(steps.len(), random),
            },
            Key::Sort { rows, .. } => rows.iter().map(|_| taste.first(1, random)[0]).collect(),
            Key::Rate { points, rows } => rate(strategy, taste, rows.len(), *points, random),
        }
    }

    fn response(&self, code: &[u8]) -> Response {
        let at = |place: u8| usize::from(place);
        match &self.item.key {
            Key::Single(options) => Response::Single(options[at(code[0])].0.clone()),
            Key::Multiple { options, .. } => {
                Response::Multiple(code.iter().map(|place| options[at(*place)].0.clone()).collect())
            }
            Key::Order(steps) => Response::Order(code.iter().map(|place| steps[at(*place)].clone()).collect()),
            Key::Sort { targets, rows } => {
                let names = rows.iter().map(|(row, _)| row.clone());
                Response::Sort(names.zip(code.iter().map(|place| targets[at(*place)].clone())).collect())
            }
            Key::Rate { rows, .. } => {
                Response::Rate(rows.iter().zip(code).map(|((row, _), rating)| (row.clone(), *rating)).collect())
            }
        }
    }
}

/// Ratings: the extremes and the middle give the same to every row; the others rate by their taste.
fn rate(strategy: Strategy, taste: &Taste, rows: usize, points: u8, random: &mut SplitMix64) -> Vec<u8> {
    match strategy {
        Strategy::Random => (0..rows).map(|_| 1 + random.below(u64::from(points)) as u8).collect(),
        Strategy::First => vec![1; rows],
        Strategy::Last => vec![points; rows],
        Strategy::Middle | Strategy::Both => vec![points.div_ceil(2) + random.below(2) as u8; rows],
        _ => {
            let order = taste.first(rows, random);
            let mut ratings = vec![1; rows];
            for (rank, row) in order.into_iter().enumerate() {
                ratings[usize::from(row)] = points - ((rank * usize::from(points)) / rows.max(1)) as u8;
            }
            ratings
        }
    }
}
