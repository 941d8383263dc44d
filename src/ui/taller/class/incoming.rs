//! Submissions as they arrive: files, or text with any number of them.

use crate::exchange::TeacherKey;
use crate::exchange::submission::{Submission, found_in, open};
use crate::ui::browser::{self, UnreadableFile};

/// Something that should be a submission, with a name for whoever gave it.
pub struct Arrived {
    name: String,
    contents: Result<Vec<u8>, String>,
}

#[derive(Default)]
pub struct Opened {
    pub submissions: Vec<Submission>,
    pub failures: Vec<(String, String)>,
}

pub fn of_files(files: Vec<(String, Result<Vec<u8>, UnreadableFile>)>) -> Vec<Arrived> {
    files.into_iter().flat_map(|(name, bytes)| of_file(name, bytes)).collect()
}

/// A file is a submission, or a text that has some.
fn of_file(name: String, bytes: Result<Vec<u8>, UnreadableFile>) -> Vec<Arrived> {
    let Ok(bytes) = bytes else {
        return vec![Arrived { name, contents: Err("el navegador no ha podido leer el archivo".into()) }];
    };
    let is_age = bytes.starts_with(b"age-encryption.org/") || bytes.starts_with(b"-----BEGIN AGE");
    let within = std::str::from_utf8(&bytes).ok().filter(|_| !is_age).map(of_text).unwrap_or_default();
    if within.is_empty() {
        return vec![Arrived { name, contents: Ok(bytes) }];
    }
    within.into_iter().map(|arrived| Arrived { name: format!("{name}, {}", arrived.name), ..arrived }).collect()
}

pub fn of_text(text: &str) -> Vec<Arrived> {
    let arrived = |(place, found): (usize, Result<Vec<u8>, String>)| Arrived {
        name: format!("entrega {}", place + 1),
        contents: found.map_err(|start| format!("«{start}…» está cortada o cambiada: pide que la envíen otra vez")),
    };
    found_in(text).into_iter().enumerate().map(arrived).collect()
}

/// Opens each by itself: one that is damaged spoils no other.
pub fn open_all(arrived: Vec<Arrived>, key: &TeacherKey) -> Opened {
    let course = browser::course_id();
    let mut opened = Opened::default();
    for Arrived { name, contents } in arrived {
        let outcome = contents.and_then(|file| open(&file, key.identity(), &course).map_err(|error| error.to_string()));
        match outcome {
            Ok(submission) => opened.submissions.push(submission),
            Err(why) => opened.failures.push((name, why)),
        }
    }
    opened
}
