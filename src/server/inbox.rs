//! Events on their way to the session.

use super::event::Event;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So many may wait. Beyond that who sends waits, and the client with the reader of its messages.
const MOST: usize = 10_000;

/// Events in the order in which they were sent.
#[derive(Default)]
pub(super) struct Inbox {
    waiting: Mutex<Waiting>,
    /// There is something to do.
    filled: Condvar,
    /// There is room again.
    emptied: Condvar,
}

#[derive(Default)]
struct Waiting {
    events: VecDeque<Event>,
    /// True while somebody sends who means to serve what it sends itself.
    held: bool,
    /// True when the one who waits is to look again.
    called: bool,
}

impl Inbox {
    /// Puts an event in. Waits while very many are in it: the session never waits for a sender, so they soon get
    /// through.
    pub(super) fn push(&self, event: Event) {
        let mut waiting = self.lock();
        while waiting.events.len() >= MOST {
            self.filled.notify_one();
            waiting = self.emptied.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        waiting.events.push_back(event);
        if !waiting.held {
            self.filled.notify_one();
        }
    }

    /// The next event, if one waits.
    pub(super) fn pop(&self) -> Option<Event> {
        let mut waiting = self.lock();
        let event = waiting.events.pop_front();
        if waiting.events.len() + 1 == MOST {
            self.emptied.notify_all();
        }
        event
    }

    /// True when the edits before the next event and those behind it can be taken as one.
    pub(super) fn joins_edits(&self) -> bool {
        self.lock().events.front().is_some_and(Event::joins_edits)
    }

    /// Nobody is woken for what is put in until [`Inbox::release`].
    pub(super) fn hold(&self) {
        self.lock().held = true;
    }

    /// Wakes whoever waits when there is something left to do, or when it is `called`.
    pub(super) fn release(&self, called: bool) {
        let mut waiting = self.lock();
        waiting.held = false;
        waiting.called |= called;
        if waiting.called || !waiting.events.is_empty() {
            self.filled.notify_one();
        }
    }

    /// Waits for an event, a call, or until `limit` is over.
    pub(super) fn wait(&self, limit: Option<Duration>) {
        let idle = |waiting: &mut Waiting| waiting.events.is_empty() && !waiting.called;
        let waiting = self.lock();
        let mut waiting = match limit {
            None => self.filled.wait_while(waiting, idle).unwrap_or_else(PoisonError::into_inner),
            Some(limit) => {
                let waited = self.filled.wait_timeout_while(waiting, limit, idle);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
        };
        waiting.called = false;
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // Each change under the lock is whole at once.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
