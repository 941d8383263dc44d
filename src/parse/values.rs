//! Values that several kinds of TOML share.

use super::findings::{Log, Target};
use super::headings::role;
use super::sheet::source_ids;
use super::toml_fields::{Fields, Located};
use crate::course::{Role, SourceId};
use crate::diagnostics::{Code, nearest};

/// One word of a short list.
pub fn one_of(log: &mut Log<'_>, fields: &Fields<'_>, key: &str, known: &[&str]) -> Option<String> {
    let Located { value, span } = fields.text(log, key)?;
    if known.contains(&value.as_str()) {
        return Some(value);
    }
    let help = match nearest(&value, known.iter().copied()) {
        Some(meant) => format!("¿quizá «{meant}»? Los valores son: {}", known.join(", ")),
        None => format!("los valores son: {}", known.join(", ")),
    };
    log.report(Code::ValueUnknown, span, format!("«{value}» no es un valor de «{key}»"), "valor desconocido", help);
    None
}

/// `funcion`, which must be there.
pub fn function(log: &mut Log<'_>, fields: &Fields<'_>) -> Role {
    fields.require(log, "funcion", "funcion = \"ambas\"");
    one_of(log, fields, "funcion", &["smm", "cm", "ambas"]).as_deref().and_then(role).unwrap_or(Role::Both)
}

/// A number from 0 to 1.
pub fn share(log: &mut Log<'_>, fields: &Fields<'_>, key: &str) -> Option<f64> {
    let Located { value, span } = fields.number(log, key)?;
    if (0.0..=1.0).contains(&value) {
        return Some(value);
    }
    let help = if value > 1.0 && value <= 100.0 {
        format!("¿quizá {}?", value / 100.0)
    } else {
        "escribe, por ejemplo, 0.6".into()
    };
    log.report(Code::ValueRange, span, format!("«{key}» vale {value} y debe estar entre 0 y 1"), "fuera de 0–1", help);
    None
}

/// A text that must be there and say something.
pub fn required(log: &mut Log<'_>, fields: &Fields<'_>, key: &'static str, example: &str) -> String {
    fields.require(log, key, example);
    let Some(Located { value, span }) = fields.text(log, key) else { return String::new() };
    if value.trim().is_empty() {
        log.report(
            Code::KeyMissing,
            span,
            format!("«{key}» está vacío"),
            "sin texto",
            format!("escribe algo como «{example}»"),
        );
    }
    value
}

/// `fuentes`: ids of claims and documents, each a reference.
pub fn sources(log: &mut Log<'_>, fields: &Fields<'_>) -> Vec<SourceId> {
    let texts = fields.texts(log, "fuentes").unwrap_or_default();
    for text in &texts {
        log.refer(Target::Source(text.value.clone()), text.span.clone());
    }
    source_ids(texts)
}

pub fn texts(log: &mut Log<'_>, fields: &Fields<'_>, key: &str) -> Vec<String> {
    fields.texts(log, key).unwrap_or_default().into_iter().map(|text| text.value).collect()
}
