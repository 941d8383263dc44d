//! Items and events with as few words as possible.

use timon_y_voz::assess::Certainty;
use timon_y_voz::course::{Credit, Fingerprint, Home, Item, Key, OptionKey, Response, ReviewLink};
use timon_y_voz::learner::{Event, EventId, Journal, Timestamp, What};

/// An item of one best option out of `buena` (1), `regular` (.4) and `mala` (0).
pub fn item(id: &str, lesson: &str, competencies: &[(&str, f64)]) -> Item {
    let options = [("buena", 1.0), ("regular", 0.4), ("mala", 0.0)];
    let key = Key::Single(options.map(|(id, credit)| (OptionKey::from(id), Credit::Same(credit))).to_vec());
    Item {
        id: id.into(),
        title: id.into(),
        home: Home::Lesson { module: lesson.split('-').next().unwrap().into(), lesson: lesson.into() },
        form: "unica".into(),
        fingerprint: Fingerprint::of(&key),
        competencies: competencies.iter().map(|(id, weight)| ((*id).into(), *weight)).collect(),
        objective: None,
        difficulty: None,
        words: 60,
        facets: Vec::new(),
        scenario: None,
        review: ReviewLink { lesson: lesson.into(), anchor: format!("repaso-{id}"), title: format!("Repaso de {id}") },
        key,
    }
}

/// An event whose id is its time.
pub fn event(at: i64, what: What) -> Event {
    Event { id: EventId::new(format!("e{at}")), at: Timestamp(at), what }
}

pub fn answered(at: i64, item: &Item, option: &str) -> Event {
    let response = Response::Single(option.into());
    event(
        at,
        What::Answered {
            item: item.id.clone(),
            fingerprint: item.fingerprint.clone(),
            response,
            certainty: None,
            seconds: None,
        },
    )
}

/// An answer given with that certainty.
pub fn answered_with(at: i64, item: &Item, option: &str, certainty: Certainty) -> Event {
    let response = Response::Single(option.into());
    let (id, fingerprint) = (item.id.clone(), item.fingerprint.clone());
    event(at, What::Answered { item: id, fingerprint, response, certainty: Some(certainty), seconds: None })
}

pub fn solution_seen(at: i64, item: &Item) -> Event {
    event(at, What::SolutionSeen { item: item.id.clone(), fingerprint: item.fingerprint.clone() })
}

pub fn hint_opened(at: i64, item: &Item, hint: usize) -> Event {
    event(at, What::HintOpened { item: item.id.clone(), fingerprint: item.fingerprint.clone(), hint })
}

pub fn reached(at: i64, lesson: &str, anchor: &str) -> Event {
    event(at, What::Reached { lesson: lesson.into(), anchor: anchor.into() })
}

pub fn journal(events: impl IntoIterator<Item = Event>) -> Journal {
    events.into_iter().collect()
}

/// The item after its key was corrected.
pub fn corrected(item: &Item) -> Item {
    let key = Key::Single(vec![("buena".into(), Credit::Same(1.0)), ("mala".into(), Credit::Same(0.25))]);
    Item { fingerprint: Fingerprint::of(&key), key, ..item.clone() }
}
