//! Why each part is worth what it is. The whole list stands in the page, folded: whoever reads without scripts has it,
//! and whoever opens it before deciding is told what that means.
//!
//! The list itself never changes; only the learner's own answer is written beside each part.

use leptos::prelude::*;

use super::super::case_view::{CaseView, Measure};
use super::super::draft::Draft;
use super::DecisionState;
use super::state::{Solution, Stage};
use crate::course::{Choice, Credit, Form, Grid, OptionKey, RatedRow, Row, Step};
use crate::ui::browser::is_open;
use crate::ui::parts::figures::credit_bar;
use crate::ui::parts::format::{decimal, letter};
use crate::ui::parts::{escape, live};

/// A part of the case with its reason.
struct Reason {
    key: OptionKey,
    /// A letter or a number, when parts have one.
    lead: String,
    /// What it says and what it is worth, as HTML.
    part: String,
    /// Why, as HTML.
    why: String,
}

#[component]
pub fn Reasons(case: CaseView, state: DecisionState) -> impl IntoView {
    let names = StoredValue::new(names(&case.form));
    let reasons = reasons(&case).into_iter().map(|reason| view! { <Part reason names state/> }).collect_view();
    let conclusion = case.explanation.map(|html| html.as_str().to_owned()).unwrap_or_default();
    view! {
        <details
            class="solucion"
            class:guardada=move || state.is_sealed()
            prop:open=move || state.stage() == Stage::Judged
            on:toggle=move |event| {
                if is_open(&event) && state.stage() == Stage::Deciding {
                    state.solution_opened();
                }
            }
        >
            <summary inner_html=move || summary(state.solution())></summary>
            <ol class="razones">{reasons}</ol>
            <div class="conclusion">
                <h5>"Lo que conviene llevarse"</h5>
                <div inner_html=conclusion></div>
            </div>
        </details>
    }
}

/// A name and a line of much the same length at every stage: the island wakes without moving what is below.
fn summary(solution: Solution) -> String {
    let (name, line) = match solution {
        Solution::Unseen => {
            ("Ver la solución y los motivos", "Si la abres antes de decidir, el caso no contará en tu perfil.")
        }
        Solution::Seen => {
            ("Ver la solución y los motivos", "Ya la has visto, así que este caso no contará en tu perfil.")
        }
        Solution::Deserved => ("Los motivos, uno por uno", "Por qué cada respuesta vale lo que vale, también la tuya."),
    };
    format!("{name}<span class=\"meta\">{line}</span>")
}

#[component]
fn Part(reason: Reason, names: StoredValue<Vec<(OptionKey, String)>>, state: DecisionState) -> impl IntoView {
    let Reason { key, lead, part, why } = reason;
    let own = Memo::new(move |_| {
        let given = |draft: Draft| names.with_value(|names| own_answer(&draft, &key, names));
        state.is_settled().then(|| given(state.shown())).flatten().unwrap_or_default()
    });
    view! {
        <li class:elegida=move || own.with(|own| own == CHOSEN)>
            <span class="letra" aria-hidden="true" inner_html=lead></span>
            <div class="razon">
                <div class="razon-parte" inner_html=part></div>
                <p class="tuya" inner_html=move || live(own.get())></p>
                <div class="razon-porque" inner_html=why></div>
            </div>
        </li>
    }
}

const CHOSEN: &str = "Tu decisión";

/// What the learner did with a part, in words; `None` for an option that was left alone.
fn own_answer(draft: &Draft, key: &OptionKey, names: &[(OptionKey, String)]) -> Option<String> {
    match draft {
        Draft::Single(_) | Draft::Multiple { .. } => draft.is_marked(key).then(|| CHOSEN.into()),
        Draft::Order(_) => {
            let right = names.iter().position(|(other, _)| other == key)?;
            let given = draft.place(key)?;
            Some(if given == right { "En su puesto".into() } else { format!("La pusiste en el puesto {}", given + 1) })
        }
        Draft::Sort(_) => {
            let target = draft.target(key)?;
            Some(format!("Tú: {}", names.iter().find(|(other, _)| other == target)?.1))
        }
        Draft::Rate(_) => Some(format!("Tú: {}", draft.rating(key)?)),
    }
}

