//! A table of text: the CSV that spreadsheets write.

use std::fmt;

/// More cells than this are not a class.
const MOST_CELLS: usize = 5_000_000;

/// The rows of a file under their headings. Every row has as many cells as there are headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is called in messages.
    pub name: String,
    pub headings: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it begins in the file; the first line is 1.
    pub line: u64,
    /// Without the blanks around them.
    pub cells: Vec<String>,
}

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: u64,
    pub column: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, línea {}", self.file, self.line)?;
        self.column.iter().try_for_each(|column| write!(f, ", columna «{column}»"))
    }
}

/// Why a table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error("{0}: el archivo no está en UTF-8; en la hoja de cálculo, guárdalo como «CSV UTF-8»")]
    NotText(String),
    #[error("{0}: el archivo está vacío; la primera línea lleva los nombres de las columnas, y cada una de las demás, una persona")]
    Empty(String),
    #[error("{0}: solo está la línea de los nombres; añade al menos una fila")]
    NoRows(String),
    #[error("{0}: hay más de {MOST_CELLS} celdas; divide el archivo")]
    TooLarge(String),
    #[error("{place}: la fila tiene {found} celdas y la cabecera {wanted}; revisa si falta o sobra un separador, o una comilla")]
    Ragged { place: Place, found: usize, wanted: usize },
    #[error("{file}: hay dos columnas «{heading}»; cambia el nombre de una")]
    Repeated { file: String, heading: String },
    #[error("{file}: la columna {number} no tiene nombre; escríbelo en la primera línea")]
    Unnamed { file: String, number: usize },
    #[error("{place}: {message}")]
    Cell { place: Place, message: String },
    #[error("{file}: {message}")]
    Whole { file: String, message: String },
}

impl Table {
    /// Reads a CSV in UTF-8. The separator is the comma, the semicolon or the tab, whichever the first line has most of.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, TableError> {
        let text = std::str::from_utf8(bytes).map_err(|_| TableError::NotText(name.to_owned()))?;
        let text = text.trim_start_matches('\u{feff}');
        if text.contains(char::REPLACEMENT_CHARACTER) {
            // What a browser puts in the place of bytes that are not UTF-8.
            return Err(TableError::NotText(name.to_owned()));
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(text))
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut cells = 0;
        for record in reader.records() {
            // A text in UTF-8 read with rows of any length has no other way to fail.
            let record = record.map_err(|_| TableError::NotText(name.to_owned()))?;
            cells += record.len();
            if cells > MOST_CELLS {
                return Err(TableError::TooLarge(name.to_owned()));
            }
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
            }
        }
        Self::from_rows(name, rows)
    }

    fn from_rows(name: &str, mut rows: Vec<Row>) -> Result<Self, TableError> {
        if rows.is_empty() {
            return Err(TableError::Empty(name.to_owned()));
        }
        let headings = rows.remove(0).cells;
        let mut table = Self { name: name.to_owned(), headings, rows };
        table.make_even()?;
        table.drop_nameless()?;
        for (place, heading) in table.headings.iter().enumerate() {
            if table.headings[..place].contains(heading) {
                return Err(TableError::Repeated { file: name.to_owned(), heading: heading.clone() });
            }
        }
        if table.rows.is_empty() { Err(TableError::NoRows(name.to_owned())) } else { Ok(table) }
    }

    /// Empty cells beyond the headings are what spreadsheets leave behind; anything else beyond them, or a row that ends
    /// before them, is a mistake.
    fn make_even(&mut self) -> Result<(), TableError> {
        let wanted = self.headings.len();
        for row in &mut self.rows {
            let found = row.cells.len();
            while row.cells.len() > wanted && row.cells.last().is_some_and(String::is_empty) {
                row.cells.pop();
            }
            if row.cells.len() != wanted {
                let place = Place { file: self.name.clone(), line: row.line, column: None };
                return Err(TableError::Ragged { place, found, wanted });
            }
        }
        Ok(())
    }

    /// A column without name is dropped when it is empty as well.
    fn drop_nameless(&mut self) -> Result<(), TableError> {
        for place in (0..self.headings.len()).rev() {
            if !self.headings[place].is_empty() {
                continue;
            }
            if self.rows.iter().any(|row| !row.cells[place].is_empty()) {
                return Err(TableError::Unnamed { file: self.name.clone(), number: place + 1 });
            }
            self.headings.remove(place);
            self.rows.iter_mut().for_each(|row| drop(row.cells.remove(place)));
        }
        Ok(())
    }

    /// The place of the only column with one of these names.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.headings.iter().position(|heading| super::names::is(heading, names))
    }

    pub fn place(&self, row: &Row, column: usize) -> Place {
        Place { file: self.name.clone(), line: row.line, column: self.headings.get(column).cloned() }
    }

    pub fn error(&self, row: &Row, column: usize, message: impl Into<String>) -> TableError {
        TableError::Cell { place: self.place(row, column), message: message.into() }
    }

    pub fn whole(&self, message: impl Into<String>) -> TableError {
        TableError::Whole { file: self.name.clone(), message: message.into() }
    }
}

/// The separator that the first line has most of, outside quotes.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: char| {
        let mut quoted = false;
        line.chars().filter(|c| {
            quoted ^= *c == '"';
            !quoted && *c == separator
        }).count()
    };
    // The first of those that tie.
    [',', ';', '\t'].into_iter().rev().max_by_key(|c| count(*c)).map_or(b',', |c| c as u8)
}

/// A number as it is written in Spanish or in English: `0,5` or `0.5`.
pub fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}
