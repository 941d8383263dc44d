//! The ways in which something goes from here to somebody else, by the person's hand.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, File, FilePropertyBag, ShareData};

use super::files::hand_over;

/// Hands the person a file of bytes of a kind. False when this browser offers no way.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.and_then(|blob| hand_over(name, &blob)).is_ok()
}

/// Whether the system can be asked to share a file.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"canShare".into()).unwrap_or(false))
}

/// Asks the system to share a file with whatever the person chooses. False when it was not shared.
pub async fn share_file(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let Ok(file) = File::new_with_u8_array_sequence_and_options(&parts, name, &options) else { return false };
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    can_share()
        && navigator.can_share_with_data(&data)
        && JsFuture::from(navigator.share_with_data(&data)).await.is_ok()
}

/// Puts a text on the clipboard. False when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let clipboard = navigator.and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    let Some(clipboard) = clipboard.and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
