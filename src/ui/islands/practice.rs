//! Drawing a session of mixed cases, and going on with one that was left.

use leptos::prelude::*;

use crate::course::{CompetencyId, ItemId, ModuleId, fnv1a};
use crate::learner::{EventId, Filter, Journal, Purpose, Session, What, draw, records, sessions};
use crate::ui::browser;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;
use crate::ui::parts::live;
use crate::ui::store::Store;

/// How many sessions that were left are offered again.
const OFFERED: usize = 3;

/// Begins a session drawn from what is marked in the form above. `cases` is the address under which the cases are.
#[island]
pub fn Practice(cases: String) -> impl IntoView {
    let store = Store::here();
    // The items are fetched when the page opens, so that they are here when they are asked for.
    Effect::new(move || drop(store.bank()));
    let told = RwSignal::new("");
    let base = StoredValue::new(cases);
    let begin = move |_| match drawn(store) {
        Ok((session, first)) => browser::go_to(&base.with_value(|base| format!("{base}{first}/?sesion={session}"))),
        Err(reason) => told.set(reason),
    };
    let left = Memo::new(move |_| base.with_value(|base| store.journal().with(|journal| left(journal, base))));
    view! {
        <p class="acciones">
            <button type="button" class="boton" on:click=begin>"Empezar"</button>
            <span class="meta" role="status" inner_html=move || live(told.get())></span>
        </p>
        <div class="pila" hidden=move || left.with(String::is_empty) inner_html=left></div>
    }
}

/// Draws and notes a session; gives its id and its first case, or why there is none.
fn drawn(store: Store) -> Result<(EventId, ItemId), &'static str> {
    let bank = store.bank().ok_or("Los casos todavía se están cargando. Vuelve a pulsar en un momento.")?;
    let filter = Filter {
        competencies: browser::all_checked("competencia").into_iter().map(CompetencyId::new).collect(),
        forms: browser::all_checked("forma"),
        modules: browser::all_checked("modulo").into_iter().map(ModuleId::new).collect(),
        facets: browser::all_checked("faceta"),
    };
    let n = browser::checked("cuantos").and_then(|n| n.parse().ok()).unwrap_or(10);
    let session = EventId::new(browser::fresh_id());
    let seed = fnv1a(session.as_str().as_bytes());
    let items = store.journal().with_untracked(|journal| draw(&bank, &records(&bank, journal), &filter, n, seed));
    let first = items.first().cloned().ok_or("Ningún caso cumple con todo lo marcado. Quita algún filtro.")?;
    store.record(What::Drawn { session: session.clone(), purpose: Purpose::Practice, seed, items });
    Ok((session, first))
}

/// The last sessions that were not finished, as HTML.
fn left(journal: &Journal, base: &str) -> String {
    let unfinished = |session: Session| {
        let answered = session.answered(journal);
        let next = session.items.iter().find(|item| !answered.contains(item))?.clone();
        (session.purpose == Purpose::Practice).then_some((session, answered.len(), next))
    };
    let line = |(session, done, next): (Session, usize, ItemId)| {
        let address = format!("{base}{next}/?sesion={}", session.id);
        let what = count(session.items.len(), "caso");
        format!(
            "<li><a href=\"{}\">Seguir con la sesión de {what}</a> <span class=\"meta\">Llevas {done}.</span></li>",
            escape(&address)
        )
    };
    let lines: String = sessions(journal).rev().filter_map(unfinished).take(OFFERED).map(line).collect();
    if lines.is_empty() { lines } else { format!("<h2>Sin terminar</h2><ul class=\"lista-limpia\">{lines}</ul>") }
}
