//! The WebAssembly module `aula`: compiled by cargo, bound by the same version of wasm-bindgen that the code uses, so
//! nobody has to install a matching binary.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use wasm_bindgen_cli_support::Bindgen;

use super::{flags, source_folder};
use crate::cmd::Failure;

const TARGET: &str = "wasm32-unknown-unknown";

/// What to favour: `serve` wants it soon, `build` wants it small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Profile {
    Fast,
    Small,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Fast => "aula-dev",
            Profile::Small => "aula",
        }
    }
}

/// The module and the JavaScript that loads it.
#[derive(Debug, Clone)]
pub struct Aula {
    pub glue: Vec<u8>,
    pub wasm: Vec<u8>,
}

/// Adds the compilation target with rustup when it is missing.
pub fn ensure_target() -> Result<(), Failure> {
    let libraries = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let installed = libraries.is_ok_and(|output| {
        output.status.success() && Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()
    });
    if installed {
        return Ok(());
    }
    tell!("      falta el destino {TARGET}; lo añade rustup");
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    if added.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(Failure::Step(format!(
        "no se ha podido añadir el destino {TARGET}; con rustup instalado, prueba «rustup target add {TARGET}»"
    )))
}

/// Compiles and binds the module. Cargo prints its own progress; binding is skipped when nothing changed.
pub fn build(profile: Profile) -> Result<Aula, Failure> {
    let wasm = compile(profile)?;
    let out = wasm.with_file_name("aula-enlazada");
    if !is_newer(&out.join("aula_bg.wasm"), &wasm) {
        bind(&wasm, &out)?;
    }
    let read = |name: &str| {
        let path = out.join(name);
        fs::read(&path).map_err(Failure::file("no se puede leer", &path))
    };
    Ok(Aula { glue: read("aula.js")?, wasm: read("aula_bg.wasm")? })
}

fn compile(profile: Profile) -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut child = Command::new(cargo)
        .current_dir(source_folder())
        .env("CARGO_ENCODED_RUSTFLAGS", flags::encoded())
        .args(["rustc", "--lib", "--crate-type", "cdylib", "--no-default-features", "--features", "aula"])
        .args(["--target", TARGET, "--profile", profile.name(), "--message-format", "json-render-diagnostics"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::Step(format!("no se puede ejecutar cargo ({error}); hace falta Rust con rustup")))?;
    let wasm = child.stdout.take().and_then(|output| artifact(BufReader::new(output)));
    let finished = child.wait().is_ok_and(|status| status.success());
    match wasm {
        Some(path) if finished => Ok(path),
        _ => Err(Failure::Step("no se ha podido compilar el módulo aula; el mensaje de cargo está más arriba".into())),
    }
}

/// The path of our module among cargo's messages, one JSON object a line.
fn artifact(messages: impl BufRead) -> Option<PathBuf> {
    let of_line = |line: String| {
        let message: serde_json::Value = serde_json::from_str(&line).ok()?;
        (message["reason"] == "compiler-artifact" && message["target"]["name"] == "timon_y_voz").then_some(())?;
        let file = message["filenames"]
            .as_array()?
            .iter()
            .filter_map(|name| name.as_str())
            .find(|name| name.ends_with(".wasm"))?;
        Some(PathBuf::from(file))
    };
    messages.lines().map_while(Result::ok).filter_map(of_line).last()
}

fn bind(wasm: &Path, out: &Path) -> Result<(), Failure> {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_path(wasm)
        .out_name("aula")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out));
    bound.map_err(|error| Failure::Step(format!("no se ha podido enlazar el módulo aula: {error:#}")))
}

fn is_newer(made: &Path, from: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    matches!((modified(made), modified(from)), (Ok(made), Ok(from)) if made >= from)
}
