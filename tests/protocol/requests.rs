//! Each request once, for the shape of its answer; what it says is told by the feature pages.

use super::desk;
use crate::support::client::{
    Client, Folder, at, capabilities, did_change, did_open, frame, initialize_params, lsp_range,
    notification, request,
};
use serde_json::{Value, json};

const TEXT: &str = "# Ferry news\n\nHarbour Trust owns it. Nordic Line runs it.\n";

/// A client with an open article and a folder that has been read.
fn opened(folder: &Folder, capabilities: Value) -> (Client, String) {
    let uri = folder.uri("fresh.md");
    let mut client = Client::open_with(folder, capabilities);
    client.folder_read();
    client.send(&did_open(&uri, 4, TEXT));
    (client, uri)
}

#[test]
fn hover_is_markdown_with_a_range() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let hover = client.ask("textDocument/hover", at(&uri, 2, 3));
    assert_eq!(hover["result"]["contents"]["kind"], "markdown");
    assert_eq!(hover["result"]["range"], lsp_range([2, 0, 2, 13]));
    assert!(hover["result"]["contents"]["value"].as_str().unwrap().contains("Owns the harbor"), "{hover}");
    assert_eq!(client.ask("textDocument/hover", at(&uri, 2, 15))["result"], Value::Null);
}

#[test]
fn names_lead_to_where_they_are_introduced_declared_and_used() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let definition = client.ask("textDocument/definition", at(&uri, 2, 24));
    assert!(definition["result"][0]["uri"].is_string(), "{definition}");
    let declaration = client.ask("textDocument/declaration", at(&uri, 2, 24));
    assert_eq!(declaration["result"][0]["uri"], folder.uri("catalog/desk.toml"), "{declaration}");
    assert!(declaration["result"][0]["range"]["start"]["line"].as_u64().unwrap() > 10, "{declaration}");
    let mut params = at(&uri, 2, 24);
    params["context"] = json!({"includeDeclaration": true});
    let references = client.ask("textDocument/references", params);
    let files: Vec<&str> =
        references["result"].as_array().unwrap().iter().map(|l| l["uri"].as_str().unwrap()).collect();
    for file in ["fresh.md", "pier.md", "boats.md"] {
        assert!(files.contains(&folder.uri(file).as_str()), "{file}: {files:?}");
    }
    let highlights = client.ask("textDocument/documentHighlight", at(&uri, 2, 24));
    assert_eq!(highlights["result"].as_array().unwrap().len(), 1, "{highlights}");
}

