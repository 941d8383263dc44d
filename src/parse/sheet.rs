//! The `ficha` of a question: what it measures and where it comes from.

use std::ops::Range;

use super::findings::{Log, Target};
use super::headings::role;
use super::links::relative;
use super::site::{PageKind, Site};
use super::toml_fields::{Fields, Located};
use super::values;
use crate::course::{Bloom, CompetencyId, LessonId, ReviewLink, Role, Scene, Sheet, SourceId, main_competency};
use crate::diagnostics::{Code, nearest};

/// The drawings a scene can have, as the screens know them.
pub const DRAWINGS: [&str; 16] = [
    "estanteria",
    "mostrador",
    "equipo",
    "pareja",
    "mensajes",
    "escucha",
    "telefono",
    "calendario",
    "grafica",
    "megafono",
    "reunion",
    "escritorio",
    "moderacion",
    "ciudad",
    "escenario",
    "reloj",
];

const KEYS: [&str; 15] = [
    "competencias",
    "bloom",
    "dificultad",
    "fuentes",
    "repasa",
    "funcion",
    "lugar",
    "momento",
    "decorado",
    "tamano",
    "sector",
    "facetas",
    "escenario",
    "destinos",
    "objetivo",
];

/// A sheet that was read, with what other parts of the question need from it.
#[derive(Debug)]
pub struct SheetRead {
    pub sheet: Sheet,
    pub scene: Scene,
    pub weights_span: Range<usize>,
    /// `destinos`, and where the list stands.
    pub targets: Option<Located<Vec<Located<String>>>>,
}

/// Reads the sheet whose block is at `block`; `None` when what it measures cannot be known.
pub fn read<'t>(log: &mut Log<'t>, site: &Site, lesson: &LessonId, block: Range<usize>) -> Option<SheetRead> {
    let fields = Fields::read(log, toml_span(log.text, block.clone()), block.clone(), &KEYS);
    let competencies = competencies(log, &fields);
    let bloom = bloom(log, &fields);
    let difficulty = difficulty(log, &fields);
    fields.require(log, "fuentes", "fuentes = [\"S0-11\"]");
    let sources = values::sources(log, &fields);
    let review = review(log, site, lesson, &fields);
    let scene = scene(log, &fields);
    let size = values::one_of(log, &fields, "tamano", &["una", "equipo", "grande"]);
    let sector = fields.text(log, "sector").map(|sector| sector.value);
    let facets = values::texts(log, &fields, "facetas");
    let scenario = fields.text(log, "escenario").map(|scenario| scenario.value);
    let targets =
        fields.span("destinos").and_then(|span| Some(Located { value: fields.texts(log, "destinos")?, span }));
    let competencies = competencies?;
    let objective = objective(log, &fields, &competencies);
    Some(SheetRead {
        sheet: Sheet { competencies, bloom, difficulty, objective, facets, sources, scenario, review, size, sector },
        scene,
        weights_span: fields.span("competencias").unwrap_or(block),
        targets,
    })
}

fn competencies(log: &mut Log<'_>, fields: &Fields<'_>) -> Option<Vec<(CompetencyId, f64)>> {
    fields.require(log, "competencias", "competencias = { \"estrategia.diagnostico\" = 1 }");
    let weights = fields.numbers(log, "competencias")?;
    for Located { value: (name, weight), span } in &weights {
        log.refer(Target::Competency(name.clone()), span.clone());
        if *weight <= 0.0 {
            let help = "los pesos son mayores que 0 y suman 1; si no la mide, quítala";
            log.report(
                Code::WeightInvalid,
                span.clone(),
                format!("el peso de «{name}» es {weight}"),
                "peso no válido",
                help,
            );
        }
    }
    if weights.is_empty() {
        let help = "escribe al menos una: { \"estrategia.diagnostico\" = 1 }";
        let span = fields.span("competencias").unwrap_or_default();
        log.report(Code::WeightSum, span, "la pregunta no mide ninguna competencia", "tabla vacía", help);
        return None;
    }
    Some(weights.into_iter().map(|located| (CompetencyId::new(located.value.0), located.value.1)).collect())
}

/// The behaviour of the first competency that the question exercises.
fn objective(log: &mut Log<'_>, fields: &Fields<'_>, weights: &[(CompetencyId, f64)]) -> Option<String> {
    let Located { value, span } = fields.text(log, "objetivo")?;
    let competency = main_competency(weights)?.to_string();
    log.refer(Target::Objective { competency, id: value.clone() }, span);
    Some(value)
}

