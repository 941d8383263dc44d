//! Rows to send to one of several targets, each picked from a list.

use leptos::prelude::*;

use super::DecisionState;
use crate::course::{Grid, ItemId, OptionKey, Row, Target};
use crate::ui::parts::escape;

#[component]
pub fn Matching(item: ItemId, grid: Grid, state: DecisionState) -> impl IntoView {
    let Grid { targets, rows } = grid;
    let options = options(&targets);
    let line = |row: Row| view! { <Line id=format!("fila-{item}-{}", row.key) row options=options.clone() state/> };
    view! { <div class="filas">{rows.into_iter().map(line).collect_view()}</div> }
}

#[component]
fn Line(id: String, row: Row, options: String, state: DecisionState) -> impl IntoView {
    let (key, shown) = (row.key.clone(), row.key);
    let value = move || state.shown().target(&shown).map(ToString::to_string).unwrap_or_default();
    view! {
        <div class="fila">
            <label class="fila-texto" for=id.clone() inner_html=row.text.as_str().to_owned()></label>
            <select
                id=id
                autocomplete="off"
                prop:value=value
                on:change=move |event| {
                    let value = event_target_value(&event);
                    let target = (!value.is_empty()).then(|| OptionKey::new(value));
                    state.mark(|draft| draft.sort(&key, target));
                }
                inner_html=options
            ></select>
        </div>
    }
}

/// The list of targets, as HTML.
fn options(targets: &[Target]) -> String {
    let option = |target: &Target| format!("<option value=\"{}\">{}</option>", target.key, escape(&target.label));
    format!("<option value=\"\">Elige…</option>{}", targets.iter().map(option).collect::<String>())
}
