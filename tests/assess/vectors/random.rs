//! Reproducible randomness, and the message authentication that exchanged files rely on.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use timon_y_voz::course::{SplitMix64, shuffled};

use super::file::vectors;

#[test]
fn hmac_sha256() {
    let bytes = |hex: &str| -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    };
    for row in vectors().hmac_sha256_rfc4231 {
        let mut mac = Hmac::<Sha256>::new_from_slice(&bytes(&row.key)).unwrap();
        mac.update(&bytes(&row.data));
        assert_eq!(mac.finalize().into_bytes().as_slice(), bytes(&row.mac));
    }
}

#[test]
fn splitmix64() {
    let section = vectors().splitmix64;
    let mut random = SplitMix64::new(section.seed);
    for expected in &section.first5 {
        assert_eq!(random.next_u64().to_string(), *expected, "{}", section.note);
    }
}

#[test]
fn fisher_yates() {
    let section = vectors().fisher_yates_splitmix64;
    for row in section.rows {
        assert_eq!(shuffled(row.n, row.seed), row.perm, "{}", section.algo);
    }
}
