//! Sessions of real editors, played again: whatever the editor was told when `editors/record.py` recorded it, it
//! is told today. More may be told; what a card or a message says is not compared.

use crate::support::client::{Client, Folder};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Stands for the folder's path in a recording.
const FOLDER: &str = "{folder}";

/// A line of a recording.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    /// The files by path: in the first line as the session began, then where they have changed on disk.
    Folder(BTreeMap<String, String>),
    /// A message of the editor.
    Client(Value),
    /// A message of the server.
    Server(Value),
}

#[test]
fn recorded_sessions_are_answered_as_they_were() {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(sessions()).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let lost = play(&recording(&path));
        assert!(lost.is_empty(), "{}: lost since it was recorded:\n{}", path.display(), lost.join("\n"));
    }
}

/// A recording that tells of more than the server does is found out.
#[test]
fn what_is_lost_is_told() {
    let mut lines = recording(&sessions().join("nvim.jsonl"));
    let hover = lines.iter_mut().find_map(|line| match line {
        Line::Server(message) if message["result"].get("contents").is_some() => Some(message),
        _ => None,
    });
    hover.unwrap()["result"]["range"]["end"]["character"] = json!(999);
    let lost = play(&lines);
    assert_eq!(lost.len(), 1, "{lost:?}");
    assert!(lost[0].contains("textDocument/hover: 2:49-2:999"), "{lost:?}");
}

fn sessions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/protocol/sessions")
}

fn recording(path: &Path) -> Vec<Line> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Sends what the editor sent, each message after all that it had heard before; what it is no longer told.
fn play(lines: &[Line]) -> Vec<String> {
    let Some((Line::Folder(files), lines)) = lines.split_first() else {
        panic!("no files in the first line")
    };
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = Folder::new(&files);
    let path = folder.path().display().to_string();
    let mut client = Client::start();
    client.answers = client_answers(lines);
    let cancelled: BTreeSet<i64> = lines.iter().filter_map(cancelled).collect();
    let mut asked: BTreeMap<i64, &str> = BTreeMap::new();
    let mut lost = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Client(message) => {
                let Some(method) = message["method"].as_str() else { continue };
                match message["id"].as_i64() {
                    Some(id) => _ = asked.insert(id, method),
                    None => client.forget_diagnostics(),
                }
                client.send(&sent(message, &path));
                if method == "initialized" {
                    client.folder_read();
                }
            }
            Line::Server(message) => match message["method"].as_str() {
                None => {
                    let id = message["id"].as_i64().unwrap();
                    let answer = client.answer(id);
                    if !cancelled.contains(&id) {
                        let now = facts(asked[&id], &recorded(&answer, &path));
                        let gone = facts(asked[&id], message).into_iter().filter(|fact| !now.contains(fact));
                        lost.extend(gone.map(|fact| format!("{}: {fact}, but {now:?}", asked[&id])));
                    }
                }
                Some("textDocument/publishDiagnostics") if lasts(message, &lines[at + 1..]) => {
                    let uri = message["params"]["uri"].as_str().unwrap().replace(FOLDER, &path);
                    let codes = codes(message["params"]["diagnostics"].as_array().unwrap());
                    client.diagnostics_that(&uri, |list| self::codes(list) == codes);
                }
                // What the server asks is answered when it asks; what else it tells has no set time.
                Some(_) => {}
            },
            Line::Folder(files) => files.iter().for_each(|(path, text)| folder.write(path, text)),
        }
    }
    if matches!(lines.last(), Some(Line::Client(message)) if message["method"] == "exit") {
        assert_eq!(client.exit_code(), Some(0));
    }
    lost
}

/// What the editor answered to the server's requests, by method.
fn client_answers(lines: &[Line]) -> BTreeMap<String, Value> {
    let answer = |id: &Value| {
        lines.iter().find_map(|line| match line {
            Line::Client(message) if message.get("method").is_none() && message["id"] == *id => Some(message),
            _ => None,
        })
    };
    let request = |line: &Line| match line {
        Line::Server(message) if message.get("id").is_some() => {
            Some((message["method"].as_str()?.to_owned(), answer(&message["id"])?.clone()))
        }
        _ => None,
    };
    lines.iter().filter_map(request).collect()
}

/// The request that a line cancels: whether it was answered before that is a matter of luck.
fn cancelled(line: &Line) -> Option<i64> {
    match line {
        Line::Client(message) if message["method"] == "$/cancelRequest" => message["params"]["id"].as_i64(),
        _ => None,
    }
}

