//! Sees changes of content, style and code, and does what each one needs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Shared, compose};
use crate::cmd::Failure;
use crate::cmd::progress::seconds;
use crate::cmd::site::source_folder;
use crate::cmd::site::wasm::Modules;

/// Changes closer together than this are one: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(80);

/// What is done again when something changes.
pub struct Work {
    pub content: PathBuf,
    pub modules: Modules,
    pub shared: Shared,
    /// This program's file, as it was called when it began: a new build takes its place on the disk.
    pub program: PathBuf,
}

/// Watches until what it returns is dropped.
pub fn start(work: Work) -> Result<RecommendedWatcher, Failure> {
    let failed = |error| Failure::Step(format!("no se pueden vigilar los cambios: {error}"));
    let (seen, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Composing reads every file; only what alters one is a change.
        if let Ok(event) = event
            && !matches!(event.kind, EventKind::Access(_))
        {
            // Nobody receives once the program is ending.
            let _ = seen.send(event.paths);
        }
    })
    .map_err(failed)?;
    let source = source_folder();
    for watched in [work.content.clone(), source.join("style"), source.join("src"), source.join("index.html")] {
        watcher.watch(&watched, RecursiveMode::Recursive).map_err(failed)?;
    }
    std::thread::spawn(move || {
        while let Some(paths) = together(&changes) {
            work.react(&paths);
        }
    });
    Ok(watcher)
}

/// The next changes, all those that come without a pause; `None` when there will be no more.
fn together(changes: &mpsc::Receiver<Vec<PathBuf>>) -> Option<Vec<PathBuf>> {
    let mut paths = changes.recv().ok()?;
    while let Ok(more) = changes.recv_timeout(QUIET) {
        paths.extend(more);
    }
    Some(paths)
}

impl Work {
    fn react(&self, paths: &[PathBuf]) {
        if paths.iter().any(|path| path.extension().is_some_and(|extension| extension == "rs")) {
            return restart(&self.program);
        }
        let start = Instant::now();
        match compose(&self.content, &self.modules) {
            Ok(fresh) => {
                if let Ok(mut site) = self.shared.site.write() {
                    *site = fresh;
                }
                // Nobody listening is no error: no page is open.
                let _ = self.shared.reload.send(());
                tell!("Cambios al día en {}", seconds(start));
            }
            Err(Failure::Content) => {
                tell!("Se sigue mostrando la versión anterior hasta que se corrija lo señalado.");
            }
            Err(failure) => tell!("error: {failure}"),
        }
    }
}

/// Compiles this program and, if that works, takes its own place with the same arguments.
fn restart(program: &Path) {
    tell!("El código ha cambiado: compilando…");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).current_dir(source_folder()).args(["build", "--bin", "timon"]).status();
    if !built.is_ok_and(|status| status.success()) {
        tell!("Se sigue mostrando la versión anterior hasta que el código compile.");
        return;
    }
    replace_self(program);
}

#[cfg(unix)]
fn replace_self(program: &Path) {
    use std::os::unix::process::CommandExt;
    let error = Command::new(program).args(std::env::args_os().skip(1)).exec();
    tell!("error: no se ha podido volver a empezar ({error}); ejecuta la orden de nuevo");
}

#[cfg(not(unix))]
fn replace_self(_program: &Path) {
    tell!("El programa nuevo está listo: ejecuta la orden de nuevo para usarlo.");
}
