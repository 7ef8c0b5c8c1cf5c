//! A client that sends, waits, and reads the clock.
//!
//! One thread writes and one reads, so that a server that stops reading, or asks back in the midst of an edit, is met as
//! an editor would meet it. A time ends when the last byte of a message has come, before anything of it is decoded.

use crate::process::{self, Usage};
use crate::typing::Key;
use masthead::text::{Buffer, Encoding, Position, Span};
use serde::Deserialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// A server that says nothing for so long is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a server says that takes edits as whole texts alone.
const WHOLE: i64 = 1;

/// A message of the server, with the moment at which it had come.
type Message = (Instant, Vec<u8>);

/// The server gave no answer in time, or went away.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Silent;

/// What the client gets or gives up on.
pub(crate) type Answer<T> = Result<T, Silent>;

/// A server that has been started for a folder.
pub(crate) struct Driver {
    server: Child,
    input: Sender<Vec<u8>>,
    output: Receiver<Message>,
    folder: PathBuf,
    /// From the start of the process to its answer to `initialize`.
    pub(crate) started: Duration,
    /// When it was started.
    start: Instant,
    last_id: i64,
    name: String,
    /// True for a server that takes edits as whole texts alone.
    takes_whole: bool,
    /// For such a one, the texts that are open.
    texts: HashMap<String, Buffer>,
    /// When it had told that the folder has been read.
    read: Option<Instant>,
}

/// What tells messages apart; all else is skipped unread.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head<'m> {
    id: Option<Value>,
    #[serde(borrow)]
    method: Option<Cow<'m, str>>,
    params: Option<Params<'m>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Params<'m> {
    #[serde(borrow)]
    uri: Option<Cow<'m, str>>,
    version: Option<i64>,
    /// Of a report of progress.
    value: Option<Value>,
    /// Of a question for settings.
    items: Option<Vec<Value>>,
}

