//! The stored form of what happened.

use serde::{Deserialize, Serialize};

use super::response::StoredResponse;
use crate::course::{Fingerprint, ItemId, LessonId};
use crate::learner::What;

#[derive(Serialize, Deserialize)]
#[serde(tag = "que")]
pub(super) enum StoredWhat {
    #[serde(rename = "respuesta")]
    Answered {
        item: String,
        #[serde(rename = "huella")]
        fingerprint: String,
        #[serde(rename = "respuesta")]
        response: StoredResponse,
    },
    #[serde(rename = "solucion")]
    SolutionSeen {
        item: String,
        #[serde(rename = "huella")]
        fingerprint: String,
    },
    #[serde(rename = "pista")]
    HintOpened {
        item: String,
        #[serde(rename = "huella")]
        fingerprint: String,
        #[serde(rename = "pista")]
        hint: u32,
    },
    #[serde(rename = "lugar")]
    Reached {
        #[serde(rename = "leccion")]
        lesson: String,
        #[serde(rename = "ancla")]
        anchor: String,
    },
    #[serde(other)]
    Unknown,
}

impl From<&What> for StoredWhat {
    fn from(what: &What) -> Self {
        match what {
            What::Answered { item, fingerprint, response } => StoredWhat::Answered {
                item: item.to_string(),
                fingerprint: fingerprint.to_string(),
                response: response.into(),
            },
            What::SolutionSeen { item, fingerprint } => {
                StoredWhat::SolutionSeen { item: item.to_string(), fingerprint: fingerprint.to_string() }
            }
            What::HintOpened { item, fingerprint, hint } => StoredWhat::HintOpened {
                item: item.to_string(),
                fingerprint: fingerprint.to_string(),
                hint: u32::try_from(*hint).unwrap_or(u32::MAX),
            },
            What::Reached { lesson, anchor } => {
                StoredWhat::Reached { lesson: lesson.to_string(), anchor: anchor.clone() }
            }
        }
    }
}

impl StoredWhat {
    /// `None` for a kind that this edition does not know.
    pub fn into_live(self) -> Option<What> {
        Some(match self {
            StoredWhat::Answered { item, fingerprint, response } => What::Answered {
                item: ItemId::new(item),
                fingerprint: Fingerprint::new(fingerprint),
                response: response.into_live()?,
            },
            StoredWhat::SolutionSeen { item, fingerprint } => {
                What::SolutionSeen { item: ItemId::new(item), fingerprint: Fingerprint::new(fingerprint) }
            }
            StoredWhat::HintOpened { item, fingerprint, hint } => What::HintOpened {
                item: ItemId::new(item),
                fingerprint: Fingerprint::new(fingerprint),
                hint: hint as usize,
            },
            StoredWhat::Reached { lesson, anchor } => What::Reached { lesson: LessonId::new(lesson), anchor },
            StoredWhat::Unknown => return None,
        })
    }
}
