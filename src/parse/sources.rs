//! `fuentes.md`: tables of claims and documents that can be cited by their id.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::anchors::Anchor;
use super::findings::{Kind, Log};
use super::html::{Prose, TermLinks};
use super::markdown::{Document, Node, end_of, nodes, words};
use super::site::Site;
use super::{entries, ids, tables};
use crate::course::{Source, SourceId};
use crate::diagnostics::Code;

pub fn read<'t>(document: &Document<'t>, site: &Site) -> (Vec<Source>, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Page);
    let nodes = document.nodes();
    let mut sources = Vec::new();
    let (tables, others): (Vec<_>, Vec<_>) =
        nodes.iter().copied().partition(|node| matches!(node.tag(), Some(Tag::Table(_))));
    for table in &tables {
        sources.extend(rows_of(&mut prose, table));
    }
    for entry in entries::read(&mut prose, &others) {
        entries::ignored_all(&mut prose, &entry.body);
    }
    (sources, prose.finish())
}

fn rows_of<'t>(prose: &mut Prose<'_, 't>, table: &Node<'_, 't>) -> Vec<Source> {
    let before = prose.log.errors();
    tables::check_cells(&mut prose.log, prose.document, table.span());
    let tables::Rows { header, rows } = tables::rows(table);
    if header.len() != 2 {
        let help = "usa dos columnas: | Id | Qué dice |";
        let message = format!("la tabla de fuentes tiene {} columnas y hacen falta 2", header.len());
        prose.log.report(Code::ColumnCount, table.span(), message, "tabla de fuentes", help);
    }
    let whole = prose.log.errors() == before;
    rows.iter().filter_map(|row| source(prose, &row.cells, row.span.clone(), whole)).collect()
}

fn source<'t>(prose: &mut Prose<'_, 't>, cells: &[Node<'_, 't>], row: Range<usize>, whole: bool) -> Option<Source> {
    let id_cell = cells.first()?;
    let id = words(id_cell.inner());
    let text = cells.get(1).map(|cell| prose.blocks(cell.inner())).unwrap_or_default();
    if id.is_empty() {
        let help = "empieza la fila por un id, como S0-11";
        prose.log.report(Code::IdMissing, row, "a esta fuente le falta el id", "sin id", help);
        return None;
    }
    ids::define(&mut prose.log, Kind::Source, &id, id_cell.span());
    if text.is_empty() && whole {
        let help = "escribe en la segunda columna qué dice, o qué documento es";
        prose.log.report(
            Code::SourceIncomplete,
            row,
            format!("la fuente «{id}» no dice nada"),
            "segunda columna vacía",
            help,
        );
    }
    Some(Source { id: SourceId::new(id), text })
}

/// The ids of the rows, which links can point at.
pub fn anchors(document: &Document<'_>) -> Vec<Anchor> {
    let events = document.events.as_slice();
    let rows = events.iter().enumerate().filter(|(_, (event, _))| matches!(event, Event::Start(Tag::TableRow)));
    rows.filter_map(|(at, (_, span))| {
        let row = nodes(&events[at..end_of(events, at)]);
        let cells = row.first()?.children();
        let title = words(cells.get(1)?.inner());
        Some(Anchor { id: words(cells.first()?.inner()), title, at: span.start })
    })
    .collect()
}
