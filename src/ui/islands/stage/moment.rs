//! A moment: the hour and who decides, what has come in, how things stand, and the decision.

use super::SimulationView;
use super::desk::button;
use super::gauges::panel;
use super::words;
use crate::course::Role;
use crate::course::simulation::{Condition, Passage, Replay};
use crate::ui::parts::escape;
use crate::ui::parts::format::letter;
use crate::ui::parts::sign::{Sign, glyph};

/// The moment, as HTML.
pub fn moment(view: &SimulationView, node: usize, replay: &Replay) -> String {
    let before = replay.turns.last().map_or(&replay.state, |turn| &turn.before);
    format!(
        "{}<div class=\"doce hoja-interior\"><section class=\"c7 bandeja\" aria-label=\"Lo que pasa\">{}</section>{}</div>{}",
        clock(view, node),
        passages(view, node, replay),
        panel(&view.plot, &replay.state, before),
        decision(view, node, replay)
    )
}

/// The field: the day, the hour and the person.
pub fn clock(view: &SimulationView, node: usize) -> String {
    let (the, told) = (&view.plot.nodes[node], &view.nodes[node]);
    let sign = if the.asks_hat { Sign::Ambas } else { Sign::from(the.role) };
    let (hour, size) = match &the.hour {
        Some(hour) => (hour, "hora"),
        None => (&the.day, "hora larga"),
    };
    let context = told.context.as_ref().map(|context| format!("<p>{}</p>", escape(context)));
    format!(
        "<section class=\"campo {}\" aria-labelledby=\"momento\"><div class=\"momento\"><p class=\"sim-titulo\">{}</p>\
         <ol class=\"dias\">{}</ol><div class=\"reloj\"><p class=\"{size}\" aria-hidden=\"true\">{}</p>\
         <div class=\"quien\">{}<strong>{}</strong>{}</div></div>\
         <h1 id=\"momento\" tabindex=\"-1\"><span class=\"oculto\">{}. </span>{}</h1></div></section>",
        sign.field(),
        escape(&view.title),
        days(view, node),
        escape(hour),
        glyph(sign),
        escape(&words::seat(the.role, the.asks_hat, &told.who)),
        context.unwrap_or_default(),
        escape(&words::moment(&the.day, the.hour.as_deref())),
        escape(&the.title)
    )
}

/// The days of the plot, with the present one marked.
fn days(view: &SimulationView, node: usize) -> String {
    let here = &view.plot.nodes[node].day;
    let mut days: Vec<&String> = Vec::new();
    for node in &view.plot.nodes {
        if !days.contains(&&node.day) {
            days.push(&node.day);
        }
    }
    let day = |day: &&String| {
        let current = if *day == here { " aria-current=\"step\"" } else { "" };
        format!("<li{current}>{}</li>", escape(day))
    };
    days.iter().map(day).collect()
}

/// Prose, and the messages of the moment: those whose condition holds.
fn passages(view: &SimulationView, node: usize, replay: &Replay) -> String {
    let conditions = &view.plot.nodes[node].passages;
    let shown = |when: &Option<Condition>| when.as_ref().is_none_or(|when| when.holds(&replay.state));
    let shown: Vec<&Passage> = view.nodes[node]
        .passages
        .iter()
        .zip(conditions)
        .filter(|(_, when)| shown(when))
        .map(|(passage, _)| passage)
        .collect();
    passages_html(&shown)
}

/// Passages in order; runs of messages are lists.
pub fn passages_html(passages: &[&Passage]) -> String {
    let mut html = String::new();
    let mut in_list = false;
    for passage in passages {
        let is_message = matches!(passage, Passage::Message { .. });
        if is_message != in_list {
            html.push_str(if is_message { "<ol class=\"mensajes\">" } else { "</ol>" });
            in_list = is_message;
        }
        html.push_str(&passage_html(passage));
    }
    if in_list {
        html.push_str("</ol>");
    }
    html
}

fn passage_html(passage: &Passage) -> String {
    match passage {
        Passage::Prose(prose) => format!("<div class=\"relato-sim\">{}</div>", prose.as_str()),
        Passage::Message { from, time, detail, text } => {
            let detail = if detail.is_empty() { String::new() } else { format!(", {}", escape(detail)) };
            format!(
                "<li><p class=\"cuando\">{}</p><div><blockquote>{}</blockquote><p class=\"meta\"><b>{}</b>{detail}</p></div></li>",
                escape(time),
                text.as_str(),
                from.as_str()
            )
        }
    }
}

/// The question and what can be done.
fn decision(view: &SimulationView, node: usize, replay: &Replay) -> String {
    let (the, told) = (&view.plot.nodes[node], &view.nodes[node]);
    let free = |place: usize| the.moves[place].needs.as_ref().is_none_or(|needs| needs.holds(&replay.state));
    let options: String = (0..the.moves.len()).map(|place| option(view, node, place, free(place))).collect();
    let (hats, missing) = match the.asks_hat {
        true => (hats(), "Di antes con qué sombrero decides."),
        false => (String::new(), "Elige una opción."),
    };
    format!(
        "<section class=\"decidir hoja-interior\" aria-labelledby=\"pregunta-sim\">{hats}\
         <h2 class=\"pregunta\" id=\"pregunta-sim\">{}</h2>\
         <fieldset class=\"respuesta\" aria-labelledby=\"pregunta-sim\"><legend class=\"oculto\">Elige una acción</legend>\
         <div class=\"opciones\">{options}</div></fieldset>\
         <div class=\"cierre\">{}<p class=\"meta\" id=\"falta\" role=\"status\">{missing}</p></div></section>",
        told.stem.as_str(),
        button("actuar", "boton\" id=\"actuar\" aria-disabled=\"true", "Actuar")
    )
}

/// An option; one that is blocked says why.
fn option(view: &SimulationView, node: usize, place: usize, free: bool) -> String {
    let words = &view.nodes[node].choices[place];
    let (state, reason) = match &words.blocked {
        Some(reason) if !free => (
            format!(" disabled aria-describedby=\"bloqueo-{place}\""),
            format!("<div class=\"bloqueo\" id=\"bloqueo-{place}\"><b>No disponible.</b> {}</div>", reason.as_str()),
        ),
        _ => (String::new(), String::new()),
    };
    let class = if free { "segmentos opcion-sim" } else { "segmentos opcion-sim bloqueada" };
    format!(
        "<div class=\"{class}\"><label><span class=\"letra\" aria-hidden=\"true\">{}</span>\
         <input type=\"radio\" name=\"accion\" value=\"{place}\"{state}><span class=\"opcion\">{}</span></label>{reason}</div>",
        letter(place),
        words.text.as_str()
    )
}

/// From which function one decides, said before deciding. It does not score.
fn hats() -> String {
    let option = |role: Role| {
        let name = words::function(role);
        format!(
            "<label><input type=\"radio\" name=\"sombrero\" value=\"{name}\"><span class=\"etiqueta\">{}<span>{name}</span></span></label>",
            glyph(Sign::from(role))
        )
    };
    let options: String = [Role::Smm, Role::Both, Role::Cm].into_iter().map(option).collect();
    format!(
        "<fieldset class=\"sombreros\"><legend>¿Con qué sombrero decides? No puntúa; se comenta después.</legend>\
         <div class=\"segmentos de-3\">{options}</div></fieldset>"
    )
}
