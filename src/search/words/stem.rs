//! The stem of a Spanish word: what its forms have in common.
//!
//! After the Spanish stemmer of Snowball (Porter, snowballstem.org/algorithms/spanish/stemmer.html): pronouns go, then
//! the longest ending of a table, then what the ending leaves bare. It differs in four things:
//!
//! - It takes words without accents, because people search without them.
//! - A short root keeps the vowel that tells it from another («casa», «caso»; «marca», «marco»), where Snowball
//!   has regions R1, R2 and RV. So «marcar» and «marcan» go with «marca».
//! - Before e and i a sound is written otherwise, and the root is spelt as before a: «voces», «voz»; «publique»,
//!   «publica».
//! - Of the endings that make one word of another, only -ación, -ición, -miento and -mente go: «moderación» is
//!   «moderar», but «objetivo» is not «objeto» nor «comunidad», «común».
//!
//! A form of «vosotros» keeps its ending; a root that changes in the middle keeps its change («mide», «medir»); and
//! without its accent «marcó» is «marco».

/// Letters of a root that is told apart without its vowel.
const LONG: usize = 5;

/// Letters of the shortest stem, and of the shortest that takes two endings to reach: «moder-a» has one.
const SHORTEST: usize = 3;
const SHORTEST_INNER: usize = 4;

/// An ending, and the vowel that a short root keeps of it.
type Ending = (&'static str, &'static str);

/// The longest first. What loses -en, -er, -es, -is or -us loses as much in the plural: «imágenes», «líderes».
const ENDINGS: [Ending; 45] = [
    ("imientos", ""),
    ("amientos", "a"),
    ("imiento", ""),
    ("amiento", "a"),
    ("iciones", ""),
    ("aciones", "a"),
    ("ereses", ""),
    ("icion", ""),
    ("acion", "a"),
    ("iendo", ""),
    ("yendo", ""),
    ("ieron", ""),
    ("yeron", ""),
    ("ando", "a"),
    ("aron", "a"),
    ("aban", "a"),
    ("abas", "a"),
    ("amos", "a"),
    ("emos", ""),
    ("ados", "a"),
    ("adas", "a"),
    ("idos", ""),
    ("idas", ""),
    ("enes", ""),
    ("eres", ""),
    ("eses", ""),
    ("ises", "i"),
    ("uses", "u"),
    ("aba", "a"),
    ("ado", "a"),
    ("ada", "a"),
    ("ido", ""),
    ("ida", ""),
    ("ar", "a"),
    ("er", ""),
    ("ir", ""),
    ("os", "o"),
    ("as", "a"),
    ("an", "a"),
    ("en", ""),
    ("es", ""),
    ("o", "o"),
    ("a", "a"),
    ("e", ""),
    ("s", ""),
];

/// What an ending may leave bare: «publicar-á», «lugar-es», «relacion-ar».
const INNER: [Ending; 5] = [("icion", ""), ("acion", "a"), ("ar", "a"), ("er", ""), ("ir", "")];

/// What pronouns come after: «hacer-lo», «preguntando-le».
const BEFORE_PRONOUNS: [Ending; 5] = [("iendo", ""), ("ando", "a"), ("ar", "a"), ("er", ""), ("ir", "")];

const PRONOUNS: [&str; 7] = ["las", "les", "los", "la", "le", "lo", "se"];

/// The stem of one of [`super::words`]. It need not be a word, and it is never empty unless the word is.
pub fn stem(word: &str) -> String {
    let word = without_pronoun(word);
    let word = word.strip_suffix("mente").filter(|rest| rest.chars().count() >= LONG).unwrap_or(word);
    let mut stem = without(&ENDINGS, word, SHORTEST).unwrap_or_else(|| word.to_owned());
    while let Some(shorter) = without(&INNER, &stem, SHORTEST_INNER) {
        stem = shorter;
    }
    // «anunci-o», «anunci-ar», «respondi-o».
    if stem.ends_with('i') && stem.chars().count() >= LONG {
        stem.pop();
    }
    stem
}

