//! Titles set large.

use crate::ui::parts::escape;

/// A title as HTML, broken once where its two lines are most alike.
pub fn in_two_lines(title: &str) -> String {
    let unlike = |at: &usize| title[..*at].chars().count().abs_diff(title[at + 1..].chars().count());
    match title.match_indices(' ').map(|(at, _)| at).min_by_key(unlike) {
        Some(at) => format!("{}<br>{}", escape(&title[..at]), escape(&title[at + 1..])),
        None => escape(title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_where_its_lines_are_most_alike() {
        assert_eq!(in_two_lines("Timón y Voz"), "Timón<br>y Voz");
        assert_eq!(in_two_lines("Redes & <b>"), "Redes<br>&amp; &lt;b&gt;");
        assert_eq!(in_two_lines("Brújula"), "Brújula");
    }
}
