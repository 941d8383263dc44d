//! From the events of a stretch of text to the HTML that pages show.
//!
//! 1. Each event is kept, rewritten or refused (with its diagnostic).
//! 2. `push_html` writes what remains.
//! 3. The footnotes called for the first time go at the end.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd, html::push_html};

use super::fences::{self, Fence};
use super::findings::Log;
use super::footnotes::{self, Notes};
use super::headings;
use super::links::{self, Destination};
use super::markdown::{Document, Ev, Node, end_of};
use super::site::Site;
use super::{alerts, pictures, slips, tables, units};
use crate::course::{Html, TermId};
use crate::diagnostics::Code;

/// What a link to the glossary becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermLinks {
    /// A button that opens the entry in place.
    Popover,
    /// A link to the glossary page, where there is no popover to open.
    Page,
}

/// Renders the prose of one file and collects what it finds there.
#[derive(Debug)]
pub struct Prose<'a, 't> {
    pub document: &'a Document<'t>,
    pub site: &'a Site,
    pub log: Log<'t>,
    pub term_links: TermLinks,
    terms: Vec<TermId>,
    pub notes: Notes<'a, 't>,
    /// Closing tags of the links that are open.
    open_links: Vec<&'static str>,
    in_table_head: bool,
    html_opened: usize,
    /// Nothing of the file is swallowed by a block left open: what is missing is really missing.
    whole: bool,
}

type Out<'t> = Vec<Event<'t>>;

impl<'a, 't> Prose<'a, 't> {
    pub fn new(document: &'a Document<'t>, site: &'a Site, term_links: TermLinks) -> Self {
        Self {
            document,
            site,
            log: Log::new(document.path, document.text),
            term_links,
            terms: Vec::new(),
            notes: Notes::of(document),
            open_links: Vec::new(),
            in_table_head: false,
            html_opened: 0,
            whole: site.pages.get(document.path).is_none_or(|page| !page.damaged),
        }
    }

