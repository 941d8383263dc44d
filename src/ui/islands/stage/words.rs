//! What the stage says in words.

use super::SimulationView;
use crate::course::Role;
use crate::course::simulation::{Destination, Plot, State, Turn, Variable};
use crate::ui::parts::escape;

/// Who decides, as the field says it.
pub fn seat(role: Role, asks_hat: bool, who: &str) -> String {
    match role {
        _ if asks_hat => format!("Decide {who}"),
        Role::Smm => format!("Decides como SMM: eres {who}"),
        Role::Cm => format!("Decides como CM: eres {who}"),
        Role::Both => format!("Decides por las dos funciones: eres {who}"),
    }
}

/// A function by its name.
pub fn function(role: Role) -> &'static str {
    match role {
        Role::Smm => "SMM",
        Role::Cm => "CM",
        Role::Both => "ambas",
    }
}

/// The value of a hat on the page, and back.
pub fn role(value: &str) -> Option<Role> {
    [Role::Smm, Role::Both, Role::Cm].into_iter().find(|role| function(*role) == value)
}

/// «Día 1, 09:10».
pub fn moment(day: &str, hour: Option<&str>) -> String {
    match hour {
        Some(hour) => format!("{day}, {hour}"),
        None => day.to_owned(),
    }
}

/// A value with its unit.
pub fn value(variable: &Variable, value: i32) -> String {
    match &variable.unit {
        Some(unit) => format!("{value}\u{a0}{unit}"),
        None => value.to_string(),
    }
}

/// A change with its sign: `+5`, `−12`.
pub fn signed(change: i32) -> String {
    if change < 0 { format!("−{}", change.unsigned_abs()) } else { format!("+{change}") }
}

/// What changed between two states: «Confianza +5».
pub fn changes(plot: &Plot, before: &State, after: &State) -> Vec<String> {
    let change = |(at, variable): (usize, &Variable)| {
        let by = after.value(at) - before.value(at);
        (by != 0).then(|| format!("{} {}", variable.name, signed(by)))
    };
    plot.variables.iter().enumerate().filter_map(change).collect()
}

/// The changes as a list, as HTML.
pub fn changes_html(plot: &Plot, before: &State, after: &State) -> String {
    let changes = changes(plot, before, after);
    if changes.is_empty() {
        return "<p class=\"delta\"><span>Los indicadores no cambian.</span></p>".into();
    }
    let items: String = changes.iter().map(|change| format!("<span>{}</span>", escape(change))).collect();
    format!("<p class=\"delta\">{items}</p>")
}

/// A choice of a turn that was not taken: its words, what would have followed and where it led, as HTML.
pub fn road_not_taken(view: &SimulationView, turn: &Turn, choice: usize) -> Option<String> {
    let (node, words) = (&view.plot.nodes[turn.node], &view.nodes[turn.node]);
    let (the, told) = (node.moves.get(choice)?, words.choices.get(choice)?);
    let blocked = the.needs.as_ref().is_some_and(|needs| !needs.holds(&turn.before));
    if blocked {
        let reason = told.blocked.as_ref().map(|html| html.as_str()).unwrap_or_default();
        return Some(format!("<b>{}</b><p>No estaba a tu alcance.</p>{reason}", told.text.as_str()));
    }
    let after = view.plot.after(&turn.before, the);
    let mark = if told.recommended { "<i class=\"propuesta\">La más defendible.</i> " } else { "" };
    Some(format!(
        "<b>{mark}{}</b>{}{}{}",
        told.text.as_str(),
        told.consequence.as_str(),
        changes_html(&view.plot, &turn.before, &after),
        led_elsewhere(view, turn, &the.to)
    ))
}

/// Where a choice led, when that is not where the one taken did.
fn led_elsewhere(view: &SimulationView, turn: &Turn, to: &Destination) -> String {
    let taken = &view.plot.nodes[turn.node].moves[turn.choice].to;
    match to {
        Destination::Node(id) if to != taken => {
            let title = view.plot.node(id).map(|node| node.title.clone()).unwrap_or_default();
            format!("<p class=\"meta\">Habría llevado a otro momento: {}.</p>", escape(&title))
        }
        Destination::End if to != taken => "<p class=\"meta\">Habría llevado al final.</p>".into(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_always_has_its_sign() {
        assert_eq!([signed(5), signed(-12), signed(0)], ["+5", "−12", "+0"]);
    }

    #[test]
    fn an_hour_is_told_after_its_day() {
        assert_eq!(moment("Día 1", Some("09:10")), "Día 1, 09:10");
        assert_eq!(moment("Semana 2", None), "Semana 2");
    }
}
