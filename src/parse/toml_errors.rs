//! What the TOML reader says, in Spanish and with its place in the file.

use std::ops::Range;

use toml::de::Error;

use super::findings::Log;
use crate::diagnostics::Code;

/// Reports what is wrong with the TOML at `span`, one slip for each line; decimal commas, the commonest, by their own
/// name and each. `entries` are the bytes of each key with its value, from the beginning of the TOML.
///
/// Gives the lines in error, in bytes of the file: nothing that was read from them can be trusted.
pub fn report(
    log: &mut Log<'_>,
    span: Range<usize>,
    errors: &[Error],
    entries: &[Range<usize>],
) -> Vec<Range<usize>> {
    let text = log.slice(span.clone());
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (found, message) in in_order(text, errors) {
        let unclosed = unclosed(&found, errors, entries);
        if let Some((entry, _)) = unclosed {
            if open.contains(&entry) {
                continue; // What an open list swallows is not wrong by itself.
            }
            open.push(entry);
        }
        let (place, message) = settle(text, found, message);
        let line = line_of(text, place.start);
        if !lines.contains(&line) {
            report_line(log, span.start, line.clone(), place, unclosed.map_or(message, |(_, message)| message));
            lines.push(line);
        }
    }
    let found = errors.iter().filter_map(Error::span).map(|found| line_of(text, found.start));
    lines.extend(found);
    lines.into_iter().map(|line| span.start + line.start..span.start + line.end).collect()
}

/// The places and messages of the errors, from the first to the last.
fn in_order<'e>(text: &str, errors: &'e [Error]) -> Vec<(Range<usize>, &'e str)> {
    let place = |found: Range<usize>| text.floor_char_boundary(found.start)..text.ceil_char_boundary(found.end);
    let mut errors: Vec<_> =
        errors.iter().map(|error| (place(error.span().unwrap_or(0..0)), error.message())).collect();
    errors.sort_by_key(|(found, _)| found.start);
    errors
}

/// The entry around an error that is a list or a table left open, by its first byte, and what is said of it.
fn unclosed<'e>(found: &Range<usize>, errors: &'e [Error], entries: &[Range<usize>]) -> Option<(usize, &'e str)> {
    let holds = |entry: &Range<usize>, at: usize| entry.start <= at && at <= entry.end;
    let entry = entries.iter().find(|entry| holds(entry, found.start))?;
    let opened = errors.iter().find(|error| {
        error.message().starts_with("unclosed") && error.span().is_some_and(|span| holds(entry, span.start))
    })?;
    Some((entry.start, opened.message()))
}

/// The line of a byte, without its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Reports the decimal commas of a line in error; the error itself when there are none.
fn report_line(log: &mut Log<'_>, base: usize, line: Range<usize>, place: Range<usize>, message: &str) {
    let written = log.slice(base + line.start..base + line.end);
    let commas = decimal_commas(written);
    for comma in &commas {
        let number = &written[comma.clone()];
        let help = format!("escribe el número con punto: {}", number.replace(',', "."));
        let place = base + line.start + comma.start..base + line.start + comma.end;
        log.report(Code::DecimalComma, place, format!("«{number}» lleva coma decimal"), "coma decimal", help);
    }
    if commas.is_empty() {
        let (what, help) = spanish(message);
        log.report(
            Code::TomlMalformed,
            base + place.start..base + place.end,
            what,
            "aquí deja de entenderse",
            help,
        );
    }
}

