//! How easy a Spanish text is to read.
//!
//! The index is Szigriszt-Pazos's perspicuity, P = 206.835 − 62.3·S/P − P/F (Szigriszt Pazos, 1993, *Sistemas predictivos de
//! legibilidad del mensaje escrito*), with the bands of the INFLESZ scale (Barrio-Cantalejo and others, 2008, *Anales del
//! Sistema Sanitario de Navarra*, 31(2)): under 40 very hard, to 55 somewhat hard, to 65 normal, to 80 fairly easy, above
//! that very easy.

/// From about 0, very hard, to about 100, very easy. `None` for a text without words.
pub fn perspicuity(text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let ends = |piece: &&str| piece.chars().any(char::is_alphanumeric);
    let sentences = text.split(['.', '!', '?', '…', ';', ':', '\n']).filter(ends).count();
    let (words, syllables, sentences) = (words.len() as f64, syllables as f64, sentences.max(1) as f64);
    (words > 0.0).then(|| 206.835 - 62.3 * syllables / words - words / sentences)
}

/// The name of its band.
pub fn band(perspicuity: f64) -> &'static str {
    match perspicuity {
        p if p < 40.0 => "muy difícil",
        p if p < 55.0 => "algo difícil",
        p if p < 65.0 => "normal",
        p if p < 80.0 => "bastante fácil",
        _ => "muy fácil",
    }
}

/// The syllables of a word: one for each vowel or group of vowels that are said together. Two strong vowels, or a
/// stressed weak one beside a strong one, are apart. A number counts as three, about what it takes to say it.
pub fn syllables(word: &str) -> usize {
    if word.chars().all(|c| c.is_ascii_digit()) {
        return 3;
    }
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let mut n = 0;
    let mut last: Option<char> = None;
    for (at, c) in letters.iter().enumerate() {
        if !is_vowel(&letters, at) {
            last = None;
            continue;
        }
        n += usize::from(last.is_none_or(|last| is_apart(last, *c)));
        last = Some(*c);
    }
    n.max(1)
}

/// A vowel that is said: `u` is silent in `que`, `qui`, `gue` and `gui`, and `y` is one at the end.
fn is_vowel(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| letters[before]);
    let after = letters.get(at + 1);
    match letters[at] {
        'u' => !(matches!(before, Some('q' | 'g')) && matches!(after, Some('e' | 'i' | 'é' | 'í'))),
        'y' => after.is_none(),
        c => "aeioáéíóúü".contains(c),
    }
}

fn is_apart(one: char, other: char) -> bool {
    let strong = |c: char| "aeoáéó".contains(c);
    let stressed_weak = |c: char| "íú".contains(c);
    (strong(one) && strong(other)) || stressed_weak(one) || stressed_weak(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_of_spanish() {
        for (word, n) in [
            ("casa", 2), ("comunidad", 4), ("guía", 2), ("que", 1), ("ciudad", 2), ("país", 2), ("teatro", 3),
            ("aéreo", 4), ("pingüino", 3), ("hoy", 1), ("Y", 1), ("publicación", 4), ("1200", 3), ("sms", 1),
        ] {
            assert_eq!(syllables(word), n, "{word}");
        }
    }

    #[test]
    fn short_words_and_sentences_are_easier() {
        let easy = perspicuity("El mar es azul. Hay sol. Voy a pie.").unwrap();
        let hard = perspicuity("La institucionalización de procedimientos multidisciplinares imposibilita responsabilidades individualizadas").unwrap();
        assert!(easy > 80.0 && hard < 40.0, "{easy} {hard}");
        assert_eq!(perspicuity("…"), None);
        assert_eq!((band(easy), band(hard)), ("muy fácil", "muy difícil"));
    }
}
