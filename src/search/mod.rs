//! Searching the course: words → stems → index → hits.
//!
//! ```text
//! natively      Document… ── build ──→ Index ──→ JSON
//! in the page   JSON ──→ Index ─┐
//!               what was typed ─┴── search ──→ Hit…
//! ```
//!
//! A document is found by the stems of its words, so that «publicaciones» finds what says «publicar». The index keeps
//! which stems each document has and how many times, not its text. Nothing here knows where documents come from.

mod index;
mod query;
mod words;

pub use index::{Document, Entry, Index, Kind, build};
pub use query::{Hit, search};
pub use words::{stem, words};

#[cfg(test)]
mod tests;
