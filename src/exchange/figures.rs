//! The figures of an analysis as a CSV: one row an item, or an item and one of its options.

use crate::assess::analysis::{Analysis, ItemFigures, OptionFigures};

use super::sentences;

const HEADINGS: [&str; 14] = [
    "item", "escala", "personas", "facilidad", "error_tipico", "discriminacion", "alfa_sin_el", "senales", "opcion",
    "credito", "eligen", "parte", "r_resto", "curva",
];

/// Every item with its options, for a spreadsheet: a row for each option, the item's figures repeated in it.
pub fn figures_csv(analysis: &Analysis) -> String {
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for item in &analysis.items {
        if item.options.is_empty() {
            rows.push([of_item(item), vec![String::new(); 6]].concat());
        }
        rows.extend(item.options.iter().map(|option| [of_item(item), of_option(option)].concat()));
    }
    to_csv(&rows)
}

fn of_item(item: &ItemFigures) -> Vec<String> {
    let findings: Vec<String> = item.findings.iter().map(sentences::finding).collect();
    vec![
        item.name.clone(),
        item.scale.clone().unwrap_or_default(),
        item.people.to_string(),
        number(item.facility),
        number(item.standard_error),
        number(item.item_rest),
        number(item.alpha_without),
        findings.join(" "),
    ]
}

fn of_option(option: &OptionFigures) -> Vec<String> {
    let curve: Vec<String> = option.curve.iter().map(|share| number(*share)).collect();
    vec![
        option.mark.label.clone(),
        option.mark.credit.to_string(),
        option.chosen.to_string(),
        number(Some(option.share)),
        number(option.rest_correlation),
        curve.join(" "),
    ]
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.6}"))
}

/// A CSV (RFC 4180) that spreadsheets take for UTF-8, by its mark of order.
pub fn to_csv(rows: &[Vec<String>]) -> String {
    let mut csv = String::from("\u{feff}");
    for row in rows {
        csv.push_str(&row.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// A text that a spreadsheet would take for a formula, made a text again with an apostrophe before it. Numbers stay.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_becomes_a_formula() {
        let row = ["=HYPERLINK(\"x\")", "-0.25", "-1+1", "@suma", "llano, con coma"].map(str::to_owned).to_vec();
        let csv = to_csv(&[row]);
        assert_eq!(csv, "\u{feff}\"'=HYPERLINK(\"\"x\"\")\",-0.25,'-1+1,'@suma,\"llano, con coma\"\r\n");
    }
}
