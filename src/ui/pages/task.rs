//! The page that the link of an assignment opens.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Module, Page, Site};
use crate::ui::islands::{Place, TaskDesk, TaskView};

pub fn page(site: &Site) -> Page {
    let title = format!("Tarea · {}", site.course.title);
    let description = "Lo que tu docente te pide, y cómo entregarlo sin servidor ni cuentas.";
    Page::draw(site, "/tarea/", title, description, || view! { <TaskPage/> }).woken_by(Module::Tarea)
}

#[component]
fn TaskPage() -> impl IntoView {
    let site = Site::here();
    let view = TaskView { places: places(&site), cases: site.url("/casos/") };
    view! {
        <Frame entry=Entry::None>
            <div class="titular una"><h1>"Tarea"</h1></div>
            <TaskDesk view/>
            <noscript><p class="aviso">"Las tareas necesitan JavaScript; lo que se pide viaja en el enlace, y la entrega se cifra en tu navegador."</p></noscript>
        </Frame>
    }
}

/// Everything that an assignment may name.
fn places(site: &Site) -> Vec<Place> {
    let place =
        |id: &str, title: &str, path: String| Place { id: id.into(), title: title.into(), href: site.url(&path) };
    let course = &site.course;
    let modules = course.modules.iter().map(|m| place(m.id.as_str(), &m.title, format!("/modulos/{}/", m.id)));
    let lessons = course.lessons().map(|(_, l)| place(l.id.as_str(), &l.title, format!("/lecciones/{}/", l.id)));
    let exams = course.exams.iter().map(|e| place(e.id.as_str(), &e.title, format!("/pruebas/{}/", e.id)));
    let plots = course.simulations.iter();
    let plots = plots.map(|s| place(s.id.as_str(), &s.title, format!("/simulaciones/{}/", s.id)));
    modules.chain(lessons).chain(exams).chain(plots).collect()
}
