//! Identifiers. Each kind of thing has its own type, so that a lesson can never be looked up with the id of an item.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            pub fn new(id: impl Into<Box<str>>) -> Self {
                Self(id.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// A question, for ever: `m02-canal`. Lower-case letters, digits and hyphens. An answer is kept under it.
    ItemId
}
id! {
    /// A lesson: `m02-l1`. It names the lesson's address, so a link survives a change of title.
    LessonId
}
id! {
    /// A module: `m02`.
    ModuleId
}
id! {
    /// A simulation: `tormenta`.
    SimulationId
}
id! {
    /// One of the parallel forms of the test: `diagnostico`.
    ExamId
}
id! {
    /// A competency: `estrategia.diagnostico`. The part before the dot names its dimension.
    CompetencyId
}
id! {
    /// A point on which the sources disagree: `T-05`.
    TensionId
}
id! {
    /// A claim or a document that the course relies on: `S0-11`, `E9`, `L3`.
    SourceId
}
id! {
    /// An entry of the glossary: `alcance`.
    TermId
}
id! {
    /// An option, a step, a row or a target within its question: a hash of its normalised words (see
    /// [`option_key`](super::option_key)). It does not depend on position, so reordering options moves no answer.
    OptionKey
}
