//! How sure the learner said to be, beside how right they were. It is a chart of its own: no scale takes it into account.

use leptos::prelude::*;

use crate::assess::Certainty;
use crate::learner::{Calibration, What, calibration, records};
use crate::ui::parts::figures::interval_shape;
use crate::ui::parts::format::{count, level};
use crate::ui::store::Store;

/// Answers under which a line shows no number.
const FEWEST: usize = 4;

#[component]
pub fn Sureness() -> impl IntoView {
    let store = Store::here();
    let lines = Memo::new(move |_| lines(store));
    view! {
        <section class="filete pila seguridad" aria-labelledby="seguridad" hidden=move || lines.with(String::is_empty)>
            <h2 id="seguridad">"Seguridad y acierto"</h2>
            <p class="medida">"Lo que dijiste antes de ver cada solución, junto al crédito que obtuviste. Quien se conoce bien acierta más cuanto más segura está su respuesta. No puntúa ni toca las dos escalas."</p>
            <ol class="comp" inner_html=lines></ol>
        </section>
    }
}

fn lines(store: Store) -> String {
    let said = |what: &What| matches!(what, What::Answered { certainty: Some(_), .. });
    if !store.journal().with(|journal| journal.iter().any(|event| said(&event.what))) {
        return String::new();
    }
    let Some(bank) = store.bank() else { return String::new() };
    store.journal().with(|journal| calibration(&bank, &records(&bank, journal)).iter().map(line).collect())
}

fn line(calibration: &Calibration) -> String {
    let name = match calibration.certainty {
        Certainty::Low => "Con poca seguridad",
        Certainty::Middle => "Con bastante seguridad",
        Certainty::High => "Con mucha seguridad",
    };
    let (low, high) = calibration.credit.interval80();
    let known = (calibration.answers >= FEWEST).then(|| (low, calibration.credit.median(), high));
    let value = known.map_or_else(|| "–".into(), |(low, _, high)| format!("{} a {}", level(low), level(high)));
    let words = match known {
        Some((_, median, _)) => {
            format!("Crédito medio: {} de 100 · {}", level(median), count(calibration.answers, "respuesta"))
        }
        None => format!("{}: aún pocas para un número", count(calibration.answers, "respuesta")),
    };
    format!(
        "<li class=\"{}\"><span class=\"comp-nombre\">{name}</span><span class=\"comp-valor\">{value}</span><span class=\"meta\">{words}</span>\
         <svg class=\"mini a\" viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{}</svg></li>",
        if known.is_none() { "falta" } else { "" },
        interval_shape(known, 14)
    )
}
