//! The learner's journal as the islands of a page see it.
//!
//! ```text
//! shelf (IndexedDB) ── lines ─ learner::decode ──▶ Journal (signal) ──▶ every island
//! an island ── record(What) ──▶ Event ──▶ Journal, at once
//!                                 └─ learner::encode ──▶ shelf, at once; kept to try again when it fails
//! another tab ── a word on the channel ──▶ the shelf is read again
//! ```

mod trouble;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{self, Shelf, StorageError};
use crate::course::fnv1a;
use crate::learner::{self, Event, EventId, Journal, Restored, What};

pub use trouble::Trouble;

/// A line of the shelf: the id of its event and its text.
type Line = (String, String);

/// What all the islands of a page share.
#[derive(Clone, Copy)]
pub struct Store {
    journal: RwSignal<Journal>,
    /// False until the shelf has been read for the first time.
    loaded: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    /// Every line, as it is or will be on the shelf.
    lines: RwSignal<Vec<Line>>,
    /// Those that the shelf has not taken yet.
    pending: StoredValue<Vec<Line>>,
    /// Those of them that have not been handed to it, or that it has given back.
    waiting: StoredValue<Vec<Line>>,
    shelf: StoredValue<Option<std::rc::Rc<Shelf>>, LocalStorage>,
}

impl Store {
    fn new() -> Self {
        Self {
            journal: RwSignal::new(Journal::default()),
            loaded: RwSignal::new(false),
            trouble: RwSignal::new(None),
            lines: RwSignal::new(Vec::new()),
            pending: StoredValue::new(Vec::new()),
            waiting: StoredValue::new(Vec::new()),
            shelf: StoredValue::new_local(None),
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
            match Shelf::open(&browser::course_id()).await {
                Ok(shelf) => {
                    store.shelf.set_value(Some(shelf.into()));
                    browser::on_other_tab(&browser::course_id(), move || spawn_local(store.read()));
                    store.read().await;
                    // What was answered while the shelf was opening.
                    store.flush().await;
                }
                Err(error) => store.trouble.set(Some(error.into())),
            }
            store.loaded.set(true);
        });
        store
    }

    pub fn journal(self) -> RwSignal<Journal> {
        self.journal
    }

    pub fn loaded(self) -> RwSignal<bool> {
        self.loaded
    }

    /// What to tell the learner about storage, if anything.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get().or_else(|| Trouble::of_lines(self.lines.read().iter().map(|(_, line)| line.as_str())))
    }

    /// Notes what the learner did, now: the islands see it at once, and the shelf takes it at once.
    pub fn record(self, what: What) {
        let event = Event { id: EventId::new(browser::fresh_id()), at: browser::now(), what };
        let line = (event.id.to_string(), learner::encode(&event));
        self.journal.update(|journal| {
            journal.insert(event);
        });
        self.lines.update(|lines| lines.push(line.clone()));
        self.pending.update_value(|pending| pending.push(line.clone()));
        self.waiting.update_value(|waiting| waiting.push(line));
        spawn_local(self.flush());
    }

    /// The lines of a copy: every one, those nobody can read included.
    pub fn lines(self) -> Vec<String> {
        self.lines.read().iter().map(|(_, line)| line.clone()).collect()
    }

    /// Adds what a copy has and this shelf lacks; returns how many lines were new.
    pub async fn restore(self, copy: &Restored) -> Result<usize, Trouble> {
        let Some(shelf) = self.shelf.get_value() else { return Err(StorageError::Missing.into()) };
        let missing = self.journal.with_untracked(|journal| {
            let events = copy.missing_from(journal).into_iter();
            events.map(|stored| (stored.event.id.to_string(), stored.line.clone())).collect::<Vec<Line>>()
        });
        // A line that cannot be read has no id; its own hash keeps it from being stored twice.
        let unreadable = copy.unreadable.iter().map(|unreadable| &unreadable.line);
        let unreadable = unreadable.map(|line| (format!("ilegible-{:016x}", fnv1a(line.as_bytes())), line.clone()));
        let added = missing.len();
        let lines: Vec<Line> = missing.into_iter().chain(unreadable).collect();
        shelf.append(&lines).await?;
        self.read().await;
        browser::tell_other_tabs();
        Ok(added)
    }

    /// Takes everything off the shelf, here and in the other tabs.
    pub async fn erase(self) -> Result<(), Trouble> {
        let Some(shelf) = self.shelf.get_value() else { return Err(StorageError::Missing.into()) };
        shelf.clear().await?;
        self.pending.set_value(Vec::new());
        self.waiting.set_value(Vec::new());
        self.read().await;
        browser::tell_other_tabs();
        Ok(())
    }

    /// Reads the shelf again. What has not been written yet stays.
    async fn read(self) {
        let Some(shelf) = self.shelf.get_value() else { return };
        match shelf.lines().await {
            Ok(lines) => self.take(lines),
            Err(error) => self.trouble.set(Some(error.into())),
        }
    }

    fn take(self, mut lines: Vec<Line>) {
        let waiting =
            self.pending.get_value().into_iter().filter(|(id, _)| !lines.iter().any(|(other, _)| other == id));
        lines.extend(waiting.collect::<Vec<_>>());
        self.journal.set(lines.iter().filter_map(|(_, line)| learner::decode(line).ok()).collect());
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
                browser::ask_for_durable_storage();
                browser::tell_other_tabs();
            }
            Err(error) => {
                self.waiting.update_value(|waiting| waiting.splice(0..0, lines).for_each(drop));
                self.trouble.set(Some(error.into()));
            }
        }
    }
}
