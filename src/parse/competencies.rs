//! `competencias.md`: what is measured, under the dimension it belongs to.

use pulldown_cmark::{Event, Tag};

use super::entries::{self, Entry};
use super::findings::{Kind, Log};
use super::html::{Prose, TermLinks};
use super::ids;
use super::markdown::{Document, Node};
use super::site::Site;
use crate::course::{Behaviour, Competency, CompetencyId, Dimension};
use crate::diagnostics::Code;

/// Levels from recognising to questioning.
const LEVELS: usize = 4;

pub fn read<'t>(document: &Document<'t>, site: &Site) -> (Vec<Competency>, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Page);
    let nodes = document.nodes();
    let mut competencies = Vec::new();
    for entry in entries::read(&mut prose, &nodes) {
        if entry.heading.level == 2 {
            entries::ignored_all(&mut prose, &entry.body);
        } else {
            competencies.extend(competency(&mut prose, &entry));
        }
    }
    (competencies, prose.finish())
}

fn competency<'t>(prose: &mut Prose<'_, 't>, entry: &Entry<'_, 't>) -> Option<Competency> {
    let id =
        CompetencyId::new(entries::define(&mut prose.log, Kind::Competency, &entry.heading, "estrategia.diagnostico")?);
    let name = prose.title(entry.heading.title).plain();
    let found = prose.log.found.diagnostics.len();
    let mut definition = String::new();
    let (mut behaviours, mut levels) = (Vec::new(), Vec::new());
    for node in &entry.body {
        let items =
            |prose: &mut Prose<'_, 't>| node.children().iter().map(|item| prose.blocks(item.inner()).plain()).collect();
        match node.tag() {
            Some(Tag::Paragraph) if definition.is_empty() => definition = prose.inline(node.inner()).plain(),
            Some(Tag::List(None)) if behaviours.is_empty() => {
                behaviours = node.children().iter().map(|item| behaviour(prose, &id, item)).collect();
            }
            Some(Tag::List(Some(_))) if levels.is_empty() => levels = items(prose),
            _ => entries::ignored(prose, node),
        }
    }
    if prose.log.found.diagnostics.len() == found {
        report_incomplete(prose, entry, &definition, &behaviours, &levels);
    }
    let Some(dimension) = Dimension::of(&id) else {
        let help = "empieza el id por «estrategia.» o por «operacion.»";
        let span = entry.heading.id_span(prose.log.text);
        prose.log.report(
            Code::CompetencyPrefix,
            span,
            format!("«{id}» no dice a qué dimensión pertenece"),
            "falta la dimensión",
            help,
        );
        return None;
    };
    Some(Competency { id, dimension, name, definition, behaviours, levels })
}

/// What somebody could see, and the id by which items name it: the code at its end.
fn behaviour<'t>(prose: &mut Prose<'_, 't>, competency: &CompetencyId, item: &Node<'_, 't>) -> Behaviour {
    let inner = match item.children().first() {
        Some(first) if matches!(first.tag(), Some(Tag::Paragraph)) => first.inner(),
        _ => item.inner(),
    };
    let behaviour = match inner.split_last() {
        Some(((Event::Code(code), span), words)) => {
            let id = code.trim().to_string();
            ids::define_as(&mut prose.log, Kind::Objective, &id, &format!("{competency}/{id}"), span.clone());
            Behaviour { id: Some(id), text: prose.inline(words).plain() }
        }
        _ => Behaviour { id: None, text: prose.blocks(item.inner()).plain() },
    };
    if behaviour.text.is_empty() {
        let help = "escribe qué se ve hacer y, detrás, su id entre acentos graves";
        let message = "esta conducta no dice nada";
        prose.log.report(Code::CompetencyIncomplete, item.span(), message, "sin texto", help);
    }
    behaviour
}

fn report_incomplete(
    prose: &mut Prose<'_, '_>,
    entry: &Entry<'_, '_>,
    definition: &str,
    behaviours: &[Behaviour],
    levels: &[String],
) {
    let missing = match () {
        () if definition.is_empty() => "su definición, en un párrafo de una frase".to_string(),
        () if behaviours.is_empty() => "sus conductas observables, en una lista con «- »".to_string(),
        () if levels.len() != LEVELS => format!("una lista numerada con {LEVELS} niveles (hay {})", levels.len()),
        () => return,
    };
    let message = format!("a «{}» le falta {missing}", entry.heading.words());
    let help = "cada competencia lleva una frase, una lista de conductas y cuatro niveles numerados";
    prose.log.report(Code::CompetencyIncomplete, entry.heading.span.clone(), message, "competencia incompleta", help);
}
