//! Files that come and go by the learner's hand.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::UnreadableFile;

/// How long a download may take to begin, in milliseconds. Some browsers read the contents long after the click.
const PATIENCE: i32 = 60_000;

/// Hands the person a text file of a kind, as `text/csv`. False when this browser offers no way.
pub fn save_file(name: &str, kind: &str, text: &str) -> bool {
    download(name, kind, text).is_ok()
}

fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    hand_over(name, &blob)
}

pub(super) fn hand_over(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), PATIENCE).map(drop)
}

/// The text of the file chosen in the input with this id: `None` when there is none. The input is left empty, so that the same file can be chosen again.
pub async fn chosen_file(input: &str) -> Option<Result<String, UnreadableFile>> {
    let element = web_sys::window()?.document()?.get_element_by_id(input)?;
    let input: HtmlInputElement = element.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await;
    input.set_value("");
    Some(text.ok().and_then(|text| text.as_string()).ok_or(UnreadableFile))
}
