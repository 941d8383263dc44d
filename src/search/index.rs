//! What is searched: built once with the site, read by every page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::words::{stem, words};

/// Letters of an extract.
const EXTRACT: usize = 160;

/// Something to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// Where in the course it is: «Módulo 2 · Lección».
    pub place: String,
    pub kind: Kind,
    pub href: String,
    /// Plain text, all of it.
    pub text: String,
    /// What is shown of it, cut when it is long.
    pub extract: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Lesson,
    Case,
    Term,
    Simulation,
}

/// The documents, and which of them has each stem.
///
/// As JSON it is short rather than clear. Any JSON of this shape may be searched, even if it does not agree with itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    #[serde(rename = "d")]
    pub documents: Vec<Entry>,
    /// In order, without repetition.
    #[serde(rename = "s")]
    pub(super) stems: Vec<String>,
    /// For each stem, two numbers for each document that has it: see [`postings`].
    #[serde(rename = "p")]
    pub(super) postings: Vec<Vec<u32>>,
}

/// What is shown of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(rename = "t")]
    pub title: String,
    #[serde(rename = "l")]
    pub place: String,
    #[serde(rename = "k")]
    pub kind: Kind,
    #[serde(rename = "h")]
    pub href: String,
    /// Cut between words.
    #[serde(rename = "e")]
    pub extract: String,
    /// Words of the title and of the text, without those that every text has.
    #[serde(rename = "m")]
    pub(super) title_length: u32,
    #[serde(rename = "n")]
    pub(super) text_length: u32,
}

/// That a document has a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub document: usize,
    /// Times in the text.
    pub frequency: u32,
    pub in_title: bool,
}

pub fn build(documents: &[Document]) -> Index {
    let mut found: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    for (document, Document { title, text, .. }) in documents.iter().enumerate() {
        for word in words(text) {
            posting(found.entry(stem(&word)).or_default(), document).frequency += 1;
        }
        for word in words(title) {
            posting(found.entry(stem(&word)).or_default(), document).in_title = true;
        }
    }
    let (stems, postings) = found.into_iter().map(|(stem, postings)| (stem, packed(&postings))).unzip();
    Index { documents: documents.iter().map(entry).collect(), stems, postings }
}

/// The last posting of a stem, if it is of this document, or a new one.
fn posting(postings: &mut Vec<Posting>, document: usize) -> &mut Posting {
    if postings.last().is_none_or(|last| last.document != document) {
        postings.push(Posting { document, frequency: 0, in_title: false });
    }
    let last = postings.len() - 1;
    &mut postings[last]
}

fn entry(document: &Document) -> Entry {
    Entry {
        title: document.title.clone(),
        place: document.place.clone(),
        kind: document.kind,
        href: document.href.clone(),
        extract: extract(&document.extract),
        title_length: words(&document.title).count() as u32,
        text_length: words(&document.text).count() as u32,
    }
}

/// As many whole words as fit, with one blank between them.
fn extract(text: &str) -> String {
    let mut extract = String::new();
    let mut letters = 0;
    for word in text.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > EXTRACT {
            return extract + "…";
        }
        if !extract.is_empty() {
            extract.push(' ');
        }
        extract.push_str(word);
    }
    extract
}

/// For each posting, how many documents further on it is, and twice its frequency, plus one in a title: small numbers
/// are short.
fn packed(postings: &[Posting]) -> Vec<u32> {
    let mut next = 0;
    let mut packed = Vec::with_capacity(2 * postings.len());
    for posting in postings {
        packed.push((posting.document - next) as u32);
        packed.push(2 * posting.frequency + u32::from(posting.in_title));
        next = posting.document;
    }
    packed
}

/// What was packed. Numbers that lead too far stay out of every course.
pub(super) fn postings(packed: &[u32]) -> impl Iterator<Item = Posting> {
    let mut document = 0_usize;
    packed.chunks_exact(2).map(move |pair| {
        document = document.saturating_add(pair[0] as usize);
        Posting { document, frequency: pair[1] / 2, in_title: pair[1] % 2 == 1 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, text: &str) -> Document {
        Document {
            title: title.into(),
            place: "Módulo 7 · Lección".into(),
            kind: Kind::Lesson,
            href: "/modulos/m07/l1/".into(),
            text: text.into(),
            extract: text.into(),
        }
    }

    fn found(index: &Index, stem: &str) -> Vec<(usize, u32, bool)> {
        let place = index.stems.iter().position(|other| other == stem).unwrap();
        postings(&index.postings[place]).map(|found| (found.document, found.frequency, found.in_title)).collect()
    }

    #[test]
    fn a_stem_leads_to_its_documents() {
        let index = build(&[
            document("Moderar", "Se modera y se vuelve a moderar."),
            document("Métricas", "Alcance."),
            document("Normas", "La moderación tiene normas."),
        ]);
        assert!(index.stems.is_sorted());
        assert_eq!(found(&index, "moder"), [(0, 2, true), (2, 1, false)]);
        assert_eq!(found(&index, "metric"), [(1, 0, true)]);
        assert_eq!(found(&index, "norma"), [(2, 1, true)]);
    }

    #[test]
    fn json_is_compact_and_comes_back() {
        let index = build(&[document("Crisis", "Una crisis de las redes.")]);
        let json = serde_json::to_string(&index).unwrap();
        assert_eq!(
            json,
            concat!(
                r#"{"d":[{"t":"Crisis","l":"Módulo 7 · Lección","k":"lesson","h":"/modulos/m07/l1/","#,
                r#""e":"Una crisis de las redes.","m":1,"n":2}],"s":["cris","red"],"p":[[0,3],[0,2]]}"#
            )
        );
        assert_eq!(serde_json::from_str::<Index>(&json).unwrap(), index);
    }

    #[test]
    fn an_extract_ends_with_a_whole_word() {
        assert_eq!(extract("  Uno\n dos  "), "Uno dos");
        let long = extract(&"señales ".repeat(40));
        assert!(long.ends_with("señales…") && long.chars().count() <= EXTRACT, "{long}");
        assert_eq!(extract(&"x".repeat(200)), "…");
    }
}
