//! Where the sources disagree: each question with its two readings and the lessons that teach it.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::{SourceId, Tension};

pub fn page(site: &Site) -> Page {
    let title = format!("Donde las fuentes no coinciden · {}", site.course.title);
    let description = "Las preguntas en que los textos sobre las dos funciones se contradicen, con cada lectura y lo que dice el campo.";
    Page::draw(site, "/tensiones/", title, description, || view! { <TensionsPage/> })
}

#[component]
fn TensionsPage() -> impl IntoView {
    let site = Site::here();
    let tensions = site.course.tensions.clone();
    view! {
        <Frame entry=Entry::About>
            <div class="titular una">
                <h1>"Donde las fuentes no coinciden"</h1>
                <p class="entrada">"Los textos en que se apoya el curso se contradicen en estos puntos. El curso enseña las dos lecturas y la pregunta que las resuelve en cada organización."</p>
            </div>
            <div class="tensiones">{tensions.into_iter().map(|tension| view! { <OneTension tension/> }).collect_view()}</div>
        </Frame>
    }
}

#[component]
fn OneTension(tension: Tension) -> impl IntoView {
    let site = Site::here();
    let taught = |lesson: &crate::course::Lesson| {
        let href = site.url(&format!("/lecciones/{}/", lesson.id));
        view! { <li><a href=href>{lesson.title.clone()}</a></li> }
    };
    let lessons: Vec<_> = site.course.lessons().filter(|(_, lesson)| lesson.tensions.contains(&tension.id)).collect();
    let lessons = lessons.into_iter().map(|(_, lesson)| taught(lesson)).collect_view();
    view! {
        <section class="prosa" aria-labelledby=tension.id.to_string()>
            <h2 id=tension.id.to_string()>{tension.title.clone()}</h2>
            <div class="prosa-cuerpo" inner_html=site.html(&tension.text)></div>
            <dl class="lecturas">
                <Reading name="Una lectura" ids=tension.one/>
                <Reading name="Otra lectura" ids=tension.other/>
                <Reading name="El campo" ids=tension.field/>
                <div><dt>"Se enseña en"</dt><dd><ul>{lessons}</ul></dd></div>
            </dl>
        </section>
    }
}

#[component]
fn Reading(name: &'static str, ids: Vec<SourceId>) -> impl IntoView {
    let site = Site::here();
    let source = |id: SourceId| {
        let text = site.course.sources.iter().find(|source| source.id == id).map(|source| source.text.plain());
        let href = site.url(&format!("/fuentes/#{id}"));
        view! { <li><a href=href title=text.unwrap_or_default()>{id.to_string()}</a></li> }
    };
    (!ids.is_empty())
        .then(|| view! { <div><dt>{name}</dt><dd><ul>{ids.into_iter().map(source).collect_view()}</ul></dd></div> })
}
