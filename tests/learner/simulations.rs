//! Runs of a simulation: where they stand, and what of them is evidence.

use proptest::prelude::*;
use timon_y_voz::course::simulation::{
    Better, Comparison, Condition, Destination, Effect, Ending, Move, Node, Plot, Position, Seat, Test, Variable,
};
use timon_y_voz::course::{Fingerprint, Item, ReviewLink, Role};
use timon_y_voz::learner::{Event, EventId, Journal, SimulationState, What, records, runs, simulation_state};

use crate::building::{event, journal};

/// Two nodes and three endings. At the first, `callar` notes a fact and costs 30; at the second, `pagar` needs 50.
fn plot() -> Plot {
    let money = Variable {
        id: "caja".into(),
        name: "Caja".into(),
        start: 60,
        lowest: 0,
        highest: 100,
        unit: None,
        better: Better::High,
        stops: true,
    };
    let the = |key: &str, credit: f64, effects: Vec<Effect>, needs: Option<Condition>, to: Destination| Move {
        key: key.into(),
        credits: vec![("operacion.escucha".into(), credit)],
        effects,
        needs,
        to,
    };
    let at_least = |with| Condition(vec![vec![Test::Compare { variable: 0, is: Comparison::AtLeast, with }]]);
    let noted = Condition(vec![vec![Test::Remembers { fact: 0, holds: true }]]);
    let node = |id: &str, moves| Node {
        id: id.into(),
        title: id.into(),
        role: Role::Cm,
        day: "Día 1".into(),
        hour: None,
        asks_hat: false,
        passages: vec![None],
        moves,
    };
    let change = |by| Effect::Change { variable: 0, by };
    let second = || Destination::Node("s-dos".into());
    Plot {
        id: "s".into(),
        variables: vec![money],
        facts: 1,
        seats: vec![Seat { start: "s-uno".into(), title: String::new(), summary: String::new() }],
        nodes: vec![
            node(
                "s-uno",
                vec![
                    the("avisar", 1.0, vec![change(20)], None, second()),
                    the("callar", 0.0, vec![change(-30), Effect::Remember { fact: 0 }], None, second()),
                ],
            ),
            node(
                "s-dos",
                vec![
                    the("pagar", 1.0, vec![change(-50)], Some(at_least(50)), Destination::End),
                    the("pedir", 0.4, vec![change(90)], None, Destination::End),
                    the("huir", 0.0, vec![], None, Destination::End),
                ],
            ),
        ],
        endings: vec![
            Ending { id: "s-rica".into(), title: "Rica".into(), when: Some(at_least(100)) },
            Ending { id: "s-muda".into(), title: "Muda".into(), when: Some(noted) },
            Ending { id: "s-otra".into(), title: "Otra".into(), when: None },
        ],
    }
}

fn items() -> Vec<Item> {
    let review = || ReviewLink { lesson: "m01-l1".into(), anchor: String::new(), title: String::new() };
    plot().items([review(), review()])
}

fn begun(at: i64, run: &str) -> Event {
    let (simulation, seat, plot) = ("s".into(), "s-uno".into(), plot().fingerprint());
    event(at, What::Begun { simulation, run: EventId::new(run), seat, plot, kept: None })
}

fn decided(at: i64, run: &str, node: &str, option: &str) -> Event {
    let fingerprint = plot().node(&node.into()).unwrap().fingerprint();
    let (run, item, option) = (EventId::new(run), node.into(), option.into());
    event(at, What::Decided { run, item, fingerprint, option, hat: None })
}

fn debriefed(at: i64, run: &str) -> Event {
    event(at, What::Debriefed { simulation: "s".into(), run: EventId::new(run) })
}

/// Where the last run stands, and what is in the till.
fn standing(journal: &Journal) -> (Position, i32, usize) {
    let runs = runs(&"s".into(), journal);
    let replay = runs.last().unwrap().replay(&plot()).unwrap();
    (replay.position, replay.state.value(0), replay.left_out)
}

#[test]
fn a_run_stands_where_its_decisions_lead() {
    let start = [begun(1, "r")];
    assert_eq!(standing(&journal(start.clone())), (Position::Node(0), 60, 0));
    let one = [begun(1, "r"), decided(2, "r", "s-uno", "callar")];
    assert_eq!(standing(&journal(one)), (Position::Node(1), 30, 0));
    let all = [begun(1, "r"), decided(2, "r", "s-uno", "callar"), decided(3, "r", "s-dos", "huir")];
    assert_eq!(standing(&journal(all)), (Position::Ending(1), 30, 0));
    // 60 + 20 + 90 stops at 100, which is the first ending.
    let rich = [begun(1, "r"), decided(2, "r", "s-uno", "avisar"), decided(3, "r", "s-dos", "pedir")];
    assert_eq!(standing(&journal(rich)), (Position::Ending(0), 100, 0));
}

#[test]
fn what_does_not_fit_the_plot_is_left_out_with_all_that_follows() {
    let blocked = [begun(1, "r"), decided(2, "r", "s-uno", "callar"), decided(3, "r", "s-dos", "pagar")];
    assert_eq!(standing(&journal(blocked)), (Position::Node(1), 30, 1));
    let gone = [begun(1, "r"), decided(2, "r", "s-dos", "huir"), decided(3, "r", "s-uno", "avisar")];
    assert_eq!(standing(&journal(gone)), (Position::Node(0), 60, 2));
}

