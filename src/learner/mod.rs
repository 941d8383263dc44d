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
//!          ├─ Objective        what to review, and when
//!          ├─ Session          cases drawn to be answered in a row
//!          ├─ Task             an attempt at what an instructor asked for
//!          ├─ Gain             from one form of the test to the other
//!          ├─ Run              a simulation, decision by decision
//!          └─ last_place       where to go on
//! ```
//!
//! The journal is the only state: events are added, never changed or taken out, and everything else is a fold over it.
//! So a corrected key, an edited lesson or a journal merged from another device needs no migration. What is stored has
//! its own types, apart from the live ones. Time and ids are given by the shell; nothing here asks for them.

mod assignment;
mod attempts;
pub mod backup;
mod calibration;
mod event;
mod exams;
mod journal;
mod memory;
mod observations;
mod profile;
mod progress;
mod review;
mod runs;
mod sessions;
mod stored;
mod tasks;
mod weak_points;

pub use assignment::{Assignment, AssignmentId, Draw, Feedback, Order, Piece, Term};
pub use attempts::{Attempt, ItemRecord, records};
pub use backup::{Backup, BackupError, Restored};
pub use calibration::{Calibration, calibration};
pub use event::{Event, EventId, Purpose, Timestamp, What};
pub use exams::{Gain, Verdict, gain, is_handed_in};
pub use journal::Journal;
pub use memory::{LONGEST_INTERVAL, Memory, RETENTION, Rating};
pub use observations::{Estimate, Observation, Observations, Scale};
pub use profile::{Profile, profile};
pub use progress::{LessonPlan, LessonProgress, LessonState, last_place, lesson_progress};
pub use review::{Objective, objectives};
pub use runs::{Decided, Run, SimulationState, runs, simulation_state};
pub use sessions::{Filter, Session, draw, session, sessions};
pub use stored::{Unreadable, decode, encode};
pub use tasks::{Seals, Task, tasks};
pub use weak_points::{NextStep, WeakPoint};
