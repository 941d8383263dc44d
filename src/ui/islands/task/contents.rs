//! What the submission holds, in plain words, before it is made.

use crate::course::Item;
use crate::exchange::Author;
use crate::exchange::submission::{Given, Submission};
use crate::ui::browser;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;

pub fn html(submission: &Submission, author: &Author, bank: &[Item]) -> String {
    let answered = submission.answers.iter().filter(|given| !given.code.is_empty()).count();
    let name = match submission.alias.as_str() {
        "" => "el nombre que escribas arriba".to_owned(),
        alias => format!("tu nombre: «{}»", escape(alias)),
    };
    let mut holds = vec![
        name,
        format!(
            "{answered} de {}, con lo que elegiste en cada uno y en el orden en que se te mostraron",
            count(submission.answers.len(), "caso")
        ),
        "los segundos que tardaste en cada caso y, si la dijiste, tu seguridad".into(),
        "si ya habías respondido un caso, o visto su solución, antes de esta tarea".into(),
    ];
    if !submission.runs.is_empty() {
        holds.push(format!("las decisiones de {}", count(submission.runs.len(), "simulación")));
    }
    holds.push(format!(
        "cuándo empezaste ({}) y cuándo entregas, según el reloj de este equipo",
        escape(&browser::spoken(submission.began))
    ));
    holds.push(
        "el número de intento, la versión del curso y un número al azar que distingue este navegador de otros".into(),
    );
    let holds: String = holds.iter().map(|line| format!("<li>{line}</li>")).collect();
    let rows: String = submission.answers.iter().map(|given| row(given, bank)).collect();
    format!(
        "<div class=\"pila\"><ul class=\"lista-puntos\">{holds}</ul>\
         <p class=\"medida\">No lleva nada más: ni tu perfil, ni otras respuestas, ni datos del equipo. No lleva ninguna nota: la calcula quien la recibe. \
         Va cifrada para la clave de docente {}: solo quien la tiene puede leerla. El cifrado no demuestra quién respondió.</p>\
         <div class=\"desborda\" role=\"region\" aria-label=\"Casos de la entrega\" tabindex=\"0\"><table class=\"cuadro\"><thead><tr><th scope=\"col\">Caso</th><th scope=\"col\">Respuesta</th><th scope=\"col\">Segundos</th></tr></thead><tbody>{rows}</tbody></table></div></div>",
        author.digits()
    )
}

fn row(given: &Given, bank: &[Item]) -> String {
    let title = bank.iter().find(|item| item.id == given.item).map_or("", |item| item.title.as_str());
    let answer = if given.code.is_empty() { "en blanco" } else { "respondido" };
    let seconds = given.seconds.map_or_else(|| "–".to_owned(), |seconds| seconds.to_string());
    format!("<tr><th scope=\"row\">{}</th><td>{answer}</td><td class=\"p\">{seconds}</td></tr>", escape(title))
}
