//! The stage of a simulation: the hour, who decides, what comes in, how things stand, and what is done about it.
//!
//! Everything shown follows from the journal and the plot, so a run goes on exactly where it was, in any tab. A decision is
//! never taken back.

mod chart;
mod debrief;
mod desk;
mod gauges;
mod moment;
mod outcome;
mod state;
mod words;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use super::case_view::Link;
use super::profile::CompetencyName;
use crate::course::simulation::{NodeWords, Plot};
use crate::course::{Html, SimulationId};
use crate::learner::{SimulationState, simulation_state};
use crate::ui::parts::live;
use crate::ui::store::Store;

pub use moment::passages_html;
use state::{Scene, StageState};

/// What travels to the browser for a simulation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SimulationView {
    pub title: String,
    /// «35 min», and what it measures.
    pub summary: String,
    /// The opening, as one stretch of HTML.
    pub opening: Html,
    pub plot: Plot,
    pub nodes: Vec<NodeWords>,
    /// The address of the paragraph to read again of each node.
    pub reviews: Vec<String>,
    pub endings: Vec<Html>,
    pub takeaways: Html,
    pub competencies: Vec<CompetencyName>,
    /// The lesson that the simulation belongs to, if there is one.
    pub lesson: Option<Link>,
    pub profile: String,
}

#[island]
pub fn Stage(#[prop(into)] view: Carried<SimulationView>) -> impl IntoView {
    let state = StageState::new(view.0);
    // The whole tree is about to be shown.
    Effect::new(move || {
        if matches!(state.scene.get(), Scene::Ending(_)) {
            state.debrief();
        }
    });
    Effect::new(move || state.attend());
    view! {
        <div
            class="teatro"
            on:click=move |event| state.act(&event)
            on:change=move |_| state.marked()
            inner_html=move || state.view.with_value(|view| html(view, state))
        ></div>
    }
}

/// What stands on the stage. Written whole as HTML, as verdicts are: built of views it added 80 KB to the module.
fn html(view: &SimulationView, state: StageState) -> String {
    // Read first: the desk says what the runs are like, and is written again when only they have changed.
    state.runs.with(|_| ());
    let scene = state.scene.get();
    state.replay.with_untracked(|replay| match (scene, replay) {
        (Scene::Node(node), Some(replay)) => moment::moment(view, node, replay),
        (Scene::Outcome(turn), Some(replay)) => replay
            .turns
            .get(turn)
            .map_or_else(String::new, |turn| outcome::outcome(view, turn, state.hat(&view.plot.nodes[turn.node].id))),
        (Scene::Ending(ending), Some(replay)) => {
            debrief::debrief(view, replay, ending, state.counts(), &|node| state.hat(node))
        }
        _ => desk::desk(view, state),
    })
}

/// Whether a simulation has been lived, in a list that is otherwise still.
#[island]
pub fn Played(simulation: SimulationId) -> impl IntoView {
    let store = Store::here();
    let state = Memo::new(move |_| store.journal().with(|journal| simulation_state(&simulation, journal)));
    let (name, words) = (move || name(state.get()), move || live(words_of(state.get())));
    view! {
        <span class="pasos">
            <i aria-hidden="true" data-estado=name></i>
            <span class="oculto" inner_html=words></span>
        </span>
    }
}

fn name(state: SimulationState) -> &'static str {
    match state {
        SimulationState::NotStarted => "sin-empezar",
        SimulationState::Started => "empezada",
        SimulationState::Done => "hecha",
    }
}

fn words_of(state: SimulationState) -> &'static str {
    match state {
        SimulationState::NotStarted => "",
        SimulationState::Started => " (empezada)",
        SimulationState::Done => " (hecha)",
    }
}
