//! Slips that would otherwise pass into plain text.

use std::ops::Range;

use super::alerts;
use super::findings::Log;
use super::front_matter::Head;
use super::images::Size;
use super::markdown::Document;
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
    glued_mark(log, span.start);
    let rest = span.start..log.text.len();
    alerts::check_name(log, rest);
}

/// `##Práctica`, `-Una frase`, `1.Un paso`: a mark without its blank. A word such as `#verano` is a word, and so is `-5`.
/// `:al mes` needs no mending: it is read as the explanation it is.
fn glued_mark(log: &mut Log<'_>, at: usize) {
    let text = log.slice(at..log.text.len()).lines().next().unwrap_or_default();
    let first = text.chars().next().unwrap_or_default();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let length = match first {
        '#' => text.chars().take_while(|c| *c == '#').count(),
        '-' => 1,
        _ if digits > 0 && text[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return,
    };
    let (mark, rest) = text.split_at(length);
    let next = rest.chars().next().unwrap_or(' ');
    let begins = |c: char| c.is_alphabetic() || "¿¡«“\"([*_`".contains(c);
    let slip = match first {
        '#' => (2..=6).contains(&length) && begins(next) || text.contains("{#") && begins(next),
        '-' => begins(next),
        _ => next.is_uppercase() || "¿¡«*".contains(next),
    };
    if slip {
        let mut help = format!("deja un espacio después de «{mark}»");
        if first == '-' {
            help.push_str("; si empieza un diálogo, escribe una raya: «—»");
        }
        let message = format!("falta un espacio después de «{mark}», y esta línea se lee como texto");
        log.report(Code::MarkGlued, at..at + length, message, "sin espacio detrás", help);
    }
}

/// `[término] (dirección)` and addresses that nobody can follow, in a text that stands in no link.
pub fn links(log: &mut Log<'_>, span: Range<usize>) {
    let text = log.slice(span.clone());
    for (at, _) in text.match_indices("] (") {
        let inside = text[at + 3..].split(')').next().unwrap_or_default();
        if opens_bracket(log.slice(0..span.start + at)) && is_address(inside) {
            let help = format!("junta el corchete y el paréntesis: [texto]({inside})");
            let place = span.start + at..span.start + at + 3 + inside.len() + 1;
            log.report(
                Code::LinkApart,
                place,
                "hay un espacio entre «]» y «(», y este enlace se lee como texto",
                "sobra un espacio",
                help,
            );
        }
    }
    for (at, _) in text.match_indices("http") {
        bare_address(log, span.start, &text[..at], &text[at..]);
    }
}

/// Whether a text ends inside a bracket that is not escaped.
fn opens_bracket(before: &str) -> bool {
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let open = line.rfind('[').map(|at| &line[..at]);
    !line.ends_with('\\') && open.is_some_and(|open| !open.ends_with('\\'))
}

/// What only the parenthesis of a link would hold.
fn is_address(inside: &str) -> bool {
    let starts = ["#", "../", "./", "http://", "https://", "mailto:"];
    !inside.is_empty()
        && !inside.contains(char::is_whitespace)
        && (starts.iter().any(|start| inside.starts_with(start)) || inside.contains(".md") || Size::can_read(inside))
}

fn bare_address(log: &mut Log<'_>, base: usize, before: &str, rest: &str) {
    let address = rest.split(|c: char| c.is_whitespace() || "<>«»\"`|".contains(c)).next().unwrap_or_default();
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '?', '!', '*', '_', '…', '’', '”']);
    let site = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or_default();
    let outer = log.slice(0..base + before.len());
    if site.is_empty() || outer.ends_with(['<', '[']) || outer.ends_with("] (") {
        return;
    }
    let start = base + before.len();
    let help = format!("escríbela entre ángulos: <https://{site}>, o como enlace: [texto](https://{site})");
    let message = "esta dirección no es un enlace: nadie podrá abrirla";
    log.report(Code::LinkBare, start..start + address.len(), message, "dirección suelta", help);
}

/// `! [alt](…)`: a link where a picture was meant. An exclamation ends right after its words.
pub fn picture_apart(log: &mut Log<'_>, url: &str, link: usize) {
    let before = log.slice(0..link);
    let Some(outer) = before.trim_end_matches([' ', '\t']).strip_suffix('!') else { return };
    if Size::can_read(url) && outer.len() + 1 < before.len() && (outer.is_empty() || outer.ends_with(char::is_whitespace)) {
        let help = "junta «!» y «[»: ![lo que se ve](../../img/nombre.svg)";
        let message = "hay un espacio entre «!» y «[», y esta imagen se lee como un enlace";
        log.report(Code::LinkApart, outer.len()..link + 1, message, "sobra un espacio", help);
    }
}

/// What the parser noticed in a whole file, whichever page or part of it was rendered.
pub fn of_document(log: &mut Log<'_>, document: &Document<'_>) {
    for span in &document.undefined_links {
        undefined_link(log, span.clone());
    }
    // A front matter between `---` lines looks the same, and has been reported.
    if !matches!(Head::of(document), Head::Broken) {
        for span in &document.underlined {
            underlined(log, span.clone());
        }
    }
}

/// `[words][name]` with a name that nothing defines.
fn undefined_link(log: &mut Log<'_>, span: Range<usize>) {
    let help = "escribe la dirección entre paréntesis: [texto](../m01/l2.md)";
    log.report(Code::LinkUndefined, span, "este enlace no dice adónde lleva", "enlace sin destino", help);
}

/// A line of `-` or `=` under a text.
fn underlined(log: &mut Log<'_>, span: Range<usize>) {
    let written = log.slice(span.clone()).trim_end();
    let line = span.start + written.rfind('\n').map_or(0, |at| at + 1)..span.start + written.len();
    let help = "para separar, deja una línea en blanco delante; para un encabezado, empieza el texto con «## »";
    let message = "esta línea convierte en encabezado el texto de encima";
    log.report(Code::HeadingUnderlined, line, message, "pegada al texto", help);
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
