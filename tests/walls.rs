//! The walls of the house: which room may name which. `ARCHITECTURE.md` prints the same table.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms of ours that its code may name.
const MAY_USE: [(&str, &[&str]); 8] = [
    ("course", &[]),
    ("assess", &["course"]),
    ("learner", &["course", "assess"]),
    ("diagnostics", &[]),
    ("parse", &["course", "diagnostics"]),
    ("search", &[]),
    ("exchange", &["course", "assess", "learner"]),
    ("check", &["course", "assess", "diagnostics", "parse"]),
];

/// What no pure room may name, whatever the lints know of it.
const OUTSIDE: [&str; 10] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "web_sys",
    "js_sys",
    "leptos",
];

/// Ways to name several things, or all, without writing each after its root: they would pass unseen.
const HIDING: [&str; 6] = ["crate::{", "crate::*", "crate as ", "std::{", "std::*", "std as "];

#[test]
fn pure_rooms_name_only_what_they_may() {
    for (room, allowed) in MAY_USE {
        for (path, line) in code_of(&format!("src/{room}")) {
            let strays = strays(room, allowed, &path, &line);
            assert_eq!(strays, [""; 0], "{}: {room} may not name them: {line}", path.display());
        }
    }
}

/// What a line of a pure room names and may not.
fn strays(room: &str, allowed: &[&str], path: &Path, line: &str) -> Vec<String> {
    let line = from_root(path, line);
    let others = rooms().filter(|other| other != room && !allowed.contains(&other.as_str()));
    let others = others.map(|other| format!("crate::{other}"));
    let outside = OUTSIDE.iter().chain(&HIDING).map(|name| name.to_string());
    others.chain(outside).filter(|name| line.contains(name)).collect()
}

/// The line with `crate::` for as many `super::` as lead out of the file's room.
fn from_root(path: &Path, line: &str) -> String {
    let folders = path.strip_prefix("src").unwrap().parent().unwrap().components().count();
    let depth = if path.ends_with("mod.rs") { folders } else { folders + 1 };
    line.replace(&"super::".repeat(depth), "crate::")
}

#[test]
fn no_way_of_naming_a_room_escapes() {
    for (path, line, found) in [
        ("src/parse/links.rs", "use crate::ui::Place;", Some("crate::ui")),
        ("src/parse/links.rs", "use crate::{parse, ui};", Some("crate::{")),
        ("src/parse/links.rs", "use crate::{", Some("crate::{")),
        ("src/parse/links.rs", "use super::super::ui::Place;", Some("crate::ui")),
        ("src/parse/links.rs", "use super::super::{learner, ui};", Some("crate::{")),
        ("src/parse/mod.rs", "use super::ui::Place;", Some("crate::ui")),
        ("src/parse/deep/er.rs", "use super::super::super::ui;", Some("crate::ui")),
        ("src/parse/links.rs", "std::process::exit(1);", Some("std::process")),
        ("src/parse/links.rs", "use std::{fs, net};", Some("std::{")),
        ("src/parse/links.rs", "use super::uid;", None),
        ("src/parse/deep/er.rs", "use super::super::links::tags;", None),
        ("src/parse/links.rs", "use crate::course::{Html, TermId};", None),
    ] {
        let strays = strays("parse", &["course", "diagnostics"], Path::new(path), line);
        assert_eq!(strays.first().map(String::as_str), found, "{path}: {line}");
    }
}

#[test]
fn only_the_browser_folder_names_web_sys() {
    for (path, line) in code_of("src/ui") {
        let at_home = path.starts_with("src/ui/browser");
        // Leptos re-exports it for the types of events.
        let names = line.replace("leptos::web_sys", "").contains("web_sys");
        assert!(at_home || !names, "{}: {line}", path.display());
        assert!(!line.contains("std::fs"), "{}: {line}", path.display());
    }
}

#[test]
fn the_screens_do_not_read_markdown() {
    for (path, line) in code_of("src/ui") {
        let named = from_root(&path, &line);
        for other in ["parse", "check", "diagnostics", "{"] {
            assert!(!named.contains(&format!("crate::{other}")), "{}: {line}", path.display());
        }
    }
}

fn rooms() -> impl Iterator<Item = String> {
    MAY_USE.iter().map(|(room, _)| (*room).to_owned()).chain(["ui".to_owned()])
}

/// The lines of code of a room, without comments and without what follows its unit tests.
fn code_of(room: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = Vec::new();
    for file in rust_files(&root.join(room)) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
        let code = code.filter(|line| !line.trim_start().starts_with("//"));
        let path = file.strip_prefix(root).unwrap().to_owned();
        lines.extend(code.map(|line| (path.clone(), line.to_owned())));
    }
    assert!(!lines.is_empty(), "{room} has no code");
    lines
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
