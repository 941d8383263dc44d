//! Making an assignment: what the form says, signed, as a link, a picture and a text to paste.

mod form;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::key::{KeyDesk, Keyring};
use super::tasks;
use crate::exchange::assignment::to_link;
use crate::learner::Assignment;
use crate::ui::browser;
use crate::ui::parts::format::count;
use crate::ui::parts::qr::qr;
use crate::ui::parts::{escape, live};
use crate::ui::store::Store;

/// `task` is the address of the page that learners open.
#[island]
pub fn AssignDesk(task: String) -> impl IntoView {
    let store = Store::here();
    Effect::new(move || drop(store.bank()));
    let keyring = Keyring::new();
    let (told, made) = (RwSignal::new(String::new()), RwSignal::new(None::<Made>));
    let task = StoredValue::new(task);
    let make = move |_| match made_from(store, keyring, &task.get_value()) {
        Ok(new) => {
            told.set(new.summary.clone());
            made.set(Some(new));
            browser::focus_when_shown("tarea-hecha");
        }
        Err(reason) => told.set(reason),
    };
    let copy = move |text: fn(&Made) -> String| {
        let Some(text) = made.with_untracked(|made| made.as_ref().map(text)) else { return };
        spawn_local(async move {
            told.set(match browser::copy(&text).await {
                true => "Copiado.".into(),
                false => "El navegador no deja copiar por sí mismo: selecciona el texto y cópialo.".into(),
            });
        });
    };
    let picture = move || made.with(|made| made.as_ref().map(picture).unwrap_or_default());
    view! {
        <KeyDesk keyring/>
        <section class="filete pila ancha" aria-labelledby="enlace">
            <h2 id="enlace">"El enlace"</h2>
            <p class="medida">"Lleva todo lo que pides, firmado con tu clave. Quien lo reciba lo abre, lo hace y te devuelve una entrega que solo tú puedes leer."</p>
            <p class="acciones"><button type="button" class="boton" on:click=make>"Crear el enlace"</button></p>
            <p role="status" class="dicho" inner_html=move || live(told.get())></p>
            <div class="doce ancha" id="tarea-hecha" tabindex="-1" hidden=move || made.with(Option::is_none)>
                <div class="c7 pila">
                    <div class="campo-texto">
                        <label for="tarea-enlace">"Enlace"</label>
                        <textarea id="tarea-enlace" readonly rows="4" prop:value=move || made.with(|made| made.as_ref().map(|made| made.link.clone()).unwrap_or_default())></textarea>
                    </div>
                    <button type="button" class="boton claro" on:click=move |_| copy(|made| made.link.clone())>"Copiar el enlace"</button>
                    <div class="campo-texto">
                        <label for="tarea-texto">"Texto para pegar"</label>
                        <textarea id="tarea-texto" readonly rows="6" prop:value=move || made.with(|made| made.as_ref().map(|made| made.text.clone()).unwrap_or_default())></textarea>
                    </div>
                    <button type="button" class="boton claro" on:click=move |_| copy(|made| made.text.clone())>"Copiar el texto"</button>
                </div>
                <div class="c5 qr-marco" inner_html=picture></div>
            </div>
        </section>
    }
}

/// An assignment ready to be sent.
#[derive(Clone)]
struct Made {
    link: String,
    text: String,
    summary: String,
}

fn made_from(store: Store, keyring: Keyring, task: &str) -> Result<Made, String> {
    let key = keyring.key().ok_or("Abre antes tu clave, o crea una: con ella se firma la tarea.")?;
    let bank = store.bank().ok_or("Los casos todavía se están cargando. Vuelve a pulsar en un momento.")?;
    let assignment = form::read()?;
    let cases = assignment.items(&bank, "", 1).len();
    let runs = assignment.simulations().count();
    if cases + runs == 0 {
        return Err("Ningún caso cumple con lo que pides. Quita algún filtro del sorteo, o marca algo más.".into());
    }
    let code = to_link(&assignment, &browser::course_id(), &key);
    tasks::remember(&code);
    let link = format!("{}{task}#t={code}", browser::origin());
    let runs = if runs == 0 { String::new() } else { format!(" y {}", count(runs, "simulación")) };
    let summary =
        format!("Lista: {}{runs}. Se guarda en este navegador para cuando lleguen las entregas.", count(cases, "caso"));
    Ok(Made { text: text(&assignment, &link), summary, link })
}

fn text(assignment: &Assignment, link: &str) -> String {
    let message = if assignment.message.is_empty() { String::new() } else { format!("{}\n\n", assignment.message) };
    let closes = assignment.closes.map(|at| format!("Hasta el {}.\n", browser::spoken(at))).unwrap_or_default();
    format!(
        "{}\n\n{message}{closes}Ábrela aquí: {link}\n\nAl terminar, pulsa «Descargar la entrega» o «Copiarla como texto» y envíamela. Va cifrada: solo yo puedo leerla.",
        assignment.title
    )
}

fn picture(made: &Made) -> String {
    qr(&made.link, "Código QR con el enlace de la tarea").unwrap_or_else(|| {
        format!(
            "<p class=\"meta\">{}</p>",
            escape("El enlace es demasiado largo para un código QR: pide menos partes sueltas.")
        )
    })
}
