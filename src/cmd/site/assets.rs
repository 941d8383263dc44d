//! The files that pages refer to, each named after its contents, so that a browser may keep it for ever.

use std::fs;
use std::path::Path;

use timon_y_voz::course::Course;
use timon_y_voz::ui::{self, AssetPaths};

use super::wasm::Aula;
use super::{Site, source_folder};
use crate::cmd::Failure;

/// The style sheets, in the order in which they are joined into one.
const STYLES: [&str; 11] = [
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
    "estado.css",
];

/// Adds the assets to the site and says where each one is.
pub fn add(site: &mut Site, aula: &Aula, course: &Course, base: &str) -> Result<AssetPaths, Failure> {
    let browser = source_folder().join("src/ui/browser");
    let wasm = named(site, "aula", "wasm", aula.wasm.clone());
    let glue = named(site, "aula", "js", aula.glue.clone());
    let loader = text(&browser.join("arranque.js"))?
        .replace("./aula.js", &format!("./{}", file_name(&glue)))
        .replace("./aula.wasm", &format!("./{}", file_name(&wasm)));
    Ok(AssetPaths {
        loader: named(site, "arranque", "js", loader.into_bytes()),
        theme: named(site, "tema", "js", text(&browser.join("tema.js"))?.into_bytes()),
        style: named(site, "estilo", "css", styles()?.into_bytes()),
        search: named(site, "busqueda", "json", json(&ui::search_index(course, base))?),
        bank: named(site, "banco", "json", json(&course.items())?),
        icon: named(site, "signo", "svg", text(&source_folder().join("style/signo.svg"))?.into_bytes()),
        wasm,
        glue,
    })
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
