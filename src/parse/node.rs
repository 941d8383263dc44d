//! A node: what is read, what is asked and what can be decided.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::condition::{self, Names};
use super::findings::Kind;
use super::headings::Heading;
use super::html::Prose;
use super::markdown::{Ev, Node, words};
use super::parts::{self, Parts};
use super::question::Region;
use super::toml_fields::Fields;
use super::{broken, fences, ids, moves, sheet, values};
use crate::course::simulation::{self, Condition, NodeWords, Passage};
use crate::course::{ItemId, LessonId, ReviewLink, Role};
use crate::diagnostics::Code;

const KEYS: [&str; 6] = ["dia", "hora", "quien", "contexto", "repasa", "sombrero"];

/// A node that was read, with the places that the checks of the whole plot point at.
pub struct NodeRead {
    pub node: simulation::Node,
    pub words: NodeWords,
    pub span: Range<usize>,
    pub move_spans: Vec<Range<usize>>,
    /// Where each move says where it leads.
    pub link_spans: Vec<Range<usize>>,
}

/// Reads a node. `None` when too little of it can be understood to play it.
pub fn read<'t>(prose: &mut Prose<'_, 't>, names: &Names, region: Region<'_, 't>) -> Option<NodeRead> {
    let span = region.heading.id_span(prose.log.text);
    let id = id(prose, &region, span.clone());
    let role = role(prose, &region);
    let title = title(prose, &region.heading, "nodo");
    if broken::report(&mut prose.log, &region) {
        return None;
    }
    let sheet = read_sheet(prose, &region);
    let parts = parts::tell_apart(prose, &region, "nodo");
    let passages = passages(prose, names, &region, &parts);
    report_strays(prose, &parts);
    let stem = stem(prose, &region, &parts);
    let read = moves::read(prose, names, &region, &parts.items);
    let sheet = sheet?;
    let (when, shown): (Vec<_>, Vec<_>) = passages.into_iter().unzip();
    let node = simulation::Node {
        id: id?,
        title,
        role,
        day: sheet.day,
        hour: sheet.hour,
        asks_hat: sheet.hat.is_some(),
        passages: when,
        moves: read.iter().map(|read| read.the.clone()).collect(),
    };
    let words = NodeWords {
        who: sheet.who,
        context: sheet.context,
        passages: shown,
        stem: stem?,
        choices: read.iter().map(|read| read.words.clone()).collect(),
        review: sheet.review,
        hat: sheet.hat,
    };
    let move_spans = read.iter().map(|read| read.span.clone()).collect();
    let link_spans = read.into_iter().map(|read| read.link_span).collect();
    Some(NodeRead { node, words, span, move_spans, link_spans })
}

fn id(prose: &mut Prose<'_, '_>, region: &Region<'_, '_>, span: Range<usize>) -> Option<ItemId> {
    match &region.heading.id {
        Some(id) => {
            ids::define(&mut prose.log, Kind::Item, id, span);
            Some(ItemId::new(id.as_str()))
        }
        None => {
            let help = "añade al final del encabezado un id que no cambie nunca, como {#tormenta-aviso .nodo .cm}";
            prose.log.report(Code::IdMissing, span, "a este nodo le falta el id", "sin id", help);
            None
        }
    }
}

fn role(prose: &mut Prose<'_, '_>, region: &Region<'_, '_>) -> Role {
    region.heading.role().unwrap_or_else(|| {
        let help = "añade .smm, .cm o .ambas después de .nodo";
        let span = region.heading.span.clone();
        let message = "el nodo no dice desde qué función se decide";
        prose.log.report(Code::SceneRole, span, message, "falta la función", help);
        Role::Both
    })
}

/// The title of a node or an ending.
pub fn title<'t>(prose: &mut Prose<'_, 't>, heading: &Heading<'_, 't>, part: &str) -> String {
    let title = prose.title(heading.title).plain();
    if title.is_empty() {
        let help = "escribe entre las almohadillas y las llaves cómo se llama";
        let message = format!("a este {part} le falta el título");
        prose.log.report(Code::CaseMissing, heading.span.clone(), message, "sin título", help);
    }
    title
}

