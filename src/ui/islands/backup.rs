//! The learner's data in the learner's hands: save a copy, restore one, erase everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::learner::{self, Backup as Copy, What};
use crate::ui::browser;
use crate::ui::parts::format::count;
use crate::ui::parts::live;
use crate::ui::store::{Added, Store};

const INPUT: &str = "archivo-copia";

/// Hands the learner a file with everything that the journal holds, stored or not, and says how it went.
pub fn save_copy(store: Store) -> &'static str {
    let copy = Copy::new(&browser::course_id(), browser::now(), store.lines());
    let name = format!("{}-{}.json", browser::course_id(), browser::today());
    let handed = browser::save_file(&name, "application/json", &copy.to_json());
    match (handed, store.is_read()) {
        (false, _) => "Este navegador no ha podido preparar la copia. Prueba a abrir el curso en otro navegador.",
        (true, true) => "La copia se está descargando. Guárdala donde la encuentres.",
        (true, false) => {
            "La copia se está descargando, pero solo lleva lo que has respondido en esta página: no se ha podido leer lo \
             que había guardado antes."
        }
    }
}

#[island]
pub fn Backup() -> impl IntoView {
    let store = Store::here();
    let said = RwSignal::new(String::new());
    let asking = RwSignal::new(false);
    // A press that comes before the shelf has been read waits for it: the copy must hold what is there.
    let wanted = RwSignal::new(false);
    Effect::new(move || {
        if wanted.get() && store.is_settled() {
            wanted.set(false);
            said.set(untrack(|| save_copy(store)).into());
        }
    });
    let restore = move |_| {
        spawn_local(async move {
            if let Some(outcome) = restore(store).await {
                said.set(outcome);
            }
        });
    };
    let erase = move |_| {
        asking.set(false);
        spawn_local(async move {
            said.set(match store.erase().await {
                Ok(()) => "Tus datos se han borrado de este navegador.".into(),
                Err(trouble) => trouble.message(),
            });
            browser::focus("borrar-datos");
        });
    };
    let ask = move |_| {
        asking.set(true);
        browser::focus_when_shown("borrar-no");
    };
    let keep = move |_| {
        asking.set(false);
        browser::focus("borrar-datos");
    };
    view! {
        <div class="copia">
            <p class="meta" inner_html=move || live(kept(store))></p>
            <div class="acciones">
                <button type="button" class="boton" on:click=move |_| wanted.set(true)>"Guardar una copia"</button>
                <label class="boton claro archivo">
                    <span>"Restaurar una copia"</span>
                    <input type="file" id=INPUT accept="application/json,.json" on:change=restore/>
                </label>
                <button type="button" class="boton claro" id="borrar-datos" on:click=ask>"Borrar mis datos"</button>
            </div>
            <div class="confirma" role="group" aria-label="Confirmar el borrado" class:abierta=move || asking.get()>
                <p>"Se borrarán todas tus respuestas de este navegador, sin vuelta atrás. Si quieres conservarlas, guarda antes una copia."</p>
                <div class="acciones">
                    <button type="button" class="boton" id="borrar-no" on:click=keep>"No borrar"</button>
                    <button type="button" class="boton claro" id="borrar-si" on:click=erase>"Borrar todo"</button>
                </div>
            </div>
            <p role="status" class="dicho" inner_html=move || live(said.get())></p>
        </div>
    }
}

fn kept(store: Store) -> String {
    if !store.is_read() {
        return String::new();
    }
    let answers = store.journal().with(|journal| {
        journal.iter().filter(|event| matches!(event.what, What::Answered { .. } | What::Decided { .. })).count()
    });
    match answers {
        0 => "Todavía no hay respuestas guardadas.".into(),
        n => format!("Hay {} guardada{} en este navegador.", count(n, "respuesta"), if n == 1 { "" } else { "s" }),
    }
}

/// Reads the chosen file and adds what it holds. Returns what to tell the learner; nothing when no file was chosen.
async fn restore(store: Store) -> Option<String> {
    let text = match browser::chosen_file(INPUT).await? {
        Ok(text) => text,
        Err(_) => return Some("El navegador no ha podido leer el archivo. Prueba a elegirlo otra vez.".into()),
    };
    let restored = match learner::backup::read(&text, &browser::course_id()) {
        Ok(restored) => restored,
        Err(error) => return Some(error.to_string()),
    };
    Some(match store.restore(&restored).await {
        Ok(added) => outcome(added),
        Err(trouble) => trouble.message(),
    })
}

fn outcome(added: Added) -> String {
    let told = match added.lines {
        0 => "La copia no trae nada que no estuviera ya aquí.".to_owned(),
        1 => "Copia restaurada: se ha añadido 1 registro a lo que ya había.".into(),
        n => format!("Copia restaurada: se han añadido {n} registros a lo que ya había."),
    };
    match added.unreadable {
        0 => told,
        1 => format!("{told} 1 registro no se puede leer con esta versión y se conserva como está."),
        n => format!("{told} {n} registros no se pueden leer con esta versión y se conservan como están."),
    }
}
