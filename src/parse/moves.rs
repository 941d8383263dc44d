//! The options of a node: what each earns, what it moves and where it leads.
//!
//! ```text
//! - [x] Words. `estrategia.crisis 1` `confianza +5, recuerda avisado` [Sigue](#tormenta-aviso)
//!   > What happened then.
//!
//!   > [!IMPORTANT]
//!   > `smm` Whose decision it was, and why.
//!
//!   > [!WARNING]
//!   > `presupuesto >= 1200` Why it cannot be chosen otherwise.
//! ```

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::condition::{self, Names};
use super::findings::Target;
use super::headings::role;
use super::html::Prose;
use super::markdown::{Ev, Node};
use super::options::{Listed, option_text, trim_end};
use super::question::Region;
use super::{credit, option_marks, parts, scoring};
use crate::course::simulation::{ChoiceWords, Condition, Destination, Effect, Move, Overstep};
use crate::course::{CompetencyId, Credit, Html, ItemId, Role};
use crate::diagnostics::Code;

/// The anchor that ends a run.
const END: &str = "fin";

/// What authors may write for it, which leads nowhere.
pub const ENDS: [&str; 3] = [END, "final", "finales"];

/// A move that was read, with the places its checks point at.
pub struct MoveRead {
    pub the: Move,
    pub words: ChoiceWords,
    pub span: Range<usize>,
    pub link_span: Range<usize>,
}

pub fn read<'t>(
    prose: &mut Prose<'_, 't>,
    names: &Names,
    region: &Region<'_, 't>,
    items: &[Listed<'_, 't>],
) -> Vec<MoveRead> {
    let errors = prose.log.errors();
    let read: Vec<MoveRead> = items.iter().filter_map(|item| one(prose, names, item)).collect();
    if prose.log.errors() == errors && !items.is_empty() {
        scoring::check_moves(&mut prose.log, &region.heading, &read);
    }
    read
}

fn one<'t>(prose: &mut Prose<'_, 't>, names: &Names, listed: &Listed<'_, 't>) -> Option<MoveRead> {
    let span = listed.span.clone();
    let (mut text, quotes) = split(prose, listed);
    let (recommended, _) = option_marks::marker(prose, &mut text, &span);
    let tail = take_tail(&mut text);
    condition::report_astray(&mut prose.log, &text);
    let credits = credits(prose, tail.codes.first(), &span);
    let effects = tail.codes.get(1).map(|(code, span)| effects(prose, names, code, span.clone()));
    let to = destination(prose, tail.link.as_ref(), &span);
    let (key, text) = option_text(prose, &text, span.clone());
    let told = told(prose, names, &quotes, &span);
    let (to, link_span) = to?;
    let the = Move { key, credits: credits?, effects: effects.unwrap_or_default(), needs: told.needs, to };
    let words = ChoiceWords {
        text,
        recommended,
        consequence: told.consequence,
        blocked: told.blocked,
        overstep: told.overstep,
    };
    Some(MoveRead { the, words, span, link_span })
}

/// The words of an item and its quotes, those that fell outside of it included.
fn split<'e, 't>(prose: &mut Prose<'_, 't>, listed: &Listed<'e, 't>) -> (Vec<Ev<'t>>, Vec<Node<'e, 't>>) {
    let mut text: Vec<Ev<'t>> = Vec::new();
    let mut quotes = Vec::new();
    for (at, node) in listed.children.iter().enumerate() {
        match node.tag() {
            None | Some(Tag::Paragraph) if at == 0 || quotes.is_empty() => text.extend_from_slice(node.inner()),
            Some(Tag::BlockQuote(_)) => quotes.push(*node),
            _ => {
                let help = "una opción es una frase; lo demás va en sus citas, con «>» delante de cada línea";
                parts::report_misplaced(prose, node, "esto no cabe dentro de una opción", help);
            }
        }
    }
    quotes.extend(&listed.outside);
    trim_end(&mut text);
    (text, quotes)
}

/// What stands after the words of an option.
#[derive(Default)]
struct Tail {
    /// The credits and, perhaps, the effects.
    codes: Vec<(String, Range<usize>)>,
    link: Option<(String, Range<usize>)>,
}

