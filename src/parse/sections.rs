//! The body of a lesson, or of any page in sections: cut at its headings.

use pulldown_cmark::{BlockQuoteKind, Tag};

use super::anchors;
use super::fences::{self, Fence};
use super::headings::{self, Heading};
use super::html::Prose;
use super::markdown::Node;
use super::parts;
use super::question::{self, Region};
use super::rubric;
use crate::course::{Block, LessonId, Section, SectionKind};
use crate::diagnostics::Code;

/// Whose sections these are.
pub enum Owner<'l> {
    /// Prose and questions.
    Lesson(&'l LessonId),
    /// Prose alone, below a `#` title that the page shows by itself.
    Page,
    /// Prose alone, in a file that says its title in its front matter.
    Opening,
}

/// Cuts the nodes into sections and questions, in order.
pub fn read<'t>(prose: &mut Prose<'_, 't>, nodes: &[Node<'_, 't>], owner: &Owner<'_>) -> Vec<Block> {
    let mut cutter = Cutter { blocks: Vec::new(), heading: None, body: Vec::new(), level: 1, after_question: false };
    anchors::report_repeated(&mut prose.log, nodes);
    let mut at = 0;
    while at < nodes.len() {
        at += cutter.take(prose, &nodes[at..], owner);
    }
    cutter.flush(prose, 0);
    cutter.blocks
}

struct Cutter<'e, 't> {
    blocks: Vec<Block>,
    heading: Option<Heading<'e, 't>>,
    body: Vec<Node<'e, 't>>,
    level: u8,
    /// The last block was a question and no heading has come since.
    after_question: bool,
}

impl<'e, 't> Cutter<'e, 't> {
    /// Takes one section heading, one whole question or one block of prose; says how many nodes it took.
    fn take(&mut self, prose: &mut Prose<'_, 't>, nodes: &[Node<'e, 't>], owner: &Owner<'_>) -> usize {
        let node = &nodes[0];
        let Some(heading) = Heading::of(node) else {
            self.take_prose(prose, node);
            return 1;
        };
        let next = if heading.forms().is_empty() { heading.level } else { u8::MAX };
        self.flush(prose, next);
        headings::check_level(&mut prose.log, &heading, self.level, matches!(owner, Owner::Page));
        heading.check_attributes(&mut prose.log, node);
        report_part(prose, &heading);
        self.level = heading.level;
        self.after_question = false;
        let (body, sheet) = region(prose.log.text, &nodes[1..]);
        let asks = !heading.forms().is_empty()
            || sheet.is_some()
            || heading.form_meant().is_some()
            || looks_like_question(prose.log.text, &heading, body);
        match owner {
            Owner::Lesson(lesson) if asks => {
                if !heading.forms().is_empty() {
                    headings::check_question_level(&mut prose.log, &heading);
                }
                let taken = 1 + body.len() + usize::from(sheet.is_some());
                let region = Region { heading, body: body.to_vec(), sheet };
                self.blocks
                    .extend(question::read(prose, lesson, &region).map(|question| Block::Question(Box::new(question))));
                self.after_question = sheet.is_some();
                taken
            }
            _ => {
                self.heading = Some(heading);
                1
            }
        }
    }

    fn take_prose(&mut self, prose: &mut Prose<'_, 't>, node: &Node<'e, 't>) {
        if self.after_question {
            match node.tag() {
                Some(tag) if fences::kind(tag, prose.log.slice(node.span())) == Some(Fence::Sheet) => {
                    let help = "deja una sola ficha al final de cada pregunta";
                    prose.log.report(
                        Code::SheetTwice,
                        node.span(),
                        "esta pregunta ya tenía su ficha",
                        "segunda ficha",
                        help,
                    );
                    return;
                }
                Some(Tag::BlockQuote(Some(BlockQuoteKind::Note))) => {
                    let help = "la explicación va antes de la ficha; aquí se leería sin haber respondido";
                    prose.log.report(
                        Code::TextMisplaced,
                        node.span(),
                        "hay una explicación después de la ficha",
                        "fuera de lugar",
                        help,
                    );
                    return;
                }
                _ => {}
            }
        }
        self.body.push(*node);
    }

