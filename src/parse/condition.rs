//! Conditions as authors write them: `confianza >= 70 y desgaste <= 50`, `oculto o no avisado`.
//!
//! «y» binds tighter than «o», and there are no parentheses: what cannot be said so is better said in two passages.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::findings::Log;
use super::markdown::Ev;
use crate::course::simulation::{Comparison, Condition, Test};
use crate::diagnostics::{Code, nearest};

/// The names that conditions and effects may use, in the order of the plot.
#[derive(Debug, Default)]
pub struct Names {
    pub variables: Vec<String>,
    pub facts: Vec<String>,
    /// Some could not be read, and that has been reported: a name that is not here may be one of them.
    pub unsure: bool,
}

/// What cannot be a name, since it says something else.
pub const RESERVED: [&str; 5] = ["o", "y", "no", "si", "recuerda"];

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
        ["no", fact] => Some(Test::Remembers { fact: names.fact(log, fact, span)?, holds: false }),
        [fact] => Some(Test::Remembers { fact: names.fact(log, fact, span)?, holds: true }),
        [variable, is, with] => {
            let (Some(is), Ok(with)) = (comparison(is), with.parse()) else { return malformed(log, words, span) };
            Some(Test::Compare { variable: names.variable(log, variable, span)?, is, with })
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

impl Names {
    /// The place of a variable.
    pub fn variable(&self, log: &mut Log<'_>, name: &str, span: Range<usize>) -> Option<usize> {
        let help = "las variables se declaran en la cabecera, en [variables]";
        self.place(log, &self.variables, name, span, &format!("no hay ninguna variable «{name}»"), help)
    }

    /// The place of a fact.
    pub fn fact(&self, log: &mut Log<'_>, name: &str, span: Range<usize>) -> Option<usize> {
        let help = "los hechos que se recuerdan se declaran en la cabecera: memoria = [\"oculto\"]";
        self.place(log, &self.facts, name, span, &format!("no hay ningún hecho «{name}» que recordar"), help)
    }

    fn place(
        &self,
        log: &mut Log<'_>,
        known: &[String],
        name: &str,
        span: Range<usize>,
        message: &str,
        help: &str,
    ) -> Option<usize> {
        let found = known.iter().position(|known| known == name);
        if found.is_none() && !self.unsure {
            let meant = nearest(name, known.iter().map(String::as_str)).map(|meant| format!("¿quizá «{meant}»?"));
            // What is not declared is said where it is used first; a slip of the hand, everywhere.
            let said = log.found.diagnostics.iter().any(|found| found.message == message);
            if meant.is_some() || !said {
                let help = meant.unwrap_or_else(|| help.to_string());
                log.report(Code::NameUnknown, span, message, "nombre desconocido", help);
            }
        }
        found
    }
}

/// What stands after `si`, with whatever capitals and accent, at the beginning of a code.
pub fn after_if(code: &str) -> Option<&str> {
    let code = code.trim_start();
    let (first, rest) = code.split_at(code.find(char::is_whitespace).unwrap_or(code.len()));
    ["si", "sí"].contains(&first.to_lowercase().as_str()).then(|| rest.trim())
}

/// What a code says when it was to be a condition and lacks `si`: `confianza < 40`, `no oculto`.
pub fn without_if<'c>(names: &Names, code: &'c str) -> Option<&'c str> {
    let compares = |c: char| "<>=≤≥".contains(c);
    let name = code.split(|c: char| c.is_whitespace() || compares(c)).next().unwrap_or_default();
    let of_variable = code.contains(compares) && names.variables.iter().any(|known| known == name);
    let of_facts = || read(&mut Log::new("", ""), names, code, 0..0).is_some();
    (of_variable || of_facts()).then(|| code.trim())
}

/// Reports `si …` at the beginning of blocks that cannot have a condition, where it would be read as text.
pub fn report_astray(log: &mut Log<'_>, events: &[Ev<'_>]) {
    let mut first = true;
    for (event, span) in events {
        match event {
            Event::Code(code) if first && after_if(code).is_some() => {
                let help = "solo los párrafos y los mensajes del texto de un nodo pueden llevar condición; una opción se bloquea con [!WARNING]";
                let message = "aquí no puede haber una condición, y se leería tal cual";
                log.report(Code::ConditionMalformed, span.clone(), message, "fuera de lugar", help);
            }
            Event::Start(Tag::Strong | Tag::Emphasis) | Event::TaskListMarker(_) => continue,
            _ => {}
        }
        first = matches!(event, Event::Start(_));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(unsure: bool) -> Names {
        Names {
            variables: vec!["confianza".into(), "desgaste".into()],
            facts: vec!["oculto".into(), "avisado".into()],
            unsure,
        }
    }

    fn condition(text: &str) -> Result<Condition, Code> {
        let mut log = Log::new("a.md", text);
        read(&mut log, &names(false), text, 0..text.len()).ok_or_else(|| log.found.diagnostics[0].code)
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

    #[test]
    fn names_that_may_have_been_declared_are_let_be() {
        let mut log = Log::new("a.md", "");
        assert_eq!(read(&mut log, &names(true), "humor > 3", 0..0), None);
        assert_eq!(read(&mut log, &names(true), "visto", 0..0), None);
        assert_eq!(log.errors(), 0);
    }

    #[test]
    fn what_was_meant_as_a_condition_is_told_from_other_codes() {
        for code in ["Si oculto", "SI  oculto", "sí oculto", "si\u{a0}oculto"] {
            assert_eq!(after_if(code), Some("oculto"), "{code}");
        }
        assert_eq!((after_if("si"), after_if("sitio"), after_if("")), (Some(""), None, None));
        for code in ["oculto", "no avisado", "confianza < 40", "confianza<40", "confianza > mucho"] {
            assert_eq!(without_if(&names(false), code), Some(code));
        }
        for code in ["", "ctrl", "a < b", "confianza", "no", "oculto y"] {
            assert_eq!(without_if(&names(false), code), None, "{code}");
        }
    }

    #[test]
    fn only_codes_that_begin_a_block_are_astray() {
        let astray = |text: &str| {
            let document = crate::parse::markdown::Document::read("a.md", text);
            let mut log = Log::new("a.md", text);
            report_astray(&mut log, &document.events);
            log.errors()
        };
        for text in ["`si a` uno", "- [ ] `si a` uno", "> [!NOTE]\n> **`Si a` uno**", "| `si a` b |\n| - |"] {
            assert_eq!(astray(text), 1, "{text}");
        }
        for text in ["uno `si oculto`", "uno **`si oculto`**", "`sitio` uno", "- uno\n  `si oculto`"] {
            assert_eq!(astray(text), 0, "{text}");
        }
    }
}
