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
    let criterion = |prose: &mut Prose<'_, 't>, cells: &[Node<'_, 't>]| {
        let (name, levels) = cells.split_first()?;
        let name = words(name.inner());
        let levels = levels.iter().map(|cell| prose.inline(cell.inner())).collect();
        Some(Criterion { key: key_of(&name), name, levels })
    };
    let criteria = rows.iter().filter_map(|row| criterion(prose, &row.cells)).collect();
    Some(Rubric { levels, criteria })
}

fn report(prose: &mut Prose<'_, '_>, heading: &Heading<'_, '_>, message: &str) {
    let help = "escribe una tabla: | Criterio | 1 Inicial | 2 Básico |, con una fila para cada criterio";
    prose.log.report(Code::RubricMalformed, heading.span.clone(), message, "rúbrica", help);
}
