//! The WebAssembly modules: compiled by cargo, bound by the same version of wasm-bindgen that the code uses, so nobody
//! has to install a matching binary.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use timon_y_voz::ui::Module;
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

/// A module and the JavaScript that loads it.
#[derive(Debug, Clone)]
pub struct Bound {
    pub glue: Vec<u8>,
    pub wasm: Vec<u8>,
}

/// Every module of the site.
#[derive(Debug, Clone)]
pub struct Modules {
    pub aula: Bound,
    pub tarea: Bound,
    pub taller: Bound,
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

/// Compiles and binds the modules, one after another.
pub fn build(profile: Profile) -> Result<Modules, Failure> {
    Ok(Modules {
        aula: module(Module::Aula, profile)?,
        tarea: module(Module::Tarea, profile)?,
        taller: module(Module::Taller, profile)?,
    })
}

/// Cargo prints its own progress; binding is skipped when nothing changed.
fn module(module: Module, profile: Profile) -> Result<Bound, Failure> {
    let name = module.name();
    let wasm = compile(name, profile)?;
    let out = wasm.with_file_name(format!("{name}-enlazado"));
    let (glue, bound) = (out.join(format!("{name}.js")), out.join(format!("{name}_bg.wasm")));
    if !is_newer(&bound, &wasm) {
        bind(name, &wasm, &out)?;
    }
    let read = |path: &Path| fs::read(path).map_err(Failure::file("no se puede leer", path));
    Ok(Bound { glue: read(&glue)?, wasm: read(&bound)? })
}

fn compile(name: &str, profile: Profile) -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut child = Command::new(cargo)
        .current_dir(source_folder())
        .env("CARGO_ENCODED_RUSTFLAGS", flags::encoded())
        .args(["build", "--bin", name, "--no-default-features", "--features", name])
        .args(["--target", TARGET, "--profile", profile.name(), "--message-format", "json-render-diagnostics"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::Step(format!("no se puede ejecutar cargo ({error}); hace falta Rust con rustup")))?;
    let wasm = child.stdout.take().and_then(|output| artifact(name, BufReader::new(output)));
    let finished = child.wait().is_ok_and(|status| status.success());
    match wasm {
        Some(path) if finished => Ok(path),
        _ => Err(Failure::Step(format!(
            "no se ha podido compilar el módulo {name}; el mensaje de cargo está más arriba"
        ))),
    }
}

/// The path of the module among cargo's messages, one JSON object a line.
fn artifact(name: &str, messages: impl BufRead) -> Option<PathBuf> {
    let of_line = |line: String| {
        let message: serde_json::Value = serde_json::from_str(&line).ok()?;
        (message["reason"] == "compiler-artifact" && message["target"]["name"] == name).then_some(())?;
        let file = message["filenames"]
            .as_array()?
            .iter()
            .filter_map(|name| name.as_str())
            .find(|name| name.ends_with(".wasm"))?;
        Some(PathBuf::from(file))
    };
    messages.lines().map_while(Result::ok).filter_map(of_line).last()
}

fn bind(name: &str, wasm: &Path, out: &Path) -> Result<(), Failure> {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_path(wasm)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out));
    bound.map_err(|error| Failure::Step(format!("no se ha podido enlazar el módulo {name}: {error:#}")))
}

fn is_newer(made: &Path, from: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    matches!((modified(made), modified(from)), (Ok(made), Ok(from)) if made >= from)
}
