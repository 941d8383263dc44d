//! The page for addresses that lead nowhere.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};

pub fn page(site: &Site) -> Page {
    let title = format!("Página no encontrada · {}", site.course.title);
    Page::draw(
        site,
        "/404.html",
        title,
        "Esta dirección no lleva a ninguna página del curso.",
        || view! { <NotFoundPage/> },
    )
}

#[component]
fn NotFoundPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::None>
            <div class="titular">
                <p class="num" aria-hidden="true">"404"</p>
                <div class="pila">
                    <h1>"Rumbo perdido"</h1>
                    <p class="entrada">"Esta dirección no lleva a ninguna página del curso. Puede que la lección haya cambiado de sitio; tus respuestas siguen guardadas."</p>
                    <p class="acciones">
                        <a class="boton" href=site.url("/modulos/")>"Ver los módulos"</a>
                        <a class="boton claro" href=site.url("/")>"Ir a la portada"</a>
                    </p>
                </div>
            </div>
        </Frame>
    }
}
