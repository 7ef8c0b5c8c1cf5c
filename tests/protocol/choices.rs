//! What a desk asks for: words behind surnames and above names. Off until it does.

use super::desk;
use crate::support::client::{Client, Folder, at, capabilities, lsp_range, notification};
use serde_json::{Value, json};

const TEXT: &str = "# Ferry news\n\nMs. Ann Lund, chief pilot of Nordic Line, came.\n\nIt was Lund.\n";

fn opened(folder: &Folder, capabilities: Value) -> (Client, String) {
    super::opened(folder, capabilities, TEXT)
}

fn asking(folder: &Folder) {
    folder.write(
        "masthead.toml",
        "[catalog]\nstarter = false\n[editor]\ninlay-hints = true\ncode-lens = true\n",
    );
}

fn hints(uri: &str) -> Value {
    json!({"textDocument": {"uri": uri}, "range": lsp_range([0, 0, 9, 0])})
}

#[test]
fn nothing_stands_beside_the_text_until_the_desk_asks() {
    let folder = desk();
    let mut able = capabilities();
    able["workspace"]["inlayHint"] = json!({"refreshSupport": true});
    able["workspace"]["codeLens"] = json!({"refreshSupport": true});
    let (mut client, uri) = opened(&folder, able);
    assert_eq!(client.ask("textDocument/inlayHint", hints(&uri))["result"], json!([]));
    let lenses = json!({"textDocument": {"uri": uri}});
    assert_eq!(client.ask("textDocument/codeLens", lenses.clone())["result"], json!([]));
    client.rest();
    asking(&folder);
    let changed = json!({"changes": [{"uri": folder.uri("masthead.toml"), "type": 2}]});
    client.send(&notification("workspace/didChangeWatchedFiles", changed));
    client.wait_for("a refresh of hints", |m| m["method"] == "workspace/inlayHint/refresh");
    client.wait_for("a refresh of lenses", |m| m["method"] == "workspace/codeLens/refresh");
    client.ask_until("textDocument/inlayHint", hints(&uri), |answer| answer["result"] != json!([]));
}

#[test]
fn a_surname_says_who_it_is() {
    let folder = desk();
    asking(&folder);
    let (mut client, uri) = opened(&folder, capabilities());
    let found = client.ask("textDocument/inlayHint", hints(&uri))["result"].clone();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found[0]["position"], json!({"line": 4, "character": 11}));
    assert_eq!(found[0]["label"], "Ann, chief pilot of Nordic Line");
    assert_eq!(found[0]["paddingLeft"], true);
    let resolved = client.ask("inlayHint/resolve", found[0].clone())["result"].clone();
    assert!(resolved["tooltip"]["value"].as_str().unwrap().contains("Ann Lund"), "{resolved}");
    let part = json!({"textDocument": {"uri": uri}, "range": lsp_range([0, 0, 3, 0])});
    assert_eq!(client.ask("textDocument/inlayHint", part)["result"], json!([]));
}

#[test]
fn a_first_reference_says_how_often_the_name_stands() {
    let folder = desk();
    asking(&folder);
    let (mut client, uri) = opened(&folder, capabilities());
    let lenses = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": uri}}))["result"].clone();
    let nordic = lenses.as_array().unwrap().iter().find(|l| l["data"]["id"] == "nordic-line").unwrap();
    assert_eq!(nordic["range"], lsp_range([2, 29, 2, 40]), "{lenses}");
    assert_eq!(nordic.get("command"), None, "what it says is told when it comes into sight");
    let told = client.ask("codeLens/resolve", nordic.clone())["result"]["command"].clone();
    assert_eq!(told["title"], "Nordic Line: 3 mentions in 3 articles", "{told}");
    assert_eq!(told["command"], "masthead.references");
    let run = json!({"command": told["command"], "arguments": told["arguments"]});
    assert_eq!(client.ask("workspace/executeCommand", run)["result"], Value::Null);
    let said = client.wait_for("the places", |m| m["method"] == "window/showMessage");
    assert_eq!(
        said["params"]["message"],
        "Nordic Line: 3 mentions in 3 articles: boats.md, fresh.md, pier.md"
    );
    for arguments in [json!([]), json!([uri]), json!([7, {}]), json!([uri, {"line": "x"}])] {
        let run = json!({"command": "masthead.references", "arguments": arguments});
        assert_eq!(client.ask("workspace/executeCommand", run)["error"]["code"], -32602);
    }
}

#[test]
fn a_client_with_a_list_of_places_is_given_the_places() {
    let folder = desk();
    asking(&folder);
    let mut able = capabilities();
    able["experimental"] = json!({"commands": ["masthead.showReferences"]});
    let (mut client, uri) = opened(&folder, able);
    let lenses = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": uri}}))["result"].clone();
    let nordic = lenses.as_array().unwrap().iter().find(|l| l["data"]["id"] == "nordic-line").unwrap();
    let told = client.ask("codeLens/resolve", nordic.clone())["result"]["command"].clone();
    assert_eq!(told["command"], "masthead.showReferences", "{told}");
    assert_eq!(told["arguments"][1], json!({"line": 2, "character": 29}));
    let mut params = at(&uri, 2, 30);
    params["context"] = json!({"includeDeclaration": true});
    assert_eq!(told["arguments"][2], client.ask("textDocument/references", params)["result"]);
}
