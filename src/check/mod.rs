//! Rules that need more than one file.
//!
//! 1. [`ids`]: no id is given twice.
//! 2. [`references`]: every name used leads somewhere.
//! 3. [`requirements`]: no module has to be done before itself.
//! 4. [`files`]: nothing is missing, empty or left out of its list.
//! 5. [`scoring`]: weights add up, and answering at random does not pay.
//! 6. [`plots`]: every simulation can be lived to each of its ends.
//! 7. [`blueprint`] and [`exams`]: the bank holds what its plan asks for, and the two forms of the test are alike.
//! 8. [`coverage`]: every claim is taught, and every disagreement fairly.
//! 9. [`bank`]: the items are well written, and no trick earns more than chance. The bots take their time, so they play
//!    only when asked ([`bank::bots_check`]).
//!
//! From 7 on they judge the bank as a whole, and a bank of which a part could not be read would be judged amiss: they wait
//! until there are no other errors.
//!
//! [`course`] is the whole way from files to a course with all its diagnostics, in order.

pub mod bank;
pub mod blueprint;
mod coverage;
mod exams;
mod files;
mod ids;
pub mod plots;
mod references;
mod requirements;
mod scoring;

use crate::course::Course;
use crate::diagnostics::{Code, Diagnostic, sort};
use crate::parse::{self, Place, Reading, SourceFile};

/// Reads and checks a course folder. The course holds what could be read, whatever the diagnostics say.
pub fn course(files: &[SourceFile]) -> (Course, Vec<Diagnostic>) {
    course_on(files, None)
}

/// The same on a date, `2026-11-22`: legal notes that have not been looked at for a year are reported.
pub fn course_on(files: &[SourceFile], today: Option<&str>) -> (Course, Vec<Diagnostic>) {
    let (reading, diagnostics) = reading_on(files, today);
    (reading.course, diagnostics)
}

/// The same, with what was defined and where.
pub fn reading_on(files: &[SourceFile], today: Option<&str>) -> (Reading, Vec<Diagnostic>) {
    let reading = parse::read(files);
    let mut diagnostics = structure(&reading);
    if !diagnostics.iter().any(Diagnostic::is_error) {
        bank_rules(&reading, &mut diagnostics);
    }
    diagnostics.extend(today.into_iter().flat_map(|today| coverage::old_legal_notes(&reading, today)));
    sort(&mut diagnostics);
    (reading, diagnostics)
}

/// What each file shows to be wrong, and what they show when looked at together, without judging the bank.
pub fn structure(reading: &Reading) -> Vec<Diagnostic> {
    let mut diagnostics = reading.diagnostics.clone();
    ids::check(reading, &mut diagnostics);
    references::check(reading, &mut diagnostics);
    requirements::check(reading, &mut diagnostics);
    files::check(reading, &mut diagnostics);
    scoring::check(reading, &mut diagnostics);
    plots::check(reading, &mut diagnostics);
    sort(&mut diagnostics);
    diagnostics
}

/// Whether what is wrong is with the bank as a whole: the course can be read and shown.
pub fn is_of_bank(diagnostic: &Diagnostic) -> bool {
    BANK_CODES.contains(&diagnostic.code)
}

const BANK_CODES: [Code; 8] = [
    Code::BlueprintCell,
    Code::BlueprintShare,
    Code::ExamUnlike,
    Code::ClaimUncited,
    Code::TensionUntaught,
    Code::WordsUnreachable,
    Code::LengthBias,
    Code::PositionBias,
];

fn bank_rules(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    blueprint::check(reading, diagnostics);
    exams::check(reading, diagnostics);
    coverage::check(reading, diagnostics);
    bank::check(reading, diagnostics);
}

fn at(place: &Place, code: Code, message: impl Into<String>, label: &str, help: impl Into<String>) -> Diagnostic {
    Diagnostic {
        code,
        path: place.path.clone(),
        span: place.span.clone(),
        message: message.into(),
        label: label.to_string(),
        help: help.into(),
    }
}

/// A diagnostic about a file as a whole, there or missing.
fn about_file(path: &str, code: Code, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    at(&start_of(path), code, message, "", help)
}

fn start_of(path: &str) -> Place {
    Place { path: path.to_string(), span: 0..0, line: 1 }
}
