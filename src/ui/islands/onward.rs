//! The way in: begin at the first lesson, or go on exactly where the reading stopped.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::carried::Carried;
use crate::course::LessonId;
use crate::learner::{self, Journal, LessonPlan, LessonState};
use crate::ui::parts::format::quoted;
use crate::ui::parts::live;
use crate::ui::store::Store;

/// Where the stops lead through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    Course,
    Module,
}

/// A lesson as a place to go on from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    pub plan: LessonPlan,
    pub title: String,
    pub href: String,
}

/// Where to go, and what to say about it.
#[derive(Debug, Clone, PartialEq)]
struct Way {
    label: &'static str,
    href: String,
    detail: String,
}

#[island]
pub fn Onward(#[prop(into)] stops: Carried<Vec<Stop>>, scope: Scope) -> impl IntoView {
    let Carried(stops) = stops;
    let store = Store::here();
    let way = Memo::new(move |_| store.journal().with(|journal| way(&stops, scope, journal)));
    view! {
        <div class="adelante">
            <a class="boton" href=move || way.get().href inner_html=move || live(way.get().label)></a>
            <p class="meta" inner_html=move || live(way.get().detail)></p>
        </div>
    }
}

/// The place reached last; once its lesson is done, the next one that is not; the first lesson for a new learner.
fn way(stops: &[Stop], scope: Scope, journal: &Journal) -> Way {
    let state = |stop: &Stop| learner::lesson_progress(&stop.plan, journal).state;
    let index_of = |lesson: &LessonId| stops.iter().position(|stop| &stop.plan.id == lesson);
    let reached = learner::last_place(journal, |lesson| index_of(lesson).is_some());
    let last = reached.and_then(|(lesson, anchor)| Some((index_of(lesson)?, anchor)));
    let (before, from_here) = stops.split_at(last.map_or(0, |(index, _)| index));
    let Some(stop) = from_here.iter().chain(before).find(|stop| state(stop) != LessonState::Done) else {
        return review(from_here.first(), scope);
    };
    let begun = stops.iter().any(|stop| state(stop) != LessonState::NotStarted);
    let (label, lead) = match (begun, last) {
        (false, _) => ("Empezar", "Primera lección"),
        (true, Some((index, _))) if stop.plan.id == stops[index].plan.id => ("Continuar", "Donde lo dejaste"),
        (true, _) => ("Continuar", "Siguiente lección"),
    };
    let anchor = last.filter(|_| lead == "Donde lo dejaste").map(|(_, anchor)| format!("#{anchor}"));
    let href = format!("{}{}", stop.href, anchor.unwrap_or_default());
    Way { label, href, detail: format!("{lead}: {}.", quoted(&stop.title)) }
}

/// There is nothing left to do: the lesson reached last, to read it again.
fn review(stop: Option<&Stop>, scope: Scope) -> Way {
    let detail = match scope {
        Scope::Course => "Has decidido todos los casos del curso.",
        Scope::Module => "Has decidido todos los casos de este módulo.",
    };
    Way { label: "Repasar", href: stop.map(|stop| stop.href.clone()).unwrap_or_default(), detail: detail.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Fingerprint, Response, option_key};
    use crate::learner::{Event, EventId, Timestamp, What};

    fn stop(id: &str) -> Stop {
        let items = vec![(format!("{id}-a").as_str().into(), Fingerprint::new("f"))];
        let plan = LessonPlan { id: id.into(), items, last_anchor: "fin".into(), simulation: None };
        Stop { plan, title: id.to_uppercase(), href: format!("/lecciones/{id}/") }
    }

    fn journal(events: Vec<What>) -> Journal {
        let event = |(n, what): (usize, What)| Event { id: EventId::new(n.to_string()), at: Timestamp(n as i64), what };
        events.into_iter().enumerate().map(event).collect()
    }

    fn reached(lesson: &str) -> What {
        What::Reached { lesson: lesson.into(), anchor: "clave".into() }
    }

    fn answered(item: &str) -> What {
        What::Answered {
            item: item.into(),
            fingerprint: Fingerprint::new("f"),
            response: Response::Single(option_key("x")),
            certainty: None,
            seconds: None,
        }
    }

    #[test]
    fn a_new_learner_begins_and_one_who_comes_back_goes_on() {
        let stops = [stop("l1"), stop("l2")];
        let href = |events| way(&stops, Scope::Course, &journal(events)).href;
        assert_eq!(href(vec![]), "/lecciones/l1/");
        assert_eq!(href(vec![reached("l1")]), "/lecciones/l1/#clave");
        assert_eq!(href(vec![reached("l1"), answered("l1-a")]), "/lecciones/l2/");
        assert_eq!(href(vec![answered("l2-a"), reached("l2")]), "/lecciones/l1/");
        let done = way(&stops, Scope::Course, &journal(vec![answered("l1-a"), answered("l2-a"), reached("l2")]));
        assert_eq!(done.label, "Repasar");
    }

    #[test]
    fn a_module_goes_by_its_own_lessons() {
        let stops = [stop("l1"), stop("l2")];
        let way = |events| way(&stops, Scope::Module, &journal(events));
        let half_done = way(vec![reached("l1"), answered("l1-a"), reached("elsewhere")]);
        assert_eq!((half_done.label, half_done.href.as_str()), ("Continuar", "/lecciones/l2/"));
        let begun_elsewhere = way(vec![reached("elsewhere")]);
        assert_eq!((begun_elsewhere.label, begun_elsewhere.href.as_str()), ("Empezar", "/lecciones/l1/"));
        let done = way(vec![answered("l1-a"), answered("l2-a"), reached("elsewhere")]);
        assert_eq!(done.detail, "Has decidido todos los casos de este módulo.");
    }
}
