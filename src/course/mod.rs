//! What a course is: plain values, with no knowledge of files, Markdown, screens or learners.
//!
//! ```text
//! Course
//! ├── Competency        what is measured, six per dimension
//! ├── Source            where a claim comes from
//! ├── Tension           where sources disagree
//! ├── Blueprint         what the bank is meant to hold
//! ├── Exam              questions kept out of the lessons
//! ├── Simulation        moments to decide one after another
//! ├── Term              the glossary
//! ├── about             the sections of the page «Acerca»
//! └── Module
//!     └── Lesson
//!         └── Block     a section of prose, or a question
//!             └── Question ── Form     what the learner sees
//!                         └── Item     the part that scores: key, weights, facets
//! ```
//!
//! `Question` carries every word of a case. `Item` is what remains when the words are taken away: enough to score an
//! answer and to place it in the profile, small enough to travel to every page that needs it.

mod blueprint;
mod competency;
mod exam;
mod fingerprint;
mod id;
mod item;
mod outline;
mod question;
mod response;
mod shuffle;
pub mod simulation;
mod tension;
mod text;

pub use blueprint::Blueprint;
pub use competency::{Behaviour, Competency, Dimension, Role};
pub use exam::{Exam, Occasion};
pub use fingerprint::{Fingerprint, bank_fingerprint, fnv1a, option_key};
pub use id::{
    CompetencyId, ExamId, ItemId, LessonId, ModuleId, OptionKey, SimulationId, SourceId, TensionId, TermId,
};
pub use item::{Bank, Credit, Home, Item, Key, ReviewLink, main_competency};
pub use outline::{
    Block, Course, Criterion, Lesson, Module, Objective, Route, Rubric, Section, SectionKind, Source, Term,
};
pub use question::{Bloom, Choice, Fact, Form, Grid, Question, RatedRow, Rating, Row, Scene, Sheet, Step, Target};
pub use response::Response;
pub use shuffle::{SplitMix64, presentation_order, shuffled};
pub use simulation::Simulation;
pub use tension::Tension;
pub use text::{Html, plain, unaccented};
