//! `plano.toml`: what the bank is meant to hold.

use std::collections::BTreeMap;

use super::findings::{Log, Place, Target};
use super::toml_fields::{Fields, Located};
use crate::course::{Bloom, Blueprint, CompetencyId, ModuleId, SourceId};
use crate::diagnostics::{Code, nearest};

use super::headings::FORMS;

const KEYS: [&str; 7] = ["bloom", "formas", "modulos", "tamano", "dificultad", "limites", "fuentes"];

/// Where each target is written, by its path: `bloom.estrategia.diagnostico.aplicar`, `tamano.una`, `limites.sector`.
pub type BlueprintPlaces = BTreeMap<String, Place>;

pub fn read(log: &mut Log<'_>) -> (Blueprint, BlueprintPlaces) {
    let all = 0..log.text.len();
    let fields = Fields::read(log, all.clone(), all, &KEYS);
    let mut places = BlueprintPlaces::new();
    let mut blueprint = Blueprint::default();
    for (competency, name, n) in cells(log, &fields, &mut places, "bloom", Split::Last) {
        match Bloom::ALL.into_iter().find(|bloom| bloom.name() == name) {
            Some(bloom) => put(&mut blueprint.blooms, CompetencyId::new(competency), (bloom, n)),
            None => unknown(log, &places, &format!("bloom.{competency}.{name}"), &name, &Bloom::ALL.map(Bloom::name)),
        }
    }
    for (competency, name, n) in cells(log, &fields, &mut places, "formas", Split::Last) {
        match FORMS.contains(&name.as_str()) {
            true => put(&mut blueprint.forms, CompetencyId::new(competency), (name, n)),
            false => unknown(log, &places, &format!("formas.{competency}.{name}"), &name, &FORMS),
        }
    }
    for (module, competency, n) in cells(log, &fields, &mut places, "modulos", Split::First) {
        put(&mut blueprint.modules, ModuleId::new(module), (CompetencyId::new(competency), n));
    }
    refer(log, &blueprint, &places);
    blueprint.sizes = shares(log, &fields, &mut places, "tamano", &["una", "equipo", "grande"]);
    blueprint.difficulties = shares(log, &fields, &mut places, "dificultad", &["baja", "media", "alta"]);
    limits(log, &fields, &mut places, &mut blueprint);
    sources(log, &fields, &mut places, &mut blueprint);
    (blueprint, places)
}

/// Which dot parts the two names of a cell: competencies have one inside.
#[derive(Clone, Copy)]
enum Split {
    First,
    Last,
}

/// The cells of a table: row, column and how many.
fn cells(
    log: &mut Log<'_>,
    fields: &Fields<'_>,
    places: &mut BlueprintPlaces,
    key: &str,
    split: Split,
) -> Vec<(String, String, usize)> {
    let mut cells = Vec::new();
    for Located { value: (name, n), span } in fields.numbers(log, key).unwrap_or_default() {
        places.insert(format!("{key}.{name}"), log.place(span.clone()));
        let parted = match split {
            Split::First => name.split_once('.'),
            Split::Last => name.rsplit_once('.'),
        };
        match (parted, whole(n)) {
            (Some((row, column)), Some(n)) => cells.push((row.to_string(), column.to_string(), n)),
            _ => {
                let help = format!("en [{key}], cada línea es un nombre con sus cuentas: nombre = {{ otro = 2 }}");
                log.report(Code::ValueType, span, "esto no dice cuántos", "tipo inesperado", help);
            }
        }
    }
    cells
}

fn whole(n: f64) -> Option<usize> {
    (n >= 0.0 && n.fract() == 0.0 && n < 1e6).then_some(n as usize)
}

fn put<K: PartialEq, V>(rows: &mut Vec<(K, Vec<V>)>, row: K, cell: V) {
    match rows.iter_mut().find(|(known, _)| *known == row) {
        Some((_, cells)) => cells.push(cell),
        None => rows.push((row, vec![cell])),
    }
}

fn unknown(log: &mut Log<'_>, places: &BlueprintPlaces, path: &str, name: &str, known: &[&str]) {
    let Some(place) = places.get(path) else { return };
    let help = match nearest(name, known.iter().copied()) {
        Some(meant) => format!("¿quizá «{meant}»? Los nombres son: {}", known.join(", ")),
        None => format!("los nombres son: {}", known.join(", ")),
    };
    let span = place.span.clone();
    log.report(Code::ValueUnknown, span, format!("«{name}» no se puede contar"), "nombre desconocido", help);
}

