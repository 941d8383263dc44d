//! A text as a picture to be read by a camera (ISO/IEC 18004).

use qrcodegen::{QrCode, QrCodeEcc};

/// A limit of ours, well below what the standard allows: the more there is, the harder it is to read from a screen.
const MOST_CHARACTERS: usize = 1_800;
/// The blank that the standard asks for around it, in modules.
const QUIET: i32 = 4;

/// The picture as SVG; `None` when the text is too long for one that can be read.
pub fn qr(text: &str, label: &str) -> Option<String> {
    if text.len() > MOST_CHARACTERS {
        return None;
    }
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let side = size + 2 * QUIET;
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\">\
         <path class=\"qr-papel\" d=\"M0 0h{side}v{side}H0z\"/><path class=\"qr-tinta\" d=\"{path}\"/></svg>"
    ))
}
