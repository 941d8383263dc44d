//! A moment: the hour and who decides, what has come in, how things stand, and the decision.

use leptos::prelude::*;

use super::SimulationView;
use super::gauges::gauges;
use super::state::StageState;
use super::words;
use crate::course::Role;
use crate::course::simulation::{ChoiceWords, Passage, Replay, State};
use crate::ui::parts::format::letter;
use crate::ui::parts::sign::{Glyph, Sign};
use crate::ui::parts::{escape, live};

#[component]
pub fn Moment(state: StageState, node: usize) -> impl IntoView {
    let replay = state.replay.get_untracked();
    let html = |f: fn(&SimulationView, usize, &Replay) -> String| {
        replay.as_ref().map(|replay| state.view.with_value(|view| f(view, node, replay))).unwrap_or_default()
    };
    view! {
        <Clock state node/>
        <div class="doce hoja-interior">
            <section class="c7 bandeja" aria-label="Lo que pasa" inner_html=html(passages)></section>
            <section class="c5 filete" aria-labelledby="estado-titulo">
                <h2 id="estado-titulo">"Estado"</h2>
                <div inner_html=html(standing)></div>
            </section>
        </div>
        <Choices state node/>
    }
}

/// The field: the day, the hour and the person.
#[component]
pub fn Clock(state: StageState, node: usize) -> impl IntoView {
    state.view.with_value(|view| {
        let (the, told) = (&view.plot.nodes[node], &view.nodes[node]);
        let sign = if the.asks_hat { Sign::Ambas } else { Sign::from(the.role) };
        let hour = the.hour.clone().unwrap_or_else(|| the.day.clone());
        let size = if the.hour.is_some() { "hora" } else { "hora larga" };
        view! {
            <section class=format!("campo {}", sign.field()) aria-labelledby="momento">
                <div class="momento">
                    <p class="sim-titulo">{view.title.clone()}</p>
                    <ol class="dias" inner_html=days(view, node)></ol>
                    <div class="reloj">
                        <p class=size aria-hidden="true">{hour}</p>
                        <div class="quien">
                            <Glyph sign/>
                            <strong>{words::seat(the.role, the.asks_hat, &told.who)}</strong>
                            {told.context.clone().map(|context| view! { <p>{context}</p> })}
                        </div>
                    </div>
                    <h1 id="momento" tabindex="-1">
                        <span class="oculto">{format!("{}. ", words::moment(&the.day, the.hour.as_deref()))}</span>
                        {the.title.clone()}
                    </h1>
                </div>
            </section>
        }
    })
}

/// The days of the plot, with the present one marked.
fn days(view: &SimulationView, node: usize) -> String {
    let here = &view.plot.nodes[node].day;
    let mut days: Vec<&String> = Vec::new();
    for node in &view.plot.nodes {
        if !days.contains(&&node.day) {
            days.push(&node.day);
        }
    }
    let day = |day: &&String| {
        let current = if *day == here { " aria-current=\"step\"" } else { "" };
        format!("<li{current}>{}</li>", escape(day))
    };
    days.iter().map(day).collect()
}

/// Prose, and the messages of the moment: those whose condition holds.
fn passages(view: &SimulationView, node: usize, replay: &Replay) -> String {
    let conditions = &view.plot.nodes[node].passages;
    let shown = |when: &Option<crate::course::simulation::Condition>| {
        when.as_ref().is_none_or(|when| when.holds(&replay.state))
    };
    let shown: Vec<&Passage> =
        view.nodes[node].passages.iter().zip(conditions).filter(|(_, when)| shown(when)).map(|(passage, _)| passage).collect();
    passages_html(&shown)
}

/// Passages in order; runs of messages are lists.
pub fn passages_html(passages: &[&Passage]) -> String {
    let mut html = String::new();
    let mut in_list = false;
    for passage in passages {
        let is_message = matches!(passage, Passage::Message { .. });
        if is_message != in_list {
            html.push_str(if is_message { "<ol class=\"mensajes\">" } else { "</ol>" });
            in_list = is_message;
        }
        html.push_str(&passage_html(passage));
    }
    if in_list {
        html.push_str("</ol>");
    }
    html
}

fn passage_html(passage: &Passage) -> String {
    match passage {
        Passage::Prose(prose) => format!("<div class=\"relato-sim\">{}</div>", prose.as_str()),
        Passage::Message { from, time, detail, text } => {
            let detail = if detail.is_empty() { String::new() } else { format!(", {}", escape(detail)) };
            format!(
                "<li><p class=\"cuando\">{}</p><div><blockquote>{}</blockquote><p class=\"meta\"><b>{}</b>{detail}</p></div></li>",
                escape(time),
                text.as_str(),
                from.as_str()
            )
        }
    }
}