fn without_pronoun(word: &str) -> &str {
    let bare = PRONOUNS.iter().find_map(|pronoun| word.strip_suffix(pronoun));
    bare.filter(|verb| without(&BEFORE_PRONOUNS, verb, SHORTEST).is_some()).unwrap_or(word)
}

/// The word without the first ending that leaves enough of it.
fn without(endings: &[Ending], word: &str, shortest: usize) -> Option<String> {
    let stem = |(ending, vowel): &Ending| {
        let root = word.strip_suffix(ending)?;
        let is_root = root.contains(['a', 'e', 'i', 'o', 'u']) && root.chars().count() + vowel.len() >= shortest;
        is_root.then(|| finished(root, ending, vowel))
    };
    endings.iter().find_map(stem)
}

/// A root as a stem: with the vowel that it needs, or spelt as before a.
fn finished(root: &str, ending: &str, vowel: &str) -> String {
    match vowel {
        "a" | "o" if root.chars().count() >= LONG => root.to_owned(),
        "" if ending != "s" => as_before_a(root),
        vowel => format!("{root}{vowel}"),
    }
}

/// A root that stood before e or i, spelt as before a.
fn as_before_a(root: &str) -> String {
    for (before_e, before_a) in [("qu", "c"), ("gu", "g"), ("uy", "u"), ("c", "z")] {
        if let Some(rest) = root.strip_suffix(before_e) {
            return format!("{rest}{before_a}");
        }
    }
    root.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).map(|word| stem(&word)).collect()
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "crisis Crisis",
            "análisis analisis",
            "decisión decisiones",
            "publicar publica publicó publicando publicación publicaciones publique publicado publicarlo publicará",
            "moderar moderación moderaciones modera moderando moderado moderarlos",
            "métrica métricas metrica",
            "comunidad comunidades",
            "responder responde responden respondió respondiendo responderá responderle",
            "niño niños",
            "objetivo objetivos",
            "difícil difíciles difícilmente",
            "red redes",
            "voz voces",
            "país países",
            "imagen imágenes",
            "interés intereses",
            "líder líderes",
            "autobús autobuses",
            "último última últimos últimamente",
            "anuncio anuncios anunciar anuncia",
            "incluir incluye incluyen incluyendo incluyeron",
            "ofrecer ofrece ofrecen ofrecido",
            "analizar analiza analice analicen",
            "lanzar lanza lanzamiento lanzando",
            "usar usa usan usando usado usarlo",
            "primer primera primeros",
            "relación relacionar relaciones",
            "post posts",
            "emoji emojis",
            "manager managers",
        ] {
            let stems = stems(forms);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (one, other) in [
            ("casa", "caso"),
            ("casas", "casos"),
            ("marca", "marco"),
            ("marcas", "marcos"),
            ("objetivo", "objeto"),
            ("comunidad", "común"),
            ("comunidad", "comunicar"),
            ("plan", "plano"),
            ("plaza", "plazo"),
            ("venta", "ventana"),
            ("orgánico", "organización"),
            ("medio", "medir"),
            ("tarea", "tarde"),
            ("indicador", "indicar"),
            ("año", "ano"),
            ("seis", "según"),
        ] {
            assert_ne!(stems(one), stems(other), "{one}, {other}");
        }
    }

    #[test]
    fn names_figures_and_acronyms_stay() {
        for word in ["seo", "smm", "b2b", "2026", "ia", "a", "s", "es", "ñ", "漢字"] {
            assert_eq!(stem(word), word);
        }
        assert_eq!(stem(""), "");
    }

    /// The first that fits is taken: a longer one after it would never be.
    #[test]
    fn no_ending_hides_another() {
        for endings in [&ENDINGS[..], &INNER, &BEFORE_PRONOUNS] {
            for (place, (ending, _)) in endings.iter().enumerate() {
                assert!(endings[..place].iter().all(|(before, _)| !ending.ends_with(before)), "{ending}");
            }
        }
    }
}
