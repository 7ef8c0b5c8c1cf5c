//! Who runs the session: the thread that reads the client's messages, or one of its own.
//!
//! To hand a keystroke to another thread and have that woken takes longer than to judge a short article. So the reader
//! serves what it has read itself, as long as nothing more is there to read; a burst of messages goes to the session's
//! own thread, which takes edits that follow each other as one. What workers tell goes to that thread too.

use super::client::Client;
use super::closed::Shelf;
use super::event::{Event, Events};
use super::inbox::Inbox;
use super::session::Session;
use super::workers::Workers;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

/// Events that are taken as one batch at most, so that a client that never pauses sees its findings too.
const BATCH: usize = 1_000;

/// The session, and what it needs to begin.
pub(super) struct Serving {
    inbox: Arc<Inbox>,
    client: Client,
    workers: Workers,
    shelf: Shelf,
    /// Nothing is served before the client has told who it is.
    session: Mutex<Option<Session>>,
}

impl Serving {
    /// A session that has not begun.
    pub(super) fn new(client: Client, workers: Workers, shelf: Shelf) -> Self {
        Self { inbox: Arc::default(), client, workers, shelf, session: Mutex::default() }
    }

    /// Where its events go.
    pub(super) fn events(&self) -> Events {
        Events(self.inbox.clone())
    }

    /// Serves events as they come. For a thread of its own, which never ends.
    pub(super) fn run(&self) {
        loop {
            let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
            let wait = self.serve(session);
            self.inbox.wait(wait);
        }
    }

    /// Until [`Serving::go_on`] the session's own thread is not woken.
    pub(super) fn hold(&self) {
        self.inbox.hold();
    }

    /// Serves what was sent since [`Serving::hold`]: here, or by the session's thread when `more` is about to come or it
    /// is at work already.
    pub(super) fn go_on(&self, more: bool) {
        let session = match self.session.try_lock() {
            _ if more => None,
            Ok(session) => Some(session),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        };
        // Where the session has something to do at some time, its thread is to know of it.
        let called = session.is_some_and(|session| self.serve(session).is_some());
        self.inbox.release(called);
    }

    /// Serves all that waits; returns when there is more to do, if there is.
    fn serve(&self, mut session: MutexGuard<'_, Option<Session>>) -> Option<Duration> {
        let mut taken = 0;
        while let Some(event) = self.inbox.pop() {
            match (&mut *session, event) {
                (None, Event::Initialize { abilities, folders }) => {
                    let (client, workers) = (self.client.clone(), self.workers.clone());
                    let (events, shelf) = (self.events(), self.shelf.clone());
                    *session = Some(Session::new(*abilities, folders, client, workers, events, shelf));
                }
                (None, _) => {}
                (Some(session), event) => session.guarded("a message", |session| session.take(event)),
            }
            taken += 1;
            if taken >= BATCH || !self.inbox.joins_edits() {
                taken = 0;
                if let Some(session) = &mut *session {
                    session.guarded("open articles", Session::settle);
                    session.look_around();
                }
            }
        }
        let session = session.as_mut()?;
        session.look_around();
        session.wait()
    }
}
