//! How things stand: each variable with its value, where it was before, and a bar when it has limits worth drawing.

use super::words::value;
use crate::course::simulation::{Plot, State, Variable};
use crate::ui::parts::escape;

/// The state beside a moment, with what each value was before.
pub fn panel(plot: &Plot, now: &State, before: &State) -> String {
    format!(
        "<section class=\"c5 filete\" aria-labelledby=\"estado-titulo\"><h2 id=\"estado-titulo\">Estado</h2>{}</section>",
        gauges(plot, now, before, "antes")
    )
}

/// The state as a list, as HTML. `before` gives the mark on each bar and the words beside each number.
pub fn gauges(plot: &Plot, now: &State, before: &State, since: &str) -> String {
    let gauge = |(at, variable): (usize, &Variable)| gauge(variable, now.value(at), before.value(at), since);
    let gauges: String = plot.variables.iter().enumerate().map(gauge).collect();
    format!("<dl class=\"estado\">{gauges}</dl>")
}

fn gauge(variable: &Variable, now: i32, before: i32, since: &str) -> String {
    let change = if now == before { "sin cambios".into() } else { format!("{since} {}", value(variable, before)) };
    format!(
        "<div><dt>{}</dt><dd>{}<small>{}</small></dd><dd class=\"barra\" aria-hidden=\"true\">{}</dd></div>",
        escape(&variable.name),
        escape(&value(variable, now)),
        escape(&change),
        bar(variable, now, before)
    )
}

fn bar(variable: &Variable, now: i32, before: i32) -> String {
    let place = |value: i32| {
        let (value, low, high) = (f64::from(value), f64::from(variable.lowest), f64::from(variable.highest));
        (((value - low) / (high - low)).clamp(0.0, 1.0) * 1000.0).round() as i64
    };
    format!(
        "<svg viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" focusable=\"false\">\
         <path class=\"barra-marco\" d=\"M0 .5H1000M0 15.5H1000\" vector-effect=\"non-scaling-stroke\"/>\
         <rect class=\"barra-llena\" y=\"4\" width=\"{}\" height=\"8\"/>\
         <path class=\"barra-antes\" d=\"M{} 0V16\" vector-effect=\"non-scaling-stroke\"/></svg>",
        place(now),
        place(before)
    )
}
