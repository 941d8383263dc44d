//! The posterior, the comparison of two and the number of items.

use timon_y_voz::assess::{Evidence, Posterior, Prior, estimate, greater, minimum_items};

use super::close;
use super::file::vectors;

/// Evidence from (credit, floor, weight).
fn evidence(items: &[(f64, f64, f64)]) -> Vec<Evidence> {
    let piece = |(i, &(credit, floor, weight)): (usize, &(f64, f64, f64))| Evidence {
        item: format!("i{i}").as_str().into(),
        credit,
        floor,
        weight,
        scenario: None,
    };
    items.iter().enumerate().map(piece).collect()
}

/// A Beta posterior, from whole hits and misses without floor.
fn beta(hits: usize, misses: usize, a: f64, b: f64) -> Posterior {
    let answers = [vec![(1.0, 0.0, 1.0); hits], vec![(0.0, 0.0, 1.0); misses]].concat();
    estimate(&evidence(&answers), &Prior::new(a, b).unwrap())
}

#[test]
fn beta_posterior() {
    for row in vectors().beta_posterior {
        let posterior = beta(row.k, row.n - row.k, row.a0, row.b0);
        close("mean", posterior.mean(), row.mean);
        close("median", posterior.median(), row.median);
        close("lo95", posterior.quantile(0.025), row.lo95);
        close("hi95", posterior.quantile(0.975), row.hi95);
        close("lo80", posterior.interval80().0, row.lo80);
        close("hi80", posterior.interval80().1, row.hi80);
        close("P(≥ .8)", posterior.at_least(0.8), row.p_ge_0_8);
        assert_eq!(posterior.items(), row.n);
    }
}

#[test]
fn grid_posterior() {
    for row in vectors().grid_posterior {
        let posterior = estimate(&evidence(&row.items), &Prior::new(row.a0, row.b0).unwrap());
        close("mean", posterior.mean(), row.mean);
        close("sd", posterior.sd(), row.sd);
        close("median", posterior.median(), row.median);
        close("lo80", posterior.interval80().0, row.lo80);
        close("hi80", posterior.interval80().1, row.hi80);
        close("lo95", posterior.quantile(0.025), row.lo95);
        close("hi95", posterior.quantile(0.975), row.hi95);
        close("P(≥ thr)", posterior.at_least(row.thr), row.p_ge_thr);
    }
}

#[test]
fn p_greater() {
    for row in vectors().p_greater {
        let level = |a: usize, b: usize| beta(a - 1, b - 1, 1.0, 1.0);
        close("P(a > b)", greater(&level(row.a, row.b), &level(row.c, row.d)), row.p);
        close("P(b > a)", greater(&level(row.c, row.d), &level(row.a, row.b)), 1.0 - row.p);
    }
}

#[test]
fn minimum_number_of_items() {
    let section = vectors().min_items_all_correct;
    for (misses, rows) in [(0, &section.all_correct), (1, &section.one_miss)] {
        for row in rows {
            for (column, expected) in section.columns.iter().zip(row).skip(1) {
                let (level, probability) = limits(column);
                let items = minimum_items(row[0], level, probability, misses);
                assert_eq!(items, Some(*expected as usize), "{column}, g = {}, {misses} misses", row[0]);
            }
            assert_eq!(row.len(), section.columns.len());
        }
    }
}

/// Reads `theta>=.7 P>=.8`.
fn limits(column: &str) -> (f64, f64) {
    let (level, probability) = column.split_once(' ').unwrap();
    let number = |text: &str, name: &str| text.strip_prefix(name).unwrap().parse().unwrap();
    (number(level, "theta>="), number(probability, "P>="))
}
