//! From a text to the words that it is found by.

mod stem;

pub use stem::stem;

/// Words that every text has and nobody looks for, in alphabetical order: articles, prepositions, conjunctions, pronouns
/// and the commonest forms of «haber» and «ser». Without accents, as they are compared.
const EMPTY: [&str; 66] = [
    "a", "al", "algo", "ante", "aquel", "aun", "como", "con", "cual", "cuando", "de", "del", "desde", "donde", "e",
    "el", "ella", "ellas", "ellos", "en", "entre", "era", "es", "esa", "ese", "eso", "esta", "este", "esto", "ha",
    "hasta", "hay", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi", "ni", "o", "para", "pero", "por",
    "porque", "pues", "que", "se", "ser", "si", "sin", "sobre", "son", "su", "sus", "te", "tu", "u", "un", "una",
    "uno", "y", "ya", "yo",
];

/// The words of a text in their order: in lower case, without accents (`ñ` stays a letter), with figures, and without
/// those that every text has.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    all_words(text).filter(|word| EMPTY.binary_search(&word.as_str()).is_err())
}

/// The same, with those that every text has.
pub(super) fn all_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !is_silent(c)).map(folded).filter(|word| !word.is_empty())
}

/// Lower case without accents, whether they come in one piece with their letters or after them.
fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' => folded.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => folded.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => folded.push('u'),
            'ç' => folded.push('c'),
            TILDE if folded.ends_with('n') => {
                folded.pop();
                folded.push('ñ');
            }
            c if is_silent(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

const TILDE: char = '\u{303}';

/// Marks that go over the letter before them, and the hyphen that only shows at the end of a line: neither ends a word.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        words(text).collect()
    }

    #[test]
    fn words_lose_capitals_accents_and_signs() {
        assert_eq!(read("«¿Moderación, MÉTRICAS y pingüinos?»"), ["moderacion", "metricas", "pinguinos"]);
        assert_eq!(read("Año 2026: 24/7, un 52 %"), ["año", "2026", "24", "7", "52"]);
        assert_eq!(read("Para el *community manager*"), ["community", "manager"]);
    }

    #[test]
    fn accents_apart_from_their_letters_are_the_same() {
        assert_eq!(read("man\u{303}ana deci\u{ad}sio\u{301}n MAN\u{303}ANA"), ["mañana", "decision", "mañana"]);
    }

    #[test]
    fn a_text_may_have_no_words() {
        for empty in ["", "  ", "¿?", "de la que", "\u{301}", "\u{ad}"] {
            assert_eq!(read(empty), [""; 0], "{empty}");
        }
    }

    #[test]
    fn empty_words_are_in_order_and_as_they_are_compared() {
        assert!(EMPTY.is_sorted());
        for word in EMPTY {
            assert_eq!(folded(word), word);
        }
    }
}
