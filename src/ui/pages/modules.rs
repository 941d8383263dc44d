//! The index of modules.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::lesson::plan;
use super::{Page, Site};
use crate::course::{Module, Route};
use crate::ui::islands::{ModuleEntry, Modules};
use crate::ui::parts::format::{count, duration};

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
            <Routes/>
            <section class="filete pila" aria-labelledby="todos">
                <h2 id="todos">{count(site.course.modules.len(), "módulo")}</h2>
                <Modules entries=entries(&site)/>
            </section>
        </Frame>
    }
}

/// Suggested ways through the modules.
#[component]
fn Routes() -> impl IntoView {
    let site = Site::here();
    let route = |route: Route| {
        let modules: Vec<&Module> =
            site.course.modules.iter().filter(|module| route.modules.contains(&module.id)).collect();
        let minutes = modules.iter().map(|module| module.minutes()).sum();
        let number =
            |module: &Module| site.course.modules.iter().position(|other| other.id == module.id).map_or(0, |at| at + 1);
        let step = |module: &&Module| {
            let (href, name) = (site.url(&format!("/modulos/{}/", module.id)), module.title.clone());
            view! { <li><a href=href title=name.clone()>{number(module)}<span class="oculto">{format!(". {name}")}</span></a></li> }
        };
        let steps = modules.iter().map(step).collect_view();
        view! {
            <li>
                <h3>{route.title}</h3>
                <p>{route.summary}</p>
                <ol class="ruta-modulos">{steps}</ol>
                <p class="meta">{duration(minutes)}</p>
            </li>
        }
    };
    let routes = site.course.routes.clone();
    (!routes.is_empty()).then(|| {
        view! {
            <section class="filete pila" aria-labelledby="rutas">
                <h2 id="rutas">"Rutas sugeridas"</h2>
                <ul class="rutas">{routes.into_iter().map(route).collect_view()}</ul>
            </section>
        }
    })
}
