//! A page and the shell it is poured into.

use leptos::prelude::*;

use super::{Place, Site};
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
        }
    }

    /// The file it is written to: `lecciones/m02-l1/index.html`.
    pub fn file(&self) -> String {
        let path = self.path.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// The whole HTML of the page.
    pub fn poured_into(&self, shell: &str, place: &Place) -> String {
        let asset = |path: &str| format!("{}{path}", place.base);
        let live = if place.live { RELOAD } else { "" };
        let values = [
            ("{{titulo}}", escape(&self.title)),
            ("{{descripcion}}", attribute(&self.description)),
            ("{{curso}}", attribute(&self.course)),
            ("{{estilo}}", asset(&place.assets.style)),
            ("{{tema}}", asset(&place.assets.theme)),
            ("{{arranque}}", asset(&place.assets.loader)),
            ("{{enlace}}", asset(&place.assets.glue)),
            ("{{modulo}}", asset(&place.assets.wasm)),
            ("{{signo}}", asset(&place.assets.icon)),
            ("{{recarga}}", live.to_owned()),
            // The body goes last: what an author has written is never taken for a place to fill.
            ("{{cuerpo}}", self.body.clone()),
        ];
        values.into_iter().fold(shell.to_owned(), |html, (name, value)| html.replace(name, &value))
    }
}

/// The script that `serve` adds.
const RELOAD: &str = r#"<script type="module" src="/__recarga.js"></script>"#;

fn attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}
