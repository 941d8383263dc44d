//! The learner's journal as the islands of a page see it.
//!
//! ```text
//! shelf (IndexedDB) ── lines ─ learner::decode ──▶ Journal (signal) ──▶ every island
//! an island ── record(What) ──▶ Event ──▶ Journal, at once
//!                                 └─ learner::encode ──▶ shelf, at once; kept to try again when it fails
//! another tab ── a word on the channel ──▶ the shelf is read again
//! ```

mod copies;
mod trouble;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{self, Shelf, StorageError};
use crate::course::Bank;
use crate::learner::{self, Event, EventId, Journal, Timestamp, What};

pub use copies::Added;
pub use trouble::{Trouble, Unreadable};

/// A line of the shelf: the id of its event and its text.
type Line = (String, String);

/// What all the islands of a page share.
#[derive(Clone, Copy)]
pub struct Store {
    journal: RwSignal<Journal>,
    opening: RwSignal<Opening>,
    trouble: RwSignal<Option<Trouble>>,
    /// How many times the shelf has failed to take a line.
    failures: RwSignal<usize>,
    /// The lines that cannot be read, counted.
    unreadable: RwSignal<Unreadable>,
    /// Every line, as it is or will be on the shelf.
    lines: RwSignal<Vec<Line>>,
    /// Those that the shelf has not taken yet.
    pending: StoredValue<Vec<Line>>,
    /// Those of them that have not been handed to it, or that it has given back.
    waiting: StoredValue<Vec<Line>>,
    shelf: StoredValue<Option<std::rc::Rc<Shelf>>, LocalStorage>,
    /// The items of the course, once they have come.
    bank: RwSignal<Option<Arc<Bank>>>,
    bank_asked: StoredValue<bool>,
    /// When the page opened, or when something was last answered on it.
    since: StoredValue<Timestamp>,
    /// The browser has been asked to keep the shelf when room is short.
    asked: StoredValue<bool>,
}

/// How the first reading of the shelf went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Reading,
    Read,
    #[cfg_attr(not(feature = "aula"), allow(dead_code, reason = "the native build opens no shelf"))]
    Failed(StorageError),
}

impl Store {
    fn new() -> Self {
        Self {
            journal: RwSignal::new(Journal::default()),
            opening: RwSignal::new(Opening::Reading),
            trouble: RwSignal::new(None),
            failures: RwSignal::new(0),
            unreadable: RwSignal::new(Unreadable::default()),
            lines: RwSignal::new(Vec::new()),
            pending: StoredValue::new(Vec::new()),
            waiting: StoredValue::new(Vec::new()),
            shelf: StoredValue::new_local(None),
            bank: RwSignal::new(None),
            bank_asked: StoredValue::new(false),
            since: StoredValue::new(browser::now()),
            asked: StoredValue::new(false),
        }
    }

    /// The store that the islands of this page share; an empty one where there is no page yet.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Makes the store of a page and begins to read the shelf.
    #[cfg(feature = "aula")]
    pub fn open() -> Self {
        let store = Self::new();
        spawn_local(async move {
            let opening = match store.begin().await {
                Ok(()) => Opening::Read,
                Err(error) => {
                    store.trouble.set(Some(error.into()));
                    Opening::Failed(error)
                }
            };
            store.opening.set(opening);
        });
        store
    }

    #[cfg(feature = "aula")]
    async fn begin(self) -> Result<(), StorageError> {
        let shelf = Shelf::open(&browser::course_id()).await?;
        self.shelf.set_value(Some(shelf.into()));
        browser::on_other_tab(&browser::course_id(), move || spawn_local(self.read_again()));
        self.read().await?;
        // What was answered while the shelf was opening.
        self.flush().await;
        Ok(())
    }

    pub fn journal(self) -> RwSignal<Journal> {
        self.journal
    }

    /// The items of the course. They are fetched once, when something first asks for them, and `None` until they come.
    pub fn bank(self) -> Option<Arc<Bank>> {
        if !self.bank_asked.get_value() {
            self.bank_asked.set_value(true);
            spawn_local(async move {
                let text = browser::fetch_text(&browser::root_attribute("data-banco")).await;
                let bank = text.and_then(|text| serde_json::from_str(&text).ok());
                match bank {
                    Some(bank) => self.bank.set(Some(Arc::new(bank))),
                    None => self.trouble.set(Some(Trouble::Bank)),
                }
            });
        }
        self.bank.get()
    }

