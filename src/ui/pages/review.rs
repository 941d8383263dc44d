//! Spaced review.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::ui::islands::{BehaviourName, Review};

pub fn page(site: &Site) -> Page {
    let title = format!("Repaso · {}", site.course.title);
    let description = "Lo que toca repasar hoy, y cuándo vuelve cada conducta.";
    Page::draw(site, "/repaso/", title, description, || view! { <ReviewPage/> })
}

#[component]
fn ReviewPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Practice>
            <div class="titular una"><h1>"Repaso"</h1></div>
            <div class="doce">
                <div class="c7">
                    <Review names=names(&site) cases=site.url("/casos/")/>
                    <noscript><p class="aviso">"El repaso se calcula en tu navegador y necesita JavaScript."</p></noscript>
                </div>
                <div class="c5 filete pila">
                    <h2>"Cómo se decide"</h2>
                    <p class="medida">
                        "Cada vez que respondes se calcula cuánto tardarás en olvidar esa conducta, y vuelve poco antes: a los pocos días si dudaste, más tarde si fue bien. Siempre que se puede, con otro caso, para que no sea el texto lo que se recuerda. Primero va lo que fallaste con mucha seguridad."
                    </p>
                    <p class="meta">"El calendario usa FSRS-6, que se ajustó con tarjetas de memoria. Sirve para ordenar el repaso; no dice nada de tu nivel."</p>
                </div>
            </div>
        </Frame>
    }
}

fn names(site: &Site) -> Vec<BehaviourName> {
    let of = |competency: &crate::course::Competency| {
        let id = competency.id.clone();
        let name = move |behaviour: &crate::course::Behaviour| {
            Some(BehaviourName { competency: id.clone(), id: behaviour.id.clone()?, text: behaviour.text.clone() })
        };
        competency.behaviours.iter().filter_map(name).collect::<Vec<_>>()
    };
    site.course.competencies.iter().flat_map(of).collect()
}
