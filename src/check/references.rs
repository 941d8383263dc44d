//! Every name that is used leads to something.

use std::collections::BTreeSet;

use super::at;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::parse::{Definition, Kind, PageKind, Place, Reading, Reference, Target, review_example};

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let known = Known::of(reading);
    for reference in &reading.references {
        diagnostics.extend(broken(reading, &known, reference));
    }
}

/// The ids defined, by kind.
struct Known<'r> {
    /// Every simulation says its id. One that does not may be any that is named.
    all_simulations: bool,
    competencies: BTreeSet<&'r str>,
    sources: BTreeSet<&'r str>,
    modules: BTreeSet<&'r str>,
    terms: BTreeSet<&'r str>,
    images: BTreeSet<&'r str>,
    tensions: BTreeSet<&'r str>,
    simulations: BTreeSet<&'r str>,
    objectives: BTreeSet<&'r str>,
}

impl<'r> Known<'r> {
    fn of(reading: &'r Reading) -> Self {
        let of = |kind: Kind| {
            reading.definitions.iter().filter(|found| found.kind == kind).map(|found| found.id.as_str()).collect()
        };
        // A module whose own id could not be read goes by its folder.
        let pages = reading.pages.values().filter_map(|page| match &page.kind {
            PageKind::Module(id) => Some(id.as_str()),
            _ => None,
        });
        let simulations = reading.pages.iter().filter(|(_, page)| matches!(page.kind, PageKind::Simulation(_)));
        let says = |path: &str| {
            reading.definitions.iter().any(|found| found.kind == Kind::Simulation && found.place.path == path)
        };
        Self {
            all_simulations: simulations.into_iter().all(|(path, _)| says(path)),
            competencies: of(Kind::Competency),
            sources: of(Kind::Source),
            modules: pages.collect(),
            terms: of(Kind::Term),
            tensions: of(Kind::Tension),
            simulations: of(Kind::Simulation),
            objectives: of(Kind::Objective),
            images: reading.images.keys().map(String::as_str).collect(),
        }
    }
}

fn broken(reading: &Reading, known: &Known<'_>, Reference { target, place }: &Reference) -> Option<Diagnostic> {
    let read = |path: &str| reading.pages.get(path).is_some_and(|page| !page.damaged);
    let among = |id: &str, ids: &BTreeSet<&str>, code: Code, what: &str, home: &str| {
        (!ids.contains(id)).then(|| unknown(place, code, &format!("{what} «{id}»"), id, ids, home))
    };
    match target {
        Target::Competency(id) if read("competencias.md") => {
            among(id, &known.competencies, Code::CompetencyUnknown, "no hay ninguna competencia", "competencias.md")
        }
        Target::Source(id) if read("fuentes.md") => {
            among(id, &known.sources, Code::SourceUnknown, "no hay ninguna fuente", "fuentes.md")
        }
        Target::Term(id) if read("glosario.md") => {
            among(id, &known.terms, Code::TermUnknown, "el glosario no tiene", "glosario.md")
        }
        Target::Tension(id) if read("tensiones.md") => {
            among(id, &known.tensions, Code::TensionUnknown, "no hay ninguna tensión", "tensiones.md")
        }
        Target::Simulation(id) if known.all_simulations => {
            let home = "la carpeta simulaciones/";
            among(id, &known.simulations, Code::SimulationUnknown, "no hay ninguna simulación", home)
        }
        Target::Objective { competency, id } if read("competencias.md") => objective(known, competency, id, place),
        Target::Tension(id) if !reading.pages.contains_key("tensiones.md") => {
            let help = "crea tensiones.md con esa entrada, o quita el id de aquí";
            let message = format!("aquí se cita la tensión «{id}», y falta el archivo «tensiones.md»");
            Some(at(place, Code::TensionUnknown, message, "tensión citada", help))
        }
        // Their file is missing or damaged, which is said once.
        Target::Competency(_) | Target::Source(_) | Target::Term(_) | Target::Objective { .. } => None,
        Target::Tension(_) | Target::Simulation(_) => None,
        Target::Module(id) => {
            among(id, &known.modules, Code::ModuleUnknown, "no hay ningún módulo", "la carpeta modulos/")
        }
        Target::Image(path) => among(path, &known.images, Code::ImageBroken, "no existe la imagen", "la carpeta img/"),
        Target::Lesson { folder, id } => lesson(reading, folder, id, place),
        Target::Page { path, anchor } => page(reading, Code::LinkBroken, path, anchor.as_deref(), place),
        Target::Review { path, anchor } => question(reading, path, anchor, place)
            .or_else(|| page(reading, Code::ReviewBroken, path, Some(anchor), place)),
    }
}

