//! The payload: chunks of 64 KiB, each sealed with its number and whether it is the last (STREAM; Hoang and others, 2015).

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};

use super::AgeError;
use super::wrapping::FileKey;

pub const NONCE: usize = 16;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

pub fn seal(file_key: &FileKey, nonce: &[u8; NONCE], contents: &[u8]) -> Vec<u8> {
    let cipher = cipher(file_key, nonce);
    let mut sealed = nonce.to_vec();
    let chunks: Vec<&[u8]> = if contents.is_empty() { vec![contents] } else { contents.chunks(CHUNK).collect() };
    for (place, chunk) in chunks.iter().enumerate() {
        let number = number(place, place + 1 == chunks.len());
        // The only failure is of a message of 256 GiB.
        sealed.extend(cipher.encrypt(&number, *chunk).unwrap_or_default());
    }
    sealed
}

pub fn open(file_key: &FileKey, payload: &[u8]) -> Result<Vec<u8>, AgeError> {
    let (nonce, sealed) = payload.split_first_chunk::<NONCE>().ok_or(AgeError::Damaged)?;
    let cipher = cipher(file_key, nonce);
    let chunks: Vec<&[u8]> = sealed.chunks(CHUNK + TAG).collect();
    let mut contents = Vec::with_capacity(sealed.len());
    for (place, chunk) in chunks.iter().enumerate() {
        let is_last = place + 1 == chunks.len();
        let opened = cipher.decrypt(&number(place, is_last), *chunk).map_err(|_| AgeError::Damaged)?;
        if opened.is_empty() && place > 0 {
            // Only empty contents may end in an empty chunk.
            return Err(AgeError::Damaged);
        }
        contents.extend(opened);
    }
    if chunks.is_empty() { Err(AgeError::Damaged) } else { Ok(contents) }
}

fn cipher(file_key: &FileKey, nonce: &[u8; NONCE]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(file_key.derive(nonce, b"payload")))
}

/// Eleven bytes of counter and one that says whether it is the last.
fn number(place: usize, is_last: bool) -> Nonce {
    let mut number = [0; 12];
    number[3..11].copy_from_slice(&(place as u64).to_be_bytes());
    number[11] = u8::from(is_last);
    Nonce::from(number)
}
