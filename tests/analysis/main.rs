//! Item analysis against an independent program, and what it must notice.

mod figures;
mod files;
mod findings;

use std::fs;
use std::path::PathBuf;

use timon_y_voz::assess::analysis::{Analysis, analyse};
use timon_y_voz::exchange::{Blank, KeyFile, Responses, Table, TableError, responses};

/// A file of `tests/vectors/analisis`.
fn vector(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/analisis").join(name)
}

fn table(name: &str) -> Table {
    Table::read(name, &fs::read(vector(name)).unwrap()).unwrap()
}

/// The answers of a data set, with its key if it has one.
fn answers(set: &str, blank: Blank) -> Responses {
    let key_name = format!("{set}.clave.csv");
    let key = vector(&key_name).exists().then(|| KeyFile::read(&table(&key_name)).unwrap());
    responses(&table(&format!("{set}.csv")), key.as_ref(), blank).unwrap()
}

fn analysis(set: &str, blank: Blank) -> Analysis {
    analyse(&answers(set, blank).answers)
}

/// The answers of two texts in CSV.
fn read(responses_csv: &str, key_csv: Option<&str>) -> Result<Responses, TableError> {
    let key = key_csv.map(|csv| KeyFile::read(&Table::read("clave.csv", csv.as_bytes())?)).transpose()?;
    responses(&Table::read("respuestas.csv", responses_csv.as_bytes())?, key.as_ref(), Blank::Wrong)
}
