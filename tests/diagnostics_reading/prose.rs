use super::{course_with, lesson};
use timon_y_voz::course::{Block, Section, SectionKind};

fn sections(middle: &str) -> Vec<Section> {
    let blocks = lesson(middle).blocks;
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Section(section) => section,
            Block::Question(_) => panic!("a question"),
        })
        .collect()
}

/// The HTML of a text under one heading.
fn html(text: &str) -> String {
    sections(&format!("## La idea {{#idea}}\n\n{text}"))[1].body.as_str().to_string()
}

#[test]
fn links_become_addresses_of_the_site() {
    assert_eq!(html("[uno](l1.md#idea)"), "<p><a href=\"/lecciones/m01-l1/#idea\">uno</a></p>");
    assert_eq!(html("[uno](#idea)"), "<p><a href=\"/lecciones/m01-l1/#idea\">uno</a></p>");
    assert_eq!(html("[m](modulo.md)"), "<p><a href=\"/modulos/m01/\">m</a></p>");
    assert_eq!(html("[f](../../fuentes.md#S0-01)"), "<p><a href=\"/fuentes/#S0-01\">f</a></p>");
    assert_eq!(
        html("[a](../../acerca.md#metodo \"Título\")"),
        "<p><a href=\"/acerca/#metodo\" title=\"Título\">a</a></p>"
    );
    assert_eq!(html("[g](../../glosario.md)"), "<p><a href=\"/glosario/\">g</a></p>");
    assert_eq!(
        html("<https://a.example/?a=1&b=2>"),
        "<p><a href=\"https://a.example/?a=1&amp;b=2\" rel=\"external noopener noreferrer\">https://a.example/?a=1&amp;b=2</a></p>"
    );
    assert!(html("[x][1]\n\n[1]: https://a.example/").contains("href=\"https://a.example/\""));
    assert!(html("<ana@a.example>").contains("href=\"mailto:ana@a.example\""));
}

#[test]
fn links_move_below_a_base_and_the_words_of_the_author_do_not() {
    let section =
        &sections("## La idea {#idea}\n\nEscribe `<a href=\"/contacto/\">` o src=\"/x\" en [m](modulo.md).")[1];
    assert_eq!(
        section.body.under("/curso/"),
        "<p>Escribe <code>&lt;a href=\"/contacto/\"&gt;</code> o src=\"/x\" en <a href=\"/curso/modulos/m01/\">m</a>.</p>"
    );
}

#[test]
fn a_term_is_a_button_and_is_noted_once() {
    let section =
        &sections("## La idea {#idea}\n\n[tono](../../glosario.md#tono) y [*otro* tono](../../glosario.md#tono)")[1];
    assert!(
        section.body.as_str().starts_with(
            "<p><button type=\"button\" class=\"termino\" popovertarget=\"g-tono\">tono</button> y <button"
        )
    );
    assert_eq!(section.terms.len(), 1);
}

#[test]
fn tables_scroll_and_name_their_columns() {
    assert_eq!(
        html("| a | b |\n|:-:|---|\n| 1 | 2 |"),
        "<div class=\"desborda\" role=\"region\" aria-label=\"Tabla\" tabindex=\"0\"><table class=\"tabla\"><thead><tr><th scope=\"col\">a</th>\
         <th scope=\"col\">b</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table></div>"
    );
}

#[test]
fn the_five_alerts() {
    let all = [
        ("NOTE", "nota", "Nota"),
        ("TIP", "consejo", "Consejo"),
        ("IMPORTANT", "importante", "Importante"),
        ("WARNING", "cuidado", "Cuidado"),
        ("CAUTION", "peligro", "Peligro"),
    ];
    for (mark, class, name) in all {
        assert_eq!(
            html(&format!("> [!{mark}]\n> Texto.")),
            format!("<aside class=\"aviso {class}\"><p class=\"aviso-nombre\">{name}</p>\n<p>Texto.</p>\n</aside>")
        );
    }
}

#[test]
fn footnotes_are_numbered_through_the_lesson_and_written_where_they_are_first_called() {
    let sections = sections(
        "## Uno {#uno}\n\nA[^b] y B[^a] y otra vez A[^b].\n\n## Dos {#dos}\n\nC[^c] y A[^b].\n\n[^a]: Nota a.\n[^b]: Nota b.\n[^c]: Nota c.",
    );
    let (one, two) = (sections[1].body.as_str(), sections[2].body.as_str());
    assert!(one.starts_with(
        "<p>A<sup class=\"llamada\"><a id=\"llamada-b\" href=\"#nota-b\" aria-label=\"Nota 1\">1</a></sup> y B"
    ));
    assert!(one.contains("id=\"llamada-b-2\" href=\"#nota-b\""), "ids are never repeated");
    assert!(one.ends_with(
        "<ol class=\"notas\">\n<li id=\"nota-b\"><p>Nota b. <a href=\"#llamada-b\" aria-label=\"Volver al texto\">↩</a></p></li>\n\
         <li id=\"nota-a\"><p>Nota a. <a href=\"#llamada-a\" aria-label=\"Volver al texto\">↩</a></p></li>\n</ol>"
    ));
    assert!(two.contains("aria-label=\"Nota 3\">3</a>") && two.contains("<ol class=\"notas\" start=\"3\">"));
    assert!(!two.contains("id=\"nota-b\""));
}

#[test]
fn a_picture_alone_is_a_figure() {
    assert_eq!(
        html("![Una \"marca\"](../../img/marca.svg \"La marca\")"),
        "<figure class=\"lamina\"><img src=\"/img/marca.svg\" alt=\"Una &quot;marca&quot;\" width=\"40\" height=\"20\" loading=\"lazy\" \
         decoding=\"async\"><figcaption>La marca</figcaption></figure>"
    );
    assert!(html("![Una marca](../../img/marca.svg)").ends_with("decoding=\"async\"></figure>"));
    assert!(html("Con texto ![Una marca](../../img/marca.svg)").starts_with("<p>Con texto <img src"));
}

#[test]
fn quotes_and_dashes_stay_as_they_were_written_and_figures_stay_whole() {
    assert_eq!(html("\"así\" -- y 'así'... 62 %"), "<p>\"así\" -- y 'así'... 62\u{a0}%</p>");
    assert_eq!(html("1 \\< 2 & 3"), "<p>1 &lt; 2 &amp; 3</p>");
}

#[test]
fn sections_know_their_kind_level_and_address() {
    let middle =
        "## Uno {#uno}\n\nTexto.\n\n### Dentro, ¿no?\n\nTexto.\n\n## Depende de… {#depende .depende}\n\nTexto.";
    let found: Vec<_> =
        sections(middle).into_iter().map(|section| (section.kind, section.level, section.anchor)).collect();
    assert_eq!(found[1], (SectionKind::Prose, 2, "uno".to_string()));
    assert_eq!(found[2], (SectionKind::Prose, 3, "dentro-no".to_string()));
    assert_eq!(found[3], (SectionKind::Depends, 2, "depende".to_string()));
    assert_eq!(found[4].0, SectionKind::Takeaways);
}

#[test]
fn nothing_unsafe_leaves_the_parser() {
    let (course, diagnostics) = course_with(
        "## x {#x}\n\n<script>a</script>\n\n[a](javascript:b) <img src=x onerror=c> [d](data:text/html,e) ![f](//g)\n",
    );
    let shown = format!("{:?}", course.modules);
    for unsafe_part in ["<script", "javascript:", "onerror=c", "data:text", "src=\\\"//"] {
        assert!(!shown.contains(unsafe_part), "{unsafe_part}");
    }
    assert!(diagnostics.len() >= 5);
}
