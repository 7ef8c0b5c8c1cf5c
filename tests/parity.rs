//! Editor and terminal never disagree: what the server publishes for a folder is what `masthead check` prints.

use crate::support::client::{Client, Folder, capabilities, did_change, did_open, lsp_range};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Copies `seeds`, or only its articles, into a folder of its own.
fn seeds(whole: bool) -> Folder {
    let folder = Folder::new(&[]);
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    copy(&if whole { seeds } else { seeds.join("articles") }, "", &folder);
    folder
}

fn copy(from: &Path, to: &str, folder: &Folder) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{to}{}", path.file_name().unwrap().to_str().unwrap());
        match path.is_dir() {
            true => copy(&path, &format!("{name}/"), folder),
            false => folder.write(&name, &std::fs::read_to_string(&path).unwrap()),
        }
    }
}

/// One finding, in the same shape from both: file, place, rule, severity, message, related places.
fn finding(path: &str, rule: &Value, severity: &str, place: Value, message: &Value, related: Value) -> Value {
    json!([path, place, rule, severity, message, related])
}

/// The message of a finding that `masthead check` prints, with its notes.
fn said(found: &Value) -> Value {
    let notes = found["notes"].as_array().into_iter().flatten();
    let lines = std::iter::once(&found["message"]).chain(notes).map(|line| line.as_str().unwrap());
    lines.collect::<Vec<_>>().join("\n").into()
}

/// What `masthead check` prints, sorted.
fn checked(folder: &Folder) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_masthead"))
        .args(["check", "--format", "json", "."])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let place = |found: &Value| {
        let number = |end: &str, what: &str| found[end][what].as_u64().unwrap() - 1;
        json!([
            number("start", "line"),
            number("start", "column"),
            number("end", "line"),
            number("end", "column")
        ])
    };
    let related = |found: &Value| {
        let one = |other: &Value| json!([other["path"], place(other), other["message"]]);
        found["related"].as_array().unwrap().iter().map(one).collect::<Value>()
    };
    let mut all: Vec<Value> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            let text = |key: &str| found[key].as_str().unwrap();
            finding(
                text("path"),
                &found["rule"],
                text("severity"),
                place(found),
                // An editor has what stands below it on a terminal in the message.
                &said(found),
                related(found),
            )
        })
        .collect();
    all.sort_by_key(Value::to_string);
    all
}

/// The findings of each file that the server published last, by URI.
type Newest = BTreeMap<String, Vec<Value>>;

/// Takes in what was published meanwhile.
fn listen(client: &mut Client, newest: &mut Newest) {
    for message in client.rest().iter().filter(|m| m["method"] == "textDocument/publishDiagnostics") {
        let found = message["params"]["diagnostics"].as_array().unwrap().clone();
        newest.insert(message["params"]["uri"].as_str().unwrap().to_owned(), found);
    }
}

/// What was published, sorted.
fn published(newest: &Newest, folder: &Folder) -> Vec<Value> {
    let prefix = folder.uri("");
    let relative = |uri: &Value| uri.as_str().unwrap().strip_prefix(&prefix).unwrap().to_owned();
    let place = |range: &Value| {
        let (start, end) = (&range["start"], &range["end"]);
        json!([start["line"], start["character"], end["line"], end["character"]])
    };
    let related = |found: &Value| {
        let one = |other: &Value| {
            let location = &other["location"];
            json!([relative(&location["uri"]), place(&location["range"]), other["message"]])
        };
        found["relatedInformation"].as_array().into_iter().flatten().map(one).collect::<Value>()
    };
    let mut all: Vec<Value> = Vec::new();
    for (uri, found) in newest {
        let path = &relative(&json!(uri));
        for found in found {
            let severity = ["error", "warning", "information", "hint"];
            let severity = severity[found["severity"].as_u64().unwrap() as usize - 1];
            let place = place(&found["range"]);
            all.push(finding(path, &found["code"], severity, place, &found["message"], related(found)));
        }
    }
    all.sort_by_key(Value::to_string);
    all
}

/// Opens every article of the folder: first without its middle, which is then typed in.
fn open_all(client: &mut Client, folder: &Folder) {
    for name in articles(&folder.path()) {
        let text = std::fs::read_to_string(folder.path().join(&name)).unwrap();
        let uri = folder.uri(&name);
        let third = text.len() / 3;
        let edge = |from: usize| (from..).find(|at| text.is_char_boundary(*at)).unwrap();
        let (start, end) = (edge(third), edge(2 * third));
        client.send(&did_open(&uri, 1, &format!("{}{}", &text[..start], &text[end..])));
        let line = text[..start].matches('\n').count() as u32;
        let column = text[..start].rsplit('\n').next().unwrap().chars().count() as u32;
        let range = [line, column, line, column];
        client.send(&did_change(&uri, 2, Some(range), &text[start..end]));
        assert_eq!(lsp_range(range)["start"]["line"], line);
    }
}

fn articles(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            names.extend(articles(&path).into_iter().map(|inner| format!("{name}/{inner}")));
        } else if [".md", ".txt"].iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
    names.sort();
    names
}

/// Compares both. Findings are published as soon as they are there, so that the server has a while to get there.
#[track_caller]
fn check(folder: &Folder, at_least: usize) {
    let mut can = capabilities();
    can["general"]["positionEncodings"] = json!(["utf-32"]);
    let mut client = Client::open_with(folder, can);
    open_all(&mut client, folder);
    client.folder_read();
    let checked = checked(folder);
    let mut newest = Newest::new();
    let end = Instant::now() + Duration::from_secs(240);
    while published(&newest, folder) != checked && Instant::now() < end {
        listen(&mut client, &mut newest);
    }
    // It must stay there, too.
    for _ in 0..20 {
        listen(&mut client, &mut newest);
    }
    let served = published(&newest, folder);
    for finding in &checked {
        assert!(served.contains(finding), "only `masthead check` has {finding}");
    }
    for finding in &served {
        assert!(checked.contains(finding), "only the server has {finding}");
    }
    assert_eq!(checked.len(), served.len());
    assert!(checked.len() >= at_least, "too few findings to compare: {checked:#?}");
}

#[test]
fn the_seeds_are_judged_alike() {
    check(&seeds(true), 10);
}

#[test]
fn articles_without_settings_are_judged_alike() {
    check(&seeds(false), 1);
}

#[test]
fn faulty_settings_are_told_alike() {
    let folder = seeds(true);
    folder.write("masthead.toml", "[rules]\navoided-nam = \"warning\"\nunknown-name = 3\n[fils]\n");
    let fault = "[[entity]]\nid = \"a\"\nkind = \"person\"\nname = \"Ana Bo\"\nrelations = [{ type = \"run-by\", target = \"nobody\" }]\n";
    folder.write("catalog/faulty.toml", fault);
    check(&folder, 5);
}

/// A file that accepts findings asks for nothing else, and what it accepts is looked at all the same.
#[test]
fn faults_of_settings_that_ask_for_nothing_are_told_alike() {
    let folder = seeds(false);
    folder.write("masthead.toml", "[[ignore]]\nrule = \"no-such-rule\"\n");
    check(&folder, 2);
}
