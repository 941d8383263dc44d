//! The names that columns have in the files of others.

use crate::course::unaccented;

/// A heading as it is compared: lower case, without accents or what is not a letter.
pub fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(unaccented).filter(|c| c.is_alphabetic()).collect()
}

/// What a column of a key file holds.
pub const ITEM: &[&str] = &["item", "caso", "pregunta", "question"];
pub const OPTION: &[&str] = &["opcion", "option", "respuesta", "response"];
pub const CREDIT: &[&str] = &["credito", "credit"];
pub const KEY: &[&str] = &["clave", "key", "correcta", "correct"];
pub const SCALE: &[&str] = &["escala", "scale", "subescala", "subscale", "competencia"];

/// What a column of a file of responses holds, when it is not an item.
pub const PERSON: &[&str] = &[
    "alumno", "alumna", "alumnado", "estudiante", "persona", "participante", "nombre", "alias", "id", "dni", "correo",
    "email", "student", "person", "name", "grupo", "group", "marcatemporal", "timestamp", "fecha", "date",
];
pub const FREQUENCY: &[&str] = &["freq", "frecuencia", "frequency", "veces"];

pub fn is(heading: &str, names: &[&str]) -> bool {
    names.contains(&folded(heading).as_str())
}
