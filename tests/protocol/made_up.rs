//! Whole sessions made up from a number. A plain string for each text takes the same edits; what the server tells of the
//! text must be what it tells of one that is opened afresh with that string, and every request is answered once.

use super::desk;
use crate::support::client::{
    Client, Folder, at, capabilities, did_open, frame, frame_bytes, lsp_range, notification, request,
};
use crate::support::pieces::PIECES;
use crate::support::random::{Random, rounds};
use crate::text::buffer::offset;
use masthead::text::{Encoding, Position};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const ENCODINGS: [(&str, Encoding); 3] =
    [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)];

/// Requests that any text may be asked.
const REQUESTS: [&str; 12] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/declaration",
    "textDocument/documentHighlight",
    "textDocument/completion",
    "textDocument/prepareRename",
    "textDocument/documentSymbol",
    "textDocument/documentLink",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/foldingRange",
    "textDocument/noSuchThing",
];

/// Bytes that are no message, each of which costs one error.
const RUBBISH: [&[u8]; 6] = [
    b"Content-Length: 13\r\n\r\n{\"id\": 49000,",
    b"Content-Length: many\r\n\r\n{}",
    b"Content-Length: 2\r\n\r\n[]",
    b"loose words\r\n\r\n",
    b"content-length: 11\n\n{\"id\":\"\xFF\xFE\"}",
    b"Content-Length: 5\r\n\r\nnever",
];

/// The session's own requests have numbers beyond this, apart from those of rubbish and of checks.
const FIRST_ID: i64 = 50_000;

struct Session {
    client: Client,
    random: Random,
    encoding: Encoding,
    /// The addresses that are used, and the texts of those that are open: `None` while out of step.
    addresses: Vec<String>,
    open: BTreeMap<String, Option<String>>,
    version: i64,
    next_id: i64,
    asked: Vec<i64>,
    /// What was sent last, for whoever looks for a fault.
    sent: Vec<String>,
}

impl Session {
    fn begin(folder: &Folder, number: u64) -> Session {
        let mut random = Random::new(number);
        let (name, encoding) = random.pick(&ENCODINGS);
        let mut can = capabilities();
        can["general"]["positionEncodings"] = json!([name]);
        let mut client = Client::open_with(folder, can);
        client.polite = random.below(3) > 0;
        let addresses = vec![folder.uri("pier.md"), folder.uri("fresh.md"), "untitled:Untitled-1".to_owned()];
        let (open, asked, sent) = (BTreeMap::new(), Vec::new(), Vec::new());
        Session { client, random, encoding, addresses, open, version: 1, next_id: FIRST_ID, asked, sent }
    }

    fn send(&mut self, message: &Value) {
        self.sent.push(message.to_string());
        self.client.send(message);
    }

    fn address(&mut self) -> String {
        let at = self.random.below(self.addresses.len());
        self.addresses[at].clone()
    }