#[test]
fn a_name_is_renamed_in_open_and_closed_articles_and_in_the_catalog() {
    let folder = desk();
    folder.write("old.txt", "\u{feff}Nordic Line sails.\n\nA man said: “Nordic Line sails.”\n");
    let mut able = capabilities();
    able["workspace"]["workspaceEdit"]["changeAnnotationSupport"] = json!({});
    able["textDocument"]["rename"] = json!({"prepareSupport": true});
    let (mut client, uri) = opened(&folder, able);
    // No editor shows the byte order mark, so it is no column.
    let mut everywhere = at(&uri, 2, 27);
    everywhere["context"] = json!({"includeDeclaration": true});
    let references = client.ask("textDocument/references", everywhere);
    let first = json!({"uri": folder.uri("old.txt"), "range": lsp_range([0, 0, 0, 11])});
    assert!(references["result"].as_array().unwrap().contains(&first), "{references}");
    // What is open differs from the disk.
    client.send(&did_open(&folder.uri("pier.md"), 7, "So Nordic Line said. Nordic Line sails.\n"));
    let prepared = client.ask("textDocument/prepareRename", at(&uri, 2, 27));
    assert_eq!(prepared["result"]["placeholder"], "Nordic Line", "{prepared}");
    assert_eq!(prepared["result"]["range"], lsp_range([2, 23, 2, 34]));
    assert_eq!(client.ask("textDocument/prepareRename", at(&uri, 2, 20))["result"], Value::Null);
    let mut params = at(&uri, 2, 27);
    params["newName"] = json!("North Line");
    let renamed = client.ask("textDocument/rename", params.clone());
    let changes = renamed["result"]["documentChanges"].as_array().unwrap();
    let of = |file: &str| changes.iter().find(|c| c["textDocument"]["uri"] == folder.uri(file)).unwrap();
    assert_eq!(of("fresh.md")["textDocument"]["version"], 4);
    assert_eq!(of("fresh.md")["edits"].as_array().unwrap().len(), 1);
    assert_eq!(of("pier.md")["textDocument"]["version"], 7);
    assert_eq!(of("pier.md")["edits"].as_array().unwrap().len(), 2, "{renamed}");
    assert_eq!(of("boats.md")["textDocument"]["version"], Value::Null);
    assert_eq!(of("old.txt")["edits"][0]["range"], lsp_range([0, 0, 0, 11]), "{renamed}");
    assert_eq!(of("old.txt")["edits"][1]["annotationId"], "quotation", "{renamed}");
    assert_eq!(of("catalog/desk.toml")["edits"][0]["newText"], "\"North Line\"", "{renamed}");
    assert_eq!(renamed["result"]["changeAnnotations"]["quotation"]["needsConfirmation"], true);
    params["newName"] = json!("…");
    let refused = client.ask("textDocument/rename", params.clone());
    assert_eq!(refused["error"]["message"], "a name needs a letter or a digit", "{refused}");
    // Nothing changes where one of the articles cannot be changed with the others.
    folder.write("boats.md", "Nordic Line\0");
    params["newName"] = json!("North Line");
    let refused = client.ask("textDocument/rename", params);
    assert!(refused["error"]["message"].as_str().unwrap().contains("boats.md cannot be read"), "{refused}");
}

#[test]
fn a_client_that_cannot_ask_is_not_given_quotations_to_rename() {
    let folder = desk();
    folder.write("old.txt", "A man said: “Nordic Line sails.”\n");
    let mut able = capabilities();
    able["workspace"]["workspaceEdit"] = json!({});
    let (mut client, uri) = opened(&folder, able);
    let mut params = at(&uri, 2, 27);
    params["newName"] = json!("North Line");
    let renamed = client.ask("textDocument/rename", params);
    let changes = renamed["result"]["changes"].as_object().unwrap();
    assert!(changes.contains_key(&uri) && changes.contains_key(&folder.uri("pier.md")), "{renamed}");
    assert!(!changes.contains_key(&folder.uri("old.txt")), "{renamed}");
    let told = client.wait_for("a message", |message| message["method"] == "window/showMessage");
    assert!(told["params"]["message"].as_str().unwrap().starts_with("1 place in quotations"), "{told}");
}

/// The starter catalog is compiled in: there is no file to open, and none is written.
#[test]
fn a_name_without_an_entry_on_disk_is_declared_where_it_is_introduced() {
    let folder = desk();
    folder.write("masthead.toml", "");
    folder.write("camp.md", "Nordic Line and the Korea Internet & Security Agency (KISA) met.\n");
    let (mut client, uri) = opened(&folder, capabilities());
    client.send(&did_change(&uri, 5, None, "So KISA said. Lone Pinewood agreed.\n"));
    for (column, file) in [(4, "camp.md"), (16, "fresh.md")] {
        let declaration = client.ask("textDocument/declaration", at(&uri, 0, column));
        assert_eq!(declaration["result"][0]["uri"], folder.uri(file), "{declaration}");
        let definition = client.ask("textDocument/definition", at(&uri, 0, column));
        assert_eq!(declaration["result"], definition["result"]);
    }
    assert_eq!(client.ask("textDocument/declaration", at(&uri, 0, 9))["result"], Value::Null);
    // What a desk adds to the starter's entry is the desk's own.
    folder.write("catalog/more.toml", "[[entity]]\nid = \"kisa\"\nnote = \"Ask for the press office.\"\n");
    client.send(&notification(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": folder.uri("catalog/more.toml"), "type": 1}]}),
    ));
    client.ask_until("textDocument/declaration", at(&uri, 0, 4), |answer| {
        answer["result"][0]["uri"] == folder.uri("catalog/more.toml")
    });
}

