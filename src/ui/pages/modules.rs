//! The index of modules.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::lesson::plan;
use super::{Page, Site};
use crate::ui::islands::{ModuleEntry, Modules};
use crate::ui::parts::format::duration;

pub fn page(site: &Site) -> Page {
    let title = format!("Módulos · {}", site.course.title);
    let description = "Los módulos del curso, con su duración y lo que llevas hecho de cada uno.";
    Page::draw(site, "/modulos/", title, description, || view! { <ModulesPage/> })
}

/// The modules as the index shows them.
pub fn entries(site: &Site) -> Vec<ModuleEntry> {
    let entry = |(index, module): (usize, &crate::course::Module)| ModuleEntry {
        number: index + 1,
        title: module.title.clone(),
        href: site.url(&format!("/modulos/{}/", module.id)),
        role: module.role,
        minutes: module.minutes(),
        lessons: module.lessons.iter().map(plan).collect(),
    };
    site.course.modules.iter().enumerate().map(entry).collect()
}

#[component]
fn ModulesPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Course>
            <div class="titular una">
                <h1>"Módulos"</h1>
                <p class="entrada">{format!("Unas {} en total. Los módulos se apoyan unos en otros, pero puedes abrir cualquiera.", duration(site.course.minutes()))}</p>
            </div>
            <section class="filete" aria-label="Lista de módulos"><Modules entries=entries(&site)/></section>
        </Frame>
    }
}
