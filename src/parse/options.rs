//! The options of a question, and the steps of one to be put in order: a list whose items carry their feedback.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::html::Prose;
use super::keys::key_of;
use super::markdown::{Ev, Node};
use super::{fences, headings, option_marks};
use crate::course::{Choice, Credit, Html, OptionKey, Step};
use crate::diagnostics::Code;

/// An item of the list, with the quotes that stand after it and outside of it, already reported.
pub struct Listed<'e, 't> {
    pub children: Vec<Node<'e, 't>>,
    pub span: Range<usize>,
    pub outside: Vec<Node<'e, 't>>,
}

/// An option that was read, with the places its checks point at.
pub struct ChoiceRead {
    pub choice: Choice,
    pub span: Range<usize>,
    /// Where its credit stands, when it could be read.
    pub credit_span: Option<Range<usize>>,
    /// `[~]` and the like: whether it was meant as recommended is unknown.
    pub unsure: bool,
}

/// What an item holds, before anything is said about it.
struct Parts<'e, 't> {
    text: Vec<Ev<'t>>,
    feedback: Vec<Node<'e, 't>>,
    not_chosen: Vec<Node<'e, 't>>,
    span: Range<usize>,
    /// No quote stands outside and nothing was reported: whatever seems missing or repeated is so.
    certain: bool,
}

/// The options of `.unica` and `.multiple`.
pub fn choices<'t>(prose: &mut Prose<'_, 't>, items: &[Listed<'_, 't>]) -> Vec<ChoiceRead> {
    items.iter().map(|item| choice(prose, item)).collect()
}

fn choice<'t>(prose: &mut Prose<'_, 't>, listed: &Listed<'_, 't>) -> ChoiceRead {
    let mut parts = parts(prose, listed);
    let (recommended, unsure) = option_marks::marker(prose, &mut parts.text, &parts.span);
    let (credit, credit_span, tail) = option_marks::take_credit(prose, &mut parts.text, &parts.span);
    let (key, text) = option_text(prose, &parts.text, parts.span.clone());
    if parts.feedback.is_empty() && !tail {
        report_no_feedback(prose, &parts, "opción");
    }
    let chosen = feedback(prose, &parts.feedback, parts.certain);
    let not_chosen = (!parts.not_chosen.is_empty()).then(|| feedback(prose, &parts.not_chosen, parts.certain));
    let choice =
        Choice { key, text, credit: credit.unwrap_or(Credit::Same(0.0)), recommended, feedback: chosen, not_chosen };
    ChoiceRead { choice, span: parts.span, credit_span, unsure }
}

/// The steps of `.ordenar`, which carry no credit of their own.
pub fn steps<'t>(prose: &mut Prose<'_, 't>, items: &[Listed<'_, 't>]) -> Vec<(Step, Range<usize>)> {
    items
        .iter()
        .map(|listed| {
            let parts = parts(prose, listed);
            if let Some((Event::Code(code), span)) = parts.text.last()
                && code.trim().parse::<f64>().is_ok()
            {
                let help = "los pasos puntúan por su lugar: quita el número entre acentos graves";
                prose.log.report(Code::CreditUnexpected, span.clone(), "un paso no lleva crédito", "sobra", help);
            }
            let errors = prose.log.errors();
            let (key, text) = option_text(prose, &parts.text, parts.span.clone());
            if parts.feedback.is_empty() && prose.log.errors() == errors {
                report_no_feedback(prose, &parts, "paso");
            }
            (Step { key, text, feedback: feedback(prose, &parts.feedback, parts.certain) }, parts.span)
        })
        .collect()
}

fn parts<'e, 't>(prose: &mut Prose<'_, 't>, listed: &Listed<'e, 't>) -> Parts<'e, 't> {
    let mut parts = Parts {
        text: Vec::new(),
        feedback: Vec::new(),
        not_chosen: Vec::new(),
        span: listed.span.clone(),
        certain: true,
    };
    let errors = prose.log.errors();
    for (at, node) in listed.children.iter().copied().enumerate() {
        match node.tag() {
            // A loose item puts its words in a paragraph, and the marker may stand before it, on its own.
            None | Some(Tag::Paragraph) if at == 0 || only_marker(&parts.text) => {
                parts.text.extend_from_slice(node.inner())
            }
            Some(Tag::BlockQuote(None)) => parts.feedback.push(node),
            Some(Tag::BlockQuote(Some(BlockQuoteKind::Caution))) => parts.not_chosen.push(node),
            Some(Tag::HtmlBlock) => drop(prose.blocks(node.events)),
            _ => report_content(prose, &node),
        }
    }
    for quote in &listed.outside {
        match quote.tag() {
            Some(Tag::BlockQuote(Some(_))) => parts.not_chosen.push(*quote),
            _ => parts.feedback.push(*quote),
        }
    }
    parts.certain = listed.outside.is_empty() && prose.log.errors() == errors;
    for (quotes, what) in [(&parts.feedback, "elige"), (&parts.not_chosen, "no elige")] {
        if let Some(second) = quotes.get(1).filter(|_| parts.certain) {
            let help = "une las dos citas, o empieza la segunda con [!CAUTION] si es para quien no elige la opción";
            let message = format!("hay dos retroalimentaciones para quien {what} esta opción");
            prose.log.report(Code::FeedbackTwice, second.span(), message, "segunda cita", help);
        }
    }
    trim_end(&mut parts.text);
    parts
}

