//! Files made of entries: `##` and `###` headings with an id, each followed by what it says.

use super::anchors;
use super::findings::{Kind, Log};
use super::front_matter;
use super::headings::{self, Heading};
use super::html::Prose;
use super::ids;
use super::markdown::Node;
use crate::diagnostics::Code;

/// A heading with the blocks up to the next one.
pub struct Entry<'e, 't> {
    pub heading: Heading<'e, 't>,
    pub body: Vec<Node<'e, 't>>,
}

/// Cuts a file at its headings. Text before the first entry belongs to none: no page would show it, and that is reported.
pub fn read<'e, 't>(prose: &mut Prose<'_, 't>, nodes: &[Node<'e, 't>]) -> Vec<Entry<'e, 't>> {
    front_matter::report_blocks(&mut prose.log, prose.document, 0);
    anchors::report_repeated(&mut prose.log, nodes);
    let mut entries: Vec<Entry<'e, 't>> = Vec::new();
    let mut level = 1;
    for node in nodes {
        match (Heading::of(node), entries.last_mut()) {
            (Some(heading), _) => {
                headings::check_level(&mut prose.log, &heading, level, true);
                heading.check_attributes(&mut prose.log, node);
                level = heading.level;
                entries.push(Entry { heading, body: Vec::new() });
            }
            (None, Some(entry)) => entry.body.push(*node),
            (None, None) => ignored(prose, node),
        }
    }
    for title in entries.iter().filter(|entry| entry.heading.level == 1) {
        ignored_all(prose, &title.body);
    }
    entries.retain(|entry| entry.heading.level > 1);
    entries
}

/// Reports, once, blocks that no page will show.
pub fn ignored_all<'t>(prose: &mut Prose<'_, 't>, nodes: &[Node<'_, 't>]) {
    let found = prose.log.found.diagnostics.len();
    for node in nodes {
        if prose.log.found.diagnostics.len() == found {
            ignored(prose, node);
        }
    }
}

/// Reports a block that no page will show.
pub fn ignored<'t>(prose: &mut Prose<'_, 't>, node: &Node<'_, 't>) {
    let found = prose.log.found.diagnostics.len();
    let html = prose.blocks(node.events);
    if prose.log.found.diagnostics.len() == found && !html.is_empty() {
        let help = "muévelo a la parte que le corresponda, o bórralo";
        prose.log.report(
            Code::TextIgnored,
            node.span(),
            "este texto no se verá en el curso",
            "fuera de lugar",
            help,
        );
    }
}

/// Registers the id of an entry; without one it cannot be referred to.
pub fn define(log: &mut Log<'_>, kind: Kind, heading: &Heading<'_, '_>, example: &str) -> Option<String> {
    let span = heading.id_span(log.text);
    match &heading.id {
        Some(id) => {
            ids::define(log, kind, id, span);
            Some(id.clone())
        }
        None => {
            let help = format!("añade el id al final del encabezado: {{#{example}}}");
            log.report(Code::IdMissing, span, format!("a «{}» le falta el id", heading.words()), "sin id", help);
            None
        }
    }
}
