//! What is measured, said so that it can be observed: each competency with its behaviours and its four levels.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::{Competency, Dimension};
use crate::ui::parts::sign::{Glyph, Sign};

pub fn page(site: &Site) -> Page {
    let title = format!("Competencias · {}", site.course.title);
    let description =
        "Lo que mide el curso: cada competencia con su definición, sus conductas observables y sus niveles.";
    Page::draw(site, "/competencias/", title, description, || view! { <CompetenciesPage/> })
}

#[component]
fn CompetenciesPage() -> impl IntoView {
    let site = Site::here();
    let all = site.course.competencies.clone();
    let group = move |dimension: Dimension| {
        let own = all.iter().filter(|competency| competency.dimension == dimension).cloned();
        let own = own.map(|competency| view! { <Card competency/> }).collect_view();
        let (id, name) = match dimension {
            Dimension::Strategy => ("estrategia", "Estratégicas"),
            Dimension::Operation => ("operacion", "Operativas"),
        };
        view! {
            <section class="filete pila" aria-labelledby=id>
                <h2 class="con-signo" id=id><Glyph sign=Sign::from(dimension)/><span>{name}</span></h2>
                {own}
            </section>
        }
    };
    let groups = Dimension::ALL.map(group).collect_view();
    view! {
        <Frame entry=Entry::Profile>
            <div class="titular una">
                <h1>"Competencias"</h1>
                <p class="entrada">
                    "Lo que mide cada línea de "<a href=site.url("/perfil/")>"tu perfil"</a>
                    ", dicho de modo que se pueda observar, y cuatro niveles que van de reconocer a cuestionar."
                </p>
            </div>
            {groups}
        </Frame>
    }
}

#[component]
fn Card(competency: Competency) -> impl IntoView {
    let line = |text: String| view! { <li>{text}</li> };
    view! {
        <article class="competencia" aria-labelledby=competency.id.to_string()>
            <div class="prosa">
                <h3 id=competency.id.to_string()>{competency.name}</h3>
                <p>{competency.definition}</p>
            </div>
            <div>
                <h4>"Se nota en que"</h4>
                <ul>{competency.behaviours.into_iter().map(|behaviour| behaviour.text).map(line).collect_view()}</ul>
            </div>
            <div>
                <h4>"De menos a más"</h4>
                <ol>{competency.levels.into_iter().map(line).collect_view()}</ol>
            </div>
        </article>
    }
}