/// A behaviour of the competency, by the id within it.
fn objective(known: &Known<'_>, competency: &str, id: &str, place: &Place) -> Option<Diagnostic> {
    let prefix = format!("{competency}/");
    let own: BTreeSet<&str> = known.objectives.iter().filter_map(|name| name.strip_prefix(&prefix)).collect();
    let message = format!("«{competency}» no tiene ninguna conducta «{id}»");
    (!own.contains(id)).then(|| unknown(place, Code::ObjectiveUnknown, &message, id, &own, "competencias.md"))
}

fn unknown(place: &Place, code: Code, message: &str, name: &str, known: &BTreeSet<&str>, home: &str) -> Diagnostic {
    let help = match nearest(name, known.iter().copied()) {
        Some(meant) => format!("¿quizá «{meant}»?"),
        None => format!("revisa el nombre, o añádelo en {home}"),
    };
    at(place, code, message, "nombre desconocido", help)
}

fn lesson(reading: &Reading, folder: &str, id: &str, place: &Place) -> Option<Diagnostic> {
    let mine = format!("modulos/{folder}/");
    let here: BTreeSet<&str> = lessons_in(reading, &mine).map(|(_, id)| id).collect();
    if here.contains(id) {
        return None;
    }
    if let Some((path, _)) = lessons_in(reading, "modulos/").find(|(_, other)| *other == id) {
        let message = format!("la lección «{id}» es de otro módulo: está en {path}");
        let help = format!("mueve el archivo a {mine}, o quítala de esta lista");
        return Some(at(place, Code::LessonUnknown, message, "de otro módulo", help));
    }
    let message = format!("este módulo no tiene ninguna lección «{id}»");
    Some(unknown(place, Code::LessonUnknown, &message, id, &here, &format!("la carpeta {mine}")))
}

/// The lessons below a folder, with their paths.
pub fn lessons_in<'r>(reading: &'r Reading, folder: &'r str) -> impl Iterator<Item = (&'r str, &'r str)> {
    let below = reading.pages.range(folder.to_string()..).take_while(move |(path, _)| path.starts_with(folder));
    below.filter_map(|(path, page)| match &page.kind {
        PageKind::Lesson(id) => Some((path.as_str(), id.as_str())),
        _ => None,
    })
}

/// A paragraph to read again that is a question, perhaps the one just answered.
fn question(reading: &Reading, path: &str, anchor: &str, place: &Place) -> Option<Diagnostic> {
    let is_item = |found: &&Definition| found.kind == Kind::Item && found.id == anchor && found.place.path == path;
    reading.definitions.iter().find(is_item)?;
    let help = format!("señala el apartado que enseña lo que se pregunta: {}", review_example(path));
    Some(at(place, Code::ReviewBroken, format!("«{anchor}» es una pregunta, y no explica nada"), "una pregunta", help))
}

fn page(reading: &Reading, code: Code, path: &str, anchor: Option<&str>, place: &Place) -> Option<Diagnostic> {
    let Some(page) = reading.pages.get(path) else {
        let known = reading.pages.keys().map(String::as_str).collect();
        return Some(unknown(place, code, &format!("no existe el archivo «{path}»"), path, &known, "el curso"));
    };
    if code == Code::ReviewBroken && !matches!(page.kind, PageKind::Lesson(_)) {
        let help = format!("señala un encabezado de una lección: {}", review_example(&place.path));
        return Some(at(place, code, format!("«{path}» no es una lección"), "no es una lección", help));
    }
    if page.address().is_none() {
        let help = "enlaza una lección, un módulo, una simulación, una prueba, el glosario, las fuentes, las tensiones o «Acerca»";
        return Some(at(place, code, format!("«{path}» no tiene página propia en el curso"), "sin página", help));
    }
    let anchor = anchor.filter(|anchor| page.anchor(anchor).is_none() && !page.damaged)?;
    let known = page.anchors.iter().map(|anchor| anchor.id.as_str()).collect();
    let message = format!("«{path}» no tiene ningún encabezado con el id «{anchor}»");
    Some(unknown(place, code, &message, anchor, &known, path))
}
