//! Edits and requests take effect in the order in which they were sent, however fast they come.

use super::desk;
use crate::support::client::{Client, at, capabilities, did_change, did_open, frame, notification, request};
use serde_json::{Value, json};

const NAMES: [&str; 2] = ["Harbor Trust", "Nordic Line"];

/// 2,000 edits, each of which puts one of two names in the place of the other; the last is `NAMES[1]`.
/// `between` may put more messages after each.
fn burst(uri: &str, between: impl Fn(i64) -> Vec<Value>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for step in 0..2_000_usize {
        let (old, new) = (NAMES[(step + 1) % 2], NAMES[step % 2]);
        let version = step as i64 + 2;
        bytes.extend(frame(&did_change(uri, version, Some([0, 0, 0, old.len() as u32]), new)));
        for message in between(version) {
            bytes.extend(frame(&message));
        }
    }
    bytes
}

fn check_burst(client: &mut Client, uri: &str, between: impl Fn(i64) -> Vec<Value>) {
    client.send(&did_open(uri, 1, &format!("{} sails on Tuesday.\n", NAMES[1])));
    client.write(&burst(uri, between));
    let hover = client.ask("textDocument/hover", at(uri, 0, 3));
    assert!(hover.to_string().contains(NAMES[1]), "{hover}");
    assert!(!hover.to_string().contains(NAMES[0]), "{hover}");
    assert_eq!(hover["result"]["range"]["end"]["character"], NAMES[1].len());
    client.diagnostics(uri, 2_001);
}

#[test]
fn two_thousand_edits_then_a_hover() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    check_burst(&mut Client::open(&folder), &uri, |_| Vec::new());
}

#[test]
fn the_same_with_requests_that_are_cancelled() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    check_burst(&mut client, &uri, |version| {
        vec![
            request(10_000 + version, "textDocument/hover", at(&uri, 0, 3)),
            notification("$/cancelRequest", json!({"id": 10_000 + version})),
        ]
    });
    for version in 2..2_002 {
        // Each is answered, with what stood there then or as cancelled.
        let answer = client.answer(10_000 + version);
        let code = &answer["error"]["code"];
        let name = NAMES[version as usize % 2];
        assert!(code == -32800 || answer["result"].to_string().contains(name), "{version}: {answer}");
    }
}

#[test]
fn the_same_with_a_client_that_answers_nothing() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.polite = false;
    check_burst(&mut client, &uri, |_| Vec::new());
}

#[test]
fn the_same_with_a_client_that_answers_twice_and_with_errors() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.polite = false;
    let asked = client.wait_for("a request", |m| m.get("method").is_some() && m.get("id").is_some());
    for _ in 0..2 {
        let error = json!({"code": -32601, "message": "what?"});
        client.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "error": error}));
    }
    check_burst(&mut client, &uri, |_| Vec::new());
}

#[test]
fn a_hover_between_two_edits_sees_the_first_alone() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "Nobody sails.\n"));
    let mut bytes = frame(&did_change(&uri, 2, Some([0, 0, 0, 6]), NAMES[0]));
    bytes.extend(frame(&request(900, "textDocument/hover", at(&uri, 0, 2))));
    bytes.extend(frame(&did_change(&uri, 3, Some([0, 0, 0, NAMES[0].len() as u32]), NAMES[1])));
    bytes.extend(frame(&request(901, "textDocument/hover", at(&uri, 0, 2))));
    bytes.extend(frame(&notification("textDocument/didClose", json!({"textDocument": {"uri": uri}}))));
    bytes.extend(frame(&request(902, "textDocument/hover", at(&uri, 0, 2))));
    client.write(&bytes);
    assert!(client.answer(900)["result"].to_string().contains(NAMES[0]));
    assert!(client.answer(901)["result"].to_string().contains(NAMES[1]));
    assert_eq!(client.answer(902)["result"], Value::Null);
}

#[test]
fn several_changes_in_one_message_build_on_each_other() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "old words"));
    let change = |range: [u32; 4], text: &str| json!({"range": crate::support::client::lsp_range(range), "text": text});
    let changes = json!([
        {"text": "a\n"},
        change([0, 1, 0, 1], " b"),
        change([0, 2, 0, 3], "Nordic"),
        change([0, 8, 0, 8], " Line\r\n"),
    ]);
    let params = json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": changes});
    client.send(&notification("textDocument/didChange", params));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 4));
    assert_eq!(hover["result"]["range"], crate::support::client::lsp_range([0, 2, 0, 13]));
}

/// What each keystroke here concerns there is judged while somebody types and never rests, and not for each of them: else
/// a state of that article would be kept for each keystroke until all of them had been looked at.
#[test]
fn another_article_is_judged_while_somebody_types_on() {
    let folder = desk();
    let [uri, other] = ["fresh.md", "pier.md"].map(|name| folder.uri(name));
    let mut client = Client::open(&folder);
    client.folder_read();
    let pier = std::fs::read_to_string(folder.path().join("pier.md")).unwrap();
    client.send(&did_open(&other, 1, &pier));
    client.send(&did_open(&uri, 1, "Nobody sails.\n"));
    client.diagnostics(&uri, 1);
    client.rest();
    let is_told = |message: &Value| {
        message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == other
    };
    let mut judged = 0;
    for version in 2.. {
        let name = NAMES[version as usize % 2];
        client.send(&did_change(&uri, version, None, &format!("{name} sails.\n")));
        judged += client.rest().iter().filter(|message| is_told(message)).count();
        if judged > 2 {
            break;
        }
        assert!(version < 20_000, "judged {judged} times");
    }
}

/// A client that stops reading: the server goes on taking edits, and once it reads again it gets the newest
/// findings of each article, not all of them.
#[cfg(target_os = "linux")]
#[test]
fn a_client_that_does_not_read_costs_no_memory() {
    use crate::support::client::server;
    use std::io::{Read, Write};

    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut server = server();
    let mut input = server.stdin.take().unwrap();
    let mut output = server.stdout.take().unwrap();
    let initialize = crate::support::client::initialize_params(&folder.path(), capabilities());
    input.write_all(&frame(&request(1, "initialize", initialize))).unwrap();
    input.write_all(&frame(&notification("initialized", json!({})))).unwrap();
    // Findings that fill the pipe after a few versions.
    let text = "Harbour Trust said so.\n\nHarbour Trust said more.\n\n".repeat(60);
    input.write_all(&frame(&did_open(&uri, 1, &text))).unwrap();
    let memory = |server: &std::process::Child| {
        let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap().to_owned();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    let mut after_some = 0;
    for version in 2..3_000 {
        input.write_all(&frame(&did_change(&uri, version, Some([0, 0, 0, 0]), "x"))).unwrap();
        std::thread::sleep(std::time::Duration::from_micros(300));
        if version == 500 {
            after_some = memory(&server);
        }
    }
    let grown = memory(&server).saturating_sub(after_some);
    assert!(grown < 20_000, "{grown} KB more after 2,500 unread findings");
    let reader = std::thread::spawn(move || {
        let mut all = String::new();
        output.read_to_string(&mut all).unwrap();
        all
    });
    // Once the client reads, an answer gets through.
    input.write_all(&frame(&request(2, "shutdown", Value::Null))).unwrap();
    input.write_all(&frame(&notification("exit", Value::Null))).unwrap();
    assert_eq!(server.wait().unwrap().code(), Some(0));
    let all = reader.join().unwrap();
    assert!(all.matches("publishDiagnostics").count() < 2_900, "unread findings were replaced by newer ones");
}
