//! The stored form of an assignment: JSON with its own types, so that the live ones may change.

use serde::{Deserialize, Serialize};

use super::LinkError;
use crate::course::{CompetencyId, ItemId, ModuleId};
use crate::exchange::age::Recipient;
use crate::learner::{Assignment, AssignmentId, Draw, Feedback, Filter, Order, Piece, Timestamp};

/// What no assignment needs more of.
const MOST_PIECES: usize = 300;
const MOST_WORDS: usize = 4_000;
const MOST_DRAWN: usize = 1_000;

#[derive(Serialize, Deserialize)]
struct Stored {
    id: String,
    #[serde(rename = "curso")]
    course: String,
    #[serde(rename = "titulo")]
    title: String,
    #[serde(rename = "mensaje", default, skip_serializing_if = "String::is_empty")]
    message: String,
    #[serde(rename = "alias")]
    alias: String,
    #[serde(rename = "partes")]
    pieces: Vec<StoredPiece>,
    #[serde(rename = "orden_propio", default, skip_serializing_if = "is_false")]
    own_order: bool,
    #[serde(rename = "intentos", default, skip_serializing_if = "Option::is_none")]
    attempts: Option<u8>,
    #[serde(rename = "abre", default, skip_serializing_if = "Option::is_none")]
    opens: Option<i64>,
    #[serde(rename = "cierra", default, skip_serializing_if = "Option::is_none")]
    closes: Option<i64>,
    #[serde(rename = "al_final", default, skip_serializing_if = "is_false")]
    at_end: bool,
    #[serde(rename = "umbral")]
    threshold: f64,
    #[serde(rename = "clave")]
    recipient: String,
}

#[derive(Serialize, Deserialize)]
enum StoredPiece {
    #[serde(rename = "modulo")]
    Module(String),
    #[serde(rename = "leccion")]
    Lesson(String),
    #[serde(rename = "prueba")]
    Exam(String),
    #[serde(rename = "simulacion")]
    Simulation(String),
    #[serde(rename = "casos")]
    Items(Vec<String>),
    #[serde(rename = "sorteo")]
    Drawn(StoredDraw),
}

