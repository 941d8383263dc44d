//! Nothing panics, whatever the text, and every place that is pointed at exists.
#![cfg(feature = "parse")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use timon_y_voz::check;
use timon_y_voz::diagnostics::{Paint, render_text, to_json};
use timon_y_voz::parse::{self, Content, SourceFile};

const LESSON: &str = include_str!("diagnostics/base/modulos/m01/l1.md");
const MULTIPLE: &str = include_str!("diagnostics/base/modulos/m01/l2.md");
const ORDER: &str = include_str!("diagnostics/base/modulos/m01/l3.md");
const MATCH: &str = include_str!("diagnostics/base/modulos/m01/l4.md");
const RATE: &str = include_str!("diagnostics/base/modulos/m01/l6.md");
const COMPETENCIES: &str = include_str!("diagnostics/base/competencias.md");
const GLOSSARY: &str = include_str!("diagnostics/base/glosario.md");
const SOURCES: &str = include_str!("diagnostics/base/fuentes.md");
const COURSE: &str = include_str!("diagnostics/base/curso.toml");
const MODULE: &str = include_str!("diagnostics/base/modulos/m01/modulo.md");

/// Each file of a small course, with a valid text to spoil.
const FILES: [(&str, &str); 10] = [
    ("modulos/m01/l1.md", LESSON),
    ("modulos/m01/l2.md", MULTIPLE),
    ("modulos/m01/l3.md", ORDER),
    ("modulos/m01/l4.md", MATCH),
    ("modulos/m01/l6.md", RATE),
    ("competencias.md", COMPETENCIES),
    ("glosario.md", GLOSSARY),
    ("fuentes.md", SOURCES),
    ("curso.toml", COURSE),
    ("modulos/m01/modulo.md", MODULE),
];

/// The course with one of its files replaced: reads, checks and renders, and looks at every place.
fn survives(path: &str, text: &str) {
    let mut contents: BTreeMap<&str, &str> = FILES.into_iter().collect();
    contents.insert(path, text);
    let files: Vec<SourceFile> = contents
        .iter()
        .map(|(path, text)| SourceFile { path: path.to_string(), content: Content::Text(text.to_string()) })
        .collect();
    let (course, diagnostics) = check::course(&files);
    for diagnostic in &diagnostics {
        let Some(text) = contents.get(diagnostic.path.as_str()) else {
            assert_eq!(diagnostic.span, 0..0, "{diagnostic:?}");
            continue;
        };
        assert!(text.get(diagnostic.span.clone()).is_some(), "{diagnostic:?} is not a place of its file");
    }
    let sources = parse::sources(&files);
    assert_eq!(render_text(&diagnostics, &sources, Paint::Plain).is_empty(), diagnostics.is_empty());
    let _ = to_json(&diagnostics, &sources);
    let _ = course.items();
}

/// One way to spoil a text.
#[derive(Debug, Clone)]
enum Spoil {
    DeleteLine(usize),
    DuplicateLine(usize),
    SwapLines(usize, usize),
    Insert(usize, String),
    Truncate(usize),
    Windows,
}

fn spoils() -> impl Strategy<Value = Spoil> {
    let garbage = prop_oneof![
        "\\PC{0,20}",
        "[\\[\\]()!#>`~*_|:+{}<&;,.= \\n\\t\\\\0-9ax-]{1,12}",
        prop::sample::select(vec![
            "\n+++\n",
            "\n```",
            "\n````ficha\n",
            "<!--",
            "[^1]",
            "\n[^1]: x\n",
            "> ",
            "\n\n    ",
            "- [ ] ",
            "- [x] `1`\n",
            "|",
            "\r\n",
            "\u{feff}",
            "\n### x {#x .unica}\n",
            "{.escena}",
            "\n: dato\n",
            "![](",
            "[a][b]",
            "**",
            "\n> [!CAUTION]\n",
            "\n---\n",
            "\n##x",
            "! [a](b.svg)",
            "] (#a) https://á",
            "é",
            "\0",
        ])
        .prop_map(str::to_string),
    ];
    prop_oneof![
        any::<usize>().prop_map(Spoil::DeleteLine),
        any::<usize>().prop_map(Spoil::DuplicateLine),
        any::<(usize, usize)>().prop_map(|(a, b)| Spoil::SwapLines(a, b)),
        (any::<usize>(), garbage).prop_map(|(at, text)| Spoil::Insert(at, text)),
        any::<usize>().prop_map(Spoil::Truncate),
        Just(Spoil::Windows),
    ]
}

fn spoiled(text: &str, spoil: &Spoil) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let n = lines.len().max(1);
    match spoil {
        Spoil::DeleteLine(at) if !lines.is_empty() => drop(lines.remove(at % n)),
        Spoil::DuplicateLine(at) if !lines.is_empty() => lines.insert(at % n, lines[at % n]),
        Spoil::SwapLines(a, b) if !lines.is_empty() => lines.swap(a % n, b % n),
        Spoil::Insert(at, garbage) => {
            let at = text.floor_char_boundary(at % (text.len() + 1));
            return format!("{}{garbage}{}", &text[..at], &text[at..]);
        }
        Spoil::Truncate(at) => return text[..text.floor_char_boundary(at % (text.len() + 1))].to_string(),
        Spoil::Windows => return text.replace('\n', "\r\n"),
        _ => {}
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_in_any_file(file in 0..FILES.len(), text in "\\PC*|[\\[\\]()!#>`~*_|:+{}<\" \\n\\t=0-9a-x-]{0,200}") {
        survives(FILES[file].0, &text);
    }

    #[test]
    fn any_spoilt_file(file in 0..FILES.len(), spoils in prop::collection::vec(spoils(), 1..4)) {
        let (path, text) = FILES[file];
        let text = spoils.iter().fold(text.to_string(), |text, spoil| spoiled(&text, spoil));
        survives(path, &text);
    }

    #[test]
    fn any_svg(text in "<svg[ a-zA-Z0-9=\"'<>/-]{0,60}>|<svg [a-z]{1,6}=\"\\PC{0,9}\">(<(on|script|a href='é')/>){0,3}</svg>|\\PC*") {
        let file = SourceFile { path: "img/a.svg".into(), content: Content::Text(text) };
        let _ = check::course(&[file]);
    }
}

#[test]
fn every_lesson_cut_at_every_character() {
    for (path, text) in [FILES[0], FILES[3]] {
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)).step_by(3) {
            survives(path, &text[..at]);
        }
    }
}

/// An editor on Windows changes the line ends and may write a byte order mark: the course stays the same.
#[test]
fn windows_files_read_the_same() {
    let read = |change: &dyn Fn(&str) -> String| {
        let file =
            |(path, text): (&str, &str)| SourceFile { path: path.to_string(), content: Content::Text(change(text)) };
        check::course(&FILES.map(file))
    };
    let (course, diagnostics) = read(&str::to_string);
    let (windows, windows_diagnostics) = read(&|text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let codes =
        |diagnostics: &[timon_y_voz::diagnostics::Diagnostic]| diagnostics.iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes(&windows_diagnostics), codes(&diagnostics));
    assert_eq!(windows.items(), course.items());
}
