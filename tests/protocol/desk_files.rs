//! Completion, hover and definition in masthead.toml and in catalogs, and nothing in other programs' files.

use super::{CATALOG, desk};
use crate::support::client::{
    Client, Folder, at, capabilities, did_change, did_open, frame, initialize_params, lsp_range,
    notification, request,
};
use serde_json::{Value, json};

/// A client with the folder read and one of its files open, with this text.
fn opened(folder: &Folder, capabilities: Value, file: &str, text: &str) -> (Client, String) {
    let uri = folder.uri(file);
    let mut params = initialize_params(&folder.path(), capabilities);
    params["initializationOptions"] = json!({"rulePages": "masthead-rule:/"});
    let mut client = Client::start();
    client.ask("initialize", params);
    client.send(&notification("initialized", json!({})));
    client.folder_read();
    client.send(&did_open(&uri, 1, text));
    (client, uri)
}

fn labels(answer: &Value) -> Vec<&str> {
    answer["result"]["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn settings_are_completed_and_explained_while_they_are_written() {
    let folder = desk();
    let text = "[catalog]\nstarter = false\n[style]\nacronyms = \"\n[rules]\n";
    let (mut client, uri) = opened(&folder, capabilities(), "masthead.toml", text);
    let habits = client.ask("textDocument/completion", at(&uri, 3, 12));
    assert_eq!(labels(&habits), ["reuters", "ap"], "{habits}");
    let ap = &habits["result"]["items"][1];
    assert_eq!(ap["textEdit"], json!({"range": lsp_range([3, 12, 3, 12]), "newText": "ap\""}), "{habits}");
    // What was typed meanwhile counts.
    client.send(&did_change(&uri, 2, Some([5, 0, 5, 0]), "unused-acr"));
    let rules = client.ask("textDocument/completion", at(&uri, 5, 10));
    let rule = rules["result"]["items"].as_array().unwrap().iter().find(|i| i["label"] == "unused-acronym");
    let rule = rule.unwrap_or_else(|| panic!("{rules}"));
    assert_eq!(rule["textEdit"], json!({"range": lsp_range([5, 0, 5, 10]), "newText": "unused-acronym = "}));
    assert!(rule["documentation"]["value"].as_str().unwrap().contains("given in brackets"), "{rule}");
    let hover = client.ask("textDocument/hover", at(&uri, 3, 3))["result"].clone();
    assert_eq!(hover["range"], lsp_range([3, 0, 3, 8]));
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("**acronyms**"), "{hover}");
    client.send(&did_change(&uri, 3, Some([5, 0, 5, 10]), "unused-acronym = 'off'"));
    let page = client.ask("textDocument/definition", at(&uri, 5, 3))["result"].clone();
    assert_eq!(page[0]["uri"], "masthead-rule:/unused-acronym.md", "{page}");
}

#[test]
fn a_catalog_knows_its_keys_and_the_other_entries() {
    let folder = desk();
    let text = "[[entity]]\nid = \"pier\"\nrelations = [{ type = \"run-by\", target = \"har\" }]\n";
    let mut able = capabilities();
    able["textDocument"]["completion"] = json!({"completionItem": {
        "insertReplaceSupport": true, "documentationFormat": ["markdown"],
    }});
    // The file is new: it is on no disk yet.
    let (mut client, uri) = opened(&folder, able, "catalog/new.toml", text);
    let ids = client.ask("textDocument/completion", at(&uri, 2, 43));
    assert_eq!(labels(&ids), ["harbor-trust"], "{ids}");
    let item = ids["result"]["items"][0].clone();
    assert_eq!(item["textEdit"]["insert"], lsp_range([2, 42, 2, 43]), "{item}");
    assert_eq!(item["textEdit"]["replace"], lsp_range([2, 42, 2, 45]), "{item}");
    assert_eq!(item["textEdit"]["newText"], "harbor-trust");
    let card = client.ask("completionItem/resolve", item)["result"]["documentation"]["value"].clone();
    assert!(card.as_str().unwrap().contains("Owns the harbor."), "{card}");
    client.send(&did_change(&uri, 2, Some([2, 42, 2, 45]), "harbor-trust"));
    let hover = client.ask("textDocument/hover", at(&uri, 2, 43))["result"].clone();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Owns the harbor."), "{hover}");
    for request in ["textDocument/definition", "textDocument/declaration"] {
        let entry = client.ask(request, at(&uri, 2, 43))["result"].clone();
        assert_eq!(entry[0]["uri"], folder.uri("catalog/desk.toml"), "{entry}");
        assert_eq!(entry[0]["range"]["start"], json!({"line": 2, "character": 0}), "{entry}");
    }
    // What is asked of articles alone has no answer here.
    assert_eq!(
        client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}))["result"],
        Value::Null
    );
}

