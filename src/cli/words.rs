//! Small words that several outputs share.

use crate::diagnostic::Severity;
use anyhow::anyhow;
use std::io;

/// "no articles", "1 article", "11 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

/// An error of the system in plain words, behind what could not be done: without its number, and without the path of a file
/// that nobody has named.
pub(super) fn plainly(what: &str, error: &io::Error) -> anyhow::Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "check the permissions".to_owned(),
        io::ErrorKind::NotADirectory => "a file stands where a folder is needed".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk may only be read".to_owned(),
        kind => kind.to_string(),
    };
    anyhow!("{what}: {why}")
}

/// A rule's severity as `masthead.toml` has it.
pub(super) fn severity_or_off(severity: Option<Severity>) -> &'static str {
    severity.map_or("off", Severity::name)
}

/// A name or a path as a shell takes it: what would mean something to one between double quotes stands between single ones.
pub(super) fn word(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-./_".contains(c);
    match name {
        _ if name.chars().all(plain) => name.to_owned(),
        _ if !name.contains(['"', '$', '`', '\\', '!']) => format!("\"{name}\""),
        _ => format!("'{}'", name.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn names_and_folders_are_one_word_of_a_shell() {
        let words = ["류제명", "../desk_2", "Nordhavn Line", "a\"b", "$(id) it's"].map(word);
        assert_eq!(words, ["류제명", "../desk_2", "\"Nordhavn Line\"", "'a\"b'", "'$(id) it'\\''s'"]);
    }
}
