//! The interval of α.
//!
//! Feldt (1965) shows that (1 − α)/(1 − α̂) follows F with N − 1 and (N − 1)(k − 1) degrees of freedom.

use statrs::function::beta::beta_reg;

/// The 95 % interval of an α found with `people` and `items`. `None` with fewer than two of either.
pub fn interval(alpha: f64, people: usize, items: usize) -> Option<(f64, f64)> {
    if people < 2 || items < 2 {
        return None;
    }
    let d1 = (people - 1) as f64;
    let d2 = d1 * (items - 1) as f64;
    Some((1.0 - (1.0 - alpha) * f_quantile(0.975, d1, d2), 1.0 - (1.0 - alpha) * f_quantile(0.025, d1, d2)))
}

/// The value that a variable with the F distribution stays below with probability `p`.
///
/// F = d₂x / (d₁(1 − x)), with x of the Beta(d₁/2, d₂/2) distribution; x is found by halving until there is nothing
/// left to halve, which is slower than Newton's method and cannot miss.
fn f_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if beta_reg(d1 / 2.0, d2 / 2.0, middle) < p { low = middle } else { high = middle }
    }
    let x: f64 = (low + high) / 2.0;
    d2 * x / (d1 * (1.0 - x))
}

#[cfg(test)]
mod tests {
    use super::f_quantile;

    /// From two people with two items up to 200,000 people, as SciPy 1.17 gives them (`scipy.stats.f.ppf`).
    #[test]
    fn quantiles_are_right_for_groups_of_any_size() {
        for (p, d1, d2, expected) in [
            (0.025, 1.0, 1.0, 0.001543712508674131),
            (0.975, 1.0, 1.0, 647.7890114778442),
            (0.025, 29.0, 203.0, 0.5391877529843827),
            (0.975, 29.0, 203.0, 1.6493884834418338),
            (0.025, 999.0, 130869.0, 0.9139234898937089),
            (0.975, 999.0, 130869.0, 1.0899568678854716),
            (0.025, 19999.0, 3979801.0, 0.9804470172686086),
            (0.975, 19999.0, 3979801.0, 1.019745330482353),
            (0.025, 199999.0, 799996.0, 0.9930871505461586),
            (0.975, 199999.0, 799996.0, 1.006946264275393),
        ] {
            let found = f_quantile(p, d1, d2);
            assert!((found / expected - 1.0).abs() < 1e-10, "{p} {d1} {d2}: {found} and {expected}");
        }
    }
}