/// Every competency and module that is counted has to exist.
fn refer(log: &mut Log<'_>, blueprint: &Blueprint, places: &BlueprintPlaces) {
    let mut targets: Vec<(String, Target)> = Vec::new();
    for (id, cells) in &blueprint.blooms {
        let first = cells.first().map(|(bloom, _)| format!("bloom.{id}.{}", bloom.name()));
        targets.extend(first.map(|path| (path, Target::Competency(id.to_string()))));
    }
    for (id, cells) in &blueprint.forms {
        let first = cells.first().map(|(form, _)| format!("formas.{id}.{form}"));
        targets.extend(first.map(|path| (path, Target::Competency(id.to_string()))));
    }
    for (module, cells) in &blueprint.modules {
        for (at, (id, _)) in cells.iter().enumerate() {
            let path = format!("modulos.{module}.{id}");
            targets.extend((at == 0).then(|| (path.clone(), Target::Module(module.to_string()))));
            targets.push((path, Target::Competency(id.to_string())));
        }
    }
    for (path, target) in targets {
        if let Some(place) = places.get(&path) {
            log.refer(target, place.span.clone());
        }
    }
}

/// Shares of the whole, 0 to 1.
fn shares(
    log: &mut Log<'_>,
    fields: &Fields<'_>,
    places: &mut BlueprintPlaces,
    key: &str,
    known: &[&str],
) -> Vec<(String, f64)> {
    let mut shares = Vec::new();
    for Located { value: (name, share), span } in fields.numbers(log, key).unwrap_or_default() {
        let path = format!("{key}.{name}");
        places.insert(path.clone(), log.place(span.clone()));
        if !known.contains(&name.as_str()) {
            unknown(log, places, &path, &name, known);
        } else if !(0.0..=1.0).contains(&share) {
            let help = "escribe una parte de 0 a 1: 0.3 es el 30 %";
            log.report(Code::ValueRange, span, format!("«{name}» vale {share}"), "fuera de 0–1", help);
        } else {
            shares.push((name, share));
            if shares.iter().map(|(_, share)| share).sum::<f64>() > 1.0 + 1e-9 {
                log.report(Code::ValueRange, span, format!("las partes de [{key}] suman más de 1"), "aquí se pasan", "todas juntas hacen 1 como mucho");
            }
        }
    }
    shares
}

fn limits<'t>(log: &mut Log<'t>, fields: &Fields<'t>, places: &mut BlueprintPlaces, blueprint: &mut Blueprint) {
    for Located { value: (name, n), span } in fields.numbers(log, "limites").unwrap_or_default() {
        let path = format!("limites.{name}");
        places.insert(path.clone(), log.place(span.clone()));
        match (name.as_str(), whole(n)) {
            ("sector", Some(n)) => blueprint.most_of_a_sector = Some(n),
            ("por_prueba", Some(n)) => blueprint.exam_items = Some(n),
            ("evidencia", Some(n)) => blueprint.least_evidence = Some(n),
            ("sector" | "por_prueba" | "evidencia", None) => {
                let help = "escribe un número entero, de 0 en adelante";
                log.report(Code::ValueRange, span, format!("«{name}» vale {n}"), "no es un entero", help);
            }
            _ => unknown(log, places, &path, &name, &["sector", "por_prueba", "evidencia"]),
        }
    }
}

fn sources<'t>(log: &mut Log<'t>, fields: &Fields<'t>, places: &mut BlueprintPlaces, blueprint: &mut Blueprint) {
    let Some(fields) = fields.table(log, "fuentes", &["citadas", "criticas"]) else { return };
    if let Some(Located { value, span }) = fields.text(log, "citadas") {
        places.insert("fuentes.citadas".into(), log.place(span));
        blueprint.cited = Some(value);
    }
    for Located { value, span } in fields.texts(log, "criticas").unwrap_or_default() {
        log.refer(Target::Source(value.clone()), span.clone());
        places.insert(format!("fuentes.criticas.{value}"), log.place(span));
        blueprint.critical.push(SourceId::new(value));
    }
}
