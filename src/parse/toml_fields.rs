//! The keys of front matter, of sheets and of `curso.toml`, each read as the type it should have.

mod tables;
mod values;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::findings::Log;
use super::toml_errors;
use crate::diagnostics::{Code, nearest};

/// A value with its place; of a text, quotes included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// A table that has been read. Each key is asked for by its type; what does not fit is reported once.
#[derive(Debug)]
pub struct Fields<'t> {
    entries: Vec<Entry<'t>>,
    /// Where the TOML begins in its file.
    base: usize,
    /// Where a missing key is missed.
    place: Range<usize>,
    /// Keys that are absent because of an error already reported.
    excused: Vec<&'static str>,
    /// Some key that does not exist holds a table.
    stray_tables: bool,
    /// Malformed TOML: what seems missing may be there and could not be read.
    malformed: bool,
}

#[derive(Debug)]
struct Entry<'t> {
    key: String,
    key_span: Range<usize>,
    value: DeValue<'t>,
    span: Range<usize>,
    /// No line of it is in error. One that is has been reported, and nothing more is said of it.
    sound: bool,
}

impl<'t> Fields<'t> {
    /// Reads the TOML at `span`; `place` is where to point when a key is missing.
    pub fn read(log: &mut Log<'t>, span: Range<usize>, place: Range<usize>, known: &[&'static str]) -> Self {
        let (table, errors) = DeTable::parse_recoverable(log.slice(span.clone()));
        let mut read: Vec<_> = table.into_inner().into_iter().collect();
        read.sort_by_key(|(key, _)| key.span().start);
        let places: Vec<_> = read.iter().map(|(key, value)| key.span().start..value.span().end).collect();
        let broken = toml_errors::report(log, span.clone(), &errors, &places);
        let moved = |inner: Range<usize>| span.start + inner.start..span.start + inner.end;
        // What follows the name of a table in error may be of that table.
        let opens = |line: &Range<usize>| log.slice(line.clone()).trim_start().starts_with('[');
        let apart = |line: &Range<usize>, place: &Range<usize>| {
            place.end < line.start || line.end < place.start && !opens(line)
        };
        let sound = |place: Range<usize>| broken.iter().all(|line| apart(line, &place));
        let entries = read.into_iter().zip(places).map(|((key, value), place)| Entry {
            sound: sound(moved(place)),
            key_span: moved(key.span()),
            key: key.into_inner().into_owned(),
            span: moved(value.span()),
            value: value.into_inner(),
        });
        let malformed = !errors.is_empty();
        let mut fields = Self { entries: entries.collect(), base: span.start, place, malformed, ..Self::none() };
        fields.report_unknown(log, known);
        fields
    }

    /// No table at all, for a reason already reported.
    pub fn none() -> Self {
        let (entries, excused) = (Vec::new(), Vec::new());
        Self { entries, base: 0, place: 0..0, excused, stray_tables: false, malformed: true }
    }

    fn report_unknown(&mut self, log: &mut Log<'_>, known: &[&'static str]) {
        for entry in self.entries.iter().filter(|entry| entry.sound) {
            if known.contains(&entry.key.as_str()) {
                continue;
            }
            let meant = nearest(&entry.key, known.iter().copied());
            let help = match meant {
                Some(meant) => format!("¿quizá «{meant}»? Las claves de aquí son: {}", known.join(", ")),
                None => format!("las claves de aquí son: {}", known.join(", ")),
            };
            self.excused.extend(known.iter().find(|key| Some(**key) == meant));
            self.stray_tables |= entry.value.is_table();
            log.report(
                Code::KeyUnknown,
                entry.key_span.clone(),
                format!("la clave «{}» no existe", entry.key),
                "clave desconocida",
                help,
            );
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// Whether a key may be there without having been read, for an error already reported. Tables under names that are
    /// not keys may well be its own, when its name is missing.
    pub fn is_unsure(&self, key: &str) -> bool {
        let unread = self.has(key) && self.sound(key).is_none();
        self.malformed || self.excused.contains(&key) || unread || !self.has(key) && self.stray_tables
    }

    pub fn span(&self, key: &str) -> Option<Range<usize>> {
        self.sound(key).map(|entry| entry.span.clone())
    }

    fn sound(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries.iter().find(|entry| entry.key == key && entry.sound)
    }

    /// The text of a key as far as it could be understood, an error in its line notwithstanding.
    pub fn guessed_text(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|entry| entry.key == key)?.value.as_str()
    }

    /// Where the table stands, for what is wrong with it as a whole.
    pub fn place(&self) -> Range<usize> {
        self.place.clone()
    }

    /// Reports a key that must be there and is not.
    pub fn require(&self, log: &mut Log<'_>, key: &'static str, example: &str) {
        self.require_as(log, Code::KeyMissing, key, example);
    }

    pub fn require_as(&self, log: &mut Log<'_>, code: Code, key: &'static str, example: &str) {
        if !self.has(key) && !self.malformed && !self.excused.contains(&key) {
            let help = format!("añade una línea como «{example}»");
            log.report(
                code,
                self.place.clone(),
                format!("falta la clave «{key}»"),
                "debería estar en este bloque",
                help,
            );
        }
    }
}
