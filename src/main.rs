//! The command line: `timon`.

#![deny(clippy::expect_used, clippy::unwrap_used)]

mod cmd;

use std::process::ExitCode;

fn main() -> ExitCode {
    cmd::run(std::env::args_os().skip(1))
}
