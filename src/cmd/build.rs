//! `timon build`: the course as a folder of static files.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use timon_y_voz::ui::Place;

use super::args::BuildOptions;
use super::progress::step;
use super::site::{Site, assets, render, wasm};
use super::{Failure, check};

/// Marks a folder that this program may replace.
const MARK: &str = ".timon";

pub fn run(options: &BuildOptions) -> Result<(), Failure> {
    let places = Places::beside(&options.out)?;
    let (course, files) = step(1, 4, "Revisando el contenido", || check::course(&options.content, check::Depth::Bots))?;
    let modules =
        step(2, 4, "Compilando los módulos aula, tarea y taller (la primera vez tarda varios minutos)", || {
            wasm::ensure_target()?;
            wasm::build(wasm::Profile::Small)
        })?;
    let mut site = Site::new();
    step(3, 4, "Componiendo las páginas", || {
        let place = Place {
            base: options.base.clone(),
            assets: assets::add(&mut site, &modules, &course, &options.base)?,
            live: false,
        };
        render::add(&mut site, &course, &files, &place)
    })?;
    step(4, 4, "Escribiendo los archivos", || places.write(&site))?;
    say!("Listo: {} archivos en {}, para publicar en {}", site.len(), options.out.display(), options.base)
}

/// Where a site is written, and the two folders beside it through which one becomes the other.
#[derive(Debug)]
struct Places {
    out: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
}

impl Places {
    /// Refuses, before any work, whatever holds files of somebody else's.
    fn beside(out: &Path) -> Result<Self, Failure> {
        let name = out.file_name().ok_or_else(|| {
            Failure::Usage(format!("--out pide una carpeta con nombre propio, como dist, no «{}»", out.display()))
        })?;
        let beside = |ending: &str| {
            let mut name = name.to_os_string();
            name.push(ending);
            out.with_file_name(name)
        };
        let places = Self { out: out.to_owned(), fresh: beside(".nuevo"), old: beside(".viejo") };
        for folder in [&places.out, &places.fresh, &places.old] {
            refuse_foreign(folder)?;
        }
        Ok(places)
    }

    /// Writes beside the old site and changes one for the other at the end, so a failure leaves the old one whole.
    fn write(&self, site: &Site) -> Result<(), Failure> {
        remove(&self.fresh)?;
        // The mark goes first: what an interrupted build leaves behind is known to be ours.
        put(&self.fresh.join(MARK), b"Esta carpeta la escribe timon build: cada vez se sustituye entera.\n")?;
        put(&self.fresh.join(".nojekyll"), b"")?;
        for (path, contents) in site {
            put(&self.fresh.join(path), contents)?;
        }
        remove(&self.old)?;
        self.exchange().map_err(Failure::file("no se puede dejar el resultado en", &self.out))?;
        remove(&self.old)
    }

    fn exchange(&self) -> std::io::Result<()> {
        match fs::rename(&self.out, &self.old) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::rename(&self.fresh, &self.out).inspect_err(|_| {
            // The first error is the one to tell; there may have been no old site to put back.
            let _ = fs::rename(&self.old, &self.out);
        })
    }
}

/// A folder with files of somebody else's is never emptied.
fn refuse_foreign(folder: &Path) -> Result<(), Failure> {
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::file("no se puede escribir en la carpeta", folder)(error)),
    };
    if empty || folder.join(MARK).exists() {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "la carpeta «{}» tiene archivos que no creó esta orden; elige otra con --out o vacíala antes",
        folder.display()
    )))
}

fn put(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("no se puede crear la carpeta", folder))?;
    }
    fs::write(path, contents).map_err(Failure::file("no se puede escribir", path))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file("no se puede vaciar", folder)(error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn nothing_of_somebody_elses_is_taken_away() {
        let room = tempfile::tempdir().unwrap();
        let out = room.path().join("w");
        for theirs in ["w", "w.nuevo", "w.viejo"] {
            let file = room.path().join(theirs).join("tesis.txt");
            put(&file, b"no borrar").unwrap();
            assert!(matches!(Places::beside(&out), Err(Failure::Usage(_))), "{theirs}");
            assert!(file.exists(), "{theirs}");
            fs::remove_dir_all(room.path().join(theirs)).unwrap();
        }
        fs::write(&out, "un archivo").unwrap();
        assert!(matches!(Places::beside(&out), Err(Failure::File { .. })));
    }

    #[test]
    fn a_site_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it() {
        let room = tempfile::tempdir().unwrap();
        let out = room.path().join("w");
        for page in ["antes.html", "ahora.html"] {
            let site = Site::from([(page.to_owned(), Vec::new())]);
            Places::beside(&out).unwrap().write(&site).unwrap();
            assert_eq!(names(&out), [".nojekyll", MARK, page]);
        }
        assert_eq!(names(room.path()), ["w"]);
    }

    #[test]
    fn a_failed_exchange_leaves_the_old_site_whole() {
        let room = tempfile::tempdir().unwrap();
        let places = Places::beside(&room.path().join("w")).unwrap();
        places.write(&Site::from([("antes.html".to_owned(), Vec::new())])).unwrap();
        assert!(places.exchange().is_err(), "there is no new site to put");
        assert_eq!(names(&places.out), [".nojekyll", MARK, "antes.html"]);
    }
}
