//! From a title to what files call it.

use timon_y_voz::course::unaccented;

/// The first of `prefix1`, `prefix2`… that nobody has.
pub fn fresh(prefix: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (1..).map(|n| format!("{prefix}{n}")).find(|id| !taken(id));
    numbered.unwrap_or_else(|| prefix.to_owned())
}

/// A title as an id: `La encuesta del día` becomes `la-encuesta-del-dia`.
pub fn slug(title: &str) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|c| match unaccented(c) {
            'ñ' => 'n',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join("-");
    if words.is_empty() { "caso".into() } else { words }
}

/// A title on one line, with single spaces and nothing that cannot be seen in a terminal.
pub fn spaced(title: &str) -> String {
    title
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A title as a TOML string, with its quotes.
pub fn quoted(title: &str) -> String {
    toml::Value::String(title.to_owned()).to_string()
}

/// A title as the words of a heading, whatever Markdown would make of its signs.
pub fn escaped(title: &str) -> String {
    let mut written = String::new();
    for c in title.chars() {
        // Escaped or not, `{#` and `{.` look like an id or a class to the check.
        if "#.".contains(c) && written.ends_with('{') {
            written.push(' ');
        }
        // Most titles exclaim or have two parts without being alerts or addresses: these mean something only there.
        let marks = match c {
            '!' | '^' => written.ends_with('['),
            ':' => written.ends_with("http") || written.ends_with("https"),
            _ => r"\`*_{}[]<>#~&".contains(c),
        };
        if marks {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_ids() {
        assert_eq!(slug("La encuesta del día: ¿sí o no?"), "la-encuesta-del-dia-si-o-no");
        assert_eq!(slug("¿…?"), "caso");
        assert_eq!(fresh("m02-l", |id| ["m02-l1", "m02-l2"].contains(&id)), "m02-l3");
    }

    #[test]
    fn only_what_markdown_would_read_is_escaped() {
        for (title, written) in [
            ("¡Sí! La «encuesta», 2.ª parte: A|B (50 %)", "¡Sí! La «encuesta», 2.ª parte: A|B (50 %)"),
            (r"Ruta C:\datos", r"Ruta C:\\datos"),
            ("Uso de <b> y [^1]", r"Uso de \<b\> y \[\^1\]"),
            ("Los tiempos: https://a.es", r"Los tiempos: https\://a.es"),
            ("{#id .unica}", r"\{ \#id .unica\}"),
        ] {
            assert_eq!(escaped(title), written);
        }
    }
}
