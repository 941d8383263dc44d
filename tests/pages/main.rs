//! Whole pages, drawn natively from the small course of the diagnostics.
//!
//! Snapshots hold the markup that style sheets, islands and readers count on; `INSTA_UPDATE=always cargo test --test
//! pages` writes them anew. The rest holds what must be true of every page.
#![cfg(feature = "tool")]

mod course;
mod laws;
mod snapshots;