#[test]
fn tags_are_tokens_of_the_legend() {
    let folder = desk();
    let mut client = Client::start();
    let params = crate::support::client::initialize_params(&folder.path(), capabilities());
    let offered = client.ask("initialize", params);
    let legend = &offered["result"]["capabilities"]["semanticTokensProvider"]["legend"];
    let types = legend["tokenTypes"].as_array().unwrap();
    let uri = folder.uri("fresh.md");
    client.send(&did_open(&uri, 4, TEXT));
    let tokens = client.ask("textDocument/semanticTokens/full", json!({"textDocument": {"uri": uri}}));
    let data: Vec<u64> =
        tokens["result"]["data"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
    assert_eq!((data[0], data[1], data[2]), (2, 0, 13), "{data:?}");
    assert_eq!(types[data[3] as usize], "class", "an organization");
    assert_eq!((data[5], data[6], data[7]), (0, 23, 11), "{data:?}");
}

#[test]
fn symbols_are_a_tree_or_a_list() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let ask = json!({"textDocument": {"uri": uri}});
    let tree = client.ask("textDocument/documentSymbol", ask.clone());
    assert_eq!(tree["result"][0]["name"], "Ferry news");
    assert!(tree["result"][0]["children"].as_array().is_some_and(|c| !c.is_empty()), "{tree}");
    let names = client.ask("workspace/symbol", json!({"query": "nordic"}));
    assert_eq!(names["result"][0]["name"], "Nordic Line");
    assert!(names["result"][0]["location"]["uri"].is_string(), "{names}");
    let (mut client, _) = opened(&folder, json!({"window": {"workDoneProgress": true}}));
    let list = client.ask("textDocument/documentSymbol", ask);
    assert!(list["result"].as_array().unwrap().iter().all(|s| s["location"]["uri"] == uri), "{list}");
    assert!(list["result"].as_array().unwrap().len() > 1, "{list}");
}

/// The actions for the whole article, of the kinds in `only`.
fn actions(client: &mut Client, uri: &str, only: Value) -> Vec<Value> {
    let context = json!({"diagnostics": [], "only": only});
    let params = json!({"textDocument": {"uri": uri}, "range": lsp_range([2, 0, 2, 13]), "context": context});
    client.ask("textDocument/codeAction", params)["result"].as_array().unwrap().clone()
}

#[test]
fn the_first_action_cures_the_finding() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let found = actions(&mut client, &uri, json!(["quickfix"]));
    assert_eq!(found[0]["isPreferred"], true, "{found:?}");
    assert_eq!(found[0]["diagnostics"][0]["code"], "avoided-name");
    assert!(found.iter().all(|action| action["kind"] == "quickfix"), "{found:?}");
    let changes = &found[0]["edit"]["documentChanges"][0];
    assert_eq!(changes["textDocument"], json!({"uri": uri, "version": 4}));
    assert_eq!(changes["edits"][0]["newText"], "Harbor Trust", "{found:?}");
    let all = actions(&mut client, &uri, json!(["source.fixAll"]));
    assert_eq!(all[0]["kind"], "source.fixAll.masthead");
    assert_eq!(all[0]["edit"]["documentChanges"][0]["edits"].as_array().unwrap().len(), 1);
    assert!(actions(&mut client, &uri, json!(["refactor"])).is_empty());
}

