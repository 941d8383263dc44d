//! Tests of `assess`: scoring and chance floors, the estimate, and every published vector.

mod estimating;
mod estimating_laws;
mod keys;
mod scoring;
mod scoring_laws;
mod vectors;
