//! Steps to put in order. The places stand still and the texts move from one to another, so the keyboard follows a
//! step by moving to the same button of its new place.

use leptos::prelude::*;

use super::DecisionState;
use crate::course::{ItemId, Step};
use crate::ui::browser;
use crate::ui::parts::live;

#[component]
pub fn Steps(item: ItemId, steps: Vec<Step>, state: DecisionState) -> impl IntoView {
    let moved = RwSignal::new(String::new());
    let places = steps.len();
    let steps = StoredValue::new(steps);
    let item = StoredValue::new(item);
    let list = Mover { item, steps, places, state, moved };
    view! {
        <ol class="orden">{(0..places).map(|place| view! { <Place place list/> }).collect_view()}</ol>
        <p class="oculto" role="status" inner_html=move || live(moved.get())></p>
    }
}

/// The list of steps, as each of its places needs it.
#[derive(Clone, Copy)]
struct Mover {
    item: StoredValue<ItemId>,
    steps: StoredValue<Vec<Step>>,
    places: usize,
    state: DecisionState,
    moved: RwSignal<String>,
}

impl Mover {
    /// The text of the step that is at a place now.
    fn text(self, place: usize) -> String {
        let shown = self.state.shown();
        self.steps.with_value(|steps| {
            let step = shown.step(place).and_then(|key| steps.iter().find(|step| &step.key == key));
            step.map(|step| step.text.as_str().to_owned()).unwrap_or_default()
        })
    }

    fn button_id(self, place: usize, down: bool) -> String {
        self.item.with_value(|item| format!("{}-{item}-{place}", if down { "bajar" } else { "subir" }))
    }

    fn shift(self, place: usize, down: bool) {
        let mut arrived = None;
        self.state.mark(|draft| arrived = draft.shift(place, down));
        let Some(there) = arrived else { return };
        let name = crate::course::plain(&self.text(there));
        self.moved.set(format!("«{name}» pasa al puesto {} de {}.", there + 1, self.places));
        // At an end of the list that button rests, so the other one takes the keyboard.
        let at_end = there == if down { self.places - 1 } else { 0 };
        browser::focus(&self.button_id(there, down != at_end));
    }

    fn key(self, place: usize, key: &str) -> bool {
        match key {
            "ArrowUp" => self.shift(place, false),
            "ArrowDown" => self.shift(place, true),
            _ => return false,
        }
        true
    }
}

#[component]
fn Place(place: usize, list: Mover) -> impl IntoView {
    let label = move |verb: &str| format!("{verb}: {}", crate::course::plain(&list.text(place)));
    view! {
        <li on:keydown=move |event| {
            if list.key(place, &event.key()) {
                event.prevent_default();
            }
        }>
            <span class="letra" aria-hidden="true">{place + 1}</span>
            <span class="paso" inner_html=move || list.text(place)></span>
            <span class="mueve">
                <button
                    type="button"
                    class="tecla"
                    id=list.button_id(place, false)
                    aria-label=move || label("Subir")
                    aria-disabled=(place == 0).to_string()
                    on:click=move |_| list.shift(place, false)
                >
                    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4 21 14H15V21H9V14H3Z"></path></svg>
                </button>
                <button
                    type="button"
                    class="tecla"
                    id=list.button_id(place, true)
                    aria-label=move || label("Bajar")
                    aria-disabled=(place + 1 == list.places).to_string()
                    on:click=move |_| list.shift(place, true)
                >
                    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 20 3 10H9V3H15V10H21Z"></path></svg>
                </button>
            </span>
        </li>
    }
}
