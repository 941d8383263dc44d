//! `tensiones.md`: points on which the sources disagree, with the claims that hold each reading.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::entries::{self, Entry};
use super::findings::{Kind, Log};
use super::glossary::sources;
use super::html::{Prose, TermLinks};
use super::keys::composed;
use super::markdown::{Document, Node, words};
use super::site::Site;
use crate::course::{Tension, TensionId};
use crate::diagnostics::Code;

const HELP: &str = "cada tensión lleva un párrafo y las líneas «- **Una lectura:** S0-22», «- **Otra lectura:** S0-09» y, si acaso, «- **El campo:** E1»";

pub fn read<'t>(document: &Document<'t>, site: &Site) -> (Vec<Tension>, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Page);
    let nodes = document.nodes();
    let entries = entries::read(&mut prose, &nodes);
    let tensions = entries.iter().filter_map(|entry| tension(&mut prose, entry)).collect();
    (tensions, prose.finish())
}

fn tension<'t>(prose: &mut Prose<'_, 't>, entry: &Entry<'_, 't>) -> Option<Tension> {
    let id = TensionId::new(entries::define(&mut prose.log, Kind::Tension, &entry.heading, "T-01")?);
    let title = prose.title(entry.heading.title).plain();
    let errors = prose.log.errors();
    let is_list = |node: &Node<'_, 't>| matches!(node.tag(), Some(Tag::List(None)));
    let (lists, text): (Vec<_>, Vec<_>) = entry.body.iter().copied().partition(is_list);
    let text = prose.nodes(&text);
    let mut tension = Tension { id, title, text, one: Vec::new(), other: Vec::new(), field: Vec::new() };
    for item in lists.iter().flat_map(Node::children) {
        reading(prose, &mut tension, &item);
    }
    let incomplete = tension.text.is_empty() || tension.one.is_empty() || tension.other.is_empty();
    if incomplete && prose.log.errors() == errors {
        let message = format!("a «{}» le falta el texto o una de sus lecturas", tension.title);
        prose.log.report(Code::TensionIncomplete, entry.heading.span.clone(), message, "incompleta", HELP);
    }
    Some(tension)
}

/// `**Una lectura:** S0-22, S1-04`
fn reading<'t>(prose: &mut Prose<'_, 't>, tension: &mut Tension, item: &Node<'_, 't>) {
    let inner = match item.children().first() {
        Some(first) if matches!(first.tag(), Some(Tag::Paragraph)) => first.inner(),
        _ => item.inner(),
    };
    let end = inner.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Strong))).map_or(0, |at| at + 1);
    let label = composed(&words(&inner[..end]));
    let ids = match label.trim_end_matches(':').trim() {
        "Una lectura" => &mut tension.one,
        "Otra lectura" => &mut tension.other,
        "El campo" => &mut tension.field,
        _ => {
            let message = "esta línea no dice qué es";
            return prose.log.report(Code::TensionIncomplete, item.span(), message, "etiqueta desconocida", HELP);
        }
    };
    if !ids.is_empty() {
        let help = "junta todos sus ids en una sola línea";
        prose.log.report(Code::TensionIncomplete, item.span(), "esta línea ya estaba", "repetida", help);
    }
    ids.extend(sources(prose, &inner[end..]));
}
