//! A rubric with which learners rate their own work. It is kept in the journal and never touches the measured scales.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use crate::course::{Criterion, LessonId, OptionKey};
use crate::learner::{Journal, What};
use crate::ui::browser;
use crate::ui::parts::{escape, live};
use crate::ui::store::Store;

/// What travels to the browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RubricView {
    pub lesson: LessonId,
    pub levels: Vec<String>,
    pub criteria: Vec<Criterion>,
}

#[island]
pub fn SelfRating(#[prop(into)] view: Carried<RubricView>) -> impl IntoView {
    let store = Store::here();
    let view = StoredValue::new(view.0);
    // Written once the journal is known, and not again: a mark being made must not lose the focus.
    let known = Memo::new(move |_| store.is_read());
    let form = move || {
        // Read and not only tracked: a memo that nobody has read follows nothing.
        known.get();
        view.with_value(|view| store.journal().with_untracked(|journal| form(view, journal)))
    };
    let rated = move || view.with_value(|view| store.journal().with(|journal| told(view, journal)));
    let rate = move |event| {
        let Some((criterion, level)) = browser::changed(&event) else { return };
        let Ok(level) = level.parse() else { return };
        let lesson = view.with_value(|view| view.lesson.clone());
        store.record(What::Rated { lesson, criterion: OptionKey::new(criterion), level });
    };
    view! {
        <section class="autoevaluacion ancho" aria-labelledby="autoevaluacion">
            <h3 id="autoevaluacion">"Valora tu proyecto"</h3>
            <p class="meta">"Marca en cada criterio el nivel cuya descripción se parece más a tu trabajo. Se guarda con tu progreso y se puede cambiar; no entra en las escalas del perfil, porque nadie más lo ha leído."</p>
            <div class="criterios" on:change=rate inner_html=form></div>
            <p class="meta" role="status" inner_html=move || live(rated())></p>
        </section>
    }
}

/// The level last given to a criterion.
fn level(view: &RubricView, criterion: &Criterion, journal: &Journal) -> Option<u8> {
    journal.iter().rev().find_map(|event| match &event.what {
        What::Rated { lesson, criterion: key, level } if *lesson == view.lesson && *key == criterion.key => {
            Some(*level)
        }
        _ => None,
    })
}

fn form(view: &RubricView, journal: &Journal) -> String {
    let criterion = |criterion: &Criterion| {
        let chosen = level(view, criterion, journal);
        let option = |(at, example): (usize, &crate::course::Html)| {
            let (value, checked) = (at + 1, if chosen == Some(at as u8 + 1) { " checked" } else { "" });
            let name = view.levels.get(at).map_or("", String::as_str);
            format!(
                "<label><input type=\"radio\" name=\"{}\" value=\"{value}\"{checked}><span><b>{}</b> {}</span></label>",
                criterion.key,
                escape(name),
                example.as_str()
            )
        };
        let options: String = criterion.levels.iter().enumerate().map(option).collect();
        format!("<fieldset><legend>{}</legend>{options}</fieldset>", escape(&criterion.name))
    };
    view.criteria.iter().map(criterion).collect()
}

fn told(view: &RubricView, journal: &Journal) -> String {
    let rated = view.criteria.iter().filter(|criterion| level(view, criterion, journal).is_some()).count();
    match (rated, view.criteria.len()) {
        (0, _) => "Aún no has valorado ningún criterio.".into(),
        (rated, all) if rated == all => "Has valorado todos los criterios. Tu valoración está guardada.".into(),
        (rated, all) => format!("Has valorado {rated} de {all} criterios. Tu valoración está guardada."),
    }
}
