//! What waits to be written to the client.
//!
//! Nobody who puts something in ever waits for the client. Memory stays bounded when the client stops reading:
//! diagnostics and reports have one slot each, in which the newest wins; other notifications are
//! dropped once too many wait; no more requests are read while too many answers are owed, and no more are worked
//! on while what waits is large.

use std::collections::{HashMap, VecDeque};
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Reading pauses while more answers than this are being worked out or wait unsent. A person causes a few at
/// a time; a thousand is a script, or a client that no longer reads.
const MOST_ANSWERS: usize = 1_000;

/// Requests wait while answers of so many bytes are unread: the largest answer, on all names of a large folder, has a
/// few megabytes.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Beyond so many waiting messages, log lines and the like are dropped.
const MOST_NOTES: usize = 1_000;

/// What may wait once only: a newer message takes the place of the older one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// The diagnostics of the file with this URI.
    Diagnostics(String),
    /// How far the work with this token has come.
    Progress(String),
    /// A request to ask for something again.
    Refresh(&'static str),
}

enum Waiting {
    Answer(Vec<u8>),
    Note(Vec<u8>),
    Slot(Slot),
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// The messages of the slots that wait.
    slots: HashMap<Slot, Vec<u8>>,
    /// Requests taken whose answers have not been written.
    owed: usize,
    /// Bytes of the answers that wait.
    bytes: usize,
    /// True once nothing more will be written.
    closed: bool,
    /// True while the writer is writing what it took out.
    writing: bool,
}

/// What waits to be written to the client: JSON texts, without headers.
#[derive(Default)]
pub(super) struct Outbox {
    queue: Mutex<Queue>,
    changed: Condvar,
}

impl Outbox {
    /// A request was taken: its answer is owed.
    pub(super) fn owe(&self) {
        self.lock().owed += 1;
    }

    /// The answer that was owed, or `None` where there is none after all.
    pub(super) fn answer(&self, json: Option<Vec<u8>>) {
        let mut queue = self.lock();
        match json {
            Some(json) => {
                queue.bytes += json.len();
                queue.waiting.push_back(Waiting::Answer(json));
            }
            None => queue.owed -= 1,
        }
        self.changed.notify_all();
    }

    /// A notification or a request to the client. It is dropped when too much waits already.
    pub(super) fn tell(&self, json: Vec<u8>) {
        let mut queue = self.lock();
        if queue.waiting.len() < MOST_NOTES + queue.owed {
            queue.waiting.push_back(Waiting::Note(json));
            self.changed.notify_all();
        }
    }

    /// A message that takes the place of the one that waits in the same slot, if there is one.
    pub(super) fn replace(&self, slot: Slot, json: Vec<u8>) {
        let mut queue = self.lock();
        if queue.slots.insert(slot.clone(), json).is_none() {
            queue.waiting.push_back(Waiting::Slot(slot));
            self.changed.notify_all();
        }
    }

