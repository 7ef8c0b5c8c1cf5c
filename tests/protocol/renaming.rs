//! Renaming as an editor carries it out, and takes it back.

use super::desk;
use crate::support::client::{Client, Folder, at, capabilities, did_open, notification};
use crate::text::buffer::offset;
use masthead::text::{Encoding, Position};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Articles and catalogs, by address; editors count no byte order mark.
type Texts = BTreeMap<String, String>;

/// A text after `edits`, and what an editor keeps to take them back.
pub(super) fn applied(text: &str, edits: &[Value]) -> (String, Vec<Value>) {
    let byte = |place: &Value| {
        let number = |key: &str| place[key].as_u64().unwrap() as usize;
        offset(text, Position { line: number("line"), column: number("character") }, Encoding::Utf16)
    };
    let place = |text: &str| {
        let start = text.rfind('\n').map_or(0, |found| found + 1);
        json!({"line": text.matches('\n').count(), "character": text[start..].encode_utf16().count()})
    };
    let mut sorted: Vec<_> = edits
        .iter()
        .map(|e| (byte(&e["range"]["start"]), byte(&e["range"]["end"]), e["newText"].as_str().unwrap()))
        .collect();
    sorted.sort_unstable();
    let (mut new, mut done, mut back) = (String::new(), 0, Vec::new());
    for (start, end, insert) in sorted {
        assert!(done <= start, "edits overlap: {edits:?}");
        new += &text[done..start];
        let from = place(&new);
        new += insert;
        back.push(json!({"range": {"start": from, "end": place(&new)}, "newText": text[start..end]}));
        done = end;
    }
    (new + &text[done..], back)
}

/// The edits of an answer, by address.
pub(super) fn edits(answer: &Value) -> BTreeMap<String, Vec<Value>> {
    let changes = answer["result"]["documentChanges"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let of = |change: &Value| {
        (
            change["textDocument"]["uri"].as_str().unwrap().to_owned(),
            change["edits"].as_array().unwrap().clone(),
        )
    };
    changes.iter().map(of).collect()
}

/// Changes the texts, in the editor where they are open and else on the disk; what takes it back.
fn change(
    client: &mut Client,
    version: i64,
    (open, closed): (&mut Texts, &mut Texts),
    edits: &BTreeMap<String, Vec<Value>>,
) -> BTreeMap<String, Vec<Value>> {
    let mut back = BTreeMap::new();
    for (uri, list) in edits {
        let text = open.get_mut(uri).or_else(|| closed.get_mut(uri)).unwrap_or_else(|| panic!("{uri}"));
        let (new, undo) = applied(text, list);
        *text = new;
        back.insert(uri.clone(), undo);
        if open.contains_key(uri) {
            // From the last place to the first, so that none moves another.
            let changes: Vec<Value> =
                list.iter().rev().map(|e| json!({"range": e["range"], "text": e["newText"]})).collect();
            let document = json!({"uri": uri, "version": version});
            let params = json!({"textDocument": document, "contentChanges": changes});
            client.send(&notification("textDocument/didChange", params));
        }
    }
    save(client, closed);
    back
}

fn save(client: &mut Client, closed: &Texts) {
    for (uri, text) in closed {
        let path = uri.strip_prefix("file://").unwrap();
        let mark = if path.ends_with(".txt") { "\u{feff}" } else { "" };
        std::fs::write(path, format!("{mark}{text}")).unwrap();
    }
    let changes: Vec<Value> = closed.keys().map(|uri| json!({"uri": uri, "type": 2})).collect();
    client.send(&notification("workspace/didChangeWatchedFiles", json!({"changes": changes})));
}

fn bytes(folder: &Folder) -> BTreeMap<&'static str, Vec<u8>> {
    let files = ["old.txt", "boats.md", "catalog/desk.toml"];
    files.map(|name| (name, std::fs::read(folder.path().join(name)).unwrap())).into()
}

/// Open and closed articles, with CRLF, a byte order mark, characters of two UTF-16 units and names over two lines.
#[test]
fn what_is_renamed_and_taken_back_is_as_it_was_byte_by_byte() {
    let folder = desk();
    folder.write(
        "old.txt",
        "\u{feff}😀 Nordic Line sails.\r\n\r\nA man said: “Nordic Line sails to the Nordic\r\nLine.”\r\n",
    );
    let fresh = "# Nordic Line’s boats\r\n\r\n**Nordic Line** 🚢 Nordic\r\nLine, NORDIC LINE and [Nordic Line](a).\r\n";
    let before = bytes(&folder);
    let mut open: Texts = [("fresh.md", fresh), ("pier.md", "So Nordic Line said.\nNordic Line sails.")]
        .map(|(name, text)| (folder.uri(name), text.to_owned()))
        .into();
    let mut closed: Texts = before
        .iter()
        .map(|(name, bytes)| {
            let text = std::str::from_utf8(bytes).unwrap();
            (folder.uri(name), text.trim_start_matches('\u{feff}').to_owned())
        })
        .collect();
    let (first_open, first_closed) = (open.clone(), closed.clone());
    let mut client = Client::open_with(&folder, capabilities());
    client.folder_read();
    for (uri, text) in &open {
        client.send(&did_open(uri, 1, text));
    }
    let place = at(&folder.uri("fresh.md"), 2, 4);
    let card = client.ask("textDocument/hover", place.clone());
    let mut params = place.clone();
    params["newName"] = json!("Ferries of the North");
    let mut question = place.clone();
    question["context"] = json!({"includeDeclaration": true});
    let told = |client: &mut Client| {
        let renamed = client.ask("textDocument/rename", params.clone());
        (edits(&renamed), client.ask("textDocument/references", question.clone())["result"].clone())
    };
    let first = told(&mut client);
    assert_eq!(first.0.len(), 5, "all files: {:#?}", first.0);
    let back = change(&mut client, 2, (&mut open, &mut closed), &first.0);
    assert!(open.values().chain(closed.values()).all(|text| text.contains("Ferries of the North")));
    assert_ne!(bytes(&folder), before);
    // What the catalog says of the name stays beside it: a card without it is one from before the catalog was read.
    client.ask_until("textDocument/hover", place.clone(), |answer| {
        let card = answer.to_string();
        card.contains("Ferries of the North") && card.contains("Runs the ferries")
    });
    change(&mut client, 3, (&mut open, &mut closed), &back);
    assert_eq!((&open, &closed), (&first_open, &first_closed));
    assert_eq!(bytes(&folder), before);
    client.ask_until("textDocument/hover", place.clone(), |answer| answer["result"] == card["result"]);
    client.ask_until("textDocument/references", question.clone(), |answer| answer["result"] == first.1);
    assert_eq!(told(&mut client), first, "the server has every text as it was");
    assert_eq!(client.shut_down(), Some(0));
}
