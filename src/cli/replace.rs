//! Writes a file so that it is whole at every moment: the old text or the new one.

use super::words::plainly;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::Builder;

/// Puts `new` in the place of the file's text, which must still be `old`: through a temporary file in the same
/// folder and a rename, with the file's permissions. A link stays a link; the file behind it changes.
///
/// Fails, and leaves the file as it is, when it is read-only, gone, or changed since `old` was read.
pub(super) fn replace(path: &Path, old: &str, new: &str) -> Result<()> {
    let failed = |what: &'static str| move |error: io::Error| plainly(what, &error);
    let path = path.canonicalize().map_err(failed("it cannot be found any more"))?;
    let permissions = fs::metadata(&path).map_err(failed("it cannot be read"))?.permissions();
    if permissions.readonly() {
        bail!("it is read-only");
    }
    let folder = path.parent().context("it is no file")?;
    let file = Builder::new().prefix(".masthead-").tempfile_in(folder);
    let mut file = file.map_err(failed("its folder cannot be written to"))?;
    file.write_all(new.as_bytes()).map_err(failed("there is no room for the new text"))?;
    file.as_file().set_permissions(permissions).map_err(failed("its permissions cannot be kept"))?;
    file.as_file().sync_all().map_err(failed("the new text cannot be saved"))?;
    if fs::read(&path).map_err(failed("it cannot be read any more"))? != old.as_bytes() {
        bail!("it changed while Masthead was at work");
    }
    file.persist(&path).map_err(|error| plainly("it cannot be replaced", &error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_while_it_is_the_same() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "old\r\n").expect("a file");
        assert!(replace(&path, "other", "new").is_err());
        assert_eq!(fs::read_to_string(&path).expect("the file"), "old\r\n");
        replace(&path, "old\r\n", "new\r\n").expect("it did not change");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "new\r\n");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (path, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&path, "old").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        replace(&link, "old", "new").expect("it did not change");
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&path).expect("the file"), "new");
        assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("permissions");
        assert!(replace(&path, "new", "newer").is_err());
    }
    /// A file that may be written, in a folder where nobody can make one.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_keeps_it_from_being_written_is_told_plainly() {
        let path = Path::new("/proc/self/comm");
        let old = fs::read_to_string(path).expect("the name of this thread");
        let told = format!("{:#}", replace(path, &old, "new").expect_err("no file can be made there"));
        assert!(told.starts_with("its folder cannot be written to: "), "{told}");
        assert!(!told.contains("os error") && !told.contains(".masthead-"), "{told}");
    }
}
