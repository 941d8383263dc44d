//! How an answer recognises its question after an edit.
//!
//! An option is known by its words, normalised: accents, capitals, punctuation and mark-up may be mended and options
//! reordered without losing an answer. Other words, or another number, make another option. The fingerprint of an item covers its
//! options and what each is worth; the case, the stem and the feedback may be rewritten freely.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Credit, Key, OptionKey, unaccented};

/// The key of an option, from its words: 8 hexadecimal digits of a 32-bit FNV-1a hash.
pub fn option_key(text: &str) -> OptionKey {
    let hash = fnv1a(normalised(text).as_bytes());
    OptionKey::new(format!("{:08x}", (hash >> 32) as u32 ^ hash as u32))
}

/// The identity of a bank: 16 hexadecimal digits that change when any of its items does.
pub fn bank_fingerprint(bank: &[super::Item]) -> String {
    let mut items: Vec<String> = bank.iter().map(|item| format!("{} {}", item.id, item.fingerprint)).collect();
    items.sort_unstable();
    format!("{:016x}", fnv1a(items.join("\n").as_bytes()))
}

/// The identity of an item's key and options: 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(Box<str>);

impl Fingerprint {
    pub fn new(fingerprint: impl Into<Box<str>>) -> Self {
        Self(fingerprint.into())
    }

