//! The stored form of an answer.

use serde::Serialize;
use serde_json::Value;

use super::Unreadable;
use super::fields::{field, list, unknown_kind};
use crate::course::{OptionKey, Response};

/// An answer as it is written.
#[derive(Serialize)]
#[serde(tag = "forma")]
pub enum StoredResponse<'e> {
    #[serde(rename = "unica")]
    Single {
        #[serde(rename = "opcion")]
        option: &'e str,
    },
    #[serde(rename = "multiple")]
    Multiple {
        #[serde(rename = "opciones")]
        options: Vec<&'e str>,
    },
    #[serde(rename = "ordenar")]
    Order {
        #[serde(rename = "pasos")]
        steps: Vec<&'e str>,
    },
    #[serde(rename = "repartir")]
    Sort {
        #[serde(rename = "filas")]
        rows: Vec<(&'e str, &'e str)>,
    },
    #[serde(rename = "valorar")]
    Rate {
        #[serde(rename = "filas")]
        rows: Vec<(&'e str, u8)>,
    },
}

impl<'e> From<&'e Response> for StoredResponse<'e> {
    fn from(response: &'e Response) -> Self {
        let texts = |options: &'e [OptionKey]| options.iter().map(OptionKey::as_str).collect();
        match response {
            Response::Single(option) => StoredResponse::Single { option: option.as_str() },
            Response::Multiple(options) => StoredResponse::Multiple { options: texts(options) },
            Response::Order(steps) => StoredResponse::Order { steps: texts(steps) },
            Response::Sort(rows) => StoredResponse::Sort {
                rows: rows.iter().map(|(row, target)| (row.as_str(), target.as_str())).collect(),
            },
            Response::Rate(rows) => {
                StoredResponse::Rate { rows: rows.iter().map(|(row, rating)| (row.as_str(), *rating)).collect() }
            }
        }
    }
}

pub fn read(response: &Value) -> Result<Response, Unreadable> {
    let keys = |name| field(response, name, |keys| list(keys, key));
    Ok(match field(response, "forma", Value::as_str)? {
        "unica" => Response::Single(field(response, "opcion", key)?),
        "multiple" => Response::Multiple(keys("opciones")?),
        "ordenar" => Response::Order(keys("pasos")?),
        "repartir" => Response::Sort(field(response, "filas", |rows| list(rows, |row| pair(row, key)))?),
        "valorar" => Response::Rate(field(response, "filas", |rows| list(rows, |row| pair(row, rating)))?),
        _ => return Err(unknown_kind()),
    })
}

fn key(value: &Value) -> Option<OptionKey> {
    value.as_str().map(OptionKey::new)
}

fn rating(value: &Value) -> Option<u8> {
    value.as_u64()?.try_into().ok()
}

/// A row with what was given to it.
fn pair<T>(value: &Value, given: impl Fn(&Value) -> Option<T>) -> Option<(OptionKey, T)> {
    match value.as_array()?.as_slice() {
        [row, to] => Some((key(row)?, given(to)?)),
        _ => None,
    }
}
