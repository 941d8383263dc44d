//! How reports are written in a terminal.

use std::fmt::Write;

/// A title with its line below.
pub fn title(out: &mut String, title: &str) {
    let _ = writeln!(out, "\n{title}\n{}", "─".repeat(title.chars().count()));
}

/// Decimals as they are written in Spanish.
pub fn with_commas(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let between_digits = |at: usize| {
        let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))
    };
    letters.iter().enumerate().map(|(at, c)| if *c == '.' && between_digits(at) { ',' } else { *c }).collect()
}
