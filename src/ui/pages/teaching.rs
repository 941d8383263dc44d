//! What there is for whoever teaches with the course.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};

pub fn page(site: &Site) -> Page {
    let title = format!("Para docentes · {}", site.course.title);
    let description = "Lo que el curso ofrece a quien enseña con él, sin servidor ni cuentas.";
    Page::draw(site, "/docente/", title, description, || view! { <TeachingPage/> })
}

#[component]
fn TeachingPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Teaching>
            <div class="titular una">
                <h1>"Para docentes"</h1>
                <p class="entrada">"Todo ocurre en tu navegador. Nada de lo que abras aquí se envía a ninguna parte."</p>
            </div>
            <section class="doce" aria-label="Herramientas">
                <div class="c5 filete pila">
                    <h2><a href=site.url("/docente/asignar/")>"Asignar"</a></h2>
                    <p class="medida">"Elige módulos, lecciones, pruebas, simulaciones o un sorteo de casos, y compártelo con un enlace firmado. Quien lo abre lo hace en su teléfono y te devuelve una entrega cifrada."</p>
                </div>
                <div class="c7 filete pila">
                    <h2><a href=site.url("/docente/clase/")>"La clase"</a></h2>
                    <p class="medida">"Abre las entregas de tu grupo: se vuelven a puntuar desde las respuestas, con intervalos por competencia, qué necesita cada cual y qué preguntas hay que mirar."</p>
                </div>
                <div class="c7 filete pila">
                    <h2><a href=site.url("/docente/analisis/")>"Análisis de ítems"</a></h2>
                    <p class="medida">"Abre las respuestas de un grupo, de este curso o de cualquier otro sitio, y mira qué preguntas funcionan, cuáles pueden tener mal la clave y cuánto se puede confiar en la puntuación."</p>
                </div>
            </section>
        </Frame>
    }
}
