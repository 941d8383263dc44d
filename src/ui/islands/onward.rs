//! The way in: begin at the first lesson, or go on exactly where the reading stopped.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::learner::{self, Journal, LessonPlan, LessonState};
use crate::ui::parts::live;
use crate::ui::store::Store;

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
pub fn Onward(stops: Vec<Stop>) -> impl IntoView {
    let store = Store::here();
    let way = Memo::new(move |_| store.journal().with(|journal| way(&stops, journal)));
    view! {
        <div class="adelante">
            <a class="boton" href=move || way.get().href inner_html=move || live(way.get().label)></a>
            <p class="meta" inner_html=move || live(way.get().detail)></p>
        </div>
    }
}

/// The place reached last; once its lesson is done, the next one that is not; the first lesson for a new learner.
fn way(stops: &[Stop], journal: &Journal) -> Way {
    let is_done = |stop: &Stop| learner::lesson_progress(&stop.plan, journal).state == LessonState::Done;
    let reached = learner::last_place(journal);
    let last =
        reached.and_then(|(lesson, anchor)| Some((stops.iter().position(|stop| &stop.plan.id == lesson)?, anchor)));
    let Some((index, anchor)) = last else {
        let first = stops.first();
        return Way {
            label: "Empezar",
            href: first.map(|stop| stop.href.clone()).unwrap_or_default(),
            detail: first.map(|stop| format!("Primera lección: «{}».", stop.title)).unwrap_or_default(),
        };
    };
    let (before, from_here) = stops.split_at(index);
    match from_here.iter().chain(before).find(|stop| !is_done(stop)) {
        Some(stop) if stop.plan.id == stops[index].plan.id => Way {
            label: "Continuar",
            href: format!("{}#{anchor}", stop.href),
            detail: format!("Donde lo dejaste: «{}».", stop.title),
        },
        Some(stop) => {
            Way {
                label: "Continuar", href: stop.href.clone(), detail: format!("Siguiente lección: «{}».", stop.title)
            }
        }
        None => Way {
            label: "Repasar",
            href: stops[index].href.clone(),
            detail: "Has decidido todos los casos del curso.".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Fingerprint, Response, option_key};
    use crate::learner::{Event, EventId, Timestamp, What};

    fn stop(id: &str) -> Stop {
        let items = vec![(format!("{id}-a").as_str().into(), Fingerprint::new("f"))];
        let plan = LessonPlan { id: id.into(), items, last_anchor: "fin".into() };
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
        }
    }

    #[test]
    fn a_new_learner_begins_and_one_who_comes_back_goes_on() {
        let stops = [stop("l1"), stop("l2")];
        let href = |events| way(&stops, &journal(events)).href;
        assert_eq!(href(vec![]), "/lecciones/l1/");
        assert_eq!(href(vec![reached("l1")]), "/lecciones/l1/#clave");
        assert_eq!(href(vec![reached("l1"), answered("l1-a")]), "/lecciones/l2/");
        assert_eq!(href(vec![answered("l2-a"), reached("l2")]), "/lecciones/l1/");
        let done = way(&stops, &journal(vec![answered("l1-a"), answered("l2-a"), reached("l2")]));
        assert_eq!(done.label, "Repasar");
    }
}
