//! What the answers of a group say about the items: classical item analysis.
//!
//! ```text
//! Answers ─┬─ whole rows ──→ SetFigures     how well the set as a whole measures
//!          │                 └─ ScaleFigures  whether a part of it says more than the whole
//!          └─ each column ─→ ItemFigures    facility, discrimination
//!                            ├─ OptionFigures  who chooses each option
//!                            └─ Finding        what to look at
//! ```
//!
//! Variances are those of a sample (N − 1) unless said. A figure that the answers cannot give (a correlation with something
//! that does not vary, a reliability of one item) is `None` and never 0.

mod answers;
mod feldt;
mod findings;
mod item;
mod moments;
mod options;
mod rest;
mod scales;
mod set;

pub use answers::{Answers, Cell, Column, Mark};
pub use findings::{ENOUGH_PEOPLE, Finding};
pub use item::{ItemFigures, Spread};
pub use options::OptionFigures;
pub use rest::Groups;
pub use scales::ScaleFigures;
pub use set::SetFigures;

/// Everything that is computed from the answers of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    pub people: usize,
    /// How many people were given every item: the set's figures are theirs.
    pub complete: usize,
    pub set: SetFigures,
    /// In the order of the columns.
    pub items: Vec<ItemFigures>,
    /// In the order in which they appear; none when all the items are of one.
    pub scales: Vec<ScaleFigures>,
}

pub fn analyse(answers: &Answers) -> Analysis {
    let rows = answers.complete_rows();
    let set = SetFigures::of(&rows);
    let without = set::alphas_without(&rows);
    let sums = answers.sums();
    let items = answers.columns.iter().zip(without);
    let items = items.map(|(column, alpha_without)| ItemFigures::of(column, &sums, alpha_without));
    Analysis {
        people: answers.people,
        complete: rows.first().map_or(0, Vec::len),
        items: items.collect(),
        scales: scales::figures(answers, &rows),
        set,
    }
}
