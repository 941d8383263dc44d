//! A table of responses, one row a person and one column an item, as answers that can be analysed.

use super::key_file::{KeyFile, KeyedItem, same};
use super::names::{FREQUENCY, PERSON};
use super::table::{Row, Table, TableError, number};
use crate::assess::analysis::{Answers, Cell, Column, Mark};

/// More people than this come of a frequency typed wrong.
const MOST_PEOPLE: usize = 200_000;

/// What an empty cell means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Blank {
    /// The item was given and not answered: it earns nothing.
    #[default]
    Wrong,
    /// The item was not given to that person.
    Missing,
}

/// Answers, and what was noticed on reading them.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    pub answers: Answers,
    /// In Spanish, for whoever gave the file.
    pub notices: Vec<String>,
}

/// Reads responses with their key, or the credits themselves when there is none.
///
/// A column named as the key's item is an item. Without a key, every column of numbers from 0 to 1 is; those that name a
/// person are passed over. A column `Freq` says how many people answered what its row says.
pub fn responses(table: &Table, key: Option<&KeyFile>, blank: Blank) -> Result<Responses, TableError> {
    let frequency = table.column(FREQUENCY).filter(|column| !is_item(table, key, *column));
    let rows = repeated(table, frequency)?;
    let mut notices = Vec::new();
    let columns = match key {
        Some(key) => keyed(table, key, &rows, blank, &mut notices)?,
        None => credited(table, frequency, &rows, blank, &mut notices)?,
    };
    Ok(Responses { answers: Answers { people: rows.len(), columns }, notices })
}

fn is_item(table: &Table, key: Option<&KeyFile>, column: usize) -> bool {
    key.is_some_and(|key| key.items.iter().any(|item| item.name == table.headings[column]))
}

/// Each row as many times as its frequency says.
fn repeated(table: &Table, frequency: Option<usize>) -> Result<Vec<&Row>, TableError> {
    let Some(column) = frequency else { return Ok(table.rows.iter().collect()) };
    let mut rows = Vec::new();
    for row in &table.rows {
        let text = &row.cells[column];
        let times = text.parse::<usize>().map_err(|_| {
            table.error(row, column, format!("«{text}» no es un número de veces; escribe un entero, como 3"))
        })?;
        if rows.len().saturating_add(times) > MOST_PEOPLE {
            return Err(table.error(row, column, format!("las frecuencias suman más de {MOST_PEOPLE} personas")));
        }
        rows.extend(std::iter::repeat_n(row, times));
    }
    if rows.is_empty() { Err(table.whole("todas las frecuencias son 0")) } else { Ok(rows) }
}

fn keyed(
    table: &Table,
    key: &KeyFile,
    rows: &[&Row],
    blank: Blank,
    notices: &mut Vec<String>,
) -> Result<Vec<Column>, TableError> {
    let place = |item: &KeyedItem| table.headings.iter().position(|heading| *heading == item.name);
    let missing: Vec<&str> = key.items.iter().filter(|item| place(item).is_none()).map(|i| i.name.as_str()).collect();
    if !missing.is_empty() {
        let message = format!("faltan las columnas de {}; están en la clave y no aquí", listed(&missing));
        return Err(table.whole(message));
    }
    let is_extra = |column: &usize| !is_item(table, Some(key), *column) && !is_about_person(table, *column);
    let extra: Vec<&str> = (0..table.headings.len()).filter(is_extra).map(|at| table.headings[at].as_str()).collect();
    if !extra.is_empty() {
        notices.push(format!("No se analizan {}: no están en la clave.", listed(&extra)));
    }
    let column = |item: &KeyedItem| Some(keyed_column(item, place(item)?, rows, blank, notices));
    Ok(key.items.iter().filter_map(column).collect())
}

/// The first column is of the person when nothing else says what it is.
fn is_about_person(table: &Table, column: usize) -> bool {
    let heading = &table.headings[column];
    column == 0 || super::names::is(heading, PERSON) || super::names::is(heading, FREQUENCY)
}

