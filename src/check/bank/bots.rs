//! Bots: ways of answering without knowing anything, played through the real scorer.
//!
//! If one of them earned more than chance allows, the bank would reward a trick. The bound is what one random respondent
//! in twenty exceeds: the mean of random answering plus 1.645 of its standard deviations. Of ratings, what the best
//! constant answer earns is also had without knowing anything.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::words::{ABSOLUTES, HEDGES, POLITE, STRATEGIC, count, shared};
use crate::assess::{Evidence, Prior, Words, chance_floors, estimate, overall, score, words};
use crate::course::{CompetencyId, Dimension, Form, Home, Item, ItemId, Key, Question, Response, SplitMix64, presentation_order, shuffled};

/// The name of the set of all questions.
pub const WHOLE: &str = "todo";
/// One-sided 5 % of the normal distribution.
const Z: f64 = 1.645;

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

/// A question ready to be answered by anybody.
struct Sheet<'c> {
    item: Item,
    asked: String,
    question: &'c Question,
    floors: Vec<(CompetencyId, f64)>,
    /// What each answer earned, as the real scorer gave it.
    known: HashMap<Vec<u8>, Rc<Earned>>,
}

/// What an answer earned: for each competency of its item, and averaged with their weights.
struct Earned {
    credits: Vec<f64>,
    overall: f64,
}

/// A scale: for each piece of evidence, the sheet and the competency it comes from, by their places.
type Scale = Vec<(usize, usize)>;

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

/// Plays every strategy `respondents` times over the questions.
pub fn play(questions: &[(&Question, Item)], threshold: f64, respondents: usize) -> Play {
    let mut sheets: Vec<Sheet<'_>> = questions.iter().map(|(question, item)| sheet(question, item)).collect();
    let sets = sets(&sheets);
    let mut play = Play { respondents, ..Play::default() };
    let mut chance: HashMap<String, (f64, f64)> = HashMap::new();
    let mut by_chance = Vec::new();
    for strategy in Strategy::ALL {
        let Run { totals, consolidated, axes, items } = run(&mut sheets, &sets, strategy, threshold, respondents);
        if strategy == Strategy::Random {
            play.axes = correlation(&axes);
            by_chance = items.clone();
        }
        let gains: Vec<f64> = items.iter().zip(&by_chance).map(|(mean, chance)| mean - chance).collect();
        play.consolidated.push((strategy, consolidated));
        for (set, totals) in sets.iter().zip(totals) {
            let (mean, deviation) = moments(&totals);
            if strategy == Strategy::Random {
                chance.insert(set.clone(), (mean, deviation));
            }
            let (at_random, spread) = chance.get(set).copied().unwrap_or_default();
            let bound = (at_random + Z * spread).max(constant(&sheets, set));
            let pays = pays(&sheets, set, &gains);
            play.outcomes.push(Outcome { strategy, set: set.clone(), mean, chance: at_random, bound, pays });
        }
    }
    play
}

