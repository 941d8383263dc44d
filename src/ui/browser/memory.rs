//! Small texts that the browser keeps for this site, apart from the journal: what an instructor leaves on the desk.

use web_sys::Storage;

pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was kept under a name; `None` when nothing was, or the browser keeps nothing.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text under a name. False when the browser does not keep it.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}
