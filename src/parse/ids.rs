//! What an id may look like.

use std::ops::Range;

use super::findings::{Kind, Log};
use crate::diagnostics::Code;

/// Lower-case letters, digits and hyphens; not empty, and no hyphen at either end.
pub fn is_plain(id: &str) -> bool {
    !id.is_empty()
        && !id.starts_with('-')
        && !id.ends_with('-')
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Plain ids joined by dots: `estrategia.diagnostico`.
pub fn is_dotted(id: &str) -> bool {
    id.split('.').all(is_plain)
}

/// Capitals are also allowed: `S0-11`, `E9`.
pub fn is_source(id: &str) -> bool {
    is_plain(&id.to_ascii_lowercase())
}

/// Registers an id; one that cannot be an id is reported, and registered all the same, so that links to it hold.
pub fn define(log: &mut Log<'_>, kind: Kind, id: &str, span: Range<usize>) {
    define_as(log, kind, id, id, span);
}

/// The same for an id that is only one within something else: it is registered with a longer name.
pub fn define_as(log: &mut Log<'_>, kind: Kind, id: &str, name: &str, span: Range<usize>) {
    let valid = match kind {
        Kind::Competency => is_dotted(id),
        Kind::Source | Kind::Tension => is_source(id),
        Kind::Item
        | Kind::Lesson
        | Kind::Module
        | Kind::Term
        | Kind::Objective
        | Kind::Simulation
        | Kind::Exam
        | Kind::Route => is_plain(id),
    };
    if !valid {
        let help = "usa minúsculas sin acento, cifras y guiones, sin espacios: por ejemplo «m02-canal»";
        log.report(
            Code::IdMalformed,
            span.clone(),
            format!("«{id}» no sirve como id"),
            "caracteres no admitidos",
            help,
        );
    }
    log.define(kind, name, span);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_ids() {
        assert!(is_plain("m02-canal") && is_dotted("estrategia.diagnostico") && is_source("S0-11"));
        for wrong in ["", "M02", "m02 canal", "m02_canal", "-m02", "canción", "m02."] {
            assert!(!is_plain(wrong), "{wrong}");
        }
        assert!(!is_dotted("estrategia.") && !is_dotted(".a"));
    }
}
