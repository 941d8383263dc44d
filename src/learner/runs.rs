//! Runs of a simulation: where each one stands.
//!
//! A run is what was decided in it, in order. How things stand follows from the plot ([`Plot::replay`]), so a run is
//! resumed exactly where it was left, by any tab and on any device that has the journal.

use super::{EventId, Journal, What};
use crate::course::simulation::{Plot, Replay};
use crate::course::{Fingerprint, ItemId, OptionKey, Role, SimulationId};

#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub id: EventId,
    pub seat: ItemId,
    /// The plot it was begun, or last kept, with.
    pub plot: Fingerprint,
    /// One decision for each node; if two tabs decided the same one, the first counts.
    pub decisions: Vec<Decided>,
    /// It came to its end and the tree was shown.
    pub debriefed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub node: ItemId,
    pub option: OptionKey,
    pub hat: Option<Role>,
}

/// What the learner did with a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SimulationState {
    NotStarted,
    Started,
    /// Some run came to its end.
    Done,
}

impl Run {
    /// Follows the run through a plot; `None` when its seat is no longer there.
    pub fn replay(&self, plot: &Plot) -> Option<Replay> {
        plot.replay(&self.seat, self.decisions.iter().map(|decided| (&decided.node, &decided.option)))
    }

    /// Whether the plot is another than the one it was decided with, and it is not over.
    pub fn is_outdated(&self, plot: &Plot) -> bool {
        !self.debriefed && self.plot != plot.fingerprint()
    }
}

/// The runs of a simulation, in the order in which they began.
pub fn runs(simulation: &SimulationId, journal: &Journal) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for event in journal {
        match &event.what {
            What::Begun { simulation: of, run, seat, plot, kept } if of == simulation => {
                begin(&mut runs, run, seat, plot, *kept);
            }
            What::Decided { run, item, option, hat, .. } => {
                let decided = Decided { node: item.clone(), option: option.clone(), hat: *hat };
                with(&mut runs, run, |run| {
                    if run.decisions.iter().all(|other| other.node != decided.node) {
                        run.decisions.push(decided);
                    }
                });
            }
            What::Debriefed { run, .. } => with(&mut runs, run, |run| run.debriefed = true),
            _ => {}
        }
    }
    runs
}

/// A new run, or one that goes on with another plot and the decisions that fit it.
fn begin(runs: &mut Vec<Run>, id: &EventId, seat: &ItemId, plot: &Fingerprint, kept: Option<usize>) {
    match runs.iter_mut().find(|run| &run.id == id) {
        Some(run) => {
            run.plot = plot.clone();
            run.decisions.truncate(kept.unwrap_or(usize::MAX));
        }
        None => runs.push(Run {
            id: id.clone(),
            seat: seat.clone(),
            plot: plot.clone(),
            decisions: Vec::new(),
            debriefed: false,
        }),
    }
}

fn with(runs: &mut [Run], id: &EventId, change: impl FnOnce(&mut Run)) {
    if let Some(run) = runs.iter_mut().find(|run| &run.id == id) {
        change(run);
    }
}

pub fn simulation_state(simulation: &SimulationId, journal: &Journal) -> SimulationState {
    let runs = runs(simulation, journal);
    match (runs.is_empty(), runs.iter().any(|run| run.debriefed)) {
        (true, _) => SimulationState::NotStarted,
        (false, false) => SimulationState::Started,
        (false, true) => SimulationState::Done,
    }
}
