//! What the outbox holds.

use std::collections::{HashMap, VecDeque};
use std::io;

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

/// A message that waits.
pub(super) enum Waiting {
    Answer(Vec<u8>),
    Note(Vec<u8>),
    Slot(Slot),
}

/// The messages that wait, in order, and how much is still to come.
#[derive(Default)]
pub(super) struct Queue {
    /// In the order in which they are to be written.
    pub(super) waiting: VecDeque<Waiting>,
    /// The messages of the slots that wait.
    pub(super) slots: HashMap<Slot, Vec<u8>>,
    /// Requests taken whose answers have not been written.
    pub(super) owed: usize,
    /// Bytes of the answers that wait.
    pub(super) bytes: usize,
    /// True once nothing more will be written.
    pub(super) closed: bool,
    /// True while the writer is writing what it took out.
    pub(super) writing: bool,
    /// Why a message could not be written at once: the writer's to report.
    pub(super) failed: Option<io::Error>,
}

impl Queue {
    /// Bytes of the message that waits, where it is the only one and nobody is writing.
    pub(super) fn only(&self) -> Option<usize> {
        match self.waiting.front()? {
            _ if self.waiting.len() > 1 || self.writing || self.closed => None,
            Waiting::Answer(json) | Waiting::Note(json) => Some(json.len()),
            Waiting::Slot(slot) => self.slots.get(slot).map(Vec::len),
        }
    }

    /// Moves what waits into `batch`, with headers, as much as fits; returns how many answers are among it.
    pub(super) fn pack(&mut self, batch: &mut Vec<u8>) -> usize {
        /// Bytes written at once: enough to write a burst in few steps, few enough to keep memory small.
        const BATCH: usize = 64 * 1024;

        batch.clear();
        let mut answers = 0;
        while batch.len() < BATCH {
            let json = match self.waiting.pop_front() {
                None => break,
                Some(Waiting::Answer(json)) => {
                    answers += 1;
                    self.bytes -= json.len();
                    json
                }
                Some(Waiting::Note(json)) => json,
                Some(Waiting::Slot(slot)) => self.slots.remove(&slot).unwrap_or_default(),
            };
            batch.extend_from_slice(format!("Content-Length: {}\r\n\r\n", json.len()).as_bytes());
            batch.extend_from_slice(&json);
        }
        answers
    }
}
