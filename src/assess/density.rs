//! The posterior density of a level θ and its integral over short stretches.
//!
//! With P = g + (1 − g)θ the miss factor is 1 − P = (1 − g)(1 − θ) for every floor, so up to a constant
//!
//! ```text
//! density(θ) = θ^α · (1 − θ)^β · Π (g + (1 − g)θ)^e        one factor per positive floor g
//! ```
//!
//! α gathers the prior and the hits without floor, β the prior and all the misses. Both may be negative or fractional,
//! which plain quadrature handles badly at the ends; the rest is smooth. A stretch is integrated in v = θ^(α+1) in the
//! left half, and in its mirror image in the right half, where the power at the near end becomes a constant. A high
//! power is smooth and steep, so it is better left as it is.

use super::evidence::Evidence;

/// From this power on, two nodes integrate θ^power over a cell as well as anything else.
const SMOOTH: f64 = 1.0;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Density {
    /// α, above −1.
    at_0: f64,
    /// β, above −1.
    at_1: f64,
    /// Floor and exponent, one per distinct floor above 0.
    factors: Vec<(f64, f64)>,
}

/// A point of θ and the logarithm of the mass it stands for, not normalised.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub level: f64,
    pub log_mass: f64,
}

impl Density {
    /// From a Beta(a, b) prior, both positive, and evidence sorted by floor, its values in range.
    pub fn new(a: f64, b: f64, evidence: &[Evidence]) -> Self {
        let mut density = Self { at_0: a - 1.0, at_1: b - 1.0, factors: Vec::new() };
        for piece in evidence {
            density.at_1 += piece.weight * (1.0 - piece.credit);
            let hit = piece.weight * piece.credit;
            match density.factors.last_mut() {
                _ if piece.floor == 0.0 => density.at_0 += hit,
                Some((floor, exponent)) if *floor == piece.floor => *exponent += hit,
                _ => density.factors.push((piece.floor, hit)),
            }
        }
        density
    }

    /// The mass between two levels, `from < to`, as two Gauss–Legendre nodes. The stretch must be short (a cell of the
    /// grid or part of one) and not cross ½ by more than that.
    pub fn nodes(&self, from: f64, to: f64) -> [Node; 2] {
        if from + to < 1.0 {
            power_nodes(from, to, self.at_0, |level| self.log_factors(level) + log_power(1.0 - level, self.at_1))
        } else {
            let log_rest = |miss: f64| self.log_factors(1.0 - miss) + log_power(1.0 - miss, self.at_0);
            let mirrored = power_nodes(1.0 - to, 1.0 - from, self.at_1, log_rest);
            mirrored.map(|node| Node { level: 1.0 - node.level, ..node })
        }
    }

    fn log_factors(&self, level: f64) -> f64 {
        self.factors.iter().map(|(floor, exponent)| exponent * (floor + (1.0 - floor) * level).ln()).sum()
    }
}

/// Two nodes for ∫ x^power · exp(log_rest(x)) dx between `from` and `to`, in v = (x/to)^(power + 1) or in x itself.
fn power_nodes(from: f64, to: f64, power: f64, log_rest: impl Fn(f64) -> f64) -> [Node; 2] {
    let (exponent, left_over) = if power < SMOOTH { (power + 1.0, 0.0) } else { (1.0, power) };
    let start = (from / to).powf(exponent);
    let (middle, half) = ((1.0 + start) / 2.0, (1.0 - start) / 2.0);
    let log_weight = exponent * to.ln() + (half / exponent).ln();
    [-1.0, 1.0].map(|side| {
        let level = to * (middle + side * half / 3f64.sqrt()).powf(exponent.recip());
        Node { level, log_mass: log_weight + log_rest(level) + log_power(level, left_over) }
    })
}

/// ln(x^power), where x^0 is 1 for every x.
fn log_power(x: f64, power: f64) -> f64 {
    if power == 0.0 { 0.0 } else { power * x.ln() }
}
