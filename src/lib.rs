//! Timón y Voz: a course that teaches who decides, who carries it out and what both share, and measures the two apart.
//!
//! A pure middle with thin shells around it. Text, time and randomness are arguments; values come back.
//!
//! | module        | what it holds                                   | may use                              |
//! |---------------|-------------------------------------------------|--------------------------------------|
//! | [`course`]    | what a course is                                | nothing of ours                      |
//! | [`assess`]    | answers → credit → estimate                     | `course`                             |
//! | [`learner`]   | what a learner did: events, journal, profile    | `course`, `assess`                   |
//! | `diagnostics` | a problem, its place and its mend               | nothing of ours                      |
//! | `exchange`    | what comes from other programs and goes to them | `course`, `assess`, `learner`        |
//! | [`search`]    | an index of the course, and finding in it       | nothing of ours                      |
//! | `parse`       | Markdown → course + diagnostics                 | `course`, `diagnostics`              |
//! | `check`       | rules across files                              | `course`, `assess`, `diagnostics`, `parse` |
//! | `ui`          | pages, islands, and the browser behind them     | `course`, `assess`, `learner`, `search`, `exchange` |
//!
//! The command line (`main.rs`, `cmd/`) may use everything and nobody uses it. Start at [`course::Course`] for the
//! model, at `check::course` for how it is read, at `ui::pages` for how it is shown.

// A page is one view inside another, and each adds to its type.
#![recursion_limit = "512"]
#![deny(clippy::expect_used, clippy::unwrap_used)]

/// The pure rooms: `clippy.toml` lists the ways out of them, each with its reason.
macro_rules! pure {
    ($($(#[$attribute:meta])* $room:ident)*) => {
        $(
            $(#[$attribute])*
            #[deny(clippy::disallowed_macros, clippy::disallowed_methods, unsafe_code)]
            pub mod $room;
        )*
    };
}

pure! {
    assess
    #[cfg(feature = "parse")]
    check
    course
    #[cfg(feature = "parse")]
    diagnostics
    #[cfg(feature = "exchange")]
    exchange
    learner
    #[cfg(feature = "parse")]
    parse
    search
}

#[cfg(feature = "ui")]
pub mod ui;