#[test]
fn a_rule_is_explained() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let found = actions(&mut client, &uri, json!(["quickfix"]));
    let explain = found.last().unwrap();
    assert_eq!(explain["title"], "Explain “avoided-name”", "{found:?}");
    assert_eq!(explain["diagnostics"], found[0]["diagnostics"]);
    assert_eq!(explain.get("edit"), None);
    let ask = json!({"command": explain["command"]["command"], "arguments": explain["command"]["arguments"]});
    assert_eq!(client.ask("workspace/executeCommand", ask)["result"], Value::Null);
    let said = client.wait_for("the explanation", |m| m["method"] == "window/showMessage");
    let words = said["params"]["message"].as_str().unwrap();
    assert!(words.starts_with("avoided-name: A form that the catalog rejects. A desk decides"), "{words}");
    for (command, arguments) in [
        ("masthead.explain", json!(["no-such-rule"])),
        ("masthead.explain", json!([])),
        ("masthead.explain", json!([{"rule": 7}])),
        ("masthead.other", json!(["avoided-name"])),
    ] {
        let refused =
            client.ask("workspace/executeCommand", json!({"command": command, "arguments": arguments}));
        assert_eq!(refused["error"]["code"], -32602, "{refused}");
    }
}

/// A rule's page has no address on the web unless the project names one: no link is better than a dead one.
#[test]
fn findings_link_to_a_page_where_there_is_one() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let found = client.diagnostics(&uri, 4);
    let home = env!("CARGO_PKG_REPOSITORY");
    let page = (!home.is_empty()).then(|| format!("{home}/blob/main/tests/rules/avoided-name.md"));
    assert_eq!(found[0]["codeDescription"]["href"].as_str(), page.as_deref(), "{found:?}");
}

#[test]
fn findings_link_to_the_pages_that_a_plugin_shows() {
    let folder = desk();
    for (pages, href) in [
        (json!("masthead-rule:/"), json!("masthead-rule:/avoided-name.md")),
        // What is no address, or no text, gives no link, and costs nothing else.
        (json!("a page: "), Value::Null),
        (json!(7), Value::Null),
    ] {
        let mut params = initialize_params(&folder.path(), capabilities());
        params["initializationOptions"] = json!({"rulePages": pages});
        let mut client = Client::start();
        client.ask("initialize", params);
        client.send(&notification("initialized", json!({})));
        client.folder_read();
        let uri = folder.uri("fresh.md");
        client.send(&did_open(&uri, 4, TEXT));
        let found = client.diagnostics(&uri, 4);
        assert_eq!(found[0]["codeDescription"]["href"], href, "{found:?}");
    }
}

#[test]
fn actions_fit_what_the_client_can_do() {
    let folder = desk();
    let mut can = capabilities();
    can["workspace"]["workspaceEdit"] = json!({});
    let (mut client, uri) = opened(&folder, can);
    let found = actions(&mut client, &uri, Value::Null);
    assert_eq!(found[0]["edit"]["changes"][&uri][0]["newText"], "Harbor Trust", "{found:?}");
}

#[test]
fn a_cancelled_request_is_answered_as_such() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    // A text that takes a while to read, so that the request is still waiting when it is cancelled.
    // All in one write: on a busy machine this test might else be put off before it cancels.
    let messages = [
        did_change(&uri, 5, None, &format!("{TEXT}\n").repeat(20_000)),
        request(900, "textDocument/hover", at(&uri, 2, 3)),
        notification("$/cancelRequest", json!({"id": 900})),
    ];
    client.write(&messages.iter().flat_map(frame).collect::<Vec<u8>>());
    assert_eq!(client.answer(900)["error"]["code"], -32800);
}

#[test]
fn a_new_name_is_added_to_the_catalog_that_is_there() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    client.send(&did_change(&uri, 5, None, "# Ferry news\n\nMs. Ann Lund came.\n"));
    let found = added(&mut client, &uri);
    let change = &found["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": folder.uri("catalog/desk.toml"), "version": null}));
    let edits = change["edits"].as_array().unwrap();
    assert_eq!(edits.len(), 1, "{found}");
    assert!(edits[0]["newText"].as_str().unwrap().contains("name = \"Ann Lund\""), "{found}");
    assert_eq!(edits[0]["range"]["start"], edits[0]["range"]["end"], "nothing is taken away: {found}");
}

