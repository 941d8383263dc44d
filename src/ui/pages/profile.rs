//! The profile: two scales that are never added. Its numbers arrive with the island, because they live in the browser.

use leptos::prelude::*;

use super::frame::{Entry, Frame};
use super::{Page, Site};
use crate::ui::islands::{Backup, LessonName, Profile, ProfileView, first_steps};

pub fn page(site: &Site) -> Page {
    let title = format!("Tu perfil · {}", site.course.title);
    let description = "Lo que tus decisiones dicen de tu nivel estratégico y operativo, con cuánta seguridad se sabe.";
    Page::draw(site, "/perfil/", title, description, || view! { <ProfilePage/> })
}

#[component]
fn ProfilePage() -> impl IntoView {
    let site = Site::here();
    view! {
        <Frame entry=Entry::Profile>
            <div class="titular una">
                <h1>"Tu perfil"</h1>
                <p class="entrada">
                    "Dos escalas separadas, de 0 a 100. No se suman: dominar una no compensa la otra. La banda dice dónde está tu nivel con un 80 % de probabilidad. "
                    <a href=site.about("medida")>"Cómo se calcula"</a>" · "<a href=site.url("/competencias/")>"Qué mide cada competencia"</a>
                </p>
                <noscript><p class="aviso">"El perfil se calcula en tu navegador a partir de tus respuestas y necesita JavaScript. Las lecciones y los casos se leen sin él."</p></noscript>
            </div>
            <Profile view=profile_view(&site)/>
            <section class="filete pila datos" aria-labelledby="tus-datos">
                <h2 id="tus-datos">"Tus datos"</h2>
                <p class="medida">
                    "Cada respuesta se guarda al momento en este navegador y en ningún otro sitio. Algunos navegadores borran lo guardado tras una semana sin visitas: haz una copia de vez en cuando, o para seguir en otro dispositivo."
                </p>
                <Backup/>
            </section>
        </Frame>
    }
}

/// What the profile needs of the course: keys without words, and names.
fn profile_view(site: &Site) -> ProfileView {
    let course = &site.course;
    let mut view = ProfileView {
        threshold: course.threshold,
        competencies: site.competency_names(),
        lessons: course
            .lessons()
            .map(|(_, lesson)| LessonName {
                id: lesson.id.clone(),
                title: lesson.title.clone(),
                href: site.url(&format!("/lecciones/{}/", lesson.id)),
            })
            .collect(),
        first_steps: String::new(),
    };
    view.first_steps = first_steps(&view, &course.items());
    view
}
