//! Ends with the editor: a server whose editor was killed must not stay behind.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Looks after the editor this often: nobody waits for it, and a look costs next to nothing.
const PAUSE: Duration = Duration::from_secs(2);

/// Tells `ended` an exit code of 1 once the process with this id is gone. It is only watched when it can be seen
/// now: in a container the editor has another id, or none. Where the system shows no processes as
/// files, the end of the input has to tell.
pub(super) fn watch(process: u32, ended: Sender<u8>) {
    let folder = PathBuf::from(format!("/proc/{process}"));
    if !folder.exists() {
        return;
    }
    std::thread::spawn(move || {
        while folder.exists() {
            std::thread::sleep(PAUSE);
        }
        // At the very end nobody listens any more.
        let _ = ended.send(1);
    });
}
