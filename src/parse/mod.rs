//! From the files of a course folder to the course, with everything that needs mending.
//!
//! 1. [`Room::of`](site::Room::of) says what each file is by its path; what belongs to nothing is reported.
//! 2. [`Document::read`](markdown::Document::read) turns Markdown into events, with the bytes each comes from.
//! 3. [`Site`](site::Site) draws the outline: pages, their headings, pictures and their sizes.
//! 4. Each file is read closely: `course_file`, `competencies`, `glossary`, `sources`, `tensions`, `blueprint`, `lesson` and `exam`
//!    (front matter → `sections` → `question` → `parts`, `sheet`, `options` or `grid`), `simulation` (`plot_head` →
//!    `node` → `moves`, `condition`), with `html` for all prose.
//! 5. `assemble` puts modules and lessons in the order their lists give.
//!
//! Nothing here opens a file, and nothing here fails: a course with errors is still the course that could be read.
//! What needs two files to be known (ids, links, floors) is left in the [`Reading`] for [`check`](crate::check).

mod after_answers;
mod alerts;
mod anchors;
mod assemble;
mod blueprint;
mod broken;
mod competencies;
mod condition;
mod course_file;
mod credit;
mod entries;
mod exam;
mod fences;
mod findings;
mod footnotes;
mod front_matter;
mod glossary;
mod grid;
mod headings;
mod html;
mod ids;
mod images;
mod keys;
mod lesson;
mod links;
mod markdown;
mod moves;
mod node;
mod option_marks;
mod options;
mod parts;
mod pictures;
mod plot_head;
mod question;
mod rubric;
mod scoring;
mod sections;
mod sheet;
mod simulation;
mod site;
mod slips;
mod sources;
mod svg;
mod tables;
mod tensions;
mod toml_errors;
mod toml_fields;
mod units;
mod values;

pub use anchors::Anchor;
pub use blueprint::BlueprintPlaces;
pub use credit::CREDITS;
pub use findings::{Definition, Kind, Place, PlotPlaces, PlotRead, Reference, Scored, Target};
pub use headings::FORMS;
pub use images::Size;
pub use sheet::{DRAWINGS, review_example};
pub use site::{Page, PageKind, Room};

use std::collections::BTreeMap;

use crate::course::Course;
use crate::diagnostics::{Diagnostic, Sources};

/// A file of the course folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// From the course folder, with `/`: `modulos/m02/l1.md`.
    pub path: String,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Text(String),
    /// Pictures, and whatever turned out not to be UTF-8.
    Binary(Vec<u8>),
}

impl Content {
    /// The text, when there is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            Content::Binary(bytes) => std::str::from_utf8(bytes).ok(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        match self {
            Content::Text(text) => text.as_bytes(),
            Content::Binary(bytes) => bytes,
        }
    }
}

/// The texts that diagnostics point into.
pub fn sources(files: &[SourceFile]) -> Sources<'_> {
    files.iter().filter_map(|file| Some((file.path.as_str(), file.content.text()?))).collect()
}

/// What was read, and what is still to be matched between files.
#[derive(Debug, Default)]
pub struct Reading {
    pub course: Course,
    /// What each file shows to be wrong by itself.
    pub diagnostics: Vec<Diagnostic>,
    /// Every id, where its author wrote it.
    pub definitions: Vec<Definition>,
    /// Every name used, where it is used.
    pub references: Vec<Reference>,
    /// Every question that can be scored.
    pub scored: Vec<Scored>,
    /// Every simulation's plot.
    pub plots: Vec<PlotRead>,
    /// Where the cells of the blueprint are written.
    pub blueprint: BlueprintPlaces,
    /// Pages by path, with their headings.
    pub pages: BTreeMap<String, Page>,
    /// Pictures by path.
    pub images: BTreeMap<String, Size>,
    /// The lists that name modules and lessons.
    pub lists: Lists,
}

/// Which lists could be read, and what they name.
#[derive(Debug, Default)]
pub struct Lists {
    /// The ids in `modulos` of `curso.toml`; `None` when there is no such list.
    pub modules: Option<Vec<String>>,
    /// For each folder with a `modulo.md`, the ids in its `lecciones`.
    pub lessons: BTreeMap<String, Option<Vec<String>>>,
    /// Whether `curso.toml` exists.
    pub has_course: bool,
}

/// Reads a course folder. Total: any input gives a course and its diagnostics.
pub fn read(files: &[SourceFile]) -> Reading {
    assemble::read(files)
}
