//! What the answers of one question say together: how many, which is best, and for which competencies.

use std::collections::BTreeSet;
use std::ops::Range;

use super::findings::Log;
use super::grid::Placed;
use super::headings::Heading;
use super::moves::MoveRead;
use super::options::ChoiceRead;
use super::sheet::SheetRead;
use crate::course::{CompetencyId, Credit, Grid, OptionKey, Rating, Step};
use crate::diagnostics::Code;

type Weights<'w> = &'w [(CompetencyId, f64)];

/// The rules of `.unica` and `.multiple`.
pub fn check_choices(log: &mut Log<'_>, form: &str, choices: &[ChoiceRead], sheet: Option<&SheetRead>) {
    let Some(whole) = choices.first().map(|choice| choice.span.clone()) else { return };
    let (fewest, most) = if form == "unica" { (3, 5) } else { (4, 6) };
    check_count(log, Code::OptionCount, whole.clone(), choices.len(), (fewest, most), "opciones");
    let keys: Vec<_> = choices.iter().map(|read| (&read.choice.key, read.span.clone())).collect();
    check_distinct(log, &keys);
    let recommended = check_recommended(log, form, choices);
    let Some(sheet) = sheet else { return };
    let weights: Weights<'_> = &sheet.sheet.competencies;
    let fits = choices.iter().filter(|read| !fits(log, read, weights)).count() == 0;
    if recommended && fits && choices.iter().all(|read| read.credit_span.is_some()) {
        check_best(log, choices, weights, whole);
    }
}

/// The rules of the options of a node: a few, distinct, one recommended and best, all for the same competencies. If
/// some measured others, choosing badly could dodge a zero.
pub fn check_moves(log: &mut Log<'_>, heading: &Heading<'_, '_>, moves: &[MoveRead]) {
    check_count(log, Code::OptionCount, heading.span.clone(), moves.len(), (2, 4), "opciones");
    let keys: Vec<_> = moves.iter().map(|read| (&read.the.key, read.span.clone())).collect();
    check_distinct(log, &keys);
    let Some((first, others)) = moves.split_first() else { return };
    let ids = |read: &MoveRead| read.the.credits.iter().map(|(id, _)| id.to_string()).collect::<BTreeSet<_>>();
    if let Some(other) = others.iter().find(|other| ids(other) != ids(first)) {
        let names = ids(first).into_iter().collect::<Vec<_>>().join(", ");
        let help = format!("da crédito en las mismas que la primera: {names}");
        let message = "esta opción mide otras competencias que la primera del nodo";
        log.report(Code::CreditsDiffer, other.span.clone(), message, "otras competencias", help);
        return;
    }
    check_recommended_move(log, heading, moves);
}

fn check_recommended_move(log: &mut Log<'_>, heading: &Heading<'_, '_>, moves: &[MoveRead]) {
    let sum = |read: &MoveRead| read.the.credits.iter().map(|(_, credit)| credit).sum::<f64>();
    let marked: Vec<&MoveRead> = moves.iter().filter(|read| read.words.recommended).collect();
    match marked.as_slice() {
        [] => {
            let help = "marca con «[x]» la opción que el curso defiende";
            let span = heading.span.clone();
            log.report(Code::RecommendedMissing, span, "ninguna opción está recomendada", "falta un «[x]»", help);
        }
        [_, second, ..] => {
            let help = "deja una sola «[x]» en cada nodo";
            let message = "hay más de una opción recomendada";
            log.report(Code::RecommendedTwice, second.span.clone(), message, "otra «[x]»", help);
        }
        [best] => {
            let better = moves.iter().find(|read| !read.words.recommended && sum(read) >= sum(best) - 1e-9);
            if let Some(better) = better {
                let help = "baja su crédito, o marca esta con «[x]»";
                let message = "esta opción vale tanto como la recomendada, o más";
                log.report(Code::RecommendedNotBest, better.span.clone(), message, "no es la recomendada", help);
            }
        }
    }
}

/// Says whether the marks are such that the best option can be looked for.
fn check_recommended(log: &mut Log<'_>, form: &str, choices: &[ChoiceRead]) -> bool {
    let marked: Vec<&ChoiceRead> = choices.iter().filter(|read| read.choice.recommended).collect();
    let unsure = choices.iter().any(|read| read.unsure);
    match (form, marked.as_slice()) {
        (_, []) if unsure => false,
        (_, []) => {
            let help = "marca con «[x]» la opción que el curso defiende";
            let span = choices.first().map_or(0..0, |first| first.span.clone());
            log.report(Code::RecommendedMissing, span, "ninguna opción está recomendada", "falta un «[x]»", help);
            false
        }
        ("unica", [_, second, ..]) => {
            let help = "deja una sola «[x]», o usa la forma .multiple";
            log.report(
                Code::RecommendedTwice,
                second.span.clone(),
                "hay más de una opción recomendada",
                "otra «[x]»",
                help,
            );
            false
        }
        ("multiple", [only]) if !unsure => {
            let help = "marca al menos dos con «[x]», o usa la forma .unica";
            log.report(
                Code::RecommendedOnly,
                only.span.clone(),
                "en una pregunta .multiple se eligen al menos dos",
                "la única «[x]»",
                help,
            );
            false
        }
        _ => !unsure,
    }
}

