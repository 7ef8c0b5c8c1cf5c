//! What waits to be written to the client.
//!
//! Nobody who puts something in ever waits for the client. Memory stays bounded when the client stops reading:
//! diagnostics and reports have one slot each, in which the newest wins; other notifications are
//! dropped once too many wait; no more requests are read while too many answers are owed, and no more are worked
//! on while what waits is large.
//!
//! A message is written by whoever puts it in, where nothing else waits and the client has room for it: to wake the
//! writer's thread takes longer than to judge a short article.

use super::queue::{Queue, Slot, Waiting};
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

/// Reading pauses while more answers than this are being worked out or wait unsent. A person causes a few at
/// a time; a thousand is a script, or a client that no longer reads.
const MOST_ANSWERS: usize = 1_000;

/// Requests wait while answers of so many bytes are unread: the largest answer, on all names of a large folder, has a
/// few megabytes.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Beyond so many waiting messages, log lines and the like are dropped.
const MOST_NOTES: usize = 1_000;

/// No header of a message has more bytes.
const HEADER: usize = 64;

/// Where messages can be written at once.
pub(super) trait Direct: Write + Send {
    /// True when so many bytes can be written without waiting for the client.
    fn has_room(&self, bytes: usize) -> bool;
}

/// What waits to be written to the client: JSON texts, without headers.
#[derive(Default)]
pub(super) struct Outbox {
    queue: Mutex<Queue>,
    /// Something waits, or nothing more will: for the writer.
    filled: Condvar,
    /// Something was written: for those who wait for the client to read.
    emptied: Condvar,
    /// Where messages can be written at once, if anywhere.
    direct: OnceLock<Mutex<Box<dyn Direct>>>,
}

