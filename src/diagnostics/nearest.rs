//! «¿Quizá…?»: the known name that somebody probably meant.

/// The candidate at the smallest distance from `name`, when it is near enough to be a slip: at most a third of the
/// letters, at least one and at most three.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let limit = (name.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (distance(&name, &candidate.to_lowercase().chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, candidate)| *distance <= limit && !differs_in_number(&name, candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `m01-l8` and `m01-l7` are two names, not a slip of the hand.
fn differs_in_number(name: &[char], candidate: &str) -> bool {
    let without = |text: &str| text.to_lowercase().replace(|c: char| c.is_ascii_digit(), "");
    let name: String = name.iter().collect();
    name != candidate.to_lowercase() && without(&name) == without(candidate) && without(&name) != name
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let substituted = last[j] + usize::from(x != y);
            let mut best = substituted.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_refuses_strangers() {
        let known = ["unica", "multiple", "ordenar", "estrategia.diagnostico"];
        assert_eq!(nearest("unika", known), Some("unica"));
        assert_eq!(nearest("mulitple", known), Some("multiple"));
        assert_eq!(nearest("Ordenar", known), Some("ordenar"));
        assert_eq!(nearest("estrategia.diagnosis", known), Some("estrategia.diagnostico"));
        assert_eq!(nearest("tabla", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest("m01-l8", ["m01-l7"]), None);
        assert_eq!(nearest("m0l-l6", ["m01-l6"]), Some("m01-l6"));
    }

    #[test]
    fn a_swap_of_neighbours_is_one_slip() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("bloom"), &chars("blomo")), 1);
        assert_eq!(distance(&chars(""), &chars("abc")), 3);
        assert_eq!(distance(&chars("tono"), &chars("tino")), 1);
    }
}