/// A credit for each competency names those of the sheet, all and only.
fn fits(log: &mut Log<'_>, read: &ChoiceRead, weights: Weights<'_>) -> bool {
    let (Credit::PerCompetency(credits), Some(span)) = (&read.choice.credit, &read.credit_span) else { return true };
    let named = |id: &CompetencyId| credits.iter().any(|(known, _)| known == id);
    let ids = || weights.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ");
    if let Some((outside, _)) = credits.iter().find(|(id, _)| weights.iter().all(|(known, _)| known != id)) {
        let help = format!("la ficha de esta pregunta mide: {}", ids());
        log.report(
            Code::CreditCompetencyOutside,
            span.clone(),
            format!("la ficha no mide «{outside}»"),
            "competencia de más",
            help,
        );
        return false;
    }
    if let Some((missing, _)) = weights.iter().find(|(id, _)| !named(id)) {
        let help = format!("da un crédito a cada una: {}", ids());
        log.report(
            Code::CreditCompetencyMissing,
            span.clone(),
            format!("falta el crédito de «{missing}»"),
            "competencia sin crédito",
            help,
        );
        return false;
    }
    true
}

/// The recommended options earn more than the others.
fn check_best(log: &mut Log<'_>, choices: &[ChoiceRead], weights: Weights<'_>, whole: Range<usize>) {
    let credit = |read: &ChoiceRead| read.choice.credit.overall(weights);
    let equal = |a: f64, b: f64| (a - b).abs() < 1e-9;
    if choices.windows(2).all(|pair| equal(credit(&pair[0]), credit(&pair[1]))) {
        let help = "da más crédito a la opción recomendada que a las demás";
        log.report(Code::CreditsEqual, whole, "todas las opciones valen lo mismo", "mismo crédito en todas", help);
        return;
    }
    let lowest = choices.iter().filter(|read| read.choice.recommended).map(credit).fold(f64::INFINITY, f64::min);
    let rivals = choices.iter().filter(|read| !read.choice.recommended);
    if let Some(rival) = rivals.into_iter().find(|read| credit(read) > lowest - 1e-9) {
        let help = "la recomendada lleva el crédito más alto, y ninguna otra la iguala: cambia los créditos o la «[x]»";
        let span = rival.credit_span.clone().unwrap_or(rival.span.clone());
        log.report(
            Code::RecommendedNotBest,
            span,
            "una opción sin «[x]» vale tanto o más que la recomendada",
            "vale tanto o más",
            help,
        );
    }
}

pub fn check_steps(log: &mut Log<'_>, steps: &[(Step, Range<usize>)]) {
    let Some((_, whole)) = steps.first() else { return };
    check_count(log, Code::OptionCount, whole.clone(), steps.len(), (4, 6), "pasos");
    check_distinct(log, &steps.iter().map(|(step, span)| (&step.key, span.clone())).collect::<Vec<_>>());
}

pub fn check_grid(log: &mut Log<'_>, form: &str, Placed { value: grid, span, rows: places }: &Placed<Grid>) {
    let (rows, targets) = if form == "emparejar" { ((5, 6), (3, 4)) } else { ((4, 5), (2, 4)) };
    check_count(log, Code::RowCount, span.clone(), grid.rows.len(), rows, "filas");
    check_count(log, Code::TargetCount, span.clone(), grid.targets.len(), targets, "destinos");
    let keys: Vec<_> = grid.rows.iter().map(|row| &row.key).zip(places.iter().cloned()).collect();
    check_distinct(log, &keys);
}

pub fn check_rating(log: &mut Log<'_>, Placed { value: rating, span, rows: places }: &Placed<Rating>) {
    check_count(log, Code::RowCount, span.clone(), rating.rows.len(), (4, 4), "filas");
    let keys: Vec<_> = rating.rows.iter().map(|row| &row.key).zip(places.iter().cloned()).collect();
    check_distinct(log, &keys);
    let values: Vec<u8> = rating.rows.iter().map(|row| row.value).collect();
    if values.len() > 1 && values.windows(2).all(|pair| pair[0] == pair[1]) {
        let help = "da valoraciones distintas: si todas valen igual, no hay nada que distinguir";
        log.report(
            Code::CreditsEqual,
            span.clone(),
            "todas las filas tienen la misma valoración",
            "misma valoración",
            help,
        );
    } else if values.len() > 1 && values.is_sorted() {
        let help = "cambia el orden de las filas, para que no se adivine";
        log.report(
            Code::RatingsInOrder,
            span.clone(),
            "las valoraciones van de menor a mayor",
            "en orden creciente",
            help,
        );
    }
}

fn check_count(
    log: &mut Log<'_>,
    code: Code,
    span: Range<usize>,
    count: usize,
    (fewest, most): (usize, usize),
    what: &str,
) {
    if (fewest..=most).contains(&count) {
        return;
    }
    let wanted = if fewest == most { format!("{most}") } else { format!("entre {fewest} y {most}") };
    let help = format!("deja {wanted} {what}");
    log.report(code, span, format!("hay {count} {what}, y aquí hacen falta {wanted}"), "cuenta desde aquí", help);
}

/// Options with the same words, capitals and punctuation aside, would be one and the same for an answer.
fn check_distinct(log: &mut Log<'_>, keys: &[(&OptionKey, Range<usize>)]) {
    for (at, (key, span)) in keys.iter().enumerate() {
        if keys[..at].iter().any(|(earlier, _)| earlier == key) {
            let help = "cambia las palabras de una de las dos; las mayúsculas, los acentos y la puntuación no bastan";
            log.report(Code::OptionDuplicate, span.clone(), "dos opciones dicen lo mismo", "opción repetida", help);
        }
    }
}
