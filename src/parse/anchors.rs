//! The address of each heading within its page.

use std::collections::HashSet;

use super::findings::Log;
use super::headings::Heading;
use super::markdown::Node;
use crate::diagnostics::Code;

/// A heading's address within its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    pub id: String,
    pub title: String,
    /// Where its heading begins.
    pub at: usize,
}

/// The addresses of the outermost headings, in order. One without an id gets GitHub's.
pub fn anchors(nodes: &[Node<'_, '_>]) -> Vec<Anchor> {
    let headings: Vec<Heading<'_, '_>> = nodes.iter().filter_map(Heading::of).collect();
    let mut taken: HashSet<String> = headings.iter().filter_map(|heading| heading.id.clone()).collect();
    let mut anchors = Vec::new();
    for heading in headings {
        let title = heading.words();
        let id = heading.id.clone().unwrap_or_else(|| free(&slug(&title), &mut taken));
        anchors.push(Anchor { id, title, at: heading.span.start });
    }
    anchors
}

fn free(slug: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (1..).map(|n| format!("{slug}-{n}"));
    let free = std::iter::once(slug.to_string()).chain(numbered).find(|id| taken.insert(id.clone()));
    free.unwrap_or_default()
}

/// As GitHub does it: lower case, without punctuation, hyphens for spaces.
pub fn slug(title: &str) -> String {
    title
        .trim()
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

/// Two headings with one address: links would reach only the first. Items have their own, wider check.
pub fn report_repeated(log: &mut Log<'_>, nodes: &[Node<'_, '_>]) {
    let mut seen = HashSet::new();
    for heading in nodes.iter().filter_map(Heading::of) {
        let Some(id) = heading.id.as_ref() else { continue };
        if !seen.insert(id.clone()) && heading.forms().is_empty() {
            let help = "cambia uno de los dos; los enlaces solo llegan al primero";
            let span = heading.id_span(log.text);
            log.report(
                Code::AnchorDuplicate,
                span,
                format!("ya hay otro encabezado con el id «{id}» en este archivo"),
                "id repetido",
                help,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::Document;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("Qué decide, ¿y quién?"), "qué-decide-y-quién");
        assert_eq!(slug("SMM · CM"), "smm--cm");
    }

    #[test]
    fn anchors_without_an_id_never_repeat() {
        let document = Document::read("a.md", "## Uno\n## Uno\n## Otro {#uno-1}\n");
        let ids: Vec<String> = anchors(&document.nodes()).into_iter().map(|anchor| anchor.id).collect();
        assert_eq!(ids, ["uno", "uno-2", "uno-1"]);
    }
}
