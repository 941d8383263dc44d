//! The credit at the end of an option: `0.4`, or `estrategia.crisis 1, operacion.escucha 0.4`.

use std::ops::Range;

use super::findings::Log;
use crate::course::{CompetencyId, Credit};
use crate::diagnostics::Code;

/// The credits an option may earn; those that Moodle also accepts.
pub const CREDITS: [f64; 15] = [0.0, 0.05, 0.1, 0.125, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0];

/// Reads a credit, reporting at `span` what cannot be one.
pub fn read(log: &mut Log<'_>, text: &str, span: Range<usize>) -> Option<Credit> {
    let text = text.trim();
    if report_comma(log, text, span.clone()) {
        return None;
    }
    if let Ok(value) = text.parse::<f64>() {
        return listed(log, value, text, span).map(Credit::Same);
    }
    let mut credits: Vec<(CompetencyId, f64)> = Vec::new();
    for part in text.split(',') {
        let (name, value) = named(log, part.trim(), span.clone(), HELP)?;
        if credits.iter().any(|(known, _)| known.as_str() == name) {
            return malformed(log, text, span, HELP);
        }
        credits.push((CompetencyId::new(name), value));
    }
    Some(Credit::PerCompetency(credits))
}

/// How to write the credit of an option.
const HELP: &str = "escribe un número, como `0.4`, o uno por competencia: `estrategia.crisis 1, operacion.escucha 0.4`";

/// A name, a blank and a credit.
pub fn named<'p>(log: &mut Log<'_>, part: &'p str, span: Range<usize>, help: &str) -> Option<(&'p str, f64)> {
    let pair = part
        .rsplit_once(char::is_whitespace)
        .and_then(|(name, value)| Some((name.trim(), value.parse::<f64>().ok()?, value)));
    match pair {
        Some((name, number, value)) => listed(log, number, value, span).map(|credit| (name, credit)),
        None => malformed(log, part, span, help),
    }
}

/// `0,4` where `0.4` is meant. A comma between two credits is followed by a blank.
pub fn report_comma(log: &mut Log<'_>, text: &str, span: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let Some((at, _)) = text.match_indices(',').find(|(at, _)| *at > 0 && digit(at - 1) && digit(at + 1)) else {
        return false;
    };
    let help = format!("escribe el crédito con punto: `{}.{}`", &text[..at], &text[at + 1..]);
    log.report(Code::DecimalComma, span, format!("el crédito «{text}» lleva coma decimal"), "coma decimal", help);
    true
}

fn listed(log: &mut Log<'_>, value: f64, text: &str, span: Range<usize>) -> Option<f64> {
    let near = |a: f64| (a - value).abs();
    if let Some(credit) = CREDITS.into_iter().find(|credit| near(*credit) < 1e-9) {
        return Some(credit);
    }
    let closest = CREDITS.into_iter().min_by(|a, b| near(*a).total_cmp(&near(*b))).unwrap_or(0.0);
    let all = CREDITS.map(|credit| credit.to_string()).join(" ");
    let help = format!("el más cercano es {closest}; los créditos son: {all}");
    log.report(
        Code::CreditNotListed,
        span,
        format!("«{text}» no es uno de los créditos admitidos"),
        "crédito fuera de la lista",
        help,
    );
    None
}

fn malformed<T>(log: &mut Log<'_>, text: &str, span: Range<usize>, help: &str) -> Option<T> {
    log.report(Code::CreditMalformed, span, format!("«{text}» no se entiende como crédito"), "crédito ilegible", help);
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(text: &str) -> Result<Credit, Code> {
        let mut log = Log::new("a.md", text);
        read(&mut log, text, 0..text.len()).ok_or_else(|| log.found.diagnostics[0].code)
    }

    #[test]
    fn one_credit_or_one_for_each_competency() {
        assert_eq!(credit("0.4"), Ok(Credit::Same(0.4)));
        assert_eq!(credit("1"), Ok(Credit::Same(1.0)));
        let both = vec![("estrategia.crisis".into(), 1.0), ("operacion.escucha".into(), 0.125)];
        assert_eq!(credit("estrategia.crisis 1, operacion.escucha 0.125"), Ok(Credit::PerCompetency(both)));
    }

    #[test]
    fn what_is_not_a_credit_says_why() {
        assert_eq!(credit("0,4"), Err(Code::DecimalComma));
        assert_eq!(credit("estrategia.crisis 0,4, operacion.escucha 1"), Err(Code::DecimalComma));
        assert_eq!(credit("0.45"), Err(Code::CreditNotListed));
        assert_eq!(credit("-1"), Err(Code::CreditNotListed));
        assert_eq!(credit("NaN"), Err(Code::CreditNotListed));
        for wrong in ["", "mucho", "estrategia.crisis", "a 1,", "a 1, a 0.5"] {
            assert_eq!(credit(wrong), Err(Code::CreditMalformed), "{wrong}");
        }
    }
}
