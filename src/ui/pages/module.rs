//! A module: what it is for, what one will be able to do, and its lessons.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::lesson::plan;
use super::{Page, Site};
use crate::course::{Lesson, Module};
use crate::ui::islands::{Onward, Scope, Step, Stop};
use crate::ui::parts::format::{count, duration};
use crate::ui::parts::sign::{Label, Sign};

pub fn page(site: &Site, index: usize, module: &Module) -> Page {
    let title = format!("{} · {}", module.title, site.course.title);
    let (description, module) = (module.summary.plain(), module.clone());
    Page::draw(site, format!("/modulos/{}/", module.id), title, description, move || {
        view! { <ModulePage index module/> }
    })
}

#[component]
fn ModulePage(index: usize, module: Module) -> impl IntoView {
    let site = Site::here();
    let href = |lesson: &Lesson| site.url(&format!("/lecciones/{}/", lesson.id));
    let stop = |lesson: &Lesson| Stop { plan: plan(lesson), title: lesson.title.clone(), href: href(lesson) };
    let stops: Vec<Stop> = module.lessons.iter().map(stop).collect();
    let lesson = |(index, lesson): (usize, &Lesson)| {
        let cases = lesson.questions().count();
        view! {
            <li>
                <a href=href(lesson)>
                    <span class="n">{index + 1}</span>
                    <strong>{lesson.title.clone()}</strong>
                    <span class="resumen">{lesson.summary.clone()}</span>
                    <span class="meta">
                        <Step plan=plan(lesson)/>
                        <span>{duration(lesson.minutes)}</span>
                        {(cases > 0).then(|| view! { <span>{count(cases, "caso")}</span> })}
                    </span>
                </a>
            </li>
        }
    };
    let lessons = module.lessons.iter().enumerate().map(lesson).collect_view();
    view! {
        <Frame entry=Entry::Course>
            <div class="titular">
                <p class="num" aria-hidden="true">{index + 1}</p>
                <div class="pila">
                    <p class="meta">{format!("Módulo {} · {}", index + 1, duration(module.minutes()))}</p>
                    <h1>{module.title.clone()}</h1>
                    <Label sign=Sign::from(module.role) text=Sign::from(module.role).subject()/>
                </div>
            </div>
            <div class="doce">
                <div class="c7 pila">
                    <div class="prosa" inner_html=site.html(&module.summary)></div>
                    <Requirements module=module.clone()/>
                    <Onward stops scope=Scope::Module/>
                </div>
                <section class="c5 objetivos" aria-labelledby="objetivos">
                    <h2 id="objetivos">"Al terminar podrás"</h2>
                    <ul>{module.objectives.into_iter().map(|objective| view! { <li>{objective.text}</li> }).collect_view()}</ul>
                </section>
            </div>
            <section class="filete" aria-labelledby="lecciones">
                <h2 id="lecciones">"Lecciones"</h2>
                <ol class="indice lecciones">{lessons}</ol>
            </section>
        </Frame>
    }
}

/// Modules that should come before; they are advice, never a lock.
#[component]
fn Requirements(module: Module) -> impl IntoView {
    let site = Site::here();
    let required = |id: &crate::course::ModuleId| {
        let found = site.course.modules.iter().find(|module| &module.id == id)?;
        Some(view! { <a href=site.url(&format!("/modulos/{id}/"))>{found.title.clone()}</a> })
    };
    let links: Vec<_> = module.requires.iter().filter_map(required).collect();
    (!links.is_empty())
        .then(|| view! { <p class="meta requisitos"><span>"Conviene haber visto antes:"</span>" "{links}</p> })
}
