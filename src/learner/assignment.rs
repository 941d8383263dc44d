//! What an instructor asks a group to do.

use super::{Filter, Timestamp};
use crate::course::{ExamId, Home, Item, ItemId, LessonId, ModuleId, SimulationId, fnv1a, shuffled};

#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Made at random by the instructor's browser: two assignments never share it.
    pub id: AssignmentId,
    pub title: String,
    /// What the instructor says with it.
    pub message: String,
    /// What to write on handing in, so that the instructor knows who it is: «nombre y apellidos».
    pub alias: String,
    pub pieces: Vec<Piece>,
    pub order: Order,
    /// How many times it may be done; `None` is as many as wanted. The first one is what counts.
    pub attempts: Option<u8>,
    pub opens: Option<Timestamp>,
    pub closes: Option<Timestamp>,
    pub feedback: Feedback,
    /// The level from which a scale is called consolidated, 0 to 1.
    pub threshold: f64,
}

/// 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssignmentId(Box<str>);

impl AssignmentId {
    pub fn new(id: impl Into<Box<str>>) -> Self {
        Self(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A part of what is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Module(ModuleId),
    Lesson(LessonId),
    Exam(ExamId),
    Simulation(SimulationId),
    /// These cases, wherever they are.
    Items(Vec<ItemId>),
    /// Cases drawn from those of the lessons.
    Drawn(Draw),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    pub filter: Filter,
    /// The estimated share of learners that get it right, from and to, both included, 0 to 1.
    pub difficulty: (f64, f64),
    pub count: usize,
    pub seed: u64,
    /// Each learner gets their own draw; if not, all get the same.
    pub is_own: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the pieces name them.
    Fixed,
    /// Mixed by the learner's seed.
    Own,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feedback {
    /// After each answer, as when studying.
    AtOnce,
    /// When it is handed in, as in an exam.
    AtEnd,
}

/// Whether it may be done at a moment, by the clock of the learner's device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    NotYet,
    Open,
    Over,
}

impl Assignment {
    /// The cases that a learner gets in an attempt, in their order and each once. `token` is made at random by the
    /// learner's device when it first opens the assignment, so whoever has all three gets the same cases.
    pub fn items(&self, bank: &[Item], token: &str, attempt: u32) -> Vec<ItemId> {
        let seed = self.seed(token, attempt);
        let mut items: Vec<ItemId> = Vec::new();
        for (place, piece) in self.pieces.iter().enumerate() {
            for item in piece.items(bank, seed.wrapping_add(place as u64)) {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
        match self.order {
            Order::Fixed => items,
            Order::Own => shuffled(items.len(), seed).into_iter().map(|place| items[place].clone()).collect(),
        }
    }

    /// What an attempt of a learner is mixed by.
    pub fn seed(&self, token: &str, attempt: u32) -> u64 {
        fnv1a(format!("{}|{token}|{attempt}", self.id.as_str()).as_bytes())
    }

    /// The simulations that it asks for.
    pub fn simulations(&self) -> impl Iterator<Item = &SimulationId> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Simulation(simulation) => Some(simulation),
            _ => None,
        })
    }

    pub fn term(&self, now: Timestamp) -> Term {
        if self.opens.is_some_and(|opens| now < opens) {
            Term::NotYet
        } else if self.closes.is_some_and(|closes| now > closes) {
            Term::Over
        } else {
            Term::Open
        }
    }
}

impl Piece {
    /// Its cases in the order of the course. What a course no longer has gives none.
    fn items(&self, bank: &[Item], learner_seed: u64) -> Vec<ItemId> {
        let ids = |belongs: &dyn Fn(&Item) -> bool| -> Vec<ItemId> {
            bank.iter().filter(|item| belongs(item)).map(|item| item.id.clone()).collect()
        };
        match self {
            Piece::Module(module) => ids(&|item| item.module() == Some(module)),
            Piece::Lesson(lesson) => ids(&|item| item.lesson() == Some(lesson)),
            Piece::Exam(exam) => ids(&|item| matches!(&item.home, Home::Exam(home) if home == exam)),
            Piece::Simulation(_) => Vec::new(),
            Piece::Items(items) => items.iter().filter(|id| bank.iter().any(|item| item.id == **id)).cloned().collect(),
            Piece::Drawn(draw) => draw.items(bank, learner_seed),
        }
    }
}

impl Draw {
    fn items(&self, bank: &[Item], learner_seed: u64) -> Vec<ItemId> {
        let (from, to) = self.difficulty;
        let is_within = |item: &Item| item.difficulty.is_some_and(|difficulty| (from..=to).contains(&difficulty));
        let fits = |item: &&Item| self.filter.admits(item) && is_within(item);
        let admitted: Vec<&Item> = bank.iter().filter(fits).collect();
        let seed = if self.is_own { self.seed ^ learner_seed } else { self.seed };
        let mixed = shuffled(admitted.len(), seed).into_iter().map(|place| admitted[place].id.clone());
        mixed.take(self.count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Fingerprint, Key, ReviewLink};

    fn item(id: &str, module: &str, difficulty: f64) -> Item {
        Item {
            id: id.into(),
            title: String::new(),
            home: Home::Lesson { module: module.into(), lesson: format!("{module}-l1").as_str().into() },
            form: "unica".into(),
            fingerprint: Fingerprint::new("0"),
            competencies: Vec::new(),
            objective: None,
            difficulty: Some(difficulty),
            words: 60,
            facets: Vec::new(),
            scenario: None,
            review: ReviewLink { lesson: "m01-l1".into(), anchor: String::new(), title: String::new() },
            key: Key::Single(Vec::new()),
        }
    }

    fn bank() -> Vec<Item> {
        (0..20).map(|n| item(&format!("i{n:02}"), if n < 10 { "m01" } else { "m02" }, f64::from(n) / 20.0)).collect()
    }

    fn assignment(pieces: Vec<Piece>, order: Order) -> Assignment {
        Assignment {
            id: AssignmentId::new("00ff00ff00ff00ff"),
            title: String::new(),
            message: String::new(),
            alias: String::new(),
            pieces,
            order,
            attempts: Some(1),
            opens: None,
            closes: None,
            feedback: Feedback::AtEnd,
            threshold: 0.7,
        }
    }

    fn draw(is_own: bool) -> Piece {
        Piece::Drawn(Draw { filter: Filter::default(), difficulty: (0.25, 0.75), count: 5, seed: 9, is_own })
    }

    fn names(items: &[ItemId]) -> Vec<&str> {
        items.iter().map(ItemId::as_str).collect()
    }

    #[test]
    fn pieces_give_their_cases_in_order_and_each_once() {
        let pieces = vec![
            Piece::Items(vec!["i12".into(), "i03".into(), "ya-no-esta".into()]),
            Piece::Lesson("m02-l1".into()),
        ];
        let found = assignment(pieces, Order::Fixed).items(&bank(), "a", 1);
        assert_eq!(names(&found)[..4], ["i12", "i03", "i10", "i11"]);
        assert_eq!(found.len(), 11);
    }

    #[test]
    fn an_order_of_ones_own_can_be_made_again_and_is_not_anybody_elses() {
        let mine = |token, attempt| {
            assignment(vec![Piece::Module("m01".into())], Order::Own).items(&bank(), token, attempt)
        };
        assert_eq!(mine("ana", 1), mine("ana", 1));
        assert_ne!(mine("ana", 1), mine("ana", 2));
        assert_ne!(mine("ana", 1), mine("luis", 1));
        let mut sorted = mine("ana", 1);
        sorted.sort();
        assert_eq!(names(&sorted), names(&bank()[..10].iter().map(|item| item.id.clone()).collect::<Vec<_>>()));
    }

    #[test]
    fn a_draw_is_everybodys_or_each_ones_and_within_its_difficulty() {
        let drawn = |is_own, token| assignment(vec![draw(is_own)], Order::Fixed).items(&bank(), token, 1);
        assert_eq!(drawn(false, "ana"), drawn(false, "luis"));
        assert_ne!(drawn(true, "ana"), drawn(true, "luis"));
        for item in drawn(true, "ana") {
            let difficulty = bank().into_iter().find(|other| other.id == item).unwrap().difficulty;
            assert!((0.25..=0.75).contains(&difficulty.unwrap()), "{item}");
        }
        assert_eq!(drawn(true, "ana").len(), 5);
    }

    #[test]
    fn it_opens_and_closes_by_the_clock() {
        let mut asked = assignment(Vec::new(), Order::Fixed);
        assert_eq!(asked.term(Timestamp(0)), Term::Open);
        (asked.opens, asked.closes) = (Some(Timestamp(10)), Some(Timestamp(20)));
        let terms = [9, 10, 20, 21].map(|now| asked.term(Timestamp(now)));
        assert_eq!(terms, [Term::NotYet, Term::Open, Term::Open, Term::Over]);
    }
}
