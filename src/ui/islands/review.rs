//! Spaced review: what is due today, and when the rest comes back.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use crate::course::{CompetencyId, Dimension, ItemId, fnv1a};
use crate::learner::{EventId, Objective, Purpose, What, objectives, records};
use crate::ui::browser;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;
use crate::ui::parts::live;
use crate::ui::parts::sign::{Sign, glyph};
use crate::ui::store::Store;

/// The most cases of one session: more would be a burden.
const MOST: usize = 10;
/// Milliseconds.
const DAY: i64 = 86_400_000;

/// A behaviour in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BehaviourName {
    pub competency: CompetencyId,
    pub id: String,
    pub text: String,
}

/// Every objective with some answer; `None` until the items have come.
fn known(store: Store) -> Option<Vec<Objective>> {
    // Nothing answered, nothing to review: the items are not fetched.
    if store.journal().with(|journal| journal.iter().all(|event| !matches!(event.what, What::Answered { .. }))) {
        return Some(Vec::new());
    }
    let bank = store.bank()?;
    Some(store.journal().with(|journal| objectives(&bank, &records(&bank, journal), journal, browser::now())))
}

fn due(objectives: &[Objective]) -> Vec<&Objective> {
    let now = browser::now();
    objectives.iter().filter(|objective| objective.is_due(now)).collect()
}

/// What is due, and the button that begins. `cases` is the address under which the cases are.
#[island]
pub fn Review(#[prop(into)] names: Carried<Vec<BehaviourName>>, cases: String) -> impl IntoView {
    let store = Store::here();
    let known = Memo::new(move |_| known(store));
    let objectives = Memo::new(move |_| known.get().unwrap_or_default());
    let names = StoredValue::new(names.0);
    let headline = move || match known.with(Option::is_none) {
        true => "Mirando qué toca hoy…".into(),
        false => objectives.with(|objectives| headline(objectives)),
    };
    let begin = move |_| {
        if let Some((session, first)) = objectives.with_untracked(|objectives| drawn(store, &due(objectives))) {
            browser::go_to(&format!("{cases}{first}/?sesion={session}"));
        }
    };
    view! {
        <div class="pila">
            <p class="entrada" role="status" inner_html=move || live(headline())></p>
            <p class="acciones" hidden=move || objectives.with(|objectives| due(objectives).is_empty())>
                <button type="button" class="boton" on:click=begin>"Empezar el repaso"</button>
            </p>
            <ol class="repasos" inner_html=move || objectives.with(|objectives| names.with_value(|names| list(objectives, names)))></ol>
        </div>
    }
}

/// Notes a session with what is due first; gives its id and its first case.
fn drawn(store: Store, due: &[&Objective]) -> Option<(EventId, ItemId)> {
    let items: Vec<ItemId> = due.iter().take(MOST).map(|objective| objective.item.clone()).collect();
    let first = items.first()?.clone();
    let session = EventId::new(browser::fresh_id());
    let seed = fnv1a(session.as_str().as_bytes());
    store.record(What::Drawn { session: session.clone(), purpose: Purpose::Review, seed, items });
    Some((session, first))
}

fn headline(objectives: &[Objective]) -> String {
    match (objectives.len(), due(objectives).len()) {
        (0, _) => "Aún no hay nada que repasar. Decide algunos casos y vuelve: cada conducta aparecerá aquí cuando esté a punto de olvidarse.".into(),
        (_, 0) => "Hoy no toca nada. Abajo ves cuándo vuelve cada conducta.".into(),
        (_, 1) => "Hoy toca una conducta.".into(),
        (_, n) if n > MOST => format!("Hoy tocan {n} conductas; en esta sesión, las {MOST} más urgentes."),
        (_, n) => format!("Hoy tocan {n} conductas."),
    }
}

fn list(objectives: &[Objective], names: &[BehaviourName]) -> String {
    let mut sorted: Vec<&Objective> = objectives.iter().collect();
    let now = browser::now();
    // What is due keeps its order; the rest, by date.
    sorted.sort_by_key(|objective| if objective.is_due(now) { i64::MIN } else { objective.due.0 });
    let line = |objective: &&Objective| {
        let name = names.iter().find(|name| name.competency == objective.competency && name.id == objective.behaviour);
        let text = name.map_or(objective.behaviour.as_str(), |name| name.text.as_str());
        let sign = Sign::from(Dimension::of(&objective.competency).unwrap_or(Dimension::Strategy));
        let when = when(objective, now.0);
        format!("<li>{}<span>{}</span><span class=\"meta\">{when}</span></li>", glyph(sign), escape(text))
    };
    sorted.iter().map(line).collect()
}

fn when(objective: &Objective, now: i64) -> String {
    if objective.due.0 <= now {
        return if objective.confident_miss { "Hoy: fallaste con mucha seguridad".into() } else { "Hoy".into() };
    }
    match (objective.due.0 - now + DAY - 1) / DAY {
        1 => "Mañana".into(),
        days => format!("Dentro de {days} días"),
    }
}

/// One line for the front page: what is due today, with the way there. Nothing at all when nothing is.
#[island]
pub fn DueToday(href: String) -> impl IntoView {
    let store = Store::here();
    let n = Memo::new(move |_| due(&known(store).unwrap_or_default()).len());
    let words = move || match n.get() {
        1 => "Hoy toca repasar una conducta".to_owned(),
        n => format!("Hoy toca repasar {}", count(n, "conducta")),
    };
    view! {
        <p class="para-hoy" hidden=move || n.get() == 0><a class="boton claro" href=href inner_html=move || live(words())></a></p>
    }
}
