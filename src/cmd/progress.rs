//! What is being done, on the terminal: one line a step, with how long it took.

use std::time::Instant;

/// Announces a step, runs it and says how long it took. `steps` is the total, so that nobody wonders how much is left.
pub fn step<T, E>(number: usize, steps: usize, doing: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    tell!("[{number}/{steps}] {doing}…");
    let start = Instant::now();
    let outcome = work();
    if outcome.is_ok() {
        tell!("      hecho en {}", seconds(start));
    }
    outcome
}

/// The time since `start`, as `1,4 s`.
pub fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64()).replace('.', ",")
}