fn only_marker(text: &[Ev<'_>]) -> bool {
    text.iter().all(|(event, _)| matches!(event, Event::TaskListMarker(_)))
}

pub fn trim_end(text: &mut Vec<Ev<'_>>) {
    while let Some((event, _)) = text.last() {
        match event {
            Event::SoftBreak | Event::HardBreak => drop(text.pop()),
            Event::Text(words) if words.trim().is_empty() => drop(text.pop()),
            _ => break,
        }
    }
}

fn report_content(prose: &mut Prose<'_, '_>, node: &Node<'_, '_>) {
    if node.events.first().is_some_and(|(event, _)| headings::is_heading(event)) {
        return headings::report_nested(&mut prose.log, node.span(), "una opción");
    }
    let before = prose.log.errors();
    if let Some(tag @ Tag::CodeBlock(_)) = node.tag() {
        if fences::kind(tag, prose.log.slice(node.span())) == Some(fences::Fence::Sheet) {
            return; // The question has missed its sheet and says where it is.
        }
        fences::check(&mut prose.log, tag, node.span());
    }
    if prose.log.errors() > before {
        return;
    }
    let help = match node.tag() {
        Some(Tag::BlockQuote(_)) => "dentro de una opción solo caben la cita normal y la que empieza por [!CAUTION]",
        _ => "una opción es una frase; lo demás va en su retroalimentación, con «>» delante de cada línea",
    };
    prose.log.report(
        Code::OptionContent,
        node.span(),
        "esto no cabe dentro de una opción",
        "fuera de la frase y de su cita",
        help,
    );
}

fn report_no_feedback(prose: &mut Prose<'_, '_>, parts: &Parts<'_, '_>, what: &str) {
    let (this, help) = match what {
        "paso" => ("este", "añade debajo una línea que empiece por «   >», con tres espacios, y diga por qué"),
        _ => ("esta", "añade debajo una línea que empiece por «  >», con dos espacios, y diga por qué"),
    };
    prose.log.report(
        Code::FeedbackMissing,
        parts.span.clone(),
        format!("a {this} {what} le falta la retroalimentación"),
        "sin retroalimentación",
        help,
    );
}

fn feedback<'t>(prose: &mut Prose<'_, 't>, quotes: &[Node<'_, 't>], certain: bool) -> Html {
    let html: Vec<Html> = match quotes {
        [only] if certain => vec![prose.quote(only)],
        several => several.iter().map(|quote| prose.blocks(quote.inner())).collect(),
    };
    Html::trusted(html.iter().map(Html::as_str).collect::<Vec<_>>().join("\n"))
}

/// The words of an option, with the key they give it. No links or notes: an option is pressed as a whole.
pub fn option_text<'t>(prose: &mut Prose<'_, 't>, text: &[Ev<'t>], span: Range<usize>) -> (OptionKey, Html) {
    if let Some((_, link)) = text.iter().find(|(event, _)| is_pressed(event)) {
        let help = "ponlo en el caso o en la retroalimentación: una opción se pulsa entera";
        prose.log.report(
            Code::OptionLink,
            link.clone(),
            "una opción no lleva enlaces, imágenes ni notas",
            "dentro de una opción",
            help,
        );
    }
    let kept: Vec<Ev<'t>> = text.iter().filter(|(event, _)| !is_pressed(event)).cloned().collect();
    let html = prose.inline(&kept);
    if html.plain().is_empty() {
        let help = "escribe la frase de la opción";
        prose.log.report(Code::OptionContent, span, "esta opción no dice nada", "sin texto", help);
    }
    (key_of(&html.plain()), html)
}

fn is_pressed(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Link | TagEnd::Image)
            | Event::FootnoteReference(_)
    )
}
