//! Conditions as authors write them: `confianza >= 70 y desgaste <= 50`, `oculto o no avisado`.
//!
//! «y» binds tighter than «o», and there are no parentheses: what cannot be said so is better said in two passages.

use std::ops::Range;

use super::findings::Log;
use crate::course::simulation::{Comparison, Condition, Test};
use crate::diagnostics::{Code, nearest};

/// The names that conditions and effects may use, in the order of the plot.
#[derive(Debug, Default)]
pub struct Names {
    pub variables: Vec<String>,
    pub facts: Vec<String>,
}

const HELP: &str = "escribe, por ejemplo, «confianza >= 70 y desgaste <= 50», «oculto» o «no oculto»";

/// Reads a condition, reporting at `span` what cannot be one.
pub fn read(log: &mut Log<'_>, names: &Names, text: &str, span: Range<usize>) -> Option<Condition> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let either = words.split(|word| *word == "o");
    let all = |words: &[&str]| -> Option<Vec<Test>> {
        words.split(|word| *word == "y").map(|words| test(log, names, words, span.clone())).collect()
    };
    either.map(all).collect::<Option<_>>().map(Condition)
}

fn test(log: &mut Log<'_>, names: &Names, words: &[&str], span: Range<usize>) -> Option<Test> {
    match words {
        ["no", fact] => Some(Test::Remembers { fact: named(log, &names.facts, fact, span, "hecho")?, holds: false }),
        [fact] => Some(Test::Remembers { fact: named(log, &names.facts, fact, span, "hecho")?, holds: true }),
        [variable, is, with] => {
            let (Some(is), Ok(with)) = (comparison(is), with.parse()) else { return malformed(log, words, span) };
            Some(Test::Compare { variable: named(log, &names.variables, variable, span, "variable")?, is, with })
        }
        _ => malformed(log, words, span),
    }
}

fn comparison(sign: &str) -> Option<Comparison> {
    Some(match sign {
        ">=" | "≥" => Comparison::AtLeast,
        ">" => Comparison::Above,
        "<=" | "≤" => Comparison::AtMost,
        "<" => Comparison::Below,
        "=" | "==" => Comparison::Equal,
        _ => return None,
    })
}

fn malformed<T>(log: &mut Log<'_>, words: &[&str], span: Range<usize>) -> Option<T> {
    let message = format!("la condición «{}» no se entiende", words.join(" "));
    log.report(Code::ConditionMalformed, span, message, "condición", HELP);
    None
}

/// The place of a name; `what` says what it should be one of.
pub fn named(log: &mut Log<'_>, known: &[String], name: &str, span: Range<usize>, what: &str) -> Option<usize> {
    let found = known.iter().position(|known| known == name);
    if found.is_none() {
        let help = match nearest(name, known.iter().map(String::as_str)) {
            Some(meant) => format!("¿quizá «{meant}»?"),
            None if what == "variable" => "las variables se declaran en la cabecera, en [variables]".to_string(),
            None => "los hechos que se recuerdan se declaran en la cabecera: memoria = [\"oculto\"]".to_string(),
        };
        let message = match what {
            "variable" => format!("no hay ninguna variable «{name}»"),
            _ => format!("no hay ningún hecho «{name}» que recordar"),
        };
        log.report(Code::NameUnknown, span, message, "nombre desconocido", help);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(text: &str) -> Result<Condition, Code> {
        let names = Names {
            variables: vec!["confianza".into(), "desgaste".into()],
            facts: vec!["oculto".into(), "avisado".into()],
        };
        let mut log = Log::new("a.md", text);
        read(&mut log, &names, text, 0..text.len()).ok_or_else(|| log.found.diagnostics[0].code)
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let compare = |variable, is, with| Test::Compare { variable, is, with };
        let expected = vec![
            vec![compare(0, Comparison::Below, 45), Test::Remembers { fact: 0, holds: true }],
            vec![Test::Remembers { fact: 1, holds: false }],
        ];
        assert_eq!(condition("confianza < 45 y oculto o no avisado"), Ok(Condition(expected)));
    }

    #[test]
    fn slips_say_what_they_are() {
        for (text, code) in [
            ("", Code::ConditionMalformed),
            ("confianza", Code::NameUnknown),
            ("confianzza > 3", Code::NameUnknown),
            ("confianza > mucho", Code::ConditionMalformed),
            ("confianza => 3", Code::ConditionMalformed),
            ("oculto y", Code::ConditionMalformed),
        ] {
            assert_eq!(condition(text), Err(code), "{text}");
        }
    }
}
