//! The walls of the house: which room may name which. `ARCHITECTURE.md` prints the same table.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms of ours that its code may name.
const MAY_USE: [(&str, &[&str]); 6] = [
    ("course", &[]),
    ("assess", &["course"]),
    ("learner", &["course", "assess"]),
    ("diagnostics", &[]),
    ("parse", &["course", "diagnostics"]),
    ("check", &["course", "assess", "diagnostics", "parse"]),
];

/// What no pure room may name, whatever the lints know of it.
const OUTSIDE: [&str; 7] = ["std::fs", "std::io", "std::env", "std::time", "web_sys", "js_sys", "leptos"];

#[test]
fn pure_rooms_name_only_what_they_may() {
    for (room, allowed) in MAY_USE {
        for (path, line) in code_of(&format!("src/{room}")) {
            for other in rooms().filter(|other| other != room && !allowed.contains(&other.as_str())) {
                assert!(!line.contains(&format!("crate::{other}")), "{}: {room} names {other}: {line}", path.display());
            }
            for name in OUTSIDE {
                assert!(!line.contains(name), "{}: {room} names {name}: {line}", path.display());
            }
        }
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
        for other in ["parse", "check", "diagnostics"] {
            assert!(!line.contains(&format!("crate::{other}")), "{}: {line}", path.display());
        }
    }
}

#[test]
fn nobody_names_the_command_line() {
    for room in rooms() {
        for (path, line) in code_of(&format!("src/{room}")) {
            assert!(!line.contains("crate::cmd"), "{}: {line}", path.display());
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
