//! `timon analyse`: what the answers of a group say about the items, from files of any origin.

mod json;
mod text;

use std::path::{Path, PathBuf};

use timon_y_voz::assess::analysis::analyse;
use timon_y_voz::exchange::{KeyFile, Table, TableError, responses};

use super::Failure;
use super::args::{AnalyseOptions, Format};

pub fn run(options: &AnalyseOptions) -> Result<(), Failure> {
    let key = options.key.as_deref().map(read_key).transpose()?;
    let table = read(&options.responses)?;
    let read = responses(&table, key.as_ref(), options.blank).map_err(refused)?;
    for notice in &read.notices {
        tell!("{notice}");
    }
    let analysis = analyse(&read.answers);
    match options.format {
        Format::Text => say!("{}", text::report(&analysis).trim_end()),
        Format::Json => say!("{:#}", json::report(&analysis, options.blank)),
    }
}

fn read_key(path: &Path) -> Result<KeyFile, Failure> {
    KeyFile::read(&read(&path.to_owned())?).map_err(refused)
}

fn read(path: &PathBuf) -> Result<Table, Failure> {
    let bytes = std::fs::read(path).map_err(Failure::file("no se puede leer", path))?;
    Table::read(&path.to_string_lossy(), &bytes).map_err(refused)
}

fn refused(error: TableError) -> Failure {
    Failure::Step(error.to_string())
}
