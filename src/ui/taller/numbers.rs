//! Numbers of tables and charts, each with all its decimals.

/// A number with this many decimals, whatever they are: `0,40`, `−0,13`.
pub fn fixed(value: f64, decimals: usize) -> String {
    let number = format!("{value:.decimals$}").replace('.', ",");
    // Rounding may leave a sign before nothing.
    match number.strip_prefix('-') {
        Some(digits) if digits.chars().any(|c| c.is_ascii_digit() && c != '0') => format!("−{digits}"),
        Some(digits) => digits.to_owned(),
        None => number,
    }
}

/// The same, or a dash when it cannot be known.
pub fn fixed_or_dash(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| fixed(value, decimals))
}

/// A share, 0 to 1, as a whole percentage: `58 %`, with a blank at which no line breaks.
pub fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_numbers_keep_their_decimals_and_a_minus_that_says_something() {
        for (value, shown) in [(0.4, "0,40"), (-0.128, "−0,13"), (-0.001, "0,00"), (1.0, "1,00")] {
            assert_eq!(fixed(value, 2), shown);
        }
        assert_eq!((fixed_or_dash(None, 2), percent(0.583)), ("–".into(), "58\u{a0}%".into()));
    }
}
