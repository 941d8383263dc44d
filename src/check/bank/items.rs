//! Each question by itself, and beside the others. The rules are those of Haladyna, Downing and Rodriguez (2002) that a
//! program can judge.

use super::words::{Bag, words};
use crate::course::{Choice, Credit, Form, Question};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::Reading;

use super::super::at;
use super::super::exams::place_of_item;

/// How alike two options of a question may be: above it, they say the same.
const OPTIONS_ALIKE: f64 = 0.9;
/// How alike feedback and its option may be: above it, it only repeats it.
const FEEDBACK_ALIKE: f64 = 0.6;
/// How alike two cases may be. Those with few words, such as one still to be written, are alike by chance.
const CASES_ALIKE: f64 = 0.45;
const CASE_WORDS: usize = 12;
/// The facet of a question whose case says who answers for what.
const SPLIT: &str = "reparto_explicito";

pub fn check(reading: &Reading, questions: &[&Question], diagnostics: &mut Vec<Diagnostic>) {
    let mut tell = |question: &Question, code: Code, message: String, help: &str| {
        diagnostics.push(at(&place_of_item(reading, &question.id), code, message, "revisa esta pregunta", help));
    };
    for question in questions {
        negative_stem(question, &mut tell);
        who_does_what(question, &mut tell);
        if let Form::Single(options) | Form::Multiple(options) = &question.form {
            catch_all(question, options, &mut tell);
            grammar_cue(question, options, &mut tell);
            near_options(question, options, &mut tell);
            fixed_competency(question, options, &mut tell);
        }
        repeated_feedback(question, &mut tell);
    }
    near_cases(questions, &mut tell);
}

type Tell<'t> = dyn FnMut(&Question, Code, String, &str) + 't;

/// A negation that is easy to miss; in capitals it cannot be.
fn negative_stem(question: &Question, tell: &mut Tell<'_>) {
    let stem = question.stem.plain();
    let asked = stem.rsplit_once('¿').map_or(stem.as_str(), |(_, asked)| asked);
    let words = asked.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let denies = |word: &str| ["no", "No", "nunca", "Nunca", "jamás", "Jamás", "excepto", "salvo"].contains(&word);
    // What comes after these words is a condition or a reason, not what is asked.
    if words.take_while(|word| !["si", "cuando", "aunque", "porque", "que", "quien", "para"].contains(word)).any(denies) {
        let help = "pregunta en positivo; si la negación es lo que se pregunta, escríbela en mayúsculas";
        tell(question, Code::StemNegative, "la pregunta está en negativo".into(), help);
    }
}

/// The words of which «todas las anteriores», and its likes, are made.
const CATCH_ALL: [&str; 23] = [
    "todas", "todos", "todo", "ninguna", "ninguno", "nada", "ambas", "ambos", "cualquiera", "las", "los", "lo", "la",
    "de", "dos", "tres", "son", "correctas", "opciones", "respuestas", "otras", "anteriores", "anterior",
];

fn catch_all(question: &Question, options: &[Choice], tell: &mut Tell<'_>) {
    let catches = |option: &Choice| {
        let words = words(&option.text.plain());
        words.iter().all(|word| CATCH_ALL.contains(&word.as_str())) && words.iter().any(|word| word.starts_with("anterior"))
    };
    if options.iter().any(catches) {
        let help = "sustituye «todas/ninguna de las anteriores» por una opción con sentido propio";
        tell(question, Code::OptionCatchAll, "una opción se refiere a las demás".into(), help);
    }
}

/// Words after which a noun comes, or that stand for one.
const NOUN_OPENINGS: [&str; 17] = [
    "el", "la", "los", "las", "un", "una", "unos", "unas", "dos", "tres", "cuatro", "ninguno", "ninguna", "ambos",
    "ambas", "su", "sus",
];

/// Words that open a question, or a clause.
const QUESTION_OPENINGS: [&str; 13] = [
    "que", "quien", "quienes", "como", "cuando", "donde", "cual", "cuales", "cuanto", "cuanta", "cuantos", "cuantas", "si",
];

/// Nouns that end as infinitives do.
const NOT_VERBS: [&str; 12] =
    ["taller", "lugar", "mujer", "hogar", "alquiler", "mar", "bar", "par", "ayer", "caracter", "titular", "familiar"];

/// How an option begins: its grammar, not its words.
fn opening(option: &Choice) -> &'static str {
    let text = option.text.plain();
    if text.starts_with('«') {
        return "cita";
    }
    let first = words(&text).into_iter().find(|word| !["no", "nunca"].contains(&word.as_str())).unwrap_or_default();
    match first.as_str() {
        word if QUESTION_OPENINGS.contains(&word) => "pregunta",
        word if NOUN_OPENINGS.contains(&word) => "nombre",
        word if is_infinitive(word) => "infinitivo",
        _ => "otra",
    }
}

/// «Ir», «pedirle», «enviárselos».
fn is_infinitive(word: &str) -> bool {
    let pronouns = ["nos", "los", "las", "les", "lo", "la", "le", "se", "me", "te", "os"];
    let bare = |word: &str| word.len() > 1 && ["ar", "er", "ir"].iter().any(|ending| word.ends_with(ending)) && !NOT_VERBS.contains(&word);
    let without = |word: &str| pronouns.iter().find_map(|pronoun| word.strip_suffix(pronoun).map(str::to_owned));
    let once = without(word);
    let twice = once.as_deref().and_then(without);
    bare(word) || once.is_some_and(|word| bare(&word)) || twice.is_some_and(|word| bare(&word))
}

