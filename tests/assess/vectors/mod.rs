//! Every row of `tests/vectors/vectores.json`, computed elsewhere (R and closed forms).
//!
//! No row can be skipped in silence: sections are read into structs that refuse unknown fields, every section is
//! iterated whole, and a field that no test reads is a compile error.

mod estimates;
mod file;
mod formulas;
mod orders;
mod random;

/// What the estimate is held to, in every figure. The largest difference measured is 7.2·10⁻⁹, the mean of ten hits in
/// ten with the Jeffreys prior, whose density has no bound; with Beta(1, 1) it is 3.1·10⁻¹².
const TOLERANCE: f64 = 1e-8;

#[track_caller]
fn close(what: &str, measured: f64, expected: f64) {
    let difference = (measured - expected).abs();
    assert!(difference <= TOLERANCE, "{what}: {measured} instead of {expected}, {difference:e} away");
}
