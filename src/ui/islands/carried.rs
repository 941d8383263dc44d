//! What a page hands to an island.

use serde::{Deserialize, Serialize, Serializer};

/// A value on its way from the page to an island, in whose props it is written as itself. Leptos writes the props
/// wherever an island is made, the browser included, where nobody reads them: there nothing is written, and the module
/// goes without the code that would.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Carried<T>(pub T);

impl<T: Serialize> Serialize for Carried<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if cfg!(feature = "aula") { serializer.serialize_unit() } else { self.0.serialize(serializer) }
    }
}

impl<T> From<T> for Carried<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}
