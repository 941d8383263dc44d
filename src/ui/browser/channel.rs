//! Word between the tabs of one course.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::BroadcastChannel;

thread_local! {
    /// The page's one channel: what a channel says is heard by every other, and not by itself.
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Calls `changed` whenever another tab has written to the journal. A browser without channels has lone tabs, which
/// read the journal when they open.
pub fn on_other_tab(course: &str, changed: impl Fn() + 'static) {
    let Ok(channel) = BroadcastChannel::new(&format!("timon-{course}")) else { return };
    let listener = Closure::<dyn Fn()>::new(changed);
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The page listens for as long as it lives.
    listener.forget();
    CHANNEL.set(Some(channel));
}

/// Tells the other tabs that the journal has changed.
pub fn tell_other_tabs() {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            // Nobody has to hear it.
            let _ = channel.post_message(&JsValue::TRUE);
        }
    });
}
