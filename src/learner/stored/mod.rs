//! The stored form of an event: one line of JSON.
//!
//! Its types are its own, so that no change of the live ones can alter what was written before. A line names its
//! version in `v`. Fields may be added within a version, because unknown ones are passed over. A new kind of event or
//! of response may be added too: whoever does not know it takes the line for a newer one and keeps it unread.
//!
//! Lines are written by types that serde derives, which fix the names and their order, and read by hand from a value of
//! any shape: derived readers of tagged and flattened types added 15 KB to what every learner downloads.

mod fields;
mod response;
mod what;
mod words;

use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

use self::fields::field;
use self::what::StoredWhat;
use super::{Event, EventId, Timestamp};

/// The version that is written.
const VERSION: u64 = 1;

/// Why a line cannot be read. In both cases it is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Written by a newer edition of the course, in that version of the format or with a kind unknown to this one.
    #[error(
        "Este dato lo guardó una edición más reciente del curso. Recarga la página para actualizarla; se conserva tal cual."
    )]
    Newer { version: u64 },
    /// Not a stored event. The reason is for developers.
    #[error("Este dato está dañado y no se puede leer. Se conserva tal cual.")]
    Malformed { reason: String },
}

/// The line for an event, without line breaks.
pub fn encode(event: &Event) -> String {
    let line = Line { v: VERSION, id: event.id.as_str(), at: event.at.0, what: StoredWhat::from(&event.what) };
    // Only strings, integers and lists of them: there is nothing in it that JSON cannot hold.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The event of a line.
pub fn decode(line: &str) -> Result<Event, Unreadable> {
    let malformed = |error: serde_json::Error| Unreadable::Malformed { reason: error.to_string() };
    let line: Value = serde_json::from_str(line).map_err(malformed)?;
    match field(&line, "v", Value::as_u64)? {
        0 => return Err(Unreadable::Malformed { reason: "there is no version 0".into() }),
        VERSION => {}
        version => return Err(Unreadable::Newer { version }),
    }
    let id = EventId::new(field(&line, "id", Value::as_str)?);
    let at = Timestamp(field(&line, "cuando", Value::as_i64)?);
    Ok(Event { id, at, what: what::read(&line)? })
}

/// A line as it is written.
#[derive(Serialize)]
struct Line<'e> {
    v: u64,
    id: &'e str,
    #[serde(rename = "cuando")]
    at: i64,
    #[serde(flatten)]
    what: StoredWhat<'e>,
}
