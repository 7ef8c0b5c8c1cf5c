//! Open texts: positions, versions, odd edits.

use super::desk;
use crate::support::client::{
    Client, Folder, at, capabilities, did_change, did_open, lsp_range, notification,
};
use serde_json::{Value, json};

/// A client that counts columns in `encoding`.
fn with_encoding(folder: &Folder, encoding: &str) -> Client {
    let mut can = capabilities();
    can["general"]["positionEncodings"] = json!(["klingon", encoding, "utf-16"]);
    Client::open_with(folder, can)
}

#[test]
fn columns_behind_an_emoji_are_right_in_each_encoding() {
    let text = "😀 한국 e\u{301} Harbour Trust sails.\n";
    let start = text.find("Harbour").unwrap();
    let columns = [
        ("utf-8", start),
        ("utf-16", text[..start].encode_utf16().count()),
        ("utf-32", text[..start].chars().count()),
    ];
    for (encoding, column) in columns {
        let folder = desk();
        let uri = folder.uri("fresh.md");
        let mut client = with_encoding(&folder, encoding);
        client.send(&did_open(&uri, 1, text));
        let column = column as u32;
        let name = lsp_range([0, column, 0, column + "Harbour Trust".len() as u32]);
        assert_eq!(client.diagnostics(&uri, 1)[0]["range"], name, "{encoding}");
        let hover = client.ask("textDocument/hover", at(&uri, 0, column + 1));
        assert_eq!(hover["result"]["range"], name, "{encoding}");
        let symbols = client.ask("textDocument/documentHighlight", at(&uri, 0, column));
        assert_eq!(symbols["result"][0]["range"], name, "{encoding}");
        // An edit just before the name moves it by one.
        client.send(&did_change(&uri, 2, Some([0, column, 0, column]), "“"));
        let moved = client.diagnostics(&uri, 2)[0]["range"]["start"]["character"].as_u64().unwrap() as u32;
        assert_eq!(moved - column, if encoding == "utf-8" { 3 } else { 1 }, "{encoding}");
    }
}

#[test]
fn positions_beyond_the_end_are_the_end() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "Nordic"));
    for (line, column) in [(0, 4_000), (7, 0), (u32::MAX, u32::MAX)] {
        assert!(client.ask("textDocument/hover", at(&uri, line, column)).get("error").is_none());
    }
    client.send(&did_change(&uri, 2, Some([9, 9, 4_000_000_000, 9]), " Line"));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 400));
    assert_eq!(hover["result"]["range"], lsp_range([0, 0, 0, 11]), "{hover}");
    // A reversed range is read as if it were not.
    client.send(&did_change(&uri, 3, Some([0, 6, 0, 0]), "Nordic"));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 3));
    assert_eq!(hover["result"]["range"], lsp_range([0, 0, 0, 11]), "{hover}");
}

#[test]
fn a_position_inside_a_surrogate_pair_is_its_start() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "😀 Nordic Line"));
    client.send(&did_change(&uri, 2, Some([0, 1, 0, 1]), "x"));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 6));
    assert_eq!(hover["result"]["range"], lsp_range([0, 4, 0, 15]), "{hover}");
}

#[test]
fn lines_end_as_lsp_says() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    // CRLF, a lone CR and LF end lines; U+2028, U+0085, VT and FF do not.
    client.send(&did_open(&uri, 1, "one\r\ntwo\rthree\n\u{2028}\u{85}\u{b}\u{c} Nordic Line\n"));
    let hover = client.ask("textDocument/hover", at(&uri, 3, 7));
    assert_eq!(hover["result"]["range"], lsp_range([3, 5, 3, 16]), "{hover}");
}

#[test]
fn findings_carry_the_version_they_belong_to() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 41, "Harbour Trust sails.\n"));
    let found = client.diagnostics(&uri, 41);
    assert_eq!(found[0]["code"], "avoided-name", "{found:?}");
    assert_eq!(found[0]["source"], "masthead");
    assert_eq!(found[0]["severity"], 2);
    assert!(found[0]["message"].as_str().unwrap().contains("Harbor Trust"), "{found:?}");
    client.send(&did_change(&uri, 58, Some([0, 5, 0, 6]), ""));
    assert_eq!(client.diagnostics(&uri, 58), Vec::<Value>::new());
}

