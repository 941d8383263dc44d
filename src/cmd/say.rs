//! What is printed. Nobody may be reading any more (`timon check | head -1`): then there is nobody to tell, and the exit
//! code still says how it went.

/// A line of what was asked for, on the standard output.
macro_rules! say {
    ($($line:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($line)*);
    }};
}

/// A line about how it goes, on the standard error.
macro_rules! tell {
    ($($line:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($line)*);
    }};
}
