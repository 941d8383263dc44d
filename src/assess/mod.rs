//! From answers to estimates: how good an answer was, and what a set of answers says about a person.
//!
//! ```text
//! Key + weights ── chance_floors ─→ floor per competency ─┐
//! Key + Response ── score ────────→ credit per competency ┴─→ Evidence…
//!
//! Evidence… ── estimate(prior) ─→ Posterior ─┬─ words(threshold) ─→ Words
//!                                            └─ contrast(another) → Contrast
//!
//! answers of a group ── analysis::analyse ─→ what they say about the items
//! ```
//!
//! Everything is a value computed from its arguments. A credit, a floor and a probability are numbers from 0 to 1.
//! What an item is worth depends on its key alone, so that anybody who holds the raw answers gets the same numbers.
//! One function estimates every scale (a dimension, a competency, a facet, a module); they differ in the evidence
//! handed to it. Two scales are compared, never added.

mod agreement;
pub mod analysis;
mod certainty;
mod chance;
mod density;
mod evidence;
mod planning;
mod posterior;
mod rank;
mod score;
mod verdict;

pub use agreement::within_group_agreement;
pub use certainty::Certainty;
pub use chance::chance_floors;
pub use evidence::{Evidence, SCENARIO_CAP};
pub use planning::minimum_items;
pub use posterior::{Posterior, Prior, difference, estimate, greater};
pub use rank::{footrule, footrule_maximum, footrule_mean, gpst_score, ukfp_score};
pub use score::{overall, score};
pub use verdict::{Contrast, ENOUGH_EVIDENCE, LABEL_EVIDENCE, Words, contrast, is_enough, reaches, words};