/// Keys with their words: steps in the right order, or targets.
fn names(form: &Form) -> Vec<(OptionKey, String)> {
    match form {
        Form::Order(steps) => steps.iter().map(|step| (step.key.clone(), String::new())).collect(),
        Form::Match(grid) | Form::Classify(grid) => {
            grid.targets.iter().map(|target| (target.key.clone(), target.label.clone())).collect()
        }
        Form::Single(_) | Form::Multiple(_) | Form::Rate(_) => Vec::new(),
    }
}

fn reasons(case: &CaseView) -> Vec<Reason> {
    match &case.form {
        Form::Single(options) | Form::Multiple(options) => {
            let reason = |(index, option)| of_choice(index, option, &case.measures);
            options.iter().enumerate().map(reason).collect()
        }
        Form::Order(steps) => steps.iter().enumerate().map(|(index, step)| of_step(index, step)).collect(),
        Form::Match(grid) | Form::Classify(grid) => grid.rows.iter().map(|row| of_row(row, grid)).collect(),
        Form::Rate(rating) => rating.rows.iter().map(of_rating).collect(),
    }
}

fn of_choice(index: usize, option: &Choice, measures: &[Measure]) -> Reason {
    let proposed = if option.recommended { "<b class=\"propuesta\">La más defendible.</b> " } else { "" };
    let weights: Vec<_> = measures.iter().map(|measure| (measure.competency.clone(), measure.weight)).collect();
    let missed = option
        .not_chosen
        .as_ref()
        .map(|html| format!("<div class=\"no-elegida\"><b>Si no se elige:</b> {}</div>", html.as_str()));
    Reason {
        key: option.key.clone(),
        lead: letter(index),
        part: format!(
            "<p>{proposed}{}</p><p class=\"valor\">{}{}</p>",
            option.text.as_str(),
            credit_bar(option.credit.overall(&weights)),
            per_competency(&option.credit, measures)
        ),
        why: format!("{}{}", option.feedback.as_str(), missed.unwrap_or_default()),
    }
}

/// An option that is worth more for one competency than for another says so.
fn per_competency(credit: &Credit, measures: &[Measure]) -> String {
    let Credit::PerCompetency(_) = credit else { return String::new() };
    let part = |measure: &Measure| format!("{}: {}", escape(&measure.name), decimal(credit.of(&measure.competency)));
    format!("<span class=\"meta\">{}</span>", measures.iter().map(part).collect::<Vec<_>>().join(" · "))
}

fn of_step(index: usize, step: &Step) -> Reason {
    Reason {
        key: step.key.clone(),
        lead: (index + 1).to_string(),
        part: format!("<p>{}</p>", step.text.as_str()),
        why: step.feedback.as_str().into(),
    }
}

fn of_row(row: &Row, grid: &Grid) -> Reason {
    let target = |(key, credit): &(OptionKey, f64)| {
        let target = grid.targets.iter().find(|target| &target.key == key)?;
        let name = escape(&target.label);
        Some(if *credit >= 1.0 { name } else { format!("{name} ({})", decimal(*credit)) })
    };
    let right = row.credits.iter().filter_map(target).collect::<Vec<_>>().join(" · ");
    with_answer(&row.key, row.text.as_str(), &right, row.feedback.as_str())
}

fn of_rating(row: &RatedRow) -> Reason {
    with_answer(&row.key, row.text.as_str(), &row.value.to_string(), row.feedback.as_str())
}

/// A row with what the course proposes for it.
fn with_answer(key: &OptionKey, text: &str, right: &str, why: &str) -> Reason {
    Reason {
        key: key.clone(),
        lead: String::new(),
        part: format!("<p>{text} <b class=\"propuesta\">{right}</b></p>"),
        why: why.into(),
    }
}
