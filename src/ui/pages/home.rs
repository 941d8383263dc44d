//! The front page: what is learnt, how long it takes, and the way in.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::lesson::plan;
use super::modules::entries;
use super::title::in_two_lines;
use super::{Page, Site};
use crate::ui::islands::{DueToday, Modules, Onward, Scope, Stop};
use crate::ui::parts::format::{count, duration};
use crate::ui::parts::sign::{Glyph, Sign};

pub fn page(site: &Site) -> Page {
    let course = &site.course;
    let title = format!("{}: quién decide el rumbo, quién da la cara", course.title);
    Page::draw(site, "/", title, course.description.clone(), || view! { <HomePage/> })
}

#[component]
fn HomePage() -> impl IntoView {
    let site = Site::here();
    let course = site.course.clone();
    let stop = |(_, lesson): (&crate::course::Module, &crate::course::Lesson)| Stop {
        plan: plan(lesson),
        title: lesson.title.clone(),
        href: site.url(&format!("/lecciones/{}/", lesson.id)),
    };
    let stops: Vec<Stop> = course.lessons().map(stop).collect();
    let mut parts = vec![
        count(course.modules.len(), "módulo"),
        count(course.lessons().count(), "lección"),
        count(course.questions().count(), "caso"),
    ];
    if !course.simulations.is_empty() {
        parts.push(count(course.simulations.len(), "simulación"));
    }
    let last = parts.pop().unwrap_or_default();
    let size = format!("{} y {last}. Unas {}, a tu ritmo.", parts.join(", "), duration(course.minutes()));
    view! {
        <Frame entry=Entry::None>
            <section class="cartel" aria-labelledby="titulo">
                <div class="telon" inner_html=include_str!("../drawings/cartel.svg")></div>
                <div class="lema">
                    <h1 id="titulo" inner_html=in_two_lines(&course.title)></h1>
                    <p class="entrada">{course.tagline.clone()}</p>
                    <p class="meta">{size}</p>
                    <Onward stops scope=Scope::Course/>
                    <DueToday href=site.url("/repaso/")/>
                </div>
            </section>
            <Flags/>
            <section class="filete pila" aria-labelledby="modulos">
                <h2 id="modulos">{count(course.modules.len(), "módulo")}</h2>
                <Modules entries=entries(&site)/>
            </section>
            <section class="doce" aria-label="Cómo se aprende y se mide">
                <div class="c7 filete pila">
                    <h2>"Un perfil con dos escalas, no una nota"</h2>
                    <p class="medida">
                        "Cada caso aporta evidencias a la escala estratégica, a la operativa o a ambas. El resultado se muestra con su intervalo y dice con claridad cuándo todavía no hay evidencia suficiente."
                    </p>
                    <p class="acciones">
                        <a href=site.url("/perfil/")>"Ver tu perfil"</a>
                        {(!course.exams.is_empty()).then(|| view! { <a href=site.url(&format!("/pruebas/{}/", course.exams[0].id))>{course.exams[0].title.clone()}</a> })}
                    </p>
                </div>
                <div class="c5 filete pila">
                    <h2>"Tuyo y de nadie más"</h2>
                    <p class="medida">
                        "Sin cuentas, sin servidor y sin rastreo. Tus respuestas viven en este navegador; puedes guardarlas en un archivo y llevarlas a otro dispositivo."
                    </p>
                    <a href=site.about("privacidad")>"Cómo se cuidan tus datos"</a>
                </div>
            </section>
        </Frame>
    }
}

/// The two functions and what they share.
#[component]
fn Flags() -> impl IntoView {
    view! {
        <section class="banderas" aria-label="Las dos funciones y lo que comparten">
            <div class="bandera t">
                <Glyph sign=Sign::Timon/>
                <p class="fn">"Social Media Manager"</p>
                <h2>"El timón decide"</h2>
                <p>"Estrategia: para qué se está en redes, con qué recursos y cómo se sabrá si funciona."</p>
                <ul><li>"Diagnostica y fija objetivos"</li><li>"Reparte presupuesto y horas"</li><li>"Dirige la respuesta a una crisis"</li></ul>
            </div>
            <div class="bandera a">
                <Glyph sign=Sign::Ambas/>
                <p class="fn">"Las dos funciones"</p>
                <h2>"Comparten"</h2>
                <p>"El mismo público y la misma responsabilidad."</p>
                <ul><li>"Conocen a la comunidad"</li><li>"Aprenden de los datos"</li><li>"Cuidan la reputación"</li></ul>
            </div>
            <div class="bandera v">
                <Glyph sign=Sign::Voz/>
                <p class="fn">"Community Manager"</p>
                <h2>"La voz conversa"</h2>
                <p>"Operación: lo que se publica, se responde, se escucha y se cuenta de vuelta al equipo."</p>
                <ul><li>"Publica y adapta cada pieza"</li><li>"Atiende y modera"</li><li>"Da la primera alerta"</li></ul>
            </div>
        </section>
    }
}