    /// Waits until few enough answers are owed to take another request.
    pub(super) fn wait_for_room(&self) {
        let full = |queue: &mut Queue| queue.owed > MOST_ANSWERS && !queue.closed;
        let queue = self.lock();
        drop(self.changed.wait_while(queue, full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Waits while the client has very much left to read: whoever is about to work on another answer. Never for the
    /// session, which takes edits all the same.
    pub(super) fn wait_for_reader(&self) {
        let full = |queue: &mut Queue| queue.bytes > MOST_BYTES && !queue.closed;
        let queue = self.lock();
        drop(self.changed.wait_while(queue, full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes what comes, until `out` fails or the outbox is closed. For a thread of its own.
    pub(super) fn write_to(&self, mut out: impl Write) -> io::Result<()> {
        let mut batch = Vec::new();
        while let Some(answers) = self.take(&mut batch) {
            let written = out.write_all(&batch).and_then(|()| out.flush());
            let mut queue = self.lock();
            queue.owed -= answers;
            queue.writing = false;
            queue.closed |= written.is_err();
            self.changed.notify_all();
            drop(queue);
            written?;
        }
        Ok(())
    }

    /// Waits until every answer that is owed and everything else has been written, but no longer than `limit`:
    /// the client may have stopped reading. Takes nothing more after that.
    pub(super) fn finish(&self, limit: Duration) {
        let busy = |queue: &mut Queue| {
            !queue.closed && (queue.writing || queue.owed > 0 || !queue.waiting.is_empty())
        };
        let queue = self.lock();
        let (mut queue, _) =
            self.changed.wait_timeout_while(queue, limit, busy).unwrap_or_else(PoisonError::into_inner);
        queue.closed = true;
        self.changed.notify_all();
    }

    /// Moves some of what waits into `batch`, with headers, and tells how many answers are among it; `None`
    /// when the outbox was closed.
    fn take(&self, batch: &mut Vec<u8>) -> Option<usize> {
        /// Bytes written at once: enough to write a burst in few steps, few enough to keep memory small.
        const BATCH: usize = 64 * 1024;

        let queue = self.lock();
        let idle = |queue: &mut Queue| queue.waiting.is_empty() && !queue.closed;
        let mut queue = self.changed.wait_while(queue, idle).unwrap_or_else(PoisonError::into_inner);
        if queue.closed {
            return None;
        }
        batch.clear();
        let mut answers = 0;
        while batch.len() < BATCH {
            let json = match queue.waiting.pop_front() {
                None => break,
                Some(Waiting::Answer(json)) => {
                    answers += 1;
                    queue.bytes -= json.len();
                    json
                }
                Some(Waiting::Note(json)) => json,
                Some(Waiting::Slot(slot)) => queue.slots.remove(&slot).unwrap_or_default(),
            };
            batch.extend_from_slice(format!("Content-Length: {}\r\n\r\n", json.len()).as_bytes());
            batch.extend_from_slice(&json);
        }
        queue.writing = true;
        Some(answers)
    }

    /// Everything that waits and that is still owed, as the client would read it. Nothing may be put in after that.
    #[cfg(test)]
    pub(super) fn written(&self) -> String {
        std::thread::scope(|scope| {
            let written = scope.spawn(|| {
                let mut out = Vec::new();
                self.write_to(&mut out).unwrap();
                String::from_utf8(out).unwrap()
            });
            self.finish(Duration::from_secs(20));
            written.join().unwrap()
        })
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        // A panic while the lock is held leaves at worst a message out; the queue itself stays sound.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_ANSWERS, Outbox, Slot};
    use std::io::Write;
    use std::sync::mpsc;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    /// A client that reads when it is told to.
    struct Pipe {
        read: mpsc::Receiver<()>,
        got: Arc<Mutex<Vec<u8>>>,
    }

    impl Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.read.recv().map_err(std::io::Error::other)?;
            self.got.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn started() -> (Arc<Outbox>, mpsc::Sender<()>, Arc<Mutex<Vec<u8>>>) {
        let outbox = Arc::new(Outbox::default());
        let (tell, read) = mpsc::channel();
        let got = Arc::new(Mutex::new(Vec::new()));
        let (pipe, writer) = (Pipe { read, got: got.clone() }, outbox.clone());
        std::thread::spawn(move || writer.write_to(pipe));
        (outbox, tell, got)
    }

    #[test]
    fn the_newest_diagnostics_win_while_the_client_does_not_read() {
        let (outbox, read, got) = started();
        outbox.tell(b"first".to_vec());
        for version in 0..10_000 {
            let slot = Slot::Diagnostics(format!("file:///{}.md", version % 2));
            outbox.replace(slot, format!("v{version}").into_bytes());
        }
        assert!(outbox.lock().waiting.len() <= 3);
        for _ in 0..4 {
            read.send(()).unwrap();
        }
        outbox.finish(Duration::from_secs(10));
        let text = String::from_utf8(got.lock().unwrap().clone()).unwrap();
        assert!(text.contains("v9998") && text.contains("v9999"), "{text}");
        assert!(text.matches("Content-Length").count() <= 5, "{text}");
    }

    #[test]
    fn notes_are_dropped_when_too_many_wait() {
        let outbox = Outbox::default();
        for _ in 0..100_000 {
            outbox.tell(b"a line for the log".to_vec());
        }
        assert_eq!(outbox.lock().waiting.len(), super::MOST_NOTES);
    }

    #[test]
    fn reading_waits_for_room_and_goes_on_when_the_client_reads() {
        let (outbox, read, _) = started();
        for _ in 0..=MOST_ANSWERS {
            outbox.owe();
            outbox.answer(Some(b"{}".to_vec()));
        }
        let (reader, (tell, went_on)) = (outbox.clone(), mpsc::channel());
        std::thread::spawn(move || {
            reader.wait_for_room();
            tell.send(()).unwrap();
        });
        assert!(went_on.recv_timeout(Duration::from_millis(50)).is_err());
        for _ in 0..1_000 {
            let _ = read.send(());
        }
        went_on.recv_timeout(Duration::from_secs(10)).unwrap();
    }

    #[test]
    fn a_broken_pipe_frees_the_reader() {
        let (outbox, read, _) = started();
        for _ in 0..=MOST_ANSWERS + 1 {
            outbox.owe();
        }
        drop(read);
        outbox.tell(b"{}".to_vec());
        outbox.wait_for_room();
    }
}
