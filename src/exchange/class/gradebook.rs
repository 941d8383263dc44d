//! The gradebook: one row a submission, with the two scales and each case.

use super::{CaseState, Class, Row};
use crate::assess::{Words, is_enough, overall};
use crate::course::{Dimension, Item, ItemId};
use crate::exchange::sentences;
use crate::learner::{Observations, Scale};

/// The rows of the gradebook, its headings first: text for a CSV or a sheet. `threshold` is that of the assignment.
///
/// A scale without evidence enough has empty cells, and not a number that would be read as one.
pub fn gradebook(class: &Class, bank: &[Item], threshold: f64) -> Vec<Vec<String>> {
    let items = items(class, bank);
    let mut headings: Vec<String> =
        ["alias", "intento", "cuenta", "entregada", "respondidos", "casos"].map(str::to_owned).to_vec();
    for dimension in ["estrategica", "operativa"] {
        let columns = ["de", "a", "central", "evidencias", "palabras"];
        headings.extend(columns.map(|column| format!("{dimension}_{column}")));
    }
    headings.push("senales".into());
    headings.extend(items.iter().map(|item| item.id.to_string()));
    let rows = class.rows.iter().map(|row| cells(row, bank, &items, threshold));
    std::iter::once(headings).chain(rows).collect()
}

/// The items that somebody was given, in the order of the bank.
fn items<'b>(class: &Class, bank: &'b [Item]) -> Vec<&'b Item> {
    let is_given = |id: &ItemId| class.rows.iter().any(|row| row.marked.cases.iter().any(|case| case.given.item == *id));
    bank.iter().filter(|item| is_given(&item.id)).collect()
}

fn cells(row: &Row, bank: &[Item], items: &[&Item], threshold: f64) -> Vec<String> {
    let submission = &row.marked.submission;
    let mut cells = vec![
        submission.alias.clone(),
        submission.attempt.to_string(),
        if row.counts { "sí" } else { "no" }.to_owned(),
        instant(submission.handed.0),
        row.marked.answered().to_string(),
        row.marked.cases.len().to_string(),
    ];
    let journal = row.marked.journal(bank);
    let observations = Observations::of(bank, &journal);
    for dimension in Dimension::ALL {
        let estimate = observations.estimate(&Scale::Dimension(dimension), threshold);
        let (low, high) = estimate.posterior.interval80();
        let number = |value: f64| if is_enough(&estimate.posterior) { format!("{value:.3}") } else { String::new() };
        cells.extend([number(low), number(high), number(estimate.posterior.median())]);
        cells.push(format!("{:.1}", estimate.posterior.evidence()));
        cells.push(words(estimate.words).to_owned());
    }
    let flags: Vec<String> = row.flags.iter().map(sentences::flag).collect();
    cells.push(flags.join(" "));
    cells.extend(items.iter().map(|item| credit(row, item)));
    cells
}

/// The credit of a case, 0 to 1; 0 when it was left blank, and nothing when it was not given or cannot be marked.
fn credit(row: &Row, item: &Item) -> String {
    match row.marked.case(item) {
        Some(case) if case.state == CaseState::Blank => "0".into(),
        Some(case) => case
            .credits
            .as_ref()
            .map_or_else(String::new, |credits| format!("{:.3}", overall(credits, &item.competencies))),
        None => String::new(),
    }
}

fn words(words: Words) -> &'static str {
    match words {
        Words::Insufficient => "aún sin evidencia suficiente",
        Words::IntervalOnly => "solo intervalo",
        Words::Consolidated => "consolidada",
        Words::ToWork => "por trabajar",
        Words::Inconclusive => "evidencia no concluyente",
    }
}

/// A moment as ISO 8601 in UTC, from the milliseconds since 1970 (the civil calendar of Hinnant, 2013).
fn instant(millis: i64) -> String {
    let (days, second) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000) / 1000);
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn moments_are_written_in_utc() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_795_305_600_123, "2026-11-22T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(instant(millis), text);
        }
    }
}
