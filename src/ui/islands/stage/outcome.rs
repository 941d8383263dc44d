//! What a decision brought, before going on.

use super::SimulationView;
use super::desk::button;
use super::gauges::panel;
use super::moment::clock;
use super::words;
use crate::course::Role;
use crate::course::simulation::Turn;
use crate::ui::parts::escape;

/// What was done, what followed and, where it was asked, what hat the moment called for; as HTML.
pub fn outcome(view: &SimulationView, turn: &Turn, hat: Option<Role>) -> String {
    let choice = &view.nodes[turn.node].choices[turn.choice];
    format!(
        "{}<div class=\"doce hoja-interior\"><section class=\"c7 resultado\">\
         <p class=\"meta\">Tu decisión</p><p class=\"tomada\">{}</p><h2>Lo que ocurre</h2><div class=\"consecuencia\">{}</div>{}{}<p class=\"acciones\">{}</p></section>{}</div>",
        clock(view, turn.node),
        choice.text.as_str(),
        choice.consequence.as_str(),
        words::changes_html(&view.plot, &turn.before, &turn.after),
        comment(view, turn, hat),
        button("seguir", "boton", "Seguir"),
        panel(&view.plot, &turn.after, &turn.before)
    )
}

fn comment(view: &SimulationView, turn: &Turn, hat: Option<Role>) -> String {
    let Some(comment) = &view.nodes[turn.node].hat else { return String::new() };
    let worn = hat.map(|hat| format!("Decidiste con el sombrero de {}. ", words::function(hat))).unwrap_or_default();
    format!("<div class=\"sombrero\"><h2>El sombrero</h2><p>{worn}{}</p></div>", escape(comment))
}
