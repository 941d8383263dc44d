//! Which part of a question each of its blocks is.
//!
//! ```text
//! heading
//! ├── case        paragraphs, quotes, tables… up to the stem
//! ├── facts       a definition list
//! ├── stem        the last paragraph all in bold before the answers
//! ├── hints       [!TIP]
//! ├── answers     a task list, an ordered list or a table, as the form asks
//! └── explanation [!NOTE]
//! ```

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::after_answers;
use super::condition;
use super::headings;
use super::html::Prose;
use super::markdown::{Ev, Node};
use super::option_marks::almost_marker;
use super::options::Listed;
use super::question::Region;
use crate::diagnostics::Code;

/// The blocks of a question, each in its role.
#[derive(Default)]
pub struct Parts<'e, 't> {
    pub case: Vec<Node<'e, 't>>,
    pub facts: Vec<Node<'e, 't>>,
    pub stem: Option<Node<'e, 't>>,
    pub hints: Vec<Node<'e, 't>>,
    pub items: Vec<Listed<'e, 't>>,
    pub table: Option<Node<'e, 't>>,
    pub explanation: Option<Node<'e, 't>>,
}

/// Tells the parts apart, reporting what has no place among them.
pub fn tell_apart<'e, 't>(prose: &mut Prose<'_, 't>, region: &Region<'e, 't>, form: &str) -> Parts<'e, 't> {
    let (refused, nodes): (Vec<_>, Vec<_>) = region.body.iter().copied().partition(|node| refused(prose, node, form));
    let at = answers_at(prose, &nodes, form);
    let until = at.unwrap_or(nodes.len());
    let mut parts = Parts::default();
    let stem_at = nodes[..until].iter().rposition(|node| is_bold(node, form));
    parts.stem = stem_at.map(|at| nodes[at]);
    for (index, node) in nodes[..until].iter().enumerate().filter(|(index, _)| Some(*index) != stem_at) {
        before(prose, &mut parts, node, at.is_some() && stem_at.is_some_and(|stem| index > stem));
    }
    match at {
        Some(at) => after_answers::take(prose, &mut parts, &nodes[at..], &refused),
        None => report_no_answers(prose, region, form, &nodes),
    }
    parts
}

/// Headings, HTML and stray front matter are reported and taken out at once.
fn refused<'t>(prose: &mut Prose<'_, 't>, node: &Node<'_, 't>, form: &str) -> bool {
    if node.events.first().is_some_and(|(event, _)| headings::is_heading(event)) {
        let inside = if form == "nodo" { "un nodo" } else { "una pregunta" };
        headings::report_nested(&mut prose.log, node.span(), inside);
        return true;
    }
    let outside = matches!(node.tag(), Some(Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::FootnoteDefinition(_)));
    if outside {
        let _ = prose.blocks(node.events);
    }
    outside
}

/// Where the answers begin: the first task list; of ordered lists and tables, the last, since the case may have others.
fn answers_at(prose: &Prose<'_, '_>, nodes: &[Node<'_, '_>], form: &str) -> Option<usize> {
    match form {
        "unica" | "multiple" | "nodo" => nodes.iter().position(|node| is_task_list(prose.log.text, node)),
        "ordenar" => first_of_run(nodes, nodes.iter().rposition(|node| is_steps(prose.log.text, node))?),
        _ => nodes.iter().rposition(|node| matches!(node.tag(), Some(Tag::Table(_)))),
    }
}

/// Feedback that is not indented splits a list: goes back over it to where the list began.
fn first_of_run(nodes: &[Node<'_, '_>], last: usize) -> Option<usize> {
    let split = |node: &Node<'_, '_>| {
        matches!(node.tag(), Some(Tag::BlockQuote(None | Some(BlockQuoteKind::Caution)) | Tag::List(Some(_))))
    };
    let run = nodes[..=last].iter().rev().take_while(|node| split(node)).count();
    (last + 1 - run..=last).find(|at| matches!(nodes[*at].tag(), Some(Tag::List(_))))
}

pub fn is_task_list(text: &str, node: &Node<'_, '_>) -> bool {
    matches!(node.tag(), Some(Tag::List(_))) && has_markers(text, node)
}

pub fn is_steps(text: &str, node: &Node<'_, '_>) -> bool {
    matches!(node.tag(), Some(Tag::List(Some(_)))) && !has_markers(text, node)
}

fn has_markers(text: &str, list: &Node<'_, '_>) -> bool {
    list.children().iter().any(|item| {
        let leading = item.inner().iter().find(|(event, _)| !matches!(event, Event::Start(_)));
        leading.is_some_and(|(event, span)| match event {
            Event::TaskListMarker(_) => true,
            _ => almost_marker(text.get(span.start..item.span().end).unwrap_or_default()).is_some(),
        })
    })
}

