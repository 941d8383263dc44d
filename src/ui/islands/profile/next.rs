//! «Por dónde seguir»: at most three steps, each with a link to the exact paragraph or case.

use leptos::prelude::*;

use super::ProfileView;
use crate::assess::ENOUGH_EVIDENCE;
use crate::course::{CompetencyId, Item, ItemId, LessonId};
use crate::learner::{Journal, NextStep, Profile, WeakPoint};
use crate::ui::parts::escape;
use crate::ui::parts::format::{evidence, quoted};
use crate::ui::store::Store;

/// A step, in words.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    title: String,
    why: String,
    href: String,
    link: String,
}

#[component]
pub fn NextSteps(profile: Memo<Profile>, view: StoredValue<ProfileView>) -> impl IntoView {
    let store = Store::here();
    let steps = Memo::new(move |_| {
        profile.with(|profile| {
            view.with_value(|view| match store.bank() {
                Some(bank) if !store.journal().with(Journal::is_empty) => steps(&profile.weak_points, view, &bank),
                _ => view.first_steps.clone(),
            })
        })
    });
    view! {
        <section class="bloque-arena" aria-labelledby="por-donde" hidden=move || steps.with(String::is_empty)>
            <h2 id="por-donde">"Por dónde seguir"</h2>
            <ol class="huecos" inner_html=steps></ol>
        </section>
    }
}

fn steps(points: &[WeakPoint], view: &ProfileView, bank: &[Item]) -> String {
    points.iter().map(|point| step(point, view, bank).html()).collect()
}

/// Where somebody who has answered nothing may begin.
#[cfg(feature = "tool")]
pub fn first_steps(view: &ProfileView, bank: &[Item]) -> String {
    let ids: Vec<CompetencyId> = view.competencies.iter().map(|competency| competency.id.clone()).collect();
    let profile = crate::learner::profile(bank, &ids, &Journal::default(), view.threshold);
    steps(&profile.weak_points, view, bank)
}

impl Step {
    fn html(&self) -> String {
        let [title, why, href, link] = [&self.title, &self.why, &self.href, &self.link].map(|text| escape(text));
        format!("<li><h3>{title}</h3><p>{why}</p><a href=\"{href}\">{link}</a></li>")
    }
}

fn step(point: &WeakPoint, view: &ProfileView, bank: &[Item]) -> Step {
    let title = name(&point.competency, view);
    match &point.step {
        NextStep::Review { item, link } => Step {
            title,
            why: format!("Donde más se te escapó: el caso {}.", quoted(&case_title(item, bank))),
            href: format!("{}#{}", lesson(&link.lesson, view).0, link.anchor),
            link: format!("Repasar {}", quoted(&link.title)),
        },
        NextStep::Practise { missing, lesson: id, item } => {
            let (href, lesson_title) = lesson(id, view);
            Step {
                title,
                why: missing_words(*missing),
                href: format!("{href}#{item}"),
                link: format!("Caso {}, en {}", quoted(&case_title(item, bank)), quoted(&lesson_title)),
            }
        }
    }
}

/// How far the estimate is. It promises nothing: a short course may not have that much evidence to give.
fn missing_words(missing: f64) -> String {
    let gathered = (ENOUGH_EVIDENCE - missing).max(0.0);
    format!("Lleva {} de las {} evidencias que pide una estimación.", evidence(gathered), evidence(ENOUGH_EVIDENCE))
}

fn name(id: &CompetencyId, view: &ProfileView) -> String {
    let found = view.competencies.iter().find(|competency| &competency.id == id);
    found.map_or_else(|| id.to_string(), |competency| competency.name.clone())
}

fn case_title(id: &ItemId, bank: &[Item]) -> String {
    let found = bank.iter().find(|item| &item.id == id);
    found.map_or_else(|| id.to_string(), |item| item.title.clone())
}

/// Address and title of a lesson.
fn lesson(id: &LessonId, view: &ProfileView) -> (String, String) {
    let found = view.lessons.iter().find(|lesson| &lesson.id == id);
    found.map(|lesson| (lesson.href.clone(), lesson.title.clone())).unwrap_or_default()
}
