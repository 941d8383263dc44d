//! The ways of answering, and what each of them likes.

use super::super::words::{ABSOLUTES, HEDGES, POLITE, STRATEGIC, count, shared};
use crate::course::{Form, Question, SplitMix64, shuffled};

/// A way of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strategy {
    Random,
    First,
    Last,
    Middle,
    Longest,
    Shortest,
    Hedged,
    FewestAbsolutes,
    LikeTheStem,
    Both,
    Polite,
    Strategic,
}

impl Strategy {
    pub const ALL: [Strategy; 12] = [
        Strategy::Random,
        Strategy::First,
        Strategy::Last,
        Strategy::Middle,
        Strategy::Longest,
        Strategy::Shortest,
        Strategy::Hedged,
        Strategy::FewestAbsolutes,
        Strategy::LikeTheStem,
        Strategy::Both,
        Strategy::Polite,
        Strategy::Strategic,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Strategy::Random => "al azar",
            Strategy::First => "la primera",
            Strategy::Last => "la última",
            Strategy::Middle => "la del medio",
            Strategy::Longest => "la más larga",
            Strategy::Shortest => "la más corta",
            Strategy::Hedged => "la más matizada",
            Strategy::FewestAbsolutes => "la menos tajante",
            Strategy::LikeTheStem => "la que más repite el enunciado",
            Strategy::Both => "siempre ambas",
            Strategy::Polite => "la más amable",
            Strategy::Strategic => "la que suena a estrategia",
        }
    }
}

/// What a strategy thinks of each option, step or row: the higher, the better. Ties are settled at random.
fn liking(question: &Question, asked: &str, strategy: Strategy) -> Vec<f64> {
    let texts: Vec<String> = match &question.form {
        Form::Single(options) | Form::Multiple(options) => options.iter().map(|option| option.text.plain()).collect(),
        Form::Order(steps) => steps.iter().map(|step| step.text.plain()).collect(),
        Form::Match(grid) | Form::Classify(grid) => grid.targets.iter().map(|target| target.label.clone()).collect(),
        Form::Rate(rating) => rating.rows.iter().map(|row| row.text.plain()).collect(),
    };
    let n = texts.len();
    let of = |(at, text): (usize, &String)| match strategy {
        Strategy::Random => 0.0,
        Strategy::First => -(at as f64),
        Strategy::Last => at as f64,
        Strategy::Middle => -(at as f64 - (n as f64 - 1.0) / 2.0).abs(),
        Strategy::Longest => text.chars().count() as f64,
        Strategy::Shortest => -(text.chars().count() as f64),
        Strategy::Hedged => count(text, &HEDGES) as f64,
        Strategy::FewestAbsolutes => -(count(text, &ABSOLUTES) as f64),
        Strategy::LikeTheStem => shared(text, asked) as f64,
        Strategy::Both => f64::from(u8::from(text == "Ambas")),
        Strategy::Polite => count(text, &POLITE) as f64,
        Strategy::Strategic => count(text, &STRATEGIC) as f64,
    };
    texts.iter().enumerate().map(of).collect()
}

/// What a strategy thinks of the parts of a question.
pub struct Taste {
    liking: Vec<f64>,
    /// The places in order of liking, where no two are alike: then nothing is left to chance.
    order: Option<Vec<u8>>,
}

impl Taste {
    /// `asked` is the case and its stem.
    pub fn new(question: &Question, asked: &str, strategy: Strategy) -> Self {
        let liking = liking(question, asked, strategy);
        let mut order: Vec<u8> = (0..liking.len() as u8).collect();
        order.sort_by(|a, b| liking[usize::from(*b)].total_cmp(&liking[usize::from(*a)]));
        let alike = order.windows(2).any(|pair| liking[usize::from(pair[0])] == liking[usize::from(pair[1])]);
        Self { order: (!alike).then_some(order), liking }
    }

    /// The `n` places liked most.
    pub fn first(&self, n: usize, random: &mut SplitMix64) -> Vec<u8> {
        match &self.order {
            Some(order) => order[..n.min(order.len())].to_vec(),
            None => preferred(&self.liking, n, random),
        }
    }
}

/// The `n` places liked most, ties at random.
pub fn preferred(taste: &[f64], n: usize, random: &mut SplitMix64) -> Vec<u8> {
    let mut order = shuffled(taste.len(), random.next_u64());
    order.sort_by(|a, b| taste[*b].total_cmp(&taste[*a]));
    order.into_iter().take(n).map(|place| place as u8).collect()
}