struct Sheet {
    day: String,
    hour: Option<String>,
    who: String,
    context: Option<String>,
    review: ReviewLink,
    hat: Option<String>,
}

fn read_sheet<'t>(prose: &mut Prose<'_, 't>, region: &Region<'_, 't>) -> Option<Sheet> {
    let Some(node) = region.sheet else {
        let help = "termina el nodo con un bloque ```ficha con dia, quien y repasa";
        let span = region.heading.span.clone();
        prose.log.report(Code::SheetMissing, span, "a este nodo le falta la ficha", "nodo sin ficha", help);
        return None;
    };
    let whole = node.tag().is_none_or(|tag| fences::check(&mut prose.log, tag, node.span()));
    if !whole {
        return None;
    }
    let toml = sheet::toml_span(prose.log.text, node.span());
    let log = &mut prose.log;
    let fields = Fields::read(log, toml, node.span(), &KEYS);
    let text = |log: &mut _, key| fields.text(log, key).map(|text| text.value);
    Some(Sheet {
        day: values::required(log, &fields, "dia", "dia = \"Día 1\""),
        hour: text(log, "hora"),
        who: values::required(log, &fields, "quien", "quien = \"Leo\""),
        context: text(log, "contexto"),
        review: sheet::review(log, prose.site, &LessonId::new(""), &fields),
        hat: text(log, "sombrero"),
    })
}

/// What a node has no place for.
fn report_strays<'t>(prose: &mut Prose<'_, 't>, parts: &Parts<'_, 't>) {
    let strays = parts.facts.iter().chain(&parts.hints).chain(&parts.explanation);
    for node in strays.copied().collect::<Vec<_>>() {
        let help = "un nodo tiene texto, mensajes, una pregunta y opciones; lo demás va en la consecuencia de una opción";
        parts::report_misplaced(prose, &node, "esto no cabe en un nodo", help);
    }
}

fn stem<'t>(prose: &mut Prose<'_, 't>, region: &Region<'_, 't>, parts: &Parts<'_, 't>) -> Option<crate::course::Html> {
    if parts.stem.is_none() {
        let help = "escribe la pregunta en un párrafo propio, todo en negrita, justo antes de las opciones: **¿Qué hace Leo?**";
        let span = region.heading.span.clone();
        prose.log.report(Code::StemMissing, span, "falta la pregunta en negrita", "sin pregunta", help);
    }
    let stem = parts.stem?;
    condition::report_astray(&mut prose.log, stem.inner());
    Some(prose.inline(&parts::bold_words(&stem)))
}

fn passages<'t>(
    prose: &mut Prose<'_, 't>,
    names: &Names,
    region: &Region<'_, 't>,
    parts: &Parts<'_, 't>,
) -> Vec<(Option<Condition>, Passage)> {
    if parts.case.is_empty() {
        let help = "cuenta qué pasa entre el encabezado y la pregunta en negrita";
        let span = region.heading.span.clone();
        prose.log.report(Code::CaseMissing, span, "este nodo no cuenta nada", "nodo vacío", help);
    }
    parts.case.iter().map(|node| passage(prose, names, node)).collect()
}

fn passage<'t>(prose: &mut Prose<'_, 't>, names: &Names, node: &Node<'_, 't>) -> (Option<Condition>, Passage) {
    match node.tag() {
        Some(Tag::Paragraph) => {
            let (when, rest) = take_condition(prose, names, node.inner());
            match when {
                // A paragraph without its condition is shown as the paragraph it is.
                Some(when) => {
                    if when.is_some() && skip_blank(rest).is_empty() {
                        let help = "escribe detrás, en el mismo párrafo, lo que se lee cuando se cumple";
                        let message = "esta condición no lleva nada detrás";
                        prose.log.report(Code::ConditionMalformed, node.span(), message, "sin texto", help);
                    }
                    (when, Passage::Prose(paragraph(prose, rest)))
                }
                None => (None, Passage::Prose(prose.blocks(node.events))),
            }
        }
        Some(Tag::BlockQuote(None)) => message(prose, names, node),
        tag => {
            condition::report_astray(&mut prose.log, node.inner());
            let is_note = matches!(tag, Some(Tag::BlockQuote(Some(BlockQuoteKind::Note))));
            (None, Passage::Prose(if is_note { prose.quote(node) } else { prose.blocks(node.events) }))
        }
    }
}

