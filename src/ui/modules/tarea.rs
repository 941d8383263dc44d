//! The WebAssembly module of the page of assignments: the library's own exports.

use timon_y_voz as _;

fn main() {}
