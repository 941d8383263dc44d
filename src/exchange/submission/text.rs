//! A submission as one line, for whatever form there is: no blanks, no line breaks, nothing that a form would change.

use crate::exchange::wire;

/// What such a line begins with.
const MARK: &str = "TYV1.";

pub fn to_line(file: &[u8]) -> String {
    format!("{MARK}{}", wire::to_text(file))
}

/// Every line of the kind in a text: a pasted column of a spreadsheet, a message, an e-mail. What cannot be read as
/// one is given as the text it is, so that it can be told.
pub fn found_in(text: &str) -> Vec<Result<Vec<u8>, String>> {
    let is_ours = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after_marks = text.split(MARK).skip(1);
    let lines = after_marks.map(|rest| &rest[..rest.find(|c| !is_ours(c)).unwrap_or(rest.len())]);
    lines.map(|line| wire::from_text(line).ok_or_else(|| line.chars().take(24).collect())).collect()
}
