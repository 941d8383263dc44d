//! What a course is: plain values, with no knowledge of files, Markdown, screens or learners.
//!
//! ```text
//! Course
//! ├── Competency        what is measured, six per dimension
//! ├── Source            where a claim comes from
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

mod competency;
mod fingerprint;
mod id;
mod item;
mod outline;
mod question;
mod response;
mod shuffle;
mod text;

pub use competency::{Competency, Dimension, Role};
pub use fingerprint::{Fingerprint, fnv1a, option_key};
pub use id::{CompetencyId, ItemId, LessonId, ModuleId, OptionKey, SourceId, TermId};
pub use item::{Bank, Credit, Item, Key, ReviewLink};
pub use outline::{Block, Course, Lesson, Module, Objective, Section, SectionKind, Source, Term};
pub use question::{Bloom, Choice, Fact, Form, Grid, Question, RatedRow, Rating, Row, Scene, Sheet, Step, Target};
pub use response::Response;
pub use shuffle::{SplitMix64, presentation_order, shuffled};
pub use text::{Html, plain};
