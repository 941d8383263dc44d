//! `curso.toml`: what the course is called and in what order its modules come.

use super::findings::{Kind, Log, Target};
use super::lesson::references;
use super::toml_fields::{Fields, Located};
use super::{ids, values};
use crate::course::{Course, ModuleId, Route};
use crate::diagnostics::Code;

const KEYS: [&str; 8] = ["formato", "id", "titulo", "lema", "descripcion", "umbral", "modulos", "rutas"];
const ROUTE_KEYS: [&str; 4] = ["id", "titulo", "resumen", "modulos"];

/// The version of the content format that this reader knows.
const FORMAT: i64 = 1;

/// Fills the course's own values and gives the ids of its modules; `None` when that list could not be read.
pub fn read<'t>(log: &mut Log<'t>, course: &mut Course) -> Option<Vec<String>> {
    let all = 0..log.text.len();
    let fields = Fields::read(log, all.clone(), all, &KEYS);
    format(log, &fields);
    course.id = values::required(log, &fields, "id", "id = \"timon-y-voz\"");
    if let Some(Located { value, span }) =
        fields.text(log, "id").filter(|id| !id.value.is_empty() && !ids::is_plain(&id.value))
    {
        let help = "usa minúsculas sin acento, cifras y guiones";
        log.report(Code::IdMalformed, span, format!("«{value}» no sirve como id"), "caracteres no admitidos", help);
    }
    course.title = values::required(log, &fields, "titulo", "titulo = \"Timón y Voz\"");
    course.tagline = values::required(log, &fields, "lema", "lema = \"Quién decide y quién da voz\"");
    course.description = values::required(log, &fields, "descripcion", "descripcion = \"De qué trata el curso.\"");
    fields.require(log, "umbral", "umbral = 0.7");
    course.threshold = values::share(log, &fields, "umbral").unwrap_or(0.7);
    let routes = fields.tables(log, "rutas", &ROUTE_KEYS);
    course.routes = routes.iter().map(|fields| route(log, fields)).collect();
    fields.require(log, "modulos", "modulos = [\"m01\", \"m02\"]");
    references(log, &fields, "modulos", &|id| Target::Module(id.to_string()))
}

fn route(log: &mut Log<'_>, fields: &Fields<'_>) -> Route {
    let id = values::required(log, fields, "id", "id = \"basica\"");
    if let Some(span) = fields.span("id") {
        ids::define(log, Kind::Route, &id, span);
    }
    let title = values::required(log, fields, "titulo", "titulo = \"Básica\"");
    let summary = values::required(log, fields, "resumen", "resumen = \"Para quien empieza.\"");
    fields.require(log, "modulos", "modulos = [\"m01\", \"m02\"]");
    let modules = references(log, fields, "modulos", &|id| Target::Module(id.to_string()));
    if modules.as_ref().is_some_and(Vec::is_empty) {
        let help = "nombra al menos uno: modulos = [\"m01\", \"m02\"]";
        let span = fields.span("modulos").unwrap_or_default();
        log.report(Code::KeyMissing, span, "esta ruta no pasa por ningún módulo", "lista vacía", help);
    }
    let modules = modules.unwrap_or_default();
    Route { id, title, summary, modules: modules.into_iter().map(ModuleId::new).collect() }
}

fn format(log: &mut Log<'_>, fields: &Fields<'_>) {
    fields.require(log, "formato", "formato = 1");
    if let Some(Located { value, span }) = fields.integer(log, "formato")
        && value != FORMAT
    {
        let help = format!("escribe formato = {FORMAT}");
        log.report(Code::ValueRange, span, format!("no se conoce el formato {value}"), "formato desconocido", help);
    }
}