/// The recommended options begin in one way and all the others in another.
fn grammar_cue(question: &Question, options: &[Choice], tell: &mut Tell<'_>) {
    let (keys, others): (Vec<&Choice>, Vec<&Choice>) = options.iter().partition(|option| option.recommended);
    let all_as = |options: &[&Choice]| {
        let first = options.first().map(|option| opening(option))?;
        options.iter().all(|option| opening(option) == first).then_some(first)
    };
    if let (Some(key), Some(other)) = (all_as(&keys), all_as(&others))
        && key != other
    {
        let help = "empieza todas las opciones del mismo modo: todas en infinitivo, o todas con nombre";
        tell(question, Code::GrammarCue, "la clave se distingue por cómo empieza".into(), help);
    }
}

fn near_options(question: &Question, options: &[Choice], tell: &mut Tell<'_>) {
    for (at, one) in options.iter().enumerate() {
        for other in &options[at + 1..] {
            if say_the_same(&one.text.plain(), &other.text.plain()) {
                let message = format!("dos opciones dicen casi lo mismo: «{}»", other.text.plain());
                tell(question, Code::OptionNear, message, "haz que se distingan por lo que proponen, o quita una");
            }
        }
    }
}

/// Words that turn a sentence into its contrary.
const TURNS: [&str; 9] = ["no", "sin", "antes", "despues", "desde", "hasta", "mas", "menos", "nunca"];

/// Whether two options have the same words with content, and nothing tells them apart: neither a figure nor a word of
/// [`TURNS`]. Those that are the same word for word are another diagnostic.
fn say_the_same(one: &str, other: &str) -> bool {
    let (own, theirs) = (words(one), words(other));
    let telling = |words: &[String]| {
        let tells = |word: &&String| TURNS.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit());
        words.iter().filter(tells).cloned().collect::<Vec<String>>()
    };
    own != theirs && telling(&own) == telling(&theirs) && Bag::of(one).likeness(&Bag::of(other)) > OPTIONS_ALIKE
}

/// A competency for which every option is worth the same.
fn fixed_competency(question: &Question, options: &[Choice], tell: &mut Tell<'_>) {
    for (id, _) in &question.sheet.competencies {
        let credits: Vec<f64> = options.iter().map(|option| option.credit.of(id)).collect();
        let named = options.iter().any(|option| matches!(option.credit, Credit::PerCompetency(_)));
        if named && credits.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 1e-9) {
            let message = format!("ninguna opción hace bajar ni subir «{id}»");
            let help = "da créditos distintos en esa competencia, o quítala de la ficha";
            tell(question, Code::CompetencyFixed, message, help);
        }
    }
}

/// Who does what can only be asked where the case says who answers for what.
fn who_does_what(question: &Question, tell: &mut Tell<'_>) {
    let (Form::Match(grid) | Form::Classify(grid)) = &question.form else { return };
    let is = |name: &str| grid.targets.iter().any(|target| target.label == name);
    if is("SMM") && is("CM") && !question.sheet.facets.iter().any(|facet| facet == SPLIT) {
        let help = "di en el caso quién responde de qué y añade «reparto_explicito» a sus facetas";
        tell(question, Code::SplitMissing, "se pregunta quién hace qué sin declarar el reparto".into(), help);
    }
}

fn repeated_feedback(question: &Question, tell: &mut Tell<'_>) {
    let pairs: Vec<(String, String)> = match &question.form {
        Form::Single(options) | Form::Multiple(options) => {
            options.iter().map(|option| (option.text.plain(), option.feedback.plain())).collect()
        }
        Form::Order(steps) => steps.iter().map(|step| (step.text.plain(), step.feedback.plain())).collect(),
        Form::Match(grid) | Form::Classify(grid) => {
            grid.rows.iter().map(|row| (row.text.plain(), row.feedback.plain())).collect()
        }
        Form::Rate(rating) => rating.rows.iter().map(|row| (row.text.plain(), row.feedback.plain())).collect(),
    };
    for (text, _) in pairs.iter().filter(|(text, feedback)| Bag::of(text).likeness(&Bag::of(feedback)) > FEEDBACK_ALIKE) {
        let help = "explica por qué, en lugar de decirlo otra vez";
        let message = format!("la retroalimentación repite su opción: «{text}»");
        tell(question, Code::FeedbackRepeats, message, help);
    }
}

fn near_cases(questions: &[&Question], tell: &mut Tell<'_>) {
    let bags: Vec<Bag> = questions.iter().map(|question| Bag::of(&question.case.plain())).collect();
    for (at, one) in questions.iter().enumerate() {
        for (bag, other) in bags[at + 1..].iter().zip(&questions[at + 1..]) {
            if bags[at].len().min(bag.len()) >= CASE_WORDS && bags[at].likeness(bag) > CASES_ALIKE {
                let message = format!("este caso se parece demasiado a «{}»", one.id);
                tell(other, Code::CaseNear, message, "cambia la situación, o quita uno de los dos");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives_with_pronouns_are_infinitives() {
        for word in ["ir", "ver", "pedirle", "enviarlos", "enviarselos", "abrir", "decirnos"] {
            assert!(is_infinitive(word), "{word}");
        }
        for word in ["taller", "los", "aviso", "les", "hola", "se"] {
            assert!(!is_infinitive(word), "{word}");
        }
    }

    #[test]
    fn options_that_say_the_contrary_do_not_say_the_same() {
        assert!(say_the_same("Publicar el precio hoy", "Publicar hoy el precio"));
        assert!(!say_the_same("Publicar el precio", "No publicar el precio"));
        assert!(!say_the_same("Responder antes de comprobar", "Responder después de comprobar"));
        assert!(!say_the_same("Dedicar 3 horas", "Dedicar 8 horas"));
        assert!(!say_the_same("Publicar el precio", "Publicar el precio"));
    }
}
