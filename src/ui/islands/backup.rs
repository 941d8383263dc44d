//! The learner's data in the learner's hands: save a copy, restore one, erase everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::learner::{self, Backup as Copy, What};
use crate::ui::browser;
use crate::ui::parts::format::count;
use crate::ui::parts::live;
use crate::ui::store::Store;

const INPUT: &str = "archivo-copia";

/// Hands the learner a file with everything that the journal holds, stored or not.
pub fn save_copy(store: Store) {
    let copy = Copy::new(&browser::course_id(), browser::now(), store.lines());
    browser::save_file(&format!("timon-y-voz-{}.json", browser::today()), &copy.to_json());
}

#[island]
pub fn Backup() -> impl IntoView {
    let store = Store::here();
    let said = RwSignal::new(String::new());
    let asking = RwSignal::new(false);
    let save = move |_| {
        save_copy(store);
        said.set("La copia se ha descargado. Guárdala donde la encuentres.".into());
    };
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
                <button type="button" class="boton" on:click=save>"Guardar una copia"</button>
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
    let answers = store
        .journal()
        .with(|journal| journal.iter().filter(|event| matches!(event.what, What::Answered { .. })).count());
    match answers {
        0 => "Todavía no hay respuestas guardadas.".into(),
        n => format!("Hay {} guardada{} en este navegador.", count(n, "respuesta"), if n == 1 { "" } else { "s" }),
    }
}

/// Reads the chosen file and adds what it holds. Returns what to tell the learner; nothing when no file was chosen.
async fn restore(store: Store) -> Option<String> {
    let text = match browser::chosen_file(INPUT).await? {
        Ok(text) => text,
        Err(error) => return Some(format!("No se ha podido leer el archivo ({error}). Prueba a elegirlo otra vez.")),
    };
    let restored = match learner::backup::read(&text, &browser::course_id()) {
        Ok(restored) => restored,
        Err(error) => return Some(error.to_string()),
    };
    let unreadable = restored.unreadable.len();
    Some(match store.restore(&restored).await {
        Ok(added) => outcome(added, unreadable),
        Err(trouble) => trouble.message(),
    })
}

fn outcome(added: usize, unreadable: usize) -> String {
    let told = match added {
        0 => "La copia no trae nada que no estuviera ya aquí.".to_owned(),
        1 => "Copia restaurada: se ha añadido 1 registro a lo que ya había.".into(),
        n => format!("Copia restaurada: se han añadido {n} registros a lo que ya había."),
    };
    match unreadable {
        0 => told,
        1 => format!("{told} 1 registro no se puede leer con esta versión y se conserva como está."),
        n => format!("{told} {n} registros no se pueden leer con esta versión y se conservan como están."),
    }
}
