//! Fenced blocks: only `ficha` and `text` have a meaning here.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::findings::Log;
use super::markdown::Document;
use crate::diagnostics::{Code, nearest};

/// What a code block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fence {
    /// A question's sheet; also a misspelt one, once its name has been reported.
    Sheet,
    Text,
}

/// Keys that give a sheet away: of a question, of a node and of an ending.
const KEYS: [&str; 3] = ["\ncompetencias", "\nrepasa", "\nsi ="];

/// A sheet or plain text, by its name; by what it holds when the name is neither.
pub fn kind(tag: &Tag<'_>, block: &str) -> Option<Fence> {
    let Tag::CodeBlock(kind) = tag else { return None };
    let CodeBlockKind::Fenced(info) = kind else { return Some(Fence::Text) };
    Some(match meant(info) {
        Some("ficha") => Fence::Sheet,
        None if !info.is_empty() && KEYS.iter().any(|key| block.contains(key)) => Fence::Sheet,
        _ => Fence::Text,
    })
}

fn meant(info: &str) -> Option<&'static str> {
    nearest(info.split_whitespace().next().unwrap_or_default(), ["ficha", "text"])
}

/// Reports an unknown name, a fence left open or code made by mere indentation. Says whether the block is whole.
pub fn check(log: &mut Log<'_>, tag: &Tag<'_>, span: Range<usize>) -> bool {
    let Tag::CodeBlock(kind) = tag else { return true };
    let CodeBlockKind::Fenced(info) = kind else {
        let help = "quita los espacios del principio de la línea; una cita dentro de una opción lleva solo dos";
        log.report(
            Code::CodeIndented,
            span,
            "cuatro espacios al principio convierten este texto en código",
            "demasiada sangría",
            help,
        );
        return true;
    };
    if !["ficha", "text", ""].contains(&info.trim()) {
        let help = match meant(info) {
            Some(meant) => format!("¿quizá «{meant}»?"),
            None => "los bloques de un curso se llaman «ficha» (al final de una pregunta, de un nodo o de un final) o «text»".to_string(),
        };
        log.report(
            Code::FenceUnknown,
            span.clone(),
            format!("no hay bloques «{}»", info.trim()),
            "bloque desconocido",
            help,
        );
    }
    let closed = is_closed(log.slice(span.clone()));
    if !closed {
        let help = "añade al final del bloque una línea con tres acentos graves: ```";
        log.report(
            Code::FenceUnclosed,
            span,
            "este bloque no se cierra, y se traga todo lo que sigue",
            "se abre aquí",
            help,
        );
    }
    closed
}

/// The last line of a closed block is a fence as long as its first, and none of that length opens in between: that one
/// would belong to the next block.
fn is_closed(block: &str) -> bool {
    let mark = if block.trim_start().starts_with('~') { '~' } else { '`' };
    let length = |line: &str| line.trim_start_matches(['>', ' ', '\t']).chars().take_while(|c| *c == mark).count();
    let mut lines = block.trim_end().lines();
    let opening = lines.next().map_or(0, length);
    let Some(last) = lines.next_back() else { return false };
    length(last) >= opening && last.trim_end().ends_with(mark) && lines.all(|line| length(line) < opening)
}

/// Whether some text that was not meant as code was taken as such: a block left open, mere indentation, or a table
/// that is not one.
pub fn swallows(document: &Document<'_>) -> bool {
    document.events.iter().any(|(event, span)| {
        let text = document.text.get(span.clone()).unwrap_or_default();
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => !is_closed(text),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
            Event::Start(Tag::Paragraph) => text.starts_with('|'),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_closed_by_one_as_long() {
        assert!(is_closed("```ficha\na = 1\n```\n"));
        assert!(is_closed("````\n```\n````"));
        assert!(!is_closed("````\n```\n"));
        assert!(!is_closed("```ficha\na = 1\n"));
        assert!(!is_closed("```ficha"));
        assert!(!is_closed("```text\nuno\n\n```ficha\na = 1\n```"), "swallows the next block");
    }
}
