//! Questions that are answered in a table: three columns, whatever their titles.

use std::ops::Range;

use pulldown_cmark::Event;

use super::credit;
use super::html::Prose;
use super::keys::{composed, key_of};
use super::markdown::{Ev, Node, words};
use super::options::option_text;
use super::tables::{self, Row as TableRow};
use super::toml_fields::Located;
use crate::course::{Grid, RatedRow, Rating, Row, Target};
use crate::diagnostics::{Code, nearest};

/// A table that was read, with the places its checks point at.
pub struct Placed<T> {
    pub value: T,
    pub span: Range<usize>,
    /// One for each row.
    pub rows: Vec<Range<usize>>,
}

/// How to write a second target.
const TARGET_CREDIT: &str = "escribe el otro destino y su crédito: `Ambas 0.5`";

/// What a row gives to its targets, by name.
struct Given {
    right: String,
    /// The right one at 1, then the defensible ones.
    credits: Vec<(String, f64)>,
}

/// The rows of a table of three columns; `None`, and a diagnostic, when it has another number of them.
fn three_columns<'e, 't>(prose: &mut Prose<'_, 't>, table: &Node<'e, 't>) -> Option<Vec<TableRow<'e, 't>>> {
    let before = prose.log.errors();
    tables::check_cells(&mut prose.log, prose.document, table.span());
    let tables::Rows { header, rows } = tables::rows(table);
    if header.len() != 3 {
        let message = format!("la tabla tiene {} columnas y hacen falta 3", header.len());
        let help = "usa tres columnas: qué, dónde (o cuánto) y por qué";
        prose.log.report(Code::ColumnCount, table.span(), message, "tabla que se responde", help);
        return None;
    }
    (prose.log.errors() == before).then_some(rows)
}

/// The table of `.emparejar` and `.clasificar`, with the rows' places.
pub fn sort<'t>(
    prose: &mut Prose<'_, 't>,
    table: &Node<'_, 't>,
    fixed: Option<&Located<Vec<Located<String>>>>,
) -> Option<Placed<Grid>> {
    let rows = three_columns(prose, table)?;
    let given: Vec<Option<Given>> = rows.iter().map(|row| given(prose, &row.cells[1])).collect();
    let targets = targets(prose, &given, fixed);
    for (row, given) in rows.iter().zip(given.iter().flatten()) {
        check_targets(prose, row, given, &targets);
    }
    let places = rows.iter().map(|row| row.span.clone()).collect();
    let rows = rows.iter().zip(&given).map(|(row, given)| sorted_row(prose, row, given.as_ref())).collect();
    Some(Placed { value: Grid { targets, rows }, span: table.span(), rows: places })
}

fn sorted_row<'t>(prose: &mut Prose<'_, 't>, row: &TableRow<'_, 't>, given: Option<&Given>) -> Row {
    let (key, text) = option_text(prose, row.cells[0].inner(), row.span.clone());
    let credits = given.map_or(&[][..], |given| given.credits.as_slice());
    let credits = credits
        .iter()
        .filter(|(_, credit)| *credit > 0.0)
        .map(|(label, credit)| (key_of(label), *credit))
        .collect();
    Row { key, text, credits, feedback: why(prose, row) }
}

/// Column 3, without which nobody learns from the row.
fn why<'t>(prose: &mut Prose<'_, 't>, row: &TableRow<'_, 't>) -> crate::course::Html {
    let feedback = prose.blocks(row.cells[2].inner());
    if feedback.is_empty() {
        let help = "escribe en la tercera columna por qué";
        prose.log.report(
            Code::FeedbackMissing,
            row.span.clone(),
            "a esta fila le falta la retroalimentación",
            "tercera columna vacía",
            help,
        );
    }
    feedback
}

/// Column 2: the right target, and perhaps others that are partly defensible: ``CM `Ambas 0.5` ``.
fn given(prose: &mut Prose<'_, '_>, cell: &Node<'_, '_>) -> Option<Given> {
    let inner = cell.inner();
    let code = inner.iter().rposition(|(event, _)| matches!(event, Event::Code(_)));
    let right = words(&inner[..code.unwrap_or(inner.len())]);
    if right.is_empty() {
        let help = "escribe el destino correcto y, si hay otro defendible, su crédito detrás: CM `Ambas 0.5`";
        prose.log.report(Code::TargetUnknown, cell.span(), "esta fila no dice adónde va", "sin destino", help);
        return None;
    }
    let mut credits = vec![(right.clone(), 1.0)];
    if let Some((Event::Code(code), span)) = code.and_then(|at| inner.get(at)) {
        if credit::report_comma(&mut prose.log, code, span.clone()) {
            return Some(Given { right, credits });
        }
        for part in code.split(',') {
            let named = credit::named(&mut prose.log, part.trim(), span.clone(), TARGET_CREDIT);
            let Some((name, value)) = named else { continue };
            if credits.iter().any(|(known, _)| key_of(known) == key_of(name)) {
                report_given_twice(prose, name, span.clone());
            } else {
                credits.push((name.to_string(), value));
            }
        }
    }
    Some(Given { right, credits })
}

