//! The guide for authors tells the truth: it names every code, and its examples have no diagnostics.
#![cfg(feature = "parse")]

use std::collections::{BTreeMap, BTreeSet};

use timon_y_voz::check;
use timon_y_voz::diagnostics::{Code, Paint, render_text};
use timon_y_voz::parse::{self, CREDITS, Content, DRAWINGS, FORMS, SourceFile};

const GUIDE: &str = include_str!("../content/GUIA.md");

/// The files that the guide shows whole, and its other examples.
struct Examples {
    files: BTreeMap<String, String>,
    questions: Vec<String>,
    fragments: Vec<String>,
}

/// A block of four accents is an example; after a line with a path in bold, a whole file.
fn examples() -> Examples {
    let mut examples = Examples { files: BTreeMap::new(), questions: Vec::new(), fragments: Vec::new() };
    let mut last_line = "";
    let mut lines = GUIDE.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("````") {
            let text: String =
                lines.by_ref().take_while(|line| *line != "````").map(|line| format!("{line}\n")).collect();
            match last_line.strip_prefix("**`").and_then(|line| line.strip_suffix("`**")) {
                Some(path) => drop(examples.files.insert(path.to_string(), text)),
                None if text.contains("```ficha") => examples.questions.push(text),
                None => examples.fragments.push(text),
            }
        } else if !line.is_empty() {
            last_line = line;
        }
    }
    examples
}

/// The diagnostics of the guide's own course, with something more in its lesson.
fn diagnostics_with(files: &BTreeMap<String, String>, addition: &str) -> String {
    let files: Vec<SourceFile> = files
        .iter()
        .map(|(path, text)| {
            let text = match path.as_str() {
                "modulos/m01/l1.md" => text.replacen("## Depende", &format!("{addition}\n\n## Depende"), 1),
                _ => text.clone(),
            };
            SourceFile { path: path.clone(), content: Content::Text(text) }
        })
        .collect();
    render_text(&check::course(&files).1, &parse::sources(&files), Paint::Plain)
}

#[test]
fn its_course_is_sound() {
    let examples = examples();
    assert_eq!(examples.files.len(), 10);
    assert_eq!(diagnostics_with(&examples.files, ""), "");
}

#[test]
fn its_questions_are_sound_and_of_every_form() {
    let examples = examples();
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    for question in &examples.questions {
        assert_eq!(diagnostics_with(&examples.files, question), "", "{question}");
        shown.extend(FORMS.iter().filter(|form| question.contains(&format!(" .{form}}}"))));
    }
    assert_eq!(shown.len(), FORMS.len());
}

#[test]
fn its_other_examples_are_sound() {
    let examples = examples();
    assert_eq!(examples.fragments.len(), 3);
    for fragment in &examples.fragments {
        let section = format!("## Ejemplo {{#ejemplo}}\n\n{fragment}");
        assert_eq!(diagnostics_with(&examples.files, &section), "", "{fragment}");
    }
}

#[test]
fn it_explains_every_code_once_and_no_other() {
    let rows = GUIDE.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let explained: Vec<&str> = rows
        .filter(|cell| cell.len() == 4 && cell.starts_with(['E', 'A']) && cell[1..].parse::<u16>().is_ok())
        .collect();
    let all: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(explained, all, "the table follows the order of the codes");
}

#[test]
fn every_rule_names_its_code() {
    let rules = GUIDE.split("## Tabla de avisos").next().unwrap();
    let unnamed: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).filter(|code| !rules.contains(code)).collect();
    assert_eq!(unnamed, [] as [&str; 0]);
}

#[test]
fn it_lists_the_drawings_and_the_credits() {
    for drawing in DRAWINGS {
        assert!(GUIDE.contains(drawing), "{drawing}");
    }
    let credits = CREDITS.map(|credit| credit.to_string());
    let (last, others) = credits.split_last().unwrap();
    assert!(GUIDE.contains(&format!("{} y {last}", others.join(", "))));
}

/// The guide without its examples, whose links are those of the course they show.
fn own_words() -> String {
    let mut in_example = false;
    let is_own = |line: &&str| {
        let fence = line.starts_with("````");
        in_example ^= fence;
        !in_example && !fence
    };
    GUIDE.lines().filter(is_own).map(|line| format!("{line}\n")).collect()
}

/// Its own links lead to its own headings, as GitHub addresses them.
#[test]
fn its_table_of_contents_holds() {
    let letters = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' => Some(c),
        _ => None,
    };
    let titles = GUIDE.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let anchors: BTreeSet<String> =
        titles.map(|title| title.to_lowercase().chars().filter_map(letters).collect()).collect();
    let own = own_words();
    let links: Vec<&str> = own.match_indices("](#").filter_map(|(at, _)| own[at + 3..].split(')').next()).collect();
    assert!(links.len() > 10);
    for link in links {
        assert!(anchors.contains(link), "{link}");
    }
}
