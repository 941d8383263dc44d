//! Moments in the words of where the person is.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::learner::Timestamp;

/// A moment as it is said where the person is: «25 nov 2026, 18:30».
pub fn spoken(at: Timestamp) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A fresh object takes anything.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(Date::new(&JsValue::from_f64(at.0 as f64)).to_locale_string("es", &options))
}