    /// Whether the first reading of the shelf is over, well or badly.
    pub fn is_settled(self) -> bool {
        self.opening.get() != Opening::Reading
    }

    /// Whether what the shelf holds is known.
    pub fn is_read(self) -> bool {
        self.opening.get() == Opening::Read
    }

    /// What to tell the learner about storage, if anything.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get().or_else(|| Trouble::of_lines(self.unreadable.get()))
    }

    /// How many times the shelf has failed: the same trouble again is news.
    pub fn failures(self) -> usize {
        self.failures.get()
    }

    /// Notes what the learner did, now: the islands see it at once, and the shelf takes it at once.
    pub fn record(self, what: What) {
        // Some browsers ask the learner, who should have something to keep by then.
        let is_answer = matches!(what, What::Answered { .. } | What::Decided { .. });
        let event = Event { id: EventId::new(browser::fresh_id()), at: browser::now(), what };
        if is_answer {
            self.since.set_value(event.at);
        }
        let line = (event.id.to_string(), learner::encode(&event));
        self.journal.update(|journal| {
            journal.insert(event);
        });
        self.lines.update(|lines| lines.push(line.clone()));
        self.pending.update_value(|pending| pending.push(line.clone()));
        self.waiting.update_value(|waiting| waiting.push(line));
        spawn_local(self.flush());
        if is_answer && !self.asked.get_value() {
            self.asked.set_value(true);
            browser::ask_for_durable_storage();
        }
    }

    /// The time since the page opened or since the last answer on it; `None` when the clock has gone back.
    pub fn seconds(self) -> Option<u32> {
        u32::try_from((browser::now().0 - self.since.get_value().0) / 1000).ok()
    }

    /// The lines of a copy: every one, those nobody can read included.
    pub fn lines(self) -> Vec<String> {
        self.lines.read().iter().map(|(_, line)| line.clone()).collect()
    }

    /// Takes everything off the shelf, here and in the other tabs.
    pub async fn erase(self) -> Result<(), Trouble> {
        self.open_shelf()?.clear().await?;
        self.pending.set_value(Vec::new());
        self.waiting.set_value(Vec::new());
        self.read().await?;
        browser::tell_other_tabs();
        Ok(())
    }

    /// The shelf, or why there is none.
    fn open_shelf(self) -> Result<std::rc::Rc<Shelf>, Trouble> {
        self.shelf.get_value().ok_or_else(|| match self.opening.get_untracked() {
            Opening::Failed(error) => error.into(),
            Opening::Reading | Opening::Read => Trouble::Opening,
        })
    }

    /// Reads the shelf again. What has not been written yet stays.
    async fn read(self) -> Result<(), StorageError> {
        if let Some(shelf) = self.shelf.get_value() {
            self.take(shelf.lines().await?);
        }
        Ok(())
    }

    #[cfg(feature = "aula")]
    async fn read_again(self) {
        if let Err(error) = self.read().await {
            self.trouble.set(Some(error.into()));
        }
    }

    fn take(self, mut lines: Vec<Line>) {
        let waiting =
            self.pending.get_value().into_iter().filter(|(id, _)| !lines.iter().any(|(other, _)| other == id));
        lines.extend(waiting.collect::<Vec<_>>());
        let mut unreadable = Unreadable::default();
        let event = |(_, line): &Line| learner::decode(line).map_err(|cause| unreadable.count(&cause)).ok();
        self.journal.set(lines.iter().filter_map(event).collect());
        self.unreadable.set(unreadable);
        self.lines.set(lines);
    }

    /// Writes what is waiting. A failure keeps it for the next time and says so.
    async fn flush(self) {
        let Some(shelf) = self.shelf.get_value() else { return };
        let lines = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        if lines.is_empty() {
            return;
        }
        let written = match shelf.add(&lines).await {
            Ok(()) => Ok(()),
            // Perhaps one of them was there already: then the others are added one by one.
            Err(_) => shelf.append(&lines).await,
        };
        match written {
            Ok(()) => {
                self.pending.update_value(|pending| pending.retain(|line| !lines.contains(line)));
                self.trouble.set(None);
                browser::tell_other_tabs();
            }
            Err(error) => {
                self.waiting.update_value(|waiting| waiting.splice(0..0, lines).for_each(drop));
                self.failures.update(|failures| *failures += 1);
                self.trouble.set(Some(error.into()));
            }
        }
    }
}