fn take_tail(text: &mut Vec<Ev<'_>>) -> Tail {
    let mut tail = Tail::default();
    loop {
        trim_end(text);
        match text.last() {
            Some((Event::End(TagEnd::Link), span)) if tail.link.is_none() && tail.codes.is_empty() => {
                let span = span.clone();
                let start = text.iter().rposition(|(event, _)| matches!(event, Event::Start(Tag::Link { .. })));
                let Some(start) = start else { return tail };
                if let (Event::Start(Tag::Link { dest_url, .. }), _) = &text[start] {
                    tail.link = Some((dest_url.to_string(), span));
                }
                text.truncate(start);
            }
            Some((Event::Code(code), span)) if tail.codes.len() < 2 => {
                tail.codes.insert(0, (code.to_string(), span.clone()));
                text.pop();
            }
            _ => return tail,
        }
    }
}

/// One credit for each competency, named: a node may well measure others than the node before.
fn credits(
    prose: &mut Prose<'_, '_>,
    code: Option<&(String, Range<usize>)>,
    whole: &Range<usize>,
) -> Option<Vec<(CompetencyId, f64)>> {
    const HELP: &str = "escribe un crédito por competencia: `operacion.incidencias 1, operacion.informes 0.4`";
    let Some((code, span)) = code else {
        let message = "a esta opción le falta el crédito";
        prose.log.report(Code::CreditMissing, whole.clone(), message, "sin crédito", HELP);
        return None;
    };
    match credit::read(&mut prose.log, code, span.clone())? {
        Credit::PerCompetency(credits) => {
            for (id, _) in &credits {
                prose.log.refer(Target::Competency(id.to_string()), span.clone());
            }
            Some(credits)
        }
        Credit::Same(_) => {
            let message = "en una simulación, cada crédito nombra su competencia";
            prose.log.report(Code::CreditMalformed, span.clone(), message, "falta la competencia", HELP);
            None
        }
    }
}

fn effects(prose: &mut Prose<'_, '_>, names: &Names, code: &str, span: Range<usize>) -> Vec<Effect> {
    code.split(',').filter_map(|part| effect(prose, names, part, span.clone())).collect()
}

fn effect(prose: &mut Prose<'_, '_>, names: &Names, part: &str, span: Range<usize>) -> Option<Effect> {
    let log = &mut prose.log;
    match part.split_whitespace().collect::<Vec<_>>()[..] {
        ["recuerda", fact] => Some(Effect::Remember { fact: names.fact(log, fact, span)? }),
        [variable, by] if signed(by).is_some() => {
            let variable = names.variable(log, variable, span)?;
            Some(Effect::Change { variable, by: signed(by)? })
        }
        _ => {
            let help = "escribe, por ejemplo, `confianza +5, desgaste -10, recuerda oculto`";
            let message = format!("el efecto «{}» no se entiende", part.trim());
            log.report(Code::EffectMalformed, span, message, "efecto", help);
            None
        }
    }
}

/// A whole number with its sign, hyphen or minus.
fn signed(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('+').map(|digits| (1, digits));
    let (sign, digits) = digits.or_else(|| text.strip_prefix(['-', '−']).map(|digits| (-1, digits)))?;
    let all = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    digits.parse::<i32>().ok().filter(|_| all).map(|number| sign * number)
}

fn destination(
    prose: &mut Prose<'_, '_>,
    link: Option<&(String, Range<usize>)>,
    whole: &Range<usize>,
) -> Option<(Destination, Range<usize>)> {
    let anchor = link.and_then(|(to, span)| Some((to.strip_prefix('#')?, span)));
    let Some((anchor, span)) = anchor.filter(|(anchor, _)| !anchor.is_empty()) else {
        let help = "termina la opción con un enlace al nodo siguiente, [Sigue](#tormenta-aviso), o al final, [Sigue](#fin)";
        prose.log.report(Code::NextMissing, whole.clone(), "esta opción no dice adónde lleva", "sin destino", help);
        return None;
    };
    let to = if anchor == END { Destination::End } else { Destination::Node(ItemId::new(anchor)) };
    Some((to, span.clone()))
}

/// What the quotes of an option tell.
#[derive(Default)]
struct Told {
    consequence: Html,
    needs: Option<Condition>,
    blocked: Option<Html>,
    overstep: Option<Overstep>,
}

