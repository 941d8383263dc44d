//! What the course has to teach: every claim somewhere, some only as a critical case, every disagreement fairly. And what
//! its words promise: a competency whose evidence can never be enough for a word would promise in vain.

use super::exams::place_of;
use super::at;
use crate::assess::{Evidence, Prior, estimate};
use crate::course::{Block, CompetencyId, Item, Lesson, SectionKind, SourceId, Tension};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Kind, Reading};

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    claims(reading, diagnostics);
    critical(reading, diagnostics);
    for tension in &reading.course.tensions {
        taught(reading, tension, diagnostics);
    }
    words(reading, diagnostics);
}

fn claims(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let Some(prefix) = reading.course.blueprint.as_ref().and_then(|blueprint| blueprint.cited.as_deref()) else { return };
    let is_claim = |id: &SourceId| id.as_str().starts_with(prefix) && id.as_str().contains('-');
    if let Some(place) = reading.blueprint.get("fuentes.citadas")
        && !reading.course.sources.iter().any(|source| is_claim(&source.id))
    {
        let message = format!("ninguna fuente tiene un id que empiece por «{prefix}», como «{prefix}1-01»");
        let help = "escribe aquí el comienzo de los ids de las afirmaciones, tal como están en fuentes.md, o quita «citadas»";
        diagnostics.push(at(place, Code::ClaimUncited, message, "no coincide con nada", help));
    }
    for source in reading.course.sources.iter().filter(|source| is_claim(&source.id)) {
        if !cites(reading, &source.id) {
            let place = place_of(reading, Kind::Source, source.id.as_str());
            let message = format!("ninguna lección cita «{}»", source.id);
            let help = "enséñala en una lección y cítala en sus fuentes, o quítala de aquí";
            diagnostics.push(at(&place, Code::ClaimUncited, message, "sin enseñar", help));
        }
    }
}

fn cites(reading: &Reading, id: &SourceId) -> bool {
    reading.course.lessons().any(|(_, lesson)| lesson.sources.contains(id))
}

/// A lesson that cites a critical claim has to put it to the test in a case.
fn critical(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let critical = reading.course.blueprint.as_ref().map(|blueprint| blueprint.critical.as_slice()).unwrap_or_default();
    for (_, lesson) in reading.course.lessons() {
        for id in critical.iter().filter(|id| lesson.sources.contains(id)) {
            let examined = lesson.questions().any(|question| question.sheet.sources.contains(id));
            if !examined && !lived(reading, lesson, id) {
                let place = place_of(reading, Kind::Lesson, lesson.id.as_str());
                let message = format!("«{id}» solo puede enseñarse como caso crítico, y esta lección no la somete a examen");
                let help = "añade un caso que la ponga a prueba y la cite en su ficha, o deja de citarla";
                diagnostics.push(at(&place, Code::ClaimCritical, message, "falta el caso", help));
            }
        }
    }
}

/// Whether the simulation of the lesson cites it: there it is examined by living it.
fn lived(reading: &Reading, lesson: &Lesson, id: &SourceId) -> bool {
    let simulations = reading.course.simulations.iter();
    simulations.filter(|simulation| lesson.simulation.as_ref() == Some(&simulation.id)).any(|simulation| simulation.sources.contains(id))
}

/// Some lesson teaches the tension, and each that does has both readings and a place for them.
fn taught(reading: &Reading, tension: &Tension, diagnostics: &mut Vec<Diagnostic>) {
    let lessons: Vec<&Lesson> = reading.course.lessons().map(|(_, lesson)| lesson).collect();
    let teaching: Vec<&&Lesson> = lessons.iter().filter(|lesson| lesson.tensions.contains(&tension.id)).collect();
    if teaching.is_empty() {
        let place = place_of(reading, Kind::Tension, tension.id.as_str());
        let help = format!("enséñala en un «Depende de…» y nómbrala en la cabecera de la lección: tensiones = [\"{}\"]", tension.id);
        let message = format!("ninguna lección enseña la tensión «{}»", tension.id);
        diagnostics.push(at(&place, Code::TensionUntaught, message, "sin enseñar", help));
    }
    for lesson in teaching {
        let place = place_of(reading, Kind::Lesson, lesson.id.as_str());
        let missing = [("una lectura", &tension.one), ("la otra lectura", &tension.other)];
        let missing = missing.iter().find(|(_, ids)| !ids.is_empty() && !ids.iter().any(|id| lesson.sources.contains(id)));
        let message = match missing {
            Some((which, _)) => format!("la lección enseña «{}» y no cita ninguna afirmación de {which}", tension.id),
            None if !has_depends(lesson) => format!("la lección enseña «{}» y no tiene «Depende de…»", tension.id),
            None => continue,
        };
        let help = "presenta las dos lecturas en un apartado .depende y cita las afirmaciones de ambas";
        diagnostics.push(at(&place, Code::TensionUnfair, message, "a medias", help));
    }
}

fn has_depends(lesson: &Lesson) -> bool {
    lesson.blocks.iter().any(|block| matches!(block, Block::Section(section) if section.kind == SectionKind::Depends))
}

/// Every competency can reach the evidence that the plan promises: enough for its words.
fn words(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let Some(least) = reading.course.blueprint.as_ref().and_then(|blueprint| blueprint.least_evidence) else { return };
    let items = reading.course.items();
    for competency in &reading.course.competencies {
        let evidence = attainable(&items, &competency.id);
        if evidence + 1e-9 < least as f64 {
            let place = place_of(reading, Kind::Competency, competency.id.as_str());
            // Rounded down, so that what falls short by a hair does not look enough.
            let evidence = (evidence * 10.0).floor() / 10.0;
            let message = format!("con todo respondido, «{}» reúne {evidence:.1} de evidencia, y el plano promete {least}", competency.id);
            let help = "añade casos que la midan, o dales más peso";
            diagnostics.push(at(&place, Code::WordsUnreachable, message, "insuficiente", help));
        }
    }
}

/// The most evidence that answering everything gives, each scenario within its cap.
fn attainable(items: &[Item], competency: &CompetencyId) -> f64 {
    let evidence: Vec<Evidence> = items
        .iter()
        .filter_map(|item| {
            let (_, weight) = item.competencies.iter().find(|(id, _)| id == competency)?;
            Some(Evidence { item: item.id.clone(), credit: 1.0, floor: 0.0, weight: *weight, scenario: item.scenario.clone() })
        })
        .collect();
    estimate(&evidence, &Prior::default()).evidence()
}

/// Lessons with legal notes that nobody has looked at for twelve months. Dates are as `2026-11-22`.
pub fn old_legal_notes(reading: &Reading, today: &str) -> Vec<Diagnostic> {
    let is_old = |lesson: &&Lesson| lesson.jurisdiction.as_ref().is_some_and(|law| !law.is_empty()) && a_year_later(&lesson.revised).is_some_and(|due| due.as_str() <= today);
    let lessons = reading.course.lessons().map(|(_, lesson)| lesson).filter(is_old);
    let old = |lesson: &Lesson| {
        let place = place_of(reading, Kind::Lesson, lesson.id.as_str());
        let message = format!("las notas legales de esta lección se revisaron el {}, hace doce meses o más", lesson.revised);
        let help = "comprueba que siguen vigentes y cambia la fecha de «revisado»";
        at(&place, Code::LegalOld, message, "por revisar", help)
    };
    lessons.map(old).collect()
}

fn a_year_later(date: &str) -> Option<String> {
    let (year, rest) = date.split_at_checked(4)?;
    Some(format!("{:04}{rest}", year.parse::<u32>().ok()? + 1))
}
