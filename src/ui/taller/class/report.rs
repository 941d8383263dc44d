//! The panel's report, as HTML: who handed in, how the group does, what to look at, and the analysis of its items.

use super::{ClassView, heat, people};
use crate::assess::analysis::analyse;
use crate::course::{Item, Key, OptionKey};
use crate::exchange::class::{Class, Row};
use crate::exchange::sentences;
use crate::learner::Assignment;
use crate::ui::parts::escape;
use crate::ui::parts::format::{count, letter};
use crate::ui::taller::analysis::report_html;

pub fn html(class: &Class, bank: &[Item], view: &ClassView, assignment: Option<&Assignment>, threshold: f64) -> String {
    let answers = class.answers(bank, label);
    [
        summary(class, assignment),
        flags(class),
        heat::html(class, bank, view, threshold),
        people::html(class, bank, view, threshold),
        if answers.columns.is_empty() { String::new() } else { report_html(&analyse(&answers)) },
        limits(),
    ]
    .concat()
}

/// Options by their letter in the case, in the order in which its author wrote them.
pub fn label(item: &Item, key: &OptionKey) -> String {
    let place = |keys: Vec<&OptionKey>| keys.iter().position(|other| *other == key);
    match &item.key {
        Key::Single(options) | Key::Multiple { options, .. } => {
            place(options.iter().map(|(key, _)| key).collect()).map(letter).unwrap_or_default()
        }
        Key::Order(steps) => place(steps.iter().collect()).map(|at| format!("paso {}", at + 1)).unwrap_or_default(),
        Key::Sort { targets, rows } => match place(targets.iter().collect()) {
            Some(at) => format!("destino {}", letter(at)),
            None => place(rows.iter().map(|(row, _)| row).collect())
                .map(|at| format!("fila {}", at + 1))
                .unwrap_or_default(),
        },
        Key::Rate { rows, .. } => {
            place(rows.iter().map(|(row, _)| row).collect()).map(|at| format!("fila {}", at + 1)).unwrap_or_default()
        }
    }
}

fn summary(class: &Class, assignment: Option<&Assignment>) -> String {
    let (title, known) = match assignment {
        Some(assignment) => (assignment.title.as_str(), ""),
        None => (
            "Tarea hecha en otro navegador",
            " Este navegador no sabe qué pedía, así que no puede comprobar el orden de los casos ni el plazo.",
        ),
    };
    let people = class.counted().count();
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"grupo\"><h2 id=\"grupo\" tabindex=\"-1\">{}</h2>\
         <p class=\"medida\">{} de {}. Todo se ha vuelto a puntuar aquí, con los casos de este sitio.{known}</p></section>",
        escape(title),
        count(class.rows.len(), "entrega"),
        count(people, "persona")
    )
}

fn flags(class: &Class) -> String {
    let line = |row: &&Row| {
        let sentences: String =
            row.flags.iter().map(|flag| format!("<li>{}</li>", escape(&sentences::flag(flag)))).collect();
        format!("<li><b>{}</b><ul>{sentences}</ul></li>", escape(&row.marked.submission.alias))
    };
    let flagged: Vec<&Row> = class.rows.iter().filter(|row| !row.flags.is_empty()).collect();
    if flagged.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"senales-entregas\"><h2 id=\"senales-entregas\">Entregas que mirar</h2>\
         <p class=\"medida\">Una señal no prueba nada: casi todas tienen causas inocentes. Sirve para saber a quién preguntar.</p>\
         <ol class=\"senales\">{}</ol></section>",
        flagged.iter().map(line).collect::<String>()
    )
}

/// What the numbers support.
fn limits() -> String {
    "<section class=\"filete pila\" aria-labelledby=\"limites\"><h2 id=\"limites\">Lo que esto no dice</h2>\
     <p class=\"medida\">El cifrado protege la privacidad de la entrega; no demuestra quién respondió, ni con qué ayuda, ni cuándo. \
     Los relojes y los equipos son de quien responde. Con pocas preguntas, los intervalos son anchos y las diferencias pequeñas no significan nada. \
     Sirve para enseñar y para conversar; no lo uses como única prueba para calificar, contratar o certificar.</p></section>"
        .into()
}
