//! A simulation: its stage, and beside it the whole script for those who read or print.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::prose::{Definitions, Prose};
use super::simulations::measures;
use super::{Page, Site};
use crate::course::simulation::{ChoiceWords, Destination, Ending, Move, NodeWords, Passage};
use crate::course::{Html, Section, SectionKind, Simulation};
use crate::ui::islands::{Link, Played, SimulationView, Stage};
use crate::ui::parts::sign::{Glyph, Label, Sign};

pub fn page(site: &Site, simulation: &Simulation) -> Page {
    let title = format!("{} · {}", simulation.title, site.course.title);
    let simulation = simulation.clone();
    let (path, summary) = (format!("/simulaciones/{}/", simulation.id), simulation.summary.clone());
    Page::draw(site, path, title, summary, move || view! { <StagePage simulation/> })
}

#[component]
fn StagePage(simulation: Simulation) -> impl IntoView {
    let site = Site::here();
    let script = site.url(&format!("/simulaciones/{}/guion/", simulation.id));
    view! {
        <Frame entry=Entry::Simulations>
            <Stage view=simulation_view(&site, &simulation)/>
            <p class="guion-enlace">
                <noscript>"La simulación necesita JavaScript. "</noscript>
                "También puedes "<a href=script>"leer el guion entero"</a>", con todas las decisiones y sus consecuencias. Si lo lees antes, sabrás lo que va a pasar."
            </p>
            <Definitions terms=simulation.terms.clone()/>
        </Frame>
    }
}

/// The way into a simulation, within the lesson that it belongs to.
#[component]
pub fn WayIn(simulation: Simulation) -> impl IntoView {
    let site = Site::here();
    view! {
        <section class="entra-sim" aria-labelledby="entra-sim">
            <p class="fn"><Glyph sign=Sign::Ambas/><span>"Simulación"</span></p>
            <h2 id="entra-sim">{simulation.title.clone()}</h2>
            <p>{simulation.summary.clone()}</p>
            <a class="boton" href=site.url(&format!("/simulaciones/{}/", simulation.id))>"Entrar"</a>
            <p class="meta"><Played simulation=simulation.id.clone()/>" "{measures(&simulation)}</p>
        </section>
    }
}

/// What travels to the browser.
fn simulation_view(site: &Site, simulation: &Simulation) -> SimulationView {
    let review = |words: &NodeWords| site.url(&format!("/lecciones/{}/#{}", words.review.lesson, words.review.anchor));
    let host = site.course.lessons().find(|(_, lesson)| lesson.simulation.as_ref() == Some(&simulation.id));
    let opening = simulation.opening.iter().map(section).collect::<String>();
    SimulationView {
        title: simulation.title.clone(),
        summary: format!("{}. {}", measures(simulation), simulation.summary),
        opening: site.based(&Html::trusted(opening)),
        plot: simulation.plot.clone(),
        nodes: simulation.nodes.iter().map(|words| based(site, words)).collect(),
        reviews: simulation.nodes.iter().map(review).collect(),
        endings: simulation.endings.iter().map(|html| site.based(html)).collect(),
        takeaways: site.based(&simulation.takeaways),
        competencies: site.competency_names(),
        lesson: host.map(|(_, lesson)| Link {
            href: site.url(&format!("/lecciones/{}/", lesson.id)),
            text: "Volver a la lección".into(),
        }),
        profile: site.url("/perfil/"),
    }
}

fn section(section: &Section) -> String {
    let title = section.title.as_str();
    let heading = if title.is_empty() { String::new() } else { format!("<h2>{title}</h2>") };
    format!("{heading}{}", section.body.as_str())
}

/// The words of a node with their links under the base.
fn based(site: &Site, words: &NodeWords) -> NodeWords {
    let passage = |passage: &Passage| match passage {
        Passage::Prose(html) => Passage::Prose(site.based(html)),
        Passage::Message { from, time, detail, text } => Passage::Message {
            from: site.based(from),
            time: time.clone(),
            detail: detail.clone(),
            text: site.based(text),
        },
    };
    let choice = |choice: &ChoiceWords| {
        let mut choice = choice.clone();
        choice.consequence = site.based(&choice.consequence);
        choice.blocked = choice.blocked.as_ref().map(|html| site.based(html));
        if let Some(overstep) = &mut choice.overstep {
            overstep.why = site.based(&overstep.why);
        }
        choice
    };
    NodeWords {
        passages: words.passages.iter().map(passage).collect(),
        choices: words.choices.iter().map(choice).collect(),
        stem: site.based(&words.stem),
        ..words.clone()
    }
}

