//! What is said to the learner when storage fails. Each message says what happens, what is kept and what can be done.

use crate::learner;
use crate::ui::browser::StorageError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    Storage(StorageError),
    /// The shelf is still being opened.
    Opening,
    /// The items of the course did not come.
    Bank,
    /// Some lines could not be read. They are kept as they are.
    Lines(Unreadable),
}

/// How many lines could not be read, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Written by a newer version of the course.
    pub newer: usize,
    /// Damaged.
    pub malformed: usize,
}

impl Unreadable {
    /// Counts one more line, by why it could not be read.
    pub fn count(&mut self, cause: &learner::Unreadable) {
        match cause {
            learner::Unreadable::Newer { .. } => self.newer += 1,
            learner::Unreadable::Malformed { .. } => self.malformed += 1,
        }
    }
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        Trouble::Storage(error)
    }
}

impl Trouble {
    /// The trouble of lines that could not be read; `None` when there are none.
    pub fn of_lines(found: Unreadable) -> Option<Self> {
        (found != Unreadable::default()).then_some(Trouble::Lines(found))
    }

    pub fn message(self) -> String {
        match self {
            Trouble::Storage(error) => storage(error).into(),
            Trouble::Opening => {
                "Tus datos todavía se están leyendo. Espera un momento y vuelve a intentarlo; no se ha tocado nada."
                    .into()
            }
            Trouble::Bank => {
                "No se han podido cargar los casos del curso para calcular tus resultados. Tus respuestas \
                              están a salvo. Comprueba la conexión y vuelve a cargar la página."
                    .into()
            }
            Trouble::Lines(found) => lines(found),
        }
    }
}

fn storage(error: StorageError) -> &'static str {
    match error {
        StorageError::Missing => {
            "Este navegador no ofrece almacenamiento, quizá por estar en una ventana privada. Puedes leer y decidir \
             casos, pero tus respuestas se perderán al salir de esta página. Para conservarlas, guarda una copia antes \
             de salir, o abre el curso en una ventana normal."
        }
        StorageError::Blocked => {
            "El navegador impide guardar datos de este sitio. Puedes leer y decidir casos, pero tus respuestas se \
             perderán al salir de esta página. Permite el almacenamiento de este sitio en los ajustes del navegador y \
             vuelve a cargar la página."
        }
        StorageError::Full => {
            "No queda espacio para guardar tu última respuesta. Lo anterior está a salvo y esta sigue en la página. \
             Libera espacio en el dispositivo, o guarda una copia antes de salir de la página; la próxima respuesta \
             volverá a intentarlo."
        }
        StorageError::Newer => {
            "Tus datos los escribió una versión más nueva del curso. No se tocan y siguen donde estaban. Vuelve a \
             cargar la página para obtener esa versión; mientras tanto puedes leer, pero lo que respondas no se \
             guardará."
        }
        StorageError::Broken => {
            "El navegador no consigue abrir tus datos guardados. No se ha borrado nada. Cierra otras pestañas del \
             curso y vuelve a cargar la página; mientras tanto puedes leer, pero lo que respondas podría no guardarse."
        }
    }
}

fn lines(found: Unreadable) -> String {
    let records = |n: usize| if n == 1 { "1 registro".to_owned() } else { format!("{n} registros") };
    let newer = (found.newer > 0).then(|| {
        format!(
            "Hay {} de una versión más nueva del curso. Vuelve a cargar la página para verlos.",
            records(found.newer)
        )
    });
    let malformed = (found.malformed > 0).then(|| format!("Hay {} que no se pueden leer.", records(found.malformed)));
    let told: Vec<String> = newer.into_iter().chain(malformed).collect();
    format!("{} Se conservan como están y el resto funciona con normalidad.", told.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_says_what_is_kept_or_what_to_do() {
        use StorageError::{Blocked, Broken, Full, Missing, Newer};
        for error in [Missing, Blocked, Full, Newer, Broken] {
            let message = Trouble::from(error).message();
            assert!(
                message.contains("puedes") || message.contains("Puedes") || message.contains("a salvo"),
                "{message}"
            );
        }
    }

    #[test]
    fn lines_are_counted_by_their_cause() {
        assert_eq!(Trouble::of_lines(Unreadable::default()), None);
        let mut found = Unreadable::default();
        for line in ["{", r#"{"v":99}"#, "nada"] {
            found.count(&learner::decode(line).unwrap_err());
        }
        assert_eq!(found, Unreadable { newer: 1, malformed: 2 });
        assert_eq!(Trouble::of_lines(found), Some(Trouble::Lines(found)));
    }
}
