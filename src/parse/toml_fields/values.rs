//! Values of each type, or what is wrong with them.

use toml::de::{DeTable, DeValue};

use super::{Fields, Located};
use crate::diagnostics::Code;
use crate::parse::findings::Log;

impl<'t> Fields<'t> {
    /// `true` or `false`.
    pub fn flag(&self, log: &mut Log<'_>, key: &str) -> Option<bool> {
        self.typed(log, key, "true o false, sin comillas", DeValue::as_bool).map(|located| located.value)
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
