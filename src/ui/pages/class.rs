//! The panel of a group.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Module, Page, Site};
use crate::ui::islands::LessonName;
use crate::ui::taller::{ClassDesk, ClassView};

pub fn page(site: &Site) -> Page {
    let title = format!("La clase · {}", site.course.title);
    let description =
        "Abre las entregas de tu grupo, vuelve a puntuarlas y analiza cada pregunta, sin que salgan de tu equipo.";
    Page::draw(site, "/docente/clase/", title, description, || view! { <ClassPage/> }).woken_by(Module::Taller)
}

#[component]
fn ClassPage() -> impl IntoView {
    let site = Site::here();
    let lesson = |(_, lesson): (&crate::course::Module, &crate::course::Lesson)| LessonName {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        href: site.url(&format!("/lecciones/{}/", lesson.id)),
    };
    let view =
        ClassView { competencies: site.competency_names(), lessons: site.course.lessons().map(lesson).collect() };
    view! {
        <Frame entry=Entry::Teaching>
            <div class="titular una">
                <p class="meta"><a href=site.url("/docente/")>"Para docentes"</a></p>
                <h1>"La clase"</h1>
                <p class="entrada">"Las entregas se abren, se puntúan y se analizan en este equipo. Nada se envía a ninguna parte."</p>
            </div>
            <ClassDesk view/>
            <noscript><p class="aviso">"El panel necesita JavaScript; las entregas se descifran en tu navegador."</p></noscript>
        </Frame>
    }
}