    /// Options are sorted first, except steps, whose order is the key itself.
    pub fn of(key: &Key) -> Self {
        Self(format!("{:016x}", fnv1a(canonical(key).as_bytes())).into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn canonical(key: &Key) -> String {
    match key {
        Key::Single(options) => format!("unica {}", credits(options)),
        Key::Multiple { options, choose } => format!("multiple {choose} {}", credits(options)),
        Key::Order(steps) => format!("ordenar {}", steps.iter().map(OptionKey::as_str).collect::<Vec<_>>().join(" ")),
        Key::Sort { targets, rows } => {
            let targets = targets.iter().map(ToString::to_string).collect();
            let rows =
                rows.iter().map(|(row, credits)| format!("{row}={}", sorted(credits.iter().map(pair).collect())));
            format!("repartir {} {}", sorted(targets), sorted(rows.collect()))
        }
        Key::Rate { points, rows } => {
            format!("valorar {points} {}", sorted(rows.iter().map(|(row, value)| format!("{row}={value}")).collect()))
        }
    }
}

fn credits(options: &[(OptionKey, Credit)]) -> String {
    let option = |(key, credit): &(OptionKey, Credit)| match credit {
        Credit::Same(credit) => format!("{key}={}", thousandths(*credit)),
        Credit::PerCompetency(credits) => format!("{key}={}", sorted(credits.iter().map(pair).collect())),
    };
    sorted(options.iter().map(option).collect())
}

fn pair<K: fmt::Display>((key, credit): &(K, f64)) -> String {
    format!("{key}:{}", thousandths(*credit))
}

/// Credits have at most three decimals.
fn thousandths(credit: f64) -> i64 {
    (credit * 1000.0).round() as i64
}

fn sorted(mut parts: Vec<String>) -> String {
    parts.sort_unstable();
    parts.join(",")
}

/// Letters and digits in lower case without their accents, and the signs that make another number of one; everything
/// else separates words. `ñ` stays a letter. Accents are expected in one piece with their letters.
fn normalised(text: &str) -> String {
    let characters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut words = String::with_capacity(text.len());
    for (at, c) in characters.iter().enumerate() {
        match c {
            c if c.is_alphanumeric() => words.push(unaccented(*c)),
            c => words.push_str(sign(*c, &characters[..at], &characters[at + 1..])),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stays of a sign between what stands before and after it: a blank, unless it changes the meaning.
fn sign(sign: char, before: &[char], after: &[char]) -> &'static str {
    let in_number = |c: &char| c.is_numeric();
    match sign {
        '%' => " % ",
        '+' => " + ",
        '<' => " < ",
        '>' => " > ",
        '≤' => " ≤ ",
        '≥' => " ≥ ",
        '−' => MINUS,
        '-' | '–' if after.first().is_some_and(in_number) && opens(before) => MINUS,
        '.' | ',' if before.last().is_some_and(in_number) && is_decimal(before, after) => ".",
        _ => " ",
    }
}

const MINUS: &str = " − ";

/// A hyphen joins words and a dash opens an aside; before a number that nothing touches, either is a minus.
fn opens(before: &[char]) -> bool {
    before.last().is_none_or(|c| c.is_whitespace() || "(«\"“¿¡".contains(*c))
}

/// 1,5 and 1.5 are one number. 1.500 is the 1 500 of those who put a blank there, and 0.125 is not.
fn is_decimal(before: &[char], after: &[char]) -> bool {
    let whole = before.iter().rev().take_while(|c| c.is_numeric()).collect::<Vec<_>>();
    let decimals = after.iter().take_while(|c| c.is_numeric()).count();
    decimals > 0 && (decimals != 3 || whole == [&'0'])
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo). It identifies; it does not protect.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: [(&str, &str); 9] = [
        ("Pasar 200 € de un anuncio a otro", "b42319c5"),
        ("Pausar todo, avisar al comité a las 8:05 y pedir a CM que reúna las preguntas de la zona", "425c08f8"),
        ("«¿Dónde busca vinos nuevos quien prepara la carta de un bar?»", "aaf12631"),
        ("«Regar de noche es un error enorme, y lo explico: sale más hongo».", "111811d7"),
        ("Añadir «ruido nocturno» a la lista de motivos de consulta", "6b798f5a"),
        ("Encargar el perfil a una agencia con los 400 € mensuales y valorar su trabajo según los seguidores conseguidos.", "ee91378b"),
        ("SMM", "deae62e9"),
        ("Anécdota", "835c1ae4"),
        ("«Según la contabilidad, el 81 % de lo facturado este año viene de bares y restaurantes»", "73a5de88"),
    ];

    fn single(options: &[(&str, f64)]) -> Key {
        Key::Single(options.iter().map(|(text, credit)| (option_key(text), Credit::Same(*credit))).collect())
    }

    #[test]
    fn fnv1a_agrees_with_its_published_vectors() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_mended_accent_keeps_the_option_and_another_word_does_not() {
        assert_eq!(option_key("Abrir el perfil mañana."), option_key("abrir el **pérfil** mañana"));
        assert_ne!(option_key("Abrir el perfil mañana"), option_key("Abrir el perfil hoy"));
        assert_ne!(option_key("Celebrar el año"), option_key("Celebrar el ano"));
    }

    #[test]
    fn signs_that_change_a_number_make_another_option() {
        let texts = ["Subir 5", "Subir 5 %", "Subir +5 %", "Subir −5 %", "Subir < 5 %", "Subir >5%", "Subir 0,5", "Subir 0 5"];
        let keys: std::collections::HashSet<OptionKey> = texts.into_iter().map(option_key).collect();
        assert_eq!(keys.len(), texts.len());
        for (one, same) in [
            ("Subir −5 %", "Subir -5%"),
            ("Pasar a 1,5 horas.", "Pasar a 1.5 horas"),
            ("Ganar 1.500 €", "Ganar 1 500 €"),
            ("De 19:00–20:00, en 2026-2027", "De 19 00 20 00 en 2026 2027"),
            ("Sin fecha - y sin plan -, 3.", "Sin fecha y sin plan 3"),
        ] {
            assert_eq!(option_key(one), option_key(same), "{one}");
        }
        assert_ne!(option_key("0,125"), option_key("0 125"));
    }

    /// Answers are stored under these keys: they hold for ever.
    #[test]
    fn keys_do_not_change() {
        for (text, key) in GOLDEN {
            assert_eq!(option_key(text).as_str(), key, "{text}");
        }
    }

    #[test]
    fn order_of_options_does_not_matter_and_credits_do() {
        let key = single(&[("uno", 1.0), ("dos", 0.4)]);
        assert_eq!(Fingerprint::of(&key), Fingerprint::of(&single(&[("dos", 0.4), ("uno", 1.0)])));
        assert_ne!(Fingerprint::of(&key), Fingerprint::of(&single(&[("uno", 1.0), ("dos", 0.5)])));
        assert_ne!(Fingerprint::of(&key), Fingerprint::of(&single(&[("uno", 1.0), ("tres", 0.4)])));
    }

    #[test]
    fn order_of_steps_is_the_key() {
        let steps = |texts: &[&str]| Key::Order(texts.iter().map(|text| option_key(text)).collect());
        assert_ne!(Fingerprint::of(&steps(&["uno", "dos"])), Fingerprint::of(&steps(&["dos", "uno"])));
    }
}
