//! The report, as HTML: the set, what to look at, the items, the scales.

use super::{charts, items};
use crate::assess::analysis::{Analysis, ENOUGH_PEOPLE, Finding, ItemFigures, ScaleFigures};
use crate::exchange::sentences;
use crate::ui::parts::escape;
use crate::ui::parts::format::count;
use crate::ui::taller::numbers::{fixed, fixed_or_dash};

pub fn html(analysis: &Analysis) -> String {
    [set(analysis), to_look_at(&analysis.items), items::table(&analysis.items), scales(&analysis.scales)].concat()
}

fn set(analysis: &Analysis) -> String {
    let complete = match analysis.complete {
        n if n == analysis.people => String::new(),
        n => format!(" Las cifras del conjunto son de {}, quienes tienen todas las preguntas.", count(n, "persona")),
    };
    let rows: String = figures(analysis)
        .into_iter()
        .map(|(name, value, words)| {
            format!("<div><dt>{name}</dt><dd>{value}</dd><dd class=\"meta\">{words}</dd></div>")
        })
        .collect();
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"conjunto\"><h2 id=\"conjunto\">El conjunto</h2>\
         <p class=\"medida\">{}{complete}</p><dl class=\"cifras\">{rows}</dl>{}</section>",
        escape(&sentences::sample(analysis)),
        alpha_words(analysis)
    )
}

fn figures(analysis: &Analysis) -> Vec<(&'static str, String, String)> {
    let set = &analysis.set;
    // Of a handful of people the interval goes from nothing to everything.
    let interval = set.alpha_interval.filter(|_| analysis.people >= ENOUGH_PEOPLE);
    let interval = interval.map(|(low, high)| format!("{} a {}", fixed(low, 2), fixed(high, 2)));
    let alpha = format!(
        "Alfa de Cronbach: {}; intervalo del 95 %. Lambda 2 de Guttman: {}",
        fixed_or_dash(set.alpha, 2),
        fixed_or_dash(set.lambda_2, 2)
    );
    vec![
        ("Personas", analysis.people.to_string(), format!("{} cada una", count(set.items, "pregunta"))),
        (
            "Puntuación media",
            fixed_or_dash(set.mean, 1),
            format!("de {}; desviación típica {}", set.items, fixed_or_dash(set.variance.map(f64::sqrt), 2)),
        ),
        ("Consistencia", interval.unwrap_or_else(|| "–".into()), alpha),
        (
            "Error de medida",
            set.measurement_error.map_or_else(|| "–".into(), |error| format!("± {}", fixed(error, 2))),
            "créditos: lo que la puntuación de una persona varía por azar, en desviaciones típicas".into(),
        ),
    ]
}

/// What the reliability allows, for whoever does not read an alpha every day.
fn alpha_words(analysis: &Analysis) -> String {
    let interval = analysis.set.alpha_interval.filter(|_| analysis.people >= ENOUGH_PEOPLE);
    let Some((low, high)) = interval else { return String::new() };
    let words = if low >= 0.8 {
        "Las preguntas son bastante consistentes entre sí: la puntuación total ordena a las personas con cierta seguridad."
    } else if high < 0.5 {
        "Las preguntas son poco consistentes entre sí. En los casos de decisión es lo habitual, y por eso una diferencia de uno o dos créditos entre dos personas no dice nada."
    } else {
        "La puntuación total orienta, pero no basta para decidir entre personas con resultados parecidos."
    };
    format!("<p class=\"medida\">{words}</p>")
}

/// The items with something to look at, the gravest first.
fn to_look_at(items: &[ItemFigures]) -> String {
    let mut flagged: Vec<(usize, &ItemFigures)> =
        items.iter().enumerate().filter(|(_, item)| !item.findings.is_empty()).collect();
    flagged.sort_by_key(|(place, item)| (item.findings.first().map(gravity), *place));
    let line = |(place, item): &(usize, &ItemFigures)| {
        let sentences: String =
            item.findings.iter().map(|finding| format!("<li>{}</li>", escape(&sentences::finding(finding)))).collect();
        format!("<li><a href=\"#item-{place}\">{}</a><ul>{sentences}</ul></li>", escape(&item.name))
    };
    let list = match flagged.len() {
        0 => "<p>Ninguna pregunta llama la atención.</p>".to_owned(),
        _ => format!("<ol class=\"senales\">{}</ol>", flagged.iter().map(line).collect::<String>()),
    };
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"senales\"><h2 id=\"senales\">Qué mirar</h2>\
         <p class=\"medida\">Una señal es una pregunta para ti y no un veredicto: la respuesta está en leer otra vez el caso y sus opciones.</p>\
         {list}{}</section>",
        charts::map(items)
    )
}

fn gravity(finding: &Finding) -> u8 {
    match finding {
        Finding::Miskeyed { .. } => 0,
        Finding::Ambiguous { .. } => 1,
        Finding::Negative => 2,
        Finding::Constant => 3,
        Finding::Poor => 4,
        Finding::Tempting { .. } => 5,
        Finding::Unused { .. } => 6,
        Finding::Hard | Finding::Easy => 7,
    }
}

fn scales(scales: &[ScaleFigures]) -> String {
    if scales.is_empty() {
        return String::new();
    }
    let row = |scale: &ScaleFigures| {
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"p\">{}</td><td class=\"p\">{}</td><td class=\"p\">{}</td><td>{}</td></tr>",
            escape(&scale.name),
            scale.items,
            fixed_or_dash(scale.alpha, 2),
            fixed_or_dash(scale.prmse_total, 2),
            escape(&sentences::scale(scale))
        )
    };
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"escalas\"><h2 id=\"escalas\">Las escalas</h2>\
         <p class=\"medida\">Una escala merece su propia puntuación cuando se predice a sí misma mejor de lo que la predice el total (Haberman, 2008).</p>\
         <div class=\"desborda\" role=\"region\" aria-labelledby=\"escalas\" tabindex=\"0\"><table class=\"cuadro\"><thead><tr><th scope=\"col\">Escala</th>\
         <th scope=\"col\">Preguntas</th><th scope=\"col\">Desde sí misma</th><th scope=\"col\">Desde el total</th><th scope=\"col\">Qué significa</th></tr></thead>\
         <tbody>{}</tbody></table></div></section>",
        scales.iter().map(row).collect::<String>()
    )
}