    /// Whole blocks, with the footnotes they call.
    pub fn blocks(&mut self, events: &[Ev<'t>]) -> Html {
        let mut html = self.render(events);
        html.push_str(&footnotes::list(self));
        Html::trusted(html.trim_end())
    }

    /// The blocks of several nodes, one after another.
    pub fn nodes(&mut self, nodes: &[Node<'_, 't>]) -> Html {
        let events: Vec<Ev<'t>> = nodes.iter().flat_map(|node| node.events.iter().cloned()).collect();
        self.blocks(&events)
    }

    /// What a quote or an alert says, without its frame.
    pub fn quote(&mut self, quote: &Node<'_, 't>) -> Html {
        if quote.inner().is_empty() {
            slips::empty_quote(&mut self.log, quote.span());
        }
        self.blocks(quote.inner())
    }

    /// Words within a line. Footnotes they call wait for the next blocks.
    pub fn inline(&mut self, events: &[Ev<'t>]) -> Html {
        Html::trusted(self.render(events).trim())
    }

    /// The words of a heading, where a term is a plain link: a table of contents repeats them.
    pub fn title(&mut self, events: &[Ev<'t>]) -> Html {
        let usual = std::mem::replace(&mut self.term_links, TermLinks::Page);
        let html = self.inline(events);
        self.term_links = usual;
        html
    }

    /// The glossary entries linked to since the last time, each once.
    pub fn take_terms(&mut self) -> Vec<TermId> {
        std::mem::take(&mut self.terms)
    }

    /// Puts back entries taken before, so that they are taken with the rest.
    pub fn add_terms(&mut self, terms: Vec<TermId>) {
        self.terms.extend(terms);
    }

    /// What can only be said when the whole file has been rendered.
    pub fn finish(mut self) -> Log<'t> {
        if self.whole {
            self.notes.report(&mut self.log, self.document);
        }
        slips::of_document(&mut self.log, self.document);
        self.log
    }

    /// The HTML of some events, without the footnotes they call.
    pub fn render(&mut self, events: &[Ev<'t>]) -> String {
        let mut out = Out::new();
        self.convert(events, &mut out);
        let mut html = String::new();
        push_html(&mut html, out.into_iter());
        html
    }

    fn convert(&mut self, events: &[Ev<'t>], out: &mut Out<'t>) {
        let mut at = 0;
        while at < events.len() {
            let end = end_of(events, at);
            let whole = &events[at..end];
            at = if self.convert_whole(whole, out) { end } else { at + 1 };
        }
    }

    /// Elements that are written, or refused, as one. Says whether it took the whole element.
    fn convert_whole(&mut self, whole: &[Ev<'t>], out: &mut Out<'t>) -> bool {
        let (event, span) = &whole[0];
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let html = pictures::inline(&mut self.log, self.site, dest_url, title, whole);
                out.push(Event::InlineHtml(html.into()));
            }
            Event::Start(Tag::Paragraph) => return self.paragraph(whole, out),
            Event::Start(Tag::BlockQuote(_)) if whole.len() == 2 => slips::empty_quote(&mut self.log, span.clone()),
            Event::Start(Tag::HtmlBlock) => slips::html(&mut self.log, span.clone()),
            Event::Start(tag @ Tag::CodeBlock(_)) => self.code(tag, whole, out),
            Event::Start(Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_)) => {}
            Event::Start(Tag::Heading { .. }) => {
                headings::report_nested(&mut self.log, span.clone(), "una lista o una cita");
            }
            _ => {
                self.convert_one(event, span.clone(), out);
                return false;
            }
        }
        true
    }

    fn convert_one(&mut self, event: &Event<'t>, span: std::ops::Range<usize>, out: &mut Out<'t>) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                slips::picture_apart(&mut self.log, dest_url, span.start);
                let destination = links::resolve(&mut self.log, self.site, *link_type, dest_url, span);
                out.push(Event::InlineHtml(self.open_link(destination, title).into()));
            }
            Event::End(TagEnd::Link) => {
                out.push(Event::InlineHtml(self.open_links.pop().unwrap_or_default().into()));
            }
            Event::Start(Tag::BlockQuote(Some(kind))) => out.push(Event::Html(alerts::open(*kind).into())),
            Event::End(TagEnd::BlockQuote(Some(_))) => out.push(Event::Html("</aside>\n".into())),
            Event::FootnoteReference(label) => out.push(Event::InlineHtml(self.notes.call(label).into())),
            Event::InlineHtml(html) => self.refuse_inline_html(html, span),
            Event::Html(_) => slips::html(&mut self.log, span),
            Event::Text(text) => {
                if self.whole {
                    footnotes::report_undefined(&mut self.log, span.clone());
                }
                slips::line_start(&mut self.log, span.clone());
                if self.open_links.is_empty() {
                    slips::links(&mut self.log, span);
                }
                out.push(Event::Text(units::bound(text).into()));
            }
            Event::Start(Tag::Table(_)) => {
                tables::check_cells(&mut self.log, self.document, span);
                out.push(tables::html(event, &mut self.in_table_head));
            }
            event if tables::is_part(event) => out.push(tables::html(event, &mut self.in_table_head)),
            event => out.push(event.clone()),
        }
    }

    /// A picture alone is a figure; a paragraph that begins as an alert and is not one is refused.
    fn paragraph(&mut self, whole: &[Ev<'t>], out: &mut Out<'t>) -> bool {
        let inner = whole.get(1..whole.len().saturating_sub(1)).unwrap_or_default();
        if let Some((Event::Start(Tag::Image { dest_url, title, .. }), _)) = inner.first()
            && end_of(inner, 0) == inner.len()
        {
            let html = pictures::figure(&mut self.log, self.site, dest_url, title, inner);
            out.push(Event::Html(html.into()));
            return true;
        }
        tables::check_paragraph(&mut self.log, whole[0].1.clone());
        out.push(whole[0].0.clone());
        false
    }

    fn code(&mut self, tag: &Tag<'t>, whole: &[Ev<'t>], out: &mut Out<'t>) {
        let span = whole[0].1.clone();
        fences::check(&mut self.log, tag, span.clone());
        if fences::kind(tag, self.log.slice(span.clone())) == Some(Fence::Sheet) {
            let help = "la ficha va al final de una pregunta (un encabezado «###» con id y forma, el caso y las opciones) o, en una simulación, de un nodo o de un final";
            self.log.report(Code::SheetOrphan, span, "esta ficha no es de ninguna pregunta", "ficha suelta", help);
            return;
        }
        out.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
        out.extend(whole.iter().skip(1).map(|(event, _)| event.clone()));
    }

    fn open_link(&mut self, destination: Destination, title: &CowStr<'_>) -> String {
        if let Destination::Term(id) = &destination
            && self.term_links == TermLinks::Popover
        {
            self.note_term(id);
        }
        let (open, close) = links::tags(&destination, title, self.term_links == TermLinks::Popover);
        self.open_links.push(close);
        open
    }

    fn note_term(&mut self, id: &str) {
        let id = TermId::new(id);
        if !self.terms.contains(&id) {
            self.terms.push(id);
        }
    }

    fn refuse_inline_html(&mut self, html: &str, span: std::ops::Range<usize>) {
        let closes = html.starts_with("</");
        if closes && self.html_opened > 0 {
            self.html_opened -= 1;
            return;
        }
        self.html_opened += usize::from(!closes && !html.starts_with("<!") && !html.ends_with("/>"));
        slips::html(&mut self.log, span);
    }
}
