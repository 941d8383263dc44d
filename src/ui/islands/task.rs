//! What an instructor asked for, on the learner's side: what it is, how far one is, and handing it in.

mod asked;
mod contents;
mod progress;
mod state;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use crate::exchange::submission::to_line;
use crate::ui::browser;
use crate::ui::parts::live;
use crate::ui::parts::qr::qr;

use state::{Desk, HandIn};

/// Where things are in the course, by their ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskView {
    pub places: Vec<Place>,
    /// The address under which the cases are.
    pub cases: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub id: String,
    pub title: String,
    pub href: String,
}

#[island]
pub fn TaskDesk(#[prop(into)] view: Carried<TaskView>) -> impl IntoView {
    let desk = Desk::new(view.0);
    let act = move |event: leptos::ev::MouseEvent| {
        if browser::action(&event).is_some() {
            desk.want();
        }
    };
    view! {
        <div class="pila ancha tarea-pedida" on:click=act inner_html=move || desk.asked()></div>
        <section class="filete pila ancha" aria-labelledby="casos" hidden=move || !desk.has_begun()>
            <h2 id="casos" tabindex="-1">"Lo que llevas"</h2>
            <div class="pila ancha" inner_html=move || desk.progress()></div>
        </section>
        <section class="filete pila ancha" aria-labelledby="entregar" hidden=move || !desk.has_begun()>
            <h2 id="entregar">"Entregar"</h2>
            <HandingIn desk/>
        </section>
    }
}

/// The name, what goes in, and the ways of handing it in.
#[component]
fn HandingIn(desk: Desk) -> impl IntoView {
    let with = move |what: fn(Desk, HandIn)| {
        if let Some(file) = desk.hand_in() {
            what(desk, file);
        }
    };
    view! {
        <div class="campo-texto">
            <label for="alias" inner_html=move || live(desk.alias_asked())></label>
            <input type="text" id="alias" autocomplete="name" prop:value=desk.alias on:input=move |event| desk.named(event_target_value(&event))/>
        </div>
        <details class="lleva">
            <summary>"Qué lleva la entrega"</summary>
            <div inner_html=move || desk.contents()></div>
        </details>
        <p class="acciones">
            <button type="button" class="boton" on:click=move |_| with(download)>"Descargar la entrega"</button>
            <button type="button" class="boton claro" hidden=move || !desk.can_share.get() on:click=move |_| with(share)>"Compartirla"</button>
            <button type="button" class="boton claro" on:click=move |_| with(copy)>"Copiarla como texto"</button>
            <button type="button" class="boton claro" on:click=move |_| with(picture)>"Verla como código QR"</button>
        </p>
        <p role="status" class="dicho" inner_html=move || live(desk.told.get())></p>
        <div class="qr-marco" inner_html=desk.picture></div>
        <div class="campo-texto" hidden=move || desk.line.with(String::is_empty)>
            <label for="entrega-texto">"La entrega como texto"</label>
            <textarea id="entrega-texto" readonly rows="4" prop:value=desk.line></textarea>
        </div>
    }
}

fn download(desk: Desk, file: HandIn) {
    desk.told.set(match browser::save_bytes(&file.name, KIND, &file.bytes) {
        true => format!("«{}» se está descargando. Hazla llegar a tu docente como te haya pedido.", file.name),
        false => "Este navegador no ha podido preparar el archivo. Prueba a copiarla como texto.".into(),
    });
}

const KIND: &str = "application/octet-stream";

fn share(desk: Desk, file: HandIn) {
    spawn_local(async move {
        desk.told.set(match browser::share_file(&file.name, KIND, &file.bytes).await {
            true => "Compartida. Comprueba que ha llegado.".into(),
            false => "No se ha compartido. Puedes descargarla o copiarla como texto.".into(),
        });
    });
}

fn copy(desk: Desk, file: HandIn) {
    let text = to_line(&file.bytes);
    desk.line.set(text.clone());
    spawn_local(async move {
        desk.told.set(match browser::copy(&text).await {
            true => "Copiada. Pégala donde te hayan pedido: un formulario, un mensaje, un correo.".into(),
            false => "El navegador no deja copiar por sí mismo: selecciona el texto de abajo y cópialo.".into(),
        });
    });
}

fn picture(desk: Desk, file: HandIn) {
    match qr(&to_line(&file.bytes), "Código QR con la entrega") {
        Some(svg) => {
            desk.picture.set(svg);
            desk.told.set("Enseña el código a quien deba leerlo con su cámara.".into());
        }
        None => desk.told.set("La entrega no cabe en un código QR. Descárgala o cópiala como texto.".into()),
    }
}
