//! The stored form of what happened.

use serde::Serialize;
use serde_json::Value;

use super::Unreadable;
use super::fields::{field, list, optional, unknown_kind};
use super::response::{self, StoredResponse};
use super::words;
use crate::course::{ExamId, Fingerprint, ItemId, LessonId, OptionKey, SimulationId};
use crate::learner::{AssignmentId, EventId, What};

/// What happened, as it is written.
#[derive(Serialize)]
#[serde(tag = "que")]
pub enum StoredWhat<'e> {
    #[serde(rename = "respuesta")]
    Answered {
        item: &'e str,
        #[serde(rename = "huella")]
        fingerprint: &'e str,
        #[serde(rename = "respuesta")]
        response: StoredResponse<'e>,
        #[serde(rename = "certeza", skip_serializing_if = "Option::is_none")]
        certainty: Option<u8>,
        #[serde(rename = "segundos", skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    #[serde(rename = "solucion")]
    SolutionSeen {
        item: &'e str,
        #[serde(rename = "huella")]
        fingerprint: &'e str,
    },
    #[serde(rename = "pista")]
    HintOpened {
        item: &'e str,
        #[serde(rename = "huella")]
        fingerprint: &'e str,
        #[serde(rename = "pista")]
        hint: u32,
    },
    #[serde(rename = "lugar")]
    Reached {
        #[serde(rename = "leccion")]
        lesson: &'e str,
        #[serde(rename = "ancla")]
        anchor: &'e str,
    },
    #[serde(rename = "simulacion")]
    Begun {
        #[serde(rename = "simulacion")]
        simulation: &'e str,
        #[serde(rename = "recorrido")]
        run: &'e str,
        #[serde(rename = "silla")]
        seat: &'e str,
        #[serde(rename = "huella")]
        plot: &'e str,
        #[serde(rename = "conserva", skip_serializing_if = "Option::is_none")]
        kept: Option<usize>,
    },
    #[serde(rename = "decision")]
    Decided {
        #[serde(rename = "recorrido")]
        run: &'e str,
        item: &'e str,
        #[serde(rename = "huella")]
        fingerprint: &'e str,
        #[serde(rename = "opcion")]
        option: &'e str,
        #[serde(rename = "sombrero", skip_serializing_if = "Option::is_none")]
        hat: Option<&'static str>,
    },
    #[serde(rename = "desenlace")]
    Debriefed {
        #[serde(rename = "simulacion")]
        simulation: &'e str,
        #[serde(rename = "recorrido")]
        run: &'e str,
    },
    #[serde(rename = "entrega")]
    HandedIn {
        #[serde(rename = "prueba")]
        exam: &'e str,
    },
    #[serde(rename = "sesion")]
    Drawn {
        #[serde(rename = "sesion")]
        session: &'e str,
        #[serde(rename = "para")]
        purpose: &'static str,
        /// As text: JSON's readers lose digits of large numbers.
        #[serde(rename = "semilla")]
        seed: String,
        items: Vec<&'e str>,
    },
    #[serde(rename = "tarea")]
    Assigned {
        #[serde(rename = "sesion")]
        session: &'e str,
        #[serde(rename = "tarea")]
        assignment: &'e str,
        #[serde(rename = "intento")]
        attempt: u32,
        #[serde(rename = "sellada")]
        sealed: bool,
        #[serde(rename = "ficha")]
        token: &'e str,
        #[serde(rename = "enlace")]
        link: &'e str,
    },
    #[serde(rename = "tarea_entregada")]
    Submitted {
        #[serde(rename = "sesion")]
        session: &'e str,
    },
    #[serde(rename = "rubrica")]
    Rated {
        #[serde(rename = "leccion")]
        lesson: &'e str,
        #[serde(rename = "criterio")]
        criterion: &'e str,
        #[serde(rename = "nivel")]
        level: u8,
    },
}

