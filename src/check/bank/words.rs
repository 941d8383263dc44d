//! Words by which somebody who knows nothing may guess.

use crate::course::{fnv1a, unaccented};

/// Lower case without accents, letters and digits only.
pub fn words(text: &str) -> Vec<String> {
    let lower: String = text.chars().flat_map(char::to_lowercase).map(unaccented).collect();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words with a content of their own: longer than three letters and not of every sentence.
pub fn content(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|word| word.len() > 3 && !COMMON.contains(&word.as_str())).collect()
}

const COMMON: [&str; 36] = [
    "para", "como", "pero", "desde", "hasta", "entre", "sobre", "cada", "este", "esta", "estos", "estas", "quien",
    "quienes", "cuando", "donde", "porque", "tiene", "hace", "hacer", "antes", "despues", "otra", "otro", "otras",
    "otros", "mismo", "misma", "tambien", "ellos", "ellas", "conviene", "segun", "durante", "aunque", "sino",
];

/// Doubt: what test takers think that authors put into the right answer.
pub const HEDGES: [&str; 18] = [
    "depende", "podria", "podrian", "quiza", "quizas", "puede", "pueden", "suele", "suelen", "parte", "posible",
    "posiblemente", "probablemente", "algunos", "algunas", "provisional", "salvo", "caso",
];

/// Certainty: what they think that authors put into the wrong ones.
pub const ABSOLUTES: [&str; 18] = [
    "siempre", "nunca", "jamas", "todo", "toda", "todos", "todas", "nada", "nadie", "ningun", "ninguna", "ninguno",
    "solo", "unico", "unica", "cualquier", "inmediatamente", "absolutamente",
];

pub const POLITE: [&str; 20] = [
    "gracias", "agradecer", "agradece", "agradecerle", "disculpa", "disculpas", "disculparse", "perdon", "lamentar",
    "lamentarlo", "favor", "pedir", "pedirle", "ofrecer", "ofrecerle", "ayudar", "ayuda", "invitar", "escuchar",
    "explicar",
];

pub const STRATEGIC: [&str; 24] = [
    "objetivo", "objetivos", "plan", "estrategia", "estrategico", "publico", "dato", "datos", "meta", "metas",
    "presupuesto", "indicador", "indicadores", "analisis", "analizar", "medir", "medida", "comprobar", "prueba",
    "resultado", "resultados", "direccion", "marca", "prioridad",
];

/// How many of the words are in a list.
pub fn count(text: &str, list: &[&str]) -> usize {
    words(text).iter().filter(|word| list.contains(&word.as_str())).count()
}

/// How many different words with content two texts share.
pub fn shared(text: &str, other: &str) -> usize {
    let (own, theirs) = (content(text), content(other));
    let mut own: Vec<&String> = own.iter().filter(|word| theirs.contains(word)).collect();
    own.sort_unstable();
    own.dedup();
    own.len()
}

/// The words with content of a text, each once and hashed, to compare many texts quickly.
pub struct Bag(Vec<u64>);

impl Bag {
    pub fn of(text: &str) -> Self {
        let mut hashes: Vec<u64> = content(text).iter().map(|word| fnv1a(word.as_bytes())).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How alike two texts are, 0 to 1: the words that they share over all those they have (Jaccard, 1901).
    pub fn likeness(&self, other: &Bag) -> f64 {
        let (mut one, mut two, mut shared) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(one), other.0.get(two)) {
            one += usize::from(a <= b);
            two += usize::from(b <= a);
            shared += usize::from(a == b);
        }
        let all = self.0.len() + other.0.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents() {
        assert_eq!(words("«Según el análisis…»"), ["segun", "el", "analisis"]);
        assert_eq!(shared("Comprobar el público", "¿Qué público conviene comprobar?"), 2);
        let likeness = |one: &str, other: &str| Bag::of(one).likeness(&Bag::of(other));
        assert_eq!(likeness("mirar el mapa viejo", "mirar otro mapa viejo"), 1.0);
        assert_eq!(likeness("mirar mapa", "mirar plano"), 1.0 / 3.0);
    }
}
