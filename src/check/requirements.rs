//! No module has to be done before itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::at;
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{PageKind, Place, Reading, Target};

/// What each module requires, with the place that says so.
type Requirements<'r> = BTreeMap<&'r str, BTreeMap<&'r str, &'r Place>>;

/// Reports each ring of modules once, at the requirement of its first module in alphabetical order.
pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let requirements = requirements(reading);
    let mut reported: BTreeSet<Vec<&str>> = BTreeSet::new();
    for (module, required) in &requirements {
        for next in required.keys() {
            let Some(ring) = way_back(&requirements, next, module).map(from_the_first) else { continue };
            if let Some(place) = place(&requirements, &ring)
                && reported.insert(ring.clone())
            {
                diagnostics.push(report(&ring, place));
            }
        }
    }
}

fn requirements(reading: &Reading) -> Requirements<'_> {
    let mut requirements = Requirements::new();
    for reference in &reading.references {
        let page = reading.pages.get(&reference.place.path).map(|page| &page.kind);
        if let (Some(PageKind::Module(module)), Target::Module(required)) = (page, &reference.target) {
            requirements.entry(module.as_str()).or_default().insert(required, &reference.place);
        }
    }
    requirements
}

/// The shortest way from a module to another by what each requires, both included.
fn way_back<'r>(requirements: &Requirements<'r>, from: &'r str, to: &'r str) -> Option<Vec<&'r str>> {
    let mut ways = VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::from([from]);
    while let Some(way) = ways.pop_front() {
        let last = *way.last()?;
        if last == to {
            return Some(way);
        }
        for next in requirements.get(last).into_iter().flat_map(BTreeMap::keys).filter(|next| seen.insert(next)) {
            ways.push_back(way.iter().copied().chain([*next]).collect());
        }
    }
    None
}

/// The same ring, begun at its first module in alphabetical order.
fn from_the_first(mut ring: Vec<&str>) -> Vec<&str> {
    let first = ring.iter().enumerate().min_by_key(|(_, module)| **module).map_or(0, |(at, _)| at);
    ring.rotate_left(first);
    ring
}

/// Where the first module of a ring requires the second; itself, when it is alone.
fn place<'r>(requirements: &Requirements<'r>, ring: &[&str]) -> Option<&'r Place> {
    let next = ring.get(1).or(ring.first())?;
    requirements.get(ring.first()?)?.get(next).copied()
}

fn report(ring: &[&str], place: &Place) -> Diagnostic {
    let first = ring.first().copied().unwrap_or_default();
    let message = match ring {
        [only] => format!("el módulo «{only}» se pide a sí mismo"),
        _ => format!("estos módulos se piden unos a otros en círculo: {} → {first}", ring.join(" → ")),
    };
    at(place, Code::RequirementCycle, message, "requisito en círculo", "quita uno de estos requisitos: ninguno podría ser el primero")
}
