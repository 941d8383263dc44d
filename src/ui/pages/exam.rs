//! A form of the test: its desk, and a page for each of its cases.

use leptos::prelude::*;

use super::case::{Case, case_view};
use super::frame::{Entry, Frame};
use super::prose::{Definitions, Prose};
use super::{Page, Site};
use crate::course::{Exam, Fingerprint, Home, Key, Occasion, Question};
use crate::ui::islands::{ExamCase, ExamDesk, ExamView, Link, OtherExam};
use crate::ui::parts::format::{count, duration};

pub fn page(site: &Site, exam: &Exam) -> Page {
    let title = format!("{} · {}", exam.title, site.course.title);
    let (path, summary, exam) = (address(exam), exam.summary.clone(), exam.clone());
    Page::draw(site, path, title, summary, move || view! { <DeskPage exam/> })
}

/// The page of one of its cases, by its place.
pub fn case_page(site: &Site, exam: &Exam, place: usize) -> Page {
    let question = exam.questions[place].clone();
    let title = format!("{}, {} · {}", question.title, exam.title.to_lowercase(), site.course.title);
    let description = format!("Caso {} de {}.", place + 1, exam.title);
    let path = case_address(exam, &question);
    let exam = exam.clone();
    Page::draw(site, path, title, description, move || view! { <CasePage exam place/> })
}

fn address(exam: &Exam) -> String {
    format!("/pruebas/{}/", exam.id)
}

fn case_address(exam: &Exam, question: &Question) -> String {
    format!("/pruebas/{}/{}/", exam.id, question.id)
}

#[component]
fn DeskPage(exam: Exam) -> impl IntoView {
    let site = Site::here();
    let size = format!("{}, unos {}", count(exam.questions.len(), "caso"), duration(exam.minutes));
    let opening: Vec<_> = exam.opening.iter().filter(|section| !section.body.is_empty()).cloned().collect();
    view! {
        <Frame entry=Entry::Practice>
            <div class="titular una">
                <p class="meta">{size}</p>
                <h1>{exam.title.clone()}</h1>
                <p class="entrada">{exam.summary.clone()}</p>
            </div>
            <div class="doce">
                <div class="c7">{opening.into_iter().map(|section| view! { <Prose section/> }).collect_view()}</div>
                <div class="c5 filete pila"><ExamDesk view=exam_view(&site, &exam)/></div>
            </div>
            <Definitions terms=exam.terms.clone()/>
        </Frame>
    }
}

fn exam_view(site: &Site, exam: &Exam) -> ExamView {
    let case = |question: &Question| ExamCase {
        id: question.id.clone(),
        title: question.title.clone(),
        href: site.url(&case_address(exam, question)),
        fingerprint: Fingerprint::of(&Key::of(&question.form)),
    };
    let other = site.course.exams.iter().find(|other| other.occasion != exam.occasion);
    ExamView {
        id: exam.id.clone(),
        cases: exam.questions.iter().map(case).collect(),
        other: other.map(|other| OtherExam {
            id: other.id.clone(),
            title: other.title.clone(),
            href: site.url(&address(other)),
            is_before: other.occasion == Occasion::Before,
        }),
        threshold: site.course.threshold,
    }
}

#[component]
fn CasePage(exam: Exam, place: usize) -> impl IntoView {
    let site = Site::here();
    let question = exam.questions[place].clone();
    let desk = site.url(&address(&exam));
    let next = match exam.questions.get(place + 1) {
        Some(next) => Link { href: site.url(&case_address(&exam, next)), text: "Siguiente caso".into() },
        None => Link { href: desk.clone(), text: "Volver a la prueba".into() },
    };
    let view = case_view(&site, &question, Home::Exam(exam.id.clone()), next);
    let terms = question.terms.clone();
    view! {
        <Frame entry=Entry::Practice>
            <div class="titular una compacto">
                <p class="meta"><a href=desk>{exam.title.clone()}</a>{format!(" · caso {} de {}", place + 1, exam.questions.len())}</p>
                <h1 id=format!("{}-titulo", question.id)>{question.title.clone()}</h1>
            </div>
            <div class="leccion sola prueba"><h2 class="oculto">"El caso"</h2><Case question view alone=true/></div>
            <Definitions terms/>
        </Frame>
    }
}
