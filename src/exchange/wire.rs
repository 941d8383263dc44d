//! What travels in a link or a file of ours: text packed with DEFLATE (RFC 1951) or gzip (RFC 1952), and bytes as text with
//! base64url (RFC 4648, §5). Nothing that arrives unpacks to more than it may.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// How hard DEFLATE tries, 0 to 10.
const EFFORT: u8 = 9;

pub fn pack(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), EFFORT)
}

/// `None` when it is not packed text, or unpacks to more than `most` bytes.
pub fn unpack(packed: &[u8], most: usize) -> Option<String> {
    String::from_utf8(decompress_to_vec_with_limit(packed, most).ok()?).ok()
}

/// Magic number, DEFLATE, no flags, no date, no hint, no system.
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
const GZIP_TAIL: usize = 8;

/// A text that `gunzip` unpacks.
pub fn gzip(text: &str) -> Vec<u8> {
    let mut packed = GZIP_HEAD.to_vec();
    packed.extend(pack(text));
    packed.extend(crc32fast::hash(text.as_bytes()).to_le_bytes());
    packed.extend((text.len() as u32).to_le_bytes());
    packed
}

/// `None` when it is not a text packed as [`gzip`] packs it, or unpacks to more than `most` bytes. Other programs add a
/// name and a date; nobody makes these files but us.
pub fn gunzip(packed: &[u8], most: usize) -> Option<String> {
    let body = packed.strip_prefix(&GZIP_HEAD[..4])?.get(GZIP_HEAD.len() - 4..)?;
    let (body, tail) = body.split_at_checked(body.len().checked_sub(GZIP_TAIL)?)?;
    let text = unpack(body, most)?;
    (tail[..4] == crc32fast::hash(text.as_bytes()).to_le_bytes()).then_some(text)
}

/// Bytes for an address.
pub fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn from_text(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
