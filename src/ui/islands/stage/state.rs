//! Where the stage is: a fold over the journal, plus what is being read now.

use leptos::prelude::*;
use leptos::web_sys as web;

use super::{SimulationView, words};
use crate::course::simulation::{Position, Replay};
use crate::course::{ItemId, OptionKey, Role, SimulationId};
use crate::learner::{EventId, Run, What, runs};
use crate::ui::browser;
use crate::ui::store::Store;

/// What stands on the stage. Nodes, turns and endings go by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// Nothing is being played: the opening, and where to begin.
    Desk,
    Node(usize),
    /// What the last decision brought.
    Outcome(usize),
    Ending(usize),
}

#[derive(Clone, Copy)]
pub struct StageState {
    store: Store,
    pub view: StoredValue<SimulationView>,
    /// Every run, in the order in which they began. The last one is on the stage.
    pub runs: Memo<Vec<Run>>,
    pub replay: Memo<Option<Replay>>,
    /// The outcome of the last decision is still being read.
    reading: RwSignal<bool>,
    /// The learner is back at the desk although a run has come to its end.
    at_desk: RwSignal<bool>,
    /// What was asked for before the journal could be read.
    waiting: RwSignal<Option<String>>,
    pub scene: Memo<Scene>,
}

/// Why the run that was begun cannot simply go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Decisions that still fit, and those that do not.
    pub kept: usize,
    pub left_out: usize,
}

impl StageState {
    pub fn new(view: SimulationView) -> Self {
        let store = Store::here();
        let id = view.plot.id.clone();
        let view = StoredValue::new(view);
        let runs = Memo::new(move |_| store.journal().with(|journal| runs(&id, journal)));
        let replay = Memo::new(move |_| {
            runs.with(|runs| view.with_value(|view| runs.last().and_then(|run| run.replay(&view.plot))))
        });
        let (reading, at_desk) = (RwSignal::new(false), RwSignal::new(false));
        let scene = Memo::new(move |_| {
            let outdated =
                runs.with(|runs| view.with_value(|view| runs.last().is_none_or(|run| run.is_outdated(&view.plot))));
            if outdated || at_desk.get() {
                return Scene::Desk;
            }
            let over = runs.with(|runs| runs.last().is_some_and(|run| run.debriefed));
            replay.with(|replay| match replay {
                // It had come to its end, and that end is no longer there.
                Some(replay) if over && !matches!(replay.position, Position::Ending(_)) => Scene::Desk,
                Some(replay) => scene(replay, reading.get()),
                None => Scene::Desk,
            })
        });
        Self { store, view, runs, replay, reading, at_desk, waiting: RwSignal::new(None), scene }
    }

    /// Does what was asked for while the journal was being read.
    pub fn attend(self) {
        if self.store.is_settled()
            && let Some(action) = self.waiting.try_update(Option::take).flatten()
        {
            self.perform(&action);
        }
    }

    fn id(self) -> SimulationId {
        self.view.with_value(|view| view.plot.id.clone())
    }

    /// Begins a new run from a seat, by its place. One that is under way is gone on with.
    fn begin(self, seat: usize) {
        if self.scene.get_untracked() != Scene::Desk {
            return self.enter();
        }
        let seat = self.view.with_value(|view| view.plot.seats.get(seat).map(|seat| seat.start.clone()));
        let Some(seat) = seat else { return };
        self.record_begun(EventId::new(browser::fresh_id()), seat, None);
        self.enter();
    }

    /// Goes on with the decisions of a run whose plot has changed since.
    fn keep(self) {
        let run = self.runs.with_untracked(|runs| runs.last().map(|run| (run.id.clone(), run.seat.clone())));
        if let Some((run, seat)) = run {
            self.record_begun(run, seat, self.changed().map(|changed| changed.kept));
            self.enter();
        }
    }

    fn record_begun(self, run: EventId, seat: ItemId, kept: Option<usize>) {
        let plot = self.view.with_value(|view| view.plot.fingerprint());
        self.store.record(What::Begun { simulation: self.id(), run, seat, plot, kept });
    }

    fn enter(self) {
        self.reading.set(false);
        self.at_desk.set(false);
        browser::focus_when_shown("momento");
    }

