//! What is asked, as HTML.

use super::{Place, TaskView};
use crate::exchange::assignment::Received;
use crate::learner::{Assignment, Draw, Feedback, Piece, Task, Term, Timestamp};
use crate::ui::browser;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;

pub fn nothing() -> String {
    "<p class=\"entrada\">Aquí no hay ninguna tarea. Abre el enlace que te dio tu docente: la tarea viaja en él.</p>"
        .into()
}

pub fn refused(reason: &str) -> String {
    format!("<p class=\"aviso\" role=\"alert\">{}</p>", escape(reason))
}

pub fn html(received: &Received, task: Option<&Task>, view: &TaskView, now: Timestamp) -> String {
    let assignment = &received.assignment;
    let message = match assignment.message.trim() {
        "" => String::new(),
        message => format!("<p class=\"medida mensaje-docente\">{}</p>", escape(message).replace('\n', "<br>")),
    };
    let pieces: String =
        assignment.pieces.iter().map(|piece| format!("<li>{}</li>", piece_html(piece, view))).collect();
    let facts: String = facts(assignment)
        .iter()
        .map(|(name, value)| format!("<div><dt>{name}</dt><dd>{}</dd></div>", escape(value)))
        .collect();
    format!(
        "<h2>{}</h2>{message}<ul class=\"lista-limpia\">{pieces}</ul><dl class=\"hechos\">{facts}</dl>\
         <p class=\"meta\">Firmada con la clave de docente {}. Si dudas de quién la envió, compara estos números.</p>{}",
        escape(&assignment.title),
        received.author.digits(),
        way_in(assignment, task, now)
    )
}

fn piece_html(piece: &Piece, view: &TaskView) -> String {
    let named = |kind: &str, id: &str| match view.places.iter().find(|place| place.id == id) {
        Some(Place { title, href, .. }) => format!("{kind} <a href=\"{}\">{}</a>", escape(href), escape(title)),
        None => format!("{kind} «{}», que ya no está en el curso", escape(id)),
    };
    match piece {
        Piece::Module(id) => named("Los casos del módulo", id.as_str()),
        Piece::Lesson(id) => named("Los casos de la lección", id.as_str()),
        Piece::Exam(id) => named("La prueba", id.as_str()),
        Piece::Simulation(id) => named("La simulación", id.as_str()),
        Piece::Items(items) => format!("{} escogidos", count(items.len(), "caso")),
        Piece::Drawn(Draw { count: n, is_own, .. }) => {
            let whose = if *is_own { "solo para ti" } else { "los mismos para todo el grupo" };
            format!("{} al azar, {whose}", count(*n, "caso"))
        }
    }
}

fn facts(assignment: &Assignment) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    facts.extend(assignment.opens.map(|at| ("Se abre", browser::spoken(at))));
    facts.extend(assignment.closes.map(|at| ("Se cierra", browser::spoken(at))));
    facts.push((
        "Intentos",
        assignment.attempts.map_or_else(|| "los que quieras; cuenta el primero".into(), |n| n.to_string()),
    ));
    facts.push((
        "Resultados",
        match assignment.feedback {
            Feedback::AtOnce => "después de cada respuesta",
            Feedback::AtEnd => "cuando la entregues",
        }
        .into(),
    ));
    facts
}

/// The button that begins, or why there is none.
fn way_in(assignment: &Assignment, task: Option<&Task>, now: Timestamp) -> String {
    let term = assignment.term(now);
    let late = match term {
        Term::Over => {
            "<p class=\"aviso\">El plazo ha pasado según el reloj de este equipo. Puedes hacerla y entregarla: la entrega dirá cuándo.</p>"
        }
        _ => "",
    };
    let button = |text: &str| {
        format!(
            "{late}<p class=\"acciones\"><button type=\"button\" class=\"boton\" data-hacer=\"empezar\">{text}</button></p>"
        )
    };
    match (task, term) {
        (None, Term::NotYet) => "<p class=\"aviso\">Todavía no está abierta.</p>".into(),
        (None, _) => button("Empezar"),
        (Some(task), _) if task.is_open() => late.to_owned(),
        (Some(task), _) => {
            let left = assignment.attempts.is_none_or(|most| task.attempt < u32::from(most));
            let told = task.submitted.map(browser::spoken).unwrap_or_default();
            let again = if left { button("Hacer otro intento") } else { String::new() };
            format!("<p><b>Entregada.</b> {} Puedes volver a descargarla más abajo.</p>{again}", escape(&told))
        }
    }
}
