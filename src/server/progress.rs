//! Tells a person how far a long piece of work has come.

use super::client::Client;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;
use tower_lsp::ls_types::request::WorkDoneProgressCreate;
use tower_lsp::ls_types::{
    ProgressToken, WorkDoneProgress, WorkDoneProgressBegin, WorkDoneProgressCreateParams,
    WorkDoneProgressEnd, WorkDoneProgressReport,
};

/// Milliseconds between two reports: often enough for a bar to move, too seldom to cost anything.
const PAUSE: u64 = 100;

/// One piece of work. Nothing is told before the client has agreed to hear of it.
pub(super) struct Progress {
    client: Client,
    token: String,
    /// The request by which the client was asked.
    pub(super) request: String,
    title: String,
    begun: AtomicBool,
    /// The last words, when the work was over before the client agreed.
    last_words: OnceLock<String>,
    start: Instant,
    /// Milliseconds from the start to the last report.
    told: AtomicU64,
}

impl Progress {
    /// Asks the client to make room for it.
    pub(super) fn new(client: Client, token: String, title: String) -> Self {
        let params = WorkDoneProgressCreateParams { token: ProgressToken::String(token.clone()) };
        let request = client.request::<WorkDoneProgressCreate>(params);
        let (begun, told, start) = (AtomicBool::new(false), AtomicU64::new(0), Instant::now());
        Self { client, token, request, title, begun, last_words: OnceLock::new(), start, told }
    }

    /// True when this is the token of this work.
    pub(super) fn is(&self, token: &str) -> bool {
        self.token == token
    }

    /// The client agreed.
    pub(super) fn begin(&self) {
        let begin = WorkDoneProgressBegin {
            title: self.title.clone(),
            cancellable: Some(true),
            message: None,
            percentage: Some(0),
        };
        self.client.progress(&self.token, WorkDoneProgress::Begin(begin));
        self.begun.store(true, Ordering::Release);
        if let Some(message) = self.last_words.get() {
            self.send_end(message.clone());
        }
    }

    /// `done` of `all` files are done. From any thread.
    pub(super) fn report(&self, done: usize, all: usize) {
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        let told = self.told.load(Ordering::Relaxed);
        if !self.begun.load(Ordering::Acquire) || now < told + PAUSE {
            return;
        }
        if self.told.compare_exchange(told, now, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            let report = WorkDoneProgressReport {
                cancellable: Some(true),
                message: Some(format!("{done} of {all} articles")),
                percentage: Some((done * 100 / all.max(1)) as u32),
            };
            self.client.progress(&self.token, WorkDoneProgress::Report(report));
        }
    }

    /// The work is over, whether done or not. From the thread that begins it.
    pub(super) fn end(&self, message: String) {
        if self.begun.load(Ordering::Acquire) {
            self.send_end(message);
        } else {
            // The client still makes room for it, and must be able to clear it away. Once is enough.
            let _ = self.last_words.set(message);
        }
    }

    fn send_end(&self, message: String) {
        let end = WorkDoneProgressEnd { message: Some(message) };
        self.client.progress(&self.token, WorkDoneProgress::End(end));
    }
}
