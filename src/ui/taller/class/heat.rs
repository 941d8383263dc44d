//! The group by competency: an interval in each cell, or nothing where there is no evidence for one.

use super::ClassView;
use crate::assess::is_enough;
use crate::course::{CompetencyId, Dimension, Item};
use crate::exchange::class::{Class, Row};
use crate::learner::{Estimate, Observations, Scale};
use crate::ui::islands::CompetencyName;
use crate::ui::parts::escape;
use crate::ui::parts::format::level;
use crate::ui::parts::sign::{Sign, glyph};

/// More rows than these are in the CSV and not on the page.
const MOST: usize = 60;

pub fn html(class: &Class, bank: &[Item], view: &ClassView, threshold: f64) -> String {
    let names = measured(class, bank, view);
    let rows: Vec<&Row> = class.counted().take(MOST).collect();
    if names.is_empty() || rows.is_empty() {
        return String::new();
    }
    let body: String = rows.iter().map(|row| body_row(row, bank, &names, threshold)).collect();
    let total = class.counted().count();
    let cut = if total > MOST {
        format!(" Se muestran {MOST} de {total}; el libro de notas las lleva todas.")
    } else {
        String::new()
    };
    let groups: String = Dimension::ALL.iter().map(|dimension| group_head(*dimension, &names)).collect();
    let heads: String = names.iter().map(|name| format!("<th scope=\"col\">{}</th>", escape(&name.name))).collect();
    format!(
        "<section class=\"filete pila\" aria-labelledby=\"calor\"><h2 id=\"calor\">El grupo por competencia</h2>\
         <p class=\"medida\">Cada casilla es un intervalo de 0 a 100: hay 8 posibilidades de cada 10 de que el nivel esté ahí. Una raya: aún sin evidencia suficiente.{cut}</p>\
         <div class=\"desborda\" role=\"region\" aria-labelledby=\"calor\" tabindex=\"0\"><table class=\"calor\"><thead><tr><th scope=\"col\" rowspan=\"2\">Persona</th>{groups}</tr><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div></section>"
    )
}

/// The competencies that some case of the group measures, in the order of the course.
fn measured<'v>(class: &Class, bank: &[Item], view: &'v ClassView) -> Vec<&'v CompetencyName> {
    let is_given = |item: &&Item| class.rows.iter().any(|row| row.marked.case(item).is_some());
    let of_item = |item: &Item| item.competencies.iter().map(|(id, _)| id.clone()).collect::<Vec<CompetencyId>>();
    let measured: Vec<CompetencyId> = bank.iter().filter(is_given).flat_map(of_item).collect();
    view.competencies.iter().filter(|name| measured.contains(&name.id)).collect()
}

fn group_head(dimension: Dimension, names: &[&CompetencyName]) -> String {
    let n = names.iter().filter(|name| Dimension::of(&name.id) == Some(dimension)).count();
    let sign = Sign::from(dimension);
    match n {
        0 => String::new(),
        n => format!(
            "<th scope=\"colgroup\" colspan=\"{n}\"><span class=\"fn {}\">{}<span>{}</span></span></th>",
            sign.field(),
            glyph(sign),
            sign.subject()
        ),
    }
}

fn body_row(row: &Row, bank: &[Item], names: &[&CompetencyName], threshold: f64) -> String {
    let journal = row.marked.journal(bank);
    let observations = Observations::of(bank, &journal);
    let cell =
        |name: &&CompetencyName| cell(&observations.estimate(&Scale::Competency(name.id.clone()), threshold), &name.id);
    let cells: String = names.iter().map(cell).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escape(&row.marked.submission.alias))
}

fn cell(estimate: &Estimate, competency: &CompetencyId) -> String {
    if !is_enough(&estimate.posterior) {
        return "<td class=\"sin\"><span class=\"oculto\">Sin evidencia suficiente</span><span aria-hidden=\"true\">–</span></td>".into();
    }
    let (low, high) = estimate.posterior.interval80();
    let field = Dimension::of(competency).map_or("", |dimension| Sign::from(dimension).field());
    let (x, width) = ((low * 100.0).round(), ((high - low) * 100.0).round().max(2.0));
    format!(
        "<td class=\"{field}\"><span>{} a {}</span><svg class=\"mini {field}\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"banda\" x=\"{x}\" y=\"0\" width=\"{width}\" height=\"8\"/></svg></td>",
        level(low),
        level(high)
    )
}
