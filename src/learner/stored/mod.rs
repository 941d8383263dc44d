//! The stored form of an event: one line of JSON.
//!
//! Its types are its own, so that no change of the live ones can alter what was written before. A line names its
//! version in `v`. Fields may be added within a version, because unknown ones are passed over. A new kind of event or
//! of response may be added too: whoever does not know it takes the line for a newer one and keeps it unread.

mod response;
mod what;

use serde::{Deserialize, Serialize};
use thiserror::Error;

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
    let line = Line { v: VERSION, id: event.id.as_str().into(), at: event.at.0, what: StoredWhat::from(&event.what) };
    // Only strings, integers and lists of them: there is nothing in it that JSON cannot hold.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The event of a line.
pub fn decode(line: &str) -> Result<Event, Unreadable> {
    let Version { v } = serde_json::from_str(line).map_err(malformed)?;
    match v {
        0 => return Err(Unreadable::Malformed { reason: "there is no version 0".into() }),
        VERSION => {}
        version => return Err(Unreadable::Newer { version }),
    }
    let line: Line = serde_json::from_str(line).map_err(malformed)?;
    let what = line.what.into_live().ok_or(Unreadable::Newer { version: v })?;
    Ok(Event { id: EventId::new(line.id), at: Timestamp(line.at), what })
}

fn malformed(error: serde_json::Error) -> Unreadable {
    Unreadable::Malformed { reason: error.to_string() }
}

/// What any version has.
#[derive(Deserialize)]
struct Version {
    v: u64,
}

#[derive(Serialize, Deserialize)]
struct Line {
    v: u64,
    id: String,
    #[serde(rename = "cuando")]
    at: i64,
    #[serde(flatten)]
    what: StoredWhat,
}
