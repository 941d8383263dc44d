//! From a course to the files of a site, all in memory.

pub mod assets;
mod flags;
pub mod render;
pub mod wasm;

use std::collections::BTreeMap;

/// The files of a site: path without a leading `/`, and contents.
pub type Site = BTreeMap<String, Vec<u8>>;

/// The folder this program was built from: styles, page shell and Rust code are read from it.
pub fn source_folder() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
}
