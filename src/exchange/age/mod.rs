//! The age v1 file format (C2SP, `age.md`), so that what is sealed here opens with the standard `age` tool and the other
//! way round.
//!
//! ```text
//! age-encryption.org/v1              ┐
//! -> X25519 <share>                  │ header: the file key, wrapped once for each reader
//! <wrapped file key>                 │
//! --- <MAC of all the above>         ┘
//! <nonce, then chunks of 64 KiB>       payload, under a key derived from the file key
//! ```
//!
//! Two kinds of readers are known: whoever has an X25519 identity, and whoever has a passphrase (scrypt). The primitives are
//! RustCrypto's; randomness is an argument. Reading either gives the whole contents or an error, and never a part.

mod armor;
mod header;
mod keys;
mod payload;
mod wrapping;

pub use keys::{Identity, Recipient};

use header::Header;
use wrapping::FileKey;

/// Fills a buffer with bytes that nobody can guess.
pub type Random<'r> = &'r mut dyn FnMut(&mut [u8]);

/// The scrypt work, as a power of two, with which passphrases are wrapped here: it takes 64 MiB.
const WORK: u8 = 16;

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    #[error("no es un archivo cifrado con age")]
    NotAge,
    #[error("el archivo cifrado está dañado o incompleto")]
    Damaged,
    #[error("está cifrado para otra clave")]
    AnotherKey,
    #[error("la frase de paso no es esta")]
    WrongPassphrase,
    #[error("está protegido con una frase de paso, y no cifrado para una clave")]
    NeedsPassphrase,
    #[error("está cifrado para una clave, y no protegido con una frase de paso")]
    NeedsKey,
    #[error("pide más memoria de la que un navegador puede dar; ábrelo con el programa age")]
    TooMuchWork,
    #[error("no es una clave de age")]
    NotAKey,
}

/// Encrypts for a recipient.
pub fn encrypt(contents: &[u8], to: &Recipient, random: Random<'_>) -> Vec<u8> {
    let file_key = FileKey::fresh(random);
    let stanza = wrapping::for_recipient(&file_key, to, random);
    sealed(&file_key, &stanza, contents, random)
}

/// Encrypts under a passphrase.
pub fn encrypt_with_passphrase(contents: &[u8], passphrase: &str, random: Random<'_>) -> Result<Vec<u8>, AgeError> {
    let file_key = FileKey::fresh(random);
    let stanza = wrapping::for_passphrase(&file_key, passphrase, WORK, random)?;
    Ok(sealed(&file_key, &stanza, contents, random))
}

fn sealed(file_key: &FileKey, stanza: &header::Stanza, contents: &[u8], random: Random<'_>) -> Vec<u8> {
    let mut nonce = [0; payload::NONCE];
    random(&mut nonce);
    let mut file = header::write(file_key, stanza);
    file.extend(payload::seal(file_key, &nonce, contents));
    file
}

/// Opens a file, armored or not, with an identity.
pub fn decrypt(file: &[u8], identity: &Identity) -> Result<Vec<u8>, AgeError> {
    open(file, |header| wrapping::with_identity(&header.stanzas, identity))
}

/// Opens a file, armored or not, with a passphrase.
pub fn decrypt_with_passphrase(file: &[u8], passphrase: &str) -> Result<Vec<u8>, AgeError> {
    open(file, |header| wrapping::with_passphrase(&header.stanzas, passphrase))
}

fn open(file: &[u8], unwrap: impl Fn(&Header<'_>) -> Result<FileKey, AgeError>) -> Result<Vec<u8>, AgeError> {
    let bare = armor::removed(file)?;
    let (header, payload) = Header::read(&bare)?;
    let file_key = unwrap(&header)?;
    header.check(&file_key)?;
    payload::open(&file_key, payload)
}

/// A file as text, to be pasted.
pub fn armored(file: &[u8]) -> String {
    armor::put(file)
}
