//! A lesson: prose, cases in their place, what to take away and what comes next.

use leptos::prelude::*;

use super::case::{Case, case_view};
use super::frame::{Entry, Frame};
use super::prose::{Definitions, Prose};
use super::simulation::WayIn;
use super::{Page, Site};
use crate::course::{Block, Criterion, Fingerprint, Home, Key, Lesson, Module, Rubric, SectionKind, TermId};
use crate::learner::LessonPlan;
use crate::ui::islands::{Link, Rail, RubricView, SelfRating, Stop};
use crate::ui::parts::sign::{Label, Sign};

pub fn page(site: &Site, module_index: usize, module: &Module, index: usize) -> Page {
    let lesson = module.lessons[index].clone();
    let title = format!("{} · {}", lesson.title, site.course.title);
    let (module, summary) = (module.clone(), lesson.summary.clone());
    Page::draw(site, format!("/lecciones/{}/", lesson.id), title, summary, move || {
        view! { <LessonPage module_index module index lesson/> }
    })
}

/// What progress needs to know of a lesson.
pub fn plan(lesson: &Lesson) -> LessonPlan {
    let last = lesson.blocks.iter().rev().find_map(|block| match block {
        Block::Section(section) => Some(section.anchor.clone()),
        Block::Question(_) => None,
    });
    LessonPlan {
        id: lesson.id.clone(),
        items: lesson.questions().map(|q| (q.id.clone(), Fingerprint::of(&Key::of(&q.form)))).collect(),
        last_anchor: last.unwrap_or_default(),
        simulation: lesson.simulation.clone(),
    }
}

#[component]
fn LessonPage(module_index: usize, module: Module, index: usize, lesson: Lesson) -> impl IntoView {
    let site = Site::here();
    let place = format!(
        "Módulo {}, lección {} de {} · {} minutos",
        module_index + 1,
        index + 1,
        module.lessons.len(),
        lesson.minutes
    );
    let entry = |other: &Lesson| Stop {
        plan: plan(other),
        title: other.title.clone(),
        href: site.url(&format!("/lecciones/{}/", other.id)),
    };
    let entries: Vec<_> = module.lessons.iter().map(entry).collect();
    let (opening, rest): (Vec<_>, Vec<_>) = lesson.blocks.iter().cloned().partition(is_scene);
    let gate = lesson.simulation.as_ref().and_then(|id| site.course.simulation(id)).cloned();
    let mut first = rest;
    let last = first.split_off(if gate.is_some() { gate_place(&first) } else { first.len() });
    view! {
        <Frame entry=Entry::Course>
            <div class="titular">
                <p class="num" aria-hidden="true">{module_index + 1}</p>
                <div class="pila">
                    <p class="meta"><a href=site.url(&format!("/modulos/{}/", module.id))>{module.title.clone()}</a></p>
                    <p class="meta">{place}</p>
                    <h1>{lesson.title.clone()}</h1>
                    <Label sign=Sign::from(lesson.role) text=Sign::from(lesson.role).subject()/>
                </div>
            </div>
            <Blocks blocks=opening module=module.clone() lesson=lesson.clone()/>
            <article class="leccion">
                <Rail entries current=lesson.id.clone() label=format!("Lecciones del módulo {}", module_index + 1)/>
                <Blocks blocks=first module=module.clone() lesson=lesson.clone()/>
                {gate.map(|simulation| view! { <WayIn simulation/> })}
                <Blocks blocks=last module=module.clone() lesson=lesson.clone()/>
                <Sources lesson=lesson.clone()/>
            </article>
            <Definitions terms=terms(&lesson)/>
            <Next module_index index/>
        </Frame>
    }
}

/// Where the way into a simulation stands: before what is better read after it.
fn gate_place(blocks: &[Block]) -> usize {
    let is_late = |block: &Block| match block {
        Block::Section(section) => matches!(section.kind, SectionKind::Depends | SectionKind::Takeaways),
        Block::Question(_) => false,
    };
    blocks.iter().position(is_late).unwrap_or(blocks.len())
}

fn is_scene(block: &Block) -> bool {
    matches!(block, Block::Section(section) if matches!(section.kind, SectionKind::Scene(_)))
}

#[component]
fn Blocks(blocks: Vec<Block>, module: Module, lesson: Lesson) -> impl IntoView {
    let block = |block: Block| view! { <BlockView block module=module.clone() lesson=lesson.clone()/> };
    blocks.into_iter().map(block).collect_view()
}

