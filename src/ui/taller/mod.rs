//! The islands of instructors and authors. They wake with the module `taller`, which carries what the learner's pages do
//! not need: the parser, and the readers of files of others.

mod analysis;
mod assign;
mod class;
mod key;
mod numbers;
mod tasks;

#[cfg(feature = "tool")]
pub use analysis::AnalysisDesk;
#[cfg(feature = "tool")]
pub use assign::AssignDesk;
#[cfg(feature = "tool")]
pub use class::{ClassDesk, ClassView};
