//! Sections of prose and the definitions that their terms open.

use leptos::prelude::*;

use super::Site;
use crate::course::{Section, SectionKind, TermId};
use crate::ui::parts::sign::{Label, Sign};

/// A section with its heading. `drawing` stands in the opening scene.
#[component]
pub fn Prose(section: Section) -> impl IntoView {
    match section.kind {
        SectionKind::Prose => view! { <Plain section/> }.into_any(),
        SectionKind::Scene(role) => view! { <Opening section sign=Sign::from(role)/> }.into_any(),
        SectionKind::Depends => view! { <Depends section/> }.into_any(),
        SectionKind::Takeaways => view! { <Takeaways section/> }.into_any(),
        // The lesson sets its rating below.
        SectionKind::Rubric(_) => view! { <Plain section/> }.into_any(),
    }
}

#[component]
fn Plain(section: Section) -> impl IntoView {
    let site = Site::here();
    let (anchor, title) = (section.anchor.clone(), site.html(&section.title));
    let heading = match section.level {
        0 => None,
        2 => Some(view! { <h2 id=anchor data-tramo="" inner_html=title></h2> }.into_any()),
        3 => Some(view! { <h3 id=anchor data-tramo="" inner_html=title></h3> }.into_any()),
        _ => Some(view! { <h4 id=anchor inner_html=title></h4> }.into_any()),
    };
    view! { <section class="prosa">{heading}<div class="prosa-cuerpo" inner_html=site.html(&section.body)></div></section> }
}

/// The opening case, drawn as a scene.
#[component]
fn Opening(section: Section, sign: Sign) -> impl IntoView {
    let site = Site::here();
    let title = section.title.plain();
    let (place, moment) = title.split_once('·').unwrap_or((title.as_str(), ""));
    view! {
        <section class="apertura ancho" aria-labelledby=section.anchor.clone()>
            <div class=format!("escena {}", sign.field())>
                <div class="guion">
                    <h2 class="claqueta" id=section.anchor.clone() data-tramo="">
                        <Label sign text="Caso de apertura"/>
                        <b>{place.trim().to_owned()}</b>
                        <span>{moment.trim().to_owned()}</span>
                    </h2>
                    <div class="relato" inner_html=site.html(&section.body)></div>
                </div>
                <div class="telon" inner_html=opening_drawing(sign)></div>
            </div>
        </section>
    }
}

/// The signs themselves, cropped hard, are the picture of an opening case.
fn opening_drawing(sign: Sign) -> &'static str {
    match sign {
        Sign::Timon => include_str!("../drawings/apertura-timon.svg"),
        Sign::Voz => include_str!("../drawings/apertura-voz.svg"),
        Sign::Ambas => include_str!("../drawings/apertura-ambas.svg"),
    }
}

#[component]
fn Depends(section: Section) -> impl IntoView {
    let site = Site::here();
    view! {
        <aside class="depende margen" aria-labelledby=section.anchor.clone()>
            <h2 id=section.anchor.clone() data-tramo="" inner_html=site.html(&section.title)></h2>
            <div inner_html=site.html(&section.body)></div>
        </aside>
    }
}

#[component]
fn Takeaways(section: Section) -> impl IntoView {
    let site = Site::here();
    view! {
        <section class="llevarse ancho" aria-labelledby=section.anchor.clone()>
            <h2 id=section.anchor.clone() data-tramo="" inner_html=site.html(&section.title)></h2>
            <div inner_html=site.html(&section.body)></div>
        </section>
    }
}

/// The definitions of the terms that a page uses. Each opens from its term without scripts.
#[component]
pub fn Definitions(terms: Vec<TermId>) -> impl IntoView {
    let site = Site::here();
    let mut terms = terms;
    terms.sort();
    terms.dedup();
    let definition = |id: TermId| {
        let term = site.course.glossary.iter().find(|term| term.id == id)?;
        let popover = format!("g-{id}");
        Some(view! {
            <div class="glosa" id=popover.clone() popover="auto">
                <dl><dt>{term.name.clone()}</dt><dd inner_html=site.html(&term.definition)></dd></dl>
                <p class="acciones">
                    <button type="button" class="boton claro" popovertarget=popover.clone() popovertargetaction="hide">"Cerrar"</button>
                    <a href=site.url(&format!("/glosario/#{id}"))>"Ver en el glosario"</a>
                </p>
            </div>
        })
    };
    terms.into_iter().filter_map(definition).collect_view()
}
