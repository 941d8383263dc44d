//! Weights that add up, and questions that cannot be passed by guessing.

use super::at;
use crate::assess::chance_floors;
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Reading, Scored};

/// The highest mean credit that answering at random may earn in a competency.
pub const HIGHEST_FLOOR: f64 = 0.5;

pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    for scored in &reading.scored {
        let sum = weight_sum(scored);
        let floor = if scored.sound && sum.is_none() { floor(scored) } else { None };
        diagnostics.extend(sum.or(floor));
    }
}

fn weight_sum(scored: &Scored) -> Option<Diagnostic> {
    let sum: f64 = scored.weights.iter().map(|(_, weight)| weight).sum();
    if (sum - 1.0).abs() < 1e-6 || scored.weights.iter().any(|(_, weight)| *weight <= 0.0) {
        return None;
    }
    let rounded = (sum * 1000.0).round() / 1000.0;
    let message = format!("los pesos de las competencias suman {rounded}");
    Some(at(&scored.weights_place, Code::WeightSum, message, "deben sumar 1", "reparte los pesos para que sumen 1"))
}

fn floor(scored: &Scored) -> Option<Diagnostic> {
    let floors = chance_floors(&scored.key, &scored.weights);
    let (competency, floor) =
        floors.into_iter().filter(|(_, floor)| *floor > HIGHEST_FLOOR + 1e-9).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let message = format!(
        "respondiendo al azar se obtiene de media {:.2} en «{competency}», y el máximo es {HIGHEST_FLOOR}",
        (floor * 100.0).round() / 100.0
    );
    let help = "baja los créditos de las opciones que no son la mejor, o añade opciones";
    Some(at(&scored.weights_place, Code::FloorTooHigh, message, "demasiado fácil de acertar al azar", help))
}
