//! The form of an assignment, as it is filled in on the page.

use crate::course::{CompetencyId, ModuleId};
use crate::learner::{Assignment, AssignmentId, Draw, Feedback, Filter, Order, Piece};
use crate::ui::browser;

/// What the form asks for, or what is missing in it.
pub fn read() -> Result<Assignment, String> {
    let title = browser::value_of("tarea-titulo").trim().to_owned();
    if title.is_empty() {
        browser::focus("tarea-titulo");
        return Err("Ponle un título a la tarea.".into());
    }
    let mut pieces: Vec<Piece> = browser::all_checked("parte").iter().filter_map(|value| piece(value)).collect();
    pieces.extend(draw()?);
    if pieces.is_empty() {
        return Err("Marca al menos un módulo, una lección, una prueba o una simulación, o pide un sorteo.".into());
    }
    let (opens, closes) =
        (browser::moment_of(&browser::value_of("tarea-abre")), browser::moment_of(&browser::value_of("tarea-cierra")));
    if opens.zip(closes).is_some_and(|(opens, closes)| opens >= closes) {
        browser::focus("tarea-cierra");
        return Err("La tarea se cierra antes de abrirse. Cambia una de las dos fechas.".into());
    }
    let is = |name: &str, value: &str| browser::checked(name).as_deref() == Some(value);
    Ok(Assignment {
        id: AssignmentId::new(browser::fresh_id().chars().take(16).collect::<String>()),
        title,
        message: browser::value_of("tarea-mensaje").trim().to_owned(),
        alias: browser::value_of("tarea-alias").trim().to_owned(),
        pieces,
        order: if is("orden", "propio") { Order::Own } else { Order::Fixed },
        attempts: number("tarea-intentos", 1, 50)?.map(|n| n as u8),
        opens,
        closes,
        feedback: if is("comentarios", "al-final") { Feedback::AtEnd } else { Feedback::AtOnce },
        threshold: number("tarea-umbral", 5, 95)?.unwrap_or(70) as f64 / 100.0,
    })
}

/// `modulo:m02` and the like.
fn piece(value: &str) -> Option<Piece> {
    let (kind, id) = value.split_once(':')?;
    Some(match kind {
        "modulo" => Piece::Module(id.into()),
        "leccion" => Piece::Lesson(id.into()),
        "prueba" => Piece::Exam(id.into()),
        "simulacion" => Piece::Simulation(id.into()),
        _ => return None,
    })
}

/// The draw, when it asks for some case.
fn draw() -> Result<Option<Piece>, String> {
    let Some(count) = number("sorteo-cuantos", 1, 100)? else { return Ok(None) };
    let filter = Filter {
        competencies: browser::all_checked("competencia").into_iter().map(CompetencyId::new).collect(),
        forms: browser::all_checked("forma"),
        modules: browser::all_checked("modulo").into_iter().map(ModuleId::new).collect(),
        facets: browser::all_checked("faceta"),
    };
    let difficulty = match browser::checked("dificultad").as_deref() {
        Some("faciles") => (0.65, 1.0),
        Some("medias") => (0.45, 0.65),
        Some("dificiles") => (0.0, 0.45),
        _ => (0.0, 1.0),
    };
    let is_own = !browser::all_checked("sorteo-propio").is_empty();
    let seed = u64::from_str_radix(&browser::fresh_id().chars().take(16).collect::<String>(), 16).unwrap_or(1);
    Ok(Some(Piece::Drawn(Draw { filter, difficulty, count, seed, is_own })))
}

/// A whole number of a control; `None` when it is empty.
fn number(id: &str, least: usize, most: usize) -> Result<Option<usize>, String> {
    let text = browser::value_of(id);
    if text.trim().is_empty() {
        return Ok(None);
    }
    match text.trim().parse() {
        Ok(n) if (least..=most).contains(&n) => Ok(Some(n)),
        _ => {
            browser::focus(id);
            Err(format!("«{}» tiene que ser un número entero de {least} a {most}, o quedar vacío.", text.trim()))
        }
    }
}
