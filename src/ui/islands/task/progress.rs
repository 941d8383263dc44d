//! How far one is, as HTML: the cases of the session, then what is done in its own place.

use super::TaskView;
use crate::course::{ExamId, Home, Item, SimulationId};
use crate::exchange::submission::{Given, Submission};
use crate::learner::{Assignment, Journal, Piece, Task, is_handed_in};
use crate::ui::parts::escape;

pub fn html(
    assignment: &Assignment,
    task: &Task,
    submission: &Submission,
    bank: &[Item],
    journal: &Journal,
    view: &TaskView,
) -> String {
    let item = |given: &Given| bank.iter().find(|item| item.id == given.item);
    let is_of_lesson = |given: &&Given| item(given).is_some_and(|item| matches!(item.home, Home::Lesson { .. }));
    let cases: Vec<&Given> = submission.answers.iter().filter(is_of_lesson).collect();
    let line = |given: &&Given| {
        let title = item(given).map_or("", |item| item.title.as_str());
        let href = format!("{}{}/?sesion={}", view.cases, given.item, task.session);
        entry(&href, title, !given.code.is_empty())
    };
    let lines: String = cases.iter().map(line).collect();
    let others: String = assignment.pieces.iter().filter_map(|piece| other(piece, submission, journal, view)).collect();
    let next = cases.iter().find(|given| given.code.is_empty());
    let way = next.filter(|_| task.is_open()).map_or_else(String::new, |given| {
        let text = if cases.iter().any(|given| !given.code.is_empty()) {
            "Seguir donde lo dejaste"
        } else {
            "Ir al primer caso"
        };
        let href = format!("{}{}/?sesion={}", view.cases, given.item, task.session);
        format!("<p class=\"acciones\"><a class=\"boton\" href=\"{}\">{text}</a></p>", escape(&href))
    });
    format!("{way}<ol class=\"casos-prueba\">{lines}{others}</ol>")
}

fn entry(href: &str, title: &str, done: bool) -> String {
    let (state, words) = if done { ("hecha", "hecho") } else { ("sin-empezar", "sin hacer") };
    format!(
        "<li><a href=\"{}\"><span class=\"pasos\"><i aria-hidden=\"true\" data-estado=\"{state}\"></i></span>\
         <span>{}</span> <span class=\"oculto\">({words})</span></a></li>",
        escape(href),
        escape(title)
    )
}

/// An exam or a simulation, which are done where they are.
fn other(piece: &Piece, submission: &Submission, journal: &Journal, view: &TaskView) -> Option<String> {
    let (id, done) = match piece {
        Piece::Exam(id) => (id.as_str(), exam_done(id, journal)),
        Piece::Simulation(id) => (id.as_str(), run_done(id, submission)),
        _ => return None,
    };
    let place = view.places.iter().find(|place| place.id == id)?;
    Some(entry(&place.href, &place.title, done))
}

fn exam_done(id: &ExamId, journal: &Journal) -> bool {
    is_handed_in(id, journal)
}

fn run_done(id: &SimulationId, submission: &Submission) -> bool {
    submission.runs.iter().any(|run| run.simulation == *id)
}
