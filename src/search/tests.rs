//! What holds of any text, any query and any index.

use proptest::collection::vec;
use proptest::prelude::*;

use super::index::{Entry, Index, postings};
use super::{Document, Hit, Kind, build, search, stem, words};

/// Words of the course, beginnings of words, and letters that are not what they seem.
const PIECES: &str = "moderación publicar publica crisis niño red redes casa caso marca de qué métr decisi 2026 \
    n\u{303} \u{301} \u{ad} İ ß ﬁ 漢字 « x";

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES.split(' ').collect::<Vec<_>>());
    let sentence = vec(prop_oneof![pieces.prop_map(String::from), "[a-zñáéíóúü]{1,9}"], 0..8);
    prop_oneof![sentence.prop_map(|pieces| pieces.join(" ")), "\\PC{0,24}", any::<String>()]
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = (texts(), texts()).prop_map(|(title, text)| Document {
        title,
        place: "Glosario".into(),
        kind: Kind::Term,
        href: "/glosario/".into(),
        extract: text.clone(),
        text,
    });
    vec(document, 0..6)
}

/// Of the right shape and nothing more.
fn damaged() -> impl Strategy<Value = Index> {
    let entry = (any::<u32>(), any::<u32>(), "\\PC{0,4}").prop_map(|(title_length, text_length, title)| Entry {
        title,
        place: String::new(),
        kind: Kind::Case,
        href: String::new(),
        extract: String::new(),
        title_length,
        text_length,
    });
    let numbers = vec(prop_oneof![0..9_u32, any::<u32>()], 0..9);
    (vec(entry, 0..4), vec("[a-zñ]{0,6}", 0..9), vec(numbers, 0..9)).prop_map(|(documents, stems, postings)| Index {
        documents,
        stems,
        postings,
    })
}

fn is_ranked(hits: &[Hit], index: &Index) -> bool {
    let sound = |hit: &Hit| hit.document < index.documents.len() && hit.score.is_finite() && hit.score > 0.0;
    let ordered = |pair: &[Hit]| {
        let [one, other] = pair else { return true };
        one.score > other.score || one.score == other.score && one.document < other.document
    };
    hits.iter().all(sound) && hits.windows(2).all(ordered)
}

proptest! {
    #[test]
    fn any_query_of_any_documents_gives_a_ranking(documents in documents(), query in texts(), most in 0..9_usize) {
        let index = build(&documents);
        let hits = search(&index, &query, most);
        prop_assert!(hits.len() <= most && is_ranked(&hits, &index), "{hits:?}");
        prop_assert_eq!(search(&index, &query, 99).iter().take(most).copied().collect::<Vec<_>>(), hits);
    }

    #[test]
    fn every_word_of_a_title_finds_its_document(documents in documents()) {
        let index = build(&documents);
        for (place, document) in documents.iter().enumerate() {
            for word in words(&document.title) {
                let hits = search(&index, &word, documents.len());
                prop_assert!(hits.iter().any(|hit| hit.document == place), "{word}: {hits:?}");
            }
        }
    }

    #[test]
    fn a_whole_title_finds_its_document(documents in documents()) {
        let index = build(&documents);
        for (place, document) in documents.iter().enumerate() {
            let hits = search(&index, &document.title, documents.len());
            let found = hits.iter().any(|hit| hit.document == place);
            prop_assert!(found || words(&document.title).next().is_none(), "{hits:?}");
        }
    }

    #[test]
    fn any_index_may_be_searched(index in damaged(), query in texts()) {
        prop_assert!(is_ranked(&search(&index, &query, 9), &index));
    }

    #[test]
    fn an_index_comes_back_from_its_json(documents in documents()) {
        let index = build(&documents);
        let json = serde_json::to_string(&index).unwrap();
        prop_assert_eq!(serde_json::from_str::<Index>(&json).unwrap(), index);
    }

    #[test]
    fn an_index_holds_each_stem_once_and_in_order(documents in documents()) {
        let index = build(&documents);
        prop_assert!(index.stems.is_sorted_by(|one, other| one < other));
        prop_assert_eq!(index.stems.len(), index.postings.len());
        for packed in &index.postings {
            let places: Vec<usize> = postings(packed).map(|posting| posting.document).collect();
            prop_assert!(!places.is_empty() && places.is_sorted_by(|one, other| one < other));
        }
    }

    #[test]
    fn words_read_again_are_the_same(text in texts()) {
        for word in words(&text) {
            prop_assert_eq!(words(&word).collect::<Vec<_>>(), [word.as_str()]);
            prop_assert!(!stem(&word).is_empty() && stem(&word).chars().count() <= word.chars().count());
        }
    }
}
