//! No id is given twice within its kind.

use std::collections::HashMap;

use super::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Definition, Kind, Reading};

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(Kind, &str), &Definition> = HashMap::new();
    for definition in &reading.definitions {
        match first.get(&(definition.kind, definition.id.as_str())) {
            None => drop(first.insert((definition.kind, &definition.id), definition)),
            Some(earlier) if reported_as_anchor(definition, earlier) => {}
            Some(earlier) => diagnostics.push(repeated(definition, earlier)),
        }
    }
}

/// Two entries of one file are two headings with one id, which reading has already reported.
fn reported_as_anchor(definition: &Definition, earlier: &Definition) -> bool {
    matches!(definition.kind, Kind::Term | Kind::Competency | Kind::Tension) && definition.place.path == earlier.place.path
}

fn repeated(definition: &Definition, earlier: &Definition) -> Diagnostic {
    let Definition { id, kind, place } = definition;
    let other = format!("{}:{}", earlier.place.path, earlier.place.line);
    let what = match kind {
        Kind::Item => "otra pregunta",
        Kind::Lesson => "otra lección",
        Kind::Module => "otro módulo",
        Kind::Term => "otro término",
        Kind::Competency => "otra competencia",
        Kind::Source => "otra fuente",
        Kind::Objective => "otra conducta",
        Kind::Tension => "otra tensión",
        Kind::Simulation => "otra simulación",
        Kind::Exam => "otra prueba",
        Kind::Route => "otra ruta",
    };
    let message = format!("el id «{id}» ya es de {what}, en {other}");
    at(place, Code::IdDuplicate, message, "id repetido", "cambia este: cada id es de una sola cosa, para siempre")
}
