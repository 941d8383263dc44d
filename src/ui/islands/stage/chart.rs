//! The route of a run, drawn: helm above, voice below; the road taken thick, those not taken dashed.

use super::SimulationView;
use crate::course::Role;
use crate::course::simulation::{Destination, Replay, Turn};
use crate::ui::parts::escape;

const WIDTH: usize = 1200;
const LEFT: usize = 90;

/// The chart as HTML. What it shows is told in the list below it.
pub fn chart(view: &SimulationView, replay: &Replay) -> String {
    let n = replay.turns.len();
    let x = |place: usize| LEFT + 30 + place * (WIDTH - LEFT - 90) / n.max(1);
    let points: Vec<(usize, usize)> = replay
        .turns
        .iter()
        .enumerate()
        .map(|(place, turn)| (x(place), lane(view.plot.nodes[turn.node].role)))
        .collect();
    let end = (x(n), lane(Role::Both));
    let mut road = String::new();
    for (place, (x, y)) in points.iter().chain([&end]).enumerate() {
        road.push_str(&format!("{}{x} {y}", if place == 0 { "M" } else { "L" }));
    }
    let branches: String =
        replay.turns.iter().zip(&points).map(|(turn, (x, y))| branches(view, turn, *x, *y)).collect();
    let marks: String = replay.turns.iter().zip(&points).map(|(turn, (x, y))| mark(view, turn, *x, *y)).collect();
    let days = days(view, replay, &points);
    let (end_x, end_y) = end;
    let label =
        format!("Mapa del recorrido: {n} decisiones. El detalle, con lo que no se eligió, está en la lista que sigue.");
    format!(
        "<svg class=\"derrota\" viewBox=\"0 -30 {WIDTH} 330\" role=\"img\" aria-label=\"{label}\">\
         {days}<text x=\"0\" y=\"106\">Timón</text><text x=\"0\" y=\"226\">Voz</text>\
         {branches}<path class=\"cabo\" d=\"{road}\"/>{marks}\
         <path class=\"puerto\" d=\"M{} {}h48v48h-48z\"/></svg>",
        end_x - 24,
        end_y - 24
    )
}

/// The days, each from its first decision on.
fn days(view: &SimulationView, replay: &Replay, points: &[(usize, usize)]) -> String {
    let mut html = format!("<path class=\"dia\" d=\"M0 0H{WIDTH}\"/>");
    let mut last = "";
    for (turn, (x, _)) in replay.turns.iter().zip(points) {
        let day = view.plot.nodes[turn.node].day.as_str();
        if day != last {
            let x = x - 30;
            html.push_str(&format!(
                "<path class=\"dia\" d=\"M{x} 0V300\"/><text class=\"b\" x=\"{x}\" y=\"-10\">{}</text>",
                escape(day)
            ));
            last = day;
        }
    }
    html
}

fn lane(role: Role) -> usize {
    match role {
        Role::Smm => 100,
        Role::Both => 160,
        Role::Cm => 220,
    }
}

/// A stub for each choice that was not taken; a hollow mark when it led elsewhere.
fn branches(view: &SimulationView, turn: &Turn, x: usize, y: usize) -> String {
    let moves = &view.plot.nodes[turn.node].moves;
    let taken: &Destination = &moves[turn.choice].to;
    let others = moves.iter().enumerate().filter(|(place, _)| *place != turn.choice);
    let up = y <= 160;
    let branch = |(at, (_, the)): (usize, (usize, &crate::course::simulation::Move))| {
        let reach = 34 + 22 * at;
        let end = if up { y - reach } else { y + reach };
        let mark = if the.to == *taken {
            String::new()
        } else {
            format!("<circle class=\"hueca\" cx=\"{}\" cy=\"{end}\" r=\"6\"/>", x + 44)
        };
        format!("<path class=\"fina\" d=\"M{x} {y}L{} {end}H{}\"/>{mark}", x + 20, x + 44)
    };
    others.enumerate().map(branch).collect()
}

fn mark(view: &SimulationView, turn: &Turn, x: usize, y: usize) -> String {
    let node = &view.plot.nodes[turn.node];
    let shape = match node.role {
        Role::Smm => format!("<circle class=\"hito t\" cx=\"{x}\" cy=\"{y}\" r=\"19\"/>"),
        Role::Cm => format!("<path class=\"hito v\" d=\"M{} {}h36v36h-36z\"/>", x - 18, y - 18),
        Role::Both => {
            format!("<path class=\"hito a\" d=\"M{x} {}L{} {y}L{x} {}L{} {y}Z\"/>", y - 23, x + 23, y + 23, x - 23)
        }
    };
    let hour = escape(node.hour.as_ref().unwrap_or(&node.day));
    let under = if y <= 160 { y + 42 } else { y - 30 };
    format!("{shape}<text class=\"b\" x=\"{x}\" y=\"{under}\" text-anchor=\"middle\">{hour}</text>")
}
