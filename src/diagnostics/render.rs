//! Diagnostics as text, with the line they talk about.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity, Sources};

/// Whether the text carries terminal colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    Plain,
    Colour,
}

/// Every diagnostic with its excerpt, and a last line that counts them. Empty when there are none.
pub fn render_text(diagnostics: &[Diagnostic], sources: &Sources<'_>, paint: Paint) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = match paint {
        Paint::Plain => Renderer::plain(),
        Paint::Colour => Renderer::styled(),
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        let group = group(diagnostic, sources.get(diagnostic.path.as_str()).copied());
        let _ = writeln!(text, "{}\n", renderer.render(&[group]));
    }
    text + &count(diagnostics) + "\n"
}

fn group<'a>(diagnostic: &'a Diagnostic, source: Option<&'a str>) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR.with_name("error"),
        Severity::Warning => Level::WARNING.with_name("aviso"),
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let help = Level::HELP.with_name("ayuda").message(diagnostic.help.as_str());
    match source.filter(|source| !source.is_empty()) {
        Some(source) => {
            let annotation = AnnotationKind::Primary.span(diagnostic.span.clone()).label(diagnostic.label.as_str());
            title.element(Snippet::source(source).path(diagnostic.path.as_str()).annotation(annotation)).element(help)
        }
        None => title.element(Origin::path(diagnostic.path.as_str())).element(help),
    }
}

/// «2 errores y 1 aviso.»
fn count(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let plural = |n: usize, one: &str, many: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    let errors_text = plural(errors, "error", "errores");
    let warnings_text = plural(diagnostics.len() - errors, "aviso", "avisos");
    match (errors, diagnostics.len() - errors) {
        (_, 0) => format!("{errors_text}."),
        (0, _) => format!("{warnings_text}."),
        _ => format!("{errors_text} y {warnings_text}."),
    }
}
