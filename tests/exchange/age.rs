//! The age format against the vectors that its authors publish (C2SP CCTV, in the public domain), and against itself.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use timon_y_voz::course::SplitMix64;
use timon_y_voz::exchange::age::{self, AgeError, Identity, Recipient};

/// A published vector: how a file has to be opened and what has to come of it.
struct Vector {
    expect: String,
    payload: Option<String>,
    identities: Vec<String>,
    passphrases: Vec<String>,
    file: Vec<u8>,
}

impl Vector {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let all = |key: &str| -> Vec<String> {
            let of_key = head.lines().filter_map(|line| line.split_once(": ")).filter(|(name, _)| *name == key);
            of_key.map(|(_, value)| value.to_owned()).collect()
        };
        let body = &bytes[end + 2..];
        let file = match all("compressed").first().map(String::as_str) {
            Some("zlib") => miniz_oxide::inflate::decompress_to_vec_zlib(body).unwrap(),
            Some(other) => panic!("compressed with {other}"),
            None => body.to_vec(),
        };
        Self {
            expect: all("expect").remove(0),
            payload: all("payload").pop(),
            identities: all("identity"),
            passphrases: all("passphrase"),
            file,
        }
    }

    /// Tried with everything that the vector gives, as a person who has several keys would.
    fn opened(&self) -> Result<Vec<u8>, AgeError> {
        let with_keys = self.identities.iter().filter_map(|identity| identity.parse::<Identity>().ok());
        let with_keys = with_keys.map(|identity| age::decrypt(&self.file, &identity));
        let with_words = self.passphrases.iter().map(|words| age::decrypt_with_passphrase(&self.file, words));
        let mut last = Err(AgeError::AnotherKey);
        for outcome in with_keys.chain(with_words) {
            last = outcome;
            if last.is_ok() {
                break;
            }
        }
        last
    }
}

fn vectors() -> BTreeMap<String, Vector> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/age/cctv.json");
    let all: BTreeMap<String, String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    all.into_iter().map(|(name, text)| (name, Vector::read(&STANDARD.decode(text).unwrap()))).collect()
}

#[test]
fn every_published_vector_is_opened_or_refused_as_it_should() {
    let vectors = vectors();
    assert!(vectors.len() > 100);
    let mut opened = 0;
    for (name, vector) in vectors {
        match (vector.expect.as_str(), vector.opened()) {
            ("success", Ok(contents)) => {
                let hash: String = Sha256::digest(&contents).iter().map(|byte| format!("{byte:02x}")).collect();
                assert_eq!(Some(hash), vector.payload, "{name}");
                opened += 1;
            }
            ("success", Err(error)) => panic!("{name} had to be opened: {error}"),
            ("no match", Err(AgeError::AnotherKey | AgeError::WrongPassphrase | AgeError::NeedsKey)) => {}
            ("no match", outcome) => panic!("{name}: {outcome:?}"),
            (_, Err(_)) => {}
            (expected, Ok(_)) => panic!("{name} had to be refused: {expected}"),
        }
    }
    assert!(opened > 20, "{opened}");
}

pub fn random(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut numbers = SplitMix64::new(seed);
    move |bytes| bytes.iter_mut().for_each(|byte| *byte = numbers.next_u64() as u8)
}

proptest! {
    #[test]
    fn what_is_sealed_is_opened_by_its_reader_alone(contents in prop::collection::vec(any::<u8>(), 0..400), seed: u64) {
        let mut random = random(seed);
        let (reader, other) = (Identity::fresh(&mut random), Identity::fresh(&mut random));
        let file = age::encrypt(&contents, &reader.recipient(), &mut random);
        prop_assert_eq!(age::decrypt(&file, &reader), Ok(contents.clone()));
        prop_assert_eq!(age::decrypt(&file, &other), Err(AgeError::AnotherKey));
        prop_assert_eq!(age::decrypt(age::armored(&file).as_bytes(), &reader), Ok(contents));
    }

    /// One byte changed anywhere, or the end lost, and nothing is opened.
    #[test]
    fn a_file_that_was_touched_is_refused(seed: u64, place: prop::sample::Index, flip in 1u8.., cut: prop::sample::Index) {
        let mut random = random(seed);
        let reader = Identity::fresh(&mut random);
        let file = age::encrypt(b"lo que se entrega", &reader.recipient(), &mut random);
        let mut touched = file.clone();
        touched[place.index(file.len())] ^= flip;
        prop_assert!(age::decrypt(&touched, &reader).is_err());
        prop_assert!(age::decrypt(&file[..cut.index(file.len())], &reader).is_err());
    }

    #[test]
    fn anything_at_all_is_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), seed: u64) {
        let reader = Identity::fresh(&mut random(seed));
        prop_assert!(age::decrypt(&bytes, &reader).is_err());
        let after_version = [b"age-encryption.org/v1\n".as_slice(), &bytes].concat();
        prop_assert!(age::decrypt(&after_version, &reader).is_err());
        prop_assert!(age::decrypt_with_passphrase(&after_version, "x").is_err());
    }
}

#[test]
fn contents_of_any_number_of_chunks_come_back() {
    let mut random = random(7);
    let reader = Identity::fresh(&mut random);
    for size in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
        let contents: Vec<u8> = (0..size).map(|at| at as u8).collect();
        let file = age::encrypt(&contents, &reader.recipient(), &mut random);
        assert_eq!(age::decrypt(&file, &reader).as_ref(), Ok(&contents), "{size}");
    }
}

#[test]
fn a_passphrase_opens_what_it_closed() {
    let mut random = random(11);
    let file = age::encrypt_with_passphrase(b"una clave", "caballo pila grapa", &mut random).unwrap();
    assert_eq!(age::decrypt_with_passphrase(&file, "caballo pila grapa"), Ok(b"una clave".to_vec()));
    assert_eq!(age::decrypt_with_passphrase(&file, "caballo pila"), Err(AgeError::WrongPassphrase));
    assert_eq!(age::decrypt(&file, &Identity::fresh(&mut random)), Err(AgeError::NeedsPassphrase));
}

#[test]
fn keys_are_read_as_they_are_written() {
    let identity = Identity::fresh(&mut random(3));
    let recipient = identity.recipient();
    assert_eq!(identity.to_secret_text().parse(), Ok(identity.clone()));
    assert_eq!(recipient.to_string().parse(), Ok(recipient));
    assert!(!format!("{identity:?}").contains("SECRET"));
    for wrong in ["", "age1", "AGE-SECRET-KEY-1", &recipient.to_string()[..40], &recipient.to_string().to_uppercase()] {
        assert_eq!(wrong.parse::<Recipient>(), Err(AgeError::NotAKey), "{wrong}");
    }
    assert_eq!(recipient.to_string().parse::<Identity>(), Err(AgeError::NotAKey));
}
