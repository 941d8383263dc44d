//! Lessons and modules: the files under `modulos/`.

use super::findings::{Kind, Log, Target};
use super::front_matter::Head;
use super::html::{Prose, TermLinks};
use super::markdown::{Document, Node};
use super::sections::{self, Owner};
use super::site::{PageKind, Site};
use super::toml_fields::{Fields, Located};
use super::{ids, values};
use crate::course::{
    Block, Html, Lesson, LessonId, Module, ModuleId, Objective, SectionKind, SimulationId, TensionId,
};
use crate::diagnostics::Code;

const LESSON_KEYS: [&str; 10] = [
    "id",
    "titulo",
    "minutos",
    "funcion",
    "resumen",
    "fuentes",
    "revisado",
    "jurisdiccion",
    "tensiones",
    "simulacion",
];
const MODULE_KEYS: [&str; 6] = ["id", "titulo", "funcion", "requisitos", "lecciones", "objetivos"];

/// A module, with the lessons that it lists and that are still to be put in it.
#[derive(Debug)]
pub struct ModuleRead {
    pub module: Module,
    /// `None` when the list could not be read: then every lesson of the folder belongs, by name.
    pub lessons: Option<Vec<String>>,
}

pub fn lesson<'t>(document: &Document<'t>, site: &Site) -> (Lesson, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Popover);
    let head = Head::of(document);
    let fields = head.fields(&mut prose.log, document, &LESSON_KEYS);
    let log = &mut prose.log;
    define(log, &fields, Kind::Lesson);
    let id = match site.pages.get(document.path).map(|page| &page.kind) {
        Some(PageKind::Lesson(id)) => id.clone(),
        _ => LessonId::new(document.path),
    };
    let title = values::required(log, &fields, "titulo", "titulo = \"Diagnosticar antes de decidir\"");
    let minutes = minutes(log, &fields);
    let role = values::function(log, &fields);
    let summary = values::required(log, &fields, "resumen", "resumen = \"Qué se aprende, en una frase.\"");
    fields.require(log, "fuentes", "fuentes = [\"S2-07\"]");
    let sources = values::sources(log, &fields);
    fields.require(log, "revisado", "revisado = 2026-11-22");
    let revised = fields.date(log, "revisado").unwrap_or_default();
    let jurisdiction = fields.text(log, "jurisdiccion").map(|text| text.value);
    let tensions = references(log, &fields, "tensiones", &|id| Target::Tension(id.to_string())).unwrap_or_default();
    let simulation = fields.text(log, "simulacion").map(|Located { value, span }| {
        log.refer(Target::Simulation(value.clone()), span);
        SimulationId::new(value)
    });
    let blocks = if matches!(head, Head::Broken) { Vec::new() } else { body(&mut prose, document, &id) };
    let lesson = Lesson {
        id,
        title,
        minutes,
        role,
        summary,
        sources,
        revised,
        jurisdiction,
        tensions: tensions.into_iter().map(TensionId::new).collect(),
        simulation,
        blocks,
    };
    (lesson, prose.finish())
}

pub fn minutes(log: &mut Log<'_>, fields: &Fields<'_>) -> u32 {
    fields.require(log, "minutos", "minutos = 25");
    let Some(Located { value, span }) = fields.integer(log, "minutos") else { return 0 };
    match u32::try_from(value) {
        Ok(minutes @ 1..=600) => minutes,
        _ => {
            let help = "escribe los minutos que lleva, entre 1 y 600";
            log.report(
                Code::ValueRange,
                span,
                format!("{value} minutos no parece posible"),
                "minutos",
                help,
            );
            0
        }
    }
}

fn body<'t>(prose: &mut Prose<'_, 't>, document: &Document<'t>, id: &LessonId) -> Vec<Block> {
    let nodes = document.nodes();
    let blocks = sections::read(prose, &nodes, &Owner::Lesson(id));
    let place = nodes.iter().find(|node| !is_head(node)).map_or(0..document.text.len(), Node::span);
    let whole = prose.site.pages.get(document.path).is_none_or(|page| !page.damaged);
    if blocks.is_empty() && whole && prose.log.errors() == 0 {
        let help = "escribe al menos una escena, una explicación y «Para llevarse»";
        prose.log.report(
            Code::LessonEmpty,
            0..document.text.len(),
            "esta lección no tiene contenido",
            "lección vacía",
            help,
        );
    } else if whole && !blocks.is_empty() {
        report_missing_sections(&mut prose.log, &blocks, place);
    }
    blocks
}