#[test]
fn odd_numbering_does_no_harm() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    // What is not open cannot be edited, saved or closed.
    client.send(&did_change(&uri, 1, None, "Nordic Line"));
    client.send(&notification("textDocument/didSave", json!({"textDocument": {"uri": uri}})));
    client.send(&notification("textDocument/didClose", json!({"textDocument": {"uri": uri}})));
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 2))["result"], Value::Null);
    // The pipe keeps the order: edits count as they come, whatever their number.
    client.send(&did_open(&uri, 5, "Trust"));
    client.send(&did_open(&uri, 5, "Line"));
    client.send(&did_change(&uri, 3, Some([0, 0, 0, 0]), "Nordic "));
    client.send(&did_change(&uri, 3, Some([0, 0, 0, 0]), "The "));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 6));
    assert_eq!(hover["result"]["range"], lsp_range([0, 4, 0, 15]), "{hover}");
    let close = notification("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.send(&close);
    client.send(&close);
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 2))["result"], Value::Null);
}

#[test]
fn texts_without_a_file_are_served() {
    let folder = desk();
    let mut client = Client::open(&folder);
    for uri in ["untitled:Untitled-1", "vscode-vfs://github/desk/story.md", "git:/story.md?main"] {
        client.send(&did_open(uri, 1, "Harbour Trust sails.\n"));
        let found = client.diagnostics(uri, 1);
        assert_eq!(found.len(), 1, "the desk's catalog counts: {found:?}");
        let hover = client.ask("textDocument/hover", at(uri, 0, 2));
        assert!(hover.to_string().contains("Harbor Trust"), "{hover}");
        let here = client.ask("textDocument/documentHighlight", at(uri, 0, 2));
        assert_eq!(here["result"].as_array().unwrap().len(), 1, "{here}");
    }
    client.folder_read();
    let pier = folder.uri("pier.md");
    client.send(&did_open(&pier, 1, "Harbor Trust sails.\n"));
    let mut params = at(&pier, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    let used = client.ask("textDocument/references", params);
    assert!(!used.to_string().contains("untitled"), "no article of the folder: {used}");
}

#[test]
fn a_text_that_is_too_long_is_left_alone_and_told_once() {
    let folder = desk();
    folder.write("masthead.toml", "[catalog]\nstarter = false\n[files]\nmax-size = \"1 kB\"\n");
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, &"Nordic Line sails.\n".repeat(100)));
    client.wait_for("a word to the person", |m| m["method"] == "window/showMessage");
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 2))["result"], Value::Null);
    client.send(&did_change(&uri, 2, Some([0, 0, 0, 0]), "x"));
    let told = client.rest();
    assert!(!told.iter().any(|m| m["method"] == "window/showMessage"), "{told:?}");
    // Kept in step all the while: once it is short enough all is well.
    client.send(&did_change(&uri, 3, Some([0, 0, 95, 0]), ""));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Nordic Line"), "{hover}");
}

/// Some clients write a path behind `file://` as it is.
#[test]
fn uris_that_are_not_escaped_are_understood() {
    let folder = desk();
    folder.write("my folder/한국 (50%).md", "Nordic Line sails.\n");
    let sloppy = folder.uri("my folder/한국 (50%).md");
    let proper = folder.uri("my%20folder/%ED%95%9C%EA%B5%AD%20(50%25).md");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&sloppy, 1, "Harbour Trust sails.\n"));
    assert_eq!(client.diagnostics(&proper, 1).len(), 1);
    client.send(&did_change(&sloppy, 2, Some([0, 0, 0, 14]), "Nordic Line"));
    for uri in [&sloppy, &proper] {
        let hover = client.ask("textDocument/hover", at(uri, 0, 2));
        assert!(hover.to_string().contains("Nordic Line"), "{hover}");
    }
    // An edit that cannot be read is known to be one of this text.
    client.write(&crate::support::client::frame_bytes(
        did_change(&sloppy, 3, None, "TEXT").to_string().replace("TEXT", r"\uD800").as_bytes(),
    ));
    client.wait_for("a word to the person", |m| m["method"] == "window/showMessage");
    assert_eq!(client.ask("textDocument/hover", at(&sloppy, 0, 2))["result"], Value::Null);
}
