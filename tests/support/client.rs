//! A client that drives the real server over its standard input and output, message by message.

use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// Nothing that the server does for these tests takes so long, even on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(240);

/// A folder that goes away at the end of its test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with these files: path and text.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    /// Its path, without symbolic links, as the server gives it back.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    /// Writes one file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The URI of a file in it.
    pub(crate) fn uri(&self, path: &str) -> String {
        file_uri(&self.path().join(path))
    }
}

/// The URI of a path that is plain ASCII.
pub(crate) fn file_uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// A server and the one client that it serves.
pub(crate) struct Client {
    process: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    /// Messages that were read while another was awaited.
    kept: VecDeque<Value>,
    next_id: i64,
    /// Answers what the server asks for, as editors do.
    pub(crate) polite: bool,
    /// What it then answers, by method; where nothing is said, a result of null.
    pub(crate) answers: BTreeMap<String, Value>,
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One message with its header.
pub(crate) fn frame(message: &Value) -> Vec<u8> {
    frame_bytes(message.to_string().as_bytes())
}

/// One message with its header, whatever it holds.
pub(crate) fn frame_bytes(body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// A notification.
pub(crate) fn notification(method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": params})
}

/// A request.
pub(crate) fn request(id: i64, method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

/// `textDocument/didOpen`.
pub(crate) fn did_open(uri: &str, version: i64, text: &str) -> Value {
    let item = json!({"uri": uri, "languageId": "markdown", "version": version, "text": text});
    notification("textDocument/didOpen", json!({"textDocument": item}))
}

/// `textDocument/didChange` with the text inserted at a place; with `None` the whole text is replaced.
pub(crate) fn did_change(uri: &str, version: i64, range: Option<[u32; 4]>, text: &str) -> Value {
    let change = match range {
        None => json!({"text": text}),
        Some(range) => json!({"range": lsp_range(range), "text": text}),
    };
    let document = json!({"uri": uri, "version": version});
    notification("textDocument/didChange", json!({"textDocument": document, "contentChanges": [change]}))
}

/// A range from its first line and column to its last.
pub(crate) fn lsp_range([line, column, end_line, end_column]: [u32; 4]) -> Value {
    json!({
        "start": {"line": line, "character": column},
        "end": {"line": end_line, "character": end_column},
    })
}

/// The parameters of a request about a place.
pub(crate) fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

/// What most editors can do.
pub(crate) fn capabilities() -> Value {
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "window": {"workDoneProgress": true},
        "workspace": {
            "didChangeWatchedFiles": {"dynamicRegistration": true},
            "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
        },
        "textDocument": {
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {
                "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
            },
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
        },
    })
}

/// The parameters of `initialize` for a client with one folder.
pub(crate) fn initialize_params(folder: &Path, capabilities: Value) -> Value {
    json!({
        "processId": null,
        "rootUri": file_uri(folder),
        "workspaceFolders": [{"uri": file_uri(folder), "name": "desk"}],
        "capabilities": capabilities,
    })
}

/// A server that nobody has spoken to yet.
pub(crate) fn server() -> Child {
    // No folder can be made below a file: nothing is kept from one test to the next.
    server_with_cache(Path::new(env!("CARGO_BIN_EXE_masthead")))
}

/// The same, with `cache` as the user's cache folder.
fn server_with_cache(cache: &Path) -> Child {
    piped(Command::new(env!("CARGO_BIN_EXE_masthead")).arg("lsp"), cache)
}

fn piped(command: &mut Command, cache: &Path) -> Child {
    command
        .env("XDG_CACHE_HOME", cache)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

impl Client {
    /// Starts a server, and says nothing yet.
    pub(crate) fn start() -> Self {
        Self::of(server())
    }

    fn of(mut process: Child) -> Self {
        let (tell, output) = mpsc::channel();
        let mut out = BufReader::new(process.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = read_message(&mut out) {
                if tell.send(message).is_err() {
                    return;
                }
            }
        });
        let input = process.stdin.take();
        let (kept, answers) = (VecDeque::new(), BTreeMap::new());
        Self { process, input, output, kept, next_id: 1, polite: true, answers }
    }

    /// Starts a server for a folder behind another program, which is given the server's command line.
    pub(crate) fn open_behind(wrapper: &[&str], folder: &Folder) -> Self {
        let mut command = Command::new(wrapper[0]);
        command.args(&wrapper[1..]).args([env!("CARGO_BIN_EXE_masthead"), "lsp"]);
        Self::of(piped(&mut command, Path::new(env!("CARGO_BIN_EXE_masthead"))))
            .opened(folder, capabilities())
    }

    /// Starts a server for a folder, with a client that can do what most can.
    pub(crate) fn open(folder: &Folder) -> Self {
        Self::open_with(folder, capabilities())
    }

    /// Starts a server for a folder, with `cache` as the user's cache folder.
    pub(crate) fn open_with_cache(folder: &Folder, cache: &Path) -> Self {
        Self::of(server_with_cache(cache)).opened(folder, capabilities())
    }

    /// Starts a server for a folder; waits for the answer to `initialize`.
    pub(crate) fn open_with(folder: &Folder, capabilities: Value) -> Self {
        Self::start().opened(folder, capabilities)
    }

    fn opened(self, folder: &Folder, capabilities: Value) -> Self {
        let mut client = self;
        client.ask("initialize", initialize_params(&folder.path(), capabilities));
        client.send(&notification("initialized", json!({})));
        client
    }

    /// Writes bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        self.write(&frame(message));
    }

