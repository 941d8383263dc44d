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

use leptos::either::EitherOf4;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use super::case_view::Link;
use super::profile::CompetencyName;
use crate::course::simulation::{NodeWords, Plot};
use crate::course::Html;

use debrief::Debrief;
use desk::Desk;
use moment::Moment;
use outcome::Outcome;
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
    view! {
        <div class="teatro">
            {move || match state.scene.get() {
                Scene::Desk => EitherOf4::A(view! { <Desk state/> }),
                Scene::Node(node) => EitherOf4::B(view! { <Moment state node/> }),
                Scene::Outcome(turn) => EitherOf4::C(view! { <Outcome state turn/> }),
                Scene::Ending(ending) => EitherOf4::D(view! { <Debrief state ending/> }),
            }}
        </div>
    }
}
