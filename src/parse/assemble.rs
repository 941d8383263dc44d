//! From files to a course: each read by its own module, then put in order.

use std::collections::BTreeMap;

use super::findings::{Findings, Log};
use super::html::{Prose, TermLinks};
use super::lesson::ModuleRead;
use super::markdown::Document;
use super::sections::{self, Owner};
use super::site::{Room, Site};
use super::{
    BlueprintPlaces, Lists, Reading, SourceFile, blueprint, competencies, course_file, exam, front_matter, glossary,
    images, lesson, simulation, sources, tensions,
};
use crate::course::{Block, Course, Lesson, Module, Occasion, Section};
use crate::diagnostics::{self, Code};

/// What was read from the files, before it is put in order.
#[derive(Default)]
struct Loose {
    course: Course,
    module_list: Option<Vec<String>>,
    has_course: bool,
    blueprint: BlueprintPlaces,
    /// The files of the tests, by their occasion.
    occasions: BTreeMap<String, String>,
    /// By folder.
    modules: BTreeMap<String, ModuleRead>,
    /// By folder, in the order of their file names.
    lessons: BTreeMap<String, Vec<Lesson>>,
}

pub fn read(files: &[SourceFile]) -> Reading {
    let mut found = Findings::default();
    let mut site = Site::default();
    let documents = survey(files, &mut site, &mut found);
    let mut loose = Loose::default();
    for file in files.iter().filter(|file| Room::of(&file.path) == Room::Course) {
        loose.has_course = true;
        if let Some(text) = file.content.text() {
            let mut log = Log::new(&file.path, text);
            loose.module_list = course_file::read(&mut log, &mut loose.course);
            gather(&mut found, log);
        }
    }
    for file in files.iter().filter(|file| Room::of(&file.path) == Room::Blueprint) {
        if let Some(text) = file.content.text() {
            let mut log = Log::new(&file.path, text);
            let (blueprint, places) = blueprint::read(&mut log);
            (loose.course.blueprint, loose.blueprint) = (Some(blueprint), places);
            gather(&mut found, log);
        }
    }
    for (room, document) in &documents {
        gather(&mut found, closely(&mut loose, room, document, &site));
    }
    loose.course.images = site.images.keys().cloned().collect();
    put_in_order(loose, found, site)
}

/// Sorts the files into rooms and draws the outline, reporting the files that cannot be used.
fn survey<'f>(files: &'f [SourceFile], site: &mut Site, found: &mut Findings) -> Vec<(Room, Document<'f>)> {
    let mut documents = Vec::new();
    for file in files {
        let room = Room::of(&file.path);
        let mut log = Log::new(&file.path, file.content.text().unwrap_or_default());
        match (&room, file.content.text()) {
            (Room::Ignored, _) => {}
            (Room::Unknown, _) => report_unknown(&mut log),
            (Room::Image, _) => {
                let size = images::measure(&mut log, file.content.bytes());
                site.images.insert(file.path.clone(), size);
            }
            (_, None) => {
                let help = "guárdalo otra vez eligiendo la codificación UTF-8";
                log.report(Code::FileNotUtf8, 0..0, "este archivo no es texto en UTF-8", "", help);
                site.survey_unreadable(&room, &file.path);
            }
            (Room::Course | Room::Blueprint, _) => {}
            (_, Some(text)) => {
                let document = Document::read(&file.path, text);
                site.survey(&room, &document);
                documents.push((room, document));
            }
        }
        gather(found, log);
    }
    documents
}

fn report_unknown(log: &mut Log<'_>) {
    let help = "las lecciones van en modulos/<módulo>/, las simulaciones en simulaciones/ y las pruebas en pruebas/, con nombre acabado en .md; las imágenes (svg, png, jpg, webp), en img/";
    log.report(Code::FileUnknown, 0..0, "este archivo no pertenece a nada", "", help);
}

fn gather(found: &mut Findings, log: Log<'_>) {
    found.diagnostics.extend(log.found.diagnostics);
    found.definitions.extend(log.found.definitions);
    found.references.extend(log.found.references);
    found.scored.extend(log.found.scored);
    found.plots.extend(log.found.plots);
}

