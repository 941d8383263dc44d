//! What travels in a link or a file of ours: text packed with DEFLATE (RFC 1951), and bytes as text with base64url
//! (RFC 4648, §5). Nothing that arrives unpacks to more than it may.

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

/// Bytes for an address.
pub fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn from_text(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
