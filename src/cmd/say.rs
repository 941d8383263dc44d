//! What is printed. Nobody may be reading any more (`timon check | head -1`): then there is nobody to tell, and the exit
//! code still says how it went.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use super::Failure;

/// A line of what was asked for, on the standard output. Fails when it cannot be written for another reason than that
/// nobody reads, as on a full disk.
macro_rules! say {
    ($($line:tt)*) => { crate::cmd::say::out(format_args!($($line)*)) };
}

/// A line about how it goes, on the standard error.
macro_rules! tell {
    ($($line:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($line)*);
    }};
}

/// What `say!` does.
pub fn out(line: Arguments<'_>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::Step(format!("no se puede escribir el resultado: {error}")))
        }
        _ => Ok(()),
    }
}
