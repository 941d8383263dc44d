//! The answers of a group, as a table of people by items.

use crate::assess::Certainty;

/// What `people` answered to some items. Every column has one cell per person, in the same order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    pub people: usize,
    pub columns: Vec<Column>,
}

/// An item and what each person did with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    /// What it measures, when the set has parts.
    pub scale: Option<String>,
    /// What can be marked in it. Empty when only the credits are known.
    pub marks: Vec<Mark>,
    /// Exactly one mark is its answer, so that one option can be asked whether it is the key.
    pub is_single: bool,
    /// `None`: it was not given to that person, which is not the same as leaving it blank.
    pub cells: Vec<Option<Cell>>,
}

/// An option, or a row with one of its targets: something that an answer has or has not.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Empty: nothing was answered.
    pub label: String,
    /// What it earns, 0 to 1. The ones that earn most are the key.
    pub credit: f64,
}

/// What one person did with one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// 0 to 1.
    pub credit: f64,
    /// Places in the column's `marks`.
    pub marked: Vec<usize>,
    /// From seeing the item to answering it.
    pub seconds: Option<f64>,
    pub certainty: Option<Certainty>,
}

/// The credits of a person, added up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    pub credit: f64,
    /// How many items they come from.
    pub given: usize,
}

impl Answers {
    /// The credits of those who were given every item, one list per item.
    pub(super) fn complete_rows(&self) -> Vec<Vec<f64>> {
        let is_complete = |person: &usize| self.columns.iter().all(|column| column.cell(*person).is_some());
        let people: Vec<usize> = (0..self.people).filter(is_complete).collect();
        let credits = |column: &Column| {
            people.iter().filter_map(|person| column.cell(*person)).map(|cell| cell.credit).collect()
        };
        self.columns.iter().map(credits).collect()
    }

    /// What each person was given, added up.
    pub(super) fn sums(&self) -> Vec<Sum> {
        let mut sums = vec![Sum::default(); self.people];
        for column in &self.columns {
            for (sum, cell) in sums.iter_mut().zip(&column.cells) {
                if let Some(cell) = cell {
                    sum.credit += cell.credit;
                    sum.given += 1;
                }
            }
        }
        sums
    }
}

impl Column {
    pub(super) fn cell(&self, person: usize) -> Option<&Cell> {
        self.cells.get(person)?.as_ref()
    }
}
