//! `glosario.md`: the terms, each with its definition and, perhaps, other names, an example and its sources.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::entries::{self, Entry};
use super::findings::{Kind, Log, Target};
use super::html::{Prose, TermLinks};
use super::keys::composed;
use super::markdown::{Document, Ev, Node, words};
use super::site::Site;
use crate::course::{SourceId, Term, TermId, unaccented};
use crate::diagnostics::{Code, nearest};

const LABELS: [&str; 3] = ["También", "Ejemplo", "Fuentes"];

/// The terms in alphabetical order.
pub fn read<'t>(document: &Document<'t>, site: &Site) -> (Vec<Term>, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Page);
    let nodes = document.nodes();
    let mut terms: Vec<Term> = Vec::new();
    for entry in entries::read(&mut prose, &nodes) {
        terms.extend(term(&mut prose, &entry));
    }
    terms.sort_by_key(|term| alphabetical(&term.name));
    (terms, prose.finish())
}

fn term<'t>(prose: &mut Prose<'_, 't>, entry: &Entry<'_, 't>) -> Option<Term> {
    let id = TermId::new(entries::define(&mut prose.log, Kind::Term, &entry.heading, "alcance")?);
    let name = prose.title(entry.heading.title).plain();
    let labelled = |node: &Node<'_, 't>| matches!(node.tag(), Some(Tag::List(None)));
    let (lists, text): (Vec<_>, Vec<_>) = entry.body.iter().copied().partition(labelled);
    let definition = prose.nodes(&text);
    if definition.is_empty() {
        let help = "escribe debajo, en un párrafo, qué es";
        prose.log.report(
            Code::TermIncomplete,
            entry.heading.span.clone(),
            format!("«{name}» no tiene definición"),
            "sin definición",
            help,
        );
    }
    let mut term = Term { id, name, definition, aliases: None, example: None, sources: Vec::new() };
    for item in lists.iter().flat_map(Node::children) {
        label(prose, &mut term, &item);
    }
    Some(term)
}

/// `**Ejemplo:** …`
fn label<'t>(prose: &mut Prose<'_, 't>, term: &mut Term, item: &Node<'_, 't>) {
    let inner = match item.children().first() {
        Some(first) if matches!(first.tag(), Some(Tag::Paragraph)) => first.inner(),
        _ => item.inner(),
    };
    if let Some(nested) = item.children().into_iter().skip(1).find(|node| node.tag().is_some()) {
        let help = "cada línea empieza por «- » en el margen izquierdo";
        prose.log.report(
            Code::TermIncomplete,
            nested.span(),
            "esta línea queda dentro de la anterior",
            "sobran espacios",
            help,
        );
        return;
    }
    let end = inner.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Strong))).map_or(0, |at| at + 1);
    let label = composed(&words(&inner[..end]));
    let rest = &inner[end..];
    match label.trim_end_matches(':').trim() {
        "También" => term.aliases = Some(prose.inline(rest).plain()).filter(|aliases| !aliases.is_empty()),
        "Ejemplo" => term.example = Some(prose.inline(rest)).filter(|example| !example.is_empty()),
        "Fuentes" => term.sources = sources(prose, rest),
        other => {
            let help = match nearest(other, LABELS) {
                Some(meant) => format!("¿quizá «**{meant}:**»?"),
                None => "las líneas de un término empiezan por **También:**, **Ejemplo:** o **Fuentes:**".to_string(),
            };
            prose.log.report(
                Code::TermIncomplete,
                item.span(),
                "esta línea no dice qué es",
                "etiqueta desconocida",
                help,
            );
        }
    }
}

/// Ids between commas, each with its own place.
pub fn sources(prose: &mut Prose<'_, '_>, events: &[Ev<'_>]) -> Vec<SourceId> {
    let mut sources = Vec::new();
    for (event, span) in events {
        let Event::Text(_) = event else { continue };
        for (id, place) in ids(prose.log.slice(span.clone()), span.start) {
            prose.log.refer(Target::Source(id.to_string()), place);
            sources.push(SourceId::new(id));
        }
    }
    sources
}

fn ids(text: &str, base: usize) -> Vec<(&str, Range<usize>)> {
    text.split([',', ' ', '.', ';'])
        .filter(|id| !id.is_empty())
        .map(|id| {
            let at = base + (id.as_ptr() as usize - text.as_ptr() as usize);
            (id, at..at + id.len())
        })
        .collect()
}

/// Accents do not count, and `ñ` comes after `n`.
fn alphabetical(name: &str) -> String {
    composed(name).to_lowercase().chars().map(unaccented).collect::<String>().replace('ñ', "n\u{7f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_alphabetical_order() {
        let mut names = ["n\u{303}andú", "nube", "Ámbito", "alcance", "zona"];
        names.sort_by_key(|name| alphabetical(name));
        assert_eq!(names, ["alcance", "Ámbito", "nube", "n\u{303}andú", "zona"]);
    }
}
