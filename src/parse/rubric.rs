//! The table of a `.rubrica`: a row for each criterion, a column for each level.

use pulldown_cmark::Tag;

use super::headings::Heading;
use super::html::Prose;
use super::keys::key_of;
use super::markdown::{Node, words};
use super::tables;
use crate::course::{Criterion, Rubric};
use crate::diagnostics::Code;

/// Reads the only table of the section. It is shown as a table as well.
pub fn read<'t>(prose: &mut Prose<'_, 't>, heading: &Heading<'_, 't>, body: &[Node<'_, 't>]) -> Option<Rubric> {
    let tables: Vec<_> = body.iter().filter(|node| matches!(node.tag(), Some(Tag::Table(_)))).collect();
    let [table] = tables.as_slice() else {
        report(prose, heading, "una rúbrica es una tabla, y una sola");
        return None;
    };
    let tables::Rows { header, rows } = tables::rows(table);
    let levels: Vec<String> = header.iter().skip(1).map(|cell| words(cell.inner())).collect();
    if levels.len() < 2 || rows.is_empty() {
        report(prose, heading, "una rúbrica lleva el criterio y al menos dos niveles");
        return None;
    }
    report_cells(prose, &header, &rows);
    let criterion = |prose: &mut Prose<'_, 't>, cells: &[Node<'_, 't>]| {
        let (name, levels) = cells.split_first()?;
        let name = words(name.inner());
        let levels = levels.iter().map(|cell| prose.inline(cell.inner())).collect();
        Some(Criterion { key: key_of(&name), name, levels })
    };
    let criteria = rows.iter().filter_map(|row| criterion(prose, &row.cells)).collect();
    Some(Rubric { levels, criteria })
}

/// Every level, criterion and cell says something, and no criterion is there twice. Rows that lack cells have their own
/// error.
fn report_cells<'t>(prose: &mut Prose<'_, 't>, header: &[Node<'_, 't>], rows: &[tables::Row<'_, 't>]) {
    let says = |cell: &Node<'_, '_>| !words(cell.inner()).is_empty();
    let mut slips = Vec::new();
    if !header.iter().skip(1).all(says) {
        slips.push((header[0].span().start..header[header.len() - 1].span().end, "un nivel no tiene nombre"));
    }
    for (at, row) in rows.iter().enumerate() {
        let Some(criterion) = row.cells.first() else { continue };
        let key = |row: &tables::Row<'_, '_>| row.cells.first().map(|cell| key_of(&words(cell.inner())));
        if !says(criterion) {
            slips.push((row.span.clone(), "esta fila no dice su criterio"));
        } else if rows[..at].iter().any(|other| key(other) == key(row)) {
            slips.push((row.span.clone(), "este criterio ya estaba"));
        } else if !row.cells.iter().all(says) && tables::is_full(&prose.log, row, header.len()) {
            slips.push((row.span.clone(), "a este criterio le falta decir cómo se ve un nivel"));
        }
    }
    for (span, message) in slips {
        let help = "nombra una vez cada criterio y cada nivel, y llena todas las celdas";
        prose.log.report(Code::RubricMalformed, span, message, "rúbrica", help);
    }
}

fn report(prose: &mut Prose<'_, '_>, heading: &Heading<'_, '_>, message: &str) {
    let help = "escribe una tabla: | Criterio | 1 Inicial | 2 Básico |, con una fila para cada criterio";
    prose.log.report(Code::RubricMalformed, heading.span.clone(), message, "rúbrica", help);
}
