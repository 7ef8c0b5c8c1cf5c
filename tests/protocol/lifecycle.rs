//! The beginning and the end.

use super::desk;
use crate::support::client::{
    Client, at, capabilities, did_open, frame, initialize_params, notification, request,
};
use serde_json::{Value, json};

#[test]
fn a_session_begins_and_ends() {
    let folder = desk();
    let mut client = Client::start();
    let answer = client.ask("initialize", initialize_params(&folder.path(), capabilities()));
    assert_eq!(answer["result"]["serverInfo"]["name"], "masthead");
    assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["result"]["capabilities"]["textDocumentSync"]["change"], 2);
    client.send(&notification("initialized", json!({})));
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn exit_without_shutdown_is_a_failure() {
    let mut client = Client::open(&desk());
    client.send(&notification("exit", Value::Null));
    assert_eq!(client.exit_code(), Some(1));
    let mut client = Client::start();
    client.send(&notification("exit", Value::Null));
    assert_eq!(client.exit_code(), Some(1));
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let mut client = Client::open(&desk());
    client.close_input();
    assert_eq!(client.exit_code(), Some(1));
    let mut client = Client::open(&desk());
    client.ask("shutdown", Value::Null);
    client.close_input();
    assert_eq!(client.exit_code(), Some(0));
    let mut client = Client::start();
    client.write(b"Content-Length: 4000\r\n\r\n{\"half a message");
    client.close_input();
    assert_eq!(client.exit_code(), Some(1));
}

#[test]
fn requests_outside_a_session_are_refused() {
    let folder = desk();
    let mut client = Client::start();
    let uri = folder.uri("pier.md");
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 0))["error"]["code"], -32002);
    client.send(&did_open(&uri, 1, "too early"));
    client.ask("initialize", initialize_params(&folder.path(), capabilities()));
    let twice = client.ask("initialize", initialize_params(&folder.path(), capabilities()));
    assert_eq!(twice["error"]["code"], -32600);
    client.send(&notification("initialized", json!({})));
    client.ask("shutdown", Value::Null);
    assert_eq!(client.ask("textDocument/hover", at(&uri, 0, 0))["error"]["code"], -32600);
    client.send(&notification("exit", Value::Null));
    assert_eq!(client.exit_code(), Some(0));
}

#[test]
fn shutdown_and_exit_in_one_write_are_both_heard() {
    let mut client = Client::open(&desk());
    let mut bytes = frame(&request(900, "shutdown", json!({})));
    bytes.extend(frame(&notification("exit", json!({}))));
    client.write(&bytes);
    assert_eq!(client.answer(900)["result"], Value::Null);
    assert_eq!(client.exit_code(), Some(0));
}

#[test]
fn an_article_opened_in_one_write_with_initialize_is_not_lost() {
    let folder = desk();
    let uri = folder.uri("pier.md");
    let mut client = Client::start();
    let mut bytes = frame(&request(900, "initialize", initialize_params(&folder.path(), capabilities())));
    bytes.extend(frame(&notification("initialized", json!({}))));
    bytes.extend(frame(&did_open(&uri, 7, "Nordic Line sails.\n")));
    bytes.extend(frame(&request(901, "textDocument/hover", at(&uri, 0, 2))));
    client.write(&bytes);
    assert!(client.answer(900)["result"].is_object());
    let hover = client.answer(901);
    assert!(hover.to_string().contains("Nordic Line"), "{hover}");
    assert_eq!(client.diagnostics(&uri, 7), Vec::<Value>::new());
}

#[test]
fn a_bare_client_is_served() {
    let folder = desk();
    let mut client = Client::start();
    let answer = client.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
    assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["result"]["capabilities"].get("codeActionProvider"), None);
    client.send(&json!({"jsonrpc": "2.0", "method": "initialized"}));
    let uri = folder.uri("pier.md");
    client.send(&did_open(&uri, 3, "Harbour Trust has a pier.\n"));
    let found = client.diagnostics_that(&uri, |list| !list.is_empty());
    assert_eq!(found[0].get("relatedInformation"), None);
    let hover = client.ask("textDocument/hover", at(&uri, 0, 2));
    assert_eq!(hover["result"]["contents"]["kind"], "plaintext", "{hover}");
    let asked: Vec<Value> = client.rest().into_iter().filter(|m| m.get("id").is_some()).collect();
    assert_eq!(asked, Vec::<Value>::new(), "nothing is asked of a client that can nothing");
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn unknown_messages_are_answered_or_ignored() {
    let mut client = Client::open(&desk());
    assert_eq!(client.ask("textDocument/noSuchThing", json!({}))["error"]["code"], -32601);
    client.send(&notification("$/setTrace", json!({"value": "off"})));
    client.send(&notification("workspace/noSuchThing", json!({})));
    client
        .send(&notification("workspace/didChangeConfiguration", json!({"settings": {"masthead": {"x": 1}}})));
    client.send(&json!({"jsonrpc": "2.0", "id": 77_777, "result": null}));
    client.send(&request(950, "textDocument/didClose", json!({})));
    assert_eq!(client.answer(950)["error"]["code"], -32600);
    client.send(
        &json!({"jsonrpc": "2.0", "id": "by name", "method": "workspace/symbol", "params": {"query": ""}}),
    );
    client.wait_for("the answer to an id that is a text", |m| m["id"] == "by name");
    assert_eq!(client.shut_down(), Some(0));
}

/// A server whose editor was killed must not stay behind, even when somebody else holds its input open, when it waits for
/// the rest of a message, and when the editor stays in the list of processes until its own parent notices.
#[cfg(target_os = "linux")]
#[test]
fn the_server_ends_with_its_editor() {
    for noticed in [true, false] {
        let folder = desk();
        let mut editor = std::process::Command::new("sleep").arg("600").spawn().unwrap();
        let mut client = Client::start();
        let mut params = initialize_params(&folder.path(), capabilities());
        params["processId"] = json!(editor.id());
        client.ask("initialize", params);
        client.write(b"Content-Length: 4000\r\n\r\n{\"half a message");
        editor.kill().unwrap();
        if noticed {
            editor.wait().unwrap();
        }
        assert_eq!(client.exit_code(), Some(1));
        editor.wait().unwrap();
    }
}

/// In a container the editor's process has another id: that none is seen does not mean that it is gone.
#[cfg(target_os = "linux")]
#[test]
fn an_editor_that_was_never_seen_is_not_missed() {
    let folder = desk();
    let mut client = Client::start();
    let mut params = initialize_params(&folder.path(), capabilities());
    params["processId"] = json!(u32::MAX);
    client.ask("initialize", params);
    client.ask("workspace/symbol", json!({"query": ""}));
    assert_eq!(client.shut_down(), Some(0));
}
