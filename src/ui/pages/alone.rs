//! A case on a page of its own: what sessions go through, and what a link to a case opens.

use leptos::prelude::*;

use super::case::{Case, case_view};
use super::frame::{Entry, Frame};
use super::prose::Definitions;
use super::{Page, Site};
use crate::course::{Home, Lesson, Module, Question};
use crate::ui::islands::{Link, SessionBar};

pub fn page(site: &Site, module: &Module, lesson: &Lesson, question: &Question) -> Page {
    let title = format!("Caso: {} ({}) · {}", question.title, lesson.title, site.course.title);
    let description = format!("Un caso de «{}».", lesson.title);
    let home = Home::Lesson { module: module.id.clone(), lesson: lesson.id.clone() };
    let (lesson, question) = (lesson.clone(), question.clone());
    Page::draw(site, format!("/casos/{}/", question.id), title, description, move || {
        view! { <AlonePage lesson question home/> }
    })
}

#[component]
fn AlonePage(lesson: Lesson, question: Question, home: Home) -> impl IntoView {
    let site = Site::here();
    let href = site.url(&format!("/lecciones/{}/", lesson.id));
    let next = Link { href: href.clone(), text: "Ir a su lección".into() };
    let view = case_view(&site, &question, home, next);
    let terms = question.terms.clone();
    view! {
        <Frame entry=Entry::Practice>
            <SessionBar item=question.id.clone()/>
            <div class="titular una compacto">
                <p class="meta">"De la lección "<a href=href>{lesson.title.clone()}</a></p>
                <h1 id=format!("{}-titulo", question.id)>{question.title.clone()}</h1>
            </div>
            <div class="leccion sola"><h2 class="oculto">"El caso"</h2><Case question view alone=true/></div>
            <Definitions terms/>
        </Frame>
    }
}
