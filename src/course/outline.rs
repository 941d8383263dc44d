//! The course from the outside in: modules, lessons and what a lesson is made of.

use super::{Competency, Html, Item, LessonId, ModuleId, Question, Role, SourceId, TermId};

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

    /// The part that scores, of every question of the course.
    pub fn items(&self) -> Vec<Item> {
        self.lessons()
            .flat_map(|(module, lesson)| {
                lesson.questions().map(move |question| Item::new(question, &module.id, &lesson.id))
            })
            .collect()
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
    pub blocks: Vec<Block>,
}

impl Lesson {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    Prose,
    /// The opening case, drawn as a scene.
    Scene(Role),
    /// «Depende de…»: where the sources disagree.
    Depends,
    /// «Para llevarse».
    Takeaways,
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