/// True for the last diagnostics of a file before the editor changes anything: those before them may be skipped
/// by a server that is faster.
fn lasts(message: &Value, rest: &[Line]) -> bool {
    let same = |next: &Value| {
        next["method"] == message["method"] && next["params"]["uri"] == message["params"]["uri"]
    };
    for line in rest {
        match line {
            Line::Client(next) if next.get("id").is_none() => return true,
            Line::Server(next) if same(next) => return false,
            _ => {}
        }
    }
    true
}

/// A recorded message as it is sent in the folder at `path`.
fn sent(message: &Value, path: &str) -> Value {
    let mut message: Value = serde_json::from_str(&message.to_string().replace(FOLDER, path)).unwrap();
    message["jsonrpc"] = json!("2.0");
    if message["method"] == "initialize" {
        // Not every editor shows progress; its end tells that the folder has been read, as it had been for the
        // person who then asked.
        message["params"]["capabilities"]["window"]["workDoneProgress"] = json!(true);
    }
    message
}

/// A message as it would be recorded.
fn recorded(message: &Value, path: &str) -> Value {
    serde_json::from_str(&message.to_string().replace(path, FOLDER)).unwrap()
}

/// The rules of diagnostics, sorted.
fn codes(diagnostics: &[Value]) -> Vec<&str> {
    let mut codes: Vec<_> = diagnostics.iter().filter_map(|d| d["code"].as_str()).collect();
    codes.sort_unstable();
    codes
}

/// What an answer tells an editor, each fact for itself.
fn facts(method: &str, answer: &Value) -> BTreeSet<String> {
    let result = &answer["result"];
    if let Some(error) = answer.get("error") {
        return [format!("error {}", error["code"])].into();
    }
    if result.is_null() {
        return ["nothing".to_owned()].into();
    }
    let list = result.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut facts: BTreeSet<String> = match method {
        "initialize" => {
            let offered = result["capabilities"].as_object().unwrap();
            offered.keys().cloned().chain([result["capabilities"]["positionEncoding"].to_string()]).collect()
        }
        "textDocument/hover" => [result["contents"]["kind"].to_string(), range(&result["range"])].into(),
        "textDocument/codeAction" => list.iter().map(|action| action["title"].to_string()).collect(),
        "textDocument/documentSymbol" => names(list),
        "textDocument/semanticTokens/full" => {
            // Five numbers make a token.
            [format!("{} tokens", result["data"].as_array().unwrap().len() / 5)].into()
        }
        "textDocument/completion" => result["items"]
            .as_array()
            .map_or(list, Vec::as_slice)
            .iter()
            .map(|item| item["label"].to_string())
            .collect(),
        "textDocument/codeLens" => list.iter().map(|lens| range(&lens["range"])).collect(),
        "codeLens/resolve" => {
            [result["command"]["title"].to_string(), result["command"]["command"].to_string()].into()
        }
        "masthead/names" => names(result["names"].as_array().unwrap()),
        "textDocument/rename" => edits(result).collect(),
        _ => list.iter().map(|place| format!("{} {}", place["uri"], range(&place["range"]))).collect(),
    };
    facts.insert("something".to_owned());
    if matches!(method, "textDocument/definition" | "textDocument/references") {
        facts.insert(format!("{} places", list.len()));
    }
    facts
}

fn range(range: &Value) -> String {
    let place = |at: &Value| format!("{}:{}", at["line"], at["character"]);
    format!("{}-{}", place(&range["start"]), place(&range["end"]))
}

/// The names of symbols and of those inside them.
fn names(symbols: &[Value]) -> BTreeSet<String> {
    let mut names: BTreeSet<_> = symbols.iter().map(|symbol| symbol["name"].to_string()).collect();
    for symbol in symbols {
        names.extend(symbol["children"].as_array().map(|inside| self::names(inside)).unwrap_or_default());
    }
    names
}

/// Each edit of a workspace edit, whichever of the two shapes the client takes.
fn edits(edit: &Value) -> impl Iterator<Item = String> {
    let plain = edit["changes"].as_object().into_iter().flatten();
    let plain = plain.map(|(uri, edits)| (json!(uri), edits));
    let versioned = edit["documentChanges"].as_array().into_iter().flatten();
    let versioned = versioned.map(|change| (change["textDocument"]["uri"].clone(), &change["edits"]));
    plain.chain(versioned).flat_map(|(uri, edits)| {
        let told = |edit: &Value| format!("{uri} {} {}", range(&edit["range"]), edit["newText"]);
        edits.as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    })
}
