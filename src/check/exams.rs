//! The two forms of the test: as many items of each competency, and each with its twin in the other.

use std::collections::BTreeMap;

use super::at;
use crate::course::{Exam, ItemId, Question, main_competency};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Kind, Place, Reading};

/// How far apart the difficulties of two twins may be.
const TOLERANCE: f64 = 0.05;

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let course = &reading.course;
    for exam in &course.exams {
        per_competency(reading, exam, diagnostics);
    }
    if let [before, after] = course.exams.as_slice() {
        twins(reading, before, after, diagnostics);
    }
}

/// What makes two items alike: what they measure, their form, their level and how many things are to be answered.
fn likeness(question: &Question) -> (String, &'static str, &'static str, usize) {
    let competency = main_competency(&question.sheet.competencies).map(ToString::to_string).unwrap_or_default();
    (competency, question.form.name(), question.sheet.bloom.name(), question.form.len())
}

fn per_competency(reading: &Reading, exam: &Exam, diagnostics: &mut Vec<Diagnostic>) {
    let Some(target) = reading.course.blueprint.as_ref().and_then(|blueprint| blueprint.exam_items) else { return };
    for competency in &reading.course.competencies {
        let is_of = |question: &&Question| main_competency(&question.sheet.competencies) == Some(&competency.id);
        let found = exam.questions.iter().filter(is_of).count();
        if found != target {
            let message = format!("«{}» tiene {found} casos de «{}», y se piden {target}", exam.title, competency.id);
            let help = "añade o quita casos hasta igualar las competencias";
            diagnostics.push(at(&place_of_exam(reading, exam), Code::ExamUnlike, message, "no cuadra", help));
        }
    }
}

fn twins(reading: &Reading, before: &Exam, after: &Exam, diagnostics: &mut Vec<Diagnostic>) {
    let mut waiting: BTreeMap<_, Vec<&Question>> = BTreeMap::new();
    for question in &after.questions {
        waiting.entry(likeness(question)).or_default().push(question);
    }
    for question in &before.questions {
        let likeness = likeness(question);
        let near = |other: &&Question| (other.sheet.difficulty - question.sheet.difficulty).abs() <= TOLERANCE + 1e-9;
        let found = waiting.get_mut(&likeness).and_then(|twins| {
            let place = twins.iter().position(near)?;
            Some(twins.remove(place))
        });
        if found.is_none() {
            lonely(reading, question, after, diagnostics);
        }
    }
    for question in waiting.into_values().flatten() {
        lonely(reading, question, before, diagnostics);
    }
}

fn lonely(reading: &Reading, question: &Question, other: &Exam, diagnostics: &mut Vec<Diagnostic>) {
    let message = format!("«{}» no tiene gemelo en «{}»", question.id, other.title);
    let help = "hace falta otro de la misma competencia, forma, nivel y número de opciones, con una dificultad parecida";
    diagnostics.push(at(&place_of_item(reading, &question.id), Code::ExamUnlike, message, "sin gemelo", help));
}

fn place_of_exam(reading: &Reading, exam: &Exam) -> Place {
    place_of(reading, Kind::Exam, exam.id.as_str())
}

/// Where an item is defined.
pub fn place_of_item(reading: &Reading, item: &ItemId) -> Place {
    place_of(reading, Kind::Item, item.as_str())
}

/// Where something is defined; the beginning of nothing when it is not.
pub fn place_of(reading: &Reading, kind: Kind, id: &str) -> Place {
    let found = reading.definitions.iter().find(|found| found.kind == kind && found.id == id);
    found.map_or_else(|| Place { path: String::new(), span: 0..0, line: 1 }, |found| found.place.clone())
}
