//! How sure the learner was, beside how right they were. A chart for practice: no part of it is evidence of anything.

use std::collections::HashMap;

use super::ItemRecord;
use crate::assess::{Certainty, Evidence, Posterior, Prior, estimate, overall, score};
use crate::course::{Item, ItemId};

/// The answers given with one certainty.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    pub certainty: Certainty,
    pub answers: usize,
    /// The mean credit of such answers, 0 to 1, as a distribution under the prior Beta(1, 1).
    pub credit: Posterior,
}

/// One for each certainty, the least sure first. Only first answers with nothing seen before them.
pub fn calibration(bank: &[Item], records: &HashMap<ItemId, ItemRecord>) -> Vec<Calibration> {
    let of = |certainty: Certainty| {
        let evidence: Vec<Evidence> = bank.iter().filter_map(|item| credit(item, records.get(&item.id)?, certainty)).collect();
        Calibration { certainty, answers: evidence.len(), credit: estimate(&evidence, &Prior::default()) }
    };
    Certainty::ALL.map(of).to_vec()
}

fn credit(item: &Item, record: &ItemRecord, certainty: Certainty) -> Option<Evidence> {
    let first = record.first().filter(|first| record.counts_as_evidence() && first.certainty == Some(certainty))?;
    let credit = overall(&score(&item.key, &item.competencies, &first.response)?, &item.competencies);
    Some(Evidence { item: item.id.clone(), credit, floor: 0.0, weight: 1.0, scenario: None })
}
