//! Slips that would otherwise pass into plain text.

use std::ops::Range;

use super::alerts;
use super::findings::Log;
use crate::diagnostics::Code;

/// A line of text that begins with a mark was to be something else.
pub fn line_start(log: &mut Log<'_>, span: Range<usize>) {
    let before = log.slice(0..span.start);
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    if !line.chars().all(|c| c.is_whitespace() || c == '>') {
        return;
    }
    let text = log.slice(span.clone());
    if text.starts_with('>') || text.starts_with(": ") {
        let mark = &text[..1];
        let help = format!("deja delante de «{mark}» los mismos espacios que en las líneas de alrededor");
        let message = format!("sobran espacios delante de «{mark}», y esta línea se lee como texto");
        log.report(Code::CodeIndented, span.clone(), message, "demasiada sangría", help);
    }
    let rest = span.start..log.text.len();
    alerts::check_name(log, rest);
}

/// A quote or an alert without words.
pub fn empty_quote(log: &mut Log<'_>, span: Range<usize>) {
    let help = "escribe su texto debajo, con «>» delante de cada línea, o bórrala";
    log.report(Code::QuoteEmpty, span, "esta cita está vacía", "sin texto", help);
}

/// HTML, and comments with it.
pub fn html(log: &mut Log<'_>, span: Range<usize>) {
    let help = match log.slice(span.clone()).trim_start().starts_with("<!--") {
        true => "borra el comentario: las notas para el equipo van en otro sitio",
        false => "usa Markdown: **negrita**, *cursiva*, listas, tablas; para escribir «<» tal cual, pon \\<",
    };
    log.report(Code::HtmlRaw, span, "aquí hay HTML, y los textos no lo admiten", "HTML", help);
}
