//! Pictures: how large they are, and whether they are only pictures.

use super::findings::Log;
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
        true => measure_svg(log, bytes),
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

fn measure_svg(log: &mut Log<'_>, bytes: &[u8]) -> Option<Size> {
    let svg = std::str::from_utf8(bytes).ok()?;
    if let Some((at, found)) = active_part(svg) {
        let help = "quita del SVG los guiones y los atributos «on…»; una imagen solo se mira";
        log.report(
            Code::ImageUnsafe,
            at..at + found.len(),
            format!("esta imagen lleva «{found}»"),
            "esto puede ejecutar código",
            help,
        );
    }
    let start = svg.find("<svg")?;
    let tag = &svg[start..start + svg[start..].find('>')?];
    let pixels =
        |name: &str| attribute(tag, name).and_then(|value| value.trim().trim_end_matches("px").parse::<f64>().ok());
    let sides = match (pixels("width"), pixels("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => view_box(attribute(tag, "viewBox")?)?,
    };
    (sides.0 > 0.0 && sides.1 > 0.0).then_some(Size { width: sides.0.round() as u32, height: sides.1.round() as u32 })
}

fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> =
        value.split([' ', ',']).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect();
    let [_, _, width, height] = numbers.as_slice() else { return None };
    Some((*width, *height))
}

fn attribute<'s>(tag: &'s str, name: &str) -> Option<&'s str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| *c == '"' || *c == '\'')?;
        before.is_whitespace().then(|| rest[1..].split(quote).next()).flatten()
    })
}

/// A script, a frame of foreign content, a link that runs code or an attribute that answers to events.
fn active_part(svg: &str) -> Option<(usize, &str)> {
    let lower = svg.to_ascii_lowercase();
    let fixed = ["<script", "<foreignobject", "javascript:"]
        .iter()
        .find_map(|part| lower.find(part).map(|at| (at, part.len())));
    let event = || {
        lower.match_indices("on").find_map(|(at, _)| {
            let before = lower[..at].chars().next_back()?;
            let name = lower[at..].chars().take_while(char::is_ascii_lowercase).count();
            let assigned = lower[at + name..].trim_start().starts_with('=');
            let inside_tag = lower[..at].rfind('<') > lower[..at].rfind('>');
            (name > 2 && assigned && inside_tag && (before.is_whitespace() || before == '"' || before == '\''))
                .then_some((at, name))
        })
    };
    fixed.or_else(event).map(|(at, length)| (at, &svg[at..at + length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(text: &str) -> (Size, Vec<Code>) {
        let mut log = Log::new("img/a.svg", text);
        let size = measure(&mut log, text.as_bytes());
        (size, log.found.diagnostics.iter().map(|diagnostic| diagnostic.code).collect())
    }

    #[test]
    fn svg_sizes_come_from_sides_or_from_the_view_box() {
        assert_eq!(
            svg("<svg width=\"40px\" height='30' viewBox=\"0 0 1 1\"></svg>"),
            (Size { width: 40, height: 30 }, vec![])
        );
        assert_eq!(svg("<?xml?><svg viewBox=\"0 0 640 360\" stroke-width=\"3\">").0, Size { width: 640, height: 360 });
        assert_eq!(svg("<svg></svg>").1, [Code::ImageUnreadable]);
    }

    #[test]
    fn svg_that_acts_is_refused() {
        for part in
            ["<script>x</script>", "<a href=\"javascript:x\"/>", "<path onclick = \"x\"/>", "<p d=\"0\"onload='x'/>"]
        {
            assert_eq!(svg(&format!("<svg viewBox=\"0 0 1 1\">{part}</svg>")).1, [Code::ImageUnsafe], "{part}");
        }
        assert_eq!(svg("<svg viewBox=\"0 0 1 1\"><title>Lo que se decide on = off</title></svg>").1, []);
    }
}
