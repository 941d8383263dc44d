//! Pictures: how large they are.

use super::findings::Log;
use super::svg;
use crate::diagnostics::Code;

/// Width and height in pixels, so that a page keeps its place while a picture loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// Whether the name ends as a picture that browsers show and this module can measure.
    pub fn can_read(name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        [".svg", ".png", ".jpg", ".jpeg", ".webp"].iter().any(|end| name.ends_with(end))
    }
}

/// Measures a picture; what cannot be shown as one is reported, and its size is taken as 0.
pub fn measure(log: &mut Log<'_>, bytes: &[u8]) -> Size {
    let size = match log.path.to_ascii_lowercase().ends_with(".svg") {
        true => std::str::from_utf8(bytes).ok().and_then(|text| svg::measure(log, text)),
        false => imagesize::blob_size(bytes).ok().and_then(|size| {
            Some(Size { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? })
        }),
    };
    size.unwrap_or_else(|| {
        let help = "vuelve a guardarla como SVG (con viewBox), PNG, JPG o WebP";
        log.report(Code::ImageUnreadable, 0..0, "no se puede leer el tamaño de esta imagen", "imagen ilegible", help);
        Size { width: 0, height: 0 }
    })
}
