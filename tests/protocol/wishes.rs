//! A person's own settings: they win over masthead.toml for what an editor shows, and never say what is a finding.

use super::desk;
use crate::support::client::{
    Client, Folder, capabilities, did_open, initialize_params, lsp_range, notification,
};
use serde_json::{Value, json};

const TEXT: &str = "# Ferry news\n\nMs. Ann Lund, chief pilot of Nordic Line, came.\n\nIt was Lund.\n";

/// A client that asks again when it is told to, with an article open.
fn opened(folder: &Folder, options: Value) -> (Client, String) {
    let mut able = capabilities();
    able["workspace"]["inlayHint"] = json!({"refreshSupport": true});
    able["workspace"]["codeLens"] = json!({"refreshSupport": true});
    let mut params = initialize_params(&folder.path(), able);
    params["initializationOptions"] = options;
    let mut client = Client::start();
    client.ask("initialize", params);
    client.send(&notification("initialized", json!({})));
    client.folder_read();
    let uri = folder.uri("fresh.md");
    client.send(&did_open(&uri, 1, TEXT));
    client.diagnostics(&uri, 1);
    // What was asked for anew by then is no answer to what comes.
    client.rest();
    (client, uri)
}

fn push(client: &mut Client, settings: Value) {
    client.send(&notification("workspace/didChangeConfiguration", json!({"settings": settings})));
}

fn hints(client: &mut Client, uri: &str) -> usize {
    let whole = json!({"textDocument": {"uri": uri}, "range": lsp_range([0, 0, 9, 0])});
    client.ask("textDocument/inlayHint", whole)["result"].as_array().unwrap().len()
}

fn lenses(client: &mut Client, uri: &str) -> usize {
    let whole = json!({"textDocument": {"uri": uri}});
    client.ask("textDocument/codeLens", whole)["result"].as_array().unwrap().len()
}

/// The messages that a person was shown since the last time.
fn shown(client: &mut Client) -> Vec<String> {
    let rest = client.rest().into_iter().filter(|message| message["method"] == "window/showMessage");
    rest.map(|message| message["params"]["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn hints_and_lenses_come_and_go_as_a_person_asks() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, Value::Null);
    assert_eq!((hints(&mut client, &uri), lenses(&mut client, &uri)), (0, 0));
    push(&mut client, json!({"masthead": {"editor": {"inlayHints": true}}}));
    client.wait_for("a refresh of hints", |m| m["method"] == "workspace/inlayHint/refresh");
    assert_eq!((hints(&mut client, &uri), lenses(&mut client, &uri)), (1, 0));
    push(&mut client, json!({"masthead": {"editor": {"codeLens": true}}}));
    client.wait_for("a refresh of hints", |m| m["method"] == "workspace/inlayHint/refresh");
    client.wait_for("a refresh of lenses", |m| m["method"] == "workspace/codeLens/refresh");
    assert_eq!(hints(&mut client, &uri), 0);
    assert!(lenses(&mut client, &uri) > 0);
    // The same once more is nothing new, and other programs' settings are none of ours.
    push(&mut client, json!({"masthead": {"editor": {"codeLens": true}}}));
    push(&mut client, json!({"pylsp": {"editor": {"codeLens": false}}}));
    push(&mut client, Value::Null);
    let rest = client.rest();
    assert!(!rest.iter().any(|m| m["method"].as_str().is_some_and(|m| m.ends_with("/refresh"))), "{rest:?}");
    assert!(lenses(&mut client, &uri) > 0);
}

#[test]
fn a_person_wins_over_the_folder_and_the_folder_holds_where_a_person_says_nothing() {
    let folder = desk();
    folder.write(
        "masthead.toml",
        "[catalog]\nstarter = false\n[editor]\ninlay-hints = true\ncode-lens = true\n",
    );
    let (mut client, uri) = opened(&folder, json!({"editor": {"inlayHints": false}}));
    assert_eq!(hints(&mut client, &uri), 0);
    assert!(lenses(&mut client, &uri) > 0);
    push(&mut client, json!({"masthead": {"editor": {"inlayHints": null, "codeLens": false}}}));
    assert_eq!((hints(&mut client, &uri), lenses(&mut client, &uri)), (1, 0));
}

#[test]
fn the_findings_of_closed_articles_come_and_go_as_a_person_asks() {
    let folder = desk();
    folder.write("old.md", "Harbour Trust sails.\n");
    let (old, others) = (folder.uri("old.md"), json!({"masthead": {"rules": {"avoided-name": "off"}}}));
    let (mut client, _) = opened(&folder, Value::Null);
    push(&mut client, json!({"masthead": {"diagnostics": {"scope": "folder"}}}));
    client.diagnostics_that(&old, |found| found.len() == 1 && found[0]["code"] == "avoided-name");
    push(&mut client, json!({"masthead": {"diagnostics": {"scope": "open"}}}));
    client.diagnostics_that(&old, <[Value]>::is_empty);
    // Which findings there are is not a person's to say.
    push(&mut client, others);
    assert_eq!(
        shown(&mut client),
        ["Masthead: There is no setting “masthead.rules.avoided-name”. The other settings count."]
    );
    push(&mut client, json!({"masthead": {"diagnostics": {"scope": "folder"}}}));
    client.diagnostics_that(&old, |found| found.len() == 1);
}

#[test]
fn a_mistake_is_told_once_and_the_other_settings_count() {
    let folder = desk();
    let faulty = json!({"masthead": {
        "editor": {"inlayHint": true, "codeLens": true}, "diagnostics": {"scope": 3},
    }});
    let said = "Masthead: “masthead.diagnostics.scope” is “open” or “folder”, not 3. There is no setting \
                “masthead.editor.inlayHint”: did you mean “masthead.editor.inlayHints”? The other settings count.";
    let mut params = initialize_params(&folder.path(), capabilities());
    params["initializationOptions"] = faulty.clone();
    let mut client = Client::start();
    client.ask("initialize", params);
    client.send(&notification("initialized", json!({})));
    let message = client.wait_for("a message", |m| m["method"] == "window/showMessage");
    assert_eq!(message["params"]["message"], said);
    let uri = folder.uri("fresh.md");
    client.folder_read();
    client.send(&did_open(&uri, 1, TEXT));
    assert!(lenses(&mut client, &uri) > 0);
    push(&mut client, faulty.clone());
    assert_eq!(shown(&mut client), Vec::<String>::new());
    push(&mut client, json!({"masthead": {}}));
    push(&mut client, faulty);
    assert_eq!(shown(&mut client), [said]);
    for odd in [
        json!({"masthead": 7}),
        json!({"masthead": []}),
        json!([1]),
        json!("x"),
        json!({"masthead": {"": {}}}),
    ] {
        push(&mut client, odd);
    }
    assert_eq!(lenses(&mut client, &uri), 0);
}

#[test]
fn how_findings_come_is_settled_at_the_start() {
    let folder = desk();
    let (mut client, _) = opened(&folder, Value::Null);
    push(&mut client, json!({"masthead": {"diagnostics": {"mode": "pull"}}}));
    let said = shown(&mut client);
    assert!(said.len() == 1 && said[0].contains("counts from the next start"), "{said:?}");
}
