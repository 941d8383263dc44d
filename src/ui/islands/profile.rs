//! The profile: two scales with their intervals, the competencies of each, and what to do next.
//!
//! The interval leads; the central value comes second. Without evidence there is no number, only a dashed frame.

mod next;
mod sureness;
pub mod text;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use crate::course::{CompetencyId, Dimension, LessonId};
use crate::learner::{self, Estimate, Journal};
use crate::ui::parts::figures::interval_shape;
use crate::ui::parts::live;
use crate::ui::parts::sign::{Glyph, Sign};
use crate::ui::store::Store;

use next::NextSteps;
#[cfg(feature = "tool")]
pub use next::first_steps;
use sureness::Sureness;

/// What the profile needs of the course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfileView {
    /// The level to reach, 0 to 1.
    pub threshold: f64,
    pub competencies: Vec<CompetencyName>,
    pub lessons: Vec<LessonName>,
    /// Where somebody who has answered nothing may begin, as HTML: it holds the place of what is not known yet.
    pub first_steps: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompetencyName {
    pub id: CompetencyId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LessonName {
    pub id: LessonId,
    pub title: String,
    pub href: String,
}

#[island]
pub fn Profile(#[prop(into)] view: Carried<ProfileView>) -> impl IntoView {
    view! { <ProfileScales view=view.0/> }
}

#[component]
fn ProfileScales(view: ProfileView) -> impl IntoView {
    let store = Store::here();
    let view = StoredValue::new(view);
    let profile = Memo::new(move |_| {
        view.with_value(|view| {
            let ids: Vec<CompetencyId> = view.competencies.iter().map(|competency| competency.id.clone()).collect();
            // Until the items come, nothing is known of anybody.
            let bank = if store.journal().with(Journal::is_empty) { None } else { store.bank() };
            let bank = bank.as_deref().map_or(&[][..], Vec::as_slice);
            store.journal().with(|journal| learner::profile(bank, &ids, journal, view.threshold))
        })
    });
    let scale = |dimension: Dimension| {
        let estimate = Memo::new(move |_| profile.with(|profile| profile.dimension(dimension).clone()));
        view! { <Scale dimension estimate threshold=view.with_value(|view| view.threshold)/> }
    };
    let list = |dimension: Dimension| {
        let names = view.with_value(|view| view.competencies.clone());
        let lines = names.into_iter().filter(|name| Dimension::of(&name.id) == Some(dimension)).map(|name| {
            let id = name.id.clone();
            let estimate = Memo::new(move |_| {
                profile
                    .with(|profile| profile.competencies.iter().find(|(other, _)| *other == id).map(|(_, e)| e.clone()))
            });
            view! { <Line name=name.name sign=Sign::from(dimension) estimate/> }
        });
        view! {
            <section>
                <h2>{text::competencies_of(dimension)}</h2>
                <ol class="comp">{lines.collect_view()}</ol>
            </section>
        }
    };
    view! {
        <div class="perfil">
            {Dimension::ALL.map(scale).collect_view()}
            <p class="contraste" role="status" inner_html=move || live(profile.with(|profile| text::contrast(profile.contrast)))></p>
            <div class="competencias">{Dimension::ALL.map(list).collect_view()}</div>
            <NextSteps profile view/>
            <Sureness/>
        </div>
    }
}

/// A dimension, drawn large.
#[component]
fn Scale(dimension: Dimension, estimate: Memo<Estimate>, threshold: f64) -> impl IntoView {
    let sign = Sign::from(dimension);
    let id = format!("escala-{}", dimension.prefix());
    let shape = move || estimate.with(|estimate| interval_shape(text::interval(estimate), 40));
    view! {
        <section class="escala filete" aria-labelledby=id.clone()>
            <div class="cab">
                <h2 id=id.clone()><Glyph sign/><span>{text::name(dimension)}</span></h2>
                <p class="cifra" inner_html=move || live(estimate.with(text::headline))></p>
            </div>
            <div class=format!("regla {}", sign.field()) class:falta=move || estimate.with(|e| text::interval(e).is_none())>
                <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true" focusable="false" inner_html=shape></svg>
            </div>
            <ol class="marcas" aria-hidden="true">
                <li>"Reconoce"</li><li>"Aplica con guía"</li><li>"Ajusta y justifica"</li><li>"Cuestiona"</li>
            </ol>
            <p class="nota-i" inner_html=move || live(estimate.with(|estimate| text::explanation(estimate, threshold)))></p>
        </section>
    }
}

/// A competency, on one line.
#[component]
fn Line(name: String, sign: Sign, estimate: Memo<Option<Estimate>>) -> impl IntoView {
    let of = move |f: fn(&Estimate) -> String| estimate.with(|estimate| estimate.as_ref().map(f).unwrap_or_default());
    let shape = move || estimate.with(|e| interval_shape(e.as_ref().and_then(text::interval), 14));
    let missing = move || estimate.with(|e| e.as_ref().and_then(text::interval).is_none());
    view! {
        <li class:falta=missing>
            <span class="comp-nombre">{name}</span>
            <span class="comp-valor" inner_html=move || live(of(text::headline))></span>
            <span class="meta" inner_html=move || live(of(text::support))></span>
            <svg class=format!("mini {}", sign.field()) viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" focusable="false" inner_html=shape></svg>
        </li>
    }
}
