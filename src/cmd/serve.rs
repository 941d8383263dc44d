//! `timon serve`: the course on this machine, reloaded with every change.
//!
//! The site lives in memory. A change of content or style renders it again; a change of code compiles this program
//! anew and starts it in its own place.

mod http;
mod watch;

use std::path::Path;
use std::sync::{Arc, RwLock};

use timon_y_voz::ui::Place;
use tokio::sync::broadcast;

use super::args::ServeOptions;
use super::progress::step;
use super::site::{Site, assets, render, wasm};
use super::{Failure, check};

/// What the server and the watcher share.
#[derive(Clone)]
struct Shared {
    site: Arc<RwLock<Site>>,
    /// A message here makes every open page reload.
    reload: broadcast::Sender<()>,
}

pub fn run(options: &ServeOptions) -> Result<(), Failure> {
    let program =
        std::env::current_exe().map_err(|error| Failure::Step(format!("este programa no sabe dónde está: {error}")))?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::Step(format!("no se puede poner en marcha el servidor: {error}")))?;
    let listener = runtime.block_on(http::listen(options.port))?;
    let modules =
        step(1, 2, "Compilando los módulos aula, tarea y taller (la primera vez tarda varios minutos)", || {
            wasm::ensure_target()?;
            wasm::build(wasm::Profile::Fast)
        })?;
    let site = step(2, 2, "Revisando el contenido y componiendo las páginas", || compose(&options.content, &modules))?;
    let shared = Shared { site: Arc::new(RwLock::new(site)), reload: broadcast::channel(16).0 };
    let work = watch::Work { content: options.content.clone(), modules, shared: shared.clone(), program };
    let _watching = watch::start(work)?;
    runtime.block_on(http::serve(listener, shared))
}

/// The whole site, under `/`, with the script that reloads pages.
fn compose(content: &Path, modules: &wasm::Modules) -> Result<Site, Failure> {
    let (course, files) = check::course(content, check::Depth::Rules)?;
    let mut site = Site::new();
    let place = Place { base: "/".into(), assets: assets::add(&mut site, modules, &course, "/")?, live: true };
    render::add(&mut site, &course, &files, &place)?;
    site.insert("__recarga.js".into(), include_bytes!("../ui/browser/recarga.js").to_vec());
    Ok(site)
}
