//! What reacts. An island is a thin wrapper around a component, so that the component can be drawn and tested alone.

mod backup;
mod carried;
mod case_view;
mod decision;
mod draft;
mod exam;
mod notice;
mod onward;
mod practice;
mod profile;
mod progress;
mod review;
mod rubric;
mod search;
mod session_bar;
mod stage;
#[cfg(any(feature = "tarea", feature = "tool"))]
mod task;

pub use backup::Backup;
pub use case_view::{CaseView, Link, Measure};
pub use decision::{Decision, DecisionCard};
pub use exam::{ExamCase, ExamDesk, ExamView, OtherExam};
pub use notice::Notice;
pub use onward::{Onward, Scope, Stop};
pub use practice::Practice;
#[cfg(feature = "tool")]
pub use profile::first_steps;
pub use profile::{CompetencyName, LessonName, Profile, ProfileView, text as scale_words};
pub use progress::{ModuleEntry, Modules, Rail, Step};
pub use review::{BehaviourName, DueToday, Review};
pub use rubric::{RubricView, SelfRating};
pub use search::Search;
pub use session_bar::SessionBar;
pub use stage::{Played, SimulationView, Stage, passages_html};
#[cfg(any(feature = "tarea", feature = "tool"))]
pub use task::{Place, TaskDesk, TaskView};

/// Begins to wake the islands of a page: what they share is made before the first of them.
#[cfg(feature = "aula")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    leptos::prelude::provide_context(super::store::Store::open());
}