fn report_given_twice(prose: &mut Prose<'_, '_>, name: &str, span: Range<usize>) {
    let help = "deja cada destino una sola vez; el primero de la celda es el correcto y vale 1";
    let message = format!("«{name}» está dos veces en esta celda");
    prose.log.report(Code::ListedTwice, span, message, "destino repetido", help);
}

/// The targets in the order of `destinos`, or in that of the rows.
fn targets(
    prose: &mut Prose<'_, '_>,
    given: &[Option<Given>],
    fixed: Option<&Located<Vec<Located<String>>>>,
) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    let add = |targets: &mut Vec<Target>, label: &str| {
        let key = key_of(label);
        let new = targets.iter().all(|target| target.key != key);
        if new {
            targets.push(Target { key, label: label.to_string() });
        }
        new
    };
    for label in fixed.map_or(&[][..], |fixed| fixed.value.as_slice()) {
        if !add(&mut targets, &label.value) {
            let help = "deja cada destino una sola vez";
            let message = format!("«{}» está dos veces en «destinos»", label.value);
            prose.log.report(Code::ListedTwice, label.span.clone(), message, "destino repetido", help);
        }
    }
    for given in given.iter().flatten() {
        if add(&mut targets, &given.right)
            && let Some(fixed) = fixed
        {
            let help = format!("añade \"{}\" a la lista, o corrige la tabla", given.right);
            let message = format!("«destinos» no nombra «{}», que la tabla usa", given.right);
            prose.log.report(Code::TargetOmitted, fixed.span.clone(), message, "falta un destino", help);
        }
    }
    targets
}

fn check_targets(prose: &mut Prose<'_, '_>, row: &TableRow<'_, '_>, given: &Given, targets: &[Target]) {
    for (label, _) in &given.credits {
        let key = key_of(label);
        let same = targets.iter().find(|target| target.key == key).map(|target| target.label.as_str());
        if same.is_some_and(|same| composed(same) == composed(label)) {
            continue;
        }
        let help = match same.or_else(|| nearest(label, targets.iter().map(|target| target.label.as_str()))) {
            Some(meant) if same.is_some() => format!("escríbelo siempre igual: «{meant}»"),
            Some(meant) => format!("¿quizá «{meant}»?"),
            None => "usa uno de los destinos de la tabla, o añádelo a «destinos» en la ficha".to_string(),
        };
        prose.log.report(
            Code::TargetUnknown,
            row.cells[1].span(),
            format!("«{label}» no es un destino de esta tabla"),
            "destino desconocido",
            help,
        );
    }
}

/// The table of `.valorar`: actions rated from 1, counterproductive, to 4, very effective.
pub fn rate<'t>(prose: &mut Prose<'_, 't>, table: &Node<'_, 't>) -> Option<Placed<Rating>> {
    let rows = three_columns(prose, table)?;
    let places = rows.iter().map(|row| row.span.clone()).collect();
    let rows = rows.iter().map(|row| rated_row(prose, row)).collect();
    Some(Placed { value: Rating { points: 4, rows }, span: table.span(), rows: places })
}

fn rated_row<'t>(prose: &mut Prose<'_, 't>, row: &TableRow<'_, 't>) -> RatedRow {
    let (key, text) = option_text(prose, row.cells[0].inner(), row.span.clone());
    let value = rating(prose, row.cells[1].inner(), row.cells[1].span());
    RatedRow { key, text, value, feedback: why(prose, row) }
}

fn rating(prose: &mut Prose<'_, '_>, cell: &[Ev<'_>], span: Range<usize>) -> u8 {
    let written = words(cell);
    match written.parse::<u8>() {
        Ok(value @ 1..=4) => value,
        _ => {
            let help = "escribe 1 (contraproducente), 2, 3 o 4 (muy eficaz)";
            prose.log.report(
                Code::RatingInvalid,
                span,
                format!("«{written}» no es una valoración de 1 a 4"),
                "valoración",
                help,
            );
            1
        }
    }
}