/// The script: every moment with every choice, for reading without scripts and on paper.
pub fn script(site: &Site, simulation: &Simulation) -> Page {
    let title = format!("Guion de «{}» · {}", simulation.title, site.course.title);
    let description = format!("Todos los momentos de «{}», con sus opciones y lo que trae cada una.", simulation.title);
    let simulation = simulation.clone();
    let path = format!("/simulaciones/{}/guion/", simulation.id);
    Page::draw(site, path, title, description, move || view! { <ScriptPage simulation/> })
}

#[component]
fn ScriptPage(simulation: Simulation) -> impl IntoView {
    let site = Site::here();
    let back = site.url(&format!("/simulaciones/{}/", simulation.id));
    let opening = simulation.opening.iter().cloned().map(|section| view! { <Prose section/> }).collect_view();
    let nodes =
        (0..simulation.nodes.len()).map(|place| view! { <Node simulation=simulation.clone() place/> }).collect_view();
    let ending = |(ending, words): (&Ending, &Html)| {
        let words = site.html(words);
        view! { <section class="prosa" id=ending.id.clone()><h3>{ending.title.clone()}</h3><div inner_html=words></div></section> }
    };
    let endings = simulation.plot.endings.iter().zip(&simulation.endings).map(ending).collect_view();
    let takeaways = Section {
        kind: SectionKind::Takeaways,
        anchor: "para-llevarse".into(),
        level: 2,
        title: Html::trusted("Para llevarse"),
        body: simulation.takeaways.clone(),
        terms: Vec::new(),
    };
    view! {
        <Frame entry=Entry::Simulations>
            <div class="titular una">
                <p class="meta"><a href=back>{simulation.title.clone()}</a></p>
                <h1>"El guion"</h1>
                <p class="entrada">"Todos los momentos y todas las decisiones, en orden. Cada opción enlaza con el momento al que lleva."</p>
            </div>
            <article class="leccion guion-sim">
                {opening}
                {nodes}
                <section class="prosa"><h2 id="fin">"Finales"</h2></section>
                {endings}
                {(!simulation.takeaways.is_empty()).then(|| view! { <Prose section=takeaways/> })}
            </article>
            <Definitions terms=simulation.terms.clone()/>
        </Frame>
    }
}

#[component]
fn Node(simulation: Simulation, place: usize) -> impl IntoView {
    let site = Site::here();
    let (node, words) = (simulation.plot.nodes[place].clone(), based(&site, &simulation.nodes[place]));
    let passages = crate::ui::islands::passages_html(&words.passages.iter().collect::<Vec<_>>());
    let moment = match &node.hour {
        Some(hour) => format!("{}, {hour}. {}", node.day, words.who),
        None => format!("{}. {}", node.day, words.who),
    };
    let choices = node.moves.iter().zip(words.choices).map(|(the, told)| choice(the, &told)).collect::<String>();
    view! {
        <section class="prosa momento-guion" aria-labelledby=node.id.to_string()>
            <h2 id=node.id.to_string()>{node.title.clone()}</h2>
            <p class="meta"><Label sign=Sign::from(node.role) text=Sign::from(node.role).subject()/>" "{moment}</p>
            <div inner_html=passages></div>
            <p class="pregunta-guion" inner_html=words.stem.as_str().to_owned()></p>
            <ul class="opciones-guion" inner_html=choices></ul>
        </section>
    }
}

fn choice(the: &Move, told: &ChoiceWords) -> String {
    let to = match &the.to {
        Destination::Node(id) => id.to_string(),
        Destination::End => "fin".into(),
    };
    let mark = if told.recommended { "<i class=\"propuesta\">La más defendible.</i> " } else { "" };
    let blocked = told
        .blocked
        .as_ref()
        .map(|html| format!("<div class=\"meta\"><b>Puede no estar disponible.</b> {}</div>", html.as_str()));
    let overstep = told
        .overstep
        .as_ref()
        .map(|overstep| format!("<div class=\"meta\"><b>Quién decidía.</b> {}</div>", overstep.why.as_str()));
    format!(
        "<li>{mark}<b>{}</b>{}{}{}<p><a href=\"#{to}\">Sigue</a></p></li>",
        told.text.as_str(),
        told.consequence.as_str(),
        blocked.unwrap_or_default(),
        overstep.unwrap_or_default()
    )
}
