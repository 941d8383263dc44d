//! A file of `pruebas/`: front matter, what the test is for, and its questions.

use std::collections::BTreeMap;

use super::findings::{Kind, Log};
use super::front_matter::Head;
use super::html::{Prose, TermLinks};
use super::markdown::Document;
use super::sections::{self, Owner};
use super::site::{PageKind, Site};
use super::toml_fields::Fields;
use super::{lesson, values};
use crate::course::{Block, Exam, ExamId, LessonId, Occasion, Section, TermId};
use crate::diagnostics::Code;

const KEYS: [&str; 5] = ["id", "titulo", "momento", "minutos", "resumen"];

/// Reads a test. `taken` has the occasions of the tests before it, with their files.
pub fn read<'t>(document: &Document<'t>, site: &Site, taken: &mut BTreeMap<String, String>) -> (Exam, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Popover);
    let head = Head::of(document);
    let fields = head.fields(&mut prose.log, document, &KEYS);
    let log = &mut prose.log;
    lesson::define(log, &fields, Kind::Exam);
    let id = match site.pages.get(document.path).map(|page| &page.kind) {
        Some(PageKind::Exam(id)) => id.clone(),
        _ => ExamId::new(document.path),
    };
    let title = values::required(log, &fields, "titulo", "titulo = \"Diagnóstico inicial\"");
    let occasion = occasion(log, &fields, taken);
    let minutes = lesson::minutes(log, &fields);
    let summary = values::required(log, &fields, "resumen", "resumen = \"Para qué sirve, en una frase.\"");
    let broken = matches!(head, Head::Broken);
    // Its questions name the lesson that teaches them: there is no lesson of their own.
    let nowhere = LessonId::new("");
    let nodes = document.nodes();
    let blocks = if broken { Vec::new() } else { sections::read(&mut prose, &nodes, &Owner::Lesson(&nowhere)) };
    let terms = terms(&blocks);
    let (opening, questions) = sort(blocks);
    if questions.is_empty() && !broken && prose.log.errors() == 0 {
        let help = "añade sus preguntas, con el mismo formato que en una lección";
        let whole = 0..document.text.len();
        prose.log.report(Code::LessonEmpty, whole, "esta prueba no tiene preguntas", "prueba vacía", help);
    }
    (Exam { id, occasion, title, minutes, summary, opening, questions, terms }, prose.finish())
}

/// `momento`, which no other test has.
fn occasion(log: &mut Log<'_>, fields: &Fields<'_>, taken: &mut BTreeMap<String, String>) -> Occasion {
    fields.require(log, "momento", "momento = \"inicial\"");
    let Some(name) = values::one_of(log, fields, "momento", &["inicial", "final"]) else { return Occasion::Before };
    let occasion = if name == "final" { Occasion::After } else { Occasion::Before };
    if let Some(other) = taken.get(&name) {
        let span = fields.span("momento").unwrap_or_default();
        let help = "cambia uno de los dos momentos: hay como mucho una prueba inicial y una final";
        log.report(Code::IdDuplicate, span, format!("ya hay una prueba «{name}»: {other}"), "momento repetido", help);
    } else {
        taken.insert(name, log.path.to_string());
    }
    occasion
}

fn sort(blocks: Vec<Block>) -> (Vec<Section>, Vec<crate::course::Question>) {
    let (mut opening, mut questions) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Section(section) => opening.push(section),
            Block::Question(question) => questions.push(*question),
        }
    }
    (opening, questions)
}

fn terms(blocks: &[Block]) -> Vec<TermId> {
    let of = |block: &Block| match block {
        Block::Section(section) => section.terms.clone(),
        Block::Question(question) => question.terms.clone(),
    };
    blocks.iter().flat_map(of).collect()
}
