//! What follows the stem of a question: its answers, perhaps split by feedback that is not indented, and the explanation.

use pulldown_cmark::{BlockQuoteKind, Tag};

use super::html::Prose;
use super::markdown::Node;
use super::options::Listed;
use super::parts::{Parts, is_steps, is_task_list, report_misplaced};
use crate::diagnostics::Code;

/// Takes the nodes from the first of the answers on.
pub fn take<'e, 't>(
    prose: &mut Prose<'_, 't>,
    parts: &mut Parts<'e, 't>,
    nodes: &[Node<'e, 't>],
    refused: &[Node<'e, 't>],
) {
    let mut split = false;
    for (at, node) in nodes.iter().enumerate() {
        match node.tag() {
            Some(Tag::Table(_)) if at == 0 => parts.table = Some(*node),
            Some(Tag::List(_)) if parts.table.is_none() => {
                if at > 0 && !split && !between(refused, &nodes[at - 1], node) {
                    let help =
                        "empieza todas las opciones igual, con «- » (o con 1., 2., 3. los pasos), sin nada entre ellas";
                    prose.log.report(
                        Code::OptionSplit,
                        node.span(),
                        "la lista de opciones está partida en dos",
                        "aquí empieza otra lista",
                        help,
                    );
                }
                for item in node.children() {
                    listed(prose, &mut parts.items, &item);
                }
            }
            Some(Tag::BlockQuote(None | Some(BlockQuoteKind::Caution))) if !parts.items.is_empty() => {
                if !quote_outside(prose, parts, node, split) {
                    continue;
                }
                parts.items.last_mut().into_iter().for_each(|item| item.outside.push(*node));
                split = true;
                continue;
            }
            Some(Tag::BlockQuote(Some(BlockQuoteKind::Note))) => explanation(prose, parts, node),
            _ => report_after(prose, node),
        }
        split = false;
    }
}

/// An item, and as further items those so indented that they fell inside it.
fn listed<'e, 't>(prose: &mut Prose<'_, 't>, items: &mut Vec<Listed<'e, 't>>, item: &Node<'e, 't>) {
    items.push(Listed { children: Vec::new(), span: item.span(), outside: Vec::new() });
    for child in item.children() {
        let is_answers = is_task_list(prose.log.text, &child) || is_steps(prose.log.text, &child);
        if is_answers {
            let help = "empieza todas las opciones en el margen izquierdo";
            let message = "esta opción lleva espacios delante, y queda dentro de la anterior";
            prose.log.report(Code::OptionContent, child.span(), message, "sobran espacios", help);
            for nested in child.children() {
                listed(prose, items, &nested);
            }
        } else if let Some(last) = items.last_mut() {
            last.children.push(child);
        }
    }
}

/// Reports a quote after the options. Says whether it is taken as feedback of the last one.
fn quote_outside<'t>(prose: &mut Prose<'_, 't>, parts: &Parts<'_, 't>, node: &Node<'_, 't>, split: bool) -> bool {
    let before = prose.log.slice(0..node.span().start).trim_end_matches([' ', '\t']);
    let column = node.span().start - before.len();
    let apart = before.replace('\r', "").ends_with("\n\n");
    let last = parts.items.last().and_then(|item| item.children.last());
    let after_alert = matches!(
        last.and_then(Node::tag),
        Some(Tag::BlockQuote(Some(kind))) if *kind != BlockQuoteKind::Caution
    );
    if (split && column >= 2) || (after_alert && !apart) {
        return true; // What put it outside has been, or will be, reported where it stands.
    }
    let has_feedback = parts.items.last().is_some_and(|item| item.children.iter().any(is_feedback));
    if apart && has_feedback && matches!(node.tag(), Some(Tag::BlockQuote(None))) {
        let help = "si es la explicación, empiézala con > [!NOTE]; si es la retroalimentación de una opción, sángrala con dos espacios";
        report_misplaced(prose, node, "esta cita no dice qué es", help);
        return false;
    }
    let help = "sangra esta cita con dos espacios (tres en una lista numerada) para que quede dentro de su opción";
    let message = "la retroalimentación no está sangrada, y queda fuera de su opción";
    prose.log.report(Code::FeedbackOutside, node.span(), message, "faltan espacios delante de «>»", help);
    true
}

fn is_feedback(node: &Node<'_, '_>) -> bool {
    matches!(node.tag(), Some(Tag::BlockQuote(None)))
}

/// Whether something already reported stands between two blocks, and so explains why they are two.
fn between(refused: &[Node<'_, '_>], before: &Node<'_, '_>, after: &Node<'_, '_>) -> bool {
    refused.iter().any(|node| node.span().start > before.span().start && node.span().start < after.span().start)
}

fn explanation<'e, 't>(prose: &mut Prose<'_, 't>, parts: &mut Parts<'e, 't>, node: &Node<'e, 't>) {
    if parts.explanation.replace(*node).is_some() {
        let help = "une las dos en una sola cita [!NOTE]";
        prose.log.report(
            Code::ExplanationTwice,
            node.span(),
            "esta pregunta tiene dos explicaciones",
            "segunda explicación",
            help,
        );
    }
}

fn report_after<'t>(prose: &mut Prose<'_, 't>, node: &Node<'_, 't>) {
    let help = match node.tag() {
        Some(Tag::BlockQuote(Some(BlockQuoteKind::Tip))) => "las pistas [!TIP] van antes de las opciones",
        Some(Tag::DefinitionList) => "los datos van antes de la pregunta en negrita",
        _ => "la retroalimentación va dentro de su opción, tras «  >»; la explicación, en una cita [!NOTE]",
    };
    report_misplaced(prose, node, "hay texto entre las opciones y la ficha", help);
}
