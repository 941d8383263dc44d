//! What the TOML reader says, in Spanish and with its place in the file.

use std::ops::Range;

use super::findings::Log;
use crate::diagnostics::Code;

/// Reports the first error of the TOML at `span`; decimal commas, the commonest cause, by their own name and each.
pub fn report(log: &mut Log<'_>, span: Range<usize>, error: &toml::de::Error) {
    let text = log.slice(span.clone());
    let commas = decimal_commas(text);
    for comma in &commas {
        let written = &text[comma.clone()];
        let help = format!("escribe el número con punto: {}", written.replace(',', "."));
        let place = span.start + comma.start..span.start + comma.end;
        log.report(Code::DecimalComma, place, format!("«{written}» lleva coma decimal"), "coma decimal", help);
    }
    if commas.is_empty() {
        let found = error.span().unwrap_or(0..0);
        let (place, message) = settle(text, text.floor_char_boundary(found.start)..found.end, error.message());
        let (what, help) = spanish(message);
        let place = span.start + place.start..span.start + place.end;
        log.report(Code::TomlMalformed, place, what, "aquí deja de entenderse", help);
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

/// `0,62` outside quotes, comments and lists.
fn decimal_commas(toml: &str) -> Vec<Range<usize>> {
    let bytes = toml.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut found, mut quoted, mut comment, mut lists) = (Vec::new(), false, false, 0usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => (quoted, comment) = (false, false),
            b'"' if !comment => quoted = !quoted,
            b'#' if !quoted => comment = true,
            b'[' if !quoted => lists += 1,
            b']' if !quoted => lists = lists.saturating_sub(1),
            b',' if !quoted && !comment && lists == 0 && at > 0 && digit(at - 1) && digit(at + 1) => {
                let start = (0..at).rev().take_while(|i| digit(*i)).last().unwrap_or(at);
                let end = (at + 1..bytes.len()).take_while(|i| digit(*i)).last().map_or(at, |last| last + 1);
                found.push(start..end);
            }
            _ => {}
        }
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
        assert!(commas("a = \"cuesta 1,5 €\" # o 2,5\nb = [1,2]").is_empty());
    }
}
