//! From the text of a file to its events, and from events to the blocks they form.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

/// An event of the parser and the bytes of the file it comes from.
pub type Ev<'t> = (Event<'t>, Range<usize>);

/// The one place that decides which Markdown this is. No smart punctuation: it would rewrite what people say.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// A Markdown file that has been read but not understood.
#[derive(Debug)]
pub struct Document<'t> {
    pub path: &'t str,
    pub text: &'t str,
    pub events: Vec<Ev<'t>>,
    /// `[words][name]` whose name is not defined: the parser leaves them as plain text.
    pub undefined_links: Vec<Range<usize>>,
    /// Text over a line of `-` or `=`, which Markdown takes for a heading and this course for a slip: the events say
    /// that it is a paragraph.
    pub underlined: Vec<Range<usize>>,
}

impl<'t> Document<'t> {
    /// A byte order mark, which some editors write, is skipped.
    pub fn read(path: &'t str, text: &'t str) -> Self {
        let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut undefined_links = Vec::new();
        let note_undefined = |link: BrokenLink<'_>| -> Option<(CowStr<'t>, CowStr<'t>)> {
            if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) && !link.reference.starts_with('^') {
                undefined_links.push(link.span.start + skipped..link.span.end + skipped);
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(&text[skipped..], options(), Some(note_undefined));
        let mut events: Vec<Ev<'t>> = TextMergeWithOffset::new(parser.into_offset_iter())
            .map(|(event, span)| (event, span.start + skipped..span.end + skipped))
            .collect();
        let underlined = level_underlined(text, &mut events);
        Self { path, text, events, undefined_links, underlined }
    }

    /// The blocks of the outermost level.
    pub fn nodes(&self) -> Vec<Node<'_, 't>> {
        nodes(&self.events)
    }
}

/// Makes paragraphs of the headings that are not written with `#`, and says where they were.
fn level_underlined(text: &str, events: &mut [Ev<'_>]) -> Vec<Range<usize>> {
    let mut underlined = Vec::new();
    for (event, span) in events {
        let written = text.get(span.clone()).unwrap_or_default().trim_start();
        let after_marks = written.trim_start_matches('#');
        if after_marks.len() < written.len() && after_marks.chars().next().is_none_or(char::is_whitespace) {
            continue;
        }
        match event {
            Event::Start(tag @ Tag::Heading { .. }) => {
                underlined.push(span.clone());
                *tag = Tag::Paragraph;
            }
            Event::End(tag @ TagEnd::Heading(_)) => *tag = TagEnd::Paragraph,
            _ => {}
        }
    }
    underlined
}

/// A block with everything in it, or a run of inline events that stands among blocks.
#[derive(Debug, Clone, Copy)]
pub struct Node<'e, 't> {
    pub events: &'e [Ev<'t>],
}

impl<'e, 't> Node<'e, 't> {
    /// `None` for a run of inline events, a rule or a task marker.
    pub fn tag(&self) -> Option<&'e Tag<'t>> {
        match self.events.first() {
            Some((Event::Start(tag), _)) if !is_inline(tag) => Some(tag),
            _ => None,
        }
    }

    pub fn span(&self) -> Range<usize> {
        let start = self.events.iter().map(|(_, span)| span.start).min().unwrap_or(0);
        let end = self.events.iter().map(|(_, span)| span.end).max().unwrap_or(start);
        start..end
    }

    /// What stands between its first event and its last; a run of inline events has no such frame.
    pub fn inner(&self) -> &'e [Ev<'t>] {
        match self.tag() {
            Some(_) => self.events.get(1..self.events.len().saturating_sub(1)).unwrap_or_default(),
            None => self.events,
        }
    }

    pub fn children(&self) -> Vec<Node<'e, 't>> {
        nodes(self.inner())
    }
}

/// Splits a sequence of events into its outermost blocks and runs of inline events.
pub fn nodes<'e, 't>(events: &'e [Ev<'t>]) -> Vec<Node<'e, 't>> {
    let mut nodes = Vec::new();
    let mut start = 0;
    while start < events.len() {
        let end = if is_block(&events[start].0) { end_of(events, start) } else { end_of_run(events, start) };
        nodes.push(Node { events: &events[start..end] });
        start = end;
    }
    nodes
}

/// The index after the end of what begins at `start`.
pub fn end_of(events: &[Ev<'_>], start: usize) -> usize {
    let mut depth = 0usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    events.len()
}

fn end_of_run(events: &[Ev<'_>], start: usize) -> usize {
    let mut at = start;
    while at < events.len() && !is_block(&events[at].0) {
        at = end_of(events, at);
    }
    at
}

fn is_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_inline(tag),
        Event::Rule => true,
        _ => false,
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// The words of some events, without marks.
pub fn words(events: &[Ev<'_>]) -> String {
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_moves_nothing() {
        let text = "\u{feff}## Uno {#uno}\n";
        let document = Document::read("a.md", text);
        let node = document.nodes()[0];
        assert!(matches!(node.tag(), Some(Tag::Heading { .. })));
        assert_eq!(&text[node.span()], "## Uno {#uno}\n");
    }

    #[test]
    fn inline_runs_and_blocks_alternate() {
        let document = Document::read("a.md", "- uno *dos* [tres](x)\n  > cita\n");
        let list = document.nodes()[0];
        let item = list.children()[0];
        let parts = item.children();
        assert_eq!(parts.len(), 2);
        assert_eq!(words(parts[0].events), "uno dos tres");
        assert!(matches!(parts[1].tag(), Some(Tag::BlockQuote(None))));
    }

    #[test]
    fn a_line_under_a_text_makes_no_heading() {
        let text = "Uno\n---\n\n#dos\n===\n\n# Tres\n\n##\n";
        let document = Document::read("a.md", text);
        let headings = document.nodes().iter().filter(|node| matches!(node.tag(), Some(Tag::Heading { .. }))).count();
        let underlined: Vec<&str> = document.underlined.iter().map(|span| text[span.clone()].trim()).collect();
        assert_eq!((headings, underlined), (2, vec!["Uno\n---", "#dos\n==="]));
    }

    #[test]
    fn undefined_references_are_kept_and_plain_brackets_are_not() {
        let document = Document::read("a.md", "[uno][dos] [sic] y [tres][]");
        assert_eq!(document.undefined_links.len(), 2);
    }
}
