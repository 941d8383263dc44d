//! The small course, and its pages under a path.

use std::fs;
use std::path::Path;

use timon_y_voz::check;
use timon_y_voz::course::Course;
use timon_y_voz::parse::{Content, SourceFile};
use timon_y_voz::ui::{self, AssetPaths, ModulePaths, Page, Place};

/// The one course of these tests, without problems.
pub fn small() -> Course {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    let (course, found) = check::course(&files);
    assert_eq!(found, [], "the small course is sound");
    course
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.push(SourceFile { path: name, content: Content::Text(fs::read_to_string(&path).unwrap()) });
        }
    }
}

pub fn place() -> Place {
    let asset = |name: &str| format!("activos/{name}");
    let module = |name: &str| ModulePaths {
        loader: format!("activos/arranque-{name}.js"),
        glue: format!("activos/{name}.js"),
        wasm: format!("activos/{name}.wasm"),
    };
    Place {
        base: "/curso/".into(),
        assets: AssetPaths {
            style: asset("estilo.css"),
            theme: asset("tema.js"),
            aula: module("aula"),
            tarea: module("tarea"),
            taller: module("taller"),
            bank: asset("banco.json"),
            search: asset("busqueda.json"),
            icon: asset("signo.svg"),
        },
        live: false,
    }
}

pub fn pages() -> Vec<Page> {
    ui::pages(&small(), &place())
}

/// The page with this path.
pub fn page(path: &str) -> Page {
    pages().into_iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no page {path}"))
}

/// Every page as it is written.
pub fn written() -> Vec<(String, String)> {
    let shell = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    pages().iter().map(|page| (page.path.clone(), page.poured_into(&shell, &place()))).collect()
}
