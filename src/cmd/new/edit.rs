//! Changes to files that somebody else wrote: as small as can be, with their own line ends.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// The module's text with the lesson added at the end of its list; `None` when the list cannot be read.
pub fn listed(text: &str, id: &str) -> Option<String> {
    let head = head(text)?;
    let table = DeTable::parse(text.get(head.clone())?).ok()?;
    let list = table.get_ref().get("lecciones")?;
    let DeValue::Array(lessons) = list.get_ref() else { return None };
    let (at, comma) = match lessons.iter().next_back() {
        Some(last) => (last.span().end, ", "),
        None => (list.span().start + 1, ""),
    };
    let at = head.start + at;
    Some(format!("{}{comma}\"{id}\"{}", text.get(..at)?, text.get(at..)?))
}

/// What stands between the first two `+++` lines.
fn head(text: &str) -> Option<Range<usize>> {
    let mut marks = text
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start..*at, line.trim_start_matches('\u{feff}').trim_end()))
        })
        .filter_map(|(span, line)| (line == "+++").then_some(span));
    let (opening, closing) = (marks.next()?, marks.next()?);
    Some(opening.end..closing.start)
}

/// The lesson's text with the question before its takeaways, or at the end.
pub fn inserted(text: &str, question: &str) -> String {
    let takeaways = text.match_indices("\n## ").map(|(at, _)| at + 1).find(|at| {
        let heading = text[*at..].lines().next().unwrap_or_default();
        heading.contains(".llevarse")
    });
    let (before, after) = text.split_at(takeaways.unwrap_or(text.len()));
    let end = if after.is_empty() { "" } else { "\n" };
    let written = with_line_ends_of(text, &format!("\n\n{question}{end}"));
    format!("{}{written}{after}", before.trim_end())
}

/// Lines that end as those of `text` do, for editors that show the difference.
pub fn with_line_ends_of(text: &str, written: &str) -> String {
    if text.contains("\r\n") { written.replace('\n', "\r\n") } else { written.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_joins_the_list_of_its_module() {
        for (list, expected) in [
            ("[\"a\"]", "[\"a\", \"m02-l3\"]"),
            ("[]", "[\"m02-l3\"]"),
            ("[\n  \"a\",\n]", "[\n  \"a\", \"m02-l3\",\n]"),
            ("[\n  \"a\" # y no ]\n]", "[\n  \"a\", \"m02-l3\" # y no ]\n]"),
        ] {
            for end in ["\n", "\r\n"] {
                let module = |list: &str| {
                    let text = format!("+++\nid = \"é\"\ntitulo = \"x\"\nlecciones = {list}\nmas = 1\n+++\n\nUno.\n");
                    text.replace('\n', end)
                };
                assert_eq!(listed(&module(list), "m02-l3"), Some(module(expected)), "{list:?} {end:?}");
            }
        }
        for without in ["+++\ntitulo = \"x\"\n+++\n", "+++\nlecciones = [\n+++\n", "lecciones = []\n", "+++\n"] {
            assert_eq!(listed(without, "m02-l3"), None, "{without:?}");
        }
    }

    #[test]
    fn a_question_goes_before_the_takeaways() {
        for end in ["\n", "\r\n"] {
            let ended = |text: &str| text.replace('\n', end);
            let text = ended("uno\n\n## Para llevarse {#fin .llevarse}\n\n- dos\n");
            let expected = ended("uno\n\nPREGUNTA\n\n## Para llevarse {#fin .llevarse}\n\n- dos\n");
            assert_eq!(inserted(&text, "PREGUNTA\n"), expected);
            assert_eq!(inserted(&ended("uno\n"), "PREGUNTA\n"), ended("uno\n\nPREGUNTA\n"));
        }
    }
}
