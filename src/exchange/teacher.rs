//! The instructor's key: what opens submissions and signs assignments.
//!
//! There is one secret, an age identity. What signs is derived from it, so that one file is all there is to keep, and that
//! file opens with the `age` tool as well.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hkdf::Hkdf;
use sha2::Sha256;

use super::age::{self, AgeError, Identity, Random, Recipient};

const SIGNING: &[u8] = b"timon-y-voz/firma/v1";
/// A key file is of some hundred bytes.
const MOST_BYTES: usize = 64 * 1024;

/// Shorter passphrases are guessed.
pub const SHORTEST_PASSPHRASE: usize = 10;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeacherKey {
    identity: Identity,
}

/// Who signed an assignment. 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author(pub [u8; 32]);

/// Why a key file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    #[error("La frase de paso no es esta. Sin ella el archivo no se puede abrir: nadie más la tiene.")]
    WrongPassphrase,
    #[error("Ese archivo no es una clave de docente. Busca el que descargaste al crearla: su nombre empieza por «clave-docente».")]
    NotAKeyFile,
    #[error("El archivo de la clave está dañado o incompleto. Prueba con otra copia de él.")]
    Damaged,
    #[error("La frase de paso es demasiado corta: usa al menos {SHORTEST_PASSPHRASE} caracteres; cuatro palabras al azar van bien.")]
    PassphraseTooShort,
}

impl TeacherKey {
    pub fn fresh(random: Random<'_>) -> Self {
        Self { identity: Identity::fresh(random) }
    }

    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What submissions are encrypted for. It travels in assignments.
    pub fn recipient(&self) -> Recipient {
        self.identity.recipient()
    }

    pub fn author(&self) -> Author {
        Author(self.signing().verifying_key().to_bytes())
    }

    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing().sign(message).to_bytes()
    }

    fn signing(&self) -> SigningKey {
        let mut seed = [0; 32];
        // The only failure is of a key longer than 255 hashes.
        let _ = Hkdf::<Sha256>::new(None, self.identity.secret()).expand(SIGNING, &mut seed);
        SigningKey::from_bytes(&seed)
    }

    /// The file to keep, as text: an age identity under a passphrase. `day` is when it was made, `2026-11-25`.
    pub fn to_file(&self, passphrase: &str, day: &str, random: Random<'_>) -> Result<String, KeyFileError> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(KeyFileError::PassphraseTooShort);
        }
        let text = format!(
            "# Clave de docente de Timón y Voz, creada el {day}\n# public key: {}\n{}\n",
            self.recipient(),
            self.identity.to_secret_text()
        );
        let file = age::encrypt_with_passphrase(text.as_bytes(), passphrase, random);
        Ok(age::armored(&file.map_err(|_| KeyFileError::Damaged)?))
    }

    pub fn from_file(file: &[u8], passphrase: &str) -> Result<Self, KeyFileError> {
        if file.len() > MOST_BYTES {
            return Err(KeyFileError::NotAKeyFile);
        }
        let text = age::decrypt_with_passphrase(file, passphrase).map_err(|error| match error {
            AgeError::WrongPassphrase => KeyFileError::WrongPassphrase,
            AgeError::Damaged | AgeError::TooMuchWork => KeyFileError::Damaged,
            _ => KeyFileError::NotAKeyFile,
        })?;
        let text = String::from_utf8(text).map_err(|_| KeyFileError::NotAKeyFile)?;
        let identity = text.lines().find_map(|line| line.trim().parse().ok()).ok_or(KeyFileError::NotAKeyFile)?;
        Ok(Self { identity })
    }
}

impl Author {
    pub fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let key = VerifyingKey::from_bytes(&self.0);
        key.is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
    }

    /// Four groups of digits by which two people can compare, aloud, whether they hold the same key.
    pub fn digits(&self) -> String {
        let number = crate::course::fnv1a(&self.0);
        let group = |n: u32| format!("{:04}", (number >> (n * 16)) % 10_000);
        [0, 1, 2, 3].map(group).join(" ")
    }
}
