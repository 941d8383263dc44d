//! Practice: mixed cases drawn by what one wants to work on, and the two forms of the test.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::{Dimension, Exam};
use crate::ui::islands::{CompetencyName, Practice};
use crate::ui::parts::sign::{Glyph, Sign};

pub fn page(site: &Site) -> Page {
    let title = format!("Práctica · {}", site.course.title);
    let description = "Casos mezclados por competencia, forma, tema o módulo, y las dos pruebas del curso.";
    Page::draw(site, "/practica/", title, description, || view! { <PracticePage/> })
}

#[component]
fn PracticePage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Practice>
            <div class="titular una">
                <h1>"Práctica"</h1>
                <p class="entrada">"Casos mezclados, fuera de su lección. Los que no has respondido cuentan en tu perfil; los demás son repaso."</p>
            </div>
            <form class="sorteo">
                <Choices legend="Competencia" name="competencia" options=competencies(&site)/>
                <Choices legend="Módulo" name="modulo" options=modules(&site)/>
                <Choices legend="Forma" name="forma" options=forms()/>
                <Choices legend="Tema" name="faceta" options=facets(&site)/>
                <HowMany/>
            </form>
            <section class="pila" aria-label="Empezar una sesión">
                <Practice cases=site.url("/casos/")/>
                <noscript><p class="aviso">"La práctica necesita JavaScript. Los casos se leen, con su solución, en cada lección."</p></noscript>
            </section>
            <section class="doce" aria-label="Repaso y pruebas">
                <div class="c5 filete pila">
                    <h2>"Repaso"</h2>
                    <p class="medida">"Lo que está a punto de olvidarse vuelve a su hora, con otro caso."</p>
                    <a href=site.url("/repaso/")>"Ver qué toca hoy"</a>
                </div>
                <div class="c7 filete pila"><Exams/></div>
            </section>
        </Frame>
    }
}

/// A group of options to mark; leaving all unmarked asks for nothing.
#[component]
pub(super) fn Choices(
    legend: &'static str,
    name: &'static str,
    options: Vec<(String, String, Option<Sign>)>,
) -> impl IntoView {
    let option = |(value, text, sign): (String, String, Option<Sign>)| {
        view! {
            <label>
                <input type="checkbox" name=name value=value/>
                {sign.map(|sign| view! { <Glyph sign/> })}
                <span>{text}</span>
            </label>
        }
    };
    let marked = options.len();
    (marked > 1).then(|| {
        view! {
            <details class="filtro">
                <summary>{legend}<span class="meta">" todo, si no marcas nada"</span></summary>
                <fieldset><legend class="oculto">{legend}</legend>{options.into_iter().map(option).collect_view()}</fieldset>
            </details>
        }
    })
}

#[component]
pub(super) fn HowMany() -> impl IntoView {
    let option = |n: u32| {
        view! { <label><input type="radio" name="cuantos" value=n.to_string() checked=n == 10/><span>{format!("{n} casos")}</span></label> }
    };
    view! { <fieldset class="cuantos"><legend>"Cuántos"</legend>{[5, 10, 20].map(option)}</fieldset> }
}

pub(super) fn competencies(site: &Site) -> Vec<(String, String, Option<Sign>)> {
    let option = |name: CompetencyName| {
        let sign = Dimension::of(&name.id).map(Sign::from);
        (name.id.to_string(), name.name, sign)
    };
    site.competency_names().into_iter().map(option).collect()
}

pub(super) fn modules(site: &Site) -> Vec<(String, String, Option<Sign>)> {
    site.course.modules.iter().map(|module| (module.id.to_string(), module.title.clone(), None)).collect()
}

pub(super) fn forms() -> Vec<(String, String, Option<Sign>)> {
    [
        ("unica", "Elegir una"),
        ("multiple", "Elegir varias"),
        ("ordenar", "Ordenar"),
        ("emparejar", "Emparejar"),
        ("clasificar", "Clasificar"),
        ("valorar", "Valorar"),
    ]
    .map(|(value, text)| (value.to_owned(), text.to_owned(), None))
    .to_vec()
}

/// The facets of at least three cases of lessons, in alphabetical order.
pub(super) fn facets(site: &Site) -> Vec<(String, String, Option<Sign>)> {
    let of =
        |facet: &String| site.course.questions().filter(|(_, question)| question.sheet.facets.contains(facet)).count();
    let all: BTreeSet<String> =
        site.course.questions().flat_map(|(_, question)| question.sheet.facets.clone()).collect();
    let option = |facet: String| {
        let words = facet.replace('_', " ");
        (facet, words, None)
    };
    all.into_iter().filter(|facet| of(facet) >= 3).map(option).collect()
}

#[component]
fn Exams() -> impl IntoView {
    let site = Site::here();
    let exams = site.course.exams.clone();
    let line = |exam: Exam| {
        let href = site.url(&format!("/pruebas/{}/", exam.id));
        view! { <li><a href=href><strong>{exam.title}</strong></a><p>{exam.summary}</p></li> }
    };
    (!exams.is_empty()).then(|| {
        view! {
            <h2>"Medir lo que se gana"</h2>
            <ul class="lista-limpia pruebas">{exams.into_iter().map(line).collect_view()}</ul>
        }
    })
}
