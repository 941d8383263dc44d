//! What comes after the `#` of the address: no server sees it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// What comes after the `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Calls `changed` whenever what comes after the `#` does.
pub fn on_fragment(changed: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(changed);
    if let Some(window) = web_sys::window() {
        window.set_onhashchange(Some(listener.as_ref().unchecked_ref()));
    }
    // The page listens for as long as it lives.
    listener.forget();
}
