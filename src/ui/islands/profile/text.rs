//! What the profile says in words.

use crate::assess::{Contrast, ENOUGH_EVIDENCE, Words};
use crate::course::Dimension;
use crate::learner::Estimate;
use crate::ui::parts::format::{count, evidence, level};

pub fn name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Strategy => "Estratégica",
        Dimension::Operation => "Operativa",
    }
}

pub fn competencies_of(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Strategy => "Competencias estratégicas",
        Dimension::Operation => "Competencias operativas",
    }
}

/// Low end, median and high end of the 80 % interval, each 0 to 1; `None` without enough evidence for a number.
pub fn interval(estimate: &Estimate) -> Option<(f64, f64, f64)> {
    if estimate.words == Words::Insufficient {
        return None;
    }
    let (low, high) = estimate.posterior.interval80();
    Some((low, estimate.posterior.median(), high))
}

/// The interval, as the large number: «53 a 71».
pub fn headline(estimate: &Estimate) -> String {
    match interval(estimate) {
        Some((low, _, high)) => format!("{} a {}", level(low), level(high)),
        None => "–".into(),
    }
}

/// How much stands behind a competency.
pub fn support(estimate: &Estimate) -> String {
    let gathered = evidence(estimate.posterior.evidence());
    match estimate.words {
        Words::Insufficient => format!("Aún sin evidencia suficiente: {gathered} de {}", evidence(ENOUGH_EVIDENCE)),
        words => {
            let median = level(estimate.posterior.median());
            let name = label(words).map(|name| format!(" · {name}")).unwrap_or_default();
            format!("Valor central {median} · {}{name}", cases(estimate))
        }
    }
}

/// The paragraph under a scale. `threshold` is the level to reach, 0 to 1.
pub fn explanation(estimate: &Estimate, threshold: f64) -> String {
    let Some((low, median, high)) = interval(estimate) else {
        let gathered = evidence(estimate.posterior.evidence());
        return format!(
            "Aún sin evidencia suficiente: llevas {gathered} de {} para ver un intervalo. Cada caso aporta a lo sumo 1.",
            evidence(ENOUGH_EVIDENCE)
        );
    };
    let (low, median, high) = (level(low), level(median), level(high));
    let gathered = evidence(estimate.posterior.evidence());
    let chances = level(estimate.posterior.at_least(threshold));
    format!(
        "Hay 8 posibilidades de cada 10 de que tu nivel esté entre {low} y {high}; el valor central es {median}. \
         Se apoya en {} que suman {gathered} evidencias. Probabilidad de llegar a {}: {chances} %. {}.",
        cases(estimate),
        level(threshold),
        sentence(estimate.words)
    )
}

fn cases(estimate: &Estimate) -> String {
    count(estimate.posterior.items(), "caso")
}

/// The name of a level, once there is evidence for one.
fn label(words: Words) -> Option<&'static str> {
    match words {
        Words::Insufficient | Words::IntervalOnly => None,
        Words::Consolidated => Some("consolidada"),
        Words::ToWork => Some("por trabajar"),
        Words::Inconclusive => Some("evidencia no concluyente"),
    }
}

fn sentence(words: Words) -> &'static str {
    match words {
        Words::Insufficient => "Aún sin evidencia suficiente",
        Words::IntervalOnly => "Con 12 evidencias se podrá decir algo más",
        Words::Consolidated => "Consolidada",
        Words::ToWork => "Por trabajar",
        Words::Inconclusive => "Evidencia no concluyente",
    }
}

/// Whether one scale is clearly above the other. It says nothing while either lacks evidence.
pub fn contrast(contrast: Option<Contrast>) -> &'static str {
    match contrast {
        None => "",
        Some(Contrast::AFirst) => "Con la evidencia reunida, tu nivel estratégico está por encima del operativo.",
        Some(Contrast::BFirst) => "Con la evidencia reunida, tu nivel operativo está por encima del estratégico.",
        Some(Contrast::NoClearDifference) => "Entre las dos escalas no hay diferencia apreciable.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Evidence, Prior, estimate, words};

    fn with(answers: usize, credit: f64) -> Estimate {
        let evidence: Vec<Evidence> = (0..answers)
            .map(|n| Evidence { item: n.to_string().as_str().into(), credit, floor: 0.25, weight: 1.0, scenario: None })
            .collect();
        let posterior = estimate(&evidence, &Prior::default());
        Estimate { words: words(&posterior, 0.7), posterior }
    }

    #[test]
    fn without_evidence_there_is_no_number() {
        let estimate = with(3, 1.0);
        assert_eq!(headline(&estimate), "–");
        assert_eq!(support(&estimate), "Aún sin evidencia suficiente: 3 de 4");
        assert!(!explanation(&estimate, 0.7).contains("entre"));
    }

    #[test]
    fn the_interval_leads_and_the_name_waits_for_twelve() {
        let some = with(6, 1.0);
        assert!(headline(&some).contains(" a "), "{}", headline(&some));
        assert!(explanation(&some, 0.7).contains("Con 12 evidencias"));
        let many = with(20, 1.0);
        assert!(support(&many).ends_with("consolidada"), "{}", support(&many));
        assert!(support(&with(20, 0.0)).ends_with("por trabajar"));
    }
}
