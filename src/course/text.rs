//! Text that is ready to show.

use serde::{Deserialize, Serialize};

/// HTML made from Markdown by `parse`, the only maker: raw HTML is refused there, so it can be inserted as it is.
///
/// Links to other pages of the course and images are root-relative (`/glosario/#alcance`). [`Html::under`] puts
/// them below the path where the site is served.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Wraps HTML that comes from the course's own Markdown.
    pub fn trusted(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same text with its root-relative links below `base`, a path that begins and ends with `/`.
    /// Only tags are touched: the renderer leaves no `<` in words and no `>` in attributes, and the words of an author
    /// may well speak of `href="/"`.
    pub fn under(&self, base: &str) -> String {
        let mut moved = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((words, tag, after)) = next_tag(rest) {
            moved.push_str(words);
            moved.push_str(
                &tag.replace(" href=\"/", &format!(" href=\"{base}")).replace(" src=\"/", &format!(" src=\"{base}")),
            );
            rest = after;
        }
        moved + rest
    }

    /// The words alone, for titles, labels and comparisons.
    pub fn plain(&self) -> String {
        plain(&self.0)
    }
}

/// The words before the next tag, the tag and what follows it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let start = html.find('<')?;
    let end = start + html[start..].find('>')? + 1;
    Some((&html[..start], &html[start..end], &html[end..]))
}

/// A lower-case letter without its accent, when both come in one piece. `ñ` is a letter of its own, and stays.
pub fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        letter => letter,
    }
}

/// Strips tags and decodes the entities that the renderer writes.
pub fn plain(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut inside_tag = false;
    for c in html.chars() {
        match c {
            '<' => inside_tag = true,
            '>' if inside_tag => inside_tag = false,
            _ if !inside_tag => words.push(c),
            _ => {}
        }
    }
    let decoded = words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_move_below_the_base_and_words_do_not() {
        let html = Html::trusted(r#"<a href="/glosario/#alcance">href="/x"</a> <img src="/img/a.svg" alt="a > b">"#);
        assert_eq!(
            html.under("/curso/"),
            r#"<a href="/curso/glosario/#alcance">href="/x"</a> <img src="/curso/img/a.svg" alt="a > b">"#
        );
        for kept in [r#"<a href="https://a.example/">b</a>"#, r#"<code>&lt;a href="/x/"&gt;</code>"#, r#"src="/x < 3"#]
        {
            assert_eq!(Html::trusted(kept).under("/curso/"), kept);
        }
    }

    #[test]
    fn plain_keeps_the_words_only() {
        assert_eq!(plain("<p>Uno &amp; <em>dos</em>\n tres &lt;b&gt;</p>"), "Uno & dos tres <b>");
    }
}