fn closely<'t>(loose: &mut Loose, room: &Room, document: &Document<'t>, site: &Site) -> Log<'t> {
    match room {
        Room::Competencies => {
            let (competencies, log) = competencies::read(document, site);
            loose.course.competencies = competencies;
            log
        }
        Room::Glossary => {
            let (glossary, log) = glossary::read(document, site);
            loose.course.glossary = glossary;
            log
        }
        Room::Sources => {
            let (sources, log) = sources::read(document, site);
            loose.course.sources = sources;
            log
        }
        Room::About => {
            let (about, log) = about(document, site);
            loose.course.about = about;
            log
        }
        Room::Module { folder } => {
            let (module, log) = lesson::module(document, site, folder);
            loose.modules.insert(folder.clone(), module);
            log
        }
        Room::Lesson { folder, .. } => {
            let (lesson, log) = lesson::lesson(document, site);
            loose.lessons.entry(folder.clone()).or_default().push(lesson);
            log
        }
        Room::Exam { .. } => {
            let (exam, log) = exam::read(document, site, &mut loose.occasions);
            loose.course.exams.push(exam);
            log
        }
        Room::Simulation { .. } => {
            let (simulation, log) = simulation::read(document, site);
            loose.course.simulations.push(simulation);
            log
        }
        Room::Tensions => {
            let (tensions, log) = tensions::read(document, site);
            loose.course.tensions = tensions;
            log
        }
        Room::Course | Room::Blueprint | Room::Image | Room::Ignored | Room::Unknown => Log::new(document.path, document.text),
    }
}

fn about<'t>(document: &Document<'t>, site: &Site) -> (Vec<Section>, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Popover);
    front_matter::report_blocks(&mut prose.log, document, 0);
    let blocks = sections::read(&mut prose, &document.nodes(), &Owner::Page);
    let sections = blocks.into_iter().filter_map(|block| match block {
        Block::Section(section) if section.level == 1 && section.body.is_empty() => None,
        Block::Section(section) => Some(section),
        Block::Question(_) => None,
    });
    (sections.collect(), prose.finish())
}

fn put_in_order(mut loose: Loose, found: Findings, site: Site) -> Reading {
    let lessons: BTreeMap<String, Option<Vec<String>>> =
        loose.modules.iter().map(|(folder, read)| (folder.clone(), read.lessons.clone())).collect();
    let modules = loose.modules.into_iter().map(|(folder, read)| {
        let own = loose.lessons.remove(&folder).unwrap_or_default();
        let lessons = listed(own, read.lessons.as_deref(), |lesson: &Lesson| lesson.id.as_str());
        Module { lessons, ..read.module }
    });
    loose.course.exams.sort_by_key(|exam| exam.occasion == Occasion::After);
    loose.course.modules =
        listed(modules.collect(), loose.module_list.as_deref(), |module: &Module| module.id.as_str());
    simulations_by_lesson(&mut loose.course);
    let mut diagnostics = found.diagnostics;
    diagnostics::sort(&mut diagnostics);
    Reading {
        course: loose.course,
        diagnostics,
        definitions: found.definitions,
        references: found.references,
        scored: found.scored,
        plots: found.plots,
        blueprint: loose.blueprint,
        pages: site.pages,
        images: site.images,
        lists: Lists { modules: loose.module_list, lessons, has_course: loose.has_course },
    }
}

/// Simulations come in the order of the lessons that they belong to.
fn simulations_by_lesson(course: &mut Course) {
    let order: Vec<_> = course.lessons().filter_map(|(_, lesson)| lesson.simulation.clone()).collect();
    course.simulations.sort_by_key(|simulation| {
        order.iter().position(|id| *id == simulation.id).unwrap_or(usize::MAX)
    });
}

/// The things that a list names, in its order; all of them when there is no list.
fn listed<T>(mut things: Vec<T>, list: Option<&[String]>, id: impl Fn(&T) -> &str) -> Vec<T> {
    let Some(list) = list else { return things };
    let mut ordered = Vec::new();
    for name in list {
        if let Some(at) = things.iter().position(|thing| id(thing) == name) {
            ordered.push(things.remove(at));
        }
    }
    ordered
}
