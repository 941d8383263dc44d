//! A copy of the journal in a file, to keep it or to carry it to another device.
//!
//! ```text
//! {"formato":"timon-y-voz-copia","version":1,"curso":"…","creada":…,"eventos":["line", …]}
//! ```
//!
//! Each stored line travels verbatim as a string, readable or not: a copy made by an old edition gives back what a newer
//! one wrote. Restoring adds what is missing and never replaces what is there.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::error::Category;
use thiserror::Error;

use super::{Event, Journal, Timestamp, Unreadable, decode};

const FORMAT: &str = "timon-y-voz-copia";
const VERSION: u64 = 1;

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    #[serde(rename = "formato")]
    format: String,
    version: u64,
    /// The id of the course whose journal it is.
    #[serde(rename = "curso")]
    course: String,
    /// Milliseconds since 1970, by the clock of the device that made it.
    #[serde(rename = "creada")]
    created: i64,
    #[serde(rename = "eventos")]
    lines: Vec<String>,
}

/// Why a text is not a copy that can be restored. Each message says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BackupError {
    #[error("El archivo está vacío. Descarga otra vez la copia y elige el archivo nuevo.")]
    Empty,
    #[error("El archivo no es una copia de seguridad. Elige el archivo que se descargó al guardar la copia.")]
    NotJson,
    #[error(
        "El archivo es de otra aplicación, no una copia de este curso. Elige el archivo que se descargó al guardar la copia."
    )]
    NotABackup,
    #[error("La copia está incompleta: el archivo se cortó. Descárgala o cópiala otra vez y vuelve a intentarlo.")]
    Truncated,
    #[error(
        "La copia está dañada: su contenido no tiene la forma esperada. Usa otra copia o descárgala otra vez, sin abrirla ni modificarla."
    )]
    Damaged,
    #[error(
        "La copia se hizo con una edición más reciente del curso (formato {version}). Recarga la página para actualizar el curso y vuelve a intentarlo."
    )]
    Newer { version: u64 },
    #[error("La copia es de otro curso («{found}»). Ábrela en ese curso o elige una copia de este.")]
    OtherCourse { found: String },
}

/// What a copy gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub created: Timestamp,
    pub events: Vec<StoredEvent>,
    /// Lines that this edition cannot read. They are to be stored as they are, for one that can.
    pub unreadable: Vec<UnreadableLine>,
}

/// An event and the line that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    pub event: Event,
    pub line: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableLine {
    pub line: String,
    pub reason: Unreadable,
}

impl Backup {
    /// A copy of all stored lines of a course, those that cannot be read included.
    pub fn new(course_id: &str, created: Timestamp, lines: Vec<String>) -> Self {
        Self { format: FORMAT.into(), version: VERSION, course: course_id.into(), created: created.0, lines }
    }

    /// The text of the file.
    pub fn to_json(&self) -> String {
        // Strings and integers: there is nothing in it that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Restored {
    /// The events that a journal does not have yet: what is to be stored.
    pub fn missing_from(&self, journal: &Journal) -> Vec<&StoredEvent> {
        self.events.iter().filter(|stored| !journal.contains(&stored.event.id)).collect()
    }
}

/// Reads a copy of the course with that id.
pub fn read(text: &str, course_id: &str) -> Result<Restored, BackupError> {
    // Some editors write a byte order mark that JSON does not allow.
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| unparsed(text, &error))?;
    check_format(&value)?;
    let backup: Backup = serde_json::from_value(value).map_err(|_| BackupError::Damaged)?;
    if backup.course != course_id {
        return Err(BackupError::OtherCourse { found: backup.course });
    }
    Ok(restored(backup))
}

/// A text that is not JSON may still be the beginning, or the remains, of a copy.
fn unparsed(text: &str, error: &serde_json::Error) -> BackupError {
    match (text.contains(FORMAT), error.classify()) {
        (true, Category::Eof) => BackupError::Truncated,
        (true, _) => BackupError::Damaged,
        (false, _) => BackupError::NotJson,
    }
}

/// Looks at what every version has before anything else is expected of it.
fn check_format(value: &Value) -> Result<(), BackupError> {
    if value.get("formato").and_then(Value::as_str) != Some(FORMAT) {
        return Err(BackupError::NotABackup);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(BackupError::Newer { version }),
        _ => Err(BackupError::Damaged),
    }
}

fn restored(backup: Backup) -> Restored {
    let mut restored = Restored { created: Timestamp(backup.created), events: Vec::new(), unreadable: Vec::new() };
    for line in backup.lines {
        match decode(&line) {
            Ok(event) => restored.events.push(StoredEvent { event, line }),
            Err(reason) => restored.unreadable.push(UnreadableLine { line, reason }),
        }
    }
    restored
}
