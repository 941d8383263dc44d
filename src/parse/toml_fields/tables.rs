//! Tables within a table.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Entry, Fields, Located};
use crate::diagnostics::Code;
use crate::parse::findings::Log;

impl<'t> Fields<'t> {
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
}
