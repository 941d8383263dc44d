//! From arguments to a command. Every message is ours, because a library's would not be in Spanish.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser};
use timon_y_voz::exchange::Blank;

use super::{Failure, help};

#[derive(Debug, PartialEq)]
pub enum Command {
    Help(&'static str),
    Check(CheckOptions),
    Bank(CheckOptions),
    Build(BuildOptions),
    Serve(ServeOptions),
    New(NewOptions),
    Analyse(AnalyseOptions),
}

#[derive(Debug, PartialEq)]
pub struct CheckOptions {
    pub content: PathBuf,
    pub format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    Text,
    Json,
}

#[derive(Debug, PartialEq)]
pub struct BuildOptions {
    pub content: PathBuf,
    pub out: PathBuf,
    /// Begins and ends with `/`.
    pub base: String,
}

#[derive(Debug, PartialEq)]
pub struct ServeOptions {
    pub content: PathBuf,
    pub port: u16,
}

#[derive(Debug, PartialEq)]
pub struct NewOptions {
    pub content: PathBuf,
    pub what: NewThing,
}

#[derive(Debug, PartialEq)]
pub enum NewThing {
    /// A lesson at the end of this module.
    Lesson { module: String, title: String },
    /// A question of this form at the end of this lesson.
    Question { lesson: String, form: String, title: String },
}

#[derive(Debug, PartialEq)]
pub struct AnalyseOptions {
    pub responses: PathBuf,
    pub key: Option<PathBuf>,
    pub blank: Blank,
    pub format: Format,
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, Failure> {
    let mut parser = Parser::from_args(arguments);
    let Some(first) = parser.next().map_err(spanish)? else {
        return Ok(Command::Help(help::GENERAL));
    };
    match first {
        Arg::Short('h') | Arg::Long("help" | "ayuda") => Ok(Command::Help(help::GENERAL)),
        Arg::Value(name) => match name.to_string_lossy().as_ref() {
            "check" => check(&mut parser),
            "bank" => bank(&mut parser),
            "build" => build(&mut parser),
            "serve" => serve(&mut parser),
            "new" => new(&mut parser),
            "analyse" => analyse(&mut parser),
            "help" | "ayuda" => Ok(Command::Help(help::GENERAL)),
            other => Err(Failure::Usage(format!(
                "no existe la orden «{other}»; hay check, bank, build, serve, new y analyse"
            ))),
        },
        other => Err(unexpected(other)),
    }
}

fn check(parser: &mut Parser) -> Result<Command, Failure> {
    report(parser).map(|options| options.map_or(Command::Help(help::CHECK), Command::Check))
}

fn bank(parser: &mut Parser) -> Result<Command, Failure> {
    report(parser).map(|options| options.map_or(Command::Help(help::BANK), Command::Bank))
}

/// What is asked of a command that looks at the course and says what it sees; `None` when its help is.
fn report(parser: &mut Parser) -> Result<Option<CheckOptions>, Failure> {
    let mut options = CheckOptions { content: "content".into(), format: Format::Text };
    while let Some(arg) = parser.next().map_err(spanish)? {
        match arg {
            Arg::Short('h') | Arg::Long("help" | "ayuda") => return Ok(None),
            Arg::Long("content") => options.content = value(parser)?.into(),
            Arg::Long("format") => options.format = format(&text(parser, "--format")?)?,
            other => return Err(unexpected(other)),
        }
    }
    Ok(Some(options))
}

fn build(parser: &mut Parser) -> Result<Command, Failure> {
    let mut options = BuildOptions { content: "content".into(), out: "dist".into(), base: "/".into() };
    while let Some(arg) = parser.next().map_err(spanish)? {
        match arg {
            Arg::Short('h') | Arg::Long("help" | "ayuda") => return Ok(Command::Help(help::BUILD)),
            Arg::Long("content") => options.content = value(parser)?.into(),
            Arg::Long("out") => options.out = value(parser)?.into(),
            Arg::Long("base") => options.base = base(&text(parser, "--base")?)?,
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Build(options))
}

fn serve(parser: &mut Parser) -> Result<Command, Failure> {
    let mut options = ServeOptions { content: "content".into(), port: 8080 };
    while let Some(arg) = parser.next().map_err(spanish)? {
        match arg {
            Arg::Short('h') | Arg::Long("help" | "ayuda") => return Ok(Command::Help(help::SERVE)),
            Arg::Long("content") => options.content = value(parser)?.into(),
            Arg::Long("port") => {
                let port = text(parser, "--port")?;
                let wrong = || Failure::Usage(format!("--port pide un número de 0 a 65535, no «{port}»"));
                options.port = port.parse().map_err(|_| wrong())?;
            }
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Serve(options))
}

fn new(parser: &mut Parser) -> Result<Command, Failure> {
    let mut content = PathBuf::from("content");
    let mut words = Vec::new();
    while let Some(arg) = parser.next().map_err(spanish)? {
        match arg {
            Arg::Short('h') | Arg::Long("help" | "ayuda") => return Ok(Command::Help(help::NEW)),
            Arg::Long("content") => content = value(parser)?.into(),
            Arg::Value(word) => words.push(word.to_string_lossy().into_owned()),
            other => return Err(unexpected(other)),
        }
    }
    let what = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["leccion" | "lección", module, title] => {
            NewThing::Lesson { module: (*module).into(), title: (*title).into() }
        }
        ["pregunta", lesson, form, title] => {
            NewThing::Question { lesson: (*lesson).into(), form: (*form).into(), title: (*title).into() }
        }
        _ => return Err(Failure::Usage(format!("no está claro qué crear.\n\n{}", help::NEW))),
    };
    Ok(Command::New(NewOptions { content, what }))
}

fn analyse(parser: &mut Parser) -> Result<Command, Failure> {
    let (mut files, mut key) = (Vec::new(), None);
    let (mut blank, mut shown) = (Blank::default(), Format::Text);
    while let Some(arg) = parser.next().map_err(spanish)? {
        match arg {
            Arg::Short('h') | Arg::Long("help" | "ayuda") => return Ok(Command::Help(help::ANALYSE)),
            Arg::Long("key") => key = Some(value(parser)?.into()),
            Arg::Long("blank") => blank = blank_named(&text(parser, "--blank")?)?,
            Arg::Long("format") => shown = format(&text(parser, "--format")?)?,
            Arg::Value(file) => files.push(PathBuf::from(file)),
            other => return Err(unexpected(other)),
        }
    }
    match <[PathBuf; 1]>::try_from(files) {
        Ok([responses]) => Ok(Command::Analyse(AnalyseOptions { responses, key, blank, format: shown })),
        Err(files) if files.is_empty() => {
            Err(Failure::Usage("falta el archivo de respuestas: timon analyse RESPUESTAS.csv --key CLAVE.csv".into()))
        }
        Err(files) => Err(Failure::Usage(format!(
            "sobra «{}»: se analiza un archivo de respuestas cada vez, y la clave va en --key",
            files[1].display()
        ))),
    }
}

fn blank_named(name: &str) -> Result<Blank, Failure> {
    match name {
        "wrong" => Ok(Blank::Wrong),
        "missing" => Ok(Blank::Missing),
        other => Err(Failure::Usage(format!("--blank admite wrong o missing, no «{other}»"))),
    }
}

fn value(parser: &mut Parser) -> Result<OsString, Failure> {
    parser.value().map_err(spanish)
}

fn text(parser: &mut Parser, option: &str) -> Result<String, Failure> {
    let unreadable = |_| Failure::Usage(format!("el valor de {option} no es texto legible"));
    value(parser)?.into_string().map_err(unreadable)
}

fn format(name: &str) -> Result<Format, Failure> {
    match name {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        other => Err(Failure::Usage(format!("--format admite text o json, no «{other}»"))),
    }
}

/// A base path, with the slashes that were left out. It may hold only what an address does without escaping.
fn base(path: &str) -> Result<String, Failure> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    if !path.chars().all(plain) || path.contains("//") {
        let message =
            format!("--base pide una ruta como /mi-repo/, con letras sin tilde, números y guiones, no «{path}»");
        return Err(Failure::Usage(message));
    }
    let trimmed = path.trim_matches('/');
    Ok(if trimmed.is_empty() { "/".into() } else { format!("/{trimmed}/") })
}

fn unexpected(arg: Arg<'_>) -> Failure {
    Failure::Usage(match arg {
        Arg::Short(letter) => format!("no existe la opción -{letter}"),
        Arg::Long(name) => format!("no existe la opción --{name}"),
        Arg::Value(value) => format!("sobra «{}»", value.to_string_lossy()),
    })
}

fn spanish(error: lexopt::Error) -> Failure {
    Failure::Usage(match error {
        lexopt::Error::MissingValue { option: Some(option) } => format!("falta el valor de {option}"),
        lexopt::Error::UnexpectedValue { option, .. } => format!("{option} no lleva valor"),
        other => format!("no se entienden los argumentos ({other})"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_base_gets_the_slashes_it_lacks() {
        for (given, expected) in [("curso", "/curso/"), ("/curso", "/curso/"), ("/a/b/", "/a/b/"), ("/", "/")] {
            let Ok(Command::Build(options)) = read(&format!("build --base {given}")) else { panic!("{given}") };
            assert_eq!(options.base, expected);
        }
        assert!(read("build --base /mi\"repo/").is_err());
        assert!(read("build --base //otro.example/").is_err());
    }

    #[test]
    fn wrong_use_is_said_in_spanish() {
        for (line, message) in [
            ("chek", "no existe la orden «chek»"),
            ("serve --port mil", "--port pide un número"),
            ("check --format xml", "--format admite text o json"),
            ("build --out", "falta el valor de --out"),
            ("check --veloz", "no existe la opción --veloz"),
            ("build otro", "sobra «otro»"),
            ("analyse", "falta el archivo de respuestas"),
            ("analyse uno.csv otro.csv", "sobra «otro.csv»"),
            ("analyse uno.csv --blank nada", "--blank admite wrong o missing"),
        ] {
            let error = read(line).unwrap_err();
            assert!(error.contains(message), "{line}: {error}");
        }
    }

    #[test]
    fn help_is_shown_without_arguments_or_when_asked_for() {
        assert_eq!(read("").unwrap(), Command::Help(help::GENERAL));
        for (order, text) in [
            ("", help::GENERAL),
            ("check", help::CHECK),
            ("bank", help::BANK),
            ("build", help::BUILD),
            ("serve", help::SERVE),
            ("new", help::NEW),
            ("analyse", help::ANALYSE),
        ] {
            for asked in ["-h", "--help", "--ayuda"] {
                assert_eq!(read(&format!("{order} {asked}")).unwrap(), Command::Help(text), "{order} {asked}");
            }
        }
    }
}