/// The line to point at and the message that fits it: the reader notices some slips only on the next line.
fn settle<'m>(text: &str, found: Range<usize>, message: &'m str) -> (Range<usize>, &'m str) {
    let line_start = text[..found.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[found.start..].find('\n').map_or(text.len(), |end| found.start + end);
    if text[found.start..line_end].trim().is_empty() {
        let start = text[..found.start].trim_end().rfind('\n').map_or(0, |at| at + 1);
        let message = if text[start..found.start].trim_end().ends_with('=') { "missing value" } else { message };
        return (start..found.start, message);
    }
    if message.starts_with("missing comma") && text[line_start..found.start].trim().is_empty() && line_start > 0 {
        let start = text[..line_start - 1].rfind('\n').map_or(0, |at| at + 1);
        return (start..line_start, "unclosed array");
    }
    (found.start..found.end.max(found.start + 1).min(line_end), message)
}

/// The first part of the reader's messages, what it means and how to mend it.
const MESSAGES: &[(&str, &str, &str)] = &[
    ("duplicate key", "esta clave aparece dos veces", "deja una sola línea con esta clave"),
    ("unclosed array", "la lista no se cierra", "añade «]» al final de la lista, o la coma que falta"),
    ("unclosed inline table", "la tabla no se cierra", "añade «}» al final de la tabla"),
    ("unclosed table", "el corchete no se cierra", "aquí no hacen falta corchetes: escribe clave = valor"),
    ("missing comma", "falta una coma", "separa los elementos con comas"),
    ("extra comma", "sobra una coma", "quita la coma"),
    ("string values must be quoted", "el texto va entre comillas", "escribe el texto entre comillas dobles: \"así\""),
    ("invalid basic string", "al texto le falta una comilla", "empieza y termina el texto con comillas dobles"),
    ("invalid literal string", "al texto le falta una comilla", "empieza y termina el texto con comillas dobles"),
    ("key with no value", "la clave no tiene valor", "escribe clave = valor, en una línea"),
    ("missing value", "falta el valor después de «=»", "escribe clave = valor, en una línea"),
    ("missing assignment", "falta el signo «=»", "escribe clave = valor"),
    ("extra `=`", "sobra un signo «=»", "escribe clave = valor, con un solo «=»"),
    (
        "invalid unquoted key",
        "la clave lleva caracteres que no puede llevar",
        "las claves no llevan acentos ni espacios",
    ),
    (
        "unexpected key or value",
        "después del valor hay algo de más",
        "deja un solo valor en cada línea; el texto va entre comillas",
    ),
    (
        "unexpected leading zero",
        "el número empieza por un cero que sobra",
        "escribe el número sin ceros delante; una fecha, como 2026-11-22",
    ),
];

fn spanish(message: &str) -> (&'static str, &'static str) {
    let known = MESSAGES.iter().find(|(start, ..)| message.starts_with(start));
    known.map_or(
        ("esta línea no sigue la forma «clave = valor»", "escribe clave = valor; el texto, entre comillas"),
        |(_, what, help)| (what, help),
    )
}

/// `0,62` outside quotes, comments and lists, in one line.
fn decimal_commas(line: &str) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut found, mut quote, mut escaped, mut lists) = (Vec::new(), None, false, 0usize);
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (Some(b'"'), b'\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), _) if open == *byte && !escaped => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'#') => break,
            (None, b'[') => lists += 1,
            (None, b']') => lists = lists.saturating_sub(1),
            (None, b',') if lists == 0 && at > 0 && digit(at - 1) && digit(at + 1) => {
                let start = (0..at).rev().take_while(|i| digit(*i)).last().unwrap_or(at);
                let end = (at + 1..bytes.len()).take_while(|i| digit(*i)).last().map_or(at, |last| last + 1);
                found.push(start..end);
            }
            _ => {}
        }
        escaped = false;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commas(toml: &str) -> Vec<&str> {
        decimal_commas(toml).into_iter().map(|span| &toml[span]).collect()
    }

    #[test]
    fn commas_are_found_in_numbers_only() {
        assert_eq!(commas("dificultad = 0,62"), ["0,62"]);
        assert_eq!(commas("c = { \"a\" = 0,7, \"b\" = 0,3 }"), ["0,7", "0,3"]);
        for right in ["a = \"cuesta 1,5 €\" # o 2,5", "b = [1,2]", "c = '1,5 puntos'", r#"d = "con \" 1,5""#] {
            assert!(commas(right).is_empty(), "{right}");
        }
        assert_eq!(commas(r#"e = "\\", f = 0,5"#), ["0,5"], "an escaped bar escapes nothing");
    }
}
