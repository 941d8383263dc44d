//! A file of `simulaciones/`: front matter, an opening, nodes, endings and what to take away.
//!
//! ```text
//! +++ … +++                       variables, facts, seats (`plot_head`)
//! prose                           the opening
//! ## Title {#id .nodo .cm}        a node (`node`), whose options are moves (`moves`)
//! ## Finales {#fin}
//! ### Title {#id .final}          an ending
//! ## Para llevarse {… .llevarse}
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use super::condition::{self, Names};
use super::findings::{Kind, Log, PlotPlaces, PlotRead};
use super::front_matter::Head;
use super::headings::Heading;
use super::html::{Prose, TermLinks};
use super::markdown::{Document, Node};
use super::node::{self, NodeRead};
use super::plot_head::{self, PlotHead};
use super::question::Region;
use super::sections::{self, Owner};
use super::site::{PageKind, Site};
use super::toml_fields::{Fields, Located};
use super::{anchors, entries, fences, headings, ids, lesson, moves, sheet, values};
use crate::course::simulation::{Condition, Destination, Ending, Plot, Seat};
use crate::course::{Block, Html, Section, Simulation, SimulationId};
use crate::diagnostics::{Code, nearest};

/// A heading with the blocks up to the next one.
struct Part<'e, 't> {
    heading: Heading<'e, 't>,
    body: Vec<Node<'e, 't>>,
    /// What stands between its braces is right.
    sound: bool,
}

/// What the parts of a file gave.
#[derive(Default)]
struct Told {
    nodes: Vec<NodeRead>,
    endings: Vec<(Ending, Html, Range<usize>)>,
    takeaways: Html,
    /// The id of their heading, if there is one.
    takeaways_id: Option<Option<String>>,
    /// The ids of the nodes, also of those that could not be read.
    known: Vec<String>,
}

pub fn read<'t>(document: &Document<'t>, site: &Site) -> (Simulation, Log<'t>) {
    let mut prose = Prose::new(document, site, TermLinks::Popover);
    let head = Head::of(document);
    let fields = head.fields(&mut prose.log, document, &plot_head::KEYS);
    let log = &mut prose.log;
    lesson::define(log, &fields, Kind::Simulation);
    let id = match site.pages.get(document.path).map(|page| &page.kind) {
        Some(PageKind::Simulation(id)) => id.clone(),
        _ => SimulationId::new(document.path),
    };
    let title = values::required(log, &fields, "titulo", "titulo = \"Tres días de tormenta\"");
    let minutes = lesson::minutes(log, &fields);
    let role = values::function(log, &fields);
    let summary = values::required(log, &fields, "resumen", "resumen = \"Qué se vive, en una frase.\"");
    fields.require(log, "fuentes", "fuentes = [\"S2-07\"]");
    let sources = values::sources(log, &fields);
    fields.require(log, "revisado", "revisado = 2026-11-22");
    let revised = fields.date(log, "revisado").unwrap_or_default();
    let plot_head = plot_head::read(log, &fields);
    let broken = matches!(head, Head::Broken);
    let (opening, told) = if broken { Default::default() } else { body(&mut prose, document, &plot_head.names) };
    let terms = prose.take_terms();
    let plot = plot(&mut prose.log, &id, plot_head, &told, !broken);
    let (nodes, endings) = (told.nodes, told.endings);
    let simulation = Simulation {
        id,
        title,
        minutes,
        role,
        summary,
        sources,
        revised,
        opening,
        plot,
        nodes: nodes.into_iter().map(|node| node.words).collect(),
        endings: endings.into_iter().map(|(_, words, _)| words).collect(),
        takeaways: told.takeaways,
        terms,
    };
    (simulation, prose.finish())
}

/// The opening, and everything from the first node on.
fn body<'t>(prose: &mut Prose<'_, 't>, document: &Document<'t>, names: &Names) -> (Vec<Section>, Told) {
    let nodes = document.nodes();
    anchors::report_repeated(&mut prose.log, &nodes);
    let is_part = |node: &Node<'_, '_>| Heading::of(node).is_some_and(|heading| heading.part_of_simulation().is_some());
    let first = nodes.iter().position(is_part).unwrap_or(nodes.len());
    let blocks = sections::read(prose, &nodes[..first], &Owner::Opening);
    let opening = blocks.into_iter().filter_map(|block| match block {
        Block::Section(section) => Some(section),
        Block::Question(_) => None,
    });
    let opening: Vec<Section> = opening.collect();
    nodes[..first].iter().for_each(|node| condition::report_astray(&mut prose.log, node.events));
    let terms: Vec<_> = opening.iter().flat_map(|section| section.terms.clone()).collect();
    let mut told = Told::default();
    for part in parts(prose, &nodes[first..]) {
        tell(prose, names, &mut told, part);
    }
    prose.add_terms(terms);
    (opening, told)
}

