//! How an answer recognises its question after an edit.
//!
//! An option is known by its words, normalised: accents, capitals, punctuation and mark-up may be mended and options
//! reordered without losing an answer. Other words make another option. The fingerprint of an item covers its
//! options and what each is worth; the case, the stem and the feedback may be rewritten freely.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Credit, Key, OptionKey};

/// The key of an option, from its words: 8 hexadecimal digits of a 32-bit FNV-1a hash.
pub fn option_key(text: &str) -> OptionKey {
    let hash = fnv1a(normalised(text).as_bytes());
    OptionKey::new(format!("{:08x}", (hash >> 32) as u32 ^ hash as u32))
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

/// Letters and digits in lower case without their accents; everything else separates words. `ñ` stays a letter.
fn normalised(text: &str) -> String {
    let letters: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo). It identifies; it does not protect.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

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