#[test]
fn other_programs_files_are_left_alone() {
    let folder = desk();
    let text = "[files]\nexclude = []\n\n[[entity]]\nid = \"harbor-trust\"\n";
    for file in ["Cargo.toml", "catalog/deep/other.toml", "masthead-baseline.toml"] {
        let (mut client, uri) = opened(&folder, capabilities(), file, text);
        for (line, column) in [(1, 3), (2, 0), (4, 8)] {
            for request in ["completion", "hover", "definition"] {
                let answer = client.ask(&format!("textDocument/{request}"), at(&uri, line, column));
                assert_eq!(answer["result"], Value::Null, "{request} in {file}");
            }
        }
    }
}

#[test]
fn without_settings_a_catalog_is_told_by_what_stands_in_it() {
    let folder = Folder::new(&[("pier.md", "# A pier\n\nA pier is new.\n")]);
    let (mut client, uri) = opened(&folder, capabilities(), "catalog/names.toml", "[package]\nkind = \n");
    assert_eq!(client.ask("textDocument/completion", at(&uri, 1, 7))["result"], Value::Null);
    client.send(&did_change(&uri, 2, Some([0, 0, 0, 9]), "[[entity]]"));
    let kinds = client.ask("textDocument/completion", at(&uri, 1, 7));
    assert_eq!(labels(&kinds)[0], "person", "{kinds}");
}

