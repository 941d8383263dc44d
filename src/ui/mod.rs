//! The screens: Leptos components, rendered to whole pages at build and woken as islands in the browser.
//!
//! - `pages`: one file per kind of page; static, complete without scripts. Native only.
//! - `islands`: what reacts: deciding a case, the profile, progress, copies. Each is drawn by the same component in
//!   both worlds.
//! - `taller`: the islands of instructors and authors, which may read Markdown and files of others. Their pages wake
//!   with the module of that name; every other page, with `aula`.
//! - `modules`: the two WebAssembly programs, which are this library and nothing else.
//! - `parts`: small pieces that all use.
//! - `browser`: one file per capability of the browser. Nothing else touches `web_sys`.
//!
//! Two rules keep a page alive when the browser translates it or reads it aloud, which rewrites text nodes. Text that
//! changes is set as the contents of an element that owns it ([`parts::live`]), never as a bare text node. And the
//! loader restores an island's own HTML before waking it.

mod browser;
pub mod islands;
mod parts;
mod store;
#[cfg(any(feature = "taller", feature = "tool"))]
mod taller;

#[cfg(feature = "tool")]
mod pages;
#[cfg(feature = "tool")]
pub use pages::{AssetPaths, Module, ModulePaths, Page, Place, pages, search_index};
