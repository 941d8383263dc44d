//! The items one by one: a table of them all, and the options of each folded below.

use super::{cell, charts};
use crate::assess::Certainty;
use crate::assess::analysis::{ItemFigures, OptionFigures, Spread};
use crate::exchange::sentences;
use crate::ui::parts::escape;
use crate::ui::parts::format::decimal;
use crate::ui::taller::numbers::{fixed_or_dash, percent};

pub fn table(items: &[ItemFigures]) -> String {
    let rows: String = items.iter().enumerate().map(|(place, item)| row(place, item)).collect();
    let details: String = items.iter().enumerate().map(|(place, item)| details(place, item)).collect();
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"items\"><h2 id=\"items\">Las preguntas</h2>\
         <p class=\"medida\">Facilidad: el crédito medio, de 0 a 1. Discriminación: cuánto coincide acertarla con acertar el resto, de −1 a 1; \
         desde 0,20 está bien, y por debajo de 0 algo falla.</p>\
         <div class=\"desborda\" role=\"region\" aria-labelledby=\"items\" tabindex=\"0\"><table class=\"cuadro items\"><thead><tr><th scope=\"col\">N.º</th>\
         <th scope=\"col\">Pregunta</th><th scope=\"col\">Personas</th><th scope=\"col\">Facilidad</th><th scope=\"col\">Discriminación</th>\
         <th scope=\"col\">Reparto de respuestas</th></tr></thead><tbody>{rows}</tbody></table></div>{details}</section>"
    )
}

fn row(place: usize, item: &ItemFigures) -> String {
    format!(
        "<tr><td class=\"p\">{}</td><th scope=\"row\"><a href=\"#item-{place}\">{}</a></th><td class=\"p\">{}</td><td class=\"p\">{}</td><td class=\"p\">{}</td><td>{}</td></tr>",
        place + 1,
        escape(&item.name),
        item.people,
        fixed_or_dash(item.facility, 2),
        fixed_or_dash(item.item_rest, 2),
        charts::shares(item)
    )
}

/// Everything else that is known of an item. Open when there is something to look at.
fn details(place: usize, item: &ItemFigures) -> String {
    let open = if item.findings.is_empty() { "" } else { " open" };
    let findings: String =
        item.findings.iter().map(|finding| format!("<li>{}</li>", escape(&sentences::finding(finding)))).collect();
    let findings = if findings.is_empty() { findings } else { format!("<ul class=\"senales-item\">{findings}</ul>") };
    format!(
        "<details class=\"item\" id=\"item-{place}\"{open}><summary>{}. {}</summary>{findings}\
         <div class=\"item-cuerpo\">{}{}</div>{}</details>",
        place + 1,
        escape(&item.name),
        charts::curves(item),
        options(item),
        others(item)
    )
}

fn options(item: &ItemFigures) -> String {
    if item.options.is_empty() {
        return String::new();
    }
    let groups: String = (1..=item.group_sizes.len()).map(|n| format!("<th scope=\"col\">Grupo {n}</th>")).collect();
    let row = |option: &OptionFigures| {
        let curve: String =
            option.curve.iter().map(|share| format!("<td class=\"p\">{}</td>", share_or_dash(*share))).collect();
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"p\">{}</td><td class=\"p\">{}</td><td class=\"p\">{}</td><td class=\"p\">{}</td>{curve}</tr>",
            escape(label(option)),
            decimal(option.mark.credit),
            option.chosen,
            percent(option.share),
            fixed_or_dash(option.rest_correlation, 2),
        )
    };
    let sizes: String = item.group_sizes.iter().map(|size| format!("<td class=\"p\">{size}</td>")).collect();
    format!(
        "<div class=\"desborda\" role=\"region\" aria-label=\"Opciones de {0}\" tabindex=\"0\"><table class=\"cuadro\"><caption>Quién elige cada opción. Los grupos van de quienes peor responden al resto a quienes mejor.</caption>\
         <thead><tr><th scope=\"col\">Opción</th><th scope=\"col\">Crédito</th><th scope=\"col\">La eligen</th><th scope=\"col\">Proporción</th><th scope=\"col\">Con el resto</th>{groups}</tr></thead>\
         <tbody>{1}</tbody><tfoot><tr><th scope=\"row\">Personas</th><td></td><td></td><td></td><td></td>{sizes}</tr></tfoot></table></div>",
        attribute(&item.name),
        item.options.iter().map(row).collect::<String>()
    )
}

fn share_or_dash(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), percent)
}

/// What an option is called here.
pub fn label(option: &OptionFigures) -> &str {
    if option.mark.label.is_empty() { "(en blanco)" } else { &option.mark.label }
}

pub fn attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}

/// Times, certainty and what would be of the set without it.
fn others(item: &ItemFigures) -> String {
    let mut rows = vec![("Consistencia del conjunto sin ella", fixed_or_dash(item.alpha_without, 2))];
    if let Some(Spread { low, median, high }) = item.seconds {
        rows.push(("Segundos: mediana, y la mitad central", format!("{median:.0}, de {low:.0} a {high:.0}")));
    }
    for (level, people, credit) in &item.certainty {
        let name = match level {
            Certainty::Low => "Crédito medio con poca seguridad",
            Certainty::Middle => "Crédito medio con bastante seguridad",
            Certainty::High => "Crédito medio con mucha seguridad",
        };
        rows.push((name, format!("{} ({people})", decimal(*credit))));
    }
    let rows: String =
        rows.iter().map(|(name, value)| format!("<tr><th scope=\"row\">{name}</th>{}</tr>", cell(value))).collect();
    format!("<table class=\"cuadro otras\"><tbody>{rows}</tbody></table>")
}
