//! The front matter of a simulation: what is moved, what is remembered and where one begins.

use std::ops::Range;

use super::condition::{self, Names};
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
    pub names: Names,
    pub fact_spans: Vec<Range<usize>>,
    /// Each with the place that names its first node.
    pub seats: Vec<(Seat, Range<usize>)>,
}

pub fn read<'t>(log: &mut Log<'t>, fields: &Fields<'t>) -> PlotHead {
    let mut head = PlotHead::default();
    let errors = log.errors();
    let tables = fields.named_tables(log, "variables", &VARIABLE_KEYS);
    head.names.variables = tables.iter().map(|(name, _)| name.value.clone()).collect();
    let facts = facts(log, fields, &head.names.variables);
    (head.names.facts, head.fact_spans) = facts.into_iter().map(|fact| (fact.value, fact.span)).unzip();
    let unread = fields.is_unsure("variables") || fields.is_unsure("memoria");
    head.names.unsure = unread || log.errors() > errors;
    for (name, fields) in tables {
        head.variables.push(variable(log, &name, &fields));
    }
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
    check_name(log, &name.value, name.span.clone(), "una variable");
    let label = values::required(log, fields, "nombre", "nombre = \"Confianza\"");
    fields.require(log, "inicial", "inicial = 60");
    let errors = log.errors();
    let mut integer = |key, usual| {
        let Some(Located { value, span }) = fields.integer(log, key) else { return usual };
        i32::try_from(value).unwrap_or_else(|_| {
            let help = format!("escribe un número entre −{0} y {0}", i32::MAX);
            log.report(Code::ValueRange, span, format!("«{key}» vale {value}, y no cabe"), "demasiado grande", help);
            usual
        })
    };
    let (start, lowest, highest) = (integer("inicial", 0), integer("minimo", 0), integer("maximo", 100));
    let unsure = ["minimo", "maximo"].iter().any(|key| fields.is_unsure(key));
    let read = fields.has("inicial") && !unsure && log.errors() == errors;
    if read && !(lowest < highest && (lowest..=highest).contains(&start)) {
        let help = "el mínimo va por debajo del máximo, y el valor inicial, entre los dos";
        let message = match lowest < highest {
            true => format!("«{}» empieza en {start}, fuera de {lowest}–{highest}", name.value),
            false => format!("el mínimo de «{}», {lowest}, no va por debajo de su máximo, {highest}", name.value),
        };
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
fn facts(log: &mut Log<'_>, fields: &Fields<'_>, variables: &[String]) -> Vec<Located<String>> {
    let mut facts: Vec<Located<String>> = Vec::new();
    for Located { value, span } in fields.texts(log, "memoria").unwrap_or_default() {
        if facts.iter().any(|fact| fact.value == value) || variables.contains(&value) {
            let help = "cambia uno: cada nombre es de una sola cosa";
            log.report(Code::ListedTwice, span, format!("«{value}» ya es el nombre de algo"), "repetido", help);
        } else if !check_name(log, &value, span.clone(), "un hecho") {
            continue;
        } else if facts.len() == Plot::MOST_FACTS {
            let help = format!("deja {} como mucho", Plot::MOST_FACTS);
            log.report(Code::ValueRange, span, "hay demasiados hechos que recordar", "sobra", help);
        } else {
            facts.push(Located { value, span });
        }
    }
    facts
}

/// Conditions and effects are made of names, and of words that cannot be names.
fn check_name(log: &mut Log<'_>, name: &str, span: Range<usize>, of: &str) -> bool {
    let serves = ids::is_plain(name) && !condition::RESERVED.contains(&name);
    if !serves {
        let help = "usa minúsculas sin acento, cifras y guiones; «o», «y», «no», «si» y «recuerda» tienen otro sentido";
        let message = format!("«{name}» no sirve como nombre de {of}");
        log.report(Code::IdMalformed, span, message, "nombre no admitido", help);
    }
    serves
}

fn seat(log: &mut Log<'_>, fields: &Fields<'_>) -> Option<(Seat, Range<usize>)> {
    fields.require(log, "inicio", "inicio = \"tormenta-otra\"");
    let title = values::required(log, fields, "titulo", "titulo = \"La misma tormenta, desde la otra silla\"");
    let summary = values::required(log, fields, "resumen", "resumen = \"Qué cambia al vivirlo desde ahí.\"");
    let Located { value, span } = fields.text(log, "inicio")?;
    Some((Seat { start: ItemId::new(value), title, summary }, span))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that a head gives, without what is always missed in it, and what is known of its names.
    fn head(toml: &str) -> (Vec<Code>, Names) {
        let toml = format!("inicio = \"a\"\n{toml}");
        let mut log = Log::new("a.md", &toml);
        let fields = Fields::read(&mut log, 0..toml.len(), 0..0, &KEYS);
        let head = read(&mut log, &fields);
        (log.found.diagnostics.iter().map(|found| found.code).collect(), head.names)
    }

    #[test]
    fn a_slip_in_a_variable_is_one_slip() {
        let variable = |fields: &str| head(&format!("[variables]\nhoras = {{ nombre = \"Horas\", {fields} }}")).0;
        assert_eq!(variable("inicial = 2"), []);
        assert_eq!(variable("inicial = 200"), [Code::VariableLimits]);
        assert_eq!(variable("inicial = 3000000000"), [Code::ValueRange]);
        assert_eq!(variable("inicial = 0, maximo = -3000000000"), [Code::ValueRange]);
        assert_eq!(variable("inicial = \"2\", minimo = 1"), [Code::ValueType]);
        assert_eq!(variable("minimo = 1"), [Code::KeyMissing]);
        assert_eq!(variable("inicial = -2, minmo = -5"), [Code::KeyUnknown]);
    }

    #[test]
    fn words_of_conditions_are_no_names() {
        for name in condition::RESERVED {
            assert_eq!(head(&format!("memoria = [\"{name}\"]")).0, [Code::IdMalformed], "{name}");
            let variable = format!("[variables]\n{name} = {{ nombre = \"Horas\", inicial = 2 }}");
            assert_eq!(head(&variable).0, [Code::IdMalformed], "{name}");
        }
    }

    #[test]
    fn names_are_unsure_when_some_could_not_be_read() {
        let sure = "memoria = [\"a\"]\n[variables]\nb = { inicial = 2 }";
        assert!(!head(sure).1.unsure, "what a variable lacks is not its name");
        let memory = ["memoria = \"x\"", "memoria = [\"X\"]", "memora = [\"x\"]"];
        let variables = ["[variables\nb = {}", "[variables]\nb = 60", "[varibles]\nb = {}", "b = {}"];
        for unsure in memory.iter().chain(&variables) {
            let (codes, names) = head(unsure);
            assert!(names.unsure && codes.len() == 1, "{unsure}: {codes:?}");
        }
    }
}
