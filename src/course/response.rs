//! A raw answer: what the learner did, before anybody says what it is worth.

use super::OptionKey;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    Single(OptionKey),
    Multiple(Vec<OptionKey>),
    /// Steps, in the order the learner gave them.
    Order(Vec<OptionKey>),
    /// Row and target, for matching and classifying.
    Sort(Vec<(OptionKey, OptionKey)>),
    /// Row and rating.
    Rate(Vec<(OptionKey, u8)>),
}
