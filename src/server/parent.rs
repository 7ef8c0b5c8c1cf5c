//! Ends with the editor: a server whose editor was killed must not stay behind.

use std::sync::mpsc::Sender;
use std::time::Duration;

/// Looks after the editor this often: nobody waits for it, and a look costs next to nothing.
const PAUSE: Duration = Duration::from_secs(2);

/// Tells `ended` an exit code of 1 once the process with this id is gone. It is only watched when it can be seen
/// now: in a container the editor has another id, or none. Where the system shows no processes as
/// files, the end of the input has to tell.
pub(super) fn watch(process: u32, ended: Sender<u8>) {
    let Some(editor) = begun(process) else { return };
    std::thread::spawn(move || {
        while begun(process) == Some(editor) {
            std::thread::sleep(PAUSE);
        }
        // At the very end nobody listens any more.
        let _ = ended.send(1);
    });
}

/// When the living process with this id began, in the system's ticks: another one may have its id later. `None` when
/// it is gone, or has ended and its own parent has not taken note of that yet.
fn begun(process: u32) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The program's name, in brackets, may hold anything; behind it stand the state and, as the twentieth, the start.
    let mut fields = told.rsplit_once(')')?.1.split_whitespace();
    let living = !matches!(fields.next()?, "Z" | "X");
    fields.nth(18)?.parse().ok().filter(|_| living)
}
