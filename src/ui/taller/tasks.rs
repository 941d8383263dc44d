//! The assignments made in this browser, so that the class panel knows what each one asked.

use crate::exchange::assignment::{Received, from_link};
use crate::ui::browser;

const NAME: &str = "timon-tareas";
/// How many are remembered.
const MOST: usize = 100;

/// The links, the newest first.
pub fn remembered() -> Vec<String> {
    let kept = browser::kept(NAME).unwrap_or_default();
    kept.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}

pub fn remember(link: &str) {
    let mut links = remembered();
    links.retain(|other| other != link);
    links.insert(0, link.to_owned());
    links.truncate(MOST);
    browser::keep(NAME, &links.join("\n"));
}

/// The assignments themselves; those that cannot be read any more are passed over.
pub fn read() -> Vec<Received> {
    remembered().iter().filter_map(|link| from_link(link, &browser::course_id()).ok()).collect()
}
