//! The front matter of a simulation: what is moved, what is remembered and where one begins.

use std::ops::Range;

use super::condition::Names;
use super::findings::Log;
use super::toml_fields::{Fields, Located};
use super::{ids, values};
use crate::course::ItemId;
use crate::course::simulation::{Better, Plot, Seat, Variable};
use crate::diagnostics::Code;

pub const KEYS: [&str; 11] = [
    "id", "titulo", "minutos", "funcion", "resumen", "fuentes", "revisado", "inicio", "memoria", "variables", "sillas",
];
const VARIABLE_KEYS: [&str; 7] = ["nombre", "inicial", "minimo", "maximo", "unidad", "mejor", "tope"];
const SEAT_KEYS: [&str; 3] = ["inicio", "titulo", "resumen"];

#[derive(Debug, Default)]
pub struct PlotHead {
    pub variables: Vec<Variable>,
    pub variable_spans: Vec<Range<usize>>,
    pub names: Names,
    /// Each with the place that names its first node.
    pub seats: Vec<(Seat, Range<usize>)>,
}

pub fn read<'t>(log: &mut Log<'t>, fields: &Fields<'t>) -> PlotHead {
    let mut head = PlotHead::default();
    for (name, fields) in fields.named_tables(log, "variables", &VARIABLE_KEYS) {
        head.variables.push(variable(log, &name, &fields));
        head.variable_spans.push(name.span.clone());
        head.names.variables.push(name.value);
    }
    head.names.facts = facts(log, fields, &head.names.variables);
    fields.require(log, "inicio", "inicio = \"tormenta-aviso\"");
    if let Some(Located { value, span }) = fields.text(log, "inicio") {
        let seat = Seat { start: ItemId::new(value), title: String::new(), summary: String::new() };
        head.seats.push((seat, span));
    }
    for fields in fields.tables(log, "sillas", &SEAT_KEYS) {
        head.seats.extend(seat(log, &fields));
    }
    head
}

fn variable(log: &mut Log<'_>, name: &Located<String>, fields: &Fields<'_>) -> Variable {
    if !ids::is_plain(&name.value) {
        let help = "usa minúsculas sin acento, cifras y guiones";
        let message = format!("«{}» no sirve como nombre de variable", name.value);
        log.report(Code::IdMalformed, name.span.clone(), message, "caracteres no admitidos", help);
    }
    let label = values::required(log, fields, "nombre", "nombre = \"Confianza\"");
    fields.require(log, "inicial", "inicial = 60");
    let mut integer = |key, usual| {
        let read = fields.integer(log, key).and_then(|located| i32::try_from(located.value).ok());
        read.unwrap_or(usual)
    };
    let (start, lowest, highest) = (integer("inicial", 0), integer("minimo", 0), integer("maximo", 100));
    if !(lowest < highest && (lowest..=highest).contains(&start)) {
        let help = "el mínimo va por debajo del máximo, y el valor inicial, entre los dos";
        let message = format!("«{}» empieza en {start}, fuera de {lowest}–{highest}", name.value);
        log.report(Code::VariableLimits, fields.place(), message, "límites", help);
    }
    let better = values::one_of(log, fields, "mejor", &["alta", "baja"]);
    Variable {
        id: name.value.clone(),
        name: label,
        start,
        lowest,
        highest,
        unit: fields.text(log, "unidad").map(|unit| unit.value),
        better: if better.as_deref() == Some("baja") { Better::Low } else { Better::High },
        stops: fields.flag(log, "tope").unwrap_or(true),
    }
}

/// `memoria`: names that are neither repeated nor those of variables.
fn facts(log: &mut Log<'_>, fields: &Fields<'_>, variables: &[String]) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    for Located { value, span } in fields.texts(log, "memoria").unwrap_or_default() {
        if facts.contains(&value) || variables.contains(&value) {
            let help = "cambia uno: cada nombre es de una sola cosa";
            log.report(Code::ListedTwice, span, format!("«{value}» ya es el nombre de algo"), "repetido", help);
        } else if !ids::is_plain(&value) || ["o", "y", "no"].contains(&value.as_str()) {
            let help = "usa minúsculas sin acento, cifras y guiones; «o», «y» y «no» tienen otro sentido";
            let message = format!("«{value}» no sirve como nombre de un hecho");
            log.report(Code::IdMalformed, span, message, "nombre no admitido", help);
        } else if facts.len() == Plot::MOST_FACTS {
            let help = format!("deja {} como mucho", Plot::MOST_FACTS);
            log.report(Code::ValueRange, span, "hay demasiados hechos que recordar", "sobra", help);
        } else {
            facts.push(value);
        }
    }
    facts
}

fn seat(log: &mut Log<'_>, fields: &Fields<'_>) -> Option<(Seat, Range<usize>)> {
    fields.require(log, "inicio", "inicio = \"tormenta-otra\"");
    let title = values::required(log, fields, "titulo", "titulo = \"La misma tormenta, desde la otra silla\"");
    let summary = values::required(log, fields, "resumen", "resumen = \"Qué cambia al vivirlo desde ahí.\"");
    let Located { value, span } = fields.text(log, "inicio")?;
    Some((Seat { start: ItemId::new(value), title, summary }, span))
}
