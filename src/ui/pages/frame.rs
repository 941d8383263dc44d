//! What every page has around its contents.

use leptos::prelude::*;

use super::Site;
use super::title::in_two_lines;
use crate::ui::islands::Notice;
use crate::ui::parts::sign::{Glyph, Sign};

/// The entry of the main menu a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    None,
    Course,
    Practice,
    Simulations,
    Profile,
    Search,
    Glossary,
    About,
    Teaching,
}

/// The main menu; what a course does not have is left out.
fn menu(site: &Site) -> Vec<(Entry, &'static str, &'static str)> {
    let simulations = (Entry::Simulations, "/simulaciones/", "Simulaciones");
    let mut menu = vec![(Entry::Course, "/modulos/", "Curso")];
    menu.push((Entry::Practice, "/practica/", "Práctica"));
    menu.extend((!site.course.simulations.is_empty()).then_some(simulations));
    menu.push((Entry::Profile, "/perfil/", "Perfil"));
    menu.push((Entry::Search, "/buscar/", "Buscar"));
    menu
}

/// Header, contents and footer. `children` become the rows of `main`.
#[component]
pub fn Frame(entry: Entry, children: Children) -> impl IntoView {
    let site = Site::here();
    let link = |(of, path, name): (Entry, &str, &'static str)| {
        let current = (of == entry).then_some("page");
        view! { <li><a href=site.url(path) aria-current=current>{name}</a></li> }
    };
    view! {
        <div class="lienzo" inner_html=SYMBOLS></div>
        <a class="salto oculto" href="#contenido">"Saltar al contenido"</a>
        <header class="cabecera">
            <a class="marca" href=site.url("/") aria-label=format!("{}, portada", site.course.title)>
                <Glyph sign=Sign::Ambas/>
                <span inner_html=in_two_lines(&site.course.title)></span>
            </a>
            <nav class="nav" aria-label="Principal"><ul>{menu(&site).into_iter().map(link).collect_view()}</ul></nav>
        </header>
        <main id="contenido" class="hoja" tabindex="-1">{children()}</main>
        <Footer/>
        <Notice/>
    }
}

/// Pages that the main menu leaves out.
fn more(site: &Site) -> impl IntoView + use<> {
    let tensions = (!site.course.tensions.is_empty()).then_some(("/tensiones/", "Tensiones"));
    let pages = [("/glosario/", "Glosario"), ("/competencias/", "Competencias"), ("/fuentes/", "Fuentes")];
    let pages = pages.into_iter().chain(tensions).chain([("/docente/", "Para docentes"), ("/acerca/", "Acerca")]);
    let link = |(path, name): (&str, &'static str)| view! { <li><a href=site.url(path)>{name}</a></li> };
    pages.map(link).collect::<Vec<_>>()
}

#[component]
fn Footer() -> impl IntoView {
    let site = Site::here();
    let theme = |value: &'static str, name: &'static str| {
        let chosen = value == "auto";
        view! { <label><input type="radio" name="tema" value=value id=format!("tema-{value}") checked=chosen/>{name}</label> }
    };
    view! {
        <footer class="pie">
            <div class="pie-texto">
                <p>
                    "No hay cuentas ni servidor: tus respuestas se guardan solo en este navegador, y desde "
                    <a href=site.url("/perfil/#tus-datos")>"tu perfil"</a>
                    " puedes copiarlas o borrarlas cuando quieras."
                </p>
                <p>
                    "Las organizaciones de los casos son ficticias. Ni asesoramiento legal ni certificación. "
                    <a href=site.url("/acerca/")>"Método, fuentes y límites"</a>
                </p>
                <nav aria-label="Más páginas"><ul class="pie-paginas">{more(&site)}</ul></nav>
            </div>
            <fieldset class="tema">
                <legend class="oculto">"Tema de color"</legend>
                {theme("auto", "Automático")}
                {theme("claro", "Claro")}
                {theme("oscuro", "Oscuro")}
            </fieldset>
        </footer>
        <p class="sin-aula" hidden>"La parte interactiva no ha podido cargarse. Puedes leer todo el curso y ver las soluciones; para guardar tus respuestas, vuelve a cargar la página."</p>
    }
}

/// The symbols that every `Glyph` of a page refers to.
const SYMBOLS: &str = r##"<svg class="simbolos" width="0" height="0" aria-hidden="true" focusable="false"><symbol id="timon" viewBox="0 0 24 24"><path d="M12 12V0A12 12 0 1 0 20.5 3.5Z"/></symbol><symbol id="voz" viewBox="0 0 24 24"><g fill="none" stroke="currentColor" stroke-width="5"><circle cy="12" r="6" stroke="none" fill="currentColor"/><circle cy="12" r="12.5"/><circle cy="12" r="21.5"/></g></symbol><symbol id="ambas" viewBox="0 0 24 24"><path class="mitad-timon" d="M11.2 12V23.2A11.2 11.2 0 0 1 2.6 4.8Z"/><path class="mitad-voz" d="M12.8 8.6a3.4 3.4 0 0 1 0 6.8zM12.8 4.7a7.3 7.3 0 0 1 0 14.6v-2.1a5.2 5.2 0 0 0 0-10.4zM12.8.8a11.2 11.2 0 0 1 0 22.4v-2.1a9.1 9.1 0 0 0 0-18.2z"/></symbol></svg>"##;
