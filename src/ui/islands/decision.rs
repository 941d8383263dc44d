//! A case from the question down: deciding it, what the decision was worth and why.
//!
//! Everything stands in the page from the start, so that nothing moves when the island wakes and the case is complete
//! without scripts. Deciding changes attributes and fills the one empty region, the verdict.

mod marks;
mod matching;
mod order;
mod reasons;
mod state;
mod verdict;

use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::carried::Carried;
use super::case_view::CaseView;
use crate::assess::Certainty;
use crate::course::{Form, ItemId};
use crate::ui::browser::is_open;
use crate::ui::parts::{escape, live};

use marks::{Groups, classes, options, ratings};
use matching::Matching;
use order::Steps;
use reasons::Reasons;
pub use state::Decision as DecisionState;
use state::Stage;
use verdict::verdict;

/// The island: a thin wrapper, so that the component can be drawn and tested by itself.
#[island]
pub fn Decision(#[prop(into)] case: Carried<CaseView>) -> impl IntoView {
    view! { <DecisionCard case=case.0/> }
}

/// The question, its options, the verdict and the reasons.
#[component]
pub fn DecisionCard(case: CaseView) -> impl IntoView {
    let state = DecisionState::new(&case);
    let stem_id = format!("pregunta-{}", case.item.id);
    let judgement = {
        let case = case.clone();
        move || {
            let next = state.next_in_session().unwrap_or_else(|| case.next.clone());
            state.judged().map(|judged| verdict(&case, &judged, &next)).unwrap_or_default()
        }
    };
    view! {
        <div class="decision" data-estado=move || state.stage().name()>
            <h4 class="pregunta" id=stem_id.clone() inner_html=case.stem.as_str().to_owned()></h4>
            <Hints case=case.clone() state/>
            <fieldset class="respuesta" aria-labelledby=stem_id disabled=move || state.is_settled()>
                <legend class="instruccion">{case.instruction()}</legend>
                <Controls case=case.clone() state/>
            </fieldset>
            <Sureness item=case.item.id.clone() state/>
            <Closing case=case.clone() state/>
            <SealedNext case=case.clone() state/>
            <div class="veredicto" role="status" inner_html=judgement></div>
            <p class="repetir" hidden=move || state.stage() != Stage::Judged>
                <button type="button" class="boton claro" on:click=move |_| state.try_again()>"Volver a intentarlo"</button>
                <span class="meta">"Como práctica: tu perfil no cambia."</span>
            </p>
            <Reasons case state/>
        </div>
    }
}

/// The controls of the form. One of three known views and not any view: that one would carry all that a view can do.
#[component]
fn Controls(case: CaseView, state: DecisionState) -> impl IntoView {
    let item = case.item.id;
    let groups = match case.form {
        Form::Order(steps) => return EitherOf3::A(view! { <Steps item steps state/> }),
        Form::Match(grid) => return EitherOf3::B(view! { <Matching item grid state/> }),
        Form::Single(choices) => options(&item, choices, false),
        Form::Multiple(choices) => options(&item, choices, true),
        Form::Classify(grid) => classes(&item, grid),
        Form::Rate(rating) => ratings(&item, rating),
    };
    EitherOf3::C(view! { <Groups groups state/> })
}

/// Hints, one by one. Opening one costs nothing, and is noted.
#[component]
fn Hints(case: CaseView, state: DecisionState) -> impl IntoView {
    let several = case.hints.len() > 1;
    let hint = move |(index, hint): (usize, crate::course::Html)| {
        let name = if several { format!("Pista {}", index + 1) } else { "Pista".into() };
        view! {
            <details
                class="pista"
                on:toggle=move |event| {
                    if is_open(&event) {
                        state.hint_opened(index);
                    }
                }
            >
                <summary>{name}</summary>
                <div class="pista-texto" inner_html=hint.as_str().to_owned()></div>
            </details>
        }
    };
    case.hints.into_iter().enumerate().map(hint).collect_view()
}

/// How sure one is, before seeing anything. Saying it is optional, and adds nothing to the profile's scales.
#[component]
fn Sureness(item: ItemId, state: DecisionState) -> impl IntoView {
    let option = move |(certainty, name): (Certainty, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=format!("certeza-{item}")
                    prop:checked=move || state.certainty.get() == Some(certainty)
                    on:change=move |_| state.certainty.set(Some(certainty))
                />
                <span>{name}</span>
            </label>
        }
    };
    let options = [(Certainty::Low, "Poca"), (Certainty::Middle, "Bastante"), (Certainty::High, "Mucha")].map(option);
    view! {
        <fieldset class="certeza" disabled=move || state.is_settled()>
            <legend>"¿Con cuánta seguridad? "<span class="meta">"Optativo: sirve para tu gráfico de acierto, no puntúa."</span></legend>
            <div class="certeza-opciones">{options}</div>
        </fieldset>
    }
}

/// The way on from a sealed case, which has no verdict to hold it.
#[component]
fn SealedNext(case: CaseView, state: DecisionState) -> impl IntoView {
    let link = move || {
        let next =
            if state.is_sealed() { Some(state.next_in_session().unwrap_or_else(|| case.next.clone())) } else { None };
        next.map(|next| format!("<a class=\"boton claro\" href=\"{}\">{}</a>", escape(&next.href), escape(&next.text)))
    };
    view! { <p class="acciones adelante-sellado" inner_html=move || link().unwrap_or_default()></p> }
}

/// The button that confirms, and what is missing.
#[component]
fn Closing(case: CaseView, state: DecisionState) -> impl IntoView {
    let confirm = case.confirm();
    view! {
        <div class="cierre">
            <button
                type="button"
                class="boton confirmar"
                aria-disabled=move || (!state.can_press()).to_string()
                on:click=move |_| state.press()
                inner_html=move || live(state.button(confirm))
            ></button>
            <p class="meta aviso-caso" role="status" inner_html=move || live(state.notice())></p>
        </div>
    }
}