fn told<'t>(prose: &mut Prose<'_, 't>, names: &Names, quotes: &[Node<'_, 't>], whole: &Range<usize>) -> Told {
    let mut told = Told::default();
    let mut kinds: Vec<Option<BlockQuoteKind>> = Vec::new();
    for quote in quotes {
        let Some(Tag::BlockQuote(kind)) = quote.tag() else { continue };
        if kinds.contains(kind) {
            report_twice(prose, quote, *kind);
        }
        kinds.push(*kind);
        match quote.tag() {
            Some(Tag::BlockQuote(None)) => {
                condition::report_astray(&mut prose.log, quote.inner());
                told.consequence = prose.quote(quote);
            }
            Some(Tag::BlockQuote(Some(BlockQuoteKind::Important))) => told.overstep = overstep(prose, quote),
            Some(Tag::BlockQuote(Some(BlockQuoteKind::Warning))) => {
                let (needs, blocked) = blocked(prose, names, quote);
                (told.needs, told.blocked) = (needs, Some(blocked));
            }
            _ => {
                let help = "en una opción de simulación caben la consecuencia, [!IMPORTANT] y [!WARNING]";
                parts::report_misplaced(prose, quote, "esta cita no cabe aquí", help);
            }
        }
    }
    if !kinds.contains(&None) {
        let help = "añade debajo una línea que empiece por «  >», con dos espacios, y cuente qué ocurre";
        prose.log.report(
            Code::FeedbackMissing,
            whole.clone(),
            "a esta opción le falta la consecuencia",
            "sin consecuencia",
            help,
        );
    }
    told
}

/// Each kind of quote goes once in an option: a second would take the place of the first.
fn report_twice(prose: &mut Prose<'_, '_>, quote: &Node<'_, '_>, kind: Option<BlockQuoteKind>) {
    let what = match kind {
        None => "consecuencias",
        Some(BlockQuoteKind::Important) => "notas [!IMPORTANT]",
        Some(BlockQuoteKind::Warning) => "bloqueos [!WARNING]",
        _ => return,
    };
    let message = format!("esta opción tiene dos {what}");
    prose.log.report(Code::FeedbackTwice, quote.span(), message, "segunda cita", "une las dos citas en una");
}

/// `smm` or `cm`, and why it was theirs.
fn overstep<'t>(prose: &mut Prose<'_, 't>, quote: &Node<'_, 't>) -> Option<Overstep> {
    let (code, why) = take_code(prose, quote);
    match code.as_ref().and_then(|(code, _)| role(code)) {
        Some(belongs @ (Role::Smm | Role::Cm)) if !why.is_empty() => Some(Overstep { belongs, why }),
        _ => {
            let help = "empieza por de quién era, `smm` o `cm` entre acentos graves, y sigue con el porqué";
            let message = "esta nota no dice de qué función era la decisión";
            prose.log.report(Code::OverstepMalformed, quote.span(), message, "falta la función", help);
            None
        }
    }
}

/// A condition, and why the option is blocked without it.
fn blocked<'t>(prose: &mut Prose<'_, 't>, names: &Names, quote: &Node<'_, 't>) -> (Option<Condition>, Html) {
    let (code, why) = take_code(prose, quote);
    if code.is_none() || why.is_empty() {
        let help = "empieza por la condición para poder elegirla, `presupuesto >= 1200`, y sigue con la razón que se lee sin ella";
        let message = "este bloqueo no dice cuándo o por qué";
        prose.log.report(Code::BlockMalformed, quote.span(), message, "bloqueo incompleto", help);
    }
    (code.and_then(|(code, span)| condition::read(&mut prose.log, names, &code, span)), why)
}

/// The code with which an alert begins, and the rest of it.
fn take_code<'t>(prose: &mut Prose<'_, 't>, quote: &Node<'_, 't>) -> (Option<(String, Range<usize>)>, Html) {
    let children = quote.children();
    let Some((first, rest)) = children.split_first() else { return (None, Html::default()) };
    let (code, line) = match first.inner().split_first() {
        Some(((Event::Code(code), span), line)) => (Some((code.trim().to_string(), span.clone())), line),
        _ => (None, first.inner()),
    };
    let line = prose.inline(line);
    let rest = prose.nodes(rest);
    let html = if line.is_empty() { rest.as_str().to_string() } else { format!("<p>{}</p>{}", line.as_str(), rest.as_str()) };
    (code, Html::trusted(html))
}
