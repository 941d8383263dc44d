//! Copies that come back: what they have and the shelf lacks is added, and nothing is taken away.

use leptos::prelude::*;

use super::{Line, Store, Trouble};
use crate::course::fnv1a;
use crate::learner::Restored;
use crate::ui::browser;

/// What a copy has added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    pub lines: usize,
    /// Those of them that this version cannot read.
    pub unreadable: usize,
}

impl Store {
    /// Adds what a copy has and this shelf lacks; returns how many lines were new, and how many of them cannot be read.
    pub async fn restore(self, copy: &Restored) -> Result<Added, Trouble> {
        let shelf = self.open_shelf()?;
        let missing = self.journal.with_untracked(|journal| {
            let events = copy.missing_from(journal).into_iter();
            events.map(|stored| (stored.event.id.to_string(), stored.line.clone())).collect::<Vec<Line>>()
        });
        let unreadable = self.lines.with_untracked(|lines| strangers(copy, lines));
        let added = Added { lines: missing.len() + unreadable.len(), unreadable: unreadable.len() };
        let lines: Vec<Line> = missing.into_iter().chain(unreadable).collect();
        shelf.append(&lines).await?;
        self.read().await?;
        browser::tell_other_tabs();
        Ok(added)
    }
}

/// The lines of a copy that nobody here can read and that are not here yet. They have no id to be known by; their own
/// hash stands in for one.
fn strangers(copy: &Restored, here: &[Line]) -> Vec<Line> {
    let is_new = |line: &&String| !here.iter().any(|(_, other)| other == *line);
    let lines = copy.unreadable.iter().map(|unreadable| &unreadable.line).filter(is_new);
    lines.map(|line| (format!("ilegible-{:016x}", fnv1a(line.as_bytes())), line.clone())).collect()
}
