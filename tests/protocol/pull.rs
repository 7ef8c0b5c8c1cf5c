//! Findings for clients that ask for them: one way or the other, never both.

use super::desk;
use crate::support::client::{
    Client, Folder, capabilities, did_change, did_open, initialize_params, notification,
};
use serde_json::{Value, json};

/// A client that asks for findings; what the server offers it.
fn asking(folder: &Folder, params: impl FnOnce(&mut Value)) -> (Client, Value) {
    let mut can = capabilities();
    can["textDocument"]["diagnostic"] = json!({"relatedInformation": true});
    can["workspace"]["diagnostics"] = json!({"refreshSupport": true});
    let mut all = initialize_params(&folder.path(), can);
    params(&mut all);
    let mut client = Client::start();
    let offered = client.ask("initialize", all)["result"]["capabilities"]["diagnosticProvider"].clone();
    client.send(&notification("initialized", json!({})));
    (client, offered)
}

/// A client that cannot be sent findings.
fn only_asking(folder: &Folder) -> Client {
    let no_push = |params: &mut Value| {
        params["capabilities"]["textDocument"].as_object_mut().unwrap().remove("publishDiagnostics");
    };
    let (client, offered) = asking(folder, no_push);
    assert_eq!(offered["workspaceDiagnostics"], true, "{offered}");
    client
}

fn pull(client: &mut Client, uri: &str, previous: Option<&Value>) -> Value {
    let mut params = json!({"textDocument": {"uri": uri}});
    if let Some(previous) = previous {
        params["previousResultId"] = previous["resultId"].clone();
    }
    client.ask("textDocument/diagnostic", params)["result"].clone()
}

/// The report on a file in what `workspace/diagnostic` answers.
fn on<'a>(items: &'a Value, uri: &str) -> &'a Value {
    let items = items.as_array().unwrap();
    items.iter().find(|item| item["uri"] == uri).unwrap_or(&Value::Null)
}

/// The same where the file is asked for by itself.
fn report_of(report: &Value) -> Value {
    json!({"kind": report["kind"], "resultId": report["resultId"], "items": report["items"]})
}

#[test]
fn findings_are_given_when_they_are_asked_for() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = only_asking(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Harbour Trust sails.\n"));
    let first = pull(&mut client, &uri, None);
    assert_eq!((first["kind"].as_str(), first["items"].as_array().unwrap().len()), (Some("full"), 1));
    assert_eq!(first["items"][0]["code"], "avoided-name");
    let again = pull(&mut client, &uri, Some(&first));
    assert_eq!((again["kind"].as_str(), &again["resultId"]), (Some("unchanged"), &first["resultId"]));
    // The answer is of the text that was sent before the question.
    client.send(&did_change(&uri, 2, Some([0, 0, 0, 7]), "Harbor"));
    let mended = pull(&mut client, &uri, Some(&first));
    assert_eq!((mended["kind"].as_str(), &mended["items"]), (Some("full"), &json!([])));
    // What is not open, or is no article, has none.
    assert_eq!(pull(&mut client, &folder.uri("pier.md"), None)["items"], json!([]));
    let rest = client.rest();
    assert!(rest.iter().all(|m| m["method"] != "textDocument/publishDiagnostics"), "{rest:?}");
}

#[test]
fn mistakes_in_settings_are_given_too() {
    let folder = desk();
    folder.write("masthead.toml", "[catalog]\nstarter = false\n[rules]\navoidd-name = \"off\"\n");
    let settings = folder.uri("masthead.toml");
    let mut client = only_asking(&folder);
    client.folder_read();
    let asked = json!({"previousResultIds": []});
    let items = client.ask("workspace/diagnostic", asked)["result"]["items"].clone();
    let report = on(&items, &settings).clone();
    assert_eq!((report["kind"].as_str(), report["items"].as_array().unwrap().len()), (Some("full"), 1));
    assert_eq!(pull(&mut client, &settings, None)["items"], report["items"]);
    let known =
        json!([{"uri": settings, "value": report["resultId"]}, {"uri": folder.uri("gone.md"), "value": "x"}]);
    let items =
        client.ask("workspace/diagnostic", json!({"previousResultIds": known}))["result"]["items"].clone();
    assert_eq!(on(&items, &settings)["kind"], "unchanged", "{items}");
    // Of what the client knows and is no more it hears that it is no more.
    assert_eq!(on(&items, &folder.uri("gone.md"))["items"], json!([]), "{items}");
}

#[test]
fn closed_articles_are_given_in_parts_and_asked_for_anew_when_they_change() {
    let folder = desk();
    folder.write("masthead.toml", "[catalog]\nstarter = false\n[diagnostics]\nscope = \"folder\"\n");
    for nth in 0..250 {
        folder.write(&format!("old/{nth}.md"), "Harbour Trust sails.\n");
    }
    let mut client = only_asking(&folder);
    client.folder_read();
    let last = folder.uri("old/99.md");
    let asked = json!({"previousResultIds": []});
    let found = client.ask_until("workspace/diagnostic", asked, |answer| {
        answer["result"]["items"].as_array().unwrap().len() == 250
    });
    let report = on(&found["result"]["items"], &last).clone();
    assert_eq!(report["items"][0]["code"], "avoided-name", "{report}");
    // One of them may be asked for by itself.
    assert_eq!(pull(&mut client, &last, None), report_of(&report));
    assert_eq!(pull(&mut client, &last, Some(&report))["kind"], "unchanged");
    let asked = json!({"previousResultIds": [], "partialResultToken": "parts"});
    assert_eq!(client.ask("workspace/diagnostic", asked)["result"]["items"], json!([]));
    let mut parts = 0;
    for _ in 0..2 {
        let part =
            client.wait_for("a part", |m| m["method"] == "$/progress" && m["params"]["token"] == "parts");
        parts += part["params"]["value"]["items"].as_array().unwrap().len();
    }
    assert_eq!(parts, 250);
    // One article is mended on disk: the client is told to ask again, and hears of that one.
    client.rest();
    folder.write("old/99.md", "Harbor Trust sails.\n");
    client.send(&notification(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": last, "type": 2}]}),
    ));
    client.wait_for("a request to ask again", |m| m["method"] == "workspace/diagnostic/refresh");
    let known = json!([{"uri": last, "value": report["resultId"]}]);
    let items =
        client.ask("workspace/diagnostic", json!({"previousResultIds": known}))["result"]["items"].clone();
    assert_eq!(on(&items, &last)["items"], json!([]), "{items}");
}

#[test]
fn a_client_that_can_do_both_is_sent_findings_unless_it_chooses() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let (mut client, offered) = asking(&folder, |_| {});
    assert_eq!(offered, Value::Null);
    client.send(&did_open(&uri, 1, "Harbour Trust sails.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    let choose =
        |params: &mut Value| params["initializationOptions"] = json!({"diagnostics": {"mode": "pull"}});
    let (mut client, offered) = asking(&folder, choose);
    assert_eq!(offered["interFileDependencies"], true, "{offered}");
    client.send(&did_open(&uri, 1, "Harbour Trust sails.\n"));
    assert_eq!(pull(&mut client, &uri, None)["items"].as_array().unwrap().len(), 1);
}
