//! Messages that nobody should send. Each gets an answer, and the server goes on.

use super::desk;
use crate::support::client::{Client, at, did_change, did_open, frame, frame_bytes, notification, request};
use serde_json::{Value, json};

/// Opens an article and sends `bytes`; returns the error answer. The server must still know the article.
fn error_after(bytes: &[u8], id: Value) -> Value {
    let folder = desk();
    let uri = folder.uri("pier.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    client.write(bytes);
    let error = client.wait_for("an error", |m| m.get("error").is_some() && m["id"] == id);
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Nordic Line"), "{hover}");
    assert_eq!(client.shut_down(), Some(0));
    error["error"]["code"].clone()
}

#[test]
fn malformed_json_is_answered() {
    assert_eq!(error_after(&frame_bytes(b"{\"jsonrpc\":\"2.0\",\"id\":40,\"method\":"), json!(40)), -32700);
    assert_eq!(error_after(&frame_bytes(b"not JSON at all"), Value::Null), -32700);
    assert_eq!(error_after(&frame_bytes(b""), Value::Null), -32700);
    assert_eq!(error_after(&frame_bytes(b"42"), Value::Null), -32600);
    assert_eq!(error_after(&frame_bytes(b"{\"id\":41}"), json!(41)), -32600);
}

#[test]
fn text_that_is_no_text_is_answered() {
    let bytes = b"{\"jsonrpc\":\"2.0\",\"id\":42,\"method\":\"x\",\"params\":\"\xFF\xFE\"}";
    assert_eq!(error_after(&frame_bytes(bytes), json!(42)), -32700);
    let lone = br#"{"jsonrpc":"2.0","id":43,"method":"x","params":"\uD83D alone"}"#;
    assert_eq!(error_after(&frame_bytes(lone), json!(43)), -32700);
    let name = br#"{"jsonrpc":"2.0","id":44,"method":"\uDC00"}"#;
    assert_eq!(error_after(&frame_bytes(name), json!(44)), -32700);
}

#[test]
fn a_batch_is_refused() {
    let batch = json!([request(45, "shutdown", Value::Null), request(46, "shutdown", Value::Null)]);
    assert_eq!(error_after(&frame(&batch), Value::Null), -32600);
}

#[test]
fn wrong_lengths_are_outlived() {
    let hover = request(47, "textDocument/noSuchThing", json!({})).to_string();
    let with_length = |length: &str| format!("Content-Length: {length}\r\n\r\n{hover}").into_bytes();
    for length in ["10", "many", "-1", "99999999999999999999", ""] {
        assert_eq!(error_after(&with_length(length), Value::Null), -32700, "{length:?}");
    }
    // One that is too large takes in the next message, which is found all the same.
    let mut bytes = with_length(&(hover.len() + 30).to_string());
    bytes.extend(frame(&request(48, "textDocument/noSuchThingEither", json!({}))));
    assert_eq!(error_after(&bytes, json!(48)), -32601);
    assert_eq!(error_after(b"loose words\r\n\r\n", Value::Null), -32700);
}

#[test]
fn parameters_of_the_wrong_shape_are_answered() {
    assert_eq!(
        error_after(&frame(&request(49, "textDocument/hover", json!({"position": 3}))), json!(49)),
        -32602
    );
    assert_eq!(error_after(&frame(&request(50, "textDocument/hover", Value::Null)), json!(50)), -32602);
}

/// Opens an article, sends an edit of it that ends in `tail` and cannot be read, then heals it by `heal`.
fn lost_edit(tail: &[u8], heal: impl Fn(&mut Client, &str)) {
    let folder = desk();
    let uri = folder.uri("pier.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    let head = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{uri}","version":2}},"contentChanges":[{{"text":"#
    );
    let edit = [head.as_bytes(), tail].concat();
    client.write(&frame_bytes(&edit));
    // Where the message itself can be read it is a notification, which has no answer.
    if serde_json::from_slice::<Value>(&edit).is_err() {
        client.wait_for("an error", |m| m.get("error").is_some());
    }
    client.wait_for("a word to the person", |m| m["method"] == "window/showMessage");
    // What follows builds on the lost edit: nothing true can be said of it.
    client.send(&did_change(&uri, 3, Some([0, 0, 0, 0]), "x"));
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 2))["result"], Value::Null);
    heal(&mut client, &uri);
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Harbor Trust"), "{hover}");
    client.send(&did_change(&uri, 9, Some([0, 0, 0, 0]), "So "));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 5));
    assert!(hover.to_string().contains("Harbor Trust"), "{hover}");
}

#[test]
fn a_lost_edit_puts_its_article_out_of_step_until_the_full_text_comes() {
    let tails: [&[u8]; 5] = [br#""\uD800"}]}}"#, b"\"\x07\"}]}}", b"\"\xC3\x28\"}]}}", b"5}]}}", b"\"half"];
    for tail in tails {
        lost_edit(tail, |client, uri| client.send(&did_change(uri, 4, None, "Harbor Trust owns it.\n")));
    }
}

/// Nobody waits for one, and it would belong to no request.
#[test]
fn a_notification_has_no_answer_whatever_stands_in_it() {
    let folder = desk();
    let mut client = Client::open(&folder);
    client.folder_read();
    for method in ["didOpen", "didChange", "didSave", "didClose"] {
        client.send(&notification(&format!("textDocument/{method}"), json!({"x": 1})));
    }
    let rest = client.rest();
    assert!(rest.iter().all(|m| m.get("error").is_none()), "{rest:?}");
}

#[test]
fn an_unknown_question_is_answered_whatever_it_is_called() {
    let folder = desk();
    let mut client = Client::open(&folder);
    for method in ["masthead/unknown", "$/unknown"] {
        assert_eq!(client.ask(method, json!({}))["error"]["code"], -32601, "{method}");
    }
}

#[test]
fn opening_again_or_saving_heals_too() {
    let tail = br#""\uD800"}]}}"#;
    lost_edit(tail, |client, uri| client.send(&did_open(uri, 4, "Harbor Trust owns it.\n")));
    lost_edit(tail, |client, uri| {
        let path = uri.strip_prefix("file://").unwrap();
        std::fs::write(path, "\u{feff}Harbor Trust owns it.\n").unwrap();
        client.send(&notification("textDocument/didSave", json!({"textDocument": {"uri": uri}})));
    });
}

#[test]
fn an_article_whose_opening_was_lost_is_opened_by_a_full_text() {
    let folder = desk();
    let uri = folder.uri("pier.md");
    let mut client = Client::open(&folder);
    client.send(&did_open("URI", 1, "lone"));
    let open = did_open(&uri, 1, "TEXT").to_string().replace("TEXT", r"\uDFFF");
    client.write(&frame_bytes(open.as_bytes()));
    client.wait_for("an error", |m| m.get("error").is_some());
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 2))["result"], Value::Null);
    client.send(&did_change(&uri, 2, None, "Harbor Trust owns it.\n"));
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert!(hover.to_string().contains("Harbor Trust"), "{hover}");
}
