//! What we say to the client unasked: notifications, and requests whose answers come back as events.

use super::outbox::Outbox;
use super::queue::Slot;
use serde::Serialize;
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use tower_lsp::ls_types::notification::{
    LogMessage, Notification, Progress, PublishDiagnostics, ShowMessage,
};
use tower_lsp::ls_types::request::{Request, WorkspaceDiagnosticRefresh};
use tower_lsp::ls_types::{
    LogMessageParams, MessageType, ProgressParams, ProgressParamsValue, ProgressToken,
    PublishDiagnosticsParams, ShowMessageParams, Uri, WorkDoneProgress,
};

/// The client. Nothing here ever waits for it.
#[derive(Clone)]
pub(super) struct Client {
    outbox: Arc<Outbox>,
    requests: Arc<AtomicU64>,
    findings: Arc<OnceLock<Findings>>,
}

/// How findings come to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Findings {
    /// They are sent when there are new ones.
    Pushed,
    /// It asks for them; `refreshes` when it can be told to ask again.
    Pulled { refreshes: bool },
}

#[derive(Serialize)]
struct Call<P> {
    jsonrpc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    method: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<P>,
}

/// The JSON text of a call.
fn json<P: Serialize>(id: Option<String>, method: &'static str, params: Option<P>) -> Vec<u8> {
    // ok: LSP's types are strings, numbers, lists and maps by string, which JSON can always hold.
    serde_json::to_vec(&Call { jsonrpc: "2.0", id, method, params }).unwrap_or_default()
}

impl Client {
    /// The client that reads what is put into `outbox`.
    pub(super) fn new(outbox: Arc<Outbox>) -> Self {
        Self { outbox, requests: Arc::default(), findings: Arc::default() }
    }

    /// Waits while it has very much left to read. For threads that work on answers, never for the session.
    pub(super) fn wait_for_reader(&self) {
        self.outbox.wait_for_reader();
    }

    /// Writes a line into the client's log for us, and to stderr. Never an article's text: its name.
    pub(super) fn log(&self, typ: MessageType, message: String) {
        // A closed stderr is no reason to stop.
        let _ = writeln!(std::io::stderr(), "masthead: {message}");
        self.outbox.tell(json(None, LogMessage::METHOD, Some(LogMessageParams { typ, message })));
    }

    /// Shows a line to the person. For what they must know, which is rare.
    pub(super) fn show(&self, typ: MessageType, message: String) {
        self.outbox.tell(json(None, ShowMessage::METHOD, Some(ShowMessageParams { typ, message })));
    }

    /// Settles how findings come to it. Until then they are pushed.
    pub(super) fn settle_findings(&self, how: Findings) {
        // It is said once, with `initialize`.
        let _ = self.findings.set(how);
    }

    /// True when it asks for findings.
    pub(super) fn pulls(&self) -> bool {
        matches!(self.findings.get(), Some(Findings::Pulled { .. }))
    }

    /// Has a client that asks for findings ask again: what it cannot know of has changed.
    pub(super) fn refresh_findings(&self) {
        if let Some(Findings::Pulled { refreshes: true }) = self.findings.get() {
            self.refresh::<WorkspaceDiagnosticRefresh>();
        }
    }

    /// Publishes the diagnostics of a file in place of those that still wait to be sent. A client that asks for
    /// findings is told to ask.
    pub(super) fn publish(&self, params: &PublishDiagnosticsParams) {
        if self.pulls() {
            return self.refresh_findings();
        }
        let slot = Slot::Diagnostics(params.uri.as_str().to_owned());
        self.outbox.replace(slot, json(None, PublishDiagnostics::METHOD, Some(params)));
    }

    /// The same of diagnostics that are a JSON list already.
    pub(super) fn publish_list(&self, uri: &Uri, diagnostics: &[u8], version: Option<i32>) {
        if self.pulls() {
            return self.refresh_findings();
        }
        let mut json = Vec::with_capacity(diagnostics.len() + 200);
        json.extend_from_slice(br#"{"jsonrpc":"2.0","method":""#);
        json.extend_from_slice(PublishDiagnostics::METHOD.as_bytes());
        json.extend_from_slice(br#"","params":{"uri":"#);
        // ok: a string, which JSON can always hold.
        json.extend(serde_json::to_vec(uri).unwrap_or_default());
        json.extend_from_slice(br#","diagnostics":"#);
        json.extend_from_slice(diagnostics);
        if let Some(version) = version {
            json.extend_from_slice(br#","version":"#);
            json.extend_from_slice(version.to_string().as_bytes());
        }
        json.extend_from_slice(b"}}");
        self.outbox.replace(Slot::Diagnostics(uri.as_str().to_owned()), json);
    }

    /// Sends a request; returns the id by which its answer will be known.
    pub(super) fn request<R: Request>(&self, params: R::Params) -> String {
        let id = format!("masthead-{}", self.requests.fetch_add(1, Ordering::Relaxed));
        self.outbox.tell(json(Some(id.clone()), R::METHOD, Some(params)));
        id
    }

    /// Asks the client to ask for something again; once, however often it is said before it is sent.
    pub(super) fn refresh<R: Request<Params = ()>>(&self) {
        let id = format!("masthead-{}", self.requests.fetch_add(1, Ordering::Relaxed));
        self.outbox.replace(Slot::Refresh(R::METHOD), json::<()>(Some(id), R::METHOD, None));
    }

    /// Gives a part of an answer ahead of the rest, under the token that came with the request.
    pub(super) fn partly(&self, token: &ProgressToken, value: impl Serialize) {
        #[derive(Serialize)]
        struct Part<'a, V> {
            token: &'a ProgressToken,
            value: V,
        }
        self.outbox.tell(json(None, Progress::METHOD, Some(Part { token, value })));
    }

    /// Tells of work in progress. A report takes the place of the one before; beginning and end are always sent.
    pub(super) fn progress(&self, token: &str, value: WorkDoneProgress) {
        let report = matches!(value, WorkDoneProgress::Report(_));
        let params = ProgressParams {
            token: ProgressToken::String(token.to_owned()),
            value: ProgressParamsValue::WorkDone(value),
        };
        let json = json(None, Progress::METHOD, Some(params));
        match report {
            true => self.outbox.replace(Slot::Progress(token.to_owned()), json),
            false => self.outbox.tell(json),
        }
    }
}