/// Whether some item of a list ends in a credit, or carries feedback.
pub fn has_answers(list: &Node<'_, '_>) -> bool {
    list.children().iter().any(|item| {
        let blocks = item.children();
        let ends_in_code = |node: &Node<'_, '_>| matches!(node.inner().last(), Some((Event::Code(_), _)));
        blocks.iter().any(|node| matches!(node.tag(), Some(Tag::BlockQuote(_))))
            || blocks.iter().any(|node| matches!(node.tag(), None | Some(Tag::Paragraph)) && ends_in_code(node))
    })
}

/// A paragraph whose words are all bold. In a node, a condition before them does not count: it has its own error.
fn is_bold(node: &Node<'_, '_>, form: &str) -> bool {
    if !matches!(node.tag(), Some(Tag::Paragraph)) {
        return false;
    }
    let mut depth = 0usize;
    let mut any = false;
    let words = match node.inner() {
        [(Event::Code(code), _), words @ ..] if form == "nodo" && condition::after_if(code).is_some() => words,
        words => words,
    };
    for (event, _) in words {
        match event {
            Event::Start(Tag::Strong) => depth += 1,
            Event::End(pulldown_cmark::TagEnd::Strong) => depth = depth.saturating_sub(1),
            Event::Text(text) if text.trim().is_empty() => {}
            Event::SoftBreak | Event::HardBreak => {}
            _ if depth == 0 => return false,
            Event::Text(_) => any = true,
            _ => {}
        }
    }
    any
}

/// The words of a stem, without their bold.
pub fn bold_words<'t>(stem: &Node<'_, 't>) -> Vec<Ev<'t>> {
    let bold =
        |event: &Event<'_>| matches!(event, Event::Start(Tag::Strong) | Event::End(pulldown_cmark::TagEnd::Strong));
    stem.inner().iter().filter(|(event, _)| !bold(event)).cloned().collect()
}

fn before<'e, 't>(prose: &mut Prose<'_, 't>, parts: &mut Parts<'e, 't>, node: &Node<'e, 't>, after_stem: bool) {
    match node.tag() {
        Some(Tag::DefinitionList) => parts.facts.push(*node),
        Some(Tag::BlockQuote(Some(BlockQuoteKind::Tip))) => parts.hints.push(*node),
        _ if after_stem => {
            let help = "el caso va antes de la pregunta en negrita; entre ella y las opciones solo caben pistas [!TIP]";
            report_misplaced(prose, node, "hay texto entre la pregunta y las opciones", help);
        }
        _ => parts.case.push(*node),
    }
}

/// Reports a block out of its place, unless it has something worse to say for itself.
pub fn report_misplaced<'t>(prose: &mut Prose<'_, 't>, node: &Node<'_, 't>, message: &str, help: &str) {
    let before = prose.log.errors();
    // Rendered for what it may report by itself: an unknown alert or HTML is the better message.
    let _ = prose.blocks(node.events);
    if prose.log.errors() == before {
        prose.log.report(Code::TextMisplaced, node.span(), message, "fuera de lugar", help);
    }
}

fn report_no_answers(prose: &mut Prose<'_, '_>, region: &Region<'_, '_>, form: &str, nodes: &[Node<'_, '_>]) {
    let table_lost = nodes.iter().any(|node| prose.log.slice(node.span()).starts_with('|'));
    if table_lost && nodes.iter().all(|node| !matches!(node.tag(), Some(Tag::Table(_)))) {
        return; // The case, where that text fell, says so.
    }
    let wanted = match form {
        "unica" | "multiple" | "nodo" => "una lista de opciones: «- [x] …» la recomendada y «- [ ] …» las demás",
        "ordenar" => "una lista numerada con los pasos en su orden: «1. …», «2. …»",
        _ => "una tabla de tres columnas",
    };
    let other = nodes.iter().rev().find(|node| matches!(node.tag(), Some(Tag::List(_) | Tag::Table(_))));
    let (span, label) = match other {
        Some(node) => (node.span(), "esto no es lo que pide la forma"),
        None => (region.heading.span.clone(), "pregunta sin opciones"),
    };
    let asks = if form == "nodo" { "un nodo se decide" } else { "una pregunta .{} se responde" };
    let help = format!("{} con {wanted}", asks.replace("{}", form));
    prose.log.report(
        Code::AnswersWrong,
        span,
        "faltan las opciones de esta pregunta, o son de otra forma",
        label,
        help,
    );
}
