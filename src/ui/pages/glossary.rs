//! The glossary.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::Term;
use crate::ui::parts::format::count;

pub fn page(site: &Site) -> Page {
    let title = format!("Glosario · {}", site.course.title);
    let description = "Los términos del curso, con su definición, otros nombres y un ejemplo.";
    Page::draw(site, "/glosario/", title, description, || view! { <GlossaryPage/> })
}

#[component]
fn GlossaryPage() -> impl IntoView {
    let site = Site::here();
    let groups = by_letter(&site.course.glossary);
    let index = groups.iter().map(|(letter, _)| {
        view! { <li><a href=format!("#letra-{letter}")>{letter.to_uppercase().to_string()}</a></li> }
    });
    let index = index.collect_view();
    let group = |(letter, terms): (char, Vec<Term>)| {
        view! {
            <section class="letra-glosario" aria-labelledby=format!("letra-{letter}")>
                <h2 class="num" id=format!("letra-{letter}")>{letter.to_uppercase().to_string()}</h2>
                <dl>{terms.into_iter().map(|term| view! { <TermView term/> }).collect_view()}</dl>
            </section>
        }
    };
    view! {
        <Frame entry=Entry::Glossary>
            <div class="titular una">
                <h1>"Glosario"</h1>
                <p class="entrada">{format!("{} para hablar de lo mismo.", count(site.course.glossary.len(), "término"))}</p>
            </div>
            <nav class="abecedario" aria-label="Letras"><ul>{index}</ul></nav>
            {groups.into_iter().map(group).collect_view()}
        </Frame>
    }
}

#[component]
fn TermView(term: Term) -> impl IntoView {
    let site = Site::here();
    let source =
        |id: crate::course::SourceId| view! { <a href=site.url(&format!("/fuentes/#{id}"))>{id.to_string()}</a>" " };
    let sources = (!term.sources.is_empty()).then(|| {
        view! { <p class="meta">"Fuentes: "{term.sources.into_iter().map(source).collect_view()}</p> }
    });
    view! {
        <div class="entrada-glosario" id=term.id.to_string()>
            <dt>{term.name}</dt>
            <dd>
                <div class="prosa" inner_html=site.html(&term.definition)></div>
                {term.example.map(|html| view! { <div class="ejemplo" inner_html=site.html(&html)></div> })}
                {term.aliases.map(|names| view! { <p class="meta">{format!("También: {names}")}</p> })}
                {sources}
            </dd>
        </div>
    }
}

/// Terms in groups by their first letter, without its accent. They come in alphabetical order.
fn by_letter(terms: &[Term]) -> Vec<(char, Vec<Term>)> {
    let mut groups: Vec<(char, Vec<Term>)> = Vec::new();
    for term in terms {
        let letter = term.id.as_str().chars().next().unwrap_or('#');
        match groups.last_mut() {
            Some((last, group)) if *last == letter => group.push(term.clone()),
            _ => groups.push((letter, vec![term.clone()])),
        }
    }
    groups
}
