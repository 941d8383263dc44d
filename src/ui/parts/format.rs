//! Numbers and counts as Spanish writes them.

/// A credit or a weight, 0 to 1: `0,4`, `0,75`, `1`.
pub fn decimal(value: f64) -> String {
    hundredths((value * 100.0).round() as i64)
}

/// A sum of evidence, with one decimal: `3,8`, `12`.
pub fn evidence(value: f64) -> String {
    hundredths((value * 10.0).round() as i64 * 10)
}

fn hundredths(value: i64) -> String {
    let digits = format!("{},{:02}", value / 100, value.abs() % 100);
    digits.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// A level of a scale, 0 to 1, as a whole number from 0 to 100.
pub fn level(value: f64) -> u32 {
    (value * 100.0).round() as u32
}

/// `1 caso`, `3 casos`, `12 lecciones`.
pub fn count(n: usize, noun: &str) -> String {
    format!("{n} {}", plural(n, noun))
}

/// A noun in the number that `n` asks for: `s` after a vowel, and «-ión» becomes «-iones».
pub fn plural(n: usize, noun: &str) -> String {
    match noun.strip_suffix("ión") {
        _ if n == 1 => noun.to_owned(),
        Some(stem) => format!("{stem}iones"),
        None => format!("{noun}s"),
    }
}

/// A title between quotation marks; those that it has itself become the inner ones.
pub fn quoted(title: &str) -> String {
    format!("«{}»", title.replace('«', "“").replace('»', "”"))
}

/// The letter of an option by its place: A, B, C…
pub fn letter(index: usize) -> String {
    char::from_u32('A' as u32 + index as u32).unwrap_or('?').to_string()
}

/// `60 min`, `3 h 45 min`, `2 h`, with blanks at which no line breaks.
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes}\u{a0}min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_a_comma_and_no_idle_zeros() {
        for (value, shown) in [(0.4, "0,4"), (1.0, "1"), (0.0, "0"), (0.333_333, "0,33"), (0.75, "0,75"), (-0.0, "0")] {
            assert_eq!(decimal(value), shown);
        }
        assert_eq!((evidence(3.84), evidence(12.0), evidence(0.0)), ("3,8".into(), "12".into(), "0".into()));
    }

    #[test]
    fn nouns_agree_with_their_number() {
        assert_eq!((count(1, "lección"), count(0, "lección")), ("1 lección".into(), "0 lecciones".into()));
        assert_eq!((count(1, "caso"), count(3, "caso")), ("1 caso".into(), "3 casos".into()));
    }

    #[test]
    fn quotation_marks_within_a_title_are_the_inner_ones() {
        assert_eq!(quoted("Tres veces «viene pequeño»"), "«Tres veces “viene pequeño”»");
    }

    #[test]
    fn durations_change_unit_at_the_hour() {
        let shown = [45, 60, 225].map(|minutes| duration(minutes).replace('\u{a0}', " "));
        assert_eq!(shown, ["45 min", "1 h", "3 h 45 min"]);
    }
}
