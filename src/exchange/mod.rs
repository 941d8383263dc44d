//! In and out: what arrives from other programs and what leaves for them.
//!
//! ```text
//! bytes of a CSV ── Table::read ──→ Table ─┬─ KeyFile::read ─→ KeyFile ┐
//!                                          └───────────────────────────┴─ responses ─→ Answers (assess) + notices
//! ```
//!
//! TeacherKey + Assignment (learner) ── assignment::to_link ─→ link ── from_link ─→ Assignment, Recipient
//!
//! Nothing that arrives is trusted. An error says in Spanish what is wrong, where, and what to do.

pub mod age;
pub mod assignment;
pub mod class;
mod figures;
mod key_file;
mod names;
mod responses;
pub mod sentences;
pub mod submission;
mod table;
mod teacher;
mod wire;

pub use figures::{figures_csv, to_csv};
pub use key_file::KeyFile;
pub use responses::{Blank, Responses, responses};
pub use table::{Place, Table, TableError};
pub use teacher::{Author, KeyFileError, SHORTEST_PASSPHRASE, TeacherKey};
