//! The keys of X25519 readers, written as `age` writes them: bech32 (BIP 173).

use std::fmt;
use std::str::FromStr;

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};

use super::{AgeError, Random};

const RECIPIENT: &str = "age";
const IDENTITY: &str = "AGE-SECRET-KEY-";

/// What one encrypts for, `age1…`. It may be known by everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipient(pub(super) [u8; 32]);

/// What one opens with, `AGE-SECRET-KEY-1…`. Only its owner may know it.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity(pub(super) [u8; 32]);

impl Identity {
    pub fn fresh(random: Random<'_>) -> Self {
        let mut secret = [0; 32];
        random(&mut secret);
        Self(secret)
    }

    /// What else may be derived from it. Whoever sees it can open everything.
    pub fn secret(&self) -> &[u8; 32] {
        &self.0
    }

    pub fn recipient(&self) -> Recipient {
        Recipient(x25519_dalek::x25519(self.0, x25519_dalek::X25519_BASEPOINT_BYTES))
    }
}

impl Recipient {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = bech32::encode_lower::<Bech32>(Hrp::parse_unchecked(RECIPIENT), &self.0).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl Identity {
    /// As `age` reads it. Whoever sees it can open everything.
    pub fn to_secret_text(&self) -> String {
        // 32 bytes always fit.
        bech32::encode_upper::<Bech32>(Hrp::parse_unchecked(IDENTITY), &self.0).unwrap_or_default()
    }
}

/// The secret is not shown by accident.
impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({})", self.recipient())
    }
}

impl FromStr for Recipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        bytes(text, RECIPIENT).filter(|_| text.starts_with("age1")).map(Self).ok_or(AgeError::NotAKey)
    }
}

impl FromStr for Identity {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        bytes(text, IDENTITY).filter(|_| text.starts_with(IDENTITY)).map(Self).ok_or(AgeError::NotAKey)
    }
}

fn bytes(text: &str, kind: &str) -> Option<[u8; 32]> {
    let parsed = CheckedHrpstring::new::<Bech32>(text).ok()?;
    let bytes: Vec<u8> = parsed.byte_iter().collect();
    (parsed.hrp() == Hrp::parse_unchecked(kind)).then(|| <[u8; 32]>::try_from(bytes).ok()).flatten()
}
