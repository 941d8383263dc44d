//! Files that come and go by the learner's hand.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands the learner a text file.
pub fn save_file(name: &str, text: &str) {
    // A page without these capabilities offers no download, and nothing breaks.
    let _ = download(name, text);
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// The text of the file chosen in the input with this id: `None` when there is none, and the browser's own words when
/// it cannot be read. The input is left empty, so that the same file can be chosen again.
pub async fn chosen_file(input: &str) -> Option<Result<String, String>> {
    let element = web_sys::window()?.document()?.get_element_by_id(input)?;
    let input: HtmlInputElement = element.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await;
    input.set_value("");
    Some(text.map(|text| text.as_string().unwrap_or_default()).map_err(|error| format!("{error:?}")))
}
