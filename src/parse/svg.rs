//! SVG pictures, read as XML: how large they are, and what in them is more than a picture.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::findings::Log;
use super::images::Size;
use crate::diagnostics::Code;

/// Elements that run code or bring in a page.
const ACTIVE: [&str; 7] = ["script", "foreignObject", "handler", "listener", "iframe", "object", "embed"];

/// Measures an SVG and reports what acts in it; `None` when it cannot be read.
pub fn measure(log: &mut Log<'_>, svg: &str) -> Option<Size> {
    // Many drawing programs begin with a document type; browsers read on, and so does this.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).ok()?;
    for node in document.descendants() {
        report_active(log, &node);
    }
    size(&document.root_element())
}

fn report_active(log: &mut Log<'_>, node: &Node<'_, '_>) {
    let name = node.tag_name().name();
    if node.pi().is_some_and(|instruction| instruction.target == "xml-stylesheet") {
        report(log, node.range(), "<?xml-stylesheet");
    } else if ACTIVE.iter().any(|active| active.eq_ignore_ascii_case(name)) {
        let start = node.range().start;
        let open = log.slice(node.range()).split([' ', '\t', '\n', '\r', '>', '/']).next().unwrap_or_default();
        report(log, start..start + open.len(), open);
    }
    for attribute in node.attributes().filter(acts) {
        report(log, attribute.range(), attribute.name());
    }
}

/// An answer to an event, code in a value, or a link to anything but a part of the picture itself.
fn acts(attribute: &Attribute<'_, '_>) -> bool {
    let name = attribute.name().to_ascii_lowercase();
    // Browsers skip blanks and control characters within the name of a scheme.
    let value = attribute.value().replace(|c: char| c.is_whitespace() || c.is_control(), "").to_ascii_lowercase();
    (name.starts_with("on") && name.len() > 2)
        || value.contains("javascript:")
        || (["href", "src"].contains(&name.as_str()) && !value.is_empty() && !value.starts_with('#'))
}

fn report(log: &mut Log<'_>, span: Range<usize>, found: &str) {
    let help = "quita del SVG los guiones, los atributos «on…» y los enlaces, salvo los que empiezan por «#»; una imagen solo se mira";
    let message = format!("esta imagen lleva «{found}»");
    log.report(Code::ImageUnsafe, span, message, "no es solo una imagen", help);
}

fn size(root: &Node<'_, '_>) -> Option<Size> {
    let pixels = |name: &str| root.attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    let sides = match (pixels("width"), pixels("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => view_box(root.attribute("viewBox")?)?,
    };
    let drawn = root.tag_name().name() == "svg" && sides.0 > 0.0 && sides.1 > 0.0;
    drawn.then_some(Size { width: sides.0.round() as u32, height: sides.1.round() as u32 })
}

fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = value
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let [_, _, width, height] = numbers.as_slice() else { return None };
    Some((*width, *height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(text: &str) -> (Option<Size>, Vec<&str>) {
        let mut log = Log::new("img/a.svg", text);
        let size = measure(&mut log, text);
        let places = log.found.diagnostics.into_iter().map(|found| &text[found.span]).collect();
        (size, places)
    }

    #[test]
    fn sizes_come_from_sides_or_from_the_view_box() {
        let sides = svg("<svg width=\"40px\" height='30' viewBox=\"0 0 1 1\"></svg>").0;
        assert_eq!(sides, Some(Size { width: 40, height: 30 }));
        let boxed = svg("<!-- <svg width='9' height='9'> --><svg stroke-width=\"3\" viewBox=\"0 0\n640,360\"/>").0;
        assert_eq!(boxed, Some(Size { width: 640, height: 360 }));
        for unreadable in ["<svg></svg>", "<svg viewBox=\"0 0 1 1\">", "<p width=\"1\" height=\"1\"/>", ""] {
            assert_eq!(svg(unreadable).0, None, "{unreadable}");
        }
    }

    #[test]
    fn what_acts_is_refused_however_it_is_written() {
        for (part, place) in [
            ("<script>x</script>", "<script"),
            ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x</h:script>", "<h:script"),
            ("<foreignObject/>", "<foreignObject"),
            ("<a href=\"java&#115;cript:x\"/>", "href=\"java&#115;cript:x\""),
            ("<a href=\" java&#9;script:x\"/>", "href=\" java&#9;script:x\""),
            ("<set attributeName=\"href\" to=\"JavaScript:x\"/>", "to=\"JavaScript:x\""),
            ("<use href=\"data:image/svg+xml,x\"/>", "href=\"data:image/svg+xml,x\""),
            ("<image xl:href=\"https://a.example/b\" xmlns:xl=\"l\"/>", "xl:href=\"https://a.example/b\""),
            ("<path onclick = \"x\"/>", "onclick = \"x\""),
            ("<p d=\"0\" ONLOAD='x'/>", "ONLOAD='x'"),
            ("<?xml-stylesheet href=\"a\"?>", "<?xml-stylesheet href=\"a\"?>"),
        ] {
            assert_eq!(svg(&format!("<svg viewBox=\"0 0 1 1\">{part}</svg>")).1, [place], "{part}");
        }
    }

    #[test]
    fn what_only_looks_like_it_is_kept() {
        for part in ["<title>javascript: on = off</title>", "<!-- <script> -->", "<use href=\"#uno\"/>"] {
            assert_eq!(svg(&format!("<!DOCTYPE svg><svg viewBox=\"0 0 1 1\">{part}</svg>")).1, [""; 0], "{part}");
        }
    }
}
