//! The keys of front matter, of sheets and of `curso.toml`, each read as the type it should have.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::findings::Log;
use super::toml_errors;
use crate::diagnostics::{Code, nearest};

/// A text with its place, quotes included.
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

    /// The tables of a list of tables, `[[rutas]]`, each read with its own keys.
    pub fn tables(&self, log: &mut Log<'t>, key: &str, known: &[&'static str]) -> Vec<Fields<'t>> {
        let Some(entry) = self.sound(key) else { return Vec::new() };
        let tables = match &entry.value {
            DeValue::Array(values) => values.iter().map(|value| (value.get_ref().as_table(), value.span())).collect(),
            _ => vec![(None, 0..0)],
        };
        if tables.iter().any(|(table, _)| table.is_none()) {
            let help = format!("escribe cada una en su propio bloque, que empieza por [[{key}]]");
            let message = format!("«{key}» no es una lista de bloques");
            log.report(Code::ValueType, entry.span.clone(), message, "tipo inesperado", help);
            return Vec::new();
        }
        let read = |(table, span): (Option<&DeTable<'t>>, Range<usize>)| {
            Some(self.within(log, table?, self.base + span.start..self.base + span.end, known))
        };
        tables.into_iter().filter_map(read).collect()
    }

    /// A table inside this one, read with its own keys.
    pub fn table(&self, log: &mut Log<'t>, key: &str, known: &[&'static str]) -> Option<Fields<'t>> {
        let entry = self.sound(key)?;
        match entry.value.as_table() {
            Some(inner) => Some(self.within(log, inner, entry.span.clone(), known)),
            None => {
                let help = format!("escribe un bloque que empieza por [{key}]");
                let message = format!("«{key}» no es un bloque");
                log.report(Code::ValueType, entry.span.clone(), message, "tipo inesperado", help);
                None
            }
        }
    }

    /// The tables inside a table, `[variables]`, each with its name and read with its own keys, in the order written.
    pub fn named_tables(
        &self,
        log: &mut Log<'t>,
        key: &str,
        known: &[&'static str],
    ) -> Vec<(Located<String>, Fields<'t>)> {
        let Some(entry) = self.sound(key) else { return Vec::new() };
        let Some(outer) = entry.value.as_table() else {
            let help = format!("escribe un bloque que empieza por [{key}], con una línea para cada nombre");
            let message = format!("«{key}» no es un bloque");
            log.report(Code::ValueType, entry.span.clone(), message, "tipo inesperado", help);
            return Vec::new();
        };
        let mut named = Vec::new();
        for (name, value) in outer {
            let place = self.base + name.span().start..self.base + value.span().end.max(name.span().end);
            let located =
                Located { value: name.get_ref().to_string(), span: self.base + name.span().start..self.base + name.span().end };
            match value.get_ref().as_table() {
                Some(inner) => named.push((located, self.within(log, inner, place, known))),
                None => {
                    let help = format!("escribe {} = {{ … }}, con sus datos entre llaves", located.value);
                    let message = format!("«{}» no lleva sus datos", located.value);
                    log.report(Code::ValueType, place, message, "tipo inesperado", help);
                }
            }
        }
        named.sort_by_key(|(name, _)| name.span.start);
        named
    }

    /// Reads a table that stands inside this one.
    fn within(&self, log: &mut Log<'t>, table: &DeTable<'t>, place: Range<usize>, known: &[&'static str]) -> Fields<'t> {
        let base = self.base;
        let mut entries: Vec<Entry<'t>> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: base + key.span().start..base + key.span().end,
                value: value.get_ref().clone(),
                span: base + value.span().start..base + value.span().end,
                sound: true,
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span.start);
        let mut fields = Fields { entries, base, place, malformed: self.malformed, ..Fields::none() };
        fields.report_unknown(log, known);
        fields
    }

    /// `true` or `false`.
    pub fn flag(&self, log: &mut Log<'_>, key: &str) -> Option<bool> {
        self.typed(log, key, "true o false, sin comillas", DeValue::as_bool).map(|located| located.value)
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

    pub fn text(&self, log: &mut Log<'_>, key: &str) -> Option<Located<String>> {
        self.typed(log, key, "un texto entre comillas", |value| value.as_str().map(str::to_string))
    }

    /// A list of texts, each with its place.
    pub fn texts(&self, log: &mut Log<'_>, key: &str) -> Option<Vec<Located<String>>> {
        let base = self.base;
        self.typed(log, key, "una lista de textos, como [\"uno\", \"dos\"]", |value| {
            let DeValue::Array(values) = value else { return None };
            values
                .iter()
                .map(|value| {
                    let text = value.get_ref().as_str()?.to_string();
                    let span = value.span();
                    Some(Located { value: text, span: base + span.start..base + span.end })
                })
                .collect()
        })
        .map(|located| located.value)
    }

    pub fn number(&self, log: &mut Log<'_>, key: &str) -> Option<Located<f64>> {
        self.typed(log, key, "un número, como 0.5", number)
    }

    pub fn integer(&self, log: &mut Log<'_>, key: &str) -> Option<Located<i64>> {
        self.typed(log, key, "un número entero, como 25", |value| {
            let integer = value.as_integer()?;
            i64::from_str_radix(integer.as_str(), integer.radix()).ok()
        })
    }

    /// A date without time, as `2026-11-22`.
    pub fn date(&self, log: &mut Log<'_>, key: &str) -> Option<String> {
        let entry = self.sound(key)?;
        match &entry.value {
            DeValue::Datetime(moment) if moment.date.is_some() && moment.time.is_none() => Some(moment.to_string()),
            _ => {
                let help = format!("escribe la fecha sin comillas y en este orden: {key} = 2026-11-22");
                log.report(
                    Code::DateInvalid,
                    entry.span.clone(),
                    format!("«{key}» no es una fecha"),
                    "se esperaba una fecha",
                    help,
                );
                None
            }
        }
    }

    /// A table of numbers, in the order written. A name with dots may be quoted or not.
    pub fn numbers(&self, log: &mut Log<'_>, key: &str) -> Option<Vec<Located<(String, f64)>>> {
        let base = self.base;
        self.typed(
            log,
            key,
            "una tabla como { \"estrategia.diagnostico\" = 0.7, \"operacion.escucha\" = 0.3 }",
            |value| {
                let DeValue::Table(table) = value else { return None };
                let mut flat = Vec::new();
                flatten(table, "", base, &mut flat)?;
                flat.sort_by_key(|located: &Located<(String, f64)>| located.span.start);
                Some(flat)
            },
        )
        .map(|located| located.value)
    }

    fn typed<T>(
        &self,
        log: &mut Log<'_>,
        key: &str,
        expected: &str,
        read: impl Fn(&DeValue<'t>) -> Option<T>,
    ) -> Option<Located<T>> {
        let entry = self.sound(key)?;
        match read(&entry.value) {
            Some(value) => Some(Located { value, span: entry.span.clone() }),
            None => {
                let message = format!("el valor de «{key}» no es del tipo esperado");
                log.report(
                    Code::ValueType,
                    entry.span.clone(),
                    message,
                    "tipo inesperado",
                    format!("escribe {expected}"),
                );
                None
            }
        }
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(float) => float.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
        _ => None,
    }
}

/// `a = { b = 1 }` and `a.b = 1` are the same table; here both become the name `a.b`.
fn flatten(table: &DeTable<'_>, prefix: &str, base: usize, flat: &mut Vec<Located<(String, f64)>>) -> Option<()> {
    for (key, value) in table {
        let name = format!("{prefix}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => flatten(inner, &format!("{name}."), base, flat)?,
            other => {
                let span = base + key.span().start..base + value.span().end;
                flat.push(Located { value: (name, number(other)?), span });
            }
        }
    }
    Some(())
}
