//! What a learner did, and what follows from it.
//!
//! ```text
//! shell: clock, randomness, storage
//!   │ Event                      ▲ line of text
//!   ▼                            │
//! stored ── encode ──→ line ──→ storage ──→ Backup
//!   │ decode                        ▲────────── read
//!   ▼
//! Journal ─┬─ ItemRecord       what was done with one item
//!          │    └─ Observations   what the first attempts say ── estimate (assess) ─→ Profile, facets, modules
//!          ├─ LessonProgress   what is left of a lesson
//!          ├─ Run              a simulation, decision by decision
//!          └─ last_place       where to go on
//! ```
//!
//! The journal is the only state: events are added, never changed or taken out, and everything else is a fold over it.
//! So a corrected key, an edited lesson or a journal merged from another device needs no migration. What is stored has
//! its own types, apart from the live ones. Time and ids are given by the shell; nothing here asks for them.

mod attempts;
pub mod backup;
mod event;
mod journal;
mod observations;
mod profile;
mod progress;
mod runs;
mod stored;
mod weak_points;

pub use attempts::{Attempt, ItemRecord, records};
pub use backup::{Backup, BackupError, Restored};
pub use event::{Event, EventId, Purpose, Timestamp, What};
pub use journal::Journal;
pub use observations::{Estimate, Observation, Observations, Scale};
pub use profile::{Profile, profile};
pub use progress::{LessonPlan, LessonProgress, LessonState, last_place, lesson_progress};
pub use runs::{Decided, Run, SimulationState, runs, simulation_state};
pub use stored::{Unreadable, decode, encode};
pub use weak_points::{NextStep, WeakPoint};
