//! The responses of a group, from a file or pasted, and what they say about the items.

mod charts;
mod items;
mod report;

pub use report::html as report_html;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::assess::analysis::{Analysis, analyse};
use crate::exchange::{self, Blank, KeyFile, Table, TableError};
use crate::ui::browser;
use crate::ui::parts::{escape, live};

const RESPONSES: &str = "respuestas";
const KEY: &str = "clave";
/// A set made up for the example: one of its keys is wrong, and one of its items has two answers.
const EXAMPLE: (&str, &str) = (
    include_str!("../../../tests/vectors/analisis/clave-corta.csv"),
    include_str!("../../../tests/vectors/analisis/clave-corta.clave.csv"),
);

/// What is in the two boxes, and what follows from it.
#[derive(Clone, Copy)]
struct Desk {
    responses: RwSignal<String>,
    key: RwSignal<String>,
    blank: RwSignal<Blank>,
    /// What is said below the button.
    told: RwSignal<String>,
    /// The report as HTML.
    report: RwSignal<String>,
    analysis: RwSignal<Option<Analysis>>,
}

#[island]
pub fn AnalysisDesk() -> impl IntoView {
    let desk = Desk {
        responses: RwSignal::new(String::new()),
        key: RwSignal::new(String::new()),
        blank: RwSignal::new(Blank::Wrong),
        told: RwSignal::new(String::new()),
        report: RwSignal::new(String::new()),
        analysis: RwSignal::new(None),
    };
    let example = move |_| {
        desk.responses.set(EXAMPLE.0.to_owned());
        desk.key.set(EXAMPLE.1.to_owned());
        desk.study();
    };
    view! {
        <section class="mesa-analisis" aria-label="Archivos">
            <FileBox id=RESPONSES title="Respuestas" text=desk.responses told=desk.told/>
            <FileBox id=KEY title="Clave (opcional)" text=desk.key told=desk.told/>
            <fieldset class="cuantos">
                <legend>"Una celda vacía es"</legend>
                <BlankChoice desk value=Blank::Wrong name="mal" text="una pregunta que no se supo"/>
                <BlankChoice desk value=Blank::Missing name="fuera" text="una pregunta que no se hizo"/>
            </fieldset>
            <div class="acciones">
                <button type="button" class="boton" on:click=move |_| desk.study()>"Analizar"</button>
                <button type="button" class="boton claro" on:click=example>"Probar con un ejemplo inventado"</button>
            </div>
            <p role="status" class="dicho" inner_html=move || live(desk.told.get())></p>
        </section>
        <div class="informe" id="informe" tabindex="-1" inner_html=desk.report></div>
        <p class="acciones" hidden=move || desk.analysis.with(Option::is_none)>
            <button type="button" class="boton claro" on:click=move |_| desk.save()>"Descargar las cifras en CSV"</button>
        </p>
    }
}

/// Where a file is chosen or its cells are pasted. The box shows what is going to be read.
#[component]
fn FileBox(id: &'static str, title: &'static str, text: RwSignal<String>, told: RwSignal<String>) -> impl IntoView {
    let file = format!("{id}-archivo");
    let input = file.clone();
    let chosen = move |_| {
        let input = input.clone();
        spawn_local(async move {
            match browser::chosen_file(&input).await {
                Some(Ok(read)) => text.set(read),
                Some(Err(_)) => {
                    told.set("El navegador no ha podido leer el archivo. Prueba a elegirlo otra vez.".into());
                }
                None => {}
            }
        });
    };
    view! {
        <div class="caja-archivo">
            <label for=id>{title}</label>
            <textarea
                id=id
                rows="6"
                spellcheck="false"
                autocomplete="off"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <label class="boton claro archivo">
                <span>"Elegir un archivo"</span>
                <span class="oculto">" de " {title}</span>
                <input type="file" id=file accept=".csv,.tsv,.txt,text/csv,text/plain" on:change=chosen/>
            </label>
        </div>
    }
}

#[component]
fn BlankChoice(desk: Desk, value: Blank, name: &'static str, text: &'static str) -> impl IntoView {
    let checked = value == Blank::default();
    view! {
        <label>
            <input type="radio" name="vacias" value=name checked=checked on:change=move |_| desk.blank.set(value)/>
            <span>{text}</span>
        </label>
    }
}

impl Desk {
    /// Analyses what is in the boxes and shows it, or says why it cannot be.
    fn study(self) {
        match self.read() {
            Ok((analysis, notices)) => {
                self.told.set(notices.join(" "));
                self.report.set(report::html(&analysis));
                self.analysis.set(Some(analysis));
                browser::focus_when_shown("informe");
            }
            Err(reason) => {
                self.report.set(String::new());
                self.analysis.set(None);
                self.told.set(reason);
            }
        }
    }

    fn read(self) -> Result<(Analysis, Vec<String>), String> {
        let text = self.responses.get_untracked();
        if text.trim().is_empty() {
            return Err("Faltan las respuestas: pega las celdas o elige un archivo.".into());
        }
        let read = responses(&text, &self.key.get_untracked(), self.blank.get_untracked());
        let read = read.map_err(|error| error.to_string())?;
        Ok((analyse(&read.answers), read.notices))
    }

    fn save(self) {
        let csv = self.analysis.with_untracked(|analysis| analysis.as_ref().map(exchange::figures_csv));
        let name = format!("analisis-{}.csv", browser::today());
        match csv.map(|csv| browser::save_file(&name, "text/csv", &csv)) {
            Some(false) => self.told.set("Este navegador no ha podido preparar el archivo. Prueba con otro.".into()),
            Some(true) => self.told.set(format!("«{name}» se está descargando.")),
            None => {}
        }
    }
}

fn responses(text: &str, key: &str, blank: Blank) -> Result<exchange::Responses, TableError> {
    let key = match key.trim() {
        "" => None,
        _ => Some(KeyFile::read(&Table::read("Clave", key.as_bytes())?)?),
    };
    exchange::responses(&Table::read("Respuestas", text.as_bytes())?, key.as_ref(), blank)
}

/// A cell of a table, as HTML.
fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}