impl Outbox {
    /// Has messages written to `out` by whoever puts them in, where it has room. It is what [`Outbox::write_to`] writes to.
    pub(super) fn write_directly(&self, out: impl Direct + 'static) {
        // ok: a second one would change nothing, for there is one client.
        let _ = self.direct.set(Mutex::new(Box::new(out)));
    }

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
                self.send(queue);
            }
            None => {
                queue.owed -= 1;
                self.emptied.notify_all();
            }
        }
    }

    /// A notification or a request to the client. It is dropped when too much waits already.
    pub(super) fn tell(&self, json: Vec<u8>) {
        let mut queue = self.lock();
        if queue.waiting.len() < MOST_NOTES + queue.owed {
            queue.waiting.push_back(Waiting::Note(json));
            self.send(queue);
        }
    }

    /// A message that takes the place of the one that waits in the same slot, if there is one.
    pub(super) fn replace(&self, slot: Slot, json: Vec<u8>) {
        let mut queue = self.lock();
        if queue.slots.insert(slot.clone(), json).is_none() {
            queue.waiting.push_back(Waiting::Slot(slot));
            self.send(queue);
        }
    }

    /// Has what was put in written: here and now if that makes nobody wait, or by the writer.
    fn send(&self, mut queue: MutexGuard<'_, Queue>) {
        let direct = queue.only().zip(self.direct.get());
        let direct = direct.map(|(bytes, out)| (bytes, out.lock().unwrap_or_else(PoisonError::into_inner)));
        let Some((_, mut out)) = direct.filter(|(bytes, out)| out.has_room(HEADER + bytes)) else {
            self.filled.notify_all();
            return;
        };
        let mut message = Vec::new();
        queue.owed -= queue.pack(&mut message);
        self.emptied.notify_all();
        if let Err(error) = out.write_all(&message).and_then(|()| out.flush()) {
            queue.failed = Some(error);
            self.filled.notify_all();
        }
    }

    /// Waits until few enough answers are owed to take another request.
    pub(super) fn wait_for_room(&self) {
        let full = |queue: &mut Queue| queue.owed > MOST_ANSWERS && !queue.closed;
        let queue = self.lock();
        drop(self.emptied.wait_while(queue, full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Waits while the client has very much left to read: whoever is about to work on another answer. Never for the
    /// session, which takes edits all the same.
    pub(super) fn wait_for_reader(&self) {
        let full = |queue: &mut Queue| queue.bytes > MOST_BYTES && !queue.closed;
        let queue = self.lock();
        drop(self.emptied.wait_while(queue, full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes what comes, until `out` fails or the outbox is closed. For a thread of its own.
    pub(super) fn write_to(&self, mut out: impl Write) -> io::Result<()> {
        let mut batch = Vec::new();
        loop {
            let idle =
                |queue: &mut Queue| queue.waiting.is_empty() && !queue.closed && queue.failed.is_none();
            let queue = self.lock();
            let mut queue = self.filled.wait_while(queue, idle).unwrap_or_else(PoisonError::into_inner);
            let mut written = queue.failed.take().map_or(Ok(()), Err);
            if queue.closed {
                return Ok(());
            }
            if written.is_ok() {
                let answers = queue.pack(&mut batch);
                queue.writing = true;
                drop(queue);
                written = out.write_all(&batch).and_then(|()| out.flush());
                queue = self.lock();
                queue.writing = false;
                queue.owed -= answers;
            }
            queue.closed |= written.is_err();
            self.emptied.notify_all();
            drop(queue);
            written?;
        }
    }

    /// Waits until every answer that is owed and everything else has been written, but no longer than `limit`:
    /// the client may have stopped reading. Takes nothing more after that.
    pub(super) fn finish(&self, limit: Duration) {
        let busy = |queue: &mut Queue| {
            !queue.closed && (queue.writing || queue.owed > 0 || !queue.waiting.is_empty())
        };
        let queue = self.lock();
        let (mut queue, _) =
            self.emptied.wait_timeout_while(queue, limit, busy).unwrap_or_else(PoisonError::into_inner);
        queue.closed = true;
        self.filled.notify_all();
        self.emptied.notify_all();
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
    use super::{Direct, HEADER, MOST_ANSWERS, Outbox, Slot};
    use std::io::Write;
    use std::sync::atomic::{AtomicUsize, Ordering};
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

    /// A client that takes messages at once, as long as its pipe is whole and has room.
    struct Quick {
        room: Arc<AtomicUsize>,
        got: Arc<Mutex<Vec<u8>>>,
        whole: bool,
    }

    impl Write for Quick {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.got.lock().unwrap().extend_from_slice(bytes);
            if self.whole { Ok(bytes.len()) } else { Err(std::io::Error::other("broken")) }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl Direct for Quick {
        fn has_room(&self, bytes: usize) -> bool {
            bytes <= self.room.load(Ordering::Relaxed)
        }
    }

    #[test]
    fn messages_are_written_at_once_and_all_stay_in_order() {
        const ROOM: usize = 4_096;
        let (room, got) = (Arc::new(AtomicUsize::new(ROOM)), Arc::<Mutex<Vec<u8>>>::default());
        let outbox = Outbox::default();
        outbox.write_directly(Quick { room: room.clone(), got: got.clone(), whole: true });
        outbox.tell(b"a".to_vec());
        outbox.replace(Slot::Refresh("b"), b"b".to_vec());
        outbox.owe();
        outbox.answer(Some(b"c".to_vec()));
        let written = |text: &str| text.replace("Content-Length: 1\r\n\r\n", "");
        assert_eq!(written(&String::from_utf8(got.lock().unwrap().clone()).unwrap()), "abc");
        assert_eq!(outbox.lock().owed, 0);
        // Long ones wait for the writer, and so does whatever comes behind them or finds no room.
        outbox.tell(vec![b'd'; ROOM - HEADER + 1]);
        outbox.tell(b"e".to_vec());
        assert_eq!(outbox.lock().waiting.len(), 2);
        let waited = outbox.written();
        assert!(waited.ends_with("dContent-Length: 1\r\n\r\ne"), "{waited}");
        room.store(0, Ordering::Relaxed);
        let full = Outbox::default();
        full.write_directly(Quick { room, got, whole: true });
        full.tell(b"f".to_vec());
        assert_eq!(full.lock().waiting.len(), 1);
    }

    #[test]
    fn a_pipe_that_breaks_under_a_message_ends_the_writer() {
        let outbox = Outbox::default();
        let room = Arc::new(AtomicUsize::new(usize::MAX));
        outbox.write_directly(Quick { room, got: Arc::default(), whole: false });
        outbox.tell(b"a".to_vec());
        assert!(outbox.write_to(Vec::new()).is_err());
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
