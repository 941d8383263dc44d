//! The course from the outside in: modules, lessons and what a lesson is made of.

use serde::{Deserialize, Serialize};

use super::{
    Blueprint, Competency, Exam, Home, Html, Item, LessonId, ModuleId, OptionKey, Question, Role, Simulation, SimulationId,
    SourceId, Tension, TensionId, TermId,
};

/// Everything that was read from a course folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Course {
    /// Names the learner's storage. Two courses served from one domain must not share it.
    pub id: String,
    pub title: String,
    /// One sentence under the title.
    pub tagline: String,
    /// Two or three sentences for search engines and link previews.
    pub description: String,
    /// The level `m` in P(θ ≥ m), between 0 and 1.
    pub threshold: f64,
    pub competencies: Vec<Competency>,
    pub modules: Vec<Module>,
    /// Ways through the modules, for those who do not want them all.
    pub routes: Vec<Route>,
    /// The parallel forms of the test, kept out of the lessons.
    pub exams: Vec<Exam>,
    pub simulations: Vec<Simulation>,
    /// Points on which the sources disagree.
    pub tensions: Vec<Tension>,
    /// What the bank is meant to hold.
    pub blueprint: Option<Blueprint>,
    /// In alphabetical order.
    pub glossary: Vec<Term>,
    pub sources: Vec<Source>,
    pub about: Vec<Section>,
    /// Paths of the pictures, relative to the course folder.
    pub images: Vec<String>,
}

impl Course {
    pub fn lessons(&self) -> impl Iterator<Item = (&Module, &Lesson)> {
        self.modules.iter().flat_map(|module| module.lessons.iter().map(move |lesson| (module, lesson)))
    }

    pub fn questions(&self) -> impl Iterator<Item = (&Lesson, &Question)> {
        self.lessons().flat_map(|(_, lesson)| lesson.questions().map(move |question| (lesson, question)))
    }

    /// The part that scores, of everything that is answered: lessons, exams and simulations, in this order.
    pub fn items(&self) -> Vec<Item> {
        let of_lessons = self.lessons().flat_map(|(module, lesson)| {
            let home = Home::Lesson { module: module.id.clone(), lesson: lesson.id.clone() };
            lesson.questions().map(move |question| Item::new(question, home.clone()))
        });
        let of_exams = self.exams.iter().flat_map(|exam| {
            exam.questions.iter().map(|question| Item::new(question, Home::Exam(exam.id.clone())))
        });
        let of_simulations = self.simulations.iter().flat_map(|simulation| {
            simulation.plot.items(simulation.nodes.iter().map(|words| words.review.clone()))
        });
        of_lessons.chain(of_exams).chain(of_simulations).collect()
    }

    /// Every question that is not a moment of a simulation, those of exams last.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().map(|(_, question)| question).chain(self.exams.iter().flat_map(|exam| &exam.questions))
    }

    pub fn simulation(&self, id: &SimulationId) -> Option<&Simulation> {
        self.simulations.iter().find(|simulation| &simulation.id == id)
    }

    /// Minutes of all modules.
    pub fn minutes(&self) -> u32 {
        self.modules.iter().map(Module::minutes).sum()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    pub id: ModuleId,
    pub title: String,
    pub role: Role,
    /// Two or three sentences.
    pub summary: Html,
    pub objectives: Vec<Objective>,
    /// Modules that should come before.
    pub requires: Vec<ModuleId>,
    pub lessons: Vec<Lesson>,
}

impl Module {
    pub fn minutes(&self) -> u32 {
        self.lessons.iter().map(|lesson| lesson.minutes).sum()
    }
}

/// A suggested way through some of the modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    pub id: String,
    pub title: String,
    /// For whom it is, in a sentence.
    pub summary: String,
    pub modules: Vec<ModuleId>,
}

/// What the learner will be able to do, with its Bloom level in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    pub id: LessonId,
    pub title: String,
    pub minutes: u32,
    pub role: Role,
    /// One sentence for lists of lessons.
    pub summary: String,
    pub sources: Vec<SourceId>,
    /// The date of the last revision, `2026-11-22`.
    pub revised: String,
    /// The country or region of the legal notes, when there are any.
    pub jurisdiction: Option<String>,
    /// Points of disagreement that the lesson teaches with both readings.
    pub tensions: Vec<TensionId>,
    /// The simulation that the lesson is for, if it is for one.
    pub simulation: Option<SimulationId>,
    pub blocks: Vec<Block>,
}

impl Lesson {
    /// The rubric with which the learner rates their own work.
    pub fn rubric(&self) -> Option<&Rubric> {
        self.blocks.iter().find_map(|block| match block {
            Block::Section(Section { kind: SectionKind::Rubric(rubric), .. }) => Some(rubric),
            _ => None,
        })
    }

    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Question(question) => Some(question.as_ref()),
            Block::Section(_) => None,
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Section(Section),
    Question(Box<Question>),
}

/// A stretch of prose under one heading. The text before the first heading has no title and no anchor.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub kind: SectionKind,
    /// The heading's id, for links; empty before the first heading.
    pub anchor: String,
    /// 2 to 4; 0 before the first heading.
    pub level: u8,
    pub title: Html,
    pub body: Html,
    /// Glossary entries that the text links to, each once.
    pub terms: Vec<TermId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectionKind {
    Prose,
    /// The opening case, drawn as a scene.
    Scene(Role),
    /// «Depende de…»: where the sources disagree.
    Depends,
    /// «Para llevarse».
    Takeaways,
    /// A table with which the learner rates their own work.
    Rubric(Rubric),
}

/// Criteria by levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// What the levels are called, the lowest first.
    pub levels: Vec<String>,
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// A hash of its words, as of an option.
    pub key: OptionKey,
    pub name: String,
    /// What work of each level looks like, with an example.
    pub levels: Vec<Html>,
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub id: TermId,
    pub name: String,
    pub definition: Html,
    /// Other names for the same thing.
    pub aliases: Option<String>,
    pub example: Option<Html>,
    pub sources: Vec<SourceId>,
}

/// A claim (`S0-11`) or a document (`E9`) that lessons and questions cite.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub id: SourceId,
    pub text: Html,
}
