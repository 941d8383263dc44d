//! A page and the shell it is poured into.

use leptos::prelude::*;

use super::{Module, Place, Site};
use crate::ui::parts::escape;

/// A page ready to be written.
#[derive(Debug, Clone)]
pub struct Page {
    /// `/lecciones/m02-l1/`, or `/404.html`.
    pub path: String,
    pub title: String,
    pub description: String,
    /// The contents of `body`.
    pub body: String,
    course: String,
    module: Module,
}

impl Page {
    /// Draws a page: `view` is called with the site at hand for its components.
    pub(super) fn draw<V: IntoView>(
        site: &Site,
        path: impl Into<String>,
        title: impl Into<String>,
        description: impl Into<String>,
        view: impl FnOnce() -> V,
    ) -> Self {
        let owner = Owner::new();
        let body = owner.with(|| {
            provide_context(site.clone());
            view().into_view().to_html()
        });
        Self {
            path: path.into(),
            title: title.into(),
            description: description.into(),
            body,
            course: site.course.id.clone(),
            module: Module::Aula,
        }
    }

    /// The same page, woken by another module.
    pub(super) fn woken_by(self, module: Module) -> Self {
        Self { module, ..self }
    }

    /// The file it is written to: `lecciones/m02-l1/index.html`.
    pub fn file(&self) -> String {
        let path = self.path.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// The whole HTML of the page.
    pub fn poured_into(&self, shell: &str, place: &Place) -> String {
        let asset = |path: &str| format!("{}{path}", place.base);
        let module = place.assets.module(self.module);
        let live = if place.live { RELOAD } else { "" };
        let values = [
            ("titulo", escape(&self.title)),
            ("descripcion", attribute(&self.description)),
            ("curso", attribute(&self.course)),
            ("banco", asset(&place.assets.bank)),
            ("busqueda", asset(&place.assets.search)),
            ("estilo", asset(&place.assets.style)),
            ("tema", asset(&place.assets.theme)),
            ("arranque", asset(&module.loader)),
            ("enlace", asset(&module.glue)),
            ("modulo", asset(&module.wasm)),
            ("signo", asset(&place.assets.icon)),
            ("recarga", live.to_owned()),
            ("cuerpo", self.body.clone()),
        ];
        fill(shell, &values)
    }
}

/// Puts each value in its place, in one pass: what an author has written is never taken for a place to fill.
fn fill(shell: &str, values: &[(&str, String)]) -> String {
    let mut pieces = shell.split("{{");
    let mut html = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        html.push_str(value.unwrap_or_default());
        html.push_str(rest);
    }
    html
}

/// The script that `serve` adds.
const RELOAD: &str = r#"<script type="module" src="/__recarga.js"></script>"#;

fn attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fills_a_place_is_not_looked_into() {
        let values = [("titulo", "{{cuerpo}}".to_owned()), ("cuerpo", "<p>".to_owned())];
        assert_eq!(fill("<title>{{titulo}}</title>{{cuerpo}}", &values), "<title>{{cuerpo}}</title><p>");
    }
}