#[component]
fn BlockView(block: Block, module: Module, lesson: Lesson) -> impl IntoView {
    let site = Site::here();
    match block {
        Block::Section(section) => {
            let rubric = match &section.kind {
                SectionKind::Rubric(rubric) => Some(rubric_view(&site, &lesson, rubric)),
                _ => None,
            };
            view! { <Prose section/> {rubric.map(|view| view! { <SelfRating view/> })} }.into_any()
        }
        Block::Question(question) => {
            let next = next_stop(&lesson, &question.id);
            let home = Home::Lesson { module: module.id.clone(), lesson: lesson.id.clone() };
            let view = case_view(&site, &question, home, next);
            view! { <Case question=*question view/> }.into_any()
        }
    }
}

/// What the learner needs to rate their own work.
fn rubric_view(site: &Site, lesson: &Lesson, rubric: &Rubric) -> RubricView {
    let based = |criterion: &Criterion| Criterion {
        levels: criterion.levels.iter().map(|level| site.based(level)).collect(),
        ..criterion.clone()
    };
    RubricView {
        lesson: lesson.id.clone(),
        levels: rubric.levels.clone(),
        criteria: rubric.criteria.iter().map(based).collect(),
    }
}

/// Where to go after a case: the next one, or the end of the lesson.
fn next_stop(lesson: &Lesson, current: &crate::course::ItemId) -> Link {
    let following = lesson.questions().skip_while(|question| &question.id != current).nth(1);
    match following {
        Some(question) => Link { href: format!("#{}", question.id), text: "Siguiente caso".into() },
        None => Link { href: format!("#{}", plan(lesson).last_anchor), text: "Terminar la lección".into() },
    }
}

fn terms(lesson: &Lesson) -> Vec<TermId> {
    let of_block = |block: &Block| match block {
        Block::Section(section) => section.terms.clone(),
        Block::Question(question) => question.terms.clone(),
    };
    lesson.blocks.iter().flat_map(of_block).collect()
}

/// The claims behind the lesson, and when it was last revised.
#[component]
fn Sources(lesson: Lesson) -> impl IntoView {
    let site = Site::here();
    let source = |id: crate::course::SourceId| {
        view! { <li><a href=site.url(&format!("/fuentes/#{id}"))>{id.to_string()}</a></li> }
    };
    let revised = match lesson.jurisdiction {
        Some(jurisdiction) => format!("Revisada el {}. Notas legales: {jurisdiction}.", spanish_date(&lesson.revised)),
        None => format!("Revisada el {}.", spanish_date(&lesson.revised)),
    };
    view! {
        <section class="nota fuentes" aria-labelledby="fuentes-titulo">
            <h2 id="fuentes-titulo">"Fuentes de la lección"</h2>
            <ul>{lesson.sources.into_iter().map(source).collect_view()}</ul>
            <p>{revised}</p>
        </section>
    }
}

/// `2026-11-22` as «22 de noviembre de 2026»; anything else as it is.
fn spanish_date(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return date.to_owned() };
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    match (name, day.parse::<u32>()) {
        (Some(name), Ok(day)) => format!("{day} de {name} de {year}"),
        _ => date.to_owned(),
    }
}

/// The lesson that follows, in this module or the next; the profile after the last one.
#[component]
fn Next(module_index: usize, index: usize) -> impl IntoView {
    let site = Site::here();
    let modules = &site.course.modules;
    let here = modules.get(module_index).and_then(|module| module.lessons.get(index + 1));
    let (number, meta, title, href) = match (here, modules.get(module_index + 1)) {
        (Some(lesson), _) => (
            (index + 2).to_string(),
            format!("Siguiente lección · {} minutos", lesson.minutes),
            lesson.title.clone(),
            format!("/lecciones/{}/", lesson.id),
        ),
        (None, Some(module)) => (
            (module_index + 2).to_string(),
            format!("Siguiente módulo · {} minutos", module.minutes()),
            module.title.clone(),
            format!("/modulos/{}/", module.id),
        ),
        (None, None) => (String::new(), "Has llegado al final".into(), "Mira tu perfil".into(), "/perfil/".into()),
    };
    view! {
        <nav class="campo n" aria-label="Lo que sigue">
            <a class="siguiente" href=site.url(&href)>
                <span class="num" aria-hidden="true">{number}</span>
                <span><span class="meta">{meta}</span><strong>{title}</strong></span>
                <svg class="flecha" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 2 22 12 12 22V15H1V9H12Z"></path></svg>
            </a>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::spanish_date;

    #[test]
    fn a_date_reads_as_spanish_writes_it() {
        assert_eq!(spanish_date("2026-11-22"), "22 de noviembre de 2026");
        assert_eq!(spanish_date("2027-01-05"), "5 de enero de 2027");
        assert_eq!(spanish_date("pronto"), "pronto");
        assert_eq!(spanish_date("2026-00-01"), "2026-00-01");
    }
}
