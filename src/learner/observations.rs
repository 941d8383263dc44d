//! What the first attempts say, piece by piece, and the estimate of any scale made of those pieces.

use std::collections::HashMap;

use super::{ItemRecord, Journal, records};
use crate::assess::{Evidence, Posterior, Prior, Words, chance_floors, estimate, words};
use crate::course::{CompetencyId, Dimension, ExamId, Home, Item, ItemId, ModuleId};

/// Something that can be estimated. Each takes its own pieces of evidence; the function is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    Dimension(Dimension),
    Competency(CompetencyId),
    /// The items marked with a facet, whatever they measure: a third thing, not the sum of the two dimensions.
    Facet(String),
    /// A dimension within a module.
    Module(ModuleId, Dimension),
    /// A dimension within an exam.
    Exam(ExamId, Dimension),
}

impl Scale {
    /// Whether what an item says about a competency is evidence on this scale.
    pub fn includes(&self, item: &Item, competency: &CompetencyId) -> bool {
        match self {
            Scale::Dimension(dimension) => Dimension::of(competency) == Some(*dimension),
            Scale::Competency(id) => id == competency,
            Scale::Facet(facet) => item.facets.contains(facet),
            Scale::Module(module, dimension) => {
                item.module() == Some(module) && Dimension::of(competency) == Some(*dimension)
            }
            Scale::Exam(exam, dimension) => {
                item.home == Home::Exam(exam.clone()) && Dimension::of(competency) == Some(*dimension)
            }
        }
    }
}

/// A level and what may be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    pub posterior: Posterior,
    pub words: Words,
}

/// What an item says about one of its competencies.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation<'b> {
    pub item: &'b Item,
    pub competency: &'b CompetencyId,
    pub evidence: Evidence,
}

impl Observation<'_> {
    /// What the answer fell short of, in weight: 0 for a full credit.
    pub fn loss(&self) -> f64 {
        self.evidence.weight * (1.0 - self.evidence.credit)
    }
}

/// Every observation of a learner, in the order of the bank.
#[derive(Debug, Clone, PartialEq)]
pub struct Observations<'b>(Vec<Observation<'b>>);

impl<'b> Observations<'b> {
    /// From the first attempts that count as evidence.
    pub fn new(bank: &'b [Item], records: &HashMap<ItemId, ItemRecord>) -> Self {
        Self(bank.iter().filter_map(|item| Some(of_item(item, records.get(&item.id)?.credits()?))).flatten().collect())
    }

    /// From everything the learner did.
    pub fn of(bank: &'b [Item], journal: &Journal) -> Self {
        Self::new(bank, &records(bank, journal))
    }

    /// The level on a scale, with the prior Beta(1, 1), and the words for it with respect to a threshold, 0 to 1.
    pub fn estimate(&self, scale: &Scale, threshold: f64) -> Estimate {
        let evidence: Vec<Evidence> = self.on(scale).map(|observation| observation.evidence.clone()).collect();
        let posterior = estimate(&evidence, &Prior::default());
        Estimate { words: words(&posterior, threshold), posterior }
    }

    /// The observations on a scale.
    pub fn on(&self, scale: &Scale) -> impl Iterator<Item = &Observation<'b>> {
        self.0.iter().filter(move |observation| scale.includes(observation.item, observation.competency))
    }
}

/// `credits` are those of the item's competencies, in their order, as [`score`](crate::assess::score) gives them.
fn of_item<'b>(item: &'b Item, credits: &[(CompetencyId, f64)]) -> Vec<Observation<'b>> {
    let floors = chance_floors(&item.key, &item.competencies);
    let pieces = item.competencies.iter().zip(credits.iter().zip(floors));
    let observations = pieces.map(|((competency, weight), ((_, credit), (_, floor)))| Observation {
        item,
        competency,
        evidence: Evidence {
            item: item.id.clone(),
            credit: *credit,
            floor,
            weight: *weight,
            scenario: item.scenario.clone(),
        },
    });
    observations.collect()
}
