//! Randomness for identifiers.

use js_sys::Math;

/// 24 hexadecimal digits: 96 bits from the browser's cryptographic generator, or from `Math.random` where there is
/// none. Two events of two devices do not meet in them.
pub fn fresh_id() -> String {
    let mut bytes = [0u8; 12];
    let secure = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !secure {
        bytes.fill_with(|| (Math::random() * 256.0) as u8);
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
