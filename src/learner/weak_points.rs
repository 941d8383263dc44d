//! «Por dónde seguir»: the few things most worth doing next.
//!
//! First what is known to be weak: competencies with enough evidence, the lowest median first, each with the paragraph
//! behind the answer that lost most there. Then what is not known yet: competencies without enough evidence, those
//! nearest to having it first, each with the lesson that can give most.
//!
//! Nothing is listed without something to do about it. A competency is left out when its level reaches the threshold,
//! when no answer lost anything, or when no question is left that could still count.

use std::collections::HashMap;

use super::ItemRecord;
use super::observations::{Estimate, Observation, Observations, Scale};
use crate::assess::{ENOUGH_EVIDENCE, is_enough, reaches};
use crate::course::{CompetencyId, Item, ItemId, LessonId, ReviewLink};

/// How many are shown: more would be a list, not advice.
const MOST: usize = 3;

#[derive(Debug, Clone, PartialEq)]
pub struct WeakPoint {
    pub competency: CompetencyId,
    pub step: NextStep,
}

#[derive(Debug, Clone, PartialEq)]
pub enum NextStep {
    /// The level is low: read a paragraph again, the one behind the item that lost most.
    Review { item: ItemId, link: ReviewLink },
    /// The level is unknown: answer more. `missing` is the evidence still needed (about as many whole items); the
    /// lesson is the one with most unanswered items of the competency, and the item the first of them.
    Practise { missing: f64, lesson: LessonId, item: ItemId },
}

/// At most three, the most useful first. `levels` are the competencies in the order of the course.
pub(super) fn weak_points(
    bank: &[Item],
    records: &HashMap<ItemId, ItemRecord>,
    observations: &Observations<'_>,
    levels: &[(CompetencyId, Estimate)],
    threshold: f64,
) -> Vec<WeakPoint> {
    let (known, unknown): (Vec<_>, Vec<_>) = levels.iter().partition(|(_, level)| is_enough(&level.posterior));
    let mut points = reviews(observations, known, threshold);
    points.extend(practice(bank, records, unknown));
    points.truncate(MOST);
    points
}

fn reviews(observations: &Observations<'_>, known: Vec<&(CompetencyId, Estimate)>, threshold: f64) -> Vec<WeakPoint> {
    let mut low: Vec<_> = known
        .into_iter()
        .filter(|(_, level)| !reaches(&level.posterior, threshold))
        .map(|(competency, level)| (competency, level.posterior.median()))
        .collect();
    low.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let mut points: Vec<WeakPoint> = Vec::new();
    for (competency, _) in low {
        if let Some(worst) = worst_observation(observations, competency, &points) {
            let step = NextStep::Review { item: worst.item.id.clone(), link: worst.item.review.clone() };
            points.push(WeakPoint { competency: competency.clone(), step });
        }
    }
    points
}

/// The observation that lost most, of those whose paragraph is not listed yet if there is one; of several alike, the
/// first in the course.
fn worst_observation<'o, 'b>(
    observations: &'o Observations<'b>,
    competency: &CompetencyId,
    points: &[WeakPoint],
) -> Option<&'o Observation<'b>> {
    let scale = Scale::Competency(competency.clone());
    let mut lost: Vec<_> = observations.on(&scale).filter(|observation| observation.loss() > 0.0).collect();
    lost.sort_by(|a, b| b.loss().total_cmp(&a.loss()));
    let is_listed = |link: &ReviewLink| {
        points.iter().any(|point| matches!(&point.step, NextStep::Review { link: other, .. } if other == link))
    };
    let fresh = lost.iter().find(|observation| !is_listed(&observation.item.review));
    fresh.or(lost.first()).copied()
}

fn practice(
    bank: &[Item],
    records: &HashMap<ItemId, ItemRecord>,
    unknown: Vec<&(CompetencyId, Estimate)>,
) -> Vec<WeakPoint> {
    let mut missing: Vec<_> = unknown
        .into_iter()
        .filter_map(|(competency, level)| {
            let (place, item) = most_open_lesson(bank, records, competency)?;
            Some((ENOUGH_EVIDENCE - level.posterior.evidence(), place, competency, item))
        })
        .collect();
    // A stable sort: of those alike in both, the first of the course's list.
    missing.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let point = |(missing, _, competency, item): (f64, usize, &CompetencyId, &Item)| {
        let step = NextStep::Practise { missing, lesson: item.lesson()?.clone(), item: item.id.clone() };
        Some(WeakPoint { competency: competency.clone(), step })
    };
    missing.into_iter().filter_map(point).collect()
}

/// The first item, and its place in the bank, of the lesson with most items of the competency whose answer would still
/// count; of several alike, the first in the course. Exams and simulations are not to be practised for.
fn most_open_lesson<'b>(
    bank: &'b [Item],
    records: &HashMap<ItemId, ItemRecord>,
    competency: &CompetencyId,
) -> Option<(usize, &'b Item)> {
    let measures = |item: &Item| item.competencies.iter().any(|(id, weight)| id == competency && *weight > 0.0);
    let is_open = |item: &Item| measures(item) && records.get(&item.id).is_none_or(ItemRecord::is_open);
    let in_lesson = |(at, item): (usize, &'b Item)| Some((at, item, item.lesson()?));
    let open: Vec<_> = bank.iter().enumerate().filter(|(_, item)| is_open(item)).filter_map(in_lesson).collect();
    let mut n_open: HashMap<&LessonId, usize> = HashMap::new();
    for (_, _, lesson) in &open {
        *n_open.entry(lesson).or_default() += 1;
    }
    let most = n_open.values().copied().max()?;
    open.into_iter().find(|(_, _, lesson)| n_open[lesson] == most).map(|(at, item, _)| (at, item))
}
