//! A name that stands in more articles than anybody goes through.

use super::{desk, opened};
use crate::support::client::{Client, Folder, at, capabilities, did_open, frame, notification};
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

/// The files that have a name which many articles had, too, until they were closed, none of them saved: all at once, or one by
/// one, with a question behind each.
fn left_behind(at_once: bool) -> Vec<String> {
    let folder = desk();
    let text = "Harbour Trust and the National Agency of Boats (NAB) met Dana Whitlock. NAB said so.\n";
    (0..MANY).for_each(|nth| folder.write(&format!("{nth}.md"), "Nobody sails.\n"));
    let uris: Vec<String> = (0..MANY).map(|nth| folder.uri(&format!("{nth}.md"))).collect();
    let (mut client, stays) = opened(&folder, capabilities(), text);
    client.write(&uris.iter().flat_map(|uri| frame(&did_open(uri, 1, text))).collect::<Vec<u8>>());
    for uri in &uris {
        client.diagnostics_that(uri, |found| !found.is_empty());
    }
    let close = |uri: &String| notification("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    if at_once {
        client.write(&uris.iter().flat_map(|uri| frame(&close(uri))).collect::<Vec<u8>>());
    }
    for uri in uris.iter().filter(|_| !at_once) {
        client.send(&close(uri));
        client.ask("textDocument/foldingRange", json!({"textDocument": {"uri": stays}}));
    }
    for uri in &uris {
        client.diagnostics_that(uri, |found| found.is_empty());
    }
    let mut params = at(&stays, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    let found = files(&client.ask("textDocument/references", params)["result"]);
    found.iter().map(|file| file.rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn articles_that_are_closed_at_once_leave_what_they_do_one_by_one() {
    let left = ["boats.md", "fresh.md", "pier.md"];
    assert_eq!([false, true].map(left_behind), [left, left]);
}
