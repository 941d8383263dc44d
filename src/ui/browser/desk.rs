//! What the pages of instructors need of the browser besides.

use js_sys::{Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::UnreadableFile;
use super::memory::storage;
use crate::learner::Timestamp;

/// Where the site is: `https://ejemplo.org`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// What is written in the control with this id.
pub fn value_of(id: &str) -> String {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let value = element.and_then(|element| Reflect::get(&element, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// The names and the bytes of the files chosen in the input with this id. The input is left empty.
pub async fn chosen_files(input: &str) -> Vec<(String, Result<Vec<u8>, UnreadableFile>)> {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(input));
    let Some(input) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files: Vec<File> =
        input.files().map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
    let mut read = Vec::new();
    for file in files {
        let bytes = JsFuture::from(file.array_buffer()).await;
        read.push((file.name(), bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| UnreadableFile)));
    }
    input.set_value("");
    read
}

/// The moment that a control of date and time says, `2026-11-25T18:30`, where the person is; `None` when it says none.
pub fn moment_of(text: &str) -> Option<Timestamp> {
    let time = Date::new(&JsValue::from_str(text)).get_time();
    (!text.is_empty() && time.is_finite()).then_some(Timestamp(time as i64))
}

/// Lets go of what was kept under a name.
pub fn let_go(name: &str) {
    if let Some(storage) = storage() {
        // Whoever cannot take it out cannot have put it in.
        let _ = storage.remove_item(name);
    }
}
