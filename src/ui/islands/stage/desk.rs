//! Before the first decision: what it is about, and the seats from which it can be lived.

use leptos::prelude::*;

use super::state::{Changed, StageState};
use crate::ui::parts::format::count;
use crate::ui::parts::live;
use crate::ui::parts::sign::{Glyph, Sign};

#[component]
pub fn Desk(state: StageState) -> impl IntoView {
    let (title, summary, opening) = state
        .view
        .with_value(|view| (view.title.clone(), view.summary.clone(), view.opening.as_str().to_owned()));
    let changed = Memo::new(move |_| state.changed());
    view! {
        <section class="campo n" aria-labelledby="momento">
            <div class="mesa-inicial">
                <p class="fn"><Glyph sign=Sign::Ambas/><span>"Simulación"</span></p>
                <h1 id="momento" tabindex="-1">{title}</h1>
                <p class="meta">{summary}</p>
            </div>
        </section>
        <div class="hoja-interior">
            <div class="prosa apertura-sim" inner_html=opening></div>
            <div class="entradas">
                <p class="aviso importante" role="status" hidden=move || changed.get().is_none() inner_html=move || live(changed.get().map(told).unwrap_or_default())></p>
                <Seats state/>
                <p class="acciones" hidden=move || changed.get().is_none_or(|changed| changed.kept == 0)>
                    <button type="button" class="boton claro" on:click=move |_| state.keep()>"Seguir con lo decidido"</button>
                </p>
                <p class="meta">"Las decisiones no se deshacen. Se guardan al momento: puedes cerrar la página y seguir después en el mismo punto."</p>
            </div>
        </div>
    }
}

/// What a change of the file means for a run that was under way.
fn told(changed: Changed) -> String {
    let Changed { kept, left_out } = changed;
    let fits = match (kept, left_out) {
        (0, _) => "Ninguna de tus decisiones encaja ya en ella, así que hay que empezar de nuevo.".into(),
        (_, 0) => format!("Tus {} siguen valiendo.", count(kept, "decisión")).replace("Tus 1 decisión siguen", "Tu decisión sigue"),
        _ => format!("De tus {}, {kept} siguen valiendo; después de ellas hay que decidir otra vez.", count(kept + left_out, "decisión")),
    };
    format!("Esta simulación ha cambiado desde que la empezaste. {fits} Lo anterior queda guardado en cualquier caso.")
}

/// A button for each seat. The others are offered once the first has been lived to its end.
#[component]
fn Seats(state: StageState) -> impl IntoView {
    let seats = state.view.with_value(|view| view.plot.seats.clone());
    let first = move || match (state.changed().is_some(), state.finished()) {
        (true, _) => "Empezar de nuevo",
        (false, 0) => "Empezar",
        (false, _) => "Repetir la simulación",
    };
    let other = |(place, seat): (usize, crate::course::simulation::Seat)| {
        view! {
            <div class="otra-silla" hidden=move || state.finished() == 0>
                <h2>{seat.title}</h2>
                <p>{seat.summary}</p>
                <button type="button" class="boton claro" on:click=move |_| state.begin(place)>"Vivirla desde la otra silla"</button>
            </div>
        }
    };
    view! {
        <p class="acciones">
            <button type="button" class="boton" on:click=move |_| state.begin(0) inner_html=move || live(first())></button>
            <span class="meta" hidden=move || state.finished() == 0>"Como práctica: a tu perfil aporta el primer recorrido."</span>
        </p>
        {seats.into_iter().enumerate().skip(1).map(other).collect_view()}
    }
}
