//! Small pieces that pages and islands share.

pub mod figures;
pub mod format;
#[cfg(feature = "exchange")]
pub mod qr;
pub mod sign;

/// HTML for the changing text of an element: set with `inner_html`, so that whatever a translator or a reader has put
/// inside the element is replaced and nothing is looked for.
pub fn live(text: impl Into<String>) -> String {
    escape(&text.into())
}

/// Text with the characters that mean something in HTML replaced.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