impl Driver {
    /// Starts a server for `folder` and waits for its answer to `initialize`.
    pub(crate) fn start(mut command: Command, folder: &Path) -> Answer<Self> {
        let start = Instant::now();
        let mut server = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| Silent)?;
        let mut pipe = server.stdin.take().ok_or(Silent)?;
        let (input, messages) = channel::<Vec<u8>>();
        std::thread::spawn(move || messages.into_iter().try_for_each(|bytes| pipe.write_all(&bytes)));
        let pipe = BufReader::new(server.stdout.take().ok_or(Silent)?);
        let (send, output) = channel();
        std::thread::spawn(move || read_all(pipe, &send));
        let mut driver = Self {
            server,
            input,
            output,
            folder: folder.to_path_buf(),
            started: Duration::ZERO,
            start,
            last_id: 0,
            name: String::new(),
            takes_whole: false,
            texts: HashMap::new(),
            read: None,
        };
        let uri = format!("file://{}", driver.folder.display());
        let params = json!({
            "processId": null,
            "rootUri": uri,
            "workspaceFolders": [{"uri": uri, "name": "news"}],
            "capabilities": capabilities(),
        });
        let id = driver.send_request("initialize", params);
        let (came, answer) = driver.wait_for(|head| answers(head, id))?;
        driver.started = came - start;
        let answer: Value = serde_json::from_slice(&answer).map_err(|_| Silent)?;
        if answer["result"].is_null() {
            return Err(Silent);
        }
        driver.name = answer["result"]["serverInfo"]["name"].as_str().unwrap_or_default().to_owned();
        let sync = &answer["result"]["capabilities"]["textDocumentSync"];
        driver.takes_whole = *sync == WHOLE || sync["change"] == WHOLE;
        driver.notify("initialized", json!({}));
        Ok(driver)
    }

    /// Waits until the folder has been read, if the server tells of that; the time since the start of the process.
    pub(crate) fn ready(&mut self) -> Answer<Duration> {
        if self.name != "masthead" {
            return Ok(self.started);
        }
        let came = match self.read {
            Some(came) => came,
            None => self.wait_for(ends_progress)?.0,
        };
        Ok(came - self.start)
    }

    /// Opens an article, in version 1; the time until its first findings.
    pub(crate) fn open(&mut self, path: &str, text: &str) -> Answer<Duration> {
        let language = if path.ends_with(".md") { "markdown" } else { "plaintext" };
        let uri = self.uri(path);
        let item = json!({"uri": uri, "languageId": language, "version": 1, "text": text});
        if self.takes_whole {
            self.texts.insert(path.to_owned(), Buffer::new(text));
        }
        let start = Instant::now();
        self.notify("textDocument/didOpen", json!({"textDocument": item}));
        Ok(self.findings(&uri, 1)? - start)
    }

    /// Sends one keystroke; the time until the findings of the text with it have come.
    pub(crate) fn keystroke(&mut self, path: &str, version: i64, key: &Key<'_>) -> Answer<Duration> {
        let start = Instant::now();
        self.edit(path, version, key);
        Ok(self.settled(path, version)? - start)
    }

    /// Sends one keystroke and does not wait.
    pub(crate) fn edit(&mut self, path: &str, version: i64, key: &Key<'_>) {
        let place = |(line, character)| json!({"line": line, "character": character});
        let change = match self.texts.get_mut(path) {
            None => json!({"range": {"start": place(key.from), "end": place(key.to)}, "text": key.text}),
            Some(text) => {
                let byte = |(line, column)| text.offset(Position { line, column }, Encoding::Utf16);
                text.splice(Span::new(byte(key.from), byte(key.to)), key.text);
                json!({"text": text.text()})
            }
        };
        let params = json!({
            "textDocument": {"uri": self.uri(path), "version": version},
            "contentChanges": [change],
        });
        self.notify("textDocument/didChange", params);
    }

    /// The moment at which the findings of a version had come.
    pub(crate) fn settled(&mut self, path: &str, version: i64) -> Answer<Instant> {
        let uri = self.uri(path);
        self.findings(&uri, version)
    }

    /// Asks for something; the time until the answer, and the answer's bytes.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Answer<(Duration, Vec<u8>)> {
        let start = Instant::now();
        let id = self.send_request(method, params);
        let (came, answer) = self.wait_for(|head| answers(head, id))?;
        Ok((came - start, answer))
    }

    /// What the server uses now.
    pub(crate) fn usage(&self) -> Option<Usage> {
        process::usage(self.server.id())
    }

    /// Says goodbye; a server that does not go is ended.
    pub(crate) fn stop(mut self) {
        if self.ask("shutdown", Value::Null).is_ok() {
            self.notify("exit", Value::Null);
        }
        let asked = Instant::now();
        while asked.elapsed() < Duration::from_secs(5) {
            if matches!(self.server.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        // It may be gone by now, which is as well.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }

    /// The address of an article of the folder.
    pub(crate) fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.folder.display())
    }

    /// Findings without a version are taken for the newest: some servers give none, and nothing else is under way.
    fn findings(&mut self, uri: &str, version: i64) -> Answer<Instant> {
        let fits = |head: &Head<'_>| {
            let params = head.params.as_ref().filter(|params| params.uri.as_deref() == Some(uri));
            head.method.as_deref() == Some("textDocument/publishDiagnostics")
                && params.is_some_and(|params| params.version.is_none_or(|given| given == version))
        };
        self.wait_for(fits).map(|(came, _)| came)
    }

    fn send_request(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}));
        self.last_id
    }

    fn notify(&self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn send(&self, message: &Value) {
        let mut message = message.clone();
        if message["params"].is_null() {
            message.as_object_mut().map(|fields| fields.remove("params"));
        }
        let body = message.to_string();
        // A server that has gone away is found out by waiting for its answer.
        let _ = self.input.send(format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes());
    }

    /// Reads until a message fits; answers meanwhile what the server asks.
    fn wait_for(&mut self, fits: impl Fn(&Head<'_>) -> bool) -> Answer<Message> {
        loop {
            let (came, body) = self.output.recv_timeout(PATIENCE).map_err(|_| Silent)?;
            let head: Head<'_> = serde_json::from_slice(&body).unwrap_or_default();
            if ends_progress(&head) {
                self.read.get_or_insert(came);
            }
            if fits(&head) {
                return Ok((came, body));
            }
            if let (Some(_), Some(id)) = (&head.method, &head.id) {
                // Settings are asked for by list and answered by one: nothing is set.
                let items = head.params.as_ref().and_then(|params| params.items.as_ref());
                let result = items.map_or(Value::Null, |items| vec![json!({}); items.len()].into());
                self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result}));
            }
        }
    }
}

fn ends_progress(head: &Head<'_>) -> bool {
    let value = head.params.as_ref().and_then(|params| params.value.as_ref());
    value.is_some_and(|value| value["kind"] == "end")
}

fn answers(head: &Head<'_>, id: i64) -> bool {
    head.method.is_none() && head.id.as_ref().and_then(Value::as_i64) == Some(id)
}

/// Reads messages until the pipe closes or nobody listens.
fn read_all(mut pipe: impl BufRead, send: &Sender<Message>) -> Option<()> {
    loop {
        let (mut length, mut line) = (0, String::new());
        while pipe.read_line(&mut line).ok()? > 0 && line != "\r\n" {
            if let Some(("Content-Length", value)) = line.trim_end().split_once(": ") {
                length = value.parse().ok()?;
            }
            line.clear();
        }
        if length == 0 {
            return None;
        }
        let mut body = vec![0; length];
        pipe.read_exact(&mut body).ok()?;
        send.send((Instant::now(), body)).ok()?;
    }
}

/// An editor that can all that a modern one can and that matters for speed.
fn capabilities() -> Value {
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "window": {"workDoneProgress": true},
        "workspace": {
            "didChangeWatchedFiles": {"dynamicRegistration": true},
            "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {}},
            "configuration": true,
        },
        "textDocument": {
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {"versionSupport": true, "relatedInformation": true},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
                "dataSupport": true,
                "resolveSupport": {"properties": ["edit"]},
            },
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "semanticTokens": {
                "requests": {"full": {"delta": true}, "range": true},
                "tokenTypes": ["namespace", "type", "class", "enum", "interface", "struct", "variable", "property"],
                "tokenModifiers": ["declaration", "definition", "deprecated"],
                "formats": ["relative"],
            },
            "rename": {"prepareSupport": true},
        },
    })
}
