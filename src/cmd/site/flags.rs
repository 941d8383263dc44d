//! The flags with which the module is compiled. Each `panic!` carries the path of its source into the module, and a
//! published file has no business telling the folders of the machine that built it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// Between flags in `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// What `CARGO_ENCODED_RUSTFLAGS` is to hold: the flags of whoever called, and those that shorten paths.
///
/// `serve` and `build` ask for the same, so that neither makes the other compile again.
pub fn encoded() -> OsString {
    let given = given(std::env::var_os("CARGO_ENCODED_RUSTFLAGS"), std::env::var("RUSTFLAGS").ok());
    shortening(given, &private_folders())
}

/// Flags already set, read as cargo does: the encoded ones, or else those separated by blanks.
fn given(encoded: Option<OsString>, plain: Option<String>) -> OsString {
    let plain = || plain.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(SEPARATOR).into();
    encoded.unwrap_or_else(plain)
}

/// Adds the name by which each folder is to be known. Of two that fit, rustc takes the later one.
fn shortening(mut flags: OsString, folders: &[(PathBuf, &str)]) -> OsString {
    for (folder, name) in folders {
        if !flags.is_empty() {
            flags.push(SEPARATOR);
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push(format!("={name}"));
    }
    flags
}

/// This project, and where cargo and rustc keep the sources of others.
fn private_folders() -> Vec<(PathBuf, &'static str)> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let rust = Command::new("rustc").args(["--print", "sysroot"]).output().ok();
    let rust = rust.filter(|output| output.status.success());
    let rust = rust.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    let project = Some(super::source_folder().to_owned());
    [(project, "timon-y-voz"), (cargo, "cargo"), (rust, "rust")]
        .into_iter()
        .filter_map(|(folder, name)| Some((folder?, name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_already_set_are_kept() {
        let folders = [(PathBuf::from("/a b"), "curso"), (PathBuf::from("/c"), "cargo")];
        let ours = "--remap-path-prefix=/a b=curso\u{1f}--remap-path-prefix=/c=cargo";
        for (encoded, plain, expected) in [
            (None, None, ours.to_owned()),
            (None, Some(" -C  debuginfo=1 "), format!("-C\u{1f}debuginfo=1\u{1f}{ours}")),
            (Some("--cfg\u{1f}x"), Some("-C debuginfo=1"), format!("--cfg\u{1f}x\u{1f}{ours}")),
        ] {
            let given = given(encoded.map(OsString::from), plain.map(str::to_owned));
            assert_eq!(shortening(given, &folders), OsString::from(expected));
        }
    }
}
