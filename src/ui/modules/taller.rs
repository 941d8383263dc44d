//! The WebAssembly module of the pages of instructors and authors: the library's own exports.

use timon_y_voz as _;

fn main() {}
