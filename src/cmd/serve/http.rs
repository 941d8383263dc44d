//! A small server of files in memory, with a stream of events that tells pages to reload.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use super::Shared;
use crate::cmd::Failure;

/// Takes the port before the long work begins, so that a busy one is known at once.
pub async fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
        Failure::Step(format!(
            "no se puede usar el puerto {port} ({error}); cierra lo que lo ocupa o elige otro con --port NÚMERO"
        ))
    })
}

/// Serves until the program is stopped.
pub async fn serve(listener: TcpListener, shared: Shared) -> Result<(), Failure> {
    let stopped = |error| Failure::Step(format!("el servidor se ha detenido: {error}"));
    let address = listener.local_addr().map_err(stopped)?;
    let router = Router::new()
        .route("/__recarga", get(reloads))
        .route("/", get(|state| file(state, Path(String::new()))))
        .route("/{*path}", get(file))
        .with_state(shared);
    say!("\nEl curso está en http://{address}\nCada cambio recarga la página. Para terminar: Ctrl+C")?;
    axum::serve(listener, router).await.map_err(stopped)
}

async fn reloads(State(shared): State<Shared>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = BroadcastStream::new(shared.reload.subscribe()).map(|_| Ok(Event::default().data("recarga")));
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn file(State(shared): State<Shared>, Path(path): Path<String>) -> Response {
    let Ok(site) = shared.site.read() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let index = format!("{path}index.html");
    if let Some(contents) = site.get(&path) {
        return answer(StatusCode::OK, &path, contents);
    }
    if let Some(contents) = site.get(&index).filter(|_| path.is_empty() || path.ends_with('/')) {
        return answer(StatusCode::OK, &index, contents);
    }
    if site.contains_key(&format!("{path}/index.html")) {
        return Redirect::permanent(&format!("/{path}/")).into_response();
    }
    match site.get("404.html") {
        Some(contents) => answer(StatusCode::NOT_FOUND, "404.html", contents),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(status: StatusCode, path: &str, contents: &[u8]) -> Response {
    let headers: [(HeaderName, &str); 2] =
        [(header::CONTENT_TYPE, media_type(path)), (header::CACHE_CONTROL, "no-store")];
    (status, headers, contents.to_vec()).into_response()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        _ => "application/octet-stream",
    }
}
