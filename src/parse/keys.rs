//! The identity of options, whatever the bytes their letters are written with.

use unicode_normalization::UnicodeNormalization;

use crate::course::{OptionKey, option_key};

/// Text with each accent in one piece with its letter. Some systems write it apart: `n` and `~`, two characters.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The key of an option, from its words as they are in the file.
pub fn key_of(text: &str) -> OptionKey {
    option_key(&composed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_written_apart_are_the_same_letters() {
        let apart = "Lo vera\u{301}n man\u{303}ana";
        assert_eq!(composed(apart), "Lo verán mañana");
        assert_eq!(key_of(apart), option_key("Lo verán mañana"));
        assert_ne!(option_key(apart), option_key("Lo verán mañana"), "the page does not pay for it");
        assert_ne!(key_of(apart), key_of("Lo verán manana"));
    }
}
