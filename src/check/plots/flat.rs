//! What all the runs of a plot have in common.
//!
//! Runs are many more than situations, so they are not followed one by one: what is asked of them is carried from
//! situation to situation, where runs that meet go on as one.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{free, next};
use crate::course::CompetencyId;
use crate::course::simulation::{Move, Plot, State};

/// The competencies in which every run that meets them earns the same mean credit. `order` is that of the nodes.
pub fn flat(plot: &Plot, order: &[usize]) -> Vec<CompetencyId> {
    let credits = || plot.nodes.iter().flat_map(|node| &node.moves).flat_map(|the| &the.credits);
    let ids: Vec<&CompetencyId> = credits().map(|(id, _)| id).collect::<BTreeSet<_>>().into_iter().collect();
    let credit = |the: &Move, at: usize| the.credits.iter().find(|(id, _)| id == ids[at]).map(|(_, credit)| *credit);
    // The credits of some run that meets each competency. If all the runs earn the same, it is the mean of this one.
    let some = carry(
        plot,
        order,
        vec![(0.0, 0usize); ids.len()],
        |sums, the| {
            for (at, (sum, n)) in sums.iter_mut().enumerate() {
                let credit = credit(the, at);
                (*sum, *n) = (*sum + credit.unwrap_or_default(), *n + usize::from(credit.is_some()));
            }
        },
        |sums, others| {
            sums.iter_mut().zip(others).filter(|(sum, _)| sum.1 == 0).for_each(|(sum, other)| *sum = other);
        },
    );
    let some = some.unwrap_or_default();
    // The least and the most that a run is away from that mean, added over its decisions.
    let away = carry(
        plot,
        order,
        vec![(0.0f64, 0.0f64); ids.len()],
        |away, the| {
            for (at, ((least, most), (sum, n))) in away.iter_mut().zip(&some).enumerate() {
                let more = credit(the, at).map_or(0.0, |credit| credit - sum / *n as f64);
                (*least, *most) = (*least + more, *most + more);
            }
        },
        |away, others| {
            for ((least, most), other) in away.iter_mut().zip(others) {
                (*least, *most) = (least.min(other.0), most.max(other.1));
            }
        },
    );
    let same = away.unwrap_or_default().into_iter().map(|(least, most)| most - least < 1e-9);
    let met = some.iter().map(|(_, n)| *n > 0);
    ids.into_iter().zip(same.zip(met)).filter(|(_, (same, met))| *same && *met).map(|(id, _)| id.clone()).collect()
}

/// Takes something along all the runs, changed by each move and joined where runs meet. What they have at their ends.
fn carry<T: Clone>(
    plot: &Plot,
    order: &[usize],
    first: T,
    change: impl Fn(&mut T, &Move),
    join: impl Fn(&mut T, T),
) -> Option<T> {
    let put = |place: &mut Option<T>, new: T| match place {
        Some(there) => join(there, new),
        None => *place = Some(new),
    };
    let mut waiting: Vec<BTreeMap<State, Option<T>>> = vec![BTreeMap::new(); plot.nodes.len()];
    for seat in plot.seats.iter().filter_map(|seat| plot.place(&seat.start)) {
        put(waiting[seat].entry(plot.start()).or_default(), first.clone());
    }
    let mut ended = None;
    for node in order {
        for (state, carried) in std::mem::take(&mut waiting[*node]) {
            for (_, the) in free(plot, *node, &state) {
                let Some(mut carried) = carried.clone() else { continue };
                change(&mut carried, the);
                match next(plot, the) {
                    Some(to) => put(waiting[to].entry(plot.after(&state, the)).or_default(), carried),
                    None => put(&mut ended, carried),
                }
            }
        }
    }
    ended
}

#[cfg(test)]
mod tests {
    use super::super::drawn::plot;
    use super::super::{Walk, outcomes};
    use super::super::walk::in_order;
    use super::*;

    fn flat_ids(plot: &Plot) -> Vec<String> {
        flat(plot, &in_order(plot).unwrap()).iter().map(ToString::to_string).collect()
    }

    /// The same, from every run one by one.
    fn flat_run_by_run(plot: &Plot) -> Vec<String> {
        let same = outcomes(plot).unwrap().ranges().into_iter().filter(|(_, lowest, highest)| highest - lowest < 1e-9);
        same.map(|(id, ..)| id.to_string()).collect()
    }

    #[test]
    fn alike_is_what_following_every_run_says() {
        let (half, one) = (Some(0.5), Some(1.0));
        let next = |to: usize| Some(to);
        let plots = [
            // Runs of two lengths with one mean; a single one meets «b».
            plot(&[
                vec![(half, one, next(1)), (half, None, next(2))],
                vec![(half, half, next(2))],
                vec![(half, None, None)],
            ]),
            // The longer run makes up for what the shorter one earns at once.
            plot(&[
                vec![(Some(0.6), None, next(1)), (Some(0.4), None, next(2))],
                vec![(Some(0.4), None, None)],
                vec![(Some(0.6), None, None)],
            ]),
            // Some runs do not meet «b».
            plot(&[vec![(one, None, next(1)), (half, None, None)], vec![(one, half, None), (half, half, None)]]),
            plot(&[vec![(one, half, None), (None, one, None)]]),
        ];
        let found: Vec<Vec<String>> = plots.iter().map(flat_ids).collect();
        assert_eq!(found, plots.iter().map(flat_run_by_run).collect::<Vec<_>>());
        assert_eq!(found, [vec!["a", "b"], vec!["a"], vec!["b"], vec!["a"]]);
    }

    #[test]
    fn more_runs_than_can_be_followed_are_still_compared() {
        let steps = |to: Option<usize>| [0.0, 0.2, 0.4, 1.0].map(|a| (Some(a), Some(0.5), to)).to_vec();
        let chain =
            |length: usize| plot(&(1..=length).map(|to| steps((to < length).then_some(to))).collect::<Vec<_>>());
        assert_eq!(flat_ids(&chain(Walk::MOST_NODES)), ["b"]);
        assert_eq!(flat_ids(&chain(9)), ["b"]);
        assert_eq!(outcomes(&chain(9)), None);
    }
}
