//! What a decision brought, before going on.

use leptos::prelude::*;

use super::SimulationView;
use super::gauges::gauges;
use super::moment::Clock;
use super::state::StageState;
use super::words;
use crate::course::Role;
use crate::course::simulation::Turn;

#[component]
pub fn Outcome(state: StageState, turn: usize) -> impl IntoView {
    let turn = state.replay.with_untracked(|replay| replay.as_ref()?.turns.get(turn).cloned());
    turn.map(|turn| {
        let node = turn.node;
        let told = state.view.with_value(|view| {
            let hat = state.hat(&view.plot.nodes[node].id);
            outcome(view, &turn, hat)
        });
        let standing = state.view.with_value(|view| gauges(&view.plot, &turn.after, &turn.before, "antes"));
        view! {
            <Clock state node/>
            <div class="doce hoja-interior">
                <section class="c7 resultado" role="status" inner_html=told></section>
                <section class="c5 filete" aria-labelledby="estado-titulo">
                    <h2 id="estado-titulo">"Estado"</h2>
                    <div inner_html=standing></div>
                </section>
            </div>
            <p class="acciones hoja-interior"><button type="button" class="boton" on:click=move |_| state.go_on()>"Seguir"</button></p>
        }
    })
}

/// What was done, what followed and, where it was asked, what hat the moment called for; as HTML.
fn outcome(view: &SimulationView, turn: &Turn, hat: Option<Role>) -> String {
    let choice = &view.nodes[turn.node].choices[turn.choice];
    let hat = view.nodes[turn.node].hat.as_ref().map(|comment| {
        let worn = hat.map(|hat| format!("Decidiste con el sombrero de {}. ", words::function(hat))).unwrap_or_default();
        format!("<div class=\"sombrero\"><h2>El sombrero</h2><p>{worn}{}</p></div>", crate::ui::parts::escape(comment))
    });
    format!(
        "<p class=\"meta\">Tu decisión</p><p class=\"tomada\">{}</p><h2>Lo que ocurre</h2><div class=\"consecuencia\">{}</div>{}{}",
        choice.text.as_str(),
        choice.consequence.as_str(),
        words::changes_html(&view.plot, &turn.before, &turn.after),
        hat.unwrap_or_default()
    )
}
