//! Before the first decision: what it is about, and the seats from which it can be lived.

use super::SimulationView;
use super::state::{Changed, StageState};
use crate::course::simulation::Seat;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;
use crate::ui::parts::sign::{Sign, glyph};

/// The desk, as HTML.
pub fn desk(view: &SimulationView, state: StageState) -> String {
    let (changed, finished) = (state.changed(), state.finished());
    let warning = changed.map(|changed| format!("<p class=\"aviso importante\" role=\"status\">{}</p>", told(changed)));
    let first = match (changed.is_some(), finished) {
        (true, _) => "Empezar de nuevo",
        (false, 0) => "Empezar",
        (false, _) => "Repetir la simulación",
    };
    let keep = changed
        .filter(|changed| changed.kept > 0)
        .map(|_| button("conservar", "boton claro", "Seguir con lo decidido"));
    let practice = if finished == 0 {
        ""
    } else {
        "<span class=\"meta\">Como práctica: a tu perfil aporta el primer recorrido.</span>"
    };
    let seats: String = if finished == 0 {
        String::new()
    } else {
        view.plot.seats.iter().enumerate().skip(1).map(other_seat).collect()
    };
    format!(
        "<section class=\"campo n\" aria-labelledby=\"momento\"><div class=\"mesa-inicial\">\
         <p class=\"fn\">{}<span>Simulación</span></p><h1 id=\"momento\" tabindex=\"-1\">{}</h1><p class=\"meta\">{}</p></div></section>\
         <div class=\"hoja-interior\"><div class=\"prosa apertura-sim\">{}</div><div class=\"entradas\">{}\
         <p class=\"acciones\">{}{}{practice}</p>{seats}\
         <p class=\"meta\">Las decisiones no se deshacen. Se guardan al momento: puedes cerrar la página y seguir después en el mismo punto.</p>\
         </div></div>",
        glyph(Sign::Ambas),
        escape(&view.title),
        escape(&view.summary),
        view.opening.as_str(),
        warning.unwrap_or_default(),
        button("empezar 0", "boton", first),
        keep.unwrap_or_default()
    )
}

/// A button that does something on the stage.
pub fn button(action: &str, class: &str, text: &str) -> String {
    format!("<button type=\"button\" class=\"{class}\" data-hacer=\"{action}\">{text}</button>")
}

fn other_seat((place, seat): (usize, &Seat)) -> String {
    format!(
        "<div class=\"otra-silla\"><h2>{}</h2><p>{}</p>{}</div>",
        escape(&seat.title),
        escape(&seat.summary),
        button(&format!("empezar {place}"), "boton claro", "Vivirla desde la otra silla")
    )
}

/// What a change of the file means for a run that was under way.
fn told(Changed { kept, left_out }: Changed) -> String {
    let fits = match (kept, left_out) {
        (0, _) => "Ninguna de tus decisiones encaja ya en ella, así que hay que empezar de nuevo.".into(),
        (1, 0) => "Tu decisión sigue valiendo.".into(),
        (_, 0) => format!("Tus {} siguen valiendo.", count(kept, "decisión")),
        (1, _) => format!(
            "De tus {}, la primera sigue valiendo; después hay que decidir otra vez.",
            count(1 + left_out, "decisión")
        ),
        _ => format!(
            "De tus {}, las {kept} primeras siguen valiendo; después hay que decidir otra vez.",
            count(kept + left_out, "decisión")
        ),
    };
    format!("Esta simulación ha cambiado desde que la empezaste. {fits} Lo anterior queda guardado en cualquier caso.")
}
