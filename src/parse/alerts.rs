//! Alerts: the five kinds of quotes that GitHub also knows.

use std::ops::Range;

use pulldown_cmark::BlockQuoteKind;

use super::findings::Log;
use crate::diagnostics::{Code, nearest};

/// The frame of an alert, with its name for those who do not see its colour.
pub fn open(kind: BlockQuoteKind) -> String {
    let (class, name) = match kind {
        BlockQuoteKind::Note => ("nota", "Nota"),
        BlockQuoteKind::Tip => ("consejo", "Consejo"),
        BlockQuoteKind::Important => ("importante", "Importante"),
        BlockQuoteKind::Warning => ("cuidado", "Cuidado"),
        BlockQuoteKind::Caution => ("peligro", "Peligro"),
    };
    format!("<aside class=\"aviso {class}\"><p class=\"aviso-nombre\">{name}</p>\n")
}

/// `[!NAME]` that opened no alert.
pub fn check_name(log: &mut Log<'_>, span: Range<usize>) {
    let text = log.slice(span.clone());
    let Some(name) = text.strip_prefix("[!").and_then(|rest| rest.split_once(']')).map(|(name, _)| name) else {
        return;
    };
    if name.is_empty() || !name.chars().all(char::is_alphabetic) {
        return;
    }
    let known = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
    let (message, help) = if known.contains(&name.to_uppercase().as_str()) {
        let help =
            "separa esta cita de lo anterior con una línea en blanco sin «>», y deja la marca sola en su primera línea";
        (format!("«[!{name}]» no abre un aviso aquí"), help.to_string())
    } else {
        let help = match nearest(name, known) {
            Some(meant) => format!("¿quizá «[!{meant}]»?"),
            None => "los avisos son [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] y [!CAUTION]".to_string(),
        };
        (format!("no hay avisos «[!{name}]»"), help)
    };
    let mark = span.start..span.start + name.len() + 3;
    log.report(Code::AlertUnknown, mark, message, "aviso desconocido", help);
}