    /// Sends a request and waits for its answer: the whole message.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next_id += 1;
        let id = self.next_id;
        self.send(&request(id, method, params));
        self.answer(id)
    }

    /// Waits for the answer to a request.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.wait_for(&format!("the answer to {id}"), |m| m["id"] == id && m.get("method").is_none())
    }

    /// Waits for the diagnostics of a version of a document.
    pub(crate) fn diagnostics(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let message = self.wait_for(&format!("diagnostics of version {version} of {uri}"), |m| {
            let params = &m["params"];
            m["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits for the next diagnostics of a document that fit.
    pub(crate) fn diagnostics_that(&mut self, uri: &str, fit: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let message = self.wait_for(&format!("other diagnostics of {uri}"), |m| {
            let params = &m["params"];
            let list = params["diagnostics"].as_array();
            m["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && list.is_some_and(|list| fit(list))
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits until the folder has been read: its progress ends.
    pub(crate) fn folder_read(&mut self) {
        self.wait_for("the end of reading", |m| m["params"]["value"]["kind"] == "end");
    }

    /// Asks until the answer fits. For what the server does in the background.
    pub(crate) fn ask_until(&mut self, method: &str, params: Value, fit: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self.ask(method, params.clone());
            if fit(&answer) {
                return answer;
            }
            assert!(Instant::now() < end, "still: {answer}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a message; others are kept.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&fits) {
            return self.kept.remove(at).unwrap();
        }
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(message) = self.output.recv_timeout(left) else {
                panic!("no {what}; instead: {:#?}", self.kept);
            };
            self.be_polite(&message);
            if fits(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// Forgets the diagnostics that came so far: what is sent next makes them old.
    pub(crate) fn forget_diagnostics(&mut self) {
        self.kept.retain(|message| message["method"] != "textDocument/publishDiagnostics");
    }

    /// All messages that came and were not awaited, after what was sent so far has been answered.
    pub(crate) fn rest(&mut self) -> Vec<Value> {
        self.ask("workspace/symbol", json!({"query": "nobody is called so"}));
        self.kept.drain(..).collect()
    }

    fn be_polite(&mut self, message: &Value) {
        if self.polite && message.get("method").is_some() && message.get("id").is_some() {
            let method = message["method"].as_str().unwrap();
            let mut answer = self.answers.get(method).cloned().unwrap_or(json!({"result": null}));
            answer["jsonrpc"] = json!("2.0");
            answer["id"] = message["id"].clone();
            // The server may have ended since it asked.
            let _ = self.input.as_mut().map(|input| input.write_all(&frame(&answer)));
        }
    }

    /// Says goodbye as editors do; the server's exit code.
    pub(crate) fn shut_down(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.send(&json!({"jsonrpc": "2.0", "method": "exit"}));
        self.exit_code()
    }

    /// The server's process.
    pub(crate) fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Closes the server's input.
    pub(crate) fn close_input(&mut self) {
        self.input = None;
    }

    /// Waits for the server's end; its exit code.
    pub(crate) fn exit_code(&mut self) -> Option<i32> {
        self.exit_status().code()
    }

    fn exit_status(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < end, "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn read_message(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        out.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim_end() {
            "" => break,
            header => {
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.parse().unwrap();
                }
            }
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}
