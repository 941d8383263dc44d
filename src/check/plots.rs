//! Simulations as they can be lived: every situation that some run can reach is looked at.
//!
//! Where a run can go depends on its node and on how things stand, so the search goes through pairs of both. A plot is
//! refused when it has too many of them to be searched: what cannot be searched cannot be vouched for.

#[cfg(test)]
mod drawn;
mod flat;
mod outcomes;
mod walk;

use flat::flat;
pub use outcomes::{Outcome, Outcomes, outcomes};
pub use walk::Walk;
use walk::in_order;

use super::at;
use crate::course::simulation::{Effect, Plot, Test};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{PlotRead, Reading};

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    for read in reading.plots.iter().filter(|read| read.sound) {
        if read.plot.nodes.len() > Walk::MOST_NODES {
            let help = "cuenta la historia con menos nodos, o pártela en dos simulaciones";
            let message = format!("hay más de {} nodos, demasiados para comprobarlos", Walk::MOST_NODES);
            diagnostics.push(too_large(read, message, help));
            continue;
        }
        match in_order(&read.plot) {
            Err(node) => diagnostics.push(looped(read, node)),
            Ok(order) => lived(read, &order, diagnostics),
        }
        idle_facts(read, diagnostics);
    }
}

fn looped(read: &PlotRead, node: usize) -> Diagnostic {
    let help = "cambia uno de los enlaces: una simulación avanza y cada nodo se decide una vez como mucho";
    let message = format!("desde «{}» se puede volver a «{0}», y no acabar nunca", read.plot.nodes[node].id);
    at(&read.places.nodes[node], Code::PlotLoop, message, "se repite", help)
}

fn too_large(read: &PlotRead, message: String, help: &str) -> Diagnostic {
    at(&read.places.head, Code::PlotTooLarge, message, "simulación demasiado grande", help)
}

fn lived(read: &PlotRead, order: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    let Some(walk) = Walk::of(&read.plot) else {
        let help = "usa menos variables o menos hechos, o efectos que se repitan, para que haya menos situaciones distintas";
        let message = format!("hay más de {} situaciones distintas, demasiadas para comprobarlas", Walk::MOST);
        diagnostics.push(too_large(read, message, help));
        return;
    };
    unreached(read, &walk, diagnostics);
    stuck(read, &walk, diagnostics);
    endings(read, &walk, diagnostics);
    out_of_limits(read, &walk, diagnostics);
    never_free(read, &walk, diagnostics);
    // Where some runs have no choice, or no way on, the rest may well be alike for that alone.
    if walk.stuck.is_empty() {
        all_the_same(read, order, diagnostics);
    }
}

fn unreached(read: &PlotRead, walk: &Walk, diagnostics: &mut Vec<Diagnostic>) {
    for (node, place) in read.places.nodes.iter().enumerate().filter(|(node, _)| !walk.nodes.contains(node)) {
        let message = format!("ningún recorrido pasa por «{}»", read.plot.nodes[node].id);
        let help = "enlázalo desde alguna opción, o quítalo";
        diagnostics.push(at(place, Code::NodeUnreachable, message, "inalcanzable", help));
    }
}

/// With fewer than two free options there is nothing to decide.
fn stuck(read: &PlotRead, walk: &Walk, diagnostics: &mut Vec<Diagnostic>) {
    for (node, (free, state)) in &walk.stuck {
        let (node, plot) = (*node, &read.plot);
        let how = values(plot, state);
        let message = match free {
            0 => format!("se puede llegar a «{}» con {how}, y todas las opciones están bloqueadas", plot.nodes[node].id),
            _ => format!("se puede llegar a «{}» con {how}, y queda una sola opción libre", plot.nodes[node].id),
        };
        let help = "deja al menos dos opciones libres en toda situación: sin ellas no hay nada que decidir";
        diagnostics.push(at(&read.places.nodes[node], Code::DeadEnd, message, "sin elección", help));
    }
}

fn values(plot: &Plot, state: &crate::course::simulation::State) -> String {
    let value = |(at, variable): (usize, &crate::course::simulation::Variable)| {
        format!("{} {}", variable.id, state.value(at))
    };
    let values: Vec<String> = plot.variables.iter().enumerate().map(value).collect();
    if values.is_empty() { "lo decidido antes".into() } else { values.join(", ") }
}

