//! Whole pages, drawn at build. One file per kind of page; `pages` lists them all.

mod about;
mod alone;
mod analysis;
mod assign;
mod case;
mod class;
mod competencies;
mod exam;
mod frame;
mod glossary;
mod home;
mod index;
mod lesson;
mod module;
mod modules;
mod not_found;
mod practice;
mod profile;
mod prose;
mod review;
mod search;
mod shell;
mod simulation;
mod simulations;
mod sources;
mod task;
mod teaching;
mod tensions;
mod title;

use std::sync::Arc;

use leptos::prelude::*;

use crate::course::{Competency, Course, Html};
use crate::ui::islands::CompetencyName;

pub use index::search_index;
pub use shell::Page;

/// Where the site will be served and where its assets are.
#[derive(Debug, Clone)]
pub struct Place {
    /// Begins and ends with `/`.
    pub base: String,
    pub assets: AssetPaths,
    /// Adds the script that reloads the page when the course changes.
    pub live: bool,
}

/// Paths of the assets, relative to the base.
#[derive(Debug, Clone)]
pub struct AssetPaths {
    pub style: String,
    pub theme: String,
    pub aula: ModulePaths,
    pub tarea: ModulePaths,
    pub taller: ModulePaths,
    pub icon: String,
    /// The items of the course, for what has to score them.
    pub bank: String,
    /// The index of the search.
    pub search: String,
}

/// A WebAssembly module, the JavaScript that binds it and the loader that wakes the islands with it.
#[derive(Debug, Clone)]
pub struct ModulePaths {
    pub loader: String,
    pub glue: String,
    pub wasm: String,
}

/// The module that wakes the islands of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// What a learner needs.
    Aula,
    /// The same, and what it takes to do what an instructor asked for.
    Tarea,
    /// The same, and what instructors and authors need: heavier, and only on their pages.
    Taller,
}

impl Module {
    /// Of its binary, its feature and its files.
    pub fn name(self) -> &'static str {
        match self {
            Module::Aula => "aula",
            Module::Tarea => "tarea",
            Module::Taller => "taller",
        }
    }
}

impl AssetPaths {
    fn module(&self, module: Module) -> &ModulePaths {
        match module {
            Module::Aula => &self.aula,
            Module::Tarea => &self.tarea,
            Module::Taller => &self.taller,
        }
    }
}

/// What every page component can ask for: the course, and addresses under the base.
#[derive(Clone)]
pub(crate) struct Site {
    pub course: Arc<Course>,
    base: Arc<str>,
}

impl Site {
    /// The site that the page being drawn belongs to.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self { course: Arc::default(), base: "/".into() })
    }

    /// The address of a root-relative path: `/perfil/` becomes `/repo/perfil/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.base, path.trim_start_matches('/'))
    }

    /// What each competency is called.
    pub fn competency_names(&self) -> Vec<CompetencyName> {
        let name =
            |competency: &Competency| CompetencyName { id: competency.id.clone(), name: competency.name.clone() };
        self.course.competencies.iter().map(name).collect()
    }

    /// The section of «Acerca» with this anchor, or the page itself where a course has no such section.
    pub fn about(&self, anchor: &str) -> String {
        let exists = self.course.about.iter().any(|section| section.anchor == anchor);
        self.url(&if exists { format!("/acerca/#{anchor}") } else { "/acerca/".into() })
    }

    /// The course's own HTML with its links under the base.
    pub fn html(&self, html: &Html) -> String {
        html.under(&self.base)
    }

    /// The same, as a value that can travel to an island.
    pub fn based(&self, html: &Html) -> Html {
        Html::trusted(html.under(&self.base))
    }
}

/// Every page of the site.
pub fn pages(course: &Course, place: &Place) -> Vec<Page> {
    // A second initialisation changes nothing and says so; the executor only has to exist.
    let _ = any_spawner::Executor::init_futures_executor();
    let site = Site { course: Arc::new(course.clone()), base: place.base.as_str().into() };
    let mut all = vec![
        home::page(&site),
        modules::page(&site),
        profile::page(&site),
        competencies::page(&site),
        glossary::page(&site),
        sources::page(&site),
        about::page(&site),
        not_found::page(&site),
        practice::page(&site),
        review::page(&site),
        search::page(&site),
        task::page(&site),
        teaching::page(&site),
        assign::page(&site),
        class::page(&site),
        analysis::page(&site),
    ];
    if !course.tensions.is_empty() {
        all.push(tensions::page(&site));
    }
    for exam in &course.exams {
        all.push(exam::page(&site, exam));
        all.extend((0..exam.questions.len()).map(|place| exam::case_page(&site, exam, place)));
    }
    for (module, lesson) in course.lessons() {
        all.extend(lesson.questions().map(|question| alone::page(&site, module, lesson, question)));
    }
    if !course.simulations.is_empty() {
        all.push(simulations::page(&site));
    }
    for simulation in &course.simulations {
        all.extend([simulation::page(&site, simulation), simulation::script(&site, simulation)]);
    }
    all.extend(course.modules.iter().enumerate().map(|(index, module)| module::page(&site, index, module)));
    for (index, module) in course.modules.iter().enumerate() {
        all.extend((0..module.lessons.len()).map(|lesson| lesson::page(&site, index, module, lesson)));
    }
    all
}
