//! Every diagnostic, from a fixture of its own.
//!
//! `tests/diagnostics/base` is a small course without errors. Each other folder is laid over it: its files replace or
//! join those of the base, and the paths in `BORRAR` are taken away. A folder is named after the code it shows
//! (`E021-credito` is another way to meet E021) and gives exactly that diagnostic, once. What a person would read is kept beside
//! it in `salida.snap`; `INSTA_UPDATE=always cargo test` writes it anew.
#![cfg(feature = "parse")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use timon_y_voz::check;
use timon_y_voz::course::Course;
use timon_y_voz::diagnostics::{Code, Diagnostic, Paint, render_text, to_json};
use timon_y_voz::parse::{self, Content, SourceFile};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Content>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            collect(root, &path, files);
        } else if name != "BORRAR" && !name.contains(".snap") {
            let bytes = fs::read(&path).unwrap();
            let content =
                String::from_utf8(bytes).map_or_else(|error| Content::Binary(error.into_bytes()), Content::Text);
            files.insert(name, content);
        }
    }
}

fn course(fixture: &str) -> Vec<SourceFile> {
    let mut files = BTreeMap::new();
    collect(&fixtures().join("base"), &fixtures().join("base"), &mut files);
    collect(&fixtures().join(fixture), &fixtures().join(fixture), &mut files);
    let removed = fs::read_to_string(fixtures().join(fixture).join("BORRAR")).unwrap_or_default();
    files.retain(|path, _| !removed.lines().any(|line| line == path));
    files.into_iter().map(|(path, content)| SourceFile { path, content }).collect()
}

fn names() -> Vec<String> {
    let entries =
        fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.filter(|name| name != "base").collect();
    names.sort();
    names
}

/// As `timon check` does, on a day of its own. The bots only answer a course without errors.
fn checked(files: &[SourceFile]) -> (Course, Vec<Diagnostic>) {
    let (reading, mut found) = check::reading_on(files, Some("2027-06-01"));
    if !found.iter().any(Diagnostic::is_error) {
        found.extend(check::bank::bots_check(&reading));
    }
    (reading.course, found)
}

#[test]
fn the_base_course_is_sound() {
    let files = course("base");
    let (course, diagnostics) = checked(&files);
    assert_eq!(render_text(&diagnostics, &parse::sources(&files), Paint::Plain), "");
    assert_eq!(course.questions().count(), 6);
}

#[test]
fn every_fixture_gives_its_own_diagnostic_and_no_other() {
    for name in names() {
        let files = course(&name);
        let (_, diagnostics) = checked(&files);
        let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert_eq!(codes, [name.split('-').next().unwrap()], "{name}");
    }
}

#[test]
fn what_a_person_reads() {
    for name in names() {
        let files = course(&name);
        let (_, diagnostics) = checked(&files);
        let text = render_text(&diagnostics, &parse::sources(&files), Paint::Plain);
        for english in ["warning", "help:", "note:", "expected", "unexpected", "found"] {
            assert!(!text.contains(english), "{name} says «{english}»");
        }
        let settings = || {
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(fixtures().join(&name));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings
        };
        settings().bind(|| insta::assert_snapshot!("salida", text));
    }
}

#[test]
fn every_code_has_a_fixture() {
    let names = names();
    let shown: BTreeSet<&str> = names.iter().filter_map(|name| name.split('-').next()).collect();
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(shown, all);
}

#[test]
fn every_diagnostic_says_where_and_what_to_write() {
    for name in names() {
        let files = course(&name);
        for diagnostic in checked(&files).1 {
            assert!(!diagnostic.help.is_empty() && !diagnostic.message.is_empty(), "{name}");
            let first = diagnostic.message.chars().next().unwrap();
            assert!(!first.is_uppercase(), "{name}: «{}» begins in upper case", diagnostic.message);
            assert!(!diagnostic.message.ends_with('.') && !diagnostic.help.ends_with('.'), "{name}");
        }
    }
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    for name in names() {
        let mut files = course(&name);
        let expected = to_json(&checked(&files).1, &parse::sources(&files));
        files.reverse();
        let found = to_json(&checked(&files).1, &parse::sources(&files));
        // Of two equal ids, the one that comes later is the repeated one.
        if !name.starts_with("E032") {
            assert_eq!(found, expected, "{name}");
        }
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    let files = course("E090");
    let (_, diagnostics) = checked(&files);
    let sources = parse::sources(&files);
    let coloured = render_text(&diagnostics, &sources, Paint::Colour);
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    let mut escaped = false;
    for c in coloured.chars() {
        match c {
            '\u{1b}' => escaped = true,
            'm' if escaped => escaped = false,
            _ if escaped => {}
            c => plain.push(c),
        }
    }
    assert_eq!(plain, render_text(&diagnostics, &sources, Paint::Plain));
}

/// A question that says too little to be shown still defines its id: links to it hold, and so does every other file.
#[test]
fn a_broken_sheet_keeps_the_id_of_its_question() {
    let mut files = course("E014-ficha");
    for file in &mut files {
        if file.path == "modulos/m01/l2.md"
            && let Content::Text(text) = &mut file.content
        {
            *text = text.replace("El [tono]", "Véase [el caso](l1.md#m01-perfil). El [tono]");
        }
    }
    let codes: Vec<&str> = checked(&files).1.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    assert_eq!(codes, ["E014"]);
}
