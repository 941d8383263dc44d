//! Tests of `learner`: what is stored and read back, and what is folded from it.

mod attempts;
mod backup;
mod building;
mod journal;
mod memory_oracle;
mod memory_vectors;
mod profile;
mod progress;
mod sessions;
mod simulations;
mod stored;
mod tasks;
mod weak_points;
