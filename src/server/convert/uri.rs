//! URIs and paths, both ways.

use std::path::{Path, PathBuf};
use tower_lsp::ls_types::Uri;

/// The path that a `file:` URI means; `None` for every other one.
pub(crate) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    if !file || uri.path().as_str().is_empty() {
        return None;
    }
    // A name need not be UTF-8 where the system does not ask it.
    #[cfg(unix)]
    let path = {
        use std::os::unix::ffi::OsStringExt;
        PathBuf::from(std::ffi::OsString::from_vec(uri.path().decode().to_bytes().into_owned()))
    };
    #[cfg(not(unix))]
    let path = uri.to_file_path()?.into_owned();
    Some(path)
}

/// The URI of an absolute path; `None` for a name that is not on the disk (the starter catalog's).
pub(crate) fn uri_of(path: &Path) -> Option<Uri> {
    if !path.is_absolute() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::fmt::Write;
        use std::os::unix::ffi::OsStrExt;
        use std::str::FromStr;
        let mut uri = "file://".to_owned();
        for &byte in path.as_os_str().as_bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                // ok: writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        Uri::from_str(&uri).ok()
    }
    #[cfg(not(unix))]
    Uri::from_file_path(path)
}

/// The path by which an open text is known inside: its file's, or for a text without a file its URI.
pub(crate) fn name_of(uri: &Uri) -> PathBuf {
    path_of(uri).unwrap_or_else(|| PathBuf::from(uri.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{name_of, path_of, uri_of};
    use std::path::Path;
    use std::str::FromStr;
    use tower_lsp::ls_types::Uri;

    #[cfg(unix)]
    #[test]
    fn paths_go_round() {
        use std::os::unix::ffi::OsStrExt;
        let odd = Path::new(std::ffi::OsStr::from_bytes(b"/desk/caf\xE9.md"));
        for path in [Path::new("/desk/a b/한국 #1 (50%).md"), Path::new("/a"), odd] {
            assert_eq!(path_of(&uri_of(path).unwrap()).as_deref(), Some(path));
        }
    }

    #[test]
    fn other_schemes_are_names() {
        let uri = Uri::from_str("untitled:Untitled-1").unwrap();
        assert_eq!(path_of(&uri), None);
        assert_eq!(name_of(&uri), Path::new("untitled:Untitled-1"));
        assert_eq!(uri_of(Path::new("<starter>/programs.toml")), None);
    }
}
