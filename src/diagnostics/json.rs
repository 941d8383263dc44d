//! Diagnostics for editors and for the workshop.

use serde_json::{Value, json};

use super::{Diagnostic, LineIndex, Severity, Sources};

/// A JSON array with one object for each diagnostic. Lines and columns count from 1; columns in characters.
pub fn to_json(diagnostics: &[Diagnostic], sources: &Sources<'_>) -> String {
    Value::Array(diagnostics.iter().map(|diagnostic| object(diagnostic, sources)).collect()).to_string()
}

fn object(diagnostic: &Diagnostic, sources: &Sources<'_>) -> Value {
    let lines = LineIndex::new(sources.get(diagnostic.path.as_str()).copied().unwrap_or_default());
    let (start, end) = (lines.position(diagnostic.span.start), lines.position(diagnostic.span.end));
    json!({
        "codigo": diagnostic.code.as_str(),
        "gravedad": match diagnostic.severity() { Severity::Error => "error", Severity::Warning => "aviso" },
        "archivo": diagnostic.path,
        "linea": start.line,
        "columna": start.column,
        "lineaFinal": end.line,
        "columnaFinal": end.column,
        "mensaje": diagnostic.message,
        "etiqueta": diagnostic.label,
        "ayuda": diagnostic.help,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn places_are_lines_and_columns() {
        let diagnostic = Diagnostic {
            code: Code::StemMissing,
            path: "a.md".into(),
            span: 5..7,
            message: "falta".into(),
            label: "aquí".into(),
            help: "escribe".into(),
        };
        let json: Value = serde_json::from_str(&to_json(&[diagnostic], &Sources::from([("a.md", "é\nabcd")]))).unwrap();
        assert_eq!(json[0]["linea"], 2);
        assert_eq!(json[0]["columna"], 3);
        assert_eq!(json[0]["columnaFinal"], 5);
        assert_eq!(json[0]["codigo"], Code::StemMissing.as_str());
    }
}