    /// Decides at a node; its outcome is read before going on.
    fn decide(self, node: usize, option: OptionKey, hat: Option<Role>) {
        let run = self.runs.with_untracked(|runs| runs.last().map(|run| run.id.clone()));
        let item =
            self.view.with_value(|view| view.plot.nodes.get(node).map(|node| (node.id.clone(), node.fingerprint())));
        if let (Some(run), Some((item, fingerprint))) = (run, item) {
            self.reading.set(true);
            self.store.record(What::Decided { run, item, fingerprint, option, hat });
            browser::focus_when_shown("momento");
        }
    }

    /// Notes that the whole tree is shown: from now on nothing here is decided for the first time.
    pub fn debrief(self) {
        let run = self.runs.with_untracked(|runs| runs.last().filter(|run| !run.debriefed).map(|run| run.id.clone()));
        if let Some(run) = run {
            self.store.record(What::Debriefed { simulation: self.id(), run });
        }
    }

    fn to_desk(self) {
        self.at_desk.set(true);
        browser::focus_when_shown("momento");
    }

    /// The run on the stage was begun with another plot.
    pub fn changed(self) -> Option<Changed> {
        self.runs.with(|runs| {
            self.view.with_value(|view| {
                let run = runs.last().filter(|run| run.is_outdated(&view.plot))?;
                let left_out = run.replay(&view.plot).map_or(run.decisions.len(), |replay| replay.left_out);
                Some(Changed { kept: run.decisions.len() - left_out, left_out })
            })
        })
    }

    /// How many runs have come to their end.
    pub fn finished(self) -> usize {
        self.runs.with(|runs| runs.iter().filter(|run| run.debriefed).count())
    }

    /// Whether the run on the stage is the first to come to its end: the one that is evidence.
    pub fn counts(self) -> bool {
        self.runs.with_untracked(|runs| runs.iter().rev().skip(1).all(|run| !run.debriefed))
    }

    /// The hat with which a node was decided in this run.
    pub fn hat(self, node: &ItemId) -> Option<Role> {
        self.runs.with_untracked(|runs| runs.last()?.decisions.iter().find(|decided| &decided.node == node)?.hat)
    }
}

impl StageState {
    /// Does what the pressed button says.
    pub fn act(self, event: &web::Event) {
        let Some(action) = browser::action(event) else { return };
        match self.store.is_settled() {
            true => self.perform(&action),
            false => self.waiting.set(Some(action)),
        }
    }

    fn perform(self, action: &str) {
        match action.split_once(' ').unwrap_or((action, "")) {
            ("empezar", seat) => self.begin(seat.parse().unwrap_or_default()),
            ("conservar", _) => self.keep(),
            ("actuar", _) => self.decide_marked(),
            ("seguir", _) => self.enter(),
            ("mesa", _) => self.to_desk(),
            _ => {}
        }
    }

    /// Says what is still missing for a decision, when a mark has changed.
    pub fn marked(self) {
        if let Scene::Node(node) = self.scene.get_untracked() {
            let missing = self.missing(node);
            browser::tell("falta", missing.unwrap_or("No se puede deshacer."));
            browser::set_attribute("actuar", "aria-disabled", if missing.is_some() { "true" } else { "false" });
        }
    }

    fn missing(self, node: usize) -> Option<&'static str> {
        let asks_hat = self.view.with_value(|view| view.plot.nodes.get(node).is_some_and(|node| node.asks_hat));
        if asks_hat && browser::checked("sombrero").is_none() {
            return Some("Di antes con qué sombrero decides.");
        }
        browser::checked("accion").is_none().then_some("Elige una opción.")
    }

    fn decide_marked(self) {
        let Scene::Node(node) = self.scene.get_untracked() else { return };
        if self.missing(node).is_some() {
            return self.marked();
        }
        let place = browser::checked("accion").and_then(|place| place.parse::<usize>().ok());
        let key = self.view.with_value(|view| Some(view.plot.nodes.get(node)?.moves.get(place?)?.key.clone()));
        let hat = browser::checked("sombrero").as_deref().and_then(words::role);
        if let Some(key) = key {
            self.decide(node, key, hat);
        }
    }
}

fn scene(replay: &Replay, reading: bool) -> Scene {
    match (reading, replay.turns.len().checked_sub(1), replay.position) {
        (true, Some(last), _) => Scene::Outcome(last),
        (_, _, Position::Node(node)) => Scene::Node(node),
        (_, _, Position::Ending(ending)) => Scene::Ending(ending),
    }
}
