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

/// The processor time that a server has spent, in hundredths of a second.
#[cfg(target_os = "linux")]
fn spent(client: &Client) -> u64 {
    let told = std::fs::read_to_string(format!("/proc/{}/stat", client.process_id())).unwrap();
    let fields: Vec<&str> = told.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// What it costs to close many articles, none of them saved, while one that shares their names stays open: all at once, or
/// one by one, with a question behind each.
#[cfg(target_os = "linux")]
fn closing(at_once: bool) -> u64 {
    let folder = desk();
    let text = "Harbour Trust and the National Agency of Boats (NAB) met Dana Whitlock. NAB said so.\n";
    (0..2 * MANY).for_each(|nth| folder.write(&format!("{nth}.md"), "Nobody sails.\n"));
    let uris: Vec<String> = (0..2 * MANY).map(|nth| folder.uri(&format!("{nth}.md"))).collect();
    let (mut client, stays) = opened(&folder, capabilities(), text);
    client.write(&uris.iter().flat_map(|uri| frame(&did_open(uri, 1, text))).collect::<Vec<u8>>());
    for uri in &uris {
        client.diagnostics_that(uri, |found| !found.is_empty());
    }
    client.rest();
    let before = spent(&client);
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
    client.rest();
    spent(&client) - before
}

/// Each state of the index that somebody looks at is a copy of what is open.
#[cfg(target_os = "linux")]
#[test]
fn articles_that_are_closed_at_once_are_one_change() {
    let [one_by_one, at_once] = [false, true].map(closing);
    println!("{one_by_one} {at_once}");
    assert!(at_once * 2 <= one_by_one, "hundredths of a second: {one_by_one} one by one, {at_once} at once");
}
