//! «Acerca»: method, measure, sources, privacy and limits, as the course folder tells them.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::prose::Prose;
use super::{Page, Site};

pub fn page(site: &Site) -> Page {
    let title = format!("Acerca · {}", site.course.title);
    let description =
        "Cómo se enseña, cómo se mide, de dónde sale lo que se dice, qué se guarda y qué no promete este curso.";
    Page::draw(site, "/acerca/", title, description, || view! { <AboutPage/> })
}

#[component]
fn AboutPage() -> impl IntoView {
    let site = Site::here();
    let titled = site.course.about.iter().filter(|section| section.level == 2);
    let index = titled.map(|section| {
        view! { <li><a href=format!("#{}", section.anchor)>{section.title.plain()}</a></li> }
    });
    let index = index.collect_view();
    view! {
        <Frame entry=Entry::About>
            <div class="titular una"><h1>"Acerca"</h1></div>
            <div class="leccion">
                <nav class="carril" aria-label="En esta página"><ol>{index}</ol></nav>
                {site.course.about.iter().cloned().map(|section| view! { <Prose section/> }).collect_view()}
            </div>
        </Frame>
    }
}
