//! Completion as clients ask for it: ranges in their columns, what they can do, and the card that follows.

use super::desk;
use crate::support::client::{Client, Folder, at, capabilities, did_change, did_open, lsp_range};
use serde_json::{Value, json};

/// A client with an open article in which a name has been begun behind text of other scripts.
fn opened(folder: &Folder, capabilities: Value) -> (Client, String) {
    let uri = folder.uri("fresh.md");
    let mut client = Client::open_with(folder, capabilities);
    client.folder_read();
    client.send(&did_open(&uri, 1, "# Ferry news\n\n한국 😀: by Nordic Lines said.\n"));
    (client, uri)
}

/// The list at a place, as answered for a reason: 1 is asked for, 3 is more of an incomplete list.
fn list(client: &mut Client, uri: &str, character: u32, reason: u32) -> Value {
    let mut params = at(uri, 2, character);
    params["context"] = json!({"triggerKind": reason});
    client.ask("textDocument/completion", params)["result"].clone()
}

#[test]
fn what_is_typed_is_replaced_in_the_clients_columns() {
    let folder = desk();
    for (encoding, start) in [("utf-8", 16), ("utf-16", 10), ("utf-32", 9)] {
        let mut able = capabilities();
        able["general"]["positionEncodings"] = json!([encoding]);
        let (mut client, uri) = opened(&folder, able);
        let found = list(&mut client, &uri, start + 8, 1);
        let item = &found["items"][0];
        assert_eq!(found["isIncomplete"], false, "{found}");
        assert_eq!(item["label"], "Nordic Line", "{found}");
        assert_eq!(item["textEdit"]["newText"], "Nordic Line");
        assert_eq!(item["textEdit"]["range"], lsp_range([2, start, 2, start + 8]), "{encoding}");
        assert_eq!(item["filterText"], "Nordic Line");
        assert_eq!(item["sortText"], "000");
        assert_eq!(item.get("commitCharacters"), None);
    }
}

#[test]
fn the_rest_of_the_word_goes_where_the_client_lets_one_choose() {
    let folder = desk();
    let mut able = capabilities();
    able["textDocument"]["completion"] =
        json!({"completionItem": {"insertReplaceSupport": true, "labelDetailsSupport": true}});
    let (mut client, uri) = opened(&folder, able);
    let item = list(&mut client, &uri, 18, 1)["items"][0].clone();
    assert_eq!(item["textEdit"]["insert"], lsp_range([2, 10, 2, 18]), "{item}");
    assert_eq!(item["textEdit"]["replace"], lsp_range([2, 10, 2, 22]), "{item}");
    assert_eq!(item["labelDetails"]["description"], "organization · Runs the ferries.", "{item}");
}

#[test]
fn an_item_is_resolved_to_the_card_that_hover_shows() {
    let folder = desk();
    let mut able = capabilities();
    able["textDocument"]["completion"] =
        json!({"completionItem": {"documentationFormat": ["markdown", "plaintext"]}});
    let (mut client, uri) = opened(&folder, able);
    let item = list(&mut client, &uri, 18, 1)["items"][0].clone();
    assert_eq!(item.get("documentation"), None, "{item}");
    let resolved = client.ask("completionItem/resolve", item.clone())["result"].clone();
    assert_eq!(resolved["textEdit"], item["textEdit"]);
    client.send(&did_change(&uri, 2, None, "# Ferry news\n\nNordic Line sails.\n"));
    let hover = client.ask("textDocument/hover", at(&uri, 2, 2));
    let (card, hover) = (&resolved["documentation"], &hover["result"]["contents"]);
    assert_eq!(card["kind"], hover["kind"]);
    let words = |card: &Value| card["value"].as_str().unwrap().lines().next().unwrap().to_owned();
    assert_eq!(words(card), words(hover), "{card}");
    // A bare client gets plain text; an item that is none of ours stays as it is.
    let (mut client, uri) = opened(&folder, json!({"window": {"workDoneProgress": true}}));
    let item = list(&mut client, &uri, 18, 1)["items"][0].clone();
    let plain = client.ask("completionItem/resolve", item)["result"]["documentation"].clone();
    assert_eq!(plain["kind"], "plaintext", "{plain}");
    for foreign in
        [json!({"label": "x"}), json!({"label": "x", "data": 7}), json!({"label": "x", "data": {"uri": uri}})]
    {
        assert_eq!(client.ask("completionItem/resolve", foreign.clone())["result"], foreign);
    }
}

#[test]
fn where_nothing_is_typed_only_who_asks_is_answered() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    client.send(&did_change(&uri, 2, None, "# Ferry news\n\nNordic Line came. \n"));
    assert_eq!(list(&mut client, &uri, 18, 1)["items"][0]["label"], "Nordic Line");
    assert_eq!(list(&mut client, &uri, 18, 3), Value::Null);
    // What looks like a name, and is none so far, is asked for again.
    let begun = list(&mut client, &uri, 2, 1);
    assert_eq!((&begun["isIncomplete"], &begun["items"]), (&json!(true), &json!([])));
    assert_eq!(list(&mut client, &uri, 16, 1), Value::Null, "small letters");
}
