//! The link of an assignment: everything that is asked, signed, with the key that submissions are encrypted for.
//!
//! ```text
//! base64url( version · author's key (32) · signature (64) · DEFLATE(JSON) )
//! ```
//!
//! It travels after the `#` of an address, so no server sees it. The signature is of everything but itself. It says that
//! the link is as whoever holds the key made it, and not who that is.

mod stored;

use super::age::Recipient;
use super::teacher::{Author, TeacherKey};
use super::wire;
use crate::learner::Assignment;

/// The version of the form that is written here.
const VERSION: u8 = 1;
/// Before the version, in what is signed: a signature of ours for this is for nothing else.
const CONTEXT: &[u8] = b"timon-y-voz/tarea";
/// Links are typed by nobody: longer than this they are not ours.
const MOST_CHARACTERS: usize = 20_000;
const MOST_BYTES: usize = 64 * 1024;

/// An assignment as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    pub assignment: Assignment,
    /// What to encrypt submissions for.
    pub recipient: Recipient,
    pub author: Author,
}

/// Why a link is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("El enlace está incompleto. Cópialo entero, desde «https» hasta el final, o pide que te lo envíen otra vez.")]
    Incomplete,
    #[error("El enlace se ha modificado después de firmarlo, así que no se puede saber qué pedía. Pide que te lo envíen otra vez.")]
    Changed,
    #[error("El enlace se hizo con una versión más nueva del curso. Vuelve a cargar la página; si sigue igual, avisa a quien te lo envió.")]
    Newer,
    #[error("El enlace es de otro curso («{0}»). Ábrelo en la dirección que te dieron.")]
    AnotherCourse(String),
    #[error("El enlace está firmado, pero lo que pide no se entiende: {0}. Avisa a quien te lo envió.")]
    Unreadable(&'static str),
}

/// The text of a link, to go after the `#`.
pub fn to_link(assignment: &Assignment, course: &str, key: &TeacherKey) -> String {
    let body = wire::pack(&stored::to_json(assignment, course, &key.recipient()));
    let author = key.author();
    let signature = key.sign(&signed(VERSION, &author, &body));
    wire::to_text(&[&[VERSION], author.0.as_slice(), &signature, &body].concat())
}

/// The link's own text, from what comes after the `#`: `t=` says what it is.
pub fn text_of(fragment: &str) -> String {
    fragment.trim().trim_start_matches("t=").to_owned()
}

/// Reads what comes after the `#`.
pub fn from_link(text: &str, course: &str) -> Result<Received, LinkError> {
    if text.len() > MOST_CHARACTERS {
        return Err(LinkError::Changed);
    }
    let bytes = wire::from_text(text.trim()).ok_or(LinkError::Incomplete)?;
    let (version, rest) = bytes.split_first().ok_or(LinkError::Incomplete)?;
    if *version > VERSION {
        return Err(LinkError::Newer);
    }
    let (author, rest) = rest.split_first_chunk::<32>().ok_or(LinkError::Incomplete)?;
    let (signature, body) = rest.split_first_chunk::<64>().ok_or(LinkError::Incomplete)?;
    let author = Author(*author);
    if !author.has_signed(&signed(*version, &author, body), signature) {
        // One that lost its end has a packed text that ends too soon; one that was touched, another one.
        return Err(if wire::unpack(body, MOST_BYTES).is_none() { LinkError::Incomplete } else { LinkError::Changed });
    }
    let text = wire::unpack(body, MOST_BYTES).ok_or(LinkError::Unreadable("no se puede descomprimir"))?;
    let (assignment, recipient) = stored::from_json(&text, course)?;
    Ok(Received { assignment, recipient, author })
}

fn signed(version: u8, author: &Author, body: &[u8]) -> Vec<u8> {
    [CONTEXT, &[version], author.0.as_slice(), body].concat()
}