fn paragraph<'t>(prose: &mut Prose<'_, 't>, events: &[Ev<'t>]) -> crate::course::Html {
    let inline = prose.inline(events);
    crate::course::Html::trusted(format!("<p>{}</p>", inline.as_str()))
}

/// `si …` at the beginning: the condition (`None` inside when it cannot be read) and what follows. A code that was meant
/// as one would otherwise be read as text.
fn take_condition<'e, 't>(
    prose: &mut Prose<'_, 't>,
    names: &Names,
    events: &'e [Ev<'t>],
) -> (Option<Option<Condition>>, &'e [Ev<'t>]) {
    let Some((Event::Code(code), span)) = events.first() else { return (None, events) };
    let Some(text) = code.strip_prefix("si ") else {
        let Some(meant) = condition::after_if(code).or_else(|| condition::without_if(names, code)) else {
            return (None, events);
        };
        let meant = if meant.is_empty() { "oculto" } else { meant };
        let help = format!("empieza por «si», en minúsculas, y sigue con la condición: `si {meant}`");
        let message = "esto parece una condición, y se leería tal cual";
        prose.log.report(Code::ConditionMalformed, span.clone(), message, "condición", help);
        return (Some(None), &events[1..]);
    };
    let when = condition::read(&mut prose.log, names, text, span.clone());
    (Some(when), &events[1..])
}

/// A quote whose first line names who speaks: `**@nido** · 09:08 · comentario`.
fn message<'t>(prose: &mut Prose<'_, 't>, names: &Names, quote: &Node<'_, 't>) -> (Option<Condition>, Passage) {
    let children = quote.children();
    let Some((first, rest)) = children.split_first() else { return (None, Passage::Prose(prose.quote(quote))) };
    let (when, line) = take_condition(prose, names, first.inner());
    let line = skip_blank(line);
    let end = line.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Strong)));
    let (Some((Event::Start(Tag::Strong), _)), Some(end)) = (line.first(), end) else {
        let help = "empieza el mensaje por quién lo escribe, en negrita, y sigue en otro párrafo: > **@nido** · 09:08";
        prose.log.report(Code::MessageMalformed, quote.span(), "este mensaje no dice de quién es", "sin autor", help);
        return (when.flatten(), Passage::Prose(prose.quote(quote)));
    };
    let from = prose.inline(&line[1..end]);
    let about = words(&line[end + 1..]);
    let mut about: Vec<&str> = about.split('·').map(str::trim).filter(|part| !part.is_empty()).collect();
    // A short first part is when; whatever else there is, where.
    let time = if about.first().is_some_and(|part| part.chars().count() <= 16) { about.remove(0) } else { "" };
    rest.iter().for_each(|node| condition::report_astray(&mut prose.log, node.events));
    let text = prose.nodes(rest);
    if text.is_empty() {
        let help = "deja una línea con «>» después del autor y escribe debajo lo que dice";
        prose.log.report(Code::MessageMalformed, quote.span(), "este mensaje no dice nada", "sin texto", help);
    }
    let (time, detail) = (time.to_string(), about.join(" · "));
    (when.flatten(), Passage::Message { from, time, detail, text })
}

fn skip_blank<'e, 't>(events: &'e [Ev<'t>]) -> &'e [Ev<'t>] {
    let blank = |(event, _): &&Ev<'t>| match event {
        Event::Text(text) => text.trim().is_empty(),
        Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    };
    &events[events.iter().take_while(blank).count()..]
}
