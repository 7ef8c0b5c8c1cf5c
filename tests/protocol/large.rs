//! Messages larger and deeper than any editor sends.

use super::desk;
use crate::support::client::{Client, at, did_change, did_open, frame_bytes, notification};
use serde_json::{Value, json};

#[test]
fn fifty_megabytes_in_one_message_are_taken_in_and_kept_in_step() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    let line = "The pier is long. ".repeat(55) + "\n";
    client.send(&did_open(&uri, 1, &line.repeat(50_000)));
    client.wait_for("a word to the person", |m| m["method"] == "window/showMessage");
    client.send(&did_change(&uri, 2, Some([49_999, 0, 49_999, 0]), "Nordic Line sails.\n"));
    assert_eq!(client.ask("textDocument/hover", at(&uri, 49_999, 2))["result"], Value::Null);
    // Cut down to an article's length it is one, and every edit has counted.
    client.send(&did_change(&uri, 3, Some([0, 0, 49_999, 0]), ""));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Nordic Line"), "{hover}");
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn nothing_is_too_deep() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let params = open.repeat(100_000) + "1" + &close.repeat(100_000);
        let body = format!(r#"{{"jsonrpc":"2.0","id":60,"method":"textDocument/hover","params":{params}}}"#);
        client.write(&frame_bytes(body.as_bytes()));
        assert_eq!(client.answer(60)["error"]["code"], -32700);
    }
    let deep = "[".repeat(100_000);
    folder.write("masthead.toml", &format!("[catalog]\nstarter = {deep}"));
    folder.write("catalog/deep.toml", &format!("entity = {deep}"));
    let changed = json!({"changes": [
        {"uri": folder.uri("masthead.toml"), "type": 2}, {"uri": folder.uri("catalog/deep.toml"), "type": 1},
    ]});
    client.send(&notification("workspace/didChangeWatchedFiles", changed));
    for path in ["masthead.toml", "catalog/deep.toml"] {
        let found = client.diagnostics_that(&folder.uri(path), |found| !found.is_empty());
        assert_eq!(found[0]["message"], "too many brackets inside brackets");
    }
    for (version, nested) in [">", "- ", "1. ", "[", "*a **b ", "<div>\n", "(", "“", "# "].iter().enumerate()
    {
        let text = format!("Nordic Line sails.\n\n{}\n", nested.repeat(30_000));
        client.send(&did_change(&uri, version as i64 + 2, None, &text));
    }
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Nordic Line"), "{hover}");
    assert_eq!(client.shut_down(), Some(0));
}
