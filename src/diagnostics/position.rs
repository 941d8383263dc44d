//! From a byte of a text to the line and column that an editor shows.

use std::fmt;

/// A line and a column, both counted from 1; the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Where each line of a text begins.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The position of a byte. One past the end, or inside a character, counts as the nearest place before it.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column =
            self.text.get(start..offset).map_or(0, |before| before.chars().filter(|c| *c != '\u{feff}').count());
        Position { line, column: column + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let lines = LineIndex::new("uno\nañil — sí\n");
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(4), Position { line: 2, column: 1 });
        assert_eq!(lines.position("uno\nañil — ".len()), Position { line: 2, column: 8 });
        assert_eq!(lines.position("uno\na".len() + 1), Position { line: 2, column: 2 }, "inside the ñ");
    }

    #[test]
    fn past_the_end_is_the_end() {
        assert_eq!(LineIndex::new("a\nb").position(99), Position { line: 2, column: 2 });
        assert_eq!(LineIndex::new("").position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(LineIndex::new("\u{feff}+++").position(3), Position { line: 1, column: 1 });
    }
}
