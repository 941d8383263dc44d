//! Figures that a line must not break: `1200 €`, `62 %`, `45 000`.

/// The text with a blank at which no line breaks between a figure and what completes it: `€`, `%` or three digits more.
pub fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let completes = c == ' ' && bound.ends_with(|c: char| c.is_ascii_digit()) && is_completion(&text[at + 1..]);
        bound.push(if completes { '\u{a0}' } else { c });
    }
    bound
}

fn is_completion(rest: &str) -> bool {
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    rest.starts_with(['€', '%']) || digits == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stays_with_what_completes_it() {
        for (written, shown) in [
            ("cuesta 1200 € al mes", "cuesta 1200~€ al mes"),
            ("el 62 % de 45 000 personas", "el 62~% de 45~000 personas"),
            ("de 3 a 2026 y 12 años", "de 3 a 2026 y 12 años"),
            ("en 2026 %", "en 2026~%"),
            ("", ""),
        ] {
            assert_eq!(bound(written).replace('\u{a0}', "~"), shown);
        }
    }
}
