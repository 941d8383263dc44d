//! Where the sources disagree.

use super::{Html, SourceId, TensionId};

/// A question with two readings, each with the claims that hold it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tension {
    pub id: TensionId,
    /// The question.
    pub title: String,
    /// How it is taught fairly.
    pub text: Html,
    pub one: Vec<SourceId>,
    pub other: Vec<SourceId>,
    /// What the field says: documents.
    pub field: Vec<SourceId>,
}