impl<'e> From<&'e What> for StoredWhat<'e> {
    fn from(what: &'e What) -> Self {
        match what {
            What::Answered { item, fingerprint, response, certainty, seconds } => StoredWhat::Answered {
                item: item.as_str(),
                fingerprint: fingerprint.as_str(),
                response: response.into(),
                certainty: certainty.map(words::of_certainty),
                seconds: *seconds,
            },
            What::SolutionSeen { item, fingerprint } => {
                StoredWhat::SolutionSeen { item: item.as_str(), fingerprint: fingerprint.as_str() }
            }
            What::HintOpened { item, fingerprint, hint } => StoredWhat::HintOpened {
                item: item.as_str(),
                fingerprint: fingerprint.as_str(),
                hint: u32::try_from(*hint).unwrap_or(u32::MAX),
            },
            What::Reached { lesson, anchor } => StoredWhat::Reached { lesson: lesson.as_str(), anchor },
            What::Begun { simulation, run, seat, plot, kept } => StoredWhat::Begun {
                simulation: simulation.as_str(),
                run: run.as_str(),
                seat: seat.as_str(),
                plot: plot.as_str(),
                kept: *kept,
            },
            What::Decided { run, item, fingerprint, option, hat } => StoredWhat::Decided {
                run: run.as_str(),
                item: item.as_str(),
                fingerprint: fingerprint.as_str(),
                option: option.as_str(),
                hat: hat.map(words::of_role),
            },
            What::Debriefed { simulation, run } => {
                StoredWhat::Debriefed { simulation: simulation.as_str(), run: run.as_str() }
            }
            What::HandedIn { exam } => StoredWhat::HandedIn { exam: exam.as_str() },
            What::Drawn { session, purpose, seed, items } => StoredWhat::Drawn {
                session: session.as_str(),
                purpose: words::of_purpose(*purpose),
                seed: seed.to_string(),
                items: items.iter().map(ItemId::as_str).collect(),
            },
            What::Assigned { session, assignment, attempt, sealed, token, link } => StoredWhat::Assigned {
                session: session.as_str(),
                assignment: assignment.as_str(),
                attempt: *attempt,
                sealed: *sealed,
                token,
                link,
            },
            What::Submitted { session } => StoredWhat::Submitted { session: session.as_str() },
            What::Rated { lesson, criterion, level } => {
                StoredWhat::Rated { lesson: lesson.as_str(), criterion: criterion.as_str(), level: *level }
            }
        }
    }
}

/// What happened, from the line that says it.
pub fn read(line: &Value) -> Result<What, Unreadable> {
    let text = |name| field(line, name, Value::as_str);
    let item = || text("item").map(ItemId::new);
    let fingerprint = || text("huella").map(Fingerprint::new);
    let run = || text("recorrido").map(EventId::new);
    Ok(match text("que")? {
        "respuesta" => What::Answered {
            item: item()?,
            fingerprint: fingerprint()?,
            response: response::read(field(line, "respuesta", Some)?)?,
            certainty: optional(line, "certeza", words::certainty)?,
            seconds: optional(line, "segundos", number)?,
        },
        "solucion" => What::SolutionSeen { item: item()?, fingerprint: fingerprint()? },
        "pista" => What::HintOpened { item: item()?, fingerprint: fingerprint()?, hint: field(line, "pista", index)? },
        "lugar" => What::Reached { lesson: text("leccion").map(LessonId::new)?, anchor: text("ancla")?.to_owned() },
        "simulacion" => What::Begun {
            simulation: text("simulacion").map(SimulationId::new)?,
            run: run()?,
            seat: text("silla").map(ItemId::new)?,
            plot: fingerprint()?,
            kept: optional(line, "conserva", index)?,
        },
        "decision" => What::Decided {
            run: run()?,
            item: item()?,
            fingerprint: fingerprint()?,
            option: text("opcion").map(OptionKey::new)?,
            hat: optional(line, "sombrero", words::role)?,
        },
        "desenlace" => What::Debriefed { simulation: text("simulacion").map(SimulationId::new)?, run: run()? },
        "entrega" => What::HandedIn { exam: text("prueba").map(ExamId::new)? },
        "sesion" => What::Drawn {
            session: text("sesion").map(EventId::new)?,
            purpose: field(line, "para", words::purpose)?,
            seed: field(line, "semilla", |seed| seed.as_str()?.parse().ok())?,
            items: field(line, "items", |items| list(items, |item| item.as_str().map(ItemId::new)))?,
        },
        "tarea" => What::Assigned {
            session: text("sesion").map(EventId::new)?,
            assignment: text("tarea").map(AssignmentId::new)?,
            attempt: field(line, "intento", number)?,
            sealed: field(line, "sellada", Value::as_bool)?,
            token: text("ficha")?.to_owned(),
            link: text("enlace")?.to_owned(),
        },
        "tarea_entregada" => What::Submitted { session: text("sesion").map(EventId::new)? },
        "rubrica" => What::Rated {
            lesson: text("leccion").map(LessonId::new)?,
            criterion: text("criterio").map(OptionKey::new)?,
            level: field(line, "nivel", |level| level.as_u64()?.try_into().ok())?,
        },
        _ => return Err(unknown_kind()),
    })
}

/// As many bits as are written.
fn number(value: &Value) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

fn index(value: &Value) -> Option<usize> {
    number(value).map(|index| index as usize)
}
