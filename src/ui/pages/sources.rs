//! What the course relies on: every claim and document that a lesson or a case can cite.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::Source;

pub fn page(site: &Site) -> Page {
    let title = format!("Fuentes · {}", site.course.title);
    let description = "Las afirmaciones y los documentos en los que se apoya el curso, cada uno con su código.";
    Page::draw(site, "/fuentes/", title, description, || view! { <SourcesPage/> })
}

#[component]
fn SourcesPage() -> impl IntoView {
    let site = Site::here();
    // A claim is numbered within its document: S0-11 belongs to S0.
    let (claims, documents): (Vec<Source>, Vec<Source>) =
        site.course.sources.iter().cloned().partition(|source| source.id.as_str().contains('-'));
    view! {
        <Frame entry=Entry::About>
            <div class="titular una">
                <h1>"Fuentes"</h1>
                <p class="entrada">
                    "El curso contrasta lo que dicen varias fuentes, que a menudo se contradicen. Citar una afirmación no es darla por buena: cada lección dice cómo leerla. "
                    <a href=site.about("fuentes-y-limites")>"Sus cautelas"</a>
                </p>
            </div>
            <section class="filete" aria-labelledby="documentos"><h2 id="documentos">"Documentos"</h2><List sources=documents/></section>
            <section class="filete" aria-labelledby="afirmaciones"><h2 id="afirmaciones">"Afirmaciones"</h2><List sources=claims/></section>
        </Frame>
    }
}

#[component]
fn List(sources: Vec<Source>) -> impl IntoView {
    let site = Site::here();
    let entry = |source: Source| {
        view! {
            <div id=source.id.to_string()>
                <dt>{source.id.to_string()}</dt>
                <dd inner_html=site.html(&source.text)></dd>
            </div>
        }
    };
    view! { <dl class="lista-fuentes">{sources.into_iter().map(entry).collect_view()}</dl> }
}
