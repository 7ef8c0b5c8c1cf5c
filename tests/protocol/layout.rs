//! Folds, selections, links, the ways up and down, and the colours of a part or since the last time.

use super::desk;
use crate::support::client::{Client, Folder, at, capabilities, did_change, lsp_range};
use serde_json::{Value, json};

const TEXT: &str = "# Ferry news\n\nHarbor Trust owns it. Nordic Line runs it.\n\nNordic Line came.\n";

fn opened(folder: &Folder, capabilities: Value) -> (Client, String) {
    super::opened(folder, capabilities, TEXT)
}

fn numbers(list: &Value) -> Vec<u64> {
    list.as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect()
}

#[test]
fn what_changed_in_the_colours_is_told_from_one_answer_to_the_next() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let document = json!({"uri": uri});
    let full =
        client.ask("textDocument/semanticTokens/full", json!({"textDocument": document}))["result"].clone();
    let mut told = numbers(&full["data"]);
    let mut id = full["resultId"].clone();
    let edits =
        ["# Ferry news\n\nHarbor Trust owns it.\n\nNordic Line came.\n", TEXT, "Nothing.\n", TEXT, TEXT];
    for (version, text) in edits.iter().enumerate() {
        client.send(&did_change(&uri, version as i64 + 2, None, text));
        let params = json!({"textDocument": document, "previousResultId": id});
        let delta = client.ask("textDocument/semanticTokens/full/delta", params)["result"].clone();
        for edit in delta["edits"].as_array().unwrap() {
            let start = edit["start"].as_u64().unwrap() as usize;
            let end = start + edit["deleteCount"].as_u64().unwrap() as usize;
            told.splice(start..end, numbers(&edit["data"]));
        }
        assert_ne!(delta["resultId"], id);
        id = delta["resultId"].clone();
        let full =
            client.ask("textDocument/semanticTokens/full", json!({"textDocument": document}))["result"]
                .clone();
        assert_eq!(told, numbers(&full["data"]), "{text}");
        // The answer before is no longer the last: all is told anew.
        let params = json!({"textDocument": document, "previousResultId": id});
        let anew = client.ask("textDocument/semanticTokens/full/delta", params)["result"].clone();
        assert_eq!(numbers(&anew["data"]), told);
        id = anew["resultId"].clone();
    }
}

#[test]
fn the_colours_of_a_part_are_those_of_its_lines() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let params = json!({"textDocument": {"uri": uri}, "range": lsp_range([4, 0, 4, 11])});
    let part = client.ask("textDocument/semanticTokens/range", params)["result"].clone();
    let data = numbers(&part["data"]);
    assert_eq!((data.len(), data[0], data[1], data[2]), (5, 4, 0, 11), "{part}");
}

#[test]
fn what_the_client_does_not_ask_for_is_not_offered() {
    let folder = desk();
    let offered = |able: Value| {
        let mut client = Client::start();
        let params = crate::support::client::initialize_params(&folder.path(), able);
        client.ask("initialize", params)["result"]["capabilities"]["semanticTokensProvider"].clone()
    };
    let bare = offered(json!({}));
    assert_eq!((&bare["full"], bare.get("range")), (&json!(true), None), "{bare}");
    let mut able = capabilities();
    able["textDocument"]["semanticTokens"] = json!({
        "requests": {"range": true, "full": {"delta": true}},
        "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
    });
    let able = offered(able);
    assert_eq!((&able["full"]["delta"], &able["range"]), (&json!(true), &json!(true)), "{able}");
}

#[test]
fn headings_fold_and_selections_grow() {
    let folder = desk();
    let (mut client, uri) = opened(&folder, capabilities());
    let folds = client.ask("textDocument/foldingRange", json!({"textDocument": {"uri": uri}}));
    assert_eq!(folds["result"], json!([{"startLine": 0, "endLine": 4}]));
    let positions = json!([{"line": 2, "character": 24}, {"line": 0, "character": 3}]);
    let params = json!({"textDocument": {"uri": uri}, "positions": positions});
    let grown = client.ask("textDocument/selectionRange", params)["result"].clone();
    assert_eq!(grown.as_array().unwrap().len(), 2, "{grown}");
    let (word, name) = (&grown[0], &grown[0]["parent"]);
    assert_eq!(word["range"], lsp_range([2, 22, 2, 28]), "{grown}");
    assert_eq!(name["range"], lsp_range([2, 22, 2, 33]), "{grown}");
    assert_eq!(name["parent"]["range"], lsp_range([2, 22, 2, 42]), "{grown}");
}

#[test]
fn names_lead_up_and_down_and_to_their_pages() {
    let folder = desk();
    folder.write(
        "catalog/more.toml",
        "[[entity]]\nid = \"sea-watch\"\nkind = \"program\"\nname = \"Sea Watch\"\nurl = \"https://watch.example.org/a\"\n\
         relations = [{ type = \"run-by\", target = \"harbor-trust\" }]\n",
    );
    let mut able = capabilities();
    able["textDocument"]["documentLink"] = json!({"tooltipSupport": true});
    let (mut client, uri) = opened(&folder, able);
    client.send(&did_change(&uri, 2, None, "# Ferry news\n\nSea Watch came. Harbor Trust came.\n"));
    let up = client.ask("textDocument/typeDefinition", at(&uri, 2, 3))["result"].clone();
    assert_eq!(up[0]["range"]["start"], json!({"line": 2, "character": 41}), "{up}");
    assert_eq!(up[0]["uri"], folder.uri("boats.md"), "{up}");
    let down = client.ask("textDocument/implementation", at(&uri, 2, 18))["result"].clone();
    assert_eq!((&down[0]["uri"], &down[0]["range"]), (&json!(uri), &lsp_range([2, 0, 2, 9])), "{down}");
    assert_eq!(client.ask("textDocument/implementation", at(&uri, 2, 3))["result"], Value::Null);
    let links =
        client.ask("textDocument/documentLink", json!({"textDocument": {"uri": uri}}))["result"].clone();
    assert_eq!(links[0]["target"], "https://watch.example.org/a", "{links}");
    assert_eq!(links[0]["tooltip"], "Sea Watch: https://watch.example.org/a", "{links}");
}
