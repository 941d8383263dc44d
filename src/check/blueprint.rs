//! The bank against its plan, `plano.toml`: how many items of each competency there are at each Bloom level, in each form
//! and in each module, and how they are shared out.
//!
//! Only items of lessons are counted, by the competency with most weight. Exams have their own rule.

use std::cmp::Reverse;

use super::at;
use crate::course::{Blueprint, CompetencyId, Course, ModuleId, Question, main_competency};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::Reading;

/// How far a share may be from its target.
const TOLERANCE: f64 = 0.03;

/// An item as the plan counts it.
pub struct Counted<'c> {
    pub module: &'c ModuleId,
    pub competency: &'c CompetencyId,
    pub question: &'c Question,
}

/// Every item of the lessons.
pub fn counted(course: &Course) -> Vec<Counted<'_>> {
    let mut counted = Vec::new();
    for (module, lesson) in course.lessons() {
        for question in lesson.questions() {
            if let Some(competency) = main_competency(&question.sheet.competencies) {
                counted.push(Counted { module: &module.id, competency, question });
            }
        }
    }
    counted
}

/// A cell of a table: where it is written, what it is called, what is asked for and what there is.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub path: String,
    pub row: String,
    pub column: String,
    pub target: usize,
    pub found: usize,
}

/// The cells of the three tables.
pub fn cells(blueprint: &Blueprint, items: &[Counted<'_>]) -> Vec<Cell> {
    let count = |fits: &dyn Fn(&Counted<'_>) -> bool| items.iter().filter(|item| fits(item)).count();
    let mut cells = Vec::new();
    for (id, row) in &blueprint.blooms {
        for (bloom, target) in row {
            let found = count(&|item| item.competency == id && item.question.sheet.bloom == *bloom);
            let path = format!("bloom.{id}.{}", bloom.name());
            cells.push(Cell { path, row: id.to_string(), column: bloom.name().into(), target: *target, found });
        }
    }
    for (id, row) in &blueprint.forms {
        for (form, target) in row {
            let found = count(&|item| item.competency == id && item.question.form.name() == form);
            let path = format!("formas.{id}.{form}");
            cells.push(Cell { path, row: id.to_string(), column: form.clone(), target: *target, found });
        }
    }
    for (module, row) in &blueprint.modules {
        for (id, target) in row {
            let found = count(&|item| item.module == module && item.competency == id);
            let path = format!("modulos.{module}.{id}");
            cells.push(Cell { path, row: module.to_string(), column: id.to_string(), target: *target, found });
        }
    }
    cells
}

/// A share: where it is written, its target and what there is, each 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub path: String,
    pub target: f64,
    pub found: f64,
}

pub fn shares(blueprint: &Blueprint, items: &[Counted<'_>]) -> Vec<Share> {
    let part = |fits: &dyn Fn(&Question) -> bool| {
        let found = items.iter().filter(|item| fits(item.question)).count();
        found as f64 / items.len().max(1) as f64
    };
    let size = |(name, target): &(String, f64)| Share {
        path: format!("tamano.{name}"),
        target: *target,
        found: part(&|question| question.sheet.size.as_ref() == Some(name)),
    };
    let band = |(name, target): &(String, f64)| Share {
        path: format!("dificultad.{name}"),
        target: *target,
        found: part(&|question| band(question.sheet.difficulty) == name),
    };
    blueprint.sizes.iter().map(size).chain(blueprint.difficulties.iter().map(band)).collect()
}

/// The band of a difficulty, the estimated share of right answers: the lower the share, the higher the difficulty.
pub fn band(difficulty: f64) -> &'static str {
    match difficulty {
        share if share >= 0.75 => "baja",
        share if share >= 0.5 => "media",
        _ => "alta",
    }
}

/// How many items there are of each sector, most first.
pub fn sectors<'c>(items: &[Counted<'c>]) -> Vec<(&'c str, usize)> {
    let mut sectors: Vec<(&str, usize)> = Vec::new();
    for sector in items.iter().filter_map(|item| item.question.sheet.sector.as_deref()) {
        match sectors.iter_mut().find(|(known, _)| *known == sector) {
            Some((_, n)) => *n += 1,
            None => sectors.push((sector, 1)),
        }
    }
    sectors.sort_by_key(|(name, n)| (Reverse(*n), *name));
    sectors
}

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let Some(blueprint) = &reading.course.blueprint else { return };
    let items = counted(&reading.course);
    for cell in cells(blueprint, &items).iter().filter(|cell| cell.target != cell.found) {
        let Some(place) = reading.blueprint.get(&cell.path) else { continue };
        let message = format!("el plano pide {} de «{}» en «{}», y hay {}", cell.target, cell.column, cell.row, cell.found);
        let help = "escribe los casos que faltan, cambia la ficha de los que sobran o corrige el plano";
        diagnostics.push(at(place, Code::BlueprintCell, message, "no cuadra", help));
    }
    for share in shares(blueprint, &items).iter().filter(|share| (share.target - share.found).abs() > TOLERANCE + 1e-9) {
        let Some(place) = reading.blueprint.get(&share.path) else { continue };
        let percent = |part: f64| (part * 100.0).round();
        let message = format!("se pide un {} % y hay un {} %", percent(share.target), percent(share.found));
        let help = "equilibra las fichas, o corrige el plano";
        diagnostics.push(at(place, Code::BlueprintShare, message, "no cuadra", help));
    }
    let place = reading.blueprint.get("limites.sector");
    if let (Some(most), Some(place)) = (blueprint.most_of_a_sector, place) {
        for (sector, n) in sectors(&items).into_iter().filter(|(_, n)| *n > most) {
            let message = format!("«{sector}» se repite demasiado: {n}, y el máximo es {most}");
            let help = "lleva algún caso a otro sector";
            diagnostics.push(at(place, Code::BlueprintShare, message, "demasiados", help));
        }
    }
}
