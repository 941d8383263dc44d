//! The two signs and their union. A sign never stands alone: a word always goes with it.

use leptos::prelude::*;

use crate::course::{Dimension, Role};

/// What a sign stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Timon,
    Voz,
    Ambas,
}

impl From<Role> for Sign {
    fn from(role: Role) -> Self {
        match role {
            Role::Smm => Sign::Timon,
            Role::Cm => Sign::Voz,
            Role::Both => Sign::Ambas,
        }
    }
}

impl From<Dimension> for Sign {
    fn from(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Strategy => Sign::Timon,
            Dimension::Operation => Sign::Voz,
        }
    }
}

impl Sign {
    /// The letter that colours its field: `campo t`, `escena v`, `bandera a`.
    pub fn field(self) -> &'static str {
        match self {
            Sign::Timon => "t",
            Sign::Voz => "v",
            Sign::Ambas => "a",
        }
    }

    /// What a module or a lesson of this sign teaches.
    pub fn subject(self) -> &'static str {
        match self {
            Sign::Timon => "Estratégica",
            Sign::Voz => "Operativa",
            Sign::Ambas => "Ambas funciones",
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            Sign::Timon => "#timon",
            Sign::Voz => "#voz",
            Sign::Ambas => "#ambas",
        }
    }

    fn hue(self) -> &'static str {
        match self {
            Sign::Timon => "g-timon",
            Sign::Voz => "g-voz",
            Sign::Ambas => "g-ambas",
        }
    }
}

/// The drawing of a sign, as HTML.
pub fn glyph(sign: Sign) -> String {
    let (hue, symbol) = (sign.hue(), sign.symbol());
    format!(
        "<svg class=\"{hue}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{symbol}\"/></svg>"
    )
}

/// The drawing of a sign. The page holds the three symbols once.
#[component]
pub fn Glyph(sign: Sign) -> impl IntoView {
    view! { <svg class=sign.hue() viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href=sign.symbol()></use></svg> }
}

/// A sign with its word.
#[component]
pub fn Label(sign: Sign, #[prop(into)] text: String) -> impl IntoView {
    view! { <span class=format!("fn {}", sign.field())><Glyph sign/><span>{text}</span></span> }
}