#[derive(Serialize, Deserialize)]
struct StoredDraw {
    #[serde(rename = "competencias", default, skip_serializing_if = "Vec::is_empty")]
    competencies: Vec<String>,
    #[serde(rename = "formas", default, skip_serializing_if = "Vec::is_empty")]
    forms: Vec<String>,
    #[serde(rename = "modulos", default, skip_serializing_if = "Vec::is_empty")]
    modules: Vec<String>,
    #[serde(rename = "facetas", default, skip_serializing_if = "Vec::is_empty")]
    facets: Vec<String>,
    #[serde(rename = "dificultad")]
    difficulty: (f64, f64),
    #[serde(rename = "cuantos")]
    count: usize,
    /// As text: JSON's readers lose digits of large numbers.
    #[serde(rename = "semilla")]
    seed: String,
    #[serde(rename = "propio", default, skip_serializing_if = "is_false")]
    is_own: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

pub fn to_json(assignment: &Assignment, course: &str, recipient: &Recipient) -> String {
    let stored = Stored {
        id: assignment.id.as_str().to_owned(),
        course: course.to_owned(),
        title: assignment.title.clone(),
        message: assignment.message.clone(),
        alias: assignment.alias.clone(),
        pieces: assignment.pieces.iter().map(stored_piece).collect(),
        own_order: assignment.order == Order::Own,
        attempts: assignment.attempts,
        opens: assignment.opens.map(|at| at.0),
        closes: assignment.closes.map(|at| at.0),
        at_end: assignment.feedback == Feedback::AtEnd,
        threshold: assignment.threshold,
        recipient: recipient.to_string(),
    };
    // Texts and finite numbers are always written.
    serde_json::to_string(&stored).unwrap_or_default()
}

fn stored_piece(piece: &Piece) -> StoredPiece {
    match piece {
        Piece::Module(id) => StoredPiece::Module(id.to_string()),
        Piece::Lesson(id) => StoredPiece::Lesson(id.to_string()),
        Piece::Exam(id) => StoredPiece::Exam(id.to_string()),
        Piece::Simulation(id) => StoredPiece::Simulation(id.to_string()),
        Piece::Items(items) => StoredPiece::Items(items.iter().map(ItemId::to_string).collect()),
        Piece::Drawn(draw) => StoredPiece::Drawn(StoredDraw {
            competencies: draw.filter.competencies.iter().map(CompetencyId::to_string).collect(),
            forms: draw.filter.forms.clone(),
            modules: draw.filter.modules.iter().map(ModuleId::to_string).collect(),
            facets: draw.filter.facets.clone(),
            difficulty: draw.difficulty,
            count: draw.count,
            seed: format!("{:x}", draw.seed),
            is_own: draw.is_own,
        }),
    }
}

pub fn from_json(text: &str, course: &str) -> Result<(Assignment, Recipient), LinkError> {
    // A kind of piece that is not known here is of a version to come.
    let stored: Stored = serde_json::from_str(text).map_err(|_| LinkError::Newer)?;
    if stored.course != course {
        return Err(LinkError::AnotherCourse(stored.course));
    }
    let recipient = stored.recipient.parse().map_err(|_| LinkError::Unreadable("la clave para entregar no es válida"))?;
    let within = |is_within: bool, what: &'static str| if is_within { Ok(()) } else { Err(LinkError::Unreadable(what)) };
    let words = [&stored.title, &stored.message, &stored.alias, &stored.id];
    within(words.iter().all(|words| words.chars().count() <= MOST_WORDS), "tiene un texto demasiado largo")?;
    within((1..=MOST_PIECES).contains(&stored.pieces.len()), "no pide nada, o pide demasiadas partes")?;
    within((0.05..=0.95).contains(&stored.threshold), "el umbral está fuera de lo posible")?;
    within(stored.attempts != Some(0), "no permite ningún intento")?;
    let term = stored.opens.zip(stored.closes);
    within(term.is_none_or(|(opens, closes)| opens < closes), "se cierra antes de abrirse")?;
    let assignment = Assignment {
        id: AssignmentId::new(stored.id),
        title: stored.title,
        message: stored.message,
        alias: stored.alias,
        pieces: stored.pieces.into_iter().map(piece).collect::<Result<_, _>>()?,
        order: if stored.own_order { Order::Own } else { Order::Fixed },
        attempts: stored.attempts,
        opens: stored.opens.map(Timestamp),
        closes: stored.closes.map(Timestamp),
        feedback: if stored.at_end { Feedback::AtEnd } else { Feedback::AtOnce },
        threshold: stored.threshold,
    };
    Ok((assignment, recipient))
}

fn piece(stored: StoredPiece) -> Result<Piece, LinkError> {
    Ok(match stored {
        StoredPiece::Module(id) => Piece::Module(id.as_str().into()),
        StoredPiece::Lesson(id) => Piece::Lesson(id.as_str().into()),
        StoredPiece::Exam(id) => Piece::Exam(id.as_str().into()),
        StoredPiece::Simulation(id) => Piece::Simulation(id.as_str().into()),
        StoredPiece::Items(items) => Piece::Items(items.iter().map(|id| id.as_str().into()).collect()),
        StoredPiece::Drawn(draw) => Piece::Drawn(drawn(draw)?),
    })
}

fn drawn(stored: StoredDraw) -> Result<Draw, LinkError> {
    let (from, to) = stored.difficulty;
    let is_possible = (1..=MOST_DRAWN).contains(&stored.count) && 0.0 <= from && from <= to && to <= 1.0;
    if !is_possible {
        return Err(LinkError::Unreadable("el sorteo no es posible"));
    }
    let seed = u64::from_str_radix(&stored.seed, 16).map_err(|_| LinkError::Unreadable("el sorteo no tiene semilla"))?;
    let filter = Filter {
        competencies: stored.competencies.into_iter().map(CompetencyId::new).collect(),
        forms: stored.forms,
        modules: stored.modules.into_iter().map(ModuleId::new).collect(),
        facets: stored.facets,
    };
    Ok(Draw { filter, difficulty: stored.difficulty, count: stored.count, seed, is_own: stored.is_own })
}
