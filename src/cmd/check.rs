//! `timon check`: every problem of the content at once.

use std::io::IsTerminal;
use std::path::Path;

use timon_y_voz::check;
use timon_y_voz::course::Course;
use timon_y_voz::diagnostics::{self, Diagnostic, Paint, Severity, Sources};
use timon_y_voz::parse::{self, SourceFile};

use super::args::{CheckOptions, Format};
use super::{Failure, folder};

pub fn run(options: &CheckOptions) -> Result<(), Failure> {
    let (course, files, found) = read(&options.content, Depth::Bots)?;
    match options.format {
        Format::Json => say!("{}", diagnostics::to_json(&found, &parse::sources(&files)))?,
        Format::Text => {
            show(&found, &files, &options.content);
            say!("{}", summary(&course, &found))?;
        }
    }
    if found.iter().any(Diagnostic::is_error) { Err(Failure::Content) } else { Ok(()) }
}

/// How far a course is examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Whether it can be read and holds together.
    Structure,
    /// Whether it keeps every rule as well.
    Rules,
    /// The bots answer it besides. They take about a second: too long for each change of `serve`.
    Bots,
}

/// Reads and checks a course folder. Problems are printed. A course with errors is refused, unless they are only of the
/// bank as a whole and it is not for publishing: whoever is writing a case has not yet changed the plan.
pub fn course(content: &Path, depth: Depth) -> Result<(Course, Vec<SourceFile>), Failure> {
    let (course, files, found) = read(content, depth)?;
    show(&found, &files, content);
    let refused =
        |diagnostic: &Diagnostic| diagnostic.is_error() && (depth == Depth::Bots || !check::is_of_bank(diagnostic));
    if found.iter().any(refused) {
        tell!("{}", summary(&course, &found));
        return Err(Failure::Content);
    }
    Ok((course, files))
}

/// A course, its files and every problem, in order: those of the folder among those of the texts.
fn read(content: &Path, depth: Depth) -> Result<(Course, Vec<SourceFile>, Vec<Diagnostic>), Failure> {
    let folder = folder::read(content)?;
    let (reading, mut found) = match depth {
        Depth::Structure => {
            let reading = parse::read(&folder.files);
            let found = check::structure(&reading);
            (reading, found)
        }
        Depth::Rules | Depth::Bots => check::reading_on(&folder.files, Some(&super::today())),
    };
    found.extend(folder.strange);
    // A course with errors is not the one that would be answered.
    if depth == Depth::Bots && !found.iter().any(Diagnostic::is_error) {
        found.extend(check::bank::bots_check(&reading));
    }
    diagnostics::sort(&mut found);
    Ok((reading.course, folder.files, found))
}

/// Shows the problems with the paths that an editor or a terminal can open.
fn show(found: &[Diagnostic], files: &[SourceFile], content: &Path) {
    if found.is_empty() {
        return;
    }
    let open = |path: &str| content.join(path).to_string_lossy().into_owned();
    let paths: Vec<String> = files.iter().map(|file| open(&file.path)).collect();
    let sources: Sources<'_> =
        paths.iter().zip(files).filter_map(|(path, file)| Some((path.as_str(), file.content.text()?))).collect();
    let found: Vec<Diagnostic> =
        found.iter().map(|diagnostic| Diagnostic { path: open(&diagnostic.path), ..diagnostic.clone() }).collect();
    let paint = if std::io::stderr().is_terminal() { Paint::Colour } else { Paint::Plain };
    tell!("{}", diagnostics::render_text(&found, &sources, paint).trim_end());
}

fn summary(course: &Course, found: &[Diagnostic]) -> String {
    let count = |severity| found.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let what = format!(
        "{}, {} y {}",
        several(course.modules.len(), "módulo"),
        several(course.lessons().count(), "lección"),
        several(course.questions().count(), "caso")
    );
    match (errors, warnings) {
        (0, 0) => format!("{what}: sin problemas"),
        (0, _) => format!("{what}: {}", several(warnings, "aviso")),
        (_, 0) => format!("{what}: {}", several(errors, "error")),
        _ => format!("{what}: {} y {}", several(errors, "error"), several(warnings, "aviso")),
    }
}

fn several(n: usize, noun: &str) -> String {
    let plural = match noun {
        _ if n == 1 => noun.to_owned(),
        "lección" => "lecciones".to_owned(),
        "error" => "errores".to_owned(),
        _ => format!("{noun}s"),
    };
    format!("{n} {plural}")
}
