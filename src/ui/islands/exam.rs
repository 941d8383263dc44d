//! A form of the test: how far it is, handing it in, and what it says.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use super::profile::text;
use crate::assess;
use crate::course::{Dimension, ExamId, Fingerprint, Item, ItemId};
use crate::learner::{Gain, ItemRecord, Observations, Scale, Verdict, What, gain, is_handed_in, records};
use crate::ui::browser;
use crate::ui::parts::figures::{credit_bar, interval_shape};
use crate::ui::parts::format::level;
use crate::ui::parts::sign::{Sign, glyph};
use crate::ui::parts::{escape, live};
use crate::ui::store::Store;

/// What travels to the browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExamView {
    pub id: ExamId,
    /// Its cases: the page of each, and its key as it is now.
    pub cases: Vec<ExamCase>,
    /// The other form, before or after this one.
    pub other: Option<OtherExam>,
    pub threshold: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExamCase {
    pub id: ItemId,
    pub title: String,
    pub href: String,
    pub fingerprint: Fingerprint,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherExam {
    pub id: ExamId,
    pub title: String,
    pub href: String,
    /// The other one comes before this one.
    pub is_before: bool,
}

#[island]
pub fn ExamDesk(#[prop(into)] view: Carried<ExamView>) -> impl IntoView {
    let store = Store::here();
    let view = StoredValue::new(view.0);
    let answered = Memo::new(move |_| view.with_value(|view| answered(view, store)));
    let handed_in =
        Memo::new(move |_| view.with_value(|view| store.journal().with(|journal| is_handed_in(&view.id, journal))));
    let sure = RwSignal::new(false);
    let n = view.with_value(|view| view.cases.len());
    let left = move || n - answered.with(|answered| answered.iter().filter(|done| **done).count());
    let hand_in = move |_| {
        if left() > 0 && !sure.get_untracked() {
            return sure.set(true);
        }
        store.record(What::HandedIn { exam: view.with_value(|view| view.id.clone()) });
        browser::focus_when_shown("resultado");
    };
    let way = move || view.with_value(|view| answered.with(|answered| way_on(view, answered)));
    let warning = move || match (left(), sure.get()) {
        (0, _) => "Ya están todos. Al entregar se ven los resultados y los motivos.".to_owned(),
        (1, true) => "Falta 1 caso: quedará sin contar. Pulsa otra vez para entregar así.".to_owned(),
        (1, false) => format!("Falta 1 caso de {n}."),
        (left, true) => format!("Faltan {left} casos: quedarán sin contar. Pulsa otra vez para entregar así."),
        (left, false) => format!("Faltan {left} casos de {n}."),
    };
    let result = move || view.with_value(|view| if handed_in.get() { result(view, store) } else { String::new() });
    view! {
        <div class="pila prueba-mesa" hidden=move || handed_in.get()>
            <p class="acciones" inner_html=way></p>
            <p class="meta" role="status" inner_html=move || live(warning())></p>
            <p class="acciones" hidden=move || left() == n>
                <button type="button" class="boton claro" on:click=hand_in>"Entregar la prueba"</button>
            </p>
        </div>
        <section class="resultado-prueba" id="resultado" tabindex="-1" aria-label="Resultado" inner_html=result></section>
        <ol class="casos-prueba" hidden=move || handed_in.get() inner_html=move || view.with_value(|view| answered.with(|answered| list(view, answered)))></ol>
    }
}

fn answered(view: &ExamView, store: Store) -> Vec<bool> {
    store.journal().with(|journal| {
        let is_answered = |case: &ExamCase| {
            journal.iter().any(|event| {
                matches!(&event.what, What::Answered { item, fingerprint, .. } if *item == case.id && *fingerprint == case.fingerprint)
            })
        };
        view.cases.iter().map(is_answered).collect()
    })
}

fn way_on(view: &ExamView, answered: &[bool]) -> String {
    let next = view.cases.iter().zip(answered).find(|(_, done)| !**done);
    let begun = answered.iter().any(|done| *done);
    next.map_or_else(String::new, |(case, _)| {
        let text = if begun { "Seguir donde lo dejaste" } else { "Empezar" };
        format!("<a class=\"boton\" href=\"{}\">{text}</a>", escape(&case.href))
    })
}

fn list(view: &ExamView, answered: &[bool]) -> String {
    let line = |(case, done): (&ExamCase, &bool)| {
        let (state, words) = if *done { ("hecha", "respondido") } else { ("sin-empezar", "sin responder") };
        format!(
            "<li><a href=\"{}\"><span class=\"pasos\"><i aria-hidden=\"true\" data-estado=\"{state}\"></i></span>\
             <span>{}</span> <span class=\"oculto\">({words})</span></a></li>",
            escape(&case.href),
            escape(&case.title)
        )
    };
    view.cases.iter().zip(answered).map(line).collect()
}

/// The levels of this form, what was gained if the other one was handed in too, and the credit of each case; as HTML.
fn result(view: &ExamView, store: Store) -> String {
    let Some(bank) = store.bank() else {
        return "<p class=\"meta\" role=\"status\">Calculando tus resultados…</p>".into();
    };
    store.journal().with(|journal| {
        let records = records(&bank, journal);
        let observations = Observations::new(&bank, &records);
        let levels: String = Dimension::ALL.iter().map(|dimension| level_of(view, &observations, *dimension)).collect();
        let gained = view.other.as_ref().filter(|other| is_handed_in(&other.id, journal));
        let gained = gained.map_or_else(|| other_form(view), |other| gains(view, other, &observations));
        let credits: String = view.cases.iter().map(|case| credit_of(case, &bank, records.get(&case.id))).collect();
        format!(
            "<h2>Resultado</h2><div class=\"niveles-prueba\">{levels}</div>{gained}\
             <h2>Caso por caso</h2><ol class=\"creditos-prueba\">{credits}</ol>"
        )
    })
}

fn level_of(view: &ExamView, observations: &Observations<'_>, dimension: Dimension) -> String {
    let estimate = observations.estimate(&Scale::Exam(view.id.clone(), dimension), view.threshold);
    let sign = Sign::from(dimension);
    format!(
        "<section class=\"{}\"><h3>{}<span>{}</span></h3><p class=\"cifra\">{}</p>\
         <svg class=\"mini {}\" viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{}</svg>\
         <p class=\"meta\">{}</p></section>",
        if text::interval(&estimate).is_none() { "falta" } else { "" },
        glyph(sign),
        text::name(dimension),
        text::headline(&estimate),
        sign.field(),
        interval_shape(text::interval(&estimate), 14),
        escape(&text::support(&estimate))
    )
}

fn other_form(view: &ExamView) -> String {
    let Some(other) = &view.other else { return String::new() };
    let words = if other.is_before {
        "Para ver qué has ganado hace falta haber entregado antes"
    } else {
        "Al terminar el curso, mide lo que has ganado con"
    };
    format!("<p class=\"medida\">{words} «<a href=\"{}\">{}</a>».</p>", escape(&other.href), escape(&other.title))
}

fn gains(view: &ExamView, other: &OtherExam, observations: &Observations<'_>) -> String {
    let (before, after) = if other.is_before { (&other.id, &view.id) } else { (&view.id, &other.id) };
    let line = |dimension: Dimension| {
        let gain = gain(observations, before, after, dimension, view.threshold);
        let words = gain.map_or_else(|| "Faltan respuestas para compararlas.".into(), |gain| gain_words(&gain));
        format!(
            "<li><h3>{}<span>{}</span></h3><p>{words}</p></li>",
            glyph(Sign::from(dimension)),
            text::name(dimension)
        )
    };
    let lines: String = Dimension::ALL.map(line).concat();
    format!(
        "<section class=\"filete pila\"><h2>Del diagnóstico a la prueba final</h2><ul class=\"ganado\">{lines}</ul>\
         <p class=\"meta\">Doce casos por escala dan intervalos anchos: una diferencia pequeña no se distingue de la casualidad. Las dos pruebas son gemelas por construcción; su dificultad es una estimación del curso, todavía sin datos de un grupo.</p></section>"
    )
}

fn gain_words(gain: &Gain) -> String {
    let (low, median, high) = gain.interval;
    let points = |value: f64| {
        let points = (value * 100.0).round() as i64;
        if points < 0 { format!("−{}", -points) } else { format!("+{points}") }
    };
    let verdict = match gain.verdict {
        Verdict::Gained => "Has ganado: es casi seguro que tu nivel es más alto que antes.",
        Verdict::Lost => "El resultado es más bajo que el del diagnóstico, y no parece casualidad.",
        Verdict::NoClearDifference => {
            "Sin diferencia apreciable: con estas respuestas no se puede asegurar que haya subido."
        }
    };
    format!(
        "<b>De {} a {} puntos</b> (valor central {}), con un 80 % de probabilidad. Diagnóstico: {}. Prueba final: {}. \
         {verdict} Probabilidad de haber subido: {} %.",
        points(low),
        points(high),
        points(median),
        text::headline(&gain.before),
        text::headline(&gain.after),
        level(gain.probability)
    )
}

fn credit_of(case: &ExamCase, bank: &[Item], record: Option<&ItemRecord>) -> String {
    let item = bank.iter().find(|item| item.id == case.id);
    let credit = record
        .and_then(|record| record.credits())
        .zip(item)
        .map(|(scores, item)| assess::overall(scores, &item.competencies));
    let value = credit.map_or_else(|| "<span class=\"meta\">sin respuesta que cuente</span>".into(), credit_bar);
    format!("<li><a href=\"{}\">{}</a>{value}</li>", escape(&case.href), escape(&case.title))
}
