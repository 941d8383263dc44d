//! What a bank is meant to hold: the plan against which it is counted.

use super::{Bloom, CompetencyId, ModuleId, SourceId};

/// Targets, each optional: an empty table asks for nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blueprint {
    /// Items of each competency (the one with most weight) at each Bloom level.
    pub blooms: Vec<(CompetencyId, Vec<(Bloom, usize)>)>,
    /// Items of each competency in each form, by the name of the form.
    pub forms: Vec<(CompetencyId, Vec<(String, usize)>)>,
    /// Items of each module for each competency.
    pub modules: Vec<(ModuleId, Vec<(CompetencyId, usize)>)>,
    /// Share of the items, 0 to 1, by size of the organisation.
    pub sizes: Vec<(String, f64)>,
    /// Share of the items, 0 to 1, by band of difficulty: `baja`, `media`, `alta`.
    pub difficulties: Vec<(String, f64)>,
    /// The most items of one sector.
    pub most_of_a_sector: Option<usize>,
    /// Items of each competency in each exam.
    pub exam_items: Option<usize>,
    /// The evidence that answering everything has to give in each competency.
    pub least_evidence: Option<usize>,
    /// Claims that may only be taught as a critical case.
    pub critical: Vec<SourceId>,
    /// Every source whose id begins so has to be cited by a lesson.
    pub cited: Option<String>,
}