fn pays(sheets: &[Sheet<'_>], set: &str, gains: &[f64]) -> Vec<ItemId> {
    let of_set = sheets.iter().zip(gains).filter(|(sheet, gain)| sheet.is_in(set) && **gain > 0.0);
    let mut paying: Vec<(&Sheet<'_>, f64)> = of_set.map(|(sheet, gain)| (sheet, *gain)).collect();
    paying.sort_by(|a, b| b.1.total_cmp(&a.1));
    paying.into_iter().map(|(sheet, _)| sheet.item.id.clone()).collect()
}

/// The whole bank, each form of question and each exam.
fn sets(sheets: &[Sheet<'_>]) -> Vec<String> {
    let mut sets: Vec<String> = vec![WHOLE.into()];
    let exam = |sheet: &Sheet<'_>| match &sheet.item.home {
        Home::Exam(exam) => Some(exam.to_string()),
        _ => None,
    };
    let forms = sheets.iter().map(|sheet| sheet.item.form.clone());
    for set in forms.chain(sheets.iter().filter_map(exam)) {
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets
}

/// The best that answering every row alike earns in a set, where all its questions are ratings; 0 elsewhere. The middle
/// of the scale is near every rating, so that much is had without knowing anything, and chance is taken to allow it.
fn constant(sheets: &[Sheet<'_>], set: &str) -> f64 {
    let credits: Option<Vec<f64>> = sheets.iter().filter(|sheet| sheet.is_in(set)).map(best_constant).collect();
    credits.map_or(0.0, |credits| moments(&credits).0)
}

fn best_constant(sheet: &Sheet<'_>) -> Option<f64> {
    let Key::Rate { points, rows } = &sheet.item.key else { return None };
    let weights = &sheet.item.competencies;
    let of = |rating: u8| {
        let response = Response::Rate(rows.iter().map(|(row, _)| (row.clone(), rating)).collect());
        score(&sheet.item.key, weights, &response).map_or(0.0, |scores| overall(&scores, weights))
    };
    Some((1..=*points).map(of).fold(0.0, f64::max))
}

fn sheet<'c>(question: &'c Question, item: &Item) -> Sheet<'c> {
    Sheet {
        asked: format!("{} {}", question.case.plain(), question.stem.plain()),
        floors: chance_floors(&item.key, &item.competencies),
        item: item.clone(),
        question,
        known: HashMap::new(),
    }
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

fn run(
    sheets: &mut [Sheet<'_>],
    sets: &[String],
    strategy: Strategy,
    threshold: f64,
    respondents: usize,
) -> Run {
    let tastes: Vec<Taste> = sheets.iter().map(|sheet| Taste::new(taste(sheet, strategy))).collect();
    let scales = scales(sheets);
    let mut totals = vec![Vec::with_capacity(respondents); sets.len()];
    let (mut consolidated, mut axes, mut items) = (0, Vec::with_capacity(respondents), vec![0.0; sheets.len()]);
    for respondent in 0..respondents {
        let mut random = SplitMix64::new(respondent as u64 ^ ((strategy as u64) << 40));
        let earned: Vec<Rc<Earned>> =
            sheets.iter_mut().zip(&tastes).map(|(sheet, taste)| sheet.answer(strategy, taste, &mut random)).collect();
        for (set, totals) in sets.iter().zip(&mut totals) {
            totals.push(mean_of(sheets, &earned, set));
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

fn mean_of(sheets: &[Sheet<'_>], earned: &[Rc<Earned>], set: &str) -> f64 {
    let (mut sum, mut n) = (0.0, 0);
    for (_, earned) in sheets.iter().zip(earned).filter(|(sheet, _)| sheet.is_in(set)) {
        sum += earned.overall;
        n += 1;
    }
    sum / f64::from(n.max(1))
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt())
}

/// What a strategy thinks of each option, step or row: the higher, the better. Ties are settled at random.
fn taste(sheet: &Sheet<'_>, strategy: Strategy) -> Vec<f64> {
    let texts: Vec<String> = match &sheet.question.form {
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
        Strategy::LikeTheStem => shared(text, &sheet.asked) as f64,
        Strategy::Both => f64::from(u8::from(text == "Ambas")),
        Strategy::Polite => count(text, &POLITE) as f64,
        Strategy::Strategic => count(text, &STRATEGIC) as f64,
    };
    texts.iter().enumerate().map(of).collect()
}

impl Sheet<'_> {
    /// Whether it belongs to a set: the whole bank, a form of question or an exam.
    fn is_in(&self, set: &str) -> bool {
        set == WHOLE || self.item.form == set || matches!(&self.item.home, Home::Exam(exam) if exam.as_str() == set)
    }

    /// What one answer earns, from the real scorer the first time.
    fn answer(&mut self, strategy: Strategy, taste: &Taste, random: &mut SplitMix64) -> Rc<Earned> {
        let code = self.code(strategy, taste, random);
        if let Some(earned) = self.known.get(&code) {
            return Rc::clone(earned);
        }
        let weights = &self.item.competencies;
        let scores = score(&self.item.key, weights, &self.response(&code)).unwrap_or_default();
        let earned = Earned {
            overall: overall(&scores, weights),
            credits: scores.into_iter().map(|(_, credit)| credit).collect(),
        };
        let earned = Rc::new(earned);
        self.known.insert(code, Rc::clone(&earned));
        earned
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

/// What a strategy thinks of the parts of a question.
struct Taste {
    liking: Vec<f64>,
    /// The places in order of liking, where no two are alike: then nothing is left to chance.
    order: Option<Vec<u8>>,
}

impl Taste {
    fn new(liking: Vec<f64>) -> Self {
        let mut order: Vec<u8> = (0..liking.len() as u8).collect();
        order.sort_by(|a, b| liking[usize::from(*b)].total_cmp(&liking[usize::from(*a)]));
        let alike = order.windows(2).any(|pair| liking[usize::from(pair[0])] == liking[usize::from(pair[1])]);
        Self { order: (!alike).then_some(order), liking }
    }

    fn first(&self, n: usize, random: &mut SplitMix64) -> Vec<u8> {
        match &self.order {
            Some(order) => order[..n.min(order.len())].to_vec(),
            None => preferred(&self.liking, n, random),
        }
    }
}

/// The `n` places liked most, ties at random.
fn preferred(taste: &[f64], n: usize, random: &mut SplitMix64) -> Vec<u8> {
    let mut order = shuffled(taste.len(), random.next_u64());
    order.sort_by(|a, b| taste[*b].total_cmp(&taste[*a]));
    order.into_iter().take(n).map(|place| place as u8).collect()
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

/// The scales of the profile: each competency, and each dimension.
fn scales(sheets: &[Sheet<'_>]) -> Vec<Scale> {
    let mut scales: BTreeMap<String, Scale> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        for (place, (id, _)) in sheet.item.competencies.iter().enumerate() {
            scales.entry(id.to_string()).or_default().push((at, place));
            if let Some(dimension) = Dimension::of(id) {
                scales.entry(dimension.prefix().to_owned()).or_default().push((at, place));
            }
        }
    }
    scales.into_values().collect()
}

/// Whether a scale would be called «consolidada». The estimate is only made where it could be.
fn is_consolidated(scale: &Scale, sheets: &[Sheet<'_>], earned: &[Rc<Earned>], threshold: f64) -> bool {
    let (mut above, mut all) = (0.0, 0.0);
    for (at, place) in scale {
        let (weight, floor) = (sheets[*at].item.competencies[*place].1, sheets[*at].floors[*place].1);
        above += weight * (earned[*at].credits[*place] - floor);
        all += weight * (1.0 - floor);
    }
    // Whoever earns so little above chance is never near the threshold.
    if all <= 0.0 || above / all < threshold - 0.2 {
        return false;
    }
    let piece = |(at, place): &(usize, usize)| Evidence {
        item: sheets[*at].item.id.clone(),
        credit: earned[*at].credits[*place],
        floor: sheets[*at].floors[*place].1,
        weight: sheets[*at].item.competencies[*place].1,
        scenario: sheets[*at].item.scenario.clone(),
    };
    let evidence: Vec<Evidence> = scale.iter().map(piece).collect();
    words(&estimate(&evidence, &Prior::default()), threshold) == Words::Consolidated
}