    /// Writes the section that ends before a heading of the level `next`; a question counts as deeper than any. A stretch without heading and without words
    /// is none.
    fn flush(&mut self, prose: &mut Prose<'_, 't>, next: u8) {
        let body = std::mem::take(&mut self.body);
        let heading = self.heading.take();
        let _ = prose.take_terms();
        let html = prose.nodes(&body);
        let terms = prose.take_terms();
        let rubric = heading.as_ref().filter(|heading| heading.is_rubric());
        let rubric = rubric.and_then(|heading| rubric::read(prose, heading, &body));
        if heading.is_none() && html.is_empty() {
            return;
        }
        self.blocks.push(Block::Section(match heading {
            Some(heading) => {
                let mut section = Section { body: html, terms, ..titled(prose, &heading) };
                if let Some(rubric) = rubric {
                    section.kind = SectionKind::Rubric(rubric);
                }
                if body.is_empty() && next <= heading.level {
                    report_empty(prose, &heading, &section);
                }
                section
            }
            None => untitled(html, terms),
        }));
    }
}

/// Nodes and endings are parts of simulations, and of nothing else.
fn report_part(prose: &mut Prose<'_, '_>, heading: &Heading<'_, '_>) {
    if let Some(part) = heading.part_of_simulation() {
        let help = "los nodos y los finales van en un archivo de simulaciones/; aquí, quita la clase";
        let message = format!("«.{part}» solo tiene sentido en una simulación");
        prose.log.report(Code::HeadingClassUnknown, heading.span.clone(), message, "fuera de lugar", help);
    }
}

/// Scenes and takeaways without words are missed by the lesson as a whole.
fn report_empty(prose: &mut Prose<'_, '_>, heading: &Heading<'_, '_>, section: &Section) {
    if matches!(section.kind, SectionKind::Prose | SectionKind::Depends) {
        let help = "escribe su texto, o quita el encabezado";
        let message = format!("el apartado «{}» está vacío", heading.words());
        prose.log.report(Code::SectionEmpty, heading.span.clone(), message, "sin texto", help);
    }
}

fn titled<'t>(prose: &mut Prose<'_, 't>, heading: &Heading<'_, 't>) -> Section {
    let page = prose.site.pages.get(prose.document.path);
    let anchor = page.and_then(|page| page.anchors.iter().find(|anchor| anchor.at == heading.span.start));
    Section {
        kind: heading.section_kind(&mut prose.log),
        anchor: anchor.map(|anchor| anchor.id.clone()).unwrap_or_default(),
        level: heading.level,
        title: prose.title(heading.title),
        body: crate::course::Html::default(),
        terms: Vec::new(),
    }
}

fn untitled(body: crate::course::Html, terms: Vec<crate::course::TermId>) -> Section {
    let title = crate::course::Html::default();
    Section { kind: SectionKind::Prose, anchor: String::new(), level: 0, title, body, terms }
}

/// A `###` with an id over options: a question whose form and sheet are both missing, and not a list of things to do.
fn looks_like_question(text: &str, heading: &Heading<'_, '_>, body: &[Node<'_, '_>]) -> bool {
    heading.level == 3
        && heading.id.is_some()
        && !heading.is_section()
        && body.iter().any(|node| parts::is_task_list(text, node) && parts::has_answers(node))
}

/// What follows a heading up to its sheet, or up to the next section or question when there is no sheet.
pub fn region<'n, 'e, 't>(text: &str, nodes: &'n [Node<'e, 't>]) -> (&'n [Node<'e, 't>], Option<Node<'e, 't>>) {
    let is_end = |node: &Node<'_, '_>| Heading::of(node).is_some_and(|heading| heading.level <= 3);
    let until = nodes.iter().position(is_end).unwrap_or(nodes.len());
    match sheet_at(text, &nodes[..until]) {
        Some(at) => (&nodes[..at], Some(nodes[at])),
        None => (&nodes[..until], None),
    }
}

/// Where the first sheet stands.
pub fn sheet_at(text: &str, nodes: &[Node<'_, '_>]) -> Option<usize> {
    nodes.iter().position(|node| {
        let block = text.get(node.span()).unwrap_or_default();
        node.tag().and_then(|tag| fences::kind(tag, block)) == Some(Fence::Sheet)
    })
}