fn keyed_column(item: &KeyedItem, place: usize, rows: &[&Row], blank: Blank, notices: &mut Vec<String>) -> Column {
    let mut marks: Vec<Mark> = item.options.iter().map(|(label, credit)| mark(label, *credit)).collect();
    let unlisted = unlisted(item, place, rows);
    // A key with one option for each item does not list the others, and there is nothing to say.
    if item.options.len() > 1 && !unlisted.is_empty() {
        let labels: Vec<&str> = unlisted.iter().map(String::as_str).collect();
        notices.push(format!("En «{}», la clave no tiene {}: no dan crédito.", item.name, listed(&labels)));
    }
    marks.extend(unlisted.iter().map(|label| mark(label, 0.0)));
    let text = |row: &&&Row| row.cells[place].is_empty();
    if blank == Blank::Wrong && rows.iter().any(|row| text(&row)) {
        marks.push(mark("", 0.0));
    }
    let cell = |row: &&Row| {
        let text = &row.cells[place];
        let chosen = marks.iter().position(|mark| same(&mark.label, text))?;
        Some(Cell { credit: marks[chosen].credit, marked: vec![chosen], seconds: None, certainty: None })
    };
    let cells = rows.iter().map(cell).collect();
    Column { name: item.name.clone(), scale: item.scale.clone(), marks, is_single: true, cells }
}

fn mark(label: &str, credit: f64) -> Mark {
    Mark { label: label.to_owned(), credit }
}

/// The labels in the data that the key does not list, in alphabetical order.
fn unlisted(item: &KeyedItem, place: usize, rows: &[&Row]) -> Vec<String> {
    let is_listed = |label: &str| item.options.iter().any(|(option, _)| same(option, label));
    let mut labels: Vec<String> = Vec::new();
    for label in rows.iter().map(|row| &row.cells[place]).filter(|label| !label.is_empty()) {
        if !is_listed(label) && !labels.iter().any(|other| same(other, label)) {
            labels.push(label.clone());
        }
    }
    labels.sort();
    labels
}

fn credited(
    table: &Table,
    frequency: Option<usize>,
    rows: &[&Row],
    blank: Blank,
    notices: &mut Vec<String>,
) -> Result<Vec<Column>, TableError> {
    let is_person = |column: usize| super::names::is(&table.headings[column], PERSON);
    let mut columns = Vec::new();
    for place in (0..table.headings.len()).filter(|place| Some(*place) != frequency && !is_person(*place)) {
        if place == 0 && table.rows.iter().all(|row| number(&row.cells[0]).is_none()) {
            // Names and not numbers: it says who each row is.
            continue;
        }
        check_credits(table, place)?;
        columns.push(credited_column(table, place, rows, blank));
    }
    if columns.is_empty() {
        return Err(table.whole("no hay ninguna columna de créditos; indica la clave con --key CLAVE.csv"));
    }
    notices.push("Sin clave: cada celda se toma como el crédito obtenido, de 0 a 1.".to_owned());
    Ok(columns)
}

fn check_credits(table: &Table, place: usize) -> Result<(), TableError> {
    for row in &table.rows {
        let text = &row.cells[place];
        if !text.is_empty() && !number(text).is_some_and(|credit| (0.0..=1.0).contains(&credit)) {
            let message = format!(
                "«{text}» no es un crédito de 0 a 1; si son respuestas, indica la clave con --key CLAVE.csv, y si la columna dice quién es cada persona, llámala «alumno»"
            );
            return Err(table.error(row, place, message));
        }
    }
    Ok(())
}

fn credited_column(table: &Table, place: usize, rows: &[&Row], blank: Blank) -> Column {
    let cell = |row: &&Row| {
        let credit = match (number(&row.cells[place]), blank) {
            (Some(credit), _) => credit,
            (None, Blank::Wrong) => 0.0,
            (None, Blank::Missing) => return None,
        };
        Some(Cell { credit, marked: Vec::new(), seconds: None, certainty: None })
    };
    let cells = rows.iter().map(cell).collect();
    Column { name: table.headings[place].clone(), scale: None, marks: Vec::new(), is_single: false, cells }
}

/// «a», «b» y «c»; of many, the first five and how many more.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().take(5).map(|name| format!("«{name}»")).collect();
    match (names.len(), &quoted[..]) {
        (0 | 1, _) => quoted.concat(),
        (2..=5, [first @ .., last]) => format!("{} y {last}", first.join(", ")),
        (n, _) => format!("{} y otras {}", quoted.join(", "), n - 5),
    }
}
