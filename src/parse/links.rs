//! Where a link leads: to a term, to a page of the course, to the outside, or nowhere.

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType};
use pulldown_cmark_escape::{escape_href, escape_html};

use super::findings::{Log, Target};
use super::site::{PageKind, Site};
use crate::diagnostics::Code;

/// A link of the text, resolved.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// A glossary entry that exists.
    Term(String),
    /// An address from the root of the site.
    Inside(String),
    Outside(String),
    /// Reported, or still to be reported by `check`. The words stay without a link.
    Nowhere,
}

/// Resolves a link written in the file of `log`, and notes what it refers to.
pub fn resolve(log: &mut Log<'_>, site: &Site, kind: LinkType, url: &CowStr<'_>, span: Range<usize>) -> Destination {
    if kind == LinkType::Email {
        return Destination::Outside(format!("mailto:{url}"));
    }
    if url.starts_with("https://") || url.starts_with("mailto:") {
        return Destination::Outside(url.to_string());
    }
    match relative(log.path, url) {
        Some((path, anchor)) if path.ends_with(".md") => page(log, site, path, anchor, span),
        Some((path, _)) if path.starts_with("img/") => {
            log.refer(Target::Image(path.clone()), span);
            Destination::Inside(format!("/{path}"))
        }
        _ => {
            report_unsafe(log, url, span);
            Destination::Nowhere
        }
    }
}

fn page(log: &mut Log<'_>, site: &Site, path: String, anchor: Option<String>, span: Range<usize>) -> Destination {
    let page = site.pages.get(&path);
    if let (Some(PageKind::Glossary), Some(term)) = (page.map(|page| &page.kind), &anchor) {
        log.refer(Target::Term(term.clone()), span);
        let known = page.is_some_and(|page| page.anchor(term).is_some());
        return if known { Destination::Term(term.clone()) } else { Destination::Nowhere };
    }
    log.refer(Target::Page { path, anchor: anchor.clone() }, span);
    match page.and_then(|page| page.address()) {
        Some(address) => Destination::Inside(anchor.map_or(address.clone(), |anchor| format!("{address}#{anchor}"))),
        None => Destination::Nowhere,
    }
}

fn report_unsafe(log: &mut Log<'_>, url: &str, span: Range<usize>) {
    let help = match url.split_once(':') {
        Some(("http", rest)) => format!("usa la dirección segura: https:{rest}"),
        _ if url.starts_with("//") => format!("escribe la dirección completa: https:{url}"),
        _ if url.is_empty() => "escribe entre paréntesis adónde lleva el enlace".to_string(),
        _ => "enlaza una página con https://, un correo con mailto:, u otro archivo .md del curso".to_string(),
    };
    log.report(Code::LinkUnsafe, span, format!("el enlace «{url}» no se puede usar aquí"), "enlace no admitido", help);
}

/// The path from the course folder and the anchor of a relative link; `None` when it leads out of the folder or is
/// not relative. `#uno` alone stays in the file itself.
pub fn relative(from: &str, url: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match url.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_string())),
        None => (url, None),
    };
    if path.is_empty() {
        return anchor.is_some().then(|| (from.to_string(), anchor));
    }
    if path.starts_with('/') || path.contains(':') || path.contains('\\') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some((parts.join("/"), anchor))
}

/// The opening and closing tags of a link. A term is a button where its entry can pop over, and a plain link elsewhere.
pub fn tags(destination: &Destination, title: &str, popover: bool) -> (String, &'static str) {
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", attribute(title)) };
    let open = match destination {
        Destination::Term(id) if popover => {
            let id = attribute(id);
            return (format!("<button type=\"button\" class=\"termino\" popovertarget=\"g-{id}\">"), "</button>");
        }
        Destination::Term(id) => format!("<a href=\"/glosario/#{}\"{title}>", href(id)),
        Destination::Inside(address) => format!("<a href=\"{}\"{title}>", href(address)),
        Destination::Outside(url) => format!("<a href=\"{}\"{title} rel=\"external noopener noreferrer\">", href(url)),
        Destination::Nowhere => return (String::new(), ""),
    };
    (open, "</a>")
}

/// Text for an `href` or a `src`, quotes and blanks encoded.
pub fn href(url: &str) -> String {
    let mut safe = String::new();
    let _ = escape_href(&mut safe, url);
    safe
}

/// Text for any other attribute.
pub fn attribute(text: &str) -> String {
    let mut safe = String::new();
    let _ = escape_html(&mut safe, text);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths_are_followed_from_their_file() {
        let from = "modulos/m02/l1.md";
        assert_eq!(relative(from, "../m01/l2.md#zonas"), Some(("modulos/m01/l2.md".into(), Some("zonas".into()))));
        assert_eq!(relative(from, "./l2.md"), Some(("modulos/m02/l2.md".into(), None)));
        assert_eq!(relative(from, "#aqui"), Some((from.into(), Some("aqui".into()))));
        for outside in ["../../../x.md", "/x.md", "javascript:x", "//a.example", "", "c:\\x.md"] {
            assert_eq!(relative(from, outside), None, "{outside}");
        }
    }

    #[test]
    fn attributes_cannot_be_left() {
        assert_eq!(attribute("a\"b<c"), "a&quot;b&lt;c");
        assert!(!href("a\"b c").contains(['"', ' ']));
    }
}
