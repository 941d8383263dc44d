//! The fields of a line, each read as what it has to be.

use serde_json::Value;

use super::{Unreadable, VERSION};

/// A field that has to be there; what it has to be is for `read` to say.
pub fn field<'v, T>(
    object: &'v Value,
    name: &str,
    read: impl FnOnce(&'v Value) -> Option<T>,
) -> Result<T, Unreadable> {
    let missing = || Unreadable::Malformed { reason: format!("`{name}` is missing or is not what it should be") };
    object.get(name).and_then(read).ok_or_else(missing)
}

/// A field that may be left out; what is there has to be right all the same.
pub fn optional<T>(
    object: &Value,
    name: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Result<Option<T>, Unreadable> {
    if object.get(name).is_none() { Ok(None) } else { field(object, name, read).map(Some) }
}

/// A list, when every element of it can be read.
pub fn list<T>(value: &Value, read: impl FnMut(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

/// A kind that this edition does not know: a newer one wrote it.
pub fn unknown_kind() -> Unreadable {
    Unreadable::Newer { version: VERSION }
}
