//! The outline of a course: which pages there are, where each can be pointed at, and how large its pictures are.
//!
//! It is drawn before any file is read closely, so that a link can be turned into an address at once.

use std::collections::BTreeMap;

use super::anchors::{Anchor, anchors};
use super::front_matter::Head;
use super::images::Size;
use super::markdown::Document;
use super::sources;
use super::toml_fields::Fields;
use crate::course::{ExamId, LessonId, ModuleId, SimulationId};

/// What a path means in a course folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    Course,
    Competencies,
    Glossary,
    Sources,
    About,
    Module {
        folder: String,
    },
    Lesson {
        folder: String,
        stem: String,
    },
    Exam {
        stem: String,
    },
    Simulation {
        stem: String,
    },
    Tensions,
    Blueprint,
    Image,
    /// For people and tools, not for the course: `README.md`, `GUIA.md`, `LICENCIA.md`, `palabras.txt`, hidden files.
    Ignored,
    Unknown,
}

impl Room {
    pub fn of(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [.., name] if name.starts_with('.') => Room::Ignored,
            ["curso.toml"] => Room::Course,
            ["competencias.md"] => Room::Competencies,
            ["glosario.md"] => Room::Glossary,
            ["fuentes.md"] => Room::Sources,
            ["acerca.md"] => Room::About,
            ["tensiones.md"] => Room::Tensions,
            ["plano.toml"] => Room::Blueprint,
            ["README.md" | "GUIA.md" | "LICENCIA.md" | "palabras.txt"] => Room::Ignored,
            ["img", .., name] if Size::can_read(name) => Room::Image,
            ["pruebas", name] if name.ends_with(".md") => Room::Exam { stem: stem(name) },
            ["simulaciones", name] if name.ends_with(".md") => Room::Simulation { stem: stem(name) },
            ["modulos", folder, "modulo.md"] => Room::Module { folder: folder.to_string() },
            ["modulos", folder, name] => match name.strip_suffix(".md") {
                Some(stem) => Room::Lesson { folder: folder.to_string(), stem: stem.to_string() },
                None => Room::Unknown,
            },
            _ => Room::Unknown,
        }
    }
}

fn stem(name: &str) -> String {
    name.strip_suffix(".md").unwrap_or(name).to_string()
}

/// A page of the site, by the file it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub kind: PageKind,
    pub anchors: Vec<Anchor>,
    /// Part of the file was swallowed by a block left open or by too much indentation: not all its anchors are known.
    pub damaged: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    Lesson(LessonId),
    Module(ModuleId),
    Exam(ExamId),
    Simulation(SimulationId),
    Tensions,
    Glossary,
    Sources,
    About,
    Competencies,
}

impl Page {
    /// Its address from the root of the site; `None` when it has none of its own.
    pub fn address(&self) -> Option<String> {
        match &self.kind {
            PageKind::Lesson(id) => Some(format!("/lecciones/{id}/")),
            PageKind::Module(id) => Some(format!("/modulos/{id}/")),
            PageKind::Exam(id) => Some(format!("/pruebas/{id}/")),
            PageKind::Simulation(id) => Some(format!("/simulaciones/{id}/")),
            PageKind::Tensions => Some("/tensiones/".to_string()),
            PageKind::Glossary => Some("/glosario/".to_string()),
            PageKind::Sources => Some("/fuentes/".to_string()),
            PageKind::About => Some("/acerca/".to_string()),
            PageKind::Competencies => None,
        }
    }

    pub fn anchor(&self, id: &str) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.id == id)
    }
}

/// Pages and pictures, by path.
#[derive(Debug, Default)]
pub struct Site {
    pub pages: BTreeMap<String, Page>,
    pub images: BTreeMap<String, Size>,
}

impl Site {
    /// Adds the page of a file that could be read as text.
    pub fn survey(&mut self, room: &Room, document: &Document<'_>) {
        let head = Head::of(document);
        let id = own_id(document, &head);
        let Some(kind) = kind(room, id) else { return };
        let nodes = document.nodes();
        let mut anchors = anchors(&nodes);
        if kind == PageKind::Sources {
            anchors.extend(sources::anchors(document));
        }
        let has_head = matches!(
            kind,
            PageKind::Lesson(_) | PageKind::Module(_) | PageKind::Exam(_) | PageKind::Simulation(_)
        );
        let lost_ids = document.underlined.iter().any(|span| document.text[span.clone()].contains("{#"));
        let damaged = (has_head && matches!(head, Head::Broken)) || lost_ids || super::fences::swallows(document);
        self.pages.insert(document.path.to_string(), Page { kind, anchors, damaged });
    }

    /// Adds the page of a file that is not text.
    pub fn survey_unreadable(&mut self, room: &Room, path: &str) {
        if let Some(kind) = kind(room, None) {
            self.pages.insert(path.to_string(), Page { kind, anchors: Vec::new(), damaged: true });
        }
    }
}

/// The id that the front matter gives, read without reporting anything.
fn own_id(document: &Document<'_>, head: &Head) -> Option<String> {
    let Head::Found { toml, block } = head else { return None };
    let mut log = super::findings::Log::new(document.path, document.text);
    let fields = Fields::read(&mut log, toml.clone(), block.clone(), &[]);
    fields.guessed_text("id").filter(|id| super::ids::is_plain(id)).map(str::to_string)
}

/// Without an id of its own, a page goes by its place: `modulos/m02/l1.md` is `m02-l1`.
fn kind(room: &Room, id: Option<String>) -> Option<PageKind> {
    Some(match room {
        Room::Lesson { folder, stem } => {
            PageKind::Lesson(LessonId::new(id.unwrap_or_else(|| format!("{folder}-{stem}"))))
        }
        Room::Module { folder } => PageKind::Module(ModuleId::new(id.unwrap_or_else(|| folder.clone()))),
        Room::Exam { stem } => PageKind::Exam(ExamId::new(id.unwrap_or_else(|| stem.clone()))),
        Room::Simulation { stem } => PageKind::Simulation(SimulationId::new(id.unwrap_or_else(|| stem.clone()))),
        Room::Tensions => PageKind::Tensions,
        Room::Competencies => PageKind::Competencies,
        Room::Glossary => PageKind::Glossary,
        Room::Sources => PageKind::Sources,
        Room::About => PageKind::About,
        Room::Course | Room::Blueprint | Room::Image | Room::Ignored | Room::Unknown => return None,
    })
}
