//! The two forms of the test: as many items of each competency, and each with its twin in the other.

use std::collections::BTreeMap;

use super::at;
use crate::course::{Exam, ItemId, Occasion, Question, main_competency};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Kind, Place, Reading};

/// How far apart the difficulties of two twins may be.
const TOLERANCE: f64 = 0.05;

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let course = &reading.course;
    if let Some(place) = reading.blueprint.get("limites.por_prueba").filter(|_| course.exams.is_empty()) {
        let help = "escribe las pruebas en la carpeta pruebas/, o quita «por_prueba»";
        diagnostics.push(at(place, Code::ExamUnlike, "se piden casos por prueba, y no hay ninguna prueba", "sin pruebas", help));
    }
    for exam in &course.exams {
        per_competency(reading, exam, diagnostics);
    }
    for before in course.exams.iter().filter(|exam| exam.occasion == Occasion::Before) {
        for after in course.exams.iter().filter(|exam| exam.occasion == Occasion::After) {
            twins(reading, before, after, diagnostics);
        }
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
            let message = format!("el plano pide {target} por competencia, y «{}» tiene {found} de «{}»", exam.title, competency.id);
            let help = "añade o quita casos hasta igualar las competencias";
            diagnostics.push(at(&place_of_exam(reading, exam), Code::ExamUnlike, message, "no cuadra", help));
        }
    }
}

fn twins(reading: &Reading, before: &Exam, after: &Exam, diagnostics: &mut Vec<Diagnostic>) {
    let mut alike: BTreeMap<_, [Vec<&Question>; 2]> = BTreeMap::new();
    for (side, exam) in [before, after].into_iter().enumerate() {
        for question in &exam.questions {
            alike.entry(likeness(question)).or_default()[side].push(question);
        }
    }
    for [ours, theirs] in alike.into_values() {
        let (without, others_without) = unpaired(ours, theirs);
        without.into_iter().for_each(|question| lonely(reading, question, after, diagnostics));
        others_without.into_iter().for_each(|question| lonely(reading, question, before, diagnostics));
    }
}

/// Those that are left when the two lists are paired by difficulty. Going up both at once pairs as many as can be.
fn unpaired<'q>(ours: Vec<&'q Question>, theirs: Vec<&'q Question>) -> (Vec<&'q Question>, Vec<&'q Question>) {
    let up = |mut questions: Vec<&'q Question>| {
        questions.sort_by(|a, b| a.sheet.difficulty.total_cmp(&b.sheet.difficulty));
        questions.into_iter().peekable()
    };
    let (mut ours, mut theirs) = (up(ours), up(theirs));
    let mut left = (Vec::new(), Vec::new());
    while let (Some(one), Some(other)) = (ours.peek(), theirs.peek()) {
        let apart = one.sheet.difficulty - other.sheet.difficulty;
        if apart.abs() <= TOLERANCE + 1e-9 {
            ours.next();
            theirs.next();
        } else if apart < 0.0 {
            left.0.extend(ours.next());
        } else {
            left.1.extend(theirs.next());
        }
    }
    left.0.extend(ours);
    left.1.extend(theirs);
    left
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
