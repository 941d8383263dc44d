//! The search, on a page of its own: its index comes only when it is opened.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::ui::islands::Search;

pub fn page(site: &Site) -> Page {
    let title = format!("Buscar · {}", site.course.title);
    let description = "Busca en las lecciones, los casos y el glosario.";
    Page::draw(site, "/buscar/", title, description, || view! { <SearchPage/> })
}

#[component]
fn SearchPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Search>
            <div class="titular una"><h1>"Buscar"</h1></div>
            <Search/>
            <noscript>
                <p class="aviso">
                    "La búsqueda se hace en tu navegador y necesita JavaScript. Sin él puedes recorrer "
                    <a href=site.url("/modulos/")>"los módulos"</a>" y "<a href=site.url("/glosario/")>"el glosario"</a>"."
                </p>
            </noscript>
        </Frame>
    }
}
