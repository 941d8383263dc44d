//! Where one is in a session of practice or of review, on the page of a case.

use leptos::prelude::*;

use super::case_view::Link;
use crate::course::ItemId;
use crate::learner::{EventId, Purpose, Session, session};
use crate::ui::browser;
use crate::ui::parts::escape;
use crate::ui::store::Store;

/// The session that the address of the page names, once it is known and if this case belongs to it.
pub fn here(store: Store, item: &ItemId) -> Memo<Option<Session>> {
    let (id, item) = (browser::query("sesion").map(EventId::new), item.clone());
    Memo::new(move |_| {
        let found = store.journal().with(|journal| session(journal, id.as_ref()?));
        found.filter(|session| session.place(&item).is_some())
    })
}

/// The case after this one, or the page that the session was drawn from. Cases stand beside one another.
pub fn next_link(session: &Session, item: &ItemId) -> Link {
    let next = session.place(item).and_then(|place| session.items.get(place + 1));
    match next {
        Some(next) => Link { href: address(session, next), text: "Siguiente caso".into() },
        None if session.purpose == Purpose::Assignment => Link { href: home(session), text: "Ir a la tarea".into() },
        None => Link { href: home(session), text: "Terminar la sesión".into() },
    }
}

/// The address of a case of the session from the page of another one.
fn address(session: &Session, item: &ItemId) -> String {
    format!("../{item}/?sesion={}", session.id)
}

/// The page from which the session was begun.
fn home(session: &Session) -> String {
    match session.purpose {
        Purpose::Practice => "../../practica/".to_owned(),
        Purpose::Review => "../../repaso/".to_owned(),
        Purpose::Assignment => format!("../../tarea/?sesion={}", session.id),
    }
}

#[island]
pub fn SessionBar(item: ItemId) -> impl IntoView {
    let store = Store::here();
    let session = here(store, &item);
    let html = Memo::new(move |_| {
        session.with(|session| session.as_ref().map(|session| bar(session, &item, store)).unwrap_or_default())
    });
    view! {
        <nav class="sesion" aria-label="Sesión" hidden=move || html.with(String::is_empty) inner_html=html></nav>
    }
}

fn bar(session: &Session, item: &ItemId, store: Store) -> String {
    let answered = store.journal().with(|journal| session.answered(journal));
    let name = match session.purpose {
        Purpose::Practice => "Práctica",
        Purpose::Review => "Repaso",
        Purpose::Assignment => "Tarea",
    };
    let place = session.place(item).unwrap_or_default();
    let step = |(at, other): (usize, &ItemId)| {
        let done = if answered.contains(other) { "hecho" } else { "pendiente" };
        let current = if other == item { " aria-current=\"step\"" } else { "" };
        format!(
            "<li><a href=\"{}\" data-estado=\"{done}\"{current}><span class=\"oculto\">Caso {} ({done})</span></a></li>",
            escape(&address(session, other)),
            at + 1
        )
    };
    let steps: String = session.items.iter().enumerate().map(step).collect();
    format!(
        "<p><b>{name}</b> · caso {} de {}</p><ol>{steps}</ol><a href=\"{}\">Dejarla por ahora</a>",
        place + 1,
        session.items.len(),
        escape(&home(session))
    )
}
