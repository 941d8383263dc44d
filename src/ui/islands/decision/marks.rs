//! Whatever is answered by marking: options of a list, classes of a row, points of a scale. They differ only in what
//! their labels hold, so one component draws them all.

use leptos::prelude::*;

use super::super::draft::Draft;
use super::DecisionState;
use crate::course::{self, Choice, Grid, ItemId, OptionKey, Rating};
use crate::ui::parts::escape;
use crate::ui::parts::format::letter;
use crate::ui::parts::sign::{Sign, glyph};

/// Marks that exclude one another, or that go together: the options of a case, or one row of a table.
pub struct Group {
    class: &'static str,
    id: String,
    /// The text of the row, as HTML; empty for a list of options, which the question itself names.
    text: String,
    marks: Vec<Mark>,
    /// Words for the two ends of a scale, as HTML.
    ends: String,
}

/// Something that can be marked.
struct Mark {
    kind: &'static str,
    name: String,
    /// What its label holds, as HTML.
    label: String,
    of: MarkOf,
}

/// What a mark stands for in the draft.
#[derive(Clone)]
enum MarkOf {
    Option(OptionKey),
    Target { row: OptionKey, target: OptionKey },
    Rating { row: OptionKey, value: u8 },
}

impl MarkOf {
    fn is_on(&self, draft: &Draft) -> bool {
        match self {
            MarkOf::Option(key) => draft.is_marked(key),
            MarkOf::Target { row, target } => draft.target(row) == Some(target),
            MarkOf::Rating { row, value } => draft.rating(row) == Some(*value),
        }
    }

    fn set(&self, draft: &mut Draft, on: bool) {
        match self {
            MarkOf::Option(key) => draft.toggle(key, on),
            MarkOf::Target { row, target } => draft.sort(row, Some(target.clone())),
            MarkOf::Rating { row, value } => draft.rate(row, *value),
        }
    }
}

/// The options of a case: one to choose, or several.
pub fn options(item: &ItemId, options: Vec<Choice>, several: bool) -> Vec<Group> {
    let mark = |(index, option): (usize, Choice)| Mark {
        kind: if several { "checkbox" } else { "radio" },
        name: format!("caso-{item}"),
        label: format!(
            "<span class=\"letra\" aria-hidden=\"true\">{}</span><span class=\"opcion\">{}</span>",
            letter(index),
            option.text.as_str()
        ),
        of: MarkOf::Option(option.key),
    };
    let marks = options.into_iter().enumerate().map(mark).collect();
    vec![Group { class: "opciones", id: format!("opciones-{item}"), text: String::new(), marks, ends: String::new() }]
}

/// Each row to one of a few classes.
pub fn classes(item: &ItemId, grid: Grid) -> Vec<Group> {
    let row = |row: course::Row| {
        let name = format!("fila-{item}-{}", row.key);
        let mark = |target: &course::Target| Mark {
            kind: "radio",
            name: name.clone(),
            label: class_label(&target.label),
            of: MarkOf::Target { row: row.key.clone(), target: target.key.clone() },
        };
        let marks = grid.targets.iter().map(mark).collect();
        Group { class: "fila", id: name, text: row.text.as_str().into(), marks, ends: String::new() }
    };
    grid.rows.into_iter().map(row).collect()
}

/// Each row rated from 1 up.
pub fn ratings(item: &ItemId, rating: Rating) -> Vec<Group> {
    let points = rating.points;
    let row = |row: course::RatedRow| {
        let name = format!("fila-{item}-{}", row.key);
        let mark = |value: u8| Mark {
            kind: "radio",
            name: name.clone(),
            label: format!("<span>{value}</span>"),
            of: MarkOf::Rating { row: row.key.clone(), value },
        };
        let marks = (1..=points).map(mark).collect();
        let ends = format!("<span>1, contraproducente</span><span>{points}, muy eficaz</span>");
        Group { class: "fila valores", id: name, text: row.text.as_str().into(), marks, ends }
    };
    rating.rows.into_iter().map(row).collect()
}

/// The classes that name a function carry its sign.
fn class_label(label: &str) -> String {
    let sign = match label {
        "SMM" => glyph(Sign::Timon),
        "CM" => glyph(Sign::Voz),
        "Ambas" => glyph(Sign::Ambas),
        _ => String::new(),
    };
    format!("{sign}<span>{}</span>", escape(label))
}

#[component]
pub fn Groups(groups: Vec<Group>, state: DecisionState) -> impl IntoView {
    view! { <div class="filas">{groups.into_iter().map(|group| view! { <Row group state/> }).collect_view()}</div> }
}

#[component]
fn Row(group: Group, state: DecisionState) -> impl IntoView {
    let Group { class, id, text, marks, ends } = group;
    let named = (!text.is_empty()).then(|| id.clone());
    let role = named.is_some().then_some("radiogroup");
    // The columns are counted here: those of a row that is still arriving must not move when the rest does.
    let columns = format!("segmentos de-{}", marks.len());
    view! {
        <div class=class role=role aria-labelledby=named>
            <span class="fila-texto" id=id inner_html=text></span>
            <div class=columns>{marks.into_iter().map(|mark| view! { <Marker mark state/> }).collect_view()}</div>
            <p class="polos" aria-hidden="true" inner_html=ends></p>
        </div>
    }
}

#[component]
fn Marker(mark: Mark, state: DecisionState) -> impl IntoView {
    let Mark { kind, name, label, of } = mark;
    let shown = of.clone();
    view! {
        <label>
            <input
                type=kind
                name=name
                autocomplete="off"
                prop:checked=move || shown.is_on(&state.shown())
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    state.mark(|draft| of.set(draft, on));
                }
            />
            <span class="etiqueta" inner_html=label></span>
        </label>
    }
}
