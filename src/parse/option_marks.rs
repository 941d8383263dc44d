//! What surrounds the words of an option: its marker before them and its credit after them.

use std::ops::Range;

use pulldown_cmark::Event;

use super::credit;
use super::html::Prose;
use super::markdown::{Ev, words};
use super::options::trim_end;
use crate::course::Credit;
use crate::diagnostics::Code;

/// The credit, its place, and whether the option's words swallowed something that should have come after.
type Taken = (Option<Credit>, Option<Range<usize>>, bool);

/// Whether the option is recommended, and whether that is in doubt. The marker leaves the text.
pub fn marker<'t>(prose: &mut Prose<'_, 't>, text: &mut Vec<Ev<'t>>, whole: &Range<usize>) -> (bool, bool) {
    if let Some((Event::TaskListMarker(checked), _)) = text.first() {
        let checked = *checked;
        text.remove(0);
        return (checked, false);
    }
    let start = text.first().map_or(whole.start, |(_, span)| span.start);
    let written = prose.log.slice(start..whole.end);
    if let Some(mark) = almost_marker(written) {
        let words_follow = written[mark.len()..].starts_with(|c: char| !c.is_whitespace());
        let glued = words_follow && ["[ ]", "[x]", "[X]"].contains(&mark);
        report_almost(prose, start..start + mark.len(), mark, glued);
        drop_prefix(text, mark);
        return (mark.contains(['x', 'X']), !glued);
    }
    let help = "empieza la opción con «[ ]», o con «[x]» si es la recomendada";
    prose.log.report(Code::MarkerMissing, whole.clone(), "a esta opción le falta la marca", "sin marca", help);
    (false, true)
}

/// A mark that lacks only the blank after it is clear; any other leaves in doubt what was meant.
fn report_almost(prose: &mut Prose<'_, '_>, span: Range<usize>, mark: &str, glued: bool) {
    let (message, label, help) = if glued {
        let message = format!("falta un espacio después de «{mark}»");
        (message, "sin espacio detrás", format!("escribe «{mark} » y, detrás, la frase de la opción"))
    } else {
        let help = "escribe «[x]» en la recomendada y «[ ]», con un espacio dentro, en las demás";
        (format!("«{mark}» no es una marca de opción"), "marca no admitida", help.to_string())
    };
    prose.log.report(Code::MarkerAlmost, span, message, label, help);
}

/// `[~]`, `[-]`, `[X ]`, `[]`: what somebody may take for a marker.
pub fn almost_marker(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?;
    let end = inside.char_indices().take(4).find(|(_, c)| *c == ']')?.0;
    let inner = &inside[..end];
    let short = !inner.contains('^') && !inner.contains('!') && !inside[end + 1..].starts_with(['(', '[', ':']);
    short.then(|| &text[..end + 2])
}

fn drop_prefix(text: &mut [Ev<'_>], prefix: &str) {
    if let Some((Event::Text(words), _)) = text.first_mut()
        && let Some(rest) = words.strip_prefix(prefix)
    {
        *words = rest.trim_start().to_string().into();
    }
}

/// Takes the credit from the end of an option.
pub fn take_credit<'t>(prose: &mut Prose<'_, 't>, text: &mut Vec<Ev<'t>>, whole: &Range<usize>) -> Taken {
    if let Some((Event::Code(code), span)) = text.last().cloned() {
        text.pop();
        trim_end(text);
        let credit = credit::read(&mut prose.log, &code, span.clone());
        let read = credit.is_some();
        return (credit, read.then_some(span), false);
    }
    let Some(at) = text.iter().rposition(|(event, _)| matches!(event, Event::Code(_))) else {
        let help = "termina la opción con su crédito entre acentos graves: `0.4`";
        prose.log.report(
            Code::CreditMissing,
            whole.clone(),
            "a esta opción le falta el crédito",
            "sin crédito al final",
            help,
        );
        return (None, None, false);
    };
    report_tail(prose, text, at);
    text.truncate(at + 1);
    let (credit, span, _) = take_credit(prose, text, whole);
    (credit, span, true)
}

/// Reports what stands after the credit at `at`: feedback with too much indentation, or any other text.
fn report_tail(prose: &mut Prose<'_, '_>, text: &[Ev<'_>], at: usize) {
    let rest = text.get(at + 1).map_or(0, |(_, span)| span.start)..text.last().map_or(0, |(_, span)| span.end);
    let quoted = words(&text[at + 1..]).starts_with('>');
    if quoted {
        let help = "deja dos espacios antes de «>», ni más ni menos";
        prose.log.report(
            Code::FeedbackOutside,
            rest,
            "la retroalimentación lleva demasiada sangría y se pega a la opción",
            "sobran espacios",
            help,
        );
    } else {
        let help = "el crédito cierra la opción; lo que sigue va en la retroalimentación, en otra línea y tras «  >»";
        prose.log.report(
            Code::CreditNotLast,
            rest,
            "hay texto después del crédito",
            "esto va detrás del crédito",
            help,
        );
    }
}
