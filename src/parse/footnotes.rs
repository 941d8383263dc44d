//! Footnotes: numbered through the file, written out at the end of the text that first calls them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::anchors::slug;
use super::findings::Log;
use super::html::Prose;
use super::markdown::{Document, Ev, end_of};
use crate::diagnostics::Code;

#[derive(Debug)]
struct Note<'a, 't> {
    label: String,
    content: &'a [Ev<'t>],
    span: Range<usize>,
    /// From 1, in the order of their first calls.
    number: Option<usize>,
    calls: usize,
}

/// The notes of one file.
#[derive(Debug)]
pub struct Notes<'a, 't> {
    notes: Vec<Note<'a, 't>>,
    called: usize,
    /// Called and not yet written out.
    pending: Vec<usize>,
}

/// A note ready to be written out.
pub struct Pending<'a, 't> {
    pub number: usize,
    pub slug: String,
    pub content: &'a [Ev<'t>],
}

impl<'a, 't> Notes<'a, 't> {
    pub fn of(document: &'a Document<'t>) -> Self {
        let events = document.events.as_slice();
        let definitions = events.iter().enumerate().filter_map(|(at, (event, span))| match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let content = events.get(at + 1..end_of(events, at).saturating_sub(1)).unwrap_or_default();
                Some(Note { label: label.to_string(), content, span: span.clone(), number: None, calls: 0 })
            }
            _ => None,
        });
        Self { notes: definitions.collect(), called: 0, pending: Vec::new() }
    }

    /// The mark in the text. Unknown labels never arrive here: the parser leaves them as text.
    pub fn call(&mut self, label: &str) -> String {
        let Some(at) = self.notes.iter().position(|note| same(&note.label, label)) else { return String::new() };
        let note = &mut self.notes[at];
        note.calls += 1;
        let number = *note.number.get_or_insert_with(|| {
            self.called += 1;
            self.pending.push(at);
            self.called
        });
        let slug = slug(&note.label);
        let again = if note.calls > 1 { format!("-{}", note.calls) } else { String::new() };
        format!(
            "<sup class=\"llamada\"><a id=\"llamada-{slug}{again}\" href=\"#nota-{slug}\" aria-label=\"Nota {number}\">{number}</a></sup>"
        )
    }

    pub fn next_pending(&mut self) -> Option<Pending<'a, 't>> {
        if self.pending.is_empty() {
            return None;
        }
        let note = &self.notes[self.pending.remove(0)];
        Some(Pending { number: note.number.unwrap_or(1), slug: slug(&note.label), content: note.content })
    }

    /// Notes that nobody calls, and labels defined twice. To be asked when everything has been rendered.
    pub fn report(&self, log: &mut Log<'_>, document: &Document<'_>) {
        let called = |label: &str| {
            document
                .events
                .iter()
                .any(|(event, _)| matches!(event, Event::FootnoteReference(name) if same(name, label)))
        };
        for (at, note) in self.notes.iter().enumerate() {
            if self.notes[..at].iter().any(|earlier| same(&earlier.label, &note.label)) {
                let help = "da a cada nota su propia etiqueta, como [^2]";
                log.report(
                    Code::NoteDuplicate,
                    note.span.clone(),
                    format!("la nota «{}» está escrita dos veces", note.label),
                    "nota repetida",
                    help,
                );
            } else if note.calls == 0 && !called(&note.label) {
                let help = format!("escribe [^{}] donde corresponda, o borra la nota", note.label);
                log.report(
                    Code::NoteUnused,
                    note.span.clone(),
                    format!("nadie llama a la nota «{}»", note.label),
                    "nota sin llamada",
                    help,
                );
            }
        }
    }
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// `[^x]` left as text, because no note is called so.
pub fn report_undefined(log: &mut Log<'_>, span: Range<usize>) {
    let text = log.slice(span.clone());
    for (at, _) in text.match_indices("[^") {
        let Some(length) = text[at..].find(']') else { continue };
        let label = &text[at + 2..at + length];
        if text[..at].ends_with('\\') || label.is_empty() || label.contains([' ', '\n', '[']) {
            continue;
        }
        let place = span.start + at..span.start + at + length + 1;
        let help = format!("añade la nota, en su propia línea: [^{label}]: texto de la nota");
        log.report(Code::NoteUndefined, place, format!("la nota «{label}» no existe"), "llamada sin nota", help);
    }
}

/// The notes called since the last list, in their order, each with the way back to its call.
pub fn list(prose: &mut Prose<'_, '_>) -> String {
    let mut items = String::new();
    let mut first = None;
    while let Some(note) = prose.notes.next_pending() {
        first.get_or_insert(note.number);
        items.push_str(&item(prose, &note));
    }
    match first {
        None => String::new(),
        Some(1) => format!("<ol class=\"notas\">\n{items}</ol>\n"),
        Some(first) => format!("<ol class=\"notas\" start=\"{first}\">\n{items}</ol>\n"),
    }
}

fn item<'t>(prose: &mut Prose<'_, 't>, note: &Pending<'_, 't>) -> String {
    let Pending { slug, content, .. } = note;
    let html = prose.render(content);
    let back = format!(" <a href=\"#llamada-{slug}\" aria-label=\"Volver al texto\">↩</a>");
    let html = match html.trim_end().strip_suffix("</p>") {
        Some(start) => format!("{start}{back}</p>"),
        None => format!("{}{back}", html.trim_end()),
    };
    format!("<li id=\"nota-{slug}\">{html}</li>\n")
}
