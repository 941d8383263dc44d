//! The key of a set of items, as a table. It may have three shapes:
//!
//! - a row for each option, with what it earns: `item,opcion,credito`;
//! - a row for each item, with its right option: `item,clave`;
//! - a single row below the items' names, with the right option of each.
//!
//! The first two may say in another column, `escala`, what each item measures.

use std::collections::HashMap;

use super::names::{CREDIT, ITEM, KEY, OPTION, SCALE};
use super::table::{Row, Table, TableError, number};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyFile {
    /// In the order of the file.
    pub items: Vec<KeyedItem>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct KeyedItem {
    pub name: String,
    pub scale: Option<String>,
    /// Options and what each earns, 0 to 1. Those not listed earn nothing.
    pub options: Vec<(String, f64)>,
}

impl KeyFile {
    pub fn read(table: &Table) -> Result<Self, TableError> {
        let column = |names| table.column(names);
        let file = match (column(ITEM), column(OPTION), column(CREDIT), column(KEY)) {
            (Some(item), Some(option), Some(credit), _) => by_option(table, [item, option, credit])?,
            (Some(item), _, _, Some(key)) => by_item(table, item, key)?,
            _ => in_a_row(table)?,
        };
        file.check(table)?;
        Ok(file)
    }

    /// Every item can be got right.
    fn check(&self, table: &Table) -> Result<(), TableError> {
        let earns = |item: &KeyedItem| item.options.iter().any(|(_, credit)| *credit > 0.0);
        match self.items.iter().find(|item| !earns(item)) {
            Some(item) => Err(table.whole(format!("ninguna opción de «{}» da crédito; al menos una tiene que darlo", item.name))),
            None => Ok(()),
        }
    }
}

fn by_option(table: &Table, [item, option, credit]: [usize; 3]) -> Result<KeyFile, TableError> {
    let mut file = KeyFile::default();
    let mut places = HashMap::new();
    for row in &table.rows {
        let name = filled(table, row, item)?;
        let place = *places.entry(name.clone()).or_insert_with(|| {
            file.items.push(KeyedItem { name, scale: None, options: Vec::new() });
            file.items.len() - 1
        });
        let item = &mut file.items[place];
        let label = filled(table, row, option)?;
        if item.options.iter().any(|(other, _)| same(other, &label)) {
            return Err(table.error(row, option, format!("la opción «{label}» de «{}» ya está más arriba", item.name)));
        }
        item.options.push((label, credit_of(table, row, credit)?));
        add_scale(table, row, item)?;
    }
    Ok(file)
}

fn by_item(table: &Table, item: usize, key: usize) -> Result<KeyFile, TableError> {
    let mut file = KeyFile::default();
    for row in &table.rows {
        let name = filled(table, row, item)?;
        if file.items.iter().any(|other| other.name == name) {
            return Err(table.error(row, item, format!("«{name}» ya está más arriba")));
        }
        let mut item = KeyedItem { name, scale: None, options: vec![(filled(table, row, key)?, 1.0)] };
        add_scale(table, row, &mut item)?;
        file.items.push(item);
    }
    Ok(file)
}

fn in_a_row(table: &Table) -> Result<KeyFile, TableError> {
    let [row] = &table.rows[..] else {
        let message = "no se reconoce la clave; la primera línea puede ser «item,clave», con una fila por ítem, o «item,opcion,credito», con una fila por opción";
        return Err(table.whole(message));
    };
    let keyed = table.headings.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
    let item = |(name, cell): (&String, &String)| KeyedItem {
        name: name.clone(),
        scale: None,
        options: vec![(cell.clone(), 1.0)],
    };
    Ok(KeyFile { items: keyed.map(item).collect() })
}

fn filled(table: &Table, row: &Row, column: usize) -> Result<String, TableError> {
    match row.cells[column].as_str() {
        "" => Err(table.error(row, column, "la celda está vacía; complétala o quita la fila")),
        text => Ok(text.to_owned()),
    }
}

fn credit_of(table: &Table, row: &Row, column: usize) -> Result<f64, TableError> {
    let text = filled(table, row, column)?;
    number(&text).filter(|credit| (0.0..=1.0).contains(credit)).ok_or_else(|| {
        table.error(row, column, format!("«{text}» no es un crédito; escribe un número de 0 a 1"))
    })
}

/// The scale is of the item: said in one of its rows it holds for all, and said twice it has to be the same.
fn add_scale(table: &Table, row: &Row, item: &mut KeyedItem) -> Result<(), TableError> {
    let Some(column) = table.column(SCALE) else { return Ok(()) };
    let scale = &row.cells[column];
    match &item.scale {
        _ if scale.is_empty() => {}
        Some(other) if other != scale => {
            let message = format!("«{}» ya está en la escala «{other}»; cada ítem es de una sola", item.name);
            return Err(table.error(row, column, message));
        }
        _ => item.scale = Some(scale.clone()),
    }
    Ok(())
}

/// Whether two labels are the same option: nobody tells `A` from `a`.
pub fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
