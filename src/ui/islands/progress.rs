//! How far the learner has come: in the index of modules and beside a lesson.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Stop;
use super::carried::Carried;
use crate::course::{LessonId, Role};
use crate::learner::{self, Journal, LessonPlan, LessonState, What};
use crate::ui::browser;
use crate::ui::parts::format::{count, duration};
use crate::ui::parts::live;
use crate::ui::parts::sign::{Label, Sign};
use crate::ui::store::Store;

/// A module in the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModuleEntry {
    pub number: usize,
    pub title: String,
    pub href: String,
    pub role: Role,
    pub minutes: u32,
    pub lessons: Vec<LessonPlan>,
}

/// The index of modules, each with what is done of it.
#[island]
pub fn Modules(#[prop(into)] entries: Carried<Vec<ModuleEntry>>) -> impl IntoView {
    view! { <ol class="indice">{entries.0.into_iter().map(|entry| view! { <Module entry/> }).collect_view()}</ol> }
}

#[component]
fn Module(entry: ModuleEntry) -> impl IntoView {
    let states = states_of(entry.lessons.clone());
    let begun = move || states.with(|states| states.iter().any(|state| *state != LessonState::NotStarted));
    let steps = (0..entry.lessons.len()).map(|index| {
        let state = move || states.with(|states| state_name(states.get(index).copied()));
        view! { <i data-estado=state></i> }
    });
    view! {
        <li>
            <a href=entry.href.clone()>
                <span class="n" class:por-hacer=move || !begun()>{entry.number}</span>
                <strong>{entry.title.clone()}</strong>
                <span class="meta">
                    <Label sign=Sign::from(entry.role) text=Sign::from(entry.role).subject()/>
                    <span>{duration(entry.minutes)}</span>
                    <span class="pasos" aria-hidden="true">{steps.collect_view()}</span>
                    <span inner_html=move || live(states.with(|states| summary(states)))></span>
                </span>
            </a>
        </li>
    }
}

/// Where each lesson stands for this learner.
fn states_of(plans: Vec<LessonPlan>) -> Memo<Vec<LessonState>> {
    let journal = Store::here().journal();
    let state = |plan: &LessonPlan, journal: &Journal| learner::lesson_progress(plan, journal).state;
    Memo::new(move |_| journal.with(|journal| plans.iter().map(|plan| state(plan, journal)).collect()))
}

/// What is done of a module, in words.
fn summary(states: &[LessonState]) -> String {
    let done = states.iter().filter(|state| **state == LessonState::Done).count();
    let begun = states.iter().any(|state| *state != LessonState::NotStarted);
    match (done, states.len()) {
        (done, all) if done == all => "Terminado".into(),
        (0, all) if !begun => count(all, "lección"),
        (done, all) => format!("{done} de {}", count(all, "lección")),
    }
}

fn state_name(state: Option<LessonState>) -> &'static str {
    match state {
        Some(LessonState::Done) => "hecha",
        Some(LessonState::Started) => "empezada",
        Some(LessonState::NotStarted) | None => "sin-empezar",
    }
}

/// Whether a lesson is done, in a list that is otherwise still.
#[island]
pub fn Step(#[prop(into)] plan: Carried<LessonPlan>) -> impl IntoView {
    let states = states_of(vec![plan.0]);
    let state = move || states.with(|states| states.first().copied());
    view! {
        <span class="pasos">
            <i aria-hidden="true" data-estado=move || state_name(state())></i>
            <span class="oculto" inner_html=move || live(state_words(state()))></span>
        </span>
    }
}

/// The lessons of the module beside the one that is open. It also notes how far the reading has come.
#[island]
pub fn Rail(#[prop(into)] entries: Carried<Vec<Stop>>, current: LessonId, label: String) -> impl IntoView {
    let Carried(entries) = entries;
    let store = Store::here();
    note_reading(store, current.clone());
    let all = entries.len();
    let states = states_of(entries.iter().map(|entry| entry.plan.clone()).collect());
    let done = move || states.with(|states| states.iter().filter(|state| **state == LessonState::Done).count());
    let line = move |(index, entry): (usize, Stop)| {
        let state = move || states.with(|states| states.get(index).copied());
        let here = (entry.plan.id == current).then_some("page");
        view! {
            <li>
                <a href=entry.href aria-current=here data-estado=move || state_name(state())>
                    <span>
                        {entry.title}
                        <span class="oculto" inner_html=move || live(state_words(state()))></span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="carril" aria-label=label>
            <p class="meta" inner_html=move || live(format!("Has completado {} de {all}", done()))></p>
            <ol>{entries.into_iter().enumerate().map(line).collect_view()}</ol>
        </nav>
    }
}

fn state_words(state: Option<LessonState>) -> &'static str {
    match state {
        Some(LessonState::Done) => " (hecha)",
        Some(LessonState::Started) => " (empezada)",
        Some(LessonState::NotStarted) | None => "",
    }
}

/// Notes the part of the lesson that is being read, each time that it is another.
fn note_reading(store: Store, lesson: LessonId) {
    let last = StoredValue::new(String::new());
    Effect::new(move || {
        if !store.is_settled() {
            return;
        }
        let lesson = lesson.clone();
        browser::on_section_reached(move |anchor| {
            if last.get_value() != anchor {
                last.set_value(anchor.clone());
                store.record(What::Reached { lesson: lesson.clone(), anchor });
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_says_what_is_done_of_it() {
        use LessonState::{Done, NotStarted, Started};
        assert_eq!(summary(&[NotStarted, NotStarted]), "2 lecciones");
        assert_eq!(summary(&[Started, NotStarted]), "0 de 2 lecciones");
        assert_eq!(summary(&[Done, NotStarted]), "1 de 2 lecciones");
        assert_eq!(summary(&[Done, Done]), "Terminado");
    }
}
