//! The form of an assignment.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::practice::{Choices, competencies, facets, forms, modules};
use super::{Module, Page, Site};
use crate::ui::taller::AssignDesk;

pub fn page(site: &Site) -> Page {
    let title = format!("Asignar · {}", site.course.title);
    let description = "Elige qué pides a tu grupo y obtén un enlace firmado, sin servidor ni cuentas.";
    Page::draw(site, "/docente/asignar/", title, description, || view! { <AssignPage/> }).woken_by(Module::Taller)
}

#[component]
fn AssignPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Teaching>
            <div class="titular una">
                <p class="meta"><a href=site.url("/docente/")>"Para docentes"</a></p>
                <h1>"Asignar"</h1>
                <p class="entrada">"Elige qué pides y compártelo con un enlace. Las entregas vuelven cifradas, y solo tú las abres."</p>
            </div>
            <form class="formulario pila">
                <Words/>
                <fieldset class="pila ancha"><legend>"Qué pides"</legend><What/></fieldset>
                <fieldset class="pila ancha"><legend>"Casos al azar"</legend><Drawn/></fieldset>
                <fieldset class="pila ancha"><legend>"Cómo"</legend><How/></fieldset>
            </form>
            <AssignDesk task=site.url("/tarea/")/>
            <noscript><p class="aviso">"Asignar necesita JavaScript; el enlace se firma en tu navegador."</p></noscript>
        </Frame>
    }
}

#[component]
fn Words() -> impl IntoView {
    view! {
        <div class="campo-texto"><label for="tarea-titulo">"Título"</label><input type="text" id="tarea-titulo" maxlength="120" autocomplete="off"/></div>
        <div class="campo-texto"><label for="tarea-mensaje">"Mensaje (opcional)"</label><textarea id="tarea-mensaje" rows="3" maxlength="1000"></textarea></div>
        <div class="campo-texto"><label for="tarea-alias">"Qué debe escribir cada persona para que sepas quién es"</label><input type="text" id="tarea-alias" maxlength="80" value="Nombre y apellidos" autocomplete="off"/></div>
    }
}

/// Modules with their lessons folded below, exams and simulations.
#[component]
fn What() -> impl IntoView {
    let site = Site::here();
    let box_of = |value: String, text: String| {
        view! { <label><input type="checkbox" name="parte" value=value/><span>{text}</span></label> }
    };
    let module = |module: crate::course::Module| {
        let lessons =
            module.lessons.iter().map(|lesson| box_of(format!("leccion:{}", lesson.id), lesson.title.clone()));
        view! {
            <div class="parte">
                {box_of(format!("modulo:{}", module.id), format!("Módulo: {}", module.title))}
                <details class="filtro"><summary>"Solo algunas lecciones"</summary><div class="partes">{lessons.collect_view()}</div></details>
            </div>
        }
    };
    let exams =
        site.course.exams.iter().map(|exam| box_of(format!("prueba:{}", exam.id), format!("Prueba: {}", exam.title)));
    let plots = site.course.simulations.iter();
    let plots = plots.map(|s| box_of(format!("simulacion:{}", s.id), format!("Simulación: {}", s.title)));
    view! {
        {site.course.modules.iter().cloned().map(module).collect_view()}
        <div class="partes">{exams.collect_view()}{plots.collect_view()}</div>
    }
}

#[component]
fn Drawn() -> impl IntoView {
    let site = Site::here();
    let level = |(value, text): (&'static str, &'static str)| {
        view! { <label><input type="radio" name="dificultad" value=value checked=value == "todas"/><span>{text}</span></label> }
    };
    let levels = [("todas", "Cualquiera"), ("faciles", "Fáciles"), ("medias", "Medias"), ("dificiles", "Difíciles")];
    view! {
        <div class="campo-texto corto"><label for="sorteo-cuantos">"Cuántos (vacío, ninguno)"</label><input type="number" id="sorteo-cuantos" min="1" max="100" inputmode="numeric"/></div>
        <div class="sorteo ancha">
            <Choices legend="Competencia" name="competencia" options=competencies(&site)/>
            <Choices legend="Módulo" name="modulo" options=modules(&site)/>
            <Choices legend="Forma" name="forma" options=forms()/>
            <Choices legend="Tema" name="faceta" options=facets(&site)/>
        </div>
        <div class="cuantos" role="radiogroup" aria-label="Dificultad"><span>"Dificultad"</span>{levels.map(level)}</div>
        <label class="una-casilla"><input type="checkbox" name="sorteo-propio" value="si"/><span>"Un sorteo distinto para cada persona"</span></label>
    }
}

#[component]
fn How() -> impl IntoView {
    let radio = |name: &'static str, value: &'static str, text: &'static str, checked: bool| {
        view! { <label><input type="radio" name=name value=value checked=checked/><span>{text}</span></label> }
    };
    view! {
        <div class="cuantos" role="radiogroup" aria-label="Resultados"><span>"Resultados"</span>
            {radio("comentarios", "al-momento", "después de cada respuesta (práctica)", true)}
            {radio("comentarios", "al-final", "al entregar (evaluación)", false)}
        </div>
        <div class="cuantos" role="radiogroup" aria-label="Orden"><span>"Orden"</span>
            {radio("orden", "fijo", "el mismo para todo el grupo", true)}
            {radio("orden", "propio", "distinto para cada persona", false)}
        </div>
        <div class="fila-campos">
            <div class="campo-texto corto"><label for="tarea-intentos">"Intentos (vacío, los que quiera)"</label><input type="number" id="tarea-intentos" min="1" max="50" inputmode="numeric"/></div>
            <div class="campo-texto corto"><label for="tarea-umbral">"Umbral, de 5 a 95"</label><input type="number" id="tarea-umbral" min="5" max="95" value="70" inputmode="numeric"/></div>
            <div class="campo-texto corto"><label for="tarea-abre">"Se abre (opcional)"</label><input type="datetime-local" id="tarea-abre"/></div>
            <div class="campo-texto corto"><label for="tarea-cierra">"Se cierra (opcional)"</label><input type="datetime-local" id="tarea-cierra"/></div>
        </div>
        <p class="meta">"Las fechas las mira el reloj de quien responde: lo que llegue tarde se señala, y no se impide."</p>
    }
}
