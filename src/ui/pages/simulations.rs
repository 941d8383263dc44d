//! The index of simulations.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::course::{Dimension, Simulation};
use crate::ui::islands::Played;
use crate::ui::parts::format::{count, duration};
use crate::ui::parts::sign::{Glyph, Sign};

pub fn page(site: &Site) -> Page {
    let title = format!("Simulaciones · {}", site.course.title);
    let description = "Situaciones que se viven decisión a decisión, con varios finales y su recorrido comentado.";
    Page::draw(site, "/simulaciones/", title, description, || view! { <SimulationsPage/> })
}

/// «35 min · 12 momentos · 3 finales».
pub fn measures(simulation: &Simulation) -> String {
    format!(
        "{} · {} · {}",
        duration(simulation.minutes),
        count(simulation.nodes.len(), "momento"),
        match simulation.endings.len() {
            1 => "1 final".into(),
            n => format!("{n} finales"),
        }
    )
}

#[component]
fn SimulationsPage() -> impl IntoView {
    let site = Site::here();
    let simulations = site.course.simulations.clone();
    view! {
        <Frame entry=Entry::Simulations>
            <div class="titular una">
                <h1>"Simulaciones"</h1>
                <p class="entrada">"Una situación, varias horas y nadie que detenga el reloj. Se decide sin vuelta atrás y, al final, se ve el recorrido entero con lo que habría traído cada camino."</p>
            </div>
            <section class="filete" aria-label="Lista de simulaciones">
                <ol class="indice simulaciones">{simulations.into_iter().map(|simulation| view! { <Line simulation/> }).collect_view()}</ol>
            </section>
        </Frame>
    }
}

#[component]
fn Line(simulation: Simulation) -> impl IntoView {
    let site = Site::here();
    let dimensions: Vec<Dimension> =
        Dimension::ALL.into_iter().filter(|dimension| measures_of(&simulation, *dimension)).collect();
    let sign = match dimensions.as_slice() {
        [only] => Sign::from(*only),
        _ => Sign::Ambas,
    };
    view! {
        <li>
            <a href=site.url(&format!("/simulaciones/{}/", simulation.id))>
                <span class="n"><Glyph sign/></span>
                <strong>{simulation.title.clone()}</strong>
                <span class="resumen">{simulation.summary.clone()}</span>
                <span class="meta"><Played simulation=simulation.id.clone()/><span>{measures(&simulation)}</span></span>
            </a>
        </li>
    }
}

fn measures_of(simulation: &Simulation, dimension: Dimension) -> bool {
    let mut ids = simulation.plot.nodes.iter().flat_map(|node| node.competencies());
    ids.any(|(id, _)| Dimension::of(&id) == Some(dimension))
}
