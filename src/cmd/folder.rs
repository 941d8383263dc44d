//! A course folder, read whole into memory.

use std::fs::{self, FileType};
use std::path::Path;

use timon_y_voz::diagnostics::{Code, Diagnostic};
use timon_y_voz::parse::{Content, SourceFile};

use super::Failure;

/// What a course folder holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// Every file, with its path relative to the folder, in alphabetical order. Hidden files are passed over.
    pub files: Vec<SourceFile>,
    /// What is neither a file nor a folder. Links are not followed: one may lead outside the course, or to itself.
    pub strange: Vec<Diagnostic>,
}

/// Reads the course folder at `path`, which may itself be a link.
pub fn read(path: &Path) -> Result<Folder, Failure> {
    if !path.is_dir() {
        let message = format!(
            "no existe la carpeta del curso «{}»; indica otra con --content CARPETA o entra en la carpeta del proyecto",
            path.display()
        );
        return Err(Failure::Usage(message));
    }
    let mut folder = Folder::default();
    collect(path, "", &mut folder)?;
    folder.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(folder)
}

fn collect(place: &Path, prefix: &str, folder: &mut Folder) -> Result<(), Failure> {
    let entries = fs::read_dir(place).map_err(Failure::file("no se puede leer la carpeta", place))?;
    for entry in entries {
        let entry = entry.map_err(Failure::file("no se puede leer la carpeta", place))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let (place, path) = (entry.path(), format!("{prefix}{name}"));
        let kind = entry.file_type().map_err(Failure::file("no se puede leer", &place))?;
        if kind.is_dir() {
            collect(&place, &format!("{path}/"), folder)?;
        } else if kind.is_file() {
            let bytes = fs::read(&place).map_err(Failure::file("no se puede leer", &place))?;
            let content =
                String::from_utf8(bytes).map_or_else(|error| Content::Binary(error.into_bytes()), Content::Text);
            folder.files.push(SourceFile { path, content });
        } else {
            folder.strange.push(strange(path, kind));
        }
    }
    Ok(())
}

fn strange(path: String, kind: FileType) -> Diagnostic {
    let (message, help) = if kind.is_symlink() {
        ("esto es un enlace simbólico, y el curso no los sigue", "pon aquí el archivo mismo, o quita el enlace")
    } else {
        ("esto no es un archivo ni una carpeta", "quítalo de la carpeta del curso")
    };
    let (message, help) = (message.to_owned(), help.to_owned());
    Diagnostic { code: Code::FileUnknown, path, span: 0..0, message, label: String::new(), help }
}
