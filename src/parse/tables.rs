//! Tables, as HTML and as rows to be read.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::findings::Log;
use super::markdown::{Document, Node};
use crate::diagnostics::Code;

/// Whether an event belongs to the frame of a table.
pub fn is_part(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::TableHead | Tag::TableRow | Tag::TableCell),
        Event::End(tag) => matches!(tag, TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell),
        _ => false,
    }
}

/// The frame of a table that can be scrolled sideways. No alignment: it would need inline styles.
pub fn html<'t>(event: &Event<'_>, in_head: &mut bool) -> Event<'t> {
    let html = match event {
        Event::Start(Tag::Table(_)) => {
            "<div class=\"desborda\" role=\"region\" aria-label=\"Tabla\" tabindex=\"0\"><table class=\"tabla\">"
        }
        Event::End(TagEnd::Table) => "</tbody></table></div>\n",
        Event::Start(Tag::TableHead) => {
            *in_head = true;
            "<thead><tr>"
        }
        Event::End(TagEnd::TableHead) => {
            *in_head = false;
            "</tr></thead><tbody>\n"
        }
        Event::Start(Tag::TableRow) => "<tr>",
        Event::End(TagEnd::TableRow) => "</tr>\n",
        Event::Start(Tag::TableCell) if *in_head => "<th scope=\"col\">",
        Event::Start(_) => "<td>",
        Event::End(TagEnd::TableCell) if *in_head => "</th>",
        _ => "</td>",
    };
    Event::Html(html.into())
}

/// Rows with more cells than the header lose them silently, and rows with fewer get empty ones: both are reported.
pub fn check_cells(log: &mut Log<'_>, document: &Document<'_>, table: Range<usize>) {
    let rows = document.events.iter().filter(|(event, span)| {
        matches!(event, Event::Start(Tag::TableHead | Tag::TableRow))
            && span.start >= table.start
            && span.end <= table.end
    });
    let counted: Vec<(Range<usize>, usize)> =
        rows.map(|(_, span)| (span.clone(), count(log.slice(span.clone())))).collect();
    let Some(((_, header), body)) = counted.split_first() else { return };
    for (span, cells) in body.iter().filter(|(_, cells)| cells != header) {
        let help = "iguala las celdas; para escribir «|» dentro de una, pon \\|";
        let message = format!("esta fila tiene {cells} celdas y la cabecera {header}");
        log.report(Code::TableCells, span.clone(), message, "faltan o sobran celdas", help);
    }
}

/// A paragraph that begins with a bar was to be a table.
pub fn check_paragraph(log: &mut Log<'_>, span: Range<usize>) {
    if log.slice(span.clone()).starts_with('|') {
        let help = "después de la fila de títulos va una línea como | --- | --- |, con tantas celdas como columnas";
        log.report(Code::TableCells, span, "esto no llega a ser una tabla", "tabla incompleta", help);
    }
}

/// Cells of one line: what lies between bars that are not escaped.
fn count(row: &str) -> usize {
    let row = row.trim();
    let mut bars = 0;
    let mut escaped = false;
    for c in row.chars() {
        bars += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    let closed = row.ends_with('|') && !row.ends_with("\\|");
    (bars + 1).saturating_sub(usize::from(row.starts_with('|')) + usize::from(closed && row.len() > 1))
}

/// The header cells of a table and the cells of each of its rows.
pub struct Rows<'e, 't> {
    pub header: Vec<Node<'e, 't>>,
    pub rows: Vec<Row<'e, 't>>,
}

pub struct Row<'e, 't> {
    pub cells: Vec<Node<'e, 't>>,
    pub span: Range<usize>,
}

pub fn rows<'e, 't>(table: &Node<'e, 't>) -> Rows<'e, 't> {
    let mut header = Vec::new();
    let mut rows = Vec::new();
    for row in table.children() {
        match row.tag() {
            Some(Tag::TableHead) => header = row.children(),
            Some(Tag::TableRow) => rows.push(Row { cells: row.children(), span: row.span() }),
            _ => {}
        }
    }
    Rows { header, rows }
}

/// Whether a row was written with all its cells.
pub fn is_full(log: &Log<'_>, row: &Row<'_, '_>, cells: usize) -> bool {
    count(log.slice(row.span.clone())) == cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_between_bars() {
        assert_eq!(count("| a | b | c |"), 3);
        assert_eq!(count("a | b"), 2);
        assert_eq!(count("| a \\| b | `c \\| d` |"), 2);
        assert_eq!(count("| a | |"), 2);
    }
}
