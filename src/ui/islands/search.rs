//! Searching lessons, cases, terms and simulations, here in the browser.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::search::{Entry, Index, Kind, search};
use crate::ui::browser;
use crate::ui::parts::format::count;
use crate::ui::parts::{escape, live};

/// The most that is shown: whoever does not find it there writes another word.
const MOST: usize = 20;

/// How the index is.
#[derive(Clone)]
enum Load {
    Coming,
    Here(Arc<Index>),
    Failed,
}

#[island]
pub fn Search() -> impl IntoView {
    let query = RwSignal::new(browser::query("q").unwrap_or_default());
    let index = RwSignal::new(Load::Coming);
    Effect::new(move || {
        spawn_local(async move {
            let text = browser::fetch_text(&browser::root_attribute("data-busqueda")).await;
            let found = text.and_then(|text| serde_json::from_str(&text).ok());
            index.set(found.map_or(Load::Failed, |found| Load::Here(Arc::new(found))));
        });
    });
    let hits = Memo::new(move |_| index.with(|index| hits(index, &query.get())));
    view! {
        <search class="buscador">
            <label for="buscar">"Qué buscas"</label>
            <input
                type="search"
                id="buscar"
                autocomplete="off"
                spellcheck="false"
                prop:value=query
                on:input=move |event| {
                    let words = event_target_value(&event);
                    browser::keep_query("q", &words);
                    query.set(words);
                }
            />
            <p class="meta" role="status" inner_html=move || live(hits.with(|(told, _)| told.clone()))></p>
        </search>
        <ol class="hallazgos" inner_html=move || hits.with(|(_, list)| list.clone())></ol>
    }
}

/// What is said, and the list as HTML.
fn hits(index: &Load, query: &str) -> (String, String) {
    let index = match index {
        _ if query.trim().is_empty() => return ("Las tildes y las mayúsculas no importan.".into(), String::new()),
        Load::Coming => return ("Cargando el índice…".into(), String::new()),
        Load::Failed => {
            return (
                "No se ha podido cargar el índice. Comprueba la conexión y vuelve a cargar la página.".into(),
                String::new(),
            );
        }
        Load::Here(index) => index,
    };
    let hits = search(index, query, MOST);
    let told = match hits.len() {
        0 => format!("Nada con «{}». Prueba con otra palabra, o con menos.", query.trim()),
        n if n == MOST => format!("Los {MOST} resultados más cercanos."),
        n => count(n, "resultado"),
    };
    let list = hits.iter().filter_map(|hit| index.documents.get(hit.document)).map(line).collect();
    (told, list)
}

fn line(entry: &Entry) -> String {
    let kind = match entry.kind {
        Kind::Lesson => "Lección",
        Kind::Case => "Caso",
        Kind::Term => "Término",
        Kind::Simulation => "Simulación",
    };
    format!(
        "<li><p class=\"meta\"><b>{kind}</b> · {}</p><a href=\"{}\">{}</a><p>{}</p></li>",
        escape(&entry.place),
        escape(&entry.href),
        escape(&entry.title),
        escape(&entry.extract)
    )
}