/// The first name makes the file; a client that makes none is given the text for it.
#[test]
fn a_new_name_makes_the_first_catalog() {
    let folder = Folder::new(&[("fresh.md", TEXT)]);
    let catalog = folder.uri("catalog/names.toml");
    let (mut client, uri) = opened(&folder, capabilities());
    client.send(&did_change(&uri, 5, None, "# Ferry news\n\nMs. Ann Lund came.\n"));
    let changes = added(&mut client, &uri)["edit"]["documentChanges"].clone();
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(catalog)), "{changes}");
    assert!(changes[1]["edits"][0]["newText"].as_str().unwrap().ends_with("about = \"\"\n"), "{changes}");

    let mut plain = capabilities();
    plain["workspace"]["workspaceEdit"] = json!({});
    let (mut client, uri) = opened(&folder, plain);
    client.send(&did_change(&uri, 5, None, "# Ferry news\n\nMs. Ann Lund came.\n"));
    let edit = added(&mut client, &uri)["edit"].clone();
    assert!(edit["changes"][&catalog][0]["newText"].is_string(), "{edit}");
}

/// The action that adds the name in the third line.
fn added(client: &mut Client, uri: &str) -> Value {
    let params = json!({
        "textDocument": {"uri": uri}, "range": lsp_range([2, 6, 2, 6]), "context": {"diagnostics": []},
    });
    let found = client.ask("textDocument/codeAction", params)["result"].clone();
    let titled = |action: &&Value| action["title"].as_str().is_some_and(|t| t.starts_with("Add “Ann Lund”"));
    found.as_array().unwrap().iter().find(titled).unwrap_or_else(|| panic!("{found}")).clone()
}

/// Our own requests, for lists and look-ups beside an article.
#[test]
fn names_of_an_article_come_with_their_forms_and_places() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    client.send(&did_change(
        &uri,
        5,
        None,
        "Lone Pinewood saw Harbour\nTrust. Harbor Trust and Lone Pinewood.\n",
    ));
    let answer = client.ask("masthead/names", json!({"textDocument": {"uri": uri}}));
    let names = &answer["result"]["names"];
    assert_eq!(names[0]["name"], "Lone Pinewood", "{answer}");
    assert_eq!(names[0]["known"], false);
    assert_eq!(names[0]["forms"][0]["ranges"], json!([lsp_range([0, 0, 0, 13]), lsp_range([1, 24, 1, 37])]));
    let trust = &names[1];
    assert_eq!(
        (&trust["name"], &trust["kind"], &trust["known"]),
        (&json!("Harbor Trust"), &json!("organization"), &json!(true))
    );
    assert!(trust["detail"].as_str().unwrap().contains("Owns the harbor"), "{trust}");
    let avoided = json!({"text": "Harbour Trust", "kind": "avoided", "ranges": [lsp_range([0, 18, 1, 5])]});
    let full = json!({"text": "Harbor Trust", "kind": "full", "ranges": [lsp_range([1, 7, 1, 19])]});
    assert_eq!(trust["forms"], json!([avoided, full]));
    assert_eq!(names.as_array().unwrap().len(), 2, "{answer}");
    let closed = client.ask("masthead/names", json!({"textDocument": {"uri": folder.uri("pier.md")}}));
    assert_eq!(closed["result"], Value::Null, "only open articles have places that are up to date");
}

#[test]
fn cards_are_found_by_what_a_person_types() {
    let folder = desk();
    let (mut client, _) = opened(&folder, capabilities());
    let mut who = |query: &str| client.ask("masthead/who", json!({"query": query}))["result"].clone();
    let found = who("harbour trust");
    assert_eq!((&found[0]["name"], &found[0]["remark"]), (&json!("Harbor Trust"), &Value::Null), "{found}");
    let card = found[0]["markdown"].as_str().unwrap();
    assert!(card.contains("Owns the harbor") && card.contains(&folder.uri("pier.md")), "{card}");
    assert_eq!(who("Nordic Lime")[0]["remark"], "Showing Nordic Line (you typed Nordic Lime)");
    assert_eq!(who("nobody at all"), json!([]));
}
