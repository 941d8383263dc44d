//! Each person: the two scales, what they need, and their cases. Made to be printed, one to a page.

use super::ClassView;
use crate::assess::overall;
use crate::course::{CompetencyId, Dimension, Item};
use crate::exchange::class::{CaseState, Class, MarkedCase, Row};
use crate::learner::{Estimate, NextStep, Profile, WeakPoint, profile};
use crate::ui::islands::scale_words as text;
use crate::ui::parts::escape;
use crate::ui::parts::figures::{credit_bar, interval_shape};
use crate::ui::parts::format::count;
use crate::ui::parts::sign::{Sign, glyph};

/// More people than these are not drawn one by one.
const MOST: usize = 60;

pub fn html(class: &Class, bank: &[Item], view: &ClassView, threshold: f64) -> String {
    let competencies: Vec<CompetencyId> = view.competencies.iter().map(|name| name.id.clone()).collect();
    let people: String =
        class.counted().take(MOST).map(|row| person(row, bank, &competencies, view, threshold)).collect();
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"personas\"><h2 id=\"personas\">Persona por persona</h2>\
         <p class=\"medida\">Qué enviar a cada cual, y cómo respondió. Al imprimir esta página, cada persona sale en la suya.</p>{people}</section>"
    )
}

fn person(row: &Row, bank: &[Item], competencies: &[CompetencyId], view: &ClassView, threshold: f64) -> String {
    let journal = row.marked.journal(bank);
    let profile = profile(bank, competencies, &journal, threshold);
    let scales: String =
        Dimension::ALL.iter().map(|dimension| scale(*dimension, profile.dimension(*dimension))).collect();
    let cases: String = row.marked.cases.iter().map(|case| case_html(case, bank)).collect();
    format!(
        "<details class=\"item persona\"><summary>{}<span class=\"meta\"> {} de {}</span></summary>\
         <div class=\"niveles-prueba\">{scales}</div>{}<ol class=\"creditos-prueba\">{cases}</ol></details>",
        escape(&row.marked.submission.alias),
        row.marked.answered(),
        count(row.marked.cases.len(), "caso"),
        needs(&profile, view)
    )
}

fn scale(dimension: Dimension, estimate: &Estimate) -> String {
    let sign = Sign::from(dimension);
    format!(
        "<section class=\"{}\"><h3>{}<span>{}</span></h3><p class=\"cifra\">{}</p>\
         <svg class=\"mini {}\" viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{}</svg><p class=\"meta\">{}</p></section>",
        if text::interval(estimate).is_none() { "falta" } else { "" },
        glyph(sign),
        text::name(dimension),
        text::headline(estimate),
        sign.field(),
        interval_shape(text::interval(estimate), 14),
        escape(&text::support(estimate))
    )
}

/// What is known to be weak, with the lesson to send. What is not known yet says nothing about the person.
fn needs(profile: &Profile, view: &ClassView) -> String {
    let line = |point: &WeakPoint| {
        let NextStep::Review { link, .. } = &point.step else { return None };
        let name = view.competencies.iter().find(|name| name.id == point.competency).map(|name| name.name.clone());
        let lesson = view.lessons.iter().find(|lesson| lesson.id == link.lesson)?;
        Some(format!(
            "<li><b>{}</b>: enviar <a href=\"{}#{}\">{}, «{}»</a></li>",
            escape(&name.unwrap_or_default()),
            escape(&lesson.href),
            escape(&link.anchor),
            escape(&lesson.title),
            escape(&link.title)
        ))
    };
    let lines: Vec<String> = profile.weak_points.iter().filter_map(line).collect();
    if lines.is_empty() { String::new() } else { format!("<ul class=\"lista-puntos\">{}</ul>", lines.concat()) }
}

fn case_html(case: &MarkedCase, bank: &[Item]) -> String {
    let item = bank.iter().find(|item| item.id == case.given.item);
    let title = item.map_or(case.given.item.as_str(), |item| item.title.as_str());
    let credit = item.zip(case.credits.as_ref()).map(|(item, credits)| overall(credits, &item.competencies));
    let value = match (case.state, credit) {
        (CaseState::Blank, _) => "<span class=\"meta\">en blanco</span>".to_owned(),
        (_, Some(credit)) => credit_bar(credit),
        _ => "<span class=\"meta\">no se puede puntuar</span>".to_owned(),
    };
    let seen = if case.given.seen_before { " <span class=\"meta\">ya visto</span>" } else { "" };
    format!("<li><span>{}{seen}</span>{value}</li>", escape(title))
}
