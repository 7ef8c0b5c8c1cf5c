//! A name that stands in more articles than anybody goes through.

use super::{desk, opened};
use crate::support::client::{Client, Folder, at, capabilities};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const MANY: usize = 250;

fn archive() -> (Folder, Client, String) {
    let folder = desk();
    for nth in 0..MANY {
        folder.write(&format!("old/{nth:03}.md"), "Nordic Line sails. The ferries of Nordic Line are new.\n");
    }
    let (client, uri) = opened(&folder, capabilities(), "Nordic Line sails again.\n");
    (folder, client, uri)
}

fn references(uri: &str) -> Value {
    let mut params = at(uri, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    params
}

fn files(locations: &Value) -> Vec<String> {
    locations.as_array().unwrap().iter().map(|l| l["uri"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_newest_places_come_with_a_line_that_says_how_many_there_are() {
    let (folder, mut client, uri) = archive();
    let found = files(&client.ask("textDocument/references", references(&uri))["result"]);
    assert!(found.is_sorted() && found.contains(&uri), "{found:?}");
    let articles: BTreeSet<&String> = found.iter().collect();
    // This article is of no day: it stands beside the newest hundred.
    assert_eq!((articles.len(), found.len()), (101, 200));
    assert!(articles.contains(&folder.uri("old/249.md")) && !articles.contains(&folder.uri("old/000.md")));
    let line = client.wait_for("a line", |m| m["method"] == "window/showMessage");
    assert_eq!(line["params"]["message"], "Nordic Line is in 253 articles: the list shows the newest 100");
}

#[test]
fn a_client_that_takes_parts_gets_all_places_this_article_s_first() {
    let (_folder, mut client, uri) = archive();
    let mut params = references(&uri);
    params["partialResultToken"] = "parts".into();
    assert_eq!(client.ask("textDocument/references", params)["result"], json!([]));
    let messages = client.rest();
    let parts = messages.iter().filter(|m| m["method"] == "$/progress" && m["params"]["token"] == "parts");
    let parts: Vec<Vec<String>> = parts.map(|part| files(&part["params"]["value"])).collect();
    assert_eq!(parts.len(), 3, "{parts:?}");
    let all = parts.concat();
    assert_eq!((all.len(), &all[0]), (2 * MANY + 3, &uri));
    assert!(all[1..].is_sorted(), "{all:?}");
    assert!(messages.iter().all(|m| m["method"] != "window/showMessage"), "nothing is left out");
}
