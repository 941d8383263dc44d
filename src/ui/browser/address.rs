//! Where the page is, and going elsewhere.

/// The value of a parameter of the address, decoded; `None` when there is none.
pub fn query(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    let pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()?;
    js_sys::decode_uri_component(&value.replace('+', " ")).ok()?.as_string()
}

/// Writes a parameter into the address, so that coming back finds it; the page stays.
pub fn keep_query(name: &str, value: &str) {
    let encoded = js_sys::encode_uri_component(value);
    let address = if value.is_empty() { ".".to_owned() } else { format!("?{name}={}", String::from(encoded)) };
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where the history cannot be written, the search goes on without it.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Goes to another page.
pub fn go_to(address: &str) {
    if let Some(window) = web_sys::window() {
        // An address that the browser refuses leaves the page where it was.
        let _ = window.location().assign(address);
    }
}
