//! The file as text: base64 between two lines.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::AgeError;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

pub fn put(file: &[u8]) -> String {
    let text = STANDARD.encode(file);
    let lines = text.as_bytes().chunks(COLUMNS).map(String::from_utf8_lossy);
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    format!("{BEGIN}\n{lines}{END}\n")
}

/// The file without its armor, if it has one. Whoever pastes leaves blanks around.
pub fn removed(file: &[u8]) -> Result<Cow<'_, [u8]>, AgeError> {
    let Some(text) = std::str::from_utf8(file).ok().map(str::trim).filter(|text| text.starts_with("-----")) else {
        return Ok(Cow::Borrowed(file));
    };
    let body = text.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END)).ok_or(AgeError::NotAge)?;
    let mut lines: Vec<&str> = body.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    // What stands before the first line break and after the last one.
    let outside = (lines.first().is_some_and(|line| line.is_empty()), lines.last().is_some_and(|line| line.is_empty()));
    if lines.len() < 3 || outside != (true, true) {
        return Err(AgeError::Damaged);
    }
    lines.remove(0);
    lines.pop();
    let (last, full) = lines.split_last().ok_or(AgeError::Damaged)?;
    if full.iter().any(|line| line.len() != COLUMNS) || last.is_empty() || last.len() > COLUMNS {
        return Err(AgeError::Damaged);
    }
    STANDARD.decode(lines.concat()).map(Cow::Owned).map_err(|_| AgeError::Damaged)
}
