//! Pictures in the text.

use std::fmt::Write as _;
use std::ops::Range;

use super::findings::{Log, Target};
use super::links::{attribute, href, relative};
use super::markdown::{Ev, words};
use super::site::Site;
use crate::diagnostics::Code;

/// A picture among words.
pub fn inline(log: &mut Log<'_>, site: &Site, url: &str, title: &str, image: &[Ev<'_>]) -> String {
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", attribute(title)) };
    tag(log, site, url, image, &title)
}

/// A picture alone in its paragraph, with its title as caption.
pub fn figure(log: &mut Log<'_>, site: &Site, url: &str, title: &str, image: &[Ev<'_>]) -> String {
    let image = tag(log, site, url, image, "");
    let caption =
        if title.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", attribute(title)) };
    format!("<figure class=\"lamina\">{image}{caption}</figure>\n")
}

fn tag(log: &mut Log<'_>, site: &Site, url: &str, image: &[Ev<'_>], extra: &str) -> String {
    let span = image.first().map_or(0..0, |(_, span)| span.clone());
    let alt = words(image);
    if alt.is_empty() {
        let help = "describe entre corchetes lo que la imagen aporta: ![lo que se ve y por qué importa](…)";
        log.report(
            Code::AltMissing,
            span.clone(),
            "la imagen no tiene texto alternativo",
            "falta la descripción",
            help,
        );
    }
    let Some(path) = inside(log, url, span.clone()) else { return String::new() };
    log.refer(Target::Image(path.clone()), span);
    let mut html = format!("<img src=\"{}\" alt=\"{}\"{extra}", href(&format!("/{path}")), attribute(&alt));
    if let Some(size) = site.images.get(&path) {
        let _ = write!(html, " width=\"{}\" height=\"{}\"", size.width, size.height);
    }
    html + " loading=\"lazy\" decoding=\"async\">"
}

fn inside(log: &mut Log<'_>, url: &str, span: Range<usize>) -> Option<String> {
    let path = relative(log.path, url).map(|(path, _)| path).filter(|path| path.starts_with("img/"));
    if path.is_none() {
        let help = "guarda la imagen en la carpeta img y enlázala desde ahí: ../../img/nombre.svg";
        log.report(
            Code::ImageBroken,
            span,
            format!("la imagen «{url}» no está en la carpeta img"),
            "imagen de fuera",
            help,
        );
    }
    path
}