fn standing(view: &SimulationView, _node: usize, replay: &Replay) -> String {
    let before: &State = replay.turns.last().map_or(&replay.state, |turn| &turn.before);
    gauges(&view.plot, &replay.state, before, "antes")
}

/// The question and what can be done.
#[component]
fn Choices(state: StageState, node: usize) -> impl IntoView {
    let (stem, asks_hat, choices) = state.view.with_value(|view| {
        let the = &view.plot.nodes[node];
        let free = |choice: usize| {
            state.replay.with_untracked(|replay| {
                let needs = the.moves[choice].needs.as_ref();
                replay.as_ref().is_none_or(|replay| needs.is_none_or(|needs| needs.holds(&replay.state)))
            })
        };
        let choices = view.nodes[node].choices.iter().cloned().enumerate();
        let choices = choices.map(|(place, words)| (place, free(place), words)).collect::<Vec<_>>();
        (view.nodes[node].stem.as_str().to_owned(), the.asks_hat, choices)
    });
    let (chosen, hat) = (RwSignal::new(None::<usize>), RwSignal::new(None::<Role>));
    let ready = move || chosen.get().is_some() && (!asks_hat || hat.get().is_some());
    let missing = move || match (asks_hat && hat.get().is_none(), chosen.get().is_none()) {
        (true, _) => "Di antes con qué sombrero decides.",
        (false, true) => "Elige una opción.",
        (false, false) => "No se puede deshacer.",
    };
    let act = move |_| {
        let Some(place) = chosen.get_untracked().filter(|_| ready()) else { return };
        let key = state.view.with_value(|view| view.plot.nodes[node].moves[place].key.clone());
        state.decide(node, key, hat.get_untracked());
    };
    view! {
        <section class="decidir hoja-interior" aria-labelledby="pregunta-sim">
            {asks_hat.then(|| view! { <Hats hat/> })}
            <h2 class="pregunta" id="pregunta-sim" inner_html=stem></h2>
            <fieldset class="respuesta" aria-labelledby="pregunta-sim">
                <legend class="oculto">"Elige una acción"</legend>
                <div class="opciones">{choices.into_iter().map(|choice| view! { <Choice choice chosen/> }).collect_view()}</div>
            </fieldset>
            <div class="cierre">
                <button type="button" class="boton" aria-disabled=move || (!ready()).to_string() on:click=act>"Actuar"</button>
                <p class="meta" role="status" inner_html=move || live(missing())></p>
            </div>
        </section>
    }
}

/// An option; one that is blocked says why.
#[component]
fn Choice(choice: (usize, bool, ChoiceWords), chosen: RwSignal<Option<usize>>) -> impl IntoView {
    let (place, free, words) = choice;
    let reason = words.blocked.filter(|_| !free).map(|html| html.as_str().to_owned());
    let reason_id = format!("bloqueo-{place}");
    let described = reason.is_some().then(|| reason_id.clone());
    view! {
        <div class="opcion-sim" class:bloqueada=!free>
            <label>
                <span class="letra" aria-hidden="true">{letter(place)}</span>
                <input type="radio" name="accion" disabled=!free aria-describedby=described on:change=move |_| chosen.set(Some(place))/>
                <span class="opcion" inner_html=words.text.as_str().to_owned()></span>
            </label>
            {reason.map(|reason| view! { <div class="bloqueo" id=reason_id inner_html=format!("<b>No disponible.</b> {reason}")></div> })}
        </div>
    }
}

/// From which function one decides, said before deciding. It does not score.
#[component]
fn Hats(hat: RwSignal<Option<Role>>) -> impl IntoView {
    let option = |(role, name): (Role, &'static str)| {
        view! {
            <label>
                <input type="radio" name="sombrero" on:change=move |_| hat.set(Some(role))/>
                <span class="etiqueta"><Glyph sign=Sign::from(role)/><span>{name}</span></span>
            </label>
        }
    };
    view! {
        <fieldset class="sombreros">
            <legend>"¿Con qué sombrero decides? No puntúa; se comenta después."</legend>
            <div class="segmentos de-3">{[(Role::Smm, "SMM"), (Role::Both, "Ambas"), (Role::Cm, "CM")].map(option).collect_view()}</div>
        </fieldset>
    }
}
