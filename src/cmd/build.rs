//! `timon build`: the course as a folder of static files.

use std::fs;
use std::path::{Path, PathBuf};

use timon_y_voz::ui::Place;

use super::args::BuildOptions;
use super::progress::step;
use super::site::{Site, assets, render, wasm};
use super::{Failure, check};

/// Marks a folder that this program may replace.
const MARK: &str = ".timon";

pub fn run(options: &BuildOptions) -> Result<(), Failure> {
    for folder in [options.out.clone(), beside(&options.out, "nuevo"), beside(&options.out, "viejo")] {
        refuse_foreign(&folder)?;
    }
    let (course, files) = step(1, 4, "Revisando el contenido", || check::course(&options.content))?;
    let aula = step(2, 4, "Compilando el módulo aula (la primera vez tarda varios minutos)", || {
        wasm::ensure_target()?;
        wasm::build(wasm::Profile::Small)
    })?;
    let mut site = Site::new();
    step(3, 4, "Componiendo las páginas", || {
        let place = Place { base: options.base.clone(), assets: assets::add(&mut site, &aula)?, live: false };
        render::add(&mut site, &course, &files, &place)
    })?;
    step(4, 4, "Escribiendo los archivos", || write(&site, &options.out))?;
    say!("Listo: {} archivos en {}, para publicar en {}", site.len(), options.out.display(), options.base);
    Ok(())
}

/// A folder with files of somebody else's is never emptied.
fn refuse_foreign(out: &Path) -> Result<(), Failure> {
    let empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if empty || out.join(MARK).exists() {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "la carpeta «{}» tiene archivos que no creó esta orden; elige otra con --out o vacíala antes",
        out.display()
    )))
}

/// Writes beside the old site and changes one for the other at the end, so a failure leaves the old one whole.
fn write(site: &Site, out: &Path) -> Result<(), Failure> {
    let (fresh, old) = (beside(out, "nuevo"), beside(out, "viejo"));
    remove(&fresh)?;
    put(&fresh.join(MARK), b"Esta carpeta la escribe timon build: cada vez se sustituye entera.\n")?;
    for (path, contents) in site {
        put(&fresh.join(path), contents)?;
    }
    put(&fresh.join(".nojekyll"), b"")?;
    remove(&old)?;
    if out.exists() {
        fs::rename(out, &old).map_err(Failure::file("no se puede apartar", out))?;
    }
    fs::rename(&fresh, out).map_err(Failure::file("no se puede dejar el resultado en", out))?;
    remove(&old)
}

/// `dist` and `nuevo` give `dist.nuevo`, in the same folder.
fn beside(out: &Path, what: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{what}"));
    out.with_file_name(name)
}

fn put(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("no se puede crear la carpeta", folder))?;
    }
    fs::write(path, contents).map_err(Failure::file("no se puede escribir", path))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::file("no se puede vaciar", folder)(error))
        }
        _ => Ok(()),
    }
}
