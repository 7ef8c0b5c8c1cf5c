//! What is kept of a large folder from one start to the next.

use crate::support::client::{Client, Folder};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder that is large enough for a cache.
fn large() -> Folder {
    let folder = Folder::new(&[("masthead.toml", "[catalog]\nstarter = true\n")]);
    for nth in 0..220 {
        let text = format!("# Boats\n\nRyu Je-myung met Dana Whitlock{nth}, chair of OpenAI, in Seoul.\n");
        folder.write(&format!("{nth:03}.md"), &text);
    }
    folder
}

/// All names of the folder with their places, as a new server tells them, and the file that it then has.
fn started(folder: &Folder, cache: &Path) -> (Value, Option<PathBuf>) {
    let mut client = Client::open_with_cache(folder, cache);
    client.folder_read();
    let names = client.ask("workspace/symbol", json!({"query": ""}));
    (
        names,
        std::fs::read_dir(cache.join("masthead")).ok().and_then(|mut all| Some(all.next()?.unwrap().path())),
    )
}

/// Waits until the server has written `file`, which it does after it is ready.
fn written(cache: &Path) -> PathBuf {
    let begun = Instant::now();
    loop {
        let files = std::fs::read_dir(cache.join("masthead")).into_iter().flatten().flatten();
        let file = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|e| e == "index"));
        if let Some(file) = file {
            return file;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing is kept");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_second_start_tells_what_the_first_did() {
    let (folder, cache) = (large(), tempfile::tempdir().unwrap());
    // A file that changed a moment ago may do so again unseen, and is not kept.
    std::thread::sleep(Duration::from_millis(2_200));
    let mut client = Client::open_with_cache(&folder, cache.path());
    client.folder_read();
    let first = client.ask("workspace/symbol", json!({"query": ""}));
    let file = written(cache.path());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    drop(client);
    let kept = std::fs::read(&file).unwrap();
    assert_eq!(started(&folder, cache.path()), (first.clone(), Some(file.clone())));
    assert_eq!(std::fs::read(&file).unwrap(), kept, "nothing was new");

    folder.write("007.md", "# Boats\n\nMarta Nordhavn, chair of Nordic Line, spoke.\n");
    let (changed, _) = started(&folder, cache.path());
    assert_ne!(changed, first);
    assert_eq!(changed, started(&folder, tempfile::tempdir().unwrap().path()).0);

    std::fs::write(&file, &kept[..kept.len() / 2]).unwrap();
    assert_eq!(started(&folder, cache.path()).0, changed);
}

#[test]
fn a_folder_may_refuse_the_cache() {
    let (folder, cache) = (large(), tempfile::tempdir().unwrap());
    folder.write("masthead.toml", "[editor]\ncache = false\n");
    std::thread::sleep(Duration::from_millis(2_200));
    assert_eq!(started(&folder, cache.path()).1, None);
    assert_eq!(std::fs::read_dir(cache.path()).unwrap().count(), 0);
}
