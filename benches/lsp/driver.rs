//! A client that types and waits.

use crate::article::Key;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A server and its only open article.
pub(crate) struct Driver {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    uri: String,
    version: i64,
}

impl Driver {
    /// Starts a server for `folder`, opens an article with `text` in it, and waits for its first findings and
    /// for the end of reading, if the server tells of that.
    pub(crate) fn start(command: &mut Command, folder: &Path, text: &str) -> Self {
        let mut server = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server");
        let input = server.stdin.take().expect("a pipe");
        let output = BufReader::new(server.stdout.take().expect("a pipe"));
        let uri = format!("file://{}/articles/typing.txt", folder.display());
        let mut driver = Self { server, input, output, uri, version: 1 };
        let capabilities = json!({
            "window": {"workDoneProgress": true},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}},
            "textDocument": {"publishDiagnostics": {"versionSupport": true, "relatedInformation": true}},
        });
        let root = format!("file://{}", folder.display());
        let params = json!({"processId": null, "rootUri": root, "capabilities": capabilities});
        driver.send(&json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}));
        let answer = driver.wait_for(|message| message["id"] == 1);
        driver.send(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}));
        if answer["result"]["serverInfo"]["name"] == "masthead" {
            driver.wait_for(|message| message["params"]["value"]["kind"] == "end");
        }
        let item = json!({"uri": driver.uri, "languageId": "plaintext", "version": 1, "text": text});
        driver.send(
            &json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}}),
        );
        driver.wait_for_findings();
        driver
    }

    /// Sends one keystroke; the time until the findings of the text with it have come.
    pub(crate) fn keystroke(&mut self, key: &Key) -> Duration {
        self.version += 1;
        let range = json!({
            "start": {"line": key.line, "character": key.from},
            "end": {"line": key.line, "character": key.to},
        });
        let params = json!({
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": range, "text": key.text}],
        });
        let message = json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": params});
        let start = Instant::now();
        self.send(&message);
        self.wait_for_findings();
        start.elapsed()
    }

    fn wait_for_findings(&mut self) {
        let version = self.version;
        self.wait_for(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["version"] == version
        });
    }

    /// Says goodbye.
    pub(crate) fn stop(mut self) {
        self.send(&json!({"jsonrpc": "2.0", "id": 2, "method": "shutdown"}));
        self.wait_for(|message| message["id"] == 2);
        self.send(&json!({"jsonrpc": "2.0", "method": "exit"}));
        self.server.wait().expect("the server's end");
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let bytes = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.input.write_all(bytes.as_bytes()).expect("a server that reads");
    }

    /// Reads until a message fits; grants the server what it asks for meanwhile.
    fn wait_for(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.read();
            if fits(&message) {
                return message;
            }
            if message.get("method").is_some() && message.get("id").is_some() {
                self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": null}));
            }
        }
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.output.read_line(&mut line).expect("a server that answers");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", value)) => length = value.parse().expect("a length"),
                Some(_) => {}
                None => break,
            }
        }
        assert!(length > 0, "the server went away");
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a whole message");
        serde_json::from_slice(&body).expect("JSON")
    }
}
