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

/// `1 caso`, `3 casos`. The plural is the singular plus `s`.
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// The letter of an option by its place: A, B, C…
pub fn letter(index: usize) -> String {
    char::from_u32('A' as u32 + index as u32).unwrap_or('?').to_string()
}

/// `60 min`, `3 h 45 min`, `2 h`.
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
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
    fn durations_change_unit_at_the_hour() {
        assert_eq!((duration(45), duration(60), duration(225)), ("45 min".into(), "1 h".into(), "3 h 45 min".into()));
    }
}
