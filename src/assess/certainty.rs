//! Certainty-based marking: an answer with how sure one is of it (Gardner-Medwin, 1995; part of Moodle).
//!
//! The marks make it best to say what one believes: the low level below 2/3, the middle one up to 4/5, the high one
//! above. A mode for practice. Its marks are never evidence of a competency.

/// How sure the learner says to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    Low,
    Middle,
    High,
}

impl Certainty {
    pub const ALL: [Certainty; 3] = [Certainty::Low, Certainty::Middle, Certainty::High];

    /// Marks of an answer: 1, 2 or 3 when right; 0, −2 or −6 when wrong.
    pub fn mark(self, right: bool) -> i32 {
        match (self, right) {
            (Certainty::Low, true) => 1,
            (Certainty::Middle, true) => 2,
            (Certainty::High, true) => 3,
            (Certainty::Low, false) => 0,
            (Certainty::Middle, false) => -2,
            (Certainty::High, false) => -6,
        }
    }

    /// The mean mark of whoever is right with probability `p`.
    pub fn expected_mark(self, p: f64) -> f64 {
        p * f64::from(self.mark(true)) + (1.0 - p) * f64::from(self.mark(false))
    }
}
