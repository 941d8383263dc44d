//! Randomness: for identifiers, and for keys.

use js_sys::Math;

/// 24 hexadecimal digits: 96 bits from the browser's cryptographic generator, or from `Math.random` where there is
/// none. Two events of two devices do not meet in them.
pub fn fresh_id() -> String {
    let mut bytes = [0u8; 12];
    if !secret_bytes(&mut bytes) {
        bytes.fill_with(|| (Math::random() * 256.0) as u8);
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Fills with bytes that nobody can guess. False when this browser has no generator of them.
pub fn secret_bytes(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