fn bloom(log: &mut Log<'_>, fields: &Fields<'_>) -> Bloom {
    fields.require(log, "bloom", "bloom = \"analizar\"");
    match values::one_of(log, fields, "bloom", &["comprender", "aplicar", "analizar", "evaluar"]).as_deref() {
        Some("comprender") => Bloom::Understand,
        Some("analizar") => Bloom::Analyse,
        Some("evaluar") => Bloom::Evaluate,
        _ => Bloom::Apply,
    }
}

fn difficulty(log: &mut Log<'_>, fields: &Fields<'_>) -> f64 {
    fields.require(log, "dificultad", "dificultad = 0.6");
    values::share(log, fields, "dificultad").unwrap_or(0.5)
}

fn scene(log: &mut Log<'_>, fields: &Fields<'_>) -> Scene {
    fields.require(log, "funcion", "funcion = \"smm\"");
    let function = values::one_of(log, fields, "funcion", &["smm", "cm", "ambas"]);
    Scene {
        role: function.as_deref().and_then(role).unwrap_or(Role::Both),
        place: fields.text(log, "lugar").map(|place| place.value),
        moment: fields.text(log, "momento").map(|moment| moment.value),
        set: drawing(log, fields),
    }
}

/// `decorado`, one of the drawings there are.
fn drawing(log: &mut Log<'_>, fields: &Fields<'_>) -> Option<String> {
    let Located { value, span } = fields.text(log, "decorado")?;
    if DRAWINGS.contains(&value.as_str()) {
        return Some(value);
    }
    let help = match nearest(&value, DRAWINGS) {
        Some(meant) => format!("¿quizá «{meant}»?"),
        None => format!("los dibujos son: {}", DRAWINGS.join(", ")),
    };
    log.report(
        Code::DrawingUnknown,
        span,
        format!("no hay ningún dibujo «{value}»"),
        "dibujo desconocido",
        help,
    );
    None
}

/// `#ancla` of the lesson itself, or `../m01/l2.md#ancla` of another.
pub fn review(log: &mut Log<'_>, site: &Site, lesson: &LessonId, fields: &Fields<'_>) -> ReviewLink {
    let nowhere = ReviewLink { lesson: lesson.clone(), anchor: String::new(), title: String::new() };
    let example = if in_lesson(log.path) { "#encabezado-que-lo-explica" } else { "../modulos/m01/l2.md#id" };
    fields.require_as(log, Code::ReviewBroken, "repasa", &format!("repasa = \"{example}\""));
    let Some(Located { value, span }) = fields.text(log, "repasa") else { return nowhere };
    let Some((path, Some(anchor))) = relative(log.path, &value) else {
        let help = format!("señala un encabezado de una lección, por su id: {}", review_example(log.path));
        log.report(
            Code::ReviewBroken,
            span,
            format!("«{value}» no señala ningún párrafo"),
            "falta el encabezado",
            help,
        );
        return nowhere;
    };
    log.refer(Target::Review { path: path.clone(), anchor: anchor.clone() }, span);
    let Some(page) = site.pages.get(&path) else { return nowhere };
    match (&page.kind, page.anchor(&anchor)) {
        (PageKind::Lesson(lesson), Some(found)) => {
            ReviewLink { lesson: lesson.clone(), anchor, title: found.title.clone() }
        }
        _ => nowhere,
    }
}

/// How `repasa` is written in a file. A test or a simulation has no lesson around it.
pub fn review_example(path: &str) -> &'static str {
    if in_lesson(path) { "«#id», o «../m01/l2.md#id» si es de otra" } else { "«../modulos/m01/l2.md#id»" }
}

fn in_lesson(path: &str) -> bool {
    path.starts_with("modulos/")
}

/// The block without its fence lines.
pub fn toml_span(text: &str, block: Range<usize>) -> Range<usize> {
    let whole = text.get(block.clone()).unwrap_or_default().trim_end();
    let start = whole.find('\n').map_or(whole.len(), |at| at + 1);
    let end = whole.rfind('\n').map_or(start, |at| at + 1).max(start);
    block.start + start..block.start + end
}

/// The ids of a sheet's sources.
pub fn source_ids(texts: Vec<Located<String>>) -> Vec<SourceId> {
    texts.into_iter().map(|text| SourceId::new(text.value)).collect()
}