fn parts<'e, 't>(prose: &mut Prose<'_, 't>, nodes: &[Node<'e, 't>]) -> Vec<Part<'e, 't>> {
    let mut parts: Vec<Part<'e, 't>> = Vec::new();
    let mut level = 1;
    for node in nodes {
        match (Heading::of(node), parts.last_mut()) {
            (Some(heading), Some(part)) if is_inside(prose.log.text, part, &heading) => {
                match part.heading.part_of_simulation() {
                    Some("nodo") => part.body.push(*node), // Refused when the node is told apart.
                    _ => headings::report_nested(&mut prose.log, node.span(), "un final"),
                }
            }
            (Some(heading), _) => {
                headings::check_level(&mut prose.log, &heading, level, false);
                let errors = prose.log.errors();
                heading.check_attributes(&mut prose.log, node);
                report_two(&mut prose.log, &heading);
                level = heading.level;
                let sound = prose.log.errors() == errors;
                parts.push(Part { heading, body: Vec::new(), sound });
            }
            (None, Some(part)) => part.body.push(*node),
            (None, None) => {}
        }
    }
    parts
}

/// Whether a heading stands inside a node or an ending: deeper than its own, opening nothing, and before its sheet.
fn is_inside(text: &str, part: &Part<'_, '_>, heading: &Heading<'_, '_>) -> bool {
    part.heading.part_of_simulation().is_some()
        && heading.level > part.heading.level
        && heading.openings().is_empty()
        && sections::sheet_at(text, &part.body).is_none()
}

/// A heading opens one thing. Two forms of question have their own report.
fn report_two(log: &mut Log<'_>, heading: &Heading<'_, '_>) {
    let openings = heading.openings();
    if openings.len() > 1 && heading.forms().len() < 2 {
        let message = format!("este encabezado es dos cosas: .{}", openings.join(" y ."));
        let help = "deja una sola de esas clases";
        log.report(Code::FormTwice, heading.span.clone(), message, "más de una clase", help);
    }
}

fn tell<'t>(prose: &mut Prose<'_, 't>, names: &Names, told: &mut Told, part: Part<'_, 't>) {
    if !part.sound || part.heading.part_of_simulation() == Some("nodo") {
        told.known.extend(part.heading.id_meant());
    }
    match part.heading.part_of_simulation() {
        _ if part.heading.openings().len() > 1 => {}
        Some("nodo") => {
            let region = region(prose, part);
            told.nodes.extend(node::read(prose, names, region));
        }
        Some(_) => {
            let region = region(prose, part);
            told.endings.extend(ending(prose, names, &region));
        }
        None if part.heading.classes.iter().any(|class| class == "llevarse") => takeaways(prose, told, &part),
        // What was meant cannot be known, and the heading has its own error.
        None if !part.sound => {}
        None => entries::ignored_all(prose, &part.body),
    }
}

/// «Para llevarse». A second one would take the place of the first; with the same id, that has been reported.
fn takeaways<'t>(prose: &mut Prose<'_, 't>, told: &mut Told, part: &Part<'_, 't>) {
    match &told.takeaways_id {
        None => {
            part.body.iter().for_each(|node| condition::report_astray(&mut prose.log, node.events));
            told.takeaways = prose.nodes(&part.body);
            told.takeaways_id = Some(part.heading.id.clone());
        }
        Some(id) if id.is_some() && *id == part.heading.id => {}
        Some(_) => entries::ignored_all(prose, &part.body),
    }
}

/// The part as a question: what stands before its sheet, and the sheet. What follows the sheet belongs to nothing.
fn region<'e, 't>(prose: &mut Prose<'_, 't>, part: Part<'e, 't>) -> Region<'e, 't> {
    let at = sections::sheet_at(prose.log.text, &part.body);
    let (body, rest) = part.body.split_at(at.unwrap_or(part.body.len()));
    let (sheet, rest) = rest.split_first().map_or((None, rest), |(sheet, rest)| (Some(*sheet), rest));
    let what = if part.heading.part_of_simulation() == Some("final") { "final" } else { "nodo" };
    if let Some(node) = rest.first() {
        let help = format!("la ficha cierra el {what}; llévalo encima");
        super::parts::report_misplaced(prose, node, "hay texto después de la ficha", &help);
    }
    Region { heading: part.heading, body: body.to_vec(), sheet }
}