fn is_head(node: &Node<'_, '_>) -> bool {
    matches!(node.tag(), Some(pulldown_cmark::Tag::MetadataBlock(_)))
}

fn report_missing_sections(log: &mut Log<'_>, blocks: &[Block], place: std::ops::Range<usize>) {
    let has = |wanted: fn(&SectionKind) -> bool| {
        blocks
            .iter()
            .any(|block| matches!(block, Block::Section(section) if wanted(&section.kind) && !section.body.is_empty()))
    };
    if !has(|kind| matches!(kind, SectionKind::Scene(_))) {
        let help = "empieza con una escena: ## Lugar · momento {.escena .smm}";
        log.report(
            Code::LessonWithoutScene,
            place.clone(),
            "esta lección no abre con una escena, o está vacía",
            "falta la escena",
            help,
        );
    }
    if !has(|kind| *kind == SectionKind::Takeaways) {
        let help = "termina con ## Para llevarse {#para-llevarse .llevarse} y tres frases";
        log.report(
            Code::LessonWithoutTakeaways,
            place,
            "esta lección no tiene «Para llevarse», o está vacío",
            "falta el cierre",
            help,
        );
    }
}

/// The id of the front matter, which names the page for ever.
pub fn define(log: &mut Log<'_>, fields: &Fields<'_>, kind: Kind) {
    let example = match kind {
        Kind::Lesson => "id = \"m02-l1\"",
        Kind::Simulation => "id = \"tormenta\"",
        Kind::Exam => "id = \"diagnostico\"",
        _ => "id = \"m02\"",
    };
    fields.require_as(log, Code::IdMissing, "id", example);
    if let Some(Located { value, span }) = fields.text(log, "id") {
        ids::define(log, kind, &value, span);
    }
}

pub fn module<'t>(document: &Document<'t>, site: &Site, folder: &str) -> (ModuleRead, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Page);
    let head = Head::of(document);
    let fields = head.fields(&mut prose.log, document, &MODULE_KEYS);
    let log = &mut prose.log;
    define(log, &fields, Kind::Module);
    let id = match site.pages.get(document.path).map(|page| &page.kind) {
        Some(PageKind::Module(id)) => id.clone(),
        _ => ModuleId::new(folder),
    };
    let title = values::required(log, &fields, "titulo", "titulo = \"La función de SMM\"");
    let role = values::function(log, &fields);
    let requires = references(log, &fields, "requisitos", &|id| Target::Module(id.to_string())).unwrap_or_default();
    fields.require(log, "lecciones", "lecciones = [\"m02-l1\", \"m02-l2\"]");
    let lessons =
        references(log, &fields, "lecciones", &|id| Target::Lesson { folder: folder.to_string(), id: id.to_string() });
    fields.require(log, "objetivos", "objetivos = [\"Elaborar un diagnóstico breve (aplicar).\"]");
    let objectives = values::texts(log, &fields, "objetivos").into_iter().map(|text| Objective { text }).collect();
    let summary = if matches!(head, Head::Broken) { Html::default() } else { summary(&mut prose, document) };
    let requires = requires.into_iter().map(ModuleId::new).collect();
    let module = Module { id, title, role, summary, objectives, requires, lessons: Vec::new() };
    (ModuleRead { module, lessons }, prose.finish())
}

/// A list of ids, each a reference and none twice.
pub fn references(
    log: &mut Log<'_>,
    fields: &Fields<'_>,
    key: &str,
    target: &dyn Fn(&str) -> Target,
) -> Option<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    for Located { value, span } in fields.texts(log, key)? {
        if ids.contains(&value) {
            let help = "déjalo una sola vez";
            log.report(Code::ListedTwice, span, format!("«{value}» está dos veces en «{key}»"), "repetido", help);
            continue;
        }
        log.refer(target(&value), span);
        ids.push(value);
    }
    Some(ids)
}

fn summary<'t>(prose: &mut Prose<'_, 't>, document: &Document<'t>) -> Html {
    let mut body = Vec::new();
    for node in document.nodes() {
        if super::headings::Heading::of(&node).is_some() {
            super::headings::report_nested(&mut prose.log, node.span(), "la presentación de un módulo");
        } else {
            body.push(node);
        }
    }
    let summary = prose.nodes(&body);
    if summary.is_empty() && prose.log.errors() == 0 {
        let help = "escribe después de la cabecera dos o tres frases: para qué sirve el módulo";
        prose.log.report(
            Code::ModuleWithoutSummary,
            0..document.text.len(),
            "este módulo no tiene presentación",
            "falta el texto",
            help,
        );
    }
    summary
}
