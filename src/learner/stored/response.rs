//! The stored form of an answer.

use serde::{Deserialize, Serialize};

use crate::course::{OptionKey, Response};

#[derive(Serialize, Deserialize)]
#[serde(tag = "forma")]
pub(super) enum StoredResponse {
    #[serde(rename = "unica")]
    Single {
        #[serde(rename = "opcion")]
        option: String,
    },
    #[serde(rename = "multiple")]
    Multiple {
        #[serde(rename = "opciones")]
        options: Vec<String>,
    },
    #[serde(rename = "ordenar")]
    Order {
        #[serde(rename = "pasos")]
        steps: Vec<String>,
    },
    #[serde(rename = "repartir")]
    Sort {
        #[serde(rename = "filas")]
        rows: Vec<(String, String)>,
    },
    #[serde(rename = "valorar")]
    Rate {
        #[serde(rename = "filas")]
        rows: Vec<(String, u8)>,
    },
    #[serde(other)]
    Unknown,
}

impl From<&Response> for StoredResponse {
    fn from(response: &Response) -> Self {
        let texts = |options: &[OptionKey]| options.iter().map(OptionKey::to_string).collect();
        match response {
            Response::Single(option) => StoredResponse::Single { option: option.to_string() },
            Response::Multiple(options) => StoredResponse::Multiple { options: texts(options) },
            Response::Order(steps) => StoredResponse::Order { steps: texts(steps) },
            Response::Sort(rows) => StoredResponse::Sort {
                rows: rows.iter().map(|(row, target)| (row.to_string(), target.to_string())).collect(),
            },
            Response::Rate(rows) => {
                StoredResponse::Rate { rows: rows.iter().map(|(row, rating)| (row.to_string(), *rating)).collect() }
            }
        }
    }
}

impl StoredResponse {
    /// `None` for a form that this edition does not know.
    pub fn into_live(self) -> Option<Response> {
        let keys = |texts: Vec<String>| texts.into_iter().map(OptionKey::new).collect();
        Some(match self {
            StoredResponse::Single { option } => Response::Single(OptionKey::new(option)),
            StoredResponse::Multiple { options } => Response::Multiple(keys(options)),
            StoredResponse::Order { steps } => Response::Order(keys(steps)),
            StoredResponse::Sort { rows } => Response::Sort(
                rows.into_iter().map(|(row, target)| (OptionKey::new(row), OptionKey::new(target))).collect(),
            ),
            StoredResponse::Rate { rows } => {
                Response::Rate(rows.into_iter().map(|(row, rating)| (OptionKey::new(row), rating)).collect())
            }
            StoredResponse::Unknown => return None,
        })
    }
}
