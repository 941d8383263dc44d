//! What a query finds, the best first.
//!
//! ```text
//! query ── words ──→ word ─┬─ exact or begun ─┐
//!                          ├─ mistyped ───────┼──→ stems ──→ frequency in each document ──→ BM25
//!                          └─ unfinished ─────┘    the first way that finds any
//! ```
//!
//! The stems that a word may stand for count together as one: a document with any of them has the word.

use super::index::{Entry, Index, Posting, postings};
use super::words::{all_words, stem, words};

/// How soon more of the same word stops counting, and how far a long text counts against it.
/// Source: Robertson and Zaragoza (2009), «The Probabilistic Relevance Framework: BM25 and Beyond».
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// A title is a field of its own, with its own mean length, as in BM25F (in the same work): a word there counts as
/// three in the text.
const TITLE: f64 = 3.0;

/// What a stem is worth that only begins like the word.
const BEGUN: f64 = 0.5;

/// Letters of a word in which a mistake is allowed for.
const MISTYPED: usize = 5;

/// Bytes of a stem that may stand for a word unfinished after it.
const UNFINISHED: usize = 4;

/// Words of a query that are looked for; the rest of what was pasted there is not.
const MOST_WORDS: usize = 16;

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its place in [`Index::documents`].
    pub document: usize,
    /// Only to compare with others of the same query.
    pub score: f64,
}

/// The documents with all the words of a query; if there are none, those with most of them. At most `most`, the best
/// first and, of two as good, the one that comes first in the course.
///
/// A word is found by its stem, the last one also by its beginning. A word that is nowhere is taken for one with a
/// letter changed, added, left out or swapped with the next (the four mistakes of Damerau, 1964: «A technique for
/// computer detection and correction of spelling errors»), if it has five letters.
pub fn search(index: &Index, query: &str, most: usize) -> Vec<Hit> {
    let asked = asked(query);
    let fields = Fields::of(index);
    let mut hits = vec![(0_usize, 0.0); index.documents.len()];
    for (place, word) in asked.iter().enumerate() {
        let is_last = place + 1 == asked.len();
        add(&mut hits, &frequencies(index, &stems(index, word, is_last), &fields));
    }
    best(&hits, most)
}

/// The words to look for. A query of nothing but empty words may be the beginning of another: «entre», «entrega».
fn asked(query: &str) -> Vec<String> {
    let asked: Vec<String> = words(query).take(MOST_WORDS).collect();
    if asked.is_empty() { all_words(query).last().into_iter().collect() } else { asked }
}

/// Adds what a word is worth in each document to how many words the document has and its score.
fn add(hits: &mut [(usize, f64)], frequencies: &[f64]) {
    let having = frequencies.iter().filter(|frequency| **frequency > 0.0).count();
    let rarity = rarity(hits.len(), having);
    for ((found, score), frequency) in hits.iter_mut().zip(frequencies) {
        if *frequency > 0.0 {
            *found += 1;
            *score += rarity * frequency / (K1 + frequency);
        }
    }
}

