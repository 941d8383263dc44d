//! The figures as they are read in a terminal.

use std::fmt::Write;

use timon_y_voz::assess::analysis::{Analysis, ItemFigures, OptionFigures, ScaleFigures, SetFigures};
use timon_y_voz::exchange::sentences;

use crate::cmd::words::{title, with_commas};

pub fn report(analysis: &Analysis) -> String {
    let mut out = String::new();
    set(&mut out, analysis);
    scales(&mut out, &analysis.scales);
    items(&mut out, &analysis.items);
    for item in analysis.items.iter().filter(|item| !item.findings.is_empty()) {
        detail(&mut out, item);
    }
    out
}

fn set(out: &mut String, analysis: &Analysis) {
    title(out, "El conjunto");
    let set = &analysis.set;
    let _ = writeln!(out, "{} personas, {} ítems. {}", analysis.people, set.items, sentences::sample(analysis));
    if analysis.complete < analysis.people {
        let _ = writeln!(out, "Las cifras del conjunto son de las {} personas con todos los ítems.", analysis.complete);
    }
    for (name, value) in lines(set) {
        let _ = writeln!(out, "  {name:<34}{value}");
    }
}

fn lines(set: &SetFigures) -> Vec<(&'static str, String)> {
    let interval = |(low, high): (f64, f64)| with_commas(&format!("{low:.3} a {high:.3}"));
    vec![
        ("Media del total", number(set.mean, 2)),
        ("Desviación típica", number(set.variance.map(f64::sqrt), 2)),
        ("Alfa de Cronbach", number(set.alpha, 3)),
        ("  su intervalo del 95 % (Feldt)", set.alpha_interval.map_or("–".into(), interval)),
        ("Lambda 2 de Guttman", number(set.lambda_2, 3)),
        ("Error típico de medida", number(set.measurement_error, 2)),
    ]
}

/// A number with its decimal comma, or a dash when it cannot be known.
fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or("–".into(), |value| with_commas(&format!("{value:.decimals$}")))
}

fn scales(out: &mut String, scales: &[ScaleFigures]) {
    if scales.is_empty() {
        return;
    }
    title(out, "Las escalas");
    let width = width(scales.iter().map(|scale| scale.name.as_str()), 10);
    let _ = writeln!(out, "{:<width$}{:>7}{:>8}{:>18}", "", "ítems", "alfa", "desde el total");
    for scale in scales {
        let _ = writeln!(
            out,
            "{:<width$}{:>7}{:>8}{:>18}  {}",
            scale.name,
            scale.items,
            number(scale.alpha, 3),
            number(scale.prmse_total, 3),
            sentences::scale(scale)
        );
    }
}

fn items(out: &mut String, items: &[ItemFigures]) {
    title(out, "Los ítems");
    let width = width(items.iter().map(|item| item.name.as_str()), 8);
    let _ = writeln!(
        out,
        "{:<width$}{:>8}{:>11}{:>16}{:>14}  Señales",
        "", "n", "facilidad", "discriminación", "alfa sin él"
    );
    for item in items {
        let count = match item.findings.len() {
            0 => String::new(),
            n => format!("{n}, más abajo"),
        };
        let line = format!(
            "{:<width$}{:>8}{:>11}{:>16}{:>14}  {count}",
            item.name,
            item.people,
            number(item.facility, 2),
            number(item.item_rest, 2),
            number(item.alpha_without, 3),
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn detail(out: &mut String, item: &ItemFigures) {
    title(out, &item.name);
    for finding in &item.findings {
        let _ = writeln!(out, "{}", sentences::finding(finding));
    }
    if item.options.is_empty() {
        return;
    }
    let labels: Vec<&str> = item.options.iter().map(label).collect();
    let width = width(labels.iter().copied(), 12);
    let groups = item.group_sizes.iter().map(|size| format!("{:>7}", format!("n={size}"))).collect::<String>();
    let _ = writeln!(
        out,
        "  {:<width$}{:>8}{:>8}{:>7}{:>10}  de peor a mejor resto:{groups}",
        "", "crédito", "eligen", "%", "r resto"
    );
    for option in &item.options {
        let curve = option.curve.iter().map(|share| format!("{:>7}", percent(*share))).collect::<String>();
        let _ = writeln!(
            out,
            "  {:<width$}{:>8}{:>8}{:>7}{:>10}  {:22}{curve}",
            label(option),
            number(Some(option.mark.credit), 2),
            option.chosen,
            percent(Some(option.share)),
            number(option.rest_correlation, 2),
            ""
        );
    }
}

fn label(option: &OptionFigures) -> &str {
    if option.mark.label.is_empty() { "(en blanco)" } else { &option.mark.label }
}

fn percent(share: Option<f64>) -> String {
    share.map_or("–".into(), |share| format!("{:.0} %", share * 100.0))
}

/// Room for the longest of some names and a blank after it.
fn width<'n>(names: impl Iterator<Item = &'n str>, least: usize) -> usize {
    names.map(|name| name.chars().count() + 2).max().unwrap_or(0).max(least)
}