/// A catalog is read in the background: an edit that was made for what it held before would change the wrong places.
#[test]
fn a_catalog_that_moved_on_is_not_edited_as_it_was() {
    let folder = desk();
    let (catalog, uri) = (folder.uri("catalog/desk.toml"), folder.uri("pier.md"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    client.send(&did_open(&catalog, 3, super::CATALOG));
    let mut params = at(&uri, 0, 2);
    params["newName"] = json!("North Line");
    // As it is known, its edit is bound to its version.
    let renamed = client.ask("textDocument/rename", params.clone());
    let of_catalog = |answer: &Value| {
        let changes = answer["result"]["documentChanges"].as_array().cloned().unwrap_or_default();
        changes.into_iter().find(|change| change["textDocument"]["uri"] == catalog)
    };
    assert_eq!(of_catalog(&renamed).unwrap()["textDocument"]["version"], 3, "{renamed}");
    // A line typed above it, and a rename in the same breath.
    let mut bytes = frame(&did_change(&catalog, 4, Some([0, 0, 0, 0]), "# People and bodies\n\n"));
    bytes.extend(frame(&request(900, "textDocument/rename", params.clone())));
    client.write(&bytes);
    let answer = client.answer(900);
    let refused = "nothing was renamed: catalog/desk.toml has just changed; try again in a moment";
    match of_catalog(&answer) {
        None => assert_eq!(answer["error"]["message"], refused, "{answer}"),
        // It was read in between.
        Some(change) => assert_eq!(change["textDocument"]["version"], 4, "{answer}"),
    }
    let again =
        client.ask_until("textDocument/rename", params.clone(), |answer| answer.get("error").is_none());
    let change = of_catalog(&again).unwrap();
    let line = super::CATALOG.lines().position(|line| line.contains("\"Nordic Line\"")).unwrap();
    assert_eq!(change["textDocument"]["version"], 4);
    assert_eq!(change["edits"][0]["range"]["start"]["line"], line + 2, "{again}");
    // On the disk alone: what another program wrote is seen before it is told of.
    client.send(&notification("textDocument/didClose", json!({"textDocument": {"uri": catalog}})));
    client.ask_until("textDocument/rename", params.clone(), |answer| {
        of_catalog(answer).is_some_and(|change| change["textDocument"]["version"].is_null())
    });
    folder.write("catalog/desk.toml", &format!("# Written elsewhere\n{}", super::CATALOG));
    assert_eq!(client.ask("textDocument/rename", params)["error"]["message"], refused);
}

#[test]
fn a_name_leads_to_its_entry_in_a_catalog_that_is_half_written() {
    let folder = desk();
    let (mut client, catalog) = opened(&folder, capabilities(), "catalog/desk.toml", CATALOG);
    let article = folder.uri("fresh.md");
    client.send(&did_open(&article, 1, "Nordic Line sails.\n"));
    let header = CATALOG.lines().position(|line| line.contains("nordic-line")).unwrap() as u32 - 1;
    let mut asked = |version: i64, range: [u32; 4], text: &str, expected: u32| {
        client.send(&did_change(&catalog, version, Some(range), text));
        // Before the server has read the file again, and after.
        for pause in [0, 300] {
            std::thread::sleep(std::time::Duration::from_millis(pause));
            let found = client.ask("textDocument/declaration", at(&article, 0, 2))["result"].clone();
            assert_eq!(
                (&found[0]["uri"], found[0]["range"]["start"]["line"].as_u64()),
                (&json!(catalog), Some(expected.into()))
            );
        }
    };
    asked(2, [0, 0, 0, 0], "# One line more,\n# and another.\n", header + 2);
    // A list is never closed, and a header has lost its bracket.
    asked(3, [3, 0, 3, 0], "aliases = [\"a\"\n", header + 3);
    asked(4, [header + 3, 0, header + 3, 10], "[[entity", header + 3);
}

#[test]
fn a_mistake_says_what_to_do_and_is_mended_by_the_light_bulb() {
    let folder = desk();
    let text = "[[entity]]\nid = \"pier\"\nkind = \"persn\"\nname = \"The Pier\"\n";
    folder.write("catalog/new.toml", text);
    let (mut client, uri) = opened(&folder, capabilities(), "catalog/new.toml", text);
    let told = client.diagnostics_that(&uri, |found| !found.is_empty());
    let message = told[0]["message"].as_str().unwrap();
    assert!(message.contains("not “persn”\ndid you mean “person”?\nthis entry is left out"), "{message}");
    let range = lsp_range([2, 7, 2, 14]);
    let mut params = json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": []}});
    let offered = client.ask("textDocument/codeAction", params.clone())["result"].clone();
    assert_eq!(offered.as_array().unwrap().len(), 1, "{offered}");
    assert_eq!(offered[0]["title"], "Replace with “person”");
    assert_eq!(offered[0]["diagnostics"], json!([told[0]]));
    let change = &offered[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": uri, "version": 1}), "{offered}");
    assert_eq!(change["edits"], json!([{"range": range, "newText": "\"person\""}]));
    // Elsewhere, and for those who ask for something else, there is nothing.
    params["context"]["only"] = json!(["source.fixAll"]);
    assert_eq!(client.ask("textDocument/codeAction", params.clone())["result"], json!([]));
    params["context"] = json!({"diagnostics": []});
    params["range"] = lsp_range([3, 0, 3, 0]);
    assert_eq!(client.ask("textDocument/codeAction", params)["result"], json!([]));
}

#[test]
fn what_no_rule_finds_is_neither_explained_nor_ignored() {
    let folder = desk();
    let text = "<!-- masthead-ignore avoided-nmae: she signs so -->\nShe sails.\n";
    let (mut client, uri) = opened(&folder, capabilities(), "fresh.md", text);
    client.diagnostics_that(&uri, |found| !found.is_empty());
    let params = json!({
        "textDocument": {"uri": uri}, "range": lsp_range([0, 25, 0, 25]), "context": {"diagnostics": []},
    });
    let offered = client.ask("textDocument/codeAction", params)["result"].clone();
    let titles: Vec<&str> =
        offered.as_array().unwrap().iter().map(|action| action["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Replace with “avoided-name”"]);
}
