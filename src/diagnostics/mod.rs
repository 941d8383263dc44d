//! What is said about content that needs mending: a code, a place, what happens there and what to write instead.
//!
//! A leaf: it knows nothing of courses or Markdown. Everything a person reads here is in Spanish.

mod code;
mod json;
mod nearest;
mod position;
mod render;

pub use code::{Code, Severity};
pub use json::to_json;
pub use nearest::nearest;
pub use position::{LineIndex, Position};
pub use render::{Paint, render_text};

use std::collections::BTreeMap;
use std::ops::Range;

/// One thing to mend, at one place of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    /// Relative to the course folder, with `/`.
    pub path: String,
    /// Bytes of the file, on character boundaries. Empty when the place is a point, or the whole file.
    pub span: Range<usize>,
    /// What happens, in one sentence that begins in lower case.
    pub message: String,
    /// A few words under the marked place.
    pub label: String,
    /// What to write instead.
    pub help: String,
}

impl Diagnostic {
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether the course can be built in spite of it.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// The text of each file that diagnostics can point to, by path.
pub type Sources<'a> = BTreeMap<&'a str, &'a str>;

/// Orders by path, then place, then code, and drops exact repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| order(a).cmp(&order(b)));
    diagnostics.dedup();
}

fn order(diagnostic: &Diagnostic) -> (&str, usize, usize, Code, &str) {
    (&diagnostic.path, diagnostic.span.start, diagnostic.span.end, diagnostic.code, &diagnostic.message)
}
