//! The analysis of items, on files of any origin.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Module, Page, Site};
use crate::ui::taller::AnalysisDesk;

pub fn page(site: &Site) -> Page {
    let title = format!("Análisis de ítems · {}", site.course.title);
    let description =
        "Facilidad, discriminación, opciones y fiabilidad de un conjunto de preguntas, a partir de un CSV.";
    Page::draw(site, "/docente/analisis/", title, description, || view! { <AnalysisPage/> }).woken_by(Module::Taller)
}

#[component]
fn AnalysisPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Teaching>
            <div class="titular una">
                <p class="meta"><a href=site.url("/docente/")>"Para docentes"</a></p>
                <h1>"Análisis de ítems"</h1>
                <p class="entrada">"Qué dicen las respuestas de un grupo sobre las preguntas. El análisis se hace en este equipo: nada se envía a ninguna parte."</p>
            </div>
            <AnalysisDesk/>
            <noscript><p class="aviso">"El análisis se hace en tu navegador y necesita JavaScript. En una terminal lo hace también la orden «timon analyse»."</p></noscript>
            <section class="filete pila" aria-labelledby="formato">
                <h2 id="formato">"Cómo son los archivos"</h2>
                <Format/>
            </section>
        </Frame>
    }
}

/// What the files look like, by example.
#[component]
fn Format() -> impl IntoView {
    view! {
        <div class="doce ancha">
            <div class="c5 pila">
                <h3>"Respuestas"</h3>
                <p>"Una fila por persona y una columna por pregunta. La primera línea lleva los nombres. Vale un CSV separado por comas, puntos y comas o tabuladores, y también las celdas pegadas desde una hoja de cálculo."</p>
                <pre class="muestra"><code>"alumno,c01,c02,c03\nAna,a,d,b\nLuis,c,d,\nEva,a,b,b"</code></pre>
                <p>"Una columna «Freq» dice cuántas personas respondieron lo mismo que su fila."</p>
            </div>
            <div class="c7 pila">
                <h3>"Clave"</h3>
                <p>"Una fila por pregunta, con su opción correcta:"</p>
                <pre class="muestra"><code>"item,clave,escala\nc01,a,Diagnóstico\nc02,d,Diagnóstico\nc03,b,Escucha"</code></pre>
                <p>"O una fila por opción, si algunas dan una parte del crédito:"</p>
                <pre class="muestra"><code>"item,opcion,credito\nc01,a,1\nc01,b,0.5\nc01,c,0"</code></pre>
                <p>"La columna «escala» es opcional: agrupa las preguntas que miden lo mismo. Sin clave, cada celda se toma como el crédito obtenido, de 0 a 1."</p>
            </div>
        </div>
    }
}
