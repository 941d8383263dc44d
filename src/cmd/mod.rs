//! The native shell: the only place that touches files, processes, the clock and the terminal.
//!
//! ```text
//! arguments ── args ──▶ Command ──▶ check | bank | build | serve | new | analyse
//!
//! build:  content/ ─ folder ─▶ SourceFiles ─ check::course ─▶ Course ┐
//!         src/ ─ site::wasm ─▶ aula.js, aula.wasm ┐                  │
//!         style/ ─ site::assets ──────────────────┴─▶ Assets ────────┴─ site::render ─▶ dist/
//! ```

// Everything printed goes through `say`, which survives a reader that leaves.
#![deny(clippy::disallowed_macros)]

#[macro_use]
mod say;

mod analyse;
mod args;
mod bank;
mod build;
mod check;
mod folder;
mod help;
mod new;
mod progress;
mod serve;
mod site;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use args::Command;

/// Why a command stopped. Each kind has its exit code, for scripts.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The content has errors, already printed. Exit code 1.
    #[error("el contenido tiene errores")]
    Content,
    /// The command was not understood. Exit code 2.
    #[error("{0}\n\nPara ver la ayuda: timon --help")]
    Usage(String),
    /// A file could not be read or written. Exit code 2.
    #[error("{doing} «{}»: {error}", path.display())]
    File { doing: &'static str, path: PathBuf, error: std::io::Error },
    /// A step of the work failed. Exit code 2.
    #[error("{0}")]
    Step(String),
}

impl Failure {
    /// Wraps an input or output error with what was being done: `Failure::file("no se puede leer", path)`.
    fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.into();
        move |error| Failure::File { doing, path, error }
    }
}

/// The date where the program runs, `2026-11-22`.
fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

/// Runs the command that the arguments name: 0 fine, 1 the content has errors, 2 wrong use or a failed step.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let outcome = args::parse(arguments).and_then(|command| match command {
        Command::Help(text) => say!("{text}"),
        Command::Check(options) => check::run(&options),
        Command::Bank(options) => bank::run(&options),
        Command::Build(options) => build::run(&options),
        Command::Serve(options) => serve::run(&options),
        Command::New(options) => new::run(&options),
        Command::Analyse(options) => analyse::run(&options),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Content) => ExitCode::from(1),
        Err(failure) => {
            tell!("error: {failure}");
            ExitCode::from(2)
        }
    }
}
