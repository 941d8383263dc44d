//! The TOML between `+++` lines with which modules, lessons, simulations and tests begin.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::findings::Log;
use super::markdown::Document;
use super::toml_fields::Fields;
use crate::diagnostics::Code;

/// What stands at the head of a file.
#[derive(Debug)]
pub enum Head {
    /// The bytes of the TOML, and of the whole block with its `+++` lines.
    Found { toml: Range<usize>, block: Range<usize> },
    /// Missing, but the body can be read.
    Missing,
    /// Begun and never ended: nothing after it can be trusted.
    Broken,
}

impl Head {
    pub fn of(document: &Document<'_>) -> Self {
        let block = document.events.iter().find(|(event, _)| matches!(event, Event::Start(Tag::MetadataBlock(_))));
        match block {
            Some((_, block)) => Head::Found { toml: super::sheet::toml_span(document.text, block.clone()), block: block.clone() },
            None if starts_with(document.text, "+++") || starts_with(document.text, "---") => Head::Broken,
            None => Head::Missing,
        }
    }

    /// Reads the keys, reporting what is wrong with the block itself.
    pub fn fields<'t>(&self, log: &mut Log<'t>, document: &Document<'t>, known: &[&'static str]) -> Fields<'t> {
        report_blocks(log, document, 1);
        match self {
            Head::Found { toml, block } => {
                if !document.text.get(..block.start).unwrap_or_default().trim_matches(is_blank).is_empty() {
                    let help = "mueve este bloque al principio del archivo, antes de cualquier otra cosa";
                    log.report(
                        Code::FrontMatterNotFirst,
                        block.clone(),
                        "la cabecera no está al principio",
                        "debería ser lo primero",
                        help,
                    );
                }
                Fields::read(log, toml.clone(), block.clone(), known)
            }
            Head::Missing => {
                let help = "empieza el archivo con una línea «+++», las claves y otra línea «+++»";
                log.report(
                    Code::FrontMatterMissing,
                    0..document.text.len(),
                    "falta la cabecera del archivo",
                    "la cabecera va antes de esto",
                    help,
                );
                Fields::none()
            }
            Head::Broken => {
                report_broken(log, document);
                Fields::none()
            }
        }
    }
}

/// Blocks beyond those a file may have, wherever they stand: one in modules, lessons, simulations and tests, none in the other files.
pub fn report_blocks(log: &mut Log<'_>, document: &Document<'_>, allowed: usize) {
    let blocks = document.events.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::MetadataBlock(_))));
    for (_, span) in blocks.skip(allowed) {
        let help = "solo los módulos, las lecciones, las simulaciones y las pruebas llevan cabecera, y una sola, al principio; para separar partes basta un encabezado";
        log.report(
            Code::FrontMatterTwice,
            span.clone(),
            "este bloque entre líneas «+++» no es una cabecera",
            "sobra",
            help,
        );
    }
}

fn report_broken(log: &mut Log<'_>, document: &Document<'_>) {
    let all = 0..document.text.len();
    if starts_with(document.text, "---") {
        let help = "la cabecera va entre dos líneas «+++», con clave = valor";
        log.report(Code::FrontMatterMissing, all, "la cabecera empieza con «---»", "aquí va «+++»", help);
    } else {
        let help = "termina la cabecera con otra línea «+++», sola y sin espacios";
        log.report(Code::FrontMatterUnclosed, all, "la cabecera no se cierra", "se abre aquí", help);
    }
}

fn starts_with(text: &str, mark: &str) -> bool {
    text.trim_start_matches(is_blank).starts_with(mark)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

