//! What travels to the browser for one case: its words without the scene, and what deciding it adds to the profile.

use serde::{Deserialize, Serialize};

use crate::course::{CompetencyId, Dimension, Form, Html, Item};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
    pub item: Item,
    pub stem: Html,
    pub hints: Vec<Html>,
    pub form: Form,
    pub explanation: Option<Html>,
    pub measures: Vec<Measure>,
    /// The address of the paragraph to read again.
    pub review: Link,
    /// Where to go on: the next case or the end of the lesson.
    pub next: Link,
}

/// A competency that the case measures, with its weight, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub competency: CompetencyId,
    pub dimension: Dimension,
    pub name: String,
    pub weight: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub href: String,
    pub text: String,
}

impl CaseView {
    /// What the button that confirms says.
    pub fn confirm(&self) -> &'static str {
        match self.form {
            Form::Single(_) => "Confirmar la decisión",
            Form::Multiple(_) => "Confirmar las decisiones",
            Form::Order(_) => "Confirmar el orden",
            Form::Match(_) | Form::Classify(_) => "Confirmar el reparto",
            Form::Rate(_) => "Confirmar las valoraciones",
        }
    }

    /// How it is answered, for the group of controls.
    pub fn instruction(&self) -> String {
        match &self.form {
            Form::Single(_) => "Elige una opción".into(),
            Form::Multiple(options) => {
                format!("Elige {} opciones", options.iter().filter(|option| option.recommended).count())
            }
            Form::Order(_) => {
                "Ordena los pasos, del primero al último, con los botones o con las flechas del teclado".into()
            }
            Form::Match(_) => "Elige una respuesta para cada fila".into(),
            Form::Classify(_) => "Clasifica cada fila".into(),
            Form::Rate(rating) => {
                format!("Valora cada fila, de 1 (contraproducente) a {} (muy eficaz)", rating.points)
            }
        }
    }
}