    /// Does one thing that an editor might do, or that none should.
    fn step(&mut self) {
        let uri = self.address();
        match self.random.below(20) {
            0 | 1 => {
                let text = self.random.text(PIECES, 40);
                self.version += 1;
                self.send(&did_open(&uri, self.version, &text));
                self.open.insert(uri, Some(text));
            }
            2 => {
                self.send(&notification("textDocument/didClose", json!({"textDocument": {"uri": uri}})));
                self.open.remove(&uri);
            }
            3 => self.lose(&uri),
            4 => {
                let bytes = self.random.pick(&RUBBISH);
                self.sent.push(format!("{bytes:?}"));
                self.client.write(bytes);
                // What a header without a sound length was for is not known: it may have been any edit.
            }
            5 => {
                let odd = [
                    ("$/setTrace", json!({"value": "verbose"})),
                    ("$/noSuchThing", json!({"x": 1})),
                    ("workspace/didChangeConfiguration", json!({"settings": [7]})),
                    ("textDocument/didSave", json!({"textDocument": {"uri": "file:///no/such.md"}})),
                    ("$/cancelRequest", json!({"id": "never sent"})),
                    ("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri, "type": 2}]})),
                ];
                let (method, params) = &odd[self.random.below(odd.len())];
                self.send(&notification(method, params.clone()));
            }
            6..=8 => self.ask(&uri),
            _ => self.edit(&uri),
        }
    }

    /// Sends an edit that cannot be read.
    fn lose(&mut self, uri: &str) {
        self.version += 1;
        let text = self.random.pick(&[r#""\uD800""#, "7", "\"\u{7}\"", "\"half"]);
        let body = format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{uri}","version":{}}},"contentChanges":[{{"text":{text}}}]}}}}"#,
            self.version
        );
        self.sent.push(body.clone());
        self.client.write(&frame_bytes(body.as_bytes()));
        if let Some(text) = self.open.get_mut(uri) {
            *text = None;
        }
    }

    /// Sends some changes in one message, to a text that may not even be open.
    fn edit(&mut self, uri: &str) {
        self.version += 1;
        let mut changes = Vec::new();
        for _ in 0..1 + self.random.below(3) {
            let insert = self.random.text(PIECES, 5);
            if self.random.below(12) == 0 {
                changes.push(json!({"text": insert}));
                self.open.entry(uri.to_owned()).and_modify(|text| *text = Some(insert));
                continue;
            }
            let far = self.random.below(10) == 0;
            let (lines, columns) = if far { (u32::MAX as usize, u32::MAX as usize) } else { (8, 30) };
            // Two ends in any order.
            let mut place =
                || Position { line: self.random.below(lines), column: self.random.below(columns) };
            let (from, to) = (place(), place());
            let range = [from.line, from.column, to.line, to.column].map(|n| n as u32);
            changes.push(json!({"range": lsp_range(range), "text": insert}));
            if let Some(Some(text)) = self.open.get_mut(uri) {
                let (a, b) = (offset(text, from, self.encoding), offset(text, to, self.encoding));
                text.replace_range(a.min(b)..a.max(b), &insert);
            }
        }
        let document = json!({"uri": uri, "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.send(&notification("textDocument/didChange", params));
    }

    /// Asks something, and perhaps thinks better of it.
    fn ask(&mut self, uri: &str) {
        self.next_id += 1;
        self.asked.push(self.next_id);
        let method = self.random.pick(&REQUESTS);
        let params = at(uri, self.random.below(9) as u32, self.random.below(40) as u32);
        self.send(&request(self.next_id, method, params));
        if self.random.below(3) == 0 {
            self.send(&notification("$/cancelRequest", json!({"id": self.next_id})));
        }
    }

    /// What the server tells of each open text is what it tells of one opened afresh.
    fn check(&mut self) {
        for (uri, text) in self.open.clone() {
            let Some(text) = text else { continue };
            let fresh = "untitled:as-it-should-be";
            self.client.send(&did_open(fresh, 1, &text));
            let places: Vec<Value> = (0..6)
                .map(|_| json!({"line": self.random.below(8), "character": self.random.below(30)}))
                .collect();
            for (method, more) in [
                ("textDocument/semanticTokens/full", json!({})),
                ("textDocument/foldingRange", json!({})),
                ("textDocument/selectionRange", json!({"positions": places})),
            ] {
                let mut told = |uri: &str| {
                    let mut params = more.clone();
                    params["textDocument"] = json!({"uri": uri});
                    let mut answer = self.client.ask(method, params);
                    answer["result"].as_object_mut().map(|result| result.remove("resultId"));
                    answer["result"].clone()
                };
                let (here, there) = (told(&uri), told(fresh));
                let last = &self.sent[self.sent.len().saturating_sub(6)..];
                assert_eq!(here, there, "{method} of {uri}, which is {text:?}, after {last:#?}");
            }
            self.client.send(&notification("textDocument/didClose", json!({"textDocument": {"uri": fresh}})));
        }
    }

    /// Ends the session: every request has had one answer.
    fn end(mut self) {
        for id in std::mem::take(&mut self.asked) {
            self.client.answer(id);
        }
        let rest = self.client.rest();
        let again =
            |m: &&Value| m.get("method").is_none() && m["id"].as_i64().is_some_and(|id| id > FIRST_ID);
        let twice: Vec<&Value> = rest.iter().filter(again).collect();
        assert!(twice.is_empty(), "answered twice: {twice:?}");
        assert_eq!(self.client.shut_down(), Some(0));
    }
}

#[test]
fn sessions_made_up_from_a_number_keep_every_text_in_step() {
    for number in rounds(8) {
        let folder = desk();
        let mut session = Session::begin(&folder, number);
        for step in 0..60 {
            session.step();
            if step % 4 == 3 {
                session.check();
            }
        }
        session.end();
    }
}

/// However the bytes of a session are cut, doubled or changed, the server ends when its input does.
#[test]
fn a_session_whose_bytes_are_damaged_ends_with_its_input() {
    for number in rounds(12) {
        let mut random = Random::new(number);
        let folder = desk();
        let uri = folder.uri("fresh.md");
        let initialize = crate::support::client::initialize_params(&folder.path(), capabilities());
        let mut bytes = frame(&request(1, "initialize", initialize));
        bytes.extend(frame(&notification("initialized", json!({}))));
        for id in 2..20 {
            bytes.extend(frame(&did_open(&uri, id, &random.text(PIECES, 20))));
            bytes.extend(frame(&request(id, random.pick(&REQUESTS), at(&uri, 0, id as u32))));
        }
        for _ in 0..1 + random.below(6) {
            let at = random.below(bytes.len());
            match random.below(4) {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << random.below(8),
                2 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
                _ => drop(bytes.splice(
                    at..at,
                    (0..random.below(40)).map(|_| random.below(256) as u8).collect::<Vec<_>>(),
                )),
            }
            if bytes.is_empty() {
                break;
            }
        }
        let mut client = Client::start();
        client.write(&bytes);
        client.close_input();
        assert_eq!(client.exit_code(), Some(1), "number {number}");
    }
}
