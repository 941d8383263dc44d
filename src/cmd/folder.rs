//! A course folder, read whole into memory.

use std::fs;
use std::path::Path;

use timon_y_voz::parse::{Content, SourceFile};

use super::Failure;

/// Every file below `folder`, with its path relative to it, in alphabetical order. Hidden files are passed over.
pub fn read(folder: &Path) -> Result<Vec<SourceFile>, Failure> {
    if !folder.is_dir() {
        let message = format!(
            "no existe la carpeta del curso «{}»; indica otra con --content CARPETA o entra en la carpeta del proyecto",
            folder.display()
        );
        return Err(Failure::Usage(message));
    }
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::file("no se puede leer la carpeta", folder))?;
    for entry in entries {
        let entry = entry.map_err(Failure::file("no se puede leer la carpeta", folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        let kind = entry.file_type().map_err(Failure::file("no se puede leer", &path))?;
        if kind.is_symlink() {
            // It could lead out of the folder, or round in a ring.
            return Err(Failure::Step(format!(
                "«{}» es un enlace a otro lugar; pon en su sitio una copia del archivo o de la carpeta",
                path.display()
            )));
        }
        if kind.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(Failure::file("no se puede leer", &path))?;
            let content =
                String::from_utf8(bytes).map_or_else(|error| Content::Binary(error.into_bytes()), Content::Text);
            files.push(SourceFile { path: format!("{prefix}{name}"), content });
        }
    }
    Ok(())
}
