//! The browser: one file per capability. In the native build, where pages are only drawn, the same names exist and do
//! nothing: no event ever reaches them there.

#[cfg(feature = "aula")]
mod address;
#[cfg(feature = "aula")]
mod channel;
#[cfg(feature = "aula")]
mod clock;
#[cfg(feature = "aula")]
mod database;
#[cfg(feature = "aula")]
mod document;
#[cfg(feature = "aula")]
mod fetch;
#[cfg(feature = "aula")]
mod files;
#[cfg(feature = "aula")]
mod random;
#[cfg(feature = "aula")]
pub use {address::*, channel::*, clock::*, database::*, document::*, fetch::*, files::*, random::*};

// What only some modules need, so that the others go without.
#[cfg(feature = "tarea")]
mod fragment;
#[cfg(feature = "tarea")]
mod handing;
#[cfg(feature = "tarea")]
mod memory;
#[cfg(feature = "tarea")]
mod spoken;
#[cfg(feature = "tarea")]
pub use {fragment::*, handing::*, memory::*, spoken::*};

#[cfg(feature = "taller")]
mod desk;
#[cfg(feature = "taller")]
pub use desk::*;

#[cfg(not(feature = "aula"))]
mod inert;
#[cfg(not(feature = "aula"))]
pub use inert::*;

/// The browser could not read a file that the learner chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "aula"), allow(dead_code, reason = "nobody chooses files in the native build"))]
pub struct UnreadableFile;

/// Why storage does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "aula"), allow(dead_code, reason = "the native build has no storage that could fail"))]
pub enum StorageError {
    /// The browser has no storage, as in some private windows.
    Missing,
    /// The browser or its settings forbid it.
    Blocked,
    /// There is no room left.
    Full,
    /// A newer version of the course has changed its form.
    Newer,
    /// It answered with an error of its own.
    Broken,
}