fn ending<'t>(prose: &mut Prose<'_, 't>, names: &Names, region: &Region<'_, 't>) -> Option<(Ending, Html, Range<usize>)> {
    let span = region.heading.id_span(prose.log.text);
    let id = match &region.heading.id {
        Some(id) => id.clone(),
        None => {
            let help = "añade al final del encabezado un id que no cambie nunca, como {#tormenta-calma .final}";
            prose.log.report(Code::IdMissing, span, "a este final le falta el id", "sin id", help);
            return None;
        }
    };
    ids::define(&mut prose.log, Kind::Item, &id, span.clone());
    region.body.iter().for_each(|node| condition::report_astray(&mut prose.log, node.events));
    let words = prose.nodes(&region.body);
    if words.is_empty() {
        let help = "cuenta en qué acaba todo, en un párrafo";
        prose.log.report(Code::CaseMissing, span.clone(), "este final no cuenta nada", "final vacío", help);
    }
    let title = node::title(prose, &region.heading, "final");
    let when = region.sheet.and_then(|sheet| when(prose, names, &sheet));
    Some((Ending { id, title, when }, words, span))
}

/// `si`, in the sheet of an ending.
fn when<'t>(prose: &mut Prose<'_, 't>, names: &Names, node: &Node<'_, 't>) -> Option<Condition> {
    let whole = node.tag().is_none_or(|tag| fences::check(&mut prose.log, tag, node.span()));
    if !whole {
        return None;
    }
    let toml = sheet::toml_span(prose.log.text, node.span());
    let fields = Fields::read(&mut prose.log, toml, node.span(), &["si"]);
    let Located { value, span } = fields.text(&mut prose.log, "si")?;
    condition::read(&mut prose.log, names, &value, span)
}

/// Puts the plot together, and leaves it in the findings with its places when nothing in it is in error.
fn plot(log: &mut Log<'_>, id: &SimulationId, head: PlotHead, told: &Told, whole: bool) -> Plot {
    let nodes = told.nodes.iter().map(|read| read.node.clone()).collect();
    let endings = told.endings.iter().map(|(ending, ..)| ending.clone()).collect();
    let plot = Plot {
        id: id.clone(),
        variables: head.variables,
        facts: head.names.facts.len(),
        seats: head.seats.iter().map(|(seat, _)| seat.clone()).collect(),
        nodes,
        endings,
    };
    if whole {
        report_missing(log, &plot);
        report_strays(log, &plot, told, &head.seats);
        let places = PlotPlaces {
            facts: head.fact_spans.iter().map(|span| log.place(span.clone())).collect(),
            nodes: told.nodes.iter().map(|read| log.place(read.span.clone())).collect(),
            moves: told
                .nodes
                .iter()
                .map(|read| read.move_spans.iter().map(|span| log.place(span.clone())).collect())
                .collect(),
            endings: told.endings.iter().map(|(.., span)| log.place(span.clone())).collect(),
            head: log.place(0..log.text.len()),
        };
        let sound = log.errors() == 0;
        log.found.plots.push(PlotRead { plot: plot.clone(), facts: head.names.facts, places, sound });
    }
    plot
}

fn report_missing(log: &mut Log<'_>, plot: &Plot) {
    let all = 0..log.text.len();
    if plot.nodes.is_empty() && log.errors() == 0 {
        let help = "escribe al menos uno: ## Título {#simulacion-nodo .nodo .cm}";
        log.report(Code::PlotEmpty, all, "esta simulación no tiene ningún nodo", "sin nodos", help);
    } else if plot.endings.is_empty() && log.errors() == 0 {
        let help = "escribe al menos uno: ### Título {#simulacion-final .final}";
        log.report(Code::PlotEmpty, all, "esta simulación no tiene ningún final", "sin finales", help);
    }
}

/// Seats and moves that lead to no node.
fn report_strays(log: &mut Log<'_>, plot: &Plot, told: &Told, seats: &[(Seat, Range<usize>)]) {
    let known: BTreeSet<&str> = told.known.iter().map(String::as_str).collect();
    let help = |name: &str| match nearest(name, known.iter().copied()) {
        Some(meant) => format!("¿quizá «{meant}»?"),
        None => "señala el id de un nodo de este archivo".to_string(),
    };
    let is_ending = |name: &str| plot.endings.iter().any(|ending| ending.id == name);
    let is_end = |name: &str| nearest(name, moves::ENDS).is_some() || is_ending(name);
    for (seat, span) in seats.iter().filter(|(seat, _)| !known.contains(&seat.start.as_str())) {
        let message = format!("no hay ningún nodo «{}» por el que empezar", seat.start);
        log.report(Code::StartUnknown, span.clone(), message, "nodo desconocido", help(seat.start.as_str()));
    }
    for read in &told.nodes {
        for (the, span) in read.node.moves.iter().zip(&read.link_spans) {
            if let Destination::Node(to) = &the.to
                && !known.contains(&to.as_str())
            {
                let message = format!("no hay ningún nodo «{to}» al que ir");
                let help = match is_end(to.as_str()) {
                    true => "para acabar, enlaza #fin: se llega al primer final cuya condición se cumple".to_string(),
                    false => help(to.as_str()),
                };
                log.report(Code::NextUnknown, span.clone(), message, "nodo desconocido", help);
            }
        }
    }
}
