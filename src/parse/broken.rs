//! Slips after which a question cannot be taken apart: each is reported once, and the rest of the question is left alone.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::fences::{self, Fence};
use super::findings::Log;
use super::question::Region;
use crate::diagnostics::Code;

/// Reports the slip, if there is one.
pub fn report(log: &mut Log<'_>, region: &Region<'_, '_>) -> bool {
    if region.sheet.is_none()
        && let Some(open) = unopened_sheet(log.text, region)
    {
        let help = "escribe delante, en su propia línea y sin espacios: ```ficha";
        log.report(Code::SheetMissing, open, "a la ficha le falta su primera línea", "la ficha empieza aquí", help);
        return true;
    }
    if region.sheet.is_none()
        && let Some(inside) = indented_sheet(log.text, region)
    {
        let help = "quita los espacios de delante de la ficha y deja una línea en blanco antes";
        log.report(Code::SheetMissing, inside, "la ficha ha quedado dentro de una opción", "ficha con sangría", help);
        return true;
    }
    let indented = region.body.iter().find(|node| matches!(node.tag(), Some(Tag::CodeBlock(CodeBlockKind::Indented))));
    if let Some((node, tag)) = indented.and_then(|node| Some((node, node.tag()?))) {
        fences::check(log, tag, node.span());
        return true;
    }
    false
}

/// Keys that give a sheet away: the first of a question's, and those that a node cannot lack.
const KEYS: [&str; 4] = ["competencias", "dia", "quien", "repasa"];

/// The keys of a sheet as plain text, because nothing opens its block.
fn unopened_sheet(text: &str, region: &Region<'_, '_>) -> Option<Range<usize>> {
    region.body.iter().find_map(|node| {
        let span = node.span();
        let block = text.get(span.clone())?;
        let at = KEYS.iter().flat_map(|key| block.match_indices(key)).find(|(at, word)| {
            let starts_line = block[..*at].trim_end_matches([' ', '\t']).is_empty()
                || block[..*at].trim_end_matches([' ', '\t']).ends_with('\n');
            starts_line && block[at + word.len()..].trim_start().starts_with('=')
        })?;
        let fenced = region.body.iter().flat_map(|node| node.events).any(|(event, code)| {
            matches!(event, Event::Start(Tag::CodeBlock(_))) && code.contains(&(span.start + at.0))
        });
        (!fenced).then(|| span.start + at.0..span.end)
    })
}

/// A sheet so indented that it belongs to the last option.
fn indented_sheet(text: &str, region: &Region<'_, '_>) -> Option<Range<usize>> {
    let mut events = region.body.iter().flat_map(|node| node.events);
    events.find_map(|(event, span)| match event {
        Event::Start(tag) => {
            let block = text.get(span.clone()).unwrap_or_default();
            (fences::kind(tag, block) == Some(Fence::Sheet)).then(|| span.clone())
        }
        _ => None,
    })
}
