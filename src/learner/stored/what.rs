//! The stored form of what happened.

use serde::Serialize;
use serde_json::Value;

use super::Unreadable;
use super::fields::{field, unknown_kind};
use super::response::{self, StoredResponse};
use crate::course::{Fingerprint, ItemId, LessonId};
use crate::learner::What;

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
}

impl<'e> From<&'e What> for StoredWhat<'e> {
    fn from(what: &'e What) -> Self {
        match what {
            What::Answered { item, fingerprint, response } => StoredWhat::Answered {
                item: item.as_str(),
                fingerprint: fingerprint.as_str(),
                response: response.into(),
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
        }
    }
}

/// What happened, from the line that says it.
pub fn read(line: &Value) -> Result<What, Unreadable> {
    let text = |name| field(line, name, Value::as_str);
    let item = || text("item").map(ItemId::new);
    let fingerprint = || text("huella").map(Fingerprint::new);
    Ok(match text("que")? {
        "respuesta" => What::Answered {
            item: item()?,
            fingerprint: fingerprint()?,
            response: response::read(field(line, "respuesta", Some)?)?,
        },
        "solucion" => What::SolutionSeen { item: item()?, fingerprint: fingerprint()? },
        "pista" => What::HintOpened { item: item()?, fingerprint: fingerprint()?, hint: field(line, "pista", hint)? },
        "lugar" => What::Reached { lesson: text("leccion").map(LessonId::new)?, anchor: text("ancla")?.to_owned() },
        _ => return Err(unknown_kind()),
    })
}

/// As many bits as are written.
fn hint(value: &Value) -> Option<usize> {
    u32::try_from(value.as_u64()?).ok().map(|hint| hint as usize)
}