/// Of a word that `having` documents of `all` have. One is added within the logarithm so that it is positive even for
/// a word that most of them have.
fn rarity(all: usize, having: usize) -> f64 {
    let (all, having) = (all as f64, having as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// Of the documents with most words, the best, kept in order as they come: a sort would weigh more than they do.
fn best(hits: &[(usize, f64)], most: usize) -> Vec<Hit> {
    let words = hits.iter().map(|(found, _)| *found).max().unwrap_or(0).max(1);
    let mut best: Vec<Hit> = Vec::new();
    for (document, (_, score)) in hits.iter().enumerate().filter(|(_, (found, _))| *found == words) {
        let place = best.partition_point(|other| other.score >= *score);
        best.insert(place, Hit { document, score: *score });
        best.truncate(most);
    }
    best
}

/// How often each document has any of some stems, each with its worth: weighted by field and by length.
fn frequencies(index: &Index, stems: &[(&[u32], f64)], fields: &Fields) -> Vec<f64> {
    let mut frequencies = vec![0.0; index.documents.len()];
    for (packed, worth) in stems {
        for posting in postings(packed) {
            if let Some(document) = index.documents.get(posting.document) {
                frequencies[posting.document] += worth * fields.frequency(document, posting);
            }
        }
    }
    frequencies
}

/// The mean lengths of the two fields, in words.
struct Fields {
    title: f64,
    text: f64,
}

impl Fields {
    fn of(index: &Index) -> Self {
        let all = index.documents.len() as f64;
        let title: f64 = index.documents.iter().map(|document| f64::from(document.title_length)).sum();
        let text: f64 = index.documents.iter().map(|document| f64::from(document.text_length)).sum();
        // At least 1, so that something can be divided by them whatever the index says.
        Self { title: (title / all).max(1.0), text: (text / all).max(1.0) }
    }

    fn frequency(&self, document: &Entry, posting: Posting) -> f64 {
        let title = f64::from(u8::from(posting.in_title)) / long(document.title_length, self.title);
        let text = f64::from(posting.frequency) / long(document.text_length, self.text);
        TITLE * title + text
    }
}

/// How far a length counts against a field: 1 for the mean.
fn long(length: u32, mean: f64) -> f64 {
    1.0 - B + B * f64::from(length) / mean
}

/// The postings of the stems that a word may stand for, and what each is worth.
fn stems<'i>(index: &'i Index, word: &str, is_last: bool) -> Vec<(&'i [u32], f64)> {
    let root = stem(word);
    let letters = word.chars().count();
    let exact_or_begun = |stem: &str| match stem {
        _ if stem == root => 1.0,
        _ if is_last && stem.starts_with(word) => BEGUN,
        _ => 0.0,
    };
    let mistyped = |stem: &str| {
        let is_near = letters >= MISTYPED && (is_one_mistake(word, stem) || is_one_mistake(&root, stem));
        f64::from(u8::from(is_near))
    };
    // «moderac» is past «moder», and not yet «moderación».
    let unfinished = |stem: &str| {
        let is_most = stem.len() >= UNFINISHED && 2 * stem.len() >= word.len();
        f64::from(u8::from(is_most && word.starts_with(stem)))
    };
    let ways: [&dyn Fn(&str) -> f64; 3] = [&exact_or_begun, &mistyped, &unfinished];
    ways.iter().map(|worth| those(index, worth)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn those<'i>(index: &'i Index, worth: &dyn Fn(&str) -> f64) -> Vec<(&'i [u32], f64)> {
    let stems = index.stems.iter().zip(&index.postings);
    stems.map(|(stem, postings)| (postings.as_slice(), worth(stem))).filter(|(_, worth)| *worth > 0.0).collect()
}

/// Whether two words differ in a letter changed, added or left out, or in two swapped.
fn is_one_mistake(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > char::MAX.len_utf8() {
        return false;
    }
    let start = same_letters(one.chars(), other.chars());
    let (one, other) = (&one[start..], &other[start..]);
    let end = same_letters(one.chars().rev(), other.chars().rev());
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    match (one.chars().count(), other.chars().count()) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => one.chars().eq(other.chars().rev()),
        _ => false,
    }
}

/// Bytes of the letters that are the same from where both begin.
fn same_letters(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Index, Kind, build};
    use super::*;

    const COURSE: [(&str, &str); 8] = [
        ("Crisis", "Situación que amenaza la reputación de una organización."),
        ("Veinte minutos de espejos", "La comunidad responde a una crisis y hay que publicar una respuesta ya."),
        ("Moderar una comunidad", "Se modera con normas publicadas. La comunidad las conoce. Nadie borra críticas."),
        ("Métricas que deciden", "El alcance orgánico no es un objetivo. Una métrica sirve si cambia una decisión."),
        ("Objetivos y métricas", "Un objetivo se puede medir. El mañana de la marca cabe en él."),
        ("Marco de trabajo", "Casos difíciles para cada niño y para la casa."),
        ("Redes", "Qué red elegir. Entregar a tiempo el informe de la red social."),
        ("Redacción", "Escribir para que se entienda."),
    ];

    fn course() -> Index {
        let document = |(title, text): (&str, &str)| Document {
            title: title.into(),
            place: String::new(),
            kind: Kind::Term,
            href: String::new(),
            text: text.into(),
            extract: text.into(),
        };
        build(&COURSE.map(document))
    }

    fn titles(query: &str) -> Vec<&'static str> {
        search(&course(), query, 10).iter().map(|hit| COURSE[hit.document].0).collect()
    }

    #[test]
    fn a_word_is_found_in_any_of_its_forms() {
        assert_eq!(titles("moderación"), ["Moderar una comunidad"]);
        assert_eq!(titles("PUBLICACIONES").len(), 2);
        assert_eq!(titles("niños"), ["Marco de trabajo"]);
        assert_eq!(titles("dificil"), ["Marco de trabajo"]);
        assert_eq!(titles("caso"), ["Marco de trabajo"]);
    }

    #[test]
    fn a_title_is_worth_more_than_a_text() {
        assert_eq!(titles("crisis"), ["Crisis", "Veinte minutos de espejos"]);
        assert_eq!(titles("objetivo"), ["Objetivos y métricas", "Métricas que deciden"]);
    }

    #[test]
    fn all_the_words_are_asked_for_if_any_document_has_them() {
        assert_eq!(titles("crisis comunidad"), ["Veinte minutos de espejos"]);
        assert_eq!(titles("¿cómo responder a la comunidad?"), ["Veinte minutos de espejos"]);
        assert_eq!(titles("crisis xilófono"), ["Crisis", "Veinte minutos de espejos"]);
        assert_eq!(titles("moderar métricas").len(), 3);
    }

    #[test]
    fn the_last_word_may_be_begun() {
        assert_eq!(titles("com"), ["Moderar una comunidad", "Veinte minutos de espejos"]);
        assert_eq!(titles("comunidad mod"), ["Moderar una comunidad"]);
        assert_eq!(titles("mod comunidad").len(), 2);
        assert_eq!(titles("red"), ["Redes", "Redacción"]);
    }

    #[test]
    fn what_is_typed_finds_the_same_letter_by_letter() {
        for (title, word) in [("Moderar una comunidad", "moderación"), ("Redes", "entregar"), ("Crisis", "reputación")]
        {
            for (end, _) in word.char_indices().skip(1) {
                assert!(titles(&word[..end]).contains(&title), "{}", &word[..end]);
            }
        }
    }

    #[test]
    fn one_mistake_is_allowed_for_in_a_word_that_is_nowhere() {
        for mistake in ["metrca", "mettrica", "métrixas", "mertica", "metricas", "netricas"] {
            assert_eq!(titles(mistake).len(), 2, "{mistake}");
        }
        for mistake in ["crsis", "comunidda", "moderasión", "manana"] {
            assert!(!titles(mistake).is_empty(), "{mistake}");
        }
        for other in ["mxtrxca", "rex", "casi", "xilófono"] {
            assert_eq!(titles(other), [""; 0], "{other}");
        }
        assert_eq!(titles("marca"), ["Objetivos y métricas"]);
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        for nothing in ["", "  ", "¿?", "«»", "\u{301}"] {
            assert_eq!(titles(nothing), [""; 0], "{nothing}");
        }
        assert_eq!(search(&course(), "crisis", 0), []);
        assert_eq!(search(&Index::default(), "crisis", 10), []);
    }

    #[test]
    fn what_is_pasted_may_be_long() {
        assert_eq!(titles(&"crisis ".repeat(100_000)), titles("crisis"));
        assert_eq!(titles(&"crisis".repeat(100_000)), [""; 0]);
    }

    #[test]
    fn of_two_as_good_the_first_comes_first() {
        let document = Document {
            title: "Crisis".into(),
            place: String::new(),
            kind: Kind::Case,
            href: String::new(),
            text: "Una.".into(),
            extract: "Una.".into(),
        };
        let hits = search(&build(&vec![document; 5]), "crisis", 3);
        assert_eq!(hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn what_leads_out_of_a_damaged_index_is_passed_over() {
        let sound = serde_json::to_string(&course()).unwrap();
        let (documents, _) = sound.split_once(r#","s":"#).unwrap();
        for damage in [
            r#""s":["cris"],"p":[[0,3,90,2,4294967295,4294967295,4294967295,1]]"#,
            r#""s":["cris","red","z"],"p":[[0,2,0]]"#,
            r#""s":["z","cris","cris"],"p":[[],[0,2],[1],[1,1]]"#,
        ] {
            let damaged: Index = serde_json::from_str(&format!("{documents},{damage}}}")).unwrap();
            assert_eq!(search(&damaged, "crisis", 10).iter().map(|hit| hit.document).collect::<Vec<_>>(), [0]);
        }
    }

    #[test]
    fn a_mistake_is_one_letter() {
        for (one, other) in [("niño", "nino"), ("casa", "cas"), ("asa", "casa"), ("ab", "ba"), ("aa", "aaa"), ("", "ñ")]
        {
            assert!(is_one_mistake(one, other) && is_one_mistake(other, one), "{one} {other}");
        }
        for (one, other) in [("casa", "cosas"), ("abc", "cba"), ("", "ab"), ("abcd", "badc")] {
            assert!(!is_one_mistake(one, other) && !is_one_mistake(other, one), "{one} {other}");
        }
    }
}