#[test]
fn of_two_decisions_at_a_node_the_first_stays() {
    let twice = [begun(1, "r"), decided(2, "r", "s-uno", "avisar"), decided(3, "r", "s-uno", "callar")];
    assert_eq!(standing(&journal(twice)), (Position::Node(1), 80, 0));
}

#[test]
fn a_run_is_outdated_while_its_plot_is_another_and_it_is_not_over() {
    let other = Fingerprint::new("otra");
    let began = event(
        1,
        What::Begun { simulation: "s".into(), run: EventId::new("r"), seat: "s-uno".into(), plot: other, kept: None },
    );
    let run = |events: Vec<Event>| runs(&"s".into(), &journal(events)).pop().unwrap();
    assert!(run(vec![began.clone()]).is_outdated(&plot()));
    assert!(!run(vec![began.clone(), debriefed(2, "r")]).is_outdated(&plot()));
    // Beginning the same run again keeps what was decided.
    let kept = run(vec![began, decided(2, "r", "s-uno", "callar"), begun(3, "r")]);
    assert!(!kept.is_outdated(&plot()));
    assert_eq!(kept.decisions.len(), 1);
}

#[test]
fn a_decision_that_no_longer_fits_makes_room_for_another() {
    let again = match begun(3, "r").what {
        What::Begun { simulation, run, seat, plot, .. } => What::Begun { simulation, run, seat, plot, kept: Some(0) },
        other => other,
    };
    let run = |last: &str| {
        let events = [
            begun(1, "r"),
            decided(2, "r", "s-uno", "callar"),
            event(3, again.clone()),
            decided(4, "r", "s-uno", last),
        ];
        runs(&"s".into(), &journal(events)).pop().unwrap()
    };
    let decisions = run("avisar").decisions;
    assert_eq!(decisions.iter().map(|decided| decided.option.to_string()).collect::<Vec<_>>(), ["avisar"]);
}

#[test]
fn a_changed_effect_is_another_plot_and_changed_words_are_not() {
    let mut words = plot();
    words.nodes[0].title = "Otro título".into();
    words.variables[0].name = "Otro nombre".into();
    let mut effect = plot();
    effect.nodes[0].moves[0].effects.clear();
    let mut ending = plot();
    ending.endings.swap(0, 1);
    let fingerprint = plot().fingerprint();
    assert_ne!(effect.fingerprint(), fingerprint);
    assert_ne!(ending.fingerprint(), fingerprint);
    assert_eq!(words.fingerprint(), fingerprint);
}

#[test]
fn decisions_are_evidence_until_the_tree_is_shown() {
    let first =
        [begun(1, "r"), decided(2, "r", "s-uno", "callar"), decided(3, "r", "s-dos", "pedir"), debriefed(4, "r")];
    let second = [begun(5, "q"), decided(6, "q", "s-uno", "avisar"), decided(7, "q", "s-dos", "pagar")];
    let credit = |events: Vec<Event>, node: usize| {
        let items = items();
        let records = records(&items, &journal(events));
        records[&items[node].id].credits().map(|credits| credits[0].1)
    };
    let both: Vec<Event> = first.iter().chain(&second).cloned().collect();
    assert_eq!(credit(both.clone(), 0), Some(0.0), "the first run counts");
    assert_eq!(credit(both, 1), Some(0.4));
    let late: Vec<Event> = [begun(1, "r"), debriefed(2, "r"), begun(3, "q"), decided(4, "q", "s-uno", "avisar")].into();
    assert_eq!(credit(late, 0), None, "the tree had been shown");
}

#[test]
fn a_simulation_is_done_when_a_run_came_to_its_end() {
    let state = |events: Vec<Event>| simulation_state(&"s".into(), &journal(events));
    assert_eq!(state(vec![]), SimulationState::NotStarted);
    assert_eq!(state(vec![begun(1, "r")]), SimulationState::Started);
    assert_eq!(state(vec![begun(1, "r"), debriefed(2, "r"), begun(3, "q")]), SimulationState::Done);
}

proptest! {
    /// A device that has only some of the decisions and one that has them all agree once they have met.
    #[test]
    fn a_run_merged_with_a_part_of_itself_stays_as_it_was(choices in prop::collection::vec(0usize..3, 2), cut in 0usize..3) {
        let plot = plot();
        let options = [plot.nodes[0].moves[choices[0] % 2].key.clone(), plot.nodes[1].moves[choices[1]].key.clone()];
        let nodes = ["s-uno", "s-dos"];
        let events: Vec<Event> = std::iter::once(begun(1, "r"))
            .chain(nodes.iter().zip(&options).enumerate().map(|(at, (node, option))| decided(at as i64 + 2, "r", node, option.as_str())))
            .collect();
        let whole = standing(&journal(events.clone()));
        let mut pieces = journal(events[..=cut].to_vec());
        pieces.merge(journal(events));
        prop_assert_eq!(standing(&pieces), whole);
    }

    /// Variables that stop never leave their limits, whatever the changes.
    #[test]
    fn what_stops_never_leaves_its_limits(changes in prop::collection::vec(-200i32..200, 0..12)) {
        let plot = plot();
        let mut state = plot.start();
        for by in changes {
            let choice = Move { effects: vec![Effect::Change { variable: 0, by }], ..plot.nodes[0].moves[0].clone() };
            state = plot.after(&state, &choice);
            prop_assert!((0..=100).contains(&state.value(0)));
        }
    }
}
