//! The file key, and how it is wrapped for each kind of reader.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::header::{Stanza, decode, encode};
use super::{AgeError, Identity, Random, Recipient};

const X25519: &str = "X25519";
const X25519_INFO: &[u8] = b"age-encryption.org/v1/X25519";
const SCRYPT: &str = "scrypt";
const SCRYPT_SALT: &[u8] = b"age-encryption.org/v1/scrypt";

/// The most work that is done for a passphrase, as a power of two: 256 MiB, which is what `age` itself asks for.
const MOST_WORK: u8 = 18;

/// What the contents are encrypted with, after deriving.
#[derive(Clone, PartialEq, Eq)]
pub struct FileKey([u8; 16]);

impl FileKey {
    pub fn fresh(random: Random<'_>) -> Self {
        let mut key = [0; 16];
        random(&mut key);
        Self(key)
    }

    /// A key for another use, by HKDF with SHA-256.
    pub fn derive(&self, salt: &[u8], info: &[u8]) -> [u8; 32] {
        derive(&self.0, salt, info)
    }

    pub fn header_mac(&self, header: &[u8]) -> [u8; 32] {
        self.mac(header).finalize().into_bytes().into()
    }

    /// In a time that does not depend on where they differ.
    pub fn is_header_mac(&self, header: &[u8], mac: &[u8]) -> bool {
        self.mac(header).verify_slice(mac).is_ok()
    }

    fn mac(&self, header: &[u8]) -> Hmac<Sha256> {
        // HMAC fills a short key with zeros up to a block.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.derive(&[], b"header"));
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block.into());
        mac.update(header);
        mac
    }
}

fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    // The only failure is of a key longer than 255 hashes.
    let _ = Hkdf::<Sha256>::new(Some(salt), secret).expand(info, &mut key);
    key
}

/// Each wrapping key is used once, so the nonce can be zero.
fn wrap(key: [u8; 32], file_key: &FileKey) -> Vec<u8> {
    // The only failure is of a message of 256 GiB.
    ChaCha20Poly1305::new(&Key::from(key)).encrypt(&Nonce::default(), file_key.0.as_slice()).unwrap_or_default()
}

fn unwrap(key: [u8; 32], body: &[u8]) -> Option<FileKey> {
    let file_key = ChaCha20Poly1305::new(&Key::from(key)).decrypt(&Nonce::default(), body).ok()?;
    file_key.try_into().ok().map(FileKey)
}

pub fn for_recipient(file_key: &FileKey, to: &Recipient, random: Random<'_>) -> Stanza {
    let mut secret = [0; 32];
    random(&mut secret);
    let share = x25519_dalek::x25519(secret, x25519_dalek::X25519_BASEPOINT_BYTES);
    let shared = x25519_dalek::x25519(secret, to.0);
    let key = derive(&shared, &[share, to.0].concat(), X25519_INFO);
    Stanza { arguments: vec![X25519.into(), encode(&share)], body: wrap(key, file_key) }
}

pub fn with_identity(stanzas: &[Stanza], identity: &Identity) -> Result<FileKey, AgeError> {
    only_of_its_kind(stanzas)?;
    if kind(&stanzas[0]) == SCRYPT {
        return Err(AgeError::NeedsPassphrase);
    }
    let own = identity.recipient();
    let mut found = None;
    for stanza in stanzas.iter().filter(|stanza| kind(stanza) == X25519) {
        let [_, share] = &stanza.arguments[..] else { return Err(AgeError::Damaged) };
        let share: [u8; 32] = decode(share)?.try_into().map_err(|_| AgeError::Damaged)?;
        let shared = x25519_dalek::x25519(identity.0, share);
        if stanza.body.len() != 32 || shared == [0; 32] {
            return Err(AgeError::Damaged);
        }
        let key = derive(&shared, &[share, own.0].concat(), X25519_INFO);
        found = found.or_else(|| unwrap(key, &stanza.body));
    }
    found.ok_or(AgeError::AnotherKey)
}

/// A passphrase stands alone: whoever knows it must be the only reader.
fn only_of_its_kind(stanzas: &[Stanza]) -> Result<(), AgeError> {
    let has_passphrase = stanzas.iter().any(|stanza| kind(stanza) == SCRYPT);
    if stanzas.is_empty() || (has_passphrase && stanzas.len() > 1) { Err(AgeError::Damaged) } else { Ok(()) }
}

fn kind(stanza: &Stanza) -> &str {
    stanza.arguments.first().map_or("", String::as_str)
}

pub fn for_passphrase(
    file_key: &FileKey,
    passphrase: &str,
    work: u8,
    random: Random<'_>,
) -> Result<Stanza, AgeError> {
    let mut salt = [0; 16];
    random(&mut salt);
    let key = stretched(passphrase, &salt, work)?;
    Ok(Stanza { arguments: vec![SCRYPT.into(), encode(&salt), work.to_string()], body: wrap(key, file_key) })
}

pub fn with_passphrase(stanzas: &[Stanza], passphrase: &str) -> Result<FileKey, AgeError> {
    only_of_its_kind(stanzas)?;
    let stanza = &stanzas[0];
    if kind(stanza) != SCRYPT {
        return Err(AgeError::NeedsKey);
    }
    let [_, salt, work] = &stanza.arguments[..] else { return Err(AgeError::Damaged) };
    let salt: [u8; 16] = decode(salt)?.try_into().map_err(|_| AgeError::Damaged)?;
    let is_plain = work.bytes().all(|byte| byte.is_ascii_digit()) && !work.starts_with('0');
    let work: u8 = work.parse().ok().filter(|_| is_plain).ok_or(AgeError::Damaged)?;
    if stanza.body.len() != 32 {
        return Err(AgeError::Damaged);
    }
    unwrap(stretched(passphrase, &salt, work)?, &stanza.body).ok_or(AgeError::WrongPassphrase)
}

/// scrypt with r = 8 and p = 1 (RFC 7914).
fn stretched(passphrase: &str, salt: &[u8; 16], work: u8) -> Result<[u8; 32], AgeError> {
    if work > MOST_WORK {
        return Err(AgeError::TooMuchWork);
    }
    let parameters = scrypt::Params::new(work, 8, 1).map_err(|_| AgeError::Damaged)?;
    let mut key = [0; 32];
    scrypt::scrypt(passphrase.as_bytes(), &[SCRYPT_SALT, salt].concat(), &parameters, &mut key)
        .map_err(|_| AgeError::Damaged)?;
    Ok(key)
}
