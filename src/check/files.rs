//! Nothing is missing, empty or left out of the list that should name it.

use super::references::lessons_in;
use super::{about_file, at};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::parse::{Kind, PageKind, Place, Reading, Target};

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    missing(reading, diagnostics);
    unlisted_modules(reading, diagnostics);
    for (folder, list) in &reading.lists.lessons {
        lessons_of(reading, folder, list.as_deref(), diagnostics);
    }
}

fn missing(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    if !reading.lists.has_course {
        let help = "créalo en la carpeta del curso, con formato, id, titulo, lema, descripcion, umbral y modulos";
        diagnostics.push(about_file("curso.toml", Code::FileMissing, "falta el archivo «curso.toml»", help));
    }
    if !reading.pages.contains_key("competencias.md") {
        let help = "créalo en la carpeta del curso, con las competencias que miden las preguntas";
        diagnostics.push(about_file("competencias.md", Code::FileMissing, "falta el archivo «competencias.md»", help));
    }
    let cited = |target: &Target| matches!(target, Target::Source(_));
    if !reading.pages.contains_key("fuentes.md")
        && let Some(reference) = reading.references.iter().find(|reference| cited(&reference.target))
    {
        let help = "crea fuentes.md con la tabla de fuentes, o deja fuentes = []";
        diagnostics.push(at(
            &reference.place,
            Code::FileMissing,
            "aquí se cita una fuente, y falta el archivo «fuentes.md»",
            "fuente citada",
            help,
        ));
    }
    for folder in folders(reading).filter(|folder| !reading.lists.lessons.contains_key(*folder)) {
        let path = format!("modulos/{folder}/modulo.md");
        if !reading.pages.contains_key(&path) {
            let help = "créalo con su id, titulo, funcion, lecciones y objetivos";
            diagnostics.push(about_file(
                &path,
                Code::FileMissing,
                format!("a la carpeta «{folder}» le falta «modulo.md»"),
                help,
            ));
        }
    }
}

/// The folders that hold lessons, each once.
fn folders(reading: &Reading) -> impl Iterator<Item = &str> {
    let mut last = "";
    reading.pages.iter().filter(|(_, page)| matches!(page.kind, PageKind::Lesson(_))).filter_map(move |(path, _)| {
        let folder = path.split('/').nth(1)?;
        (std::mem::replace(&mut last, folder) != folder).then_some(folder)
    })
}

fn unlisted_modules(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let Some(list) = &reading.lists.modules else { return };
    let known: Vec<&str> = reading
        .pages
        .values()
        .filter_map(|page| match &page.kind {
            PageKind::Module(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    for (path, page) in &reading.pages {
        if let PageKind::Module(id) = &page.kind
            && !named(list, id.as_str(), &known)
        {
            let help = format!("añade \"{id}\" a «modulos» en curso.toml, en el lugar que le toque");
            let message = format!("ninguna lista nombra el módulo «{id}», así que no se vería");
            diagnostics.push(at(
                &place_of(reading, Kind::Module, path),
                Code::ModuleUnlisted,
                message,
                "fuera de la lista",
                help,
            ));
        }
    }
}

fn lessons_of(reading: &Reading, folder: &str, list: Option<&[String]>, diagnostics: &mut Vec<Diagnostic>) {
    let mine = format!("modulos/{folder}/");
    let lessons: Vec<(&str, &str)> = lessons_in(reading, &mine).collect();
    let module = format!("{mine}modulo.md");
    if lessons.is_empty() {
        let help = format!("añade al menos una lección en {mine} y nómbrala en «lecciones»");
        diagnostics.push(at(
            &place_of(reading, Kind::Module, &module),
            Code::ModuleEmpty,
            "este módulo no tiene lecciones",
            "módulo vacío",
            help,
        ));
    }
    let Some(list) = list else { return };
    let known: Vec<&str> = lessons.iter().map(|(_, id)| *id).collect();
    for (path, id) in lessons.into_iter().filter(|(_, id)| !named(list, id, &known)) {
        let help = format!("añade \"{id}\" a «lecciones» en {module}, en el lugar que le toque");
        let message = format!("ninguna lista nombra la lección «{id}», así que no se vería");
        diagnostics.push(at(
            &place_of(reading, Kind::Lesson, path),
            Code::LessonUnlisted,
            message,
            "fuera de la lista",
            help,
        ));
    }
}

/// Whether the list names an id; a slip in it is reported where it stands, and once is enough.
fn named(list: &[String], id: &str, known: &[&str]) -> bool {
    let slip = |listed: &str| !known.contains(&listed) && nearest(listed, [id]).is_some();
    list.iter().any(|listed| listed == id) || list.iter().any(|listed| slip(listed))
}

/// Where the file gives its own id; its beginning when it gives none.
fn place_of(reading: &Reading, kind: Kind, path: &str) -> Place {
    let own = reading.definitions.iter().find(|found| found.kind == kind && found.place.path == path);
    own.map_or_else(|| Place { path: path.to_string(), span: 0..0, line: 1 }, |found| found.place.clone())
}
