//! What reading leaves behind besides the course: diagnostics, the names defined and the names referred to.

use std::ops::Range;

use crate::course::simulation::Plot;
use crate::course::{CompetencyId, ItemId, Key};
use crate::diagnostics::{Code, Diagnostic, LineIndex};

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub path: String,
    /// Bytes, on character boundaries, within one line.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
}

/// The kinds of things that have an id of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Item,
    Lesson,
    Module,
    Term,
    Competency,
    Source,
    /// A behaviour, named `competency/id`.
    Objective,
    Tension,
    Simulation,
    Exam,
    Route,
}

/// An id where its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    pub kind: Kind,
    pub id: String,
    pub place: Place,
}

/// What a reference points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Competency(String),
    Source(String),
    /// A module named by `requisitos` or by the course.
    Module(String),
    /// A lesson named by the module of a folder.
    Lesson {
        folder: String,
        id: String,
    },
    /// A Markdown file, and perhaps a heading in it.
    Page {
        path: String,
        anchor: Option<String>,
    },
    /// The paragraph to read again: a heading of a lesson.
    Review {
        path: String,
        anchor: String,
    },
    Term(String),
    /// A behaviour of a competency.
    Objective {
        competency: String,
        id: String,
    },
    Tension(String),
    Simulation(String),
    /// A picture, by its path from the course folder.
    Image(String),
}

/// A name used somewhere, still to be matched with its definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub target: Target,
    pub place: Place,
}

/// What scoring needs of one question, with the places to point at.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    pub id: ItemId,
    pub key: Key,
    pub weights: Vec<(CompetencyId, f64)>,
    /// The value of `competencias` in its sheet.
    pub weights_place: Place,
    /// Nothing of it is in error, so that its chance floor means something.
    pub sound: bool,
}

/// A plot that was read, with the places to point at.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotRead {
    pub plot: Plot,
    /// The names of the facts, in their order.
    pub facts: Vec<String>,
    pub places: PlotPlaces,
    /// Nothing of its file is in error, so that its paths can be followed.
    pub sound: bool,
}

/// Where each part of a plot is written, in the order of the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotPlaces {
    pub head: Place,
    pub facts: Vec<Place>,
    pub nodes: Vec<Place>,
    pub moves: Vec<Vec<Place>>,
    pub endings: Vec<Place>,
}

#[derive(Debug, Default)]
pub struct Findings {
    pub diagnostics: Vec<Diagnostic>,
    pub definitions: Vec<Definition>,
    pub references: Vec<Reference>,
    pub scored: Vec<Scored>,
    pub plots: Vec<PlotRead>,
}

/// Collects the findings of one file.
#[derive(Debug)]
pub struct Log<'t> {
    pub path: &'t str,
    pub text: &'t str,
    pub found: Findings,
    lines: LineIndex<'t>,
}

impl<'t> Log<'t> {
    pub fn new(path: &'t str, text: &'t str) -> Self {
        Self { path, text, found: Findings::default(), lines: LineIndex::new(text) }
    }

    /// A span of several lines is shown by its first one.
    pub fn report(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        label: &str,
        help: impl Into<String>,
    ) {
        self.found.diagnostics.push(Diagnostic {
            code,
            path: self.path.to_string(),
            span: self.first_line(span),
            message: message.into(),
            label: label.to_string(),
            help: help.into(),
        });
    }

    pub fn define(&mut self, kind: Kind, id: &str, span: Range<usize>) {
        let place = self.place(span);
        self.found.definitions.push(Definition { kind, id: id.to_string(), place });
    }

    pub fn refer(&mut self, target: Target, span: Range<usize>) {
        let place = self.place(span);
        self.found.references.push(Reference { target, place });
    }

    pub fn place(&self, span: Range<usize>) -> Place {
        let span = self.first_line(span);
        let line = self.lines.line(span.start);
        Place { path: self.path.to_string(), span, line }
    }

    /// Errors so far: a part is sound when reading it adds none.
    pub fn errors(&self) -> usize {
        self.found.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count()
    }

    pub fn slice(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// The part of a span on the first line of it that has any text, without surrounding blanks.
    fn first_line(&self, span: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end.max(start));
        let all = self.slice(start..end);
        let start = start + (all.len() - all.trim_start().len());
        let line = all.trim().lines().next().unwrap_or_default().trim_end();
        if line.is_empty() { end..end } else { start..start + line.len() }
    }
}
