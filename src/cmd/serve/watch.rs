//! Sees changes of content, style and code, and does what each one needs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use super::{Shared, compose};
use crate::cmd::Failure;
use crate::cmd::progress::seconds;
use crate::cmd::site::source_folder;
use crate::cmd::site::wasm::Aula;

/// Changes closer together than this are one: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(80);

/// Watches until what it returns is dropped.
pub fn start(content: PathBuf, aula: Aula, shared: Shared) -> Result<Debouncer<RecommendedWatcher>, Failure> {
    let failed = |error| Failure::Step(format!("no se pueden vigilar los cambios: {error}"));
    let folder = content.clone();
    let mut debouncer = new_debouncer(QUIET, move |events: DebounceEventResult| {
        let Ok(events) = events else { return };
        let paths: Vec<&Path> = events.iter().map(|event| event.path.as_path()).collect();
        react(&paths, &folder, &aula, &shared);
    })
    .map_err(failed)?;
    let source = source_folder();
    for watched in [content, source.join("style"), source.join("src"), source.join("index.html")] {
        debouncer.watcher().watch(&watched, RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(debouncer)
}

fn react(paths: &[&Path], content: &Path, aula: &Aula, shared: &Shared) {
    if paths.iter().any(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        return restart();
    }
    let start = Instant::now();
    match compose(content, aula) {
        Ok(fresh) => {
            if let Ok(mut site) = shared.site.write() {
                *site = fresh;
            }
            // Nobody listening is no error: no page is open.
            let _ = shared.reload.send(());
            eprintln!("Cambios al día en {}", seconds(start));
        }
        Err(Failure::Content) => eprintln!("Se sigue mostrando la versión anterior hasta que se corrija lo señalado."),
        Err(failure) => eprintln!("error: {failure}"),
    }
}

/// Compiles this program and, if that works, takes its own place with the same arguments.
fn restart() {
    eprintln!("El código ha cambiado: compilando…");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).current_dir(source_folder()).args(["build", "--bin", "timon"]).status();
    if !built.is_ok_and(|status| status.success()) {
        eprintln!("Se sigue mostrando la versión anterior hasta que el código compile.");
        return;
    }
    replace_self();
}

#[cfg(unix)]
fn replace_self() {
    use std::os::unix::process::CommandExt;
    if let Ok(program) = std::env::current_exe() {
        let error = Command::new(program).args(std::env::args_os().skip(1)).exec();
        eprintln!("error: no se ha podido volver a empezar ({error}); ejecuta la orden de nuevo");
    }
}

#[cfg(not(unix))]
fn replace_self() {
    eprintln!("El programa nuevo está listo: ejecuta la orden de nuevo para usarlo.");
}
