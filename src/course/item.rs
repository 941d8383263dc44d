//! A question without its words: what scoring and the profile need.

use serde::{Deserialize, Serialize};

use super::{
    CompetencyId, ExamId, Fingerprint, Form, ItemId, LessonId, ModuleId, OptionKey, Question, SimulationId,
};

/// The items of a course: those of its lessons in their order, then those of its exams and of its simulations.
pub type Bank = Vec<Item>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: ItemId,
    pub title: String,
    pub home: Home,
    /// The name of its form: `unica`, `ordenar`… or `nodo` in a simulation.
    pub form: String,
    /// Changes when the key or the options change, and only then.
    pub fingerprint: Fingerprint,
    /// Weights that add up to 1.
    pub competencies: Vec<(CompetencyId, f64)>,
    /// The behaviour of its first competency that it exercises. Items that share it are siblings.
    pub objective: Option<String>,
    /// The estimated share of learners that will get it right, 0 to 1. Nobody estimates it for the nodes of simulations.
    pub difficulty: Option<f64>,
    /// How many words there are to read before answering: the case, the question and what can be answered. 0 for the nodes
    /// of simulations.
    pub words: usize,
    pub facets: Vec<String>,
    pub scenario: Option<String>,
    pub review: ReviewLink,
    pub key: Key,
}

/// Where an item is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Home {
    Lesson { module: ModuleId, lesson: LessonId },
    Exam(ExamId),
    Simulation(SimulationId),
}

/// A paragraph of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewLink {
    pub lesson: LessonId,
    pub anchor: String,
    /// The words of the heading it points to.
    pub title: String,
}

/// What each answer is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Key {
    Single(Vec<(OptionKey, Credit)>),
    Multiple {
        options: Vec<(OptionKey, Credit)>,
        /// How many to choose.
        choose: usize,
    },
    /// Steps in the right order.
    Order(Vec<OptionKey>),
    /// Matching and classifying: rows, each with the credit of the targets that earn some.
    Sort {
        targets: Vec<OptionKey>,
        rows: Vec<(OptionKey, Vec<(OptionKey, f64)>)>,
    },
    Rate {
        points: u8,
        rows: Vec<(OptionKey, u8)>,
    },
}

/// What an option is worth, 0 to 1: the same for every competency of the item, or its own for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Credit {
    Same(f64),
    PerCompetency(Vec<(CompetencyId, f64)>),
}

impl Credit {
    /// The credit for one competency. One that is not named earns nothing.
    pub fn of(&self, competency: &CompetencyId) -> f64 {
        match self {
            Credit::Same(credit) => *credit,
            Credit::PerCompetency(credits) => {
                credits.iter().find(|(id, _)| id == competency).map_or(0.0, |(_, credit)| *credit)
            }
        }
    }

    /// The credit averaged with the item's weights: the one number shown beside an option.
    pub fn overall(&self, weights: &[(CompetencyId, f64)]) -> f64 {
        match self {
            Credit::Same(credit) => *credit,
            Credit::PerCompetency(_) => weights.iter().map(|(id, weight)| weight * self.of(id)).sum(),
        }
    }
}

impl Item {
    pub fn new(question: &Question, home: Home) -> Self {
        let key = Key::of(&question.form);
        Self {
            id: question.id.clone(),
            title: question.title.clone(),
            home,
            form: question.form.name().to_owned(),
            fingerprint: Fingerprint::of(&key),
            competencies: question.sheet.competencies.clone(),
            objective: question.sheet.objective.clone(),
            difficulty: Some(question.sheet.difficulty),
            words: question.words(),
            facets: question.sheet.facets.clone(),
            scenario: question.sheet.scenario.clone(),
            review: question.sheet.review.clone(),
            key,
        }
    }

    pub fn lesson(&self) -> Option<&LessonId> {
        match &self.home {
            Home::Lesson { lesson, .. } => Some(lesson),
            Home::Exam(_) | Home::Simulation(_) => None,
        }
    }

    pub fn module(&self) -> Option<&ModuleId> {
        match &self.home {
            Home::Lesson { module, .. } => Some(module),
            Home::Exam(_) | Home::Simulation(_) => None,
        }
    }

    /// The competency with most weight; of several alike, the first.
    pub fn main_competency(&self) -> Option<&CompetencyId> {
        main_competency(&self.competencies)
    }
}

/// The competency with most weight; of several alike, the first.
pub fn main_competency(weights: &[(CompetencyId, f64)]) -> Option<&CompetencyId> {
    let most = weights.iter().map(|(_, weight)| *weight).fold(f64::NEG_INFINITY, f64::max);
    weights.iter().find(|(_, weight)| *weight == most).map(|(id, _)| id)
}

impl Key {
    pub fn of(form: &Form) -> Self {
        match form {
            Form::Single(options) => {
                Key::Single(options.iter().map(|option| (option.key.clone(), option.credit.clone())).collect())
            }
            Form::Multiple(options) => Key::Multiple {
                options: options.iter().map(|option| (option.key.clone(), option.credit.clone())).collect(),
                choose: options.iter().filter(|option| option.recommended).count(),
            },
            Form::Order(steps) => Key::Order(steps.iter().map(|step| step.key.clone()).collect()),
            Form::Match(grid) | Form::Classify(grid) => Key::Sort {
                targets: grid.targets.iter().map(|target| target.key.clone()).collect(),
                rows: grid.rows.iter().map(|row| (row.key.clone(), row.credits.clone())).collect(),
            },
            Form::Rate(rating) => Key::Rate {
                points: rating.points,
                rows: rating.rows.iter().map(|row| (row.key.clone(), row.value)).collect(),
            },
        }
    }
}
