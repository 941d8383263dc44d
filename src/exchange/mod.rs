//! In and out: what arrives from other programs and what leaves for them.
//!
//! ```text
//! bytes of a CSV ── Table::read ──→ Table ─┬─ KeyFile::read ─→ KeyFile ┐
//!                                          └───────────────────────────┴─ responses ─→ Answers (assess) + notices
//! ```
//!
//! Nothing that arrives is trusted. An error says in Spanish what is wrong, where, and what to do.

pub mod age;
mod figures;
mod key_file;
mod names;
mod responses;
pub mod sentences;
mod table;

pub use figures::{figures_csv, to_csv};
pub use key_file::KeyFile;
pub use responses::{Blank, Responses, responses};
pub use table::{Place, Table, TableError};
