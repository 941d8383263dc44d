//! The files that pages refer to, each named after its contents, so that a browser may keep it for ever.

use std::fs;
use std::path::Path;

use timon_y_voz::course::Course;
use timon_y_voz::ui::{self, AssetPaths, Module, ModulePaths};

use super::wasm::{Bound, Modules};
use super::{Site, source_folder};
use crate::cmd::Failure;

/// The style sheets, in the order in which they are joined into one.
const STYLES: [&str; 12] = [
    "tokens.css",
    "base.css",
    "trama.css",
    "marco.css",
    "prosa.css",
    "caso.css",
    "dibujos.css",
    "perfil.css",
    "simulacion.css",
    "practica.css",
    "docente.css",
    "estado.css",
];

/// Adds the assets to the site and says where each one is.
pub fn add(site: &mut Site, modules: &Modules, course: &Course, base: &str) -> Result<AssetPaths, Failure> {
    let browser = source_folder().join("src/ui/browser");
    Ok(AssetPaths {
        aula: module(site, Module::Aula, &modules.aula)?,
        tarea: module(site, Module::Tarea, &modules.tarea)?,
        taller: module(site, Module::Taller, &modules.taller)?,
        theme: named(site, "tema", "js", text(&browser.join("tema.js"))?.into_bytes()),
        style: named(site, "estilo", "css", styles()?.into_bytes()),
        search: named(site, "busqueda", "json", json(&ui::search_index(course, base))?),
        bank: named(site, "banco", "json", json(&course.items())?),
        icon: named(site, "signo", "svg", text(&source_folder().join("style/signo.svg"))?.into_bytes()),
    })
}

/// A module, its glue, and the loader that asks for both by the names that their contents give them.
fn module(site: &mut Site, module: Module, bound: &Bound) -> Result<ModulePaths, Failure> {
    let name = module.name();
    let wasm = named(site, name, "wasm", bound.wasm.clone());
    let glue = named(site, name, "js", bound.glue.clone());
    let loader = text(&source_folder().join("src/ui/browser/arranque.js"))?
        .replace("./modulo.js", &format!("./{}", file_name(&glue)))
        .replace("./modulo.wasm", &format!("./{}", file_name(&wasm)));
    Ok(ModulePaths { loader: named(site, &format!("arranque-{name}"), "js", loader.into_bytes()), glue, wasm })
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value)
        .map_err(|error| Failure::Step(format!("no se puede escribir un archivo de datos: {error}")))
}

fn styles() -> Result<String, Failure> {
    STYLES.iter().map(|name| text(&source_folder().join("style").join(name))).collect()
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::file("no se puede leer", path))
}

fn named(site: &mut Site, stem: &str, extension: &str, contents: Vec<u8>) -> String {
    let path = format!("activos/{stem}-{:016x}.{extension}", timon_y_voz::course::fnv1a(&contents));
    site.insert(path.clone(), contents);
    path
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
