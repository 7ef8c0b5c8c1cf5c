//! Actions whose edit is made when a person has chosen them.

use super::desk;
use crate::support::client::{Client, Folder, capabilities, did_open, lsp_range};
use serde_json::{Value, json};

const TEXT: &str = "# Ferry news\n\nMs. Ann Lund came with Harbour Trust.\n";

fn opened(folder: &Folder, resolves: bool) -> (Client, String) {
    let uri = folder.uri("fresh.md");
    let mut able = capabilities();
    if resolves {
        able["textDocument"]["codeAction"]["dataSupport"] = json!(true);
        able["textDocument"]["codeAction"]["resolveSupport"] = json!({"properties": ["edit"]});
    }
    let mut client = Client::open_with(folder, able);
    client.folder_read();
    client.send(&did_open(&uri, 1, TEXT));
    (client, uri)
}

/// The actions at a column of the third line.
fn actions(client: &mut Client, uri: &str, column: u32, only: Value) -> Vec<Value> {
    let context = json!({"diagnostics": [], "only": only});
    let range = lsp_range([2, column, 2, column]);
    let params = json!({"textDocument": {"uri": uri}, "range": range, "context": context});
    client.ask("textDocument/codeAction", params)["result"].as_array().unwrap().clone()
}

fn titled<'a>(actions: &'a [Value], start: &str) -> &'a Value {
    let fits = |action: &&Value| action["title"].as_str().unwrap().starts_with(start);
    actions.iter().find(fits).unwrap_or_else(|| panic!("{start}: {actions:?}"))
}

#[test]
fn a_resolved_action_has_the_edit_that_others_are_given_at_once() {
    let folder = desk();
    for (column, title) in [(6, "Add “Ann Lund”"), (25, "Allow “Harbour Trust”")] {
        let (mut client, uri) = opened(&folder, false);
        let found = actions(&mut client, &uri, column, Value::Null);
        let whole = titled(&found, title)["edit"].clone();
        assert!(whole.is_object(), "{found:?}");
        let (mut client, uri) = opened(&folder, true);
        let found = actions(&mut client, &uri, column, Value::Null);
        let action = titled(&found, title).clone();
        assert_eq!(action.get("edit"), None, "{action}");
        let resolved = client.ask("codeAction/resolve", action.clone())["result"].clone();
        assert_eq!(resolved["edit"], whole);
        assert_eq!((&resolved["title"], &resolved["kind"]), (&action["title"], &action["kind"]));
    }
}

#[test]
fn what_no_longer_can_be_done_and_what_is_not_ours_is_answered_as_it_came() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, true);
    let mut action = titled(&actions(&mut client, &uri, 6, Value::Null), "Add").clone();
    action["title"] = json!("Add somebody else");
    assert_eq!(client.ask("codeAction/resolve", action.clone())["result"], action);
    for foreign in
        [json!({"title": "x"}), json!({"title": "x", "data": 7}), json!({"title": "x", "data": {"uri": uri}})]
    {
        assert_eq!(client.ask("codeAction/resolve", foreign.clone())["result"], foreign);
    }
}

#[test]
fn only_the_kinds_that_are_asked_for_are_offered() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, true);
    let kinds = |found: &[Value]| {
        let mut kinds: Vec<String> = found.iter().map(|a| a["kind"].as_str().unwrap().to_owned()).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds(&actions(&mut client, &uri, 6, json!(["refactor"]))), ["refactor"]);
    assert_eq!(kinds(&actions(&mut client, &uri, 25, json!(["quickfix"]))), ["quickfix"]);
    assert_eq!(kinds(&actions(&mut client, &uri, 25, json!(["source"]))), ["source.fixAll.masthead"]);
    assert!(actions(&mut client, &uri, 25, json!(["refactor.extract"])).is_empty());
}
