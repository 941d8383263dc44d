//! A case in its place: the scene drawn at build, the decision as an island.

use leptos::prelude::*;

use super::Site;
use crate::course::{Choice, Dimension, Fact, Form, Grid, Home, Html, Item, Question, Rating};
use crate::ui::islands::{CaseView, Decision, Link, Measure};
use crate::ui::parts::sign::{Label, Sign};

/// The whole case as a section of the lesson. On a page of its own, `alone`, the title is the page's.
#[component]
pub fn Case(question: Question, view: CaseView, #[prop(optional)] alone: bool) -> impl IntoView {
    let site = Site::here();
    let id = question.id.to_string();
    let title_id = format!("{id}-titulo");
    let scene = question.scene.clone();
    let sign = Sign::from(scene.role);
    let seat = match sign {
        Sign::Timon => "Decides como SMM",
        Sign::Voz => "Decides como CM",
        Sign::Ambas => "Decides por las dos funciones",
    };
    let drawing = scene.set.as_deref().and_then(drawing);
    view! {
        <article class="caso ancho" id=id data-tramo="" aria-labelledby=title_id.clone()>
            <div class=format!("escena {}", sign.field())>
                <div class="guion">
                    <p class="claqueta">
                        <Label sign text=seat/>
                        {scene.place.map(|place| view! { <b>{place}</b> })}
                        {scene.moment.map(|moment| view! { <span>{moment}</span> })}
                    </p>
                    {match alone {
                        true => view! { <h3 class="oculto">"Situación"</h3> }.into_any(),
                        false => view! { <h3 class="titulo-caso" id=title_id.clone()>{question.title.clone()}</h3> }.into_any(),
                    }}
                    <div class="relato" inner_html=site.html(&question.case)></div>
                </div>
                {drawing.map(|svg| view! { <div class="telon" inner_html=svg></div> })}
            </div>
            <Facts facts=question.facts.clone()/>
            <Decision case=view/>
        </article>
    }
}

/// Numbers on the table.
#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
    let fact = |fact: Fact| view! { <div><dt>{fact.label}</dt><dd>{fact.value}</dd></div> };
    (!facts.is_empty()).then(|| view! { <dl class="mesa">{facts.into_iter().map(fact).collect_view()}</dl> })
}

/// What travels to the browser for a question: its texts with links under the base, and the names of what it measures.
pub fn case_view(site: &Site, question: &Question, home: Home, next: Link) -> CaseView {
    let name = |id: &crate::course::CompetencyId| {
        let found = site.course.competencies.iter().find(|competency| &competency.id == id);
        found.map_or_else(|| id.to_string(), |competency| competency.name.clone())
    };
    let measure = |(id, weight): &(crate::course::CompetencyId, f64)| Measure {
        competency: id.clone(),
        dimension: Dimension::of(id).unwrap_or(Dimension::Strategy),
        name: name(id),
        weight: *weight,
    };
    let review = &question.sheet.review;
    CaseView {
        item: Item::new(question, home),
        stem: site.based(&question.stem),
        hints: question.hints.iter().map(|hint| site.based(hint)).collect(),
        form: based_form(site, &question.form),
        explanation: question.explanation.as_ref().map(|html| site.based(html)),
        measures: question.sheet.competencies.iter().map(measure).collect(),
        review: Link {
            href: site.url(&format!("/lecciones/{}/#{}", review.lesson, review.anchor)),
            text: review.title.clone(),
        },
        next,
    }
}

/// The form with the links of its texts under the base.
fn based_form(site: &Site, form: &Form) -> Form {
    let mut form = form.clone();
    let put = |html: &mut Html| *html = site.based(html);
    match &mut form {
        Form::Single(options) | Form::Multiple(options) => {
            for Choice { text, feedback, not_chosen, .. } in options {
                put(text);
                put(feedback);
                not_chosen.as_mut().map(put);
            }
        }
        Form::Order(steps) => steps.iter_mut().for_each(|step| {
            put(&mut step.text);
            put(&mut step.feedback);
        }),
        Form::Match(Grid { rows, .. }) | Form::Classify(Grid { rows, .. }) => rows.iter_mut().for_each(|row| {
            put(&mut row.text);
            put(&mut row.feedback);
        }),
        Form::Rate(Rating { rows, .. }) => rows.iter_mut().for_each(|row| {
            put(&mut row.text);
            put(&mut row.feedback);
        }),
    }
    form
}

/// The drawing of a scene, by the name that the author gives it.
fn drawing(name: &str) -> Option<&'static str> {
    Some(match name {
        "estanteria" => include_str!("../drawings/estanteria.svg"),
        "mostrador" => include_str!("../drawings/mostrador.svg"),
        "equipo" => include_str!("../drawings/equipo.svg"),
        "pareja" => include_str!("../drawings/pareja.svg"),
        "mensajes" => include_str!("../drawings/mensajes.svg"),
        "escucha" => include_str!("../drawings/escucha.svg"),
        "telefono" => include_str!("../drawings/telefono.svg"),
        "calendario" => include_str!("../drawings/calendario.svg"),
        "grafica" => include_str!("../drawings/grafica.svg"),
        "megafono" => include_str!("../drawings/megafono.svg"),
        "reunion" => include_str!("../drawings/reunion.svg"),
        "escritorio" => include_str!("../drawings/escritorio.svg"),
        "moderacion" => include_str!("../drawings/moderacion.svg"),
        "ciudad" => include_str!("../drawings/ciudad.svg"),
        "escenario" => include_str!("../drawings/escenario.svg"),
        "reloj" => include_str!("../drawings/reloj.svg"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::parse::DRAWINGS;

    #[test]
    fn every_drawing_that_an_author_may_name_exists() {
        for name in DRAWINGS {
            assert!(super::drawing(name).is_some(), "{name}");
        }
    }
}