fn endings(read: &PlotRead, walk: &Walk, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(state) = &walk.endless {
        let message = format!("una simulación puede acabar con {}, y ningún final lo recoge", values(&read.plot, state));
        let help = "deja el último final sin condición: será el de todos los demás casos";
        let place = read.places.endings.last().unwrap_or(&read.places.head);
        diagnostics.push(at(place, Code::EndingMissing, message, "faltan casos", help));
    }
    for (ending, place) in read.places.endings.iter().enumerate().filter(|(at, _)| !walk.endings.contains(at)) {
        let message = format!("ningún recorrido llega al final «{}»", read.plot.endings[ending].id);
        let help = "revisa su condición y su orden: se toma el primer final cuya condición se cumple";
        diagnostics.push(at(place, Code::EndingUnreachable, message, "inalcanzable", help));
    }
}

fn out_of_limits(read: &PlotRead, walk: &Walk, diagnostics: &mut Vec<Diagnostic>) {
    for ((node, choice), (variable, value)) in &walk.out {
        let limits = &read.plot.variables[*variable];
        let message = format!(
            "esta opción puede llevar «{}» a {value}, fuera de {}–{}",
            limits.id, limits.lowest, limits.highest
        );
        let help = "bloquéala con [!WARNING] cuando no alcance, cambia el efecto o quita «tope = false»";
        diagnostics.push(at(&read.places.moves[*node][*choice], Code::VariableOut, message, "se sale", help));
    }
}

fn never_free(read: &PlotRead, walk: &Walk, diagnostics: &mut Vec<Diagnostic>) {
    for (node, moves) in read.places.moves.iter().enumerate().filter(|(node, _)| walk.nodes.contains(node)) {
        let blocked = |choice: &usize| !walk.free.contains(&(node, *choice));
        for (_, place) in moves.iter().enumerate().filter(|(choice, _)| blocked(choice)) {
            let message = "esta opción está bloqueada en todos los recorridos";
            let help = "revisa su condición: nadie podrá elegirla";
            diagnostics.push(at(place, Code::OptionNeverFree, message, "siempre bloqueada", help));
        }
    }
}

/// A competency for which every run earns the same says nothing about anybody.
fn all_the_same(read: &PlotRead, order: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    for competency in flat(&read.plot, order) {
        let message = format!("todos los recorridos obtienen lo mismo en «{competency}»");
        let help = "da a sus opciones créditos distintos, o mide otra competencia";
        let measures = |node: &usize| read.plot.nodes[*node].competencies().iter().any(|(id, _)| *id == competency);
        let place = (0..read.plot.nodes.len()).find(measures).map(|node| &read.places.nodes[node]);
        let place = place.unwrap_or(&read.places.head);
        diagnostics.push(at(place, Code::PlotFlat, message, "no distingue", help));
    }
}

/// Facts that are noted and never asked for, or the other way round.
fn idle_facts(read: &PlotRead, diagnostics: &mut Vec<Diagnostic>) {
    let plot = &read.plot;
    let moves = || plot.nodes.iter().flat_map(|node| &node.moves);
    let conditions = plot.nodes.iter().flat_map(|node| node.passages.iter().flatten());
    let conditions = conditions.chain(moves().filter_map(|the| the.needs.as_ref()));
    let conditions = conditions.chain(plot.endings.iter().filter_map(|ending| ending.when.as_ref()));
    let tests: Vec<&Test> = conditions.flat_map(|condition| condition.0.iter().flatten()).collect();
    for (fact, (name, place)) in read.facts.iter().zip(&read.places.facts).enumerate() {
        let noted = moves().flat_map(|the| &the.effects).any(|effect| *effect == Effect::Remember { fact });
        let asked = tests.iter().any(|test| matches!(test, Test::Remembers { fact: other, .. } if *other == fact));
        let (what, help) = match (noted, asked) {
            (true, true) => continue,
            (true, false) => ("se anota y nada lo pregunta", "úsalo en un «si …», o quítalo de memoria"),
            (false, true) => ("se pregunta y nada lo anota", "anótalo en una opción con «recuerda …»"),
            (false, false) => ("ni se anota ni se pregunta", "quítalo de memoria"),
        };
        diagnostics.push(at(place, Code::FactIdle, format!("el hecho «{name}» {what}"), "sin uso", help));
    }
}

