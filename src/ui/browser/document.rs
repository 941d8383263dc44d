//! The page that holds the islands.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The course whose pages these are, from the root element. It names the storage.
pub fn course_id() -> String {
    root_attribute("data-curso")
}

/// An attribute of the root element; empty when there is none.
pub fn root_attribute(name: &str) -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// The values of all that is marked among the controls with this name.
pub fn all_checked(name: &str) -> Vec<String> {
    let marked =
        document().and_then(|document| document.query_selector_all(&format!("input[name=\"{name}\"]:checked")).ok());
    let Some(marked) = marked else { return Vec::new() };
    let element = |index| marked.get(index)?.dyn_into::<Element>().ok()?.get_attribute("value");
    (0..marked.length()).filter_map(element).collect()
}

/// Moves the keyboard to the element with this id, if there is one.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// The same, once what has just changed is on the screen: an element that is not shown cannot take the focus.
pub fn focus_when_shown(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}

/// Whether what has just been folded or unfolded is unfolded.
pub fn is_open(event: &web_sys::Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// What the button that was pressed is to do: its `data-hacer`.
pub fn action(event: &web_sys::Event) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-hacer]").ok()??.get_attribute("data-hacer")
}

/// The name and the value of the control that has changed.
pub fn changed(event: &web_sys::Event) -> Option<(String, String)> {
    let control = event.target()?.dyn_into::<Element>().ok()?;
    Some((control.get_attribute("name")?, control.get_attribute("value")?))
}

/// The value of what is marked among the controls with this name.
pub fn checked(name: &str) -> Option<String> {
    let marked = document()?.query_selector(&format!("input[name=\"{name}\"]:checked")).ok()??;
    marked.get_attribute("value")
}

/// Changes the words of the element with this id, if there is one.
pub fn tell(id: &str, words: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(Some(words));
    }
}

/// Changes an attribute of the element with this id, if there is one.
pub fn set_attribute(id: &str, name: &str, value: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        // The names are our own, and valid.
        let _ = element.set_attribute(name, value);
    }
}

/// Calls `reached` with the id of the part of the lesson that has come into view, the furthest if they are several:
/// elements marked `data-tramo`.
pub fn on_section_reached(reached: impl Fn(String) + 'static) {
    let Some(parts) = document().and_then(|document| document.query_selector_all("[data-tramo]").ok()) else { return };
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entries = entries.iter().rev().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        if let Some(entry) = entries.into_iter().find(IntersectionObserverEntry::is_intersecting) {
            reached(entry.target().id());
        }
    });
    let options = IntersectionObserverInit::new();
    // A part counts as reached when its beginning is in the upper half of the window.
    options.set_root_margin("0px 0px -50% 0px");
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) {
        for index in 0..parts.length() {
            if let Some(part) = parts.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                observer.observe(&part);
            }
        }
        std::mem::forget(observer);
    }
    // The page watches for as long as it lives.
    seen.forget();
}
