//! What a decision was worth, in a large honest number, with its why and what it adds to the profile.
//!
//! It is HTML made whole each time and set as the contents of the region that announces it.

use super::super::case_view::{CaseView, Link, Measure};
use super::state::{Judged, Standing};
use crate::course::{Choice, Form, OptionKey, Response, Row};
use crate::ui::parts::escape;
use crate::ui::parts::format::{decimal, quoted};
use crate::ui::parts::sign::{Sign, glyph};

/// The verdict, as HTML.
pub fn verdict(case: &CaseView, judged: &Judged, next: &Link) -> String {
    format!(
        "<div class=\"fallo\"><p class=\"num cifra\"><span class=\"cifra-numero\">{}</span> <small>de 1 punto: {}</small></p>\
         <div class=\"pila\"><div class=\"prosa\">{}</div>{}\
         <p class=\"acciones\"><a class=\"boton claro\" href=\"{}\">{}</a> <a href=\"{}\">Repasar {}</a></p></div></div>",
        decimal(judged.overall),
        words(judged.overall),
        feedback(&case.form, &judged.response),
        contribution(&case.measures, judged.standing),
        escape(&next.href),
        escape(&next.text),
        escape(&case.review.href),
        escape(&quoted(&case.review.text)),
    )
}

/// What the decision adds to the profile, or why it adds nothing.
fn contribution(measures: &[Measure], standing: Standing) -> String {
    match standing {
        Standing::Evidence => {
            let measure = |measure: &Measure| {
                let (glyph, name) = (glyph(Sign::from(measure.dimension)), escape(&measure.name));
                let weight = decimal(measure.weight);
                format!("<li><span class=\"fn\">{glyph}<span>{name}</span></span> <span>peso {weight}</span></li>")
            };
            let list: String = measures.iter().map(measure).collect();
            format!("<h5>Qué aporta a tu perfil</h5><ul class=\"aporta\">{list}</ul>")
        }
        Standing::Practice { first } => format!(
            "<p class=\"meta\">Práctica: en tu perfil cuenta tu primera decisión, {} de 1 punto.</p>",
            decimal(first)
        ),
        Standing::SolutionSeen => {
            "<p class=\"meta\">Viste la solución antes de decidir, así que este caso no cuenta en tu perfil.</p>".into()
        }
    }
}

/// A credit in words: how far the decision can be defended.
pub fn words(credit: f64) -> &'static str {
    match credit {
        c if c > 0.995 => "la decisión más defendible",
        c if c >= 0.6 => "defendible en buena parte",
        c if c >= 0.3 => "defendible en parte",
        c if c >= 0.1 => "débil",
        _ => "contraproducente",
    }
}

/// The feedback for what was done. Where rows or steps carry their own reasons, one sentence says how many are right.
fn feedback(form: &Form, response: &Response) -> String {
    match (form, response) {
        (Form::Single(options), Response::Single(chosen)) => of_choices(options, std::slice::from_ref(chosen)),
        (Form::Multiple(options), Response::Multiple(chosen)) => of_choices(options, chosen),
        (Form::Order(steps), Response::Order(given)) => {
            let right = steps.iter().zip(given).filter(|(step, key)| &step.key == *key).count();
            tally(right, steps.len(), "pasos en su puesto")
        }
        (Form::Match(grid) | Form::Classify(grid), Response::Sort(given)) => {
            tally(grid.rows.iter().filter(|row| is_right(row, given)).count(), grid.rows.len(), "filas en su sitio")
        }
        (Form::Rate(rating), Response::Rate(given)) => {
            let right = rating.rows.iter().filter(|row| given.contains(&(row.key.clone(), row.value))).count();
            tally(right, rating.rows.len(), "valoraciones iguales a las del curso")
        }
        _ => String::new(),
    }
}

fn of_choices(options: &[Choice], chosen: &[OptionKey]) -> String {
    let (taken, left): (Vec<_>, Vec<_>) = options.iter().partition(|option| chosen.contains(&option.key));
    let taken = taken.into_iter().map(|option| option.feedback.as_str());
    taken.chain(left.into_iter().filter_map(|option| Some(option.not_chosen.as_ref()?.as_str()))).collect()
}

fn is_right(row: &Row, given: &[(OptionKey, OptionKey)]) -> bool {
    let target = given.iter().find(|(key, _)| key == &row.key).map(|(_, target)| target);
    row.credits.iter().any(|(key, credit)| Some(key) == target && *credit >= 1.0)
}

fn tally(right: usize, of: usize, what: &str) -> String {
    format!("<p>{right} de {of} {what}. Los motivos están debajo.</p>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Credit, Html, option_key};

    fn choice(text: &str, credit: f64, not_chosen: Option<&str>) -> Choice {
        Choice {
            key: option_key(text),
            text: Html::trusted(text),
            credit: Credit::Same(credit),
            recommended: credit == 1.0,
            feedback: Html::trusted(format!("<p>por {text}</p>")),
            not_chosen: not_chosen.map(Html::trusted),
        }
    }

    #[test]
    fn feedback_is_for_what_was_chosen_and_for_what_was_missed() {
        let missed = Some("<p>sin b</p>");
        let form = Form::Single(vec![choice("a", 0.0, None), choice("b", 1.0, missed), choice("c", 0.2, None)]);
        let given = |text| feedback(&form, &Response::Single(option_key(text)));
        assert_eq!(given("a"), "<p>por a</p><p>sin b</p>");
        assert_eq!(given("b"), "<p>por b</p>");
    }

    #[test]
    fn words_follow_the_credit() {
        assert_eq!(words(1.0), "la decisión más defendible");
        assert_eq!(words(0.4), "defendible en parte");
        assert_eq!(words(0.0), "contraproducente");
    }
}
