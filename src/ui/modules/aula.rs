//! The WebAssembly module of the learner's pages: the library's own exports.

use timon_y_voz as _;

fn main() {}
