//! The folder behind the open articles: read in the background, watched, followed.

use super::{CATALOG, desk};
use crate::support::client::{Client, Folder, at, capabilities, did_change, did_open, notification};
use serde_json::{Value, json};

pub(super) fn did_close(uri: &str) -> Value {
    notification("textDocument/didClose", json!({"textDocument": {"uri": uri}}))
}

/// Tells the server of files as a watching client does.
pub(super) fn touched(client: &mut Client, uris: &[String]) {
    let changes: Vec<Value> = uris.iter().map(|uri| json!({"uri": uri, "type": 2})).collect();
    client.send(&notification("workspace/didChangeWatchedFiles", json!({"changes": changes})));
}

/// The files that name what stands at the start of `uri`.
pub(super) fn files(answer: &Value) -> Vec<String> {
    let list = answer["result"].as_array().cloned().unwrap_or_default();
    let mut files: Vec<_> = list.iter().map(|l| l["uri"].as_str().unwrap().to_owned()).collect();
    files.sort();
    files.dedup();
    files
}

fn references(uri: &str) -> Value {
    let mut params = at(uri, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    params
}

/// Waits until the articles of `names` and no others name what stands at the start of `uri`.
pub(super) fn await_references(client: &mut Client, folder: &Folder, uri: &str, names: &[&str]) {
    let mut expected: Vec<String> = names.iter().map(|name| folder.uri(name)).collect();
    expected.sort();
    client.ask_until("textDocument/references", references(uri), |answer| files(answer) == expected);
}

#[test]
fn the_folder_is_read_with_progress() {
    let folder = desk();
    let mut client = Client::open(&folder);
    let create = client.wait_for("a token", |m| m["method"] == "window/workDoneProgress/create");
    let token = create["params"]["token"].clone();
    let mut told = |kind: &str| {
        client.wait_for(kind, |m| {
            m["method"] == "$/progress"
                && m["params"]["token"] == token
                && m["params"]["value"]["kind"] == kind
        })
    };
    assert_eq!(told("begin")["params"]["value"]["cancellable"], true);
    assert_eq!(told("end")["params"]["value"]["message"], "2 articles");
    client.send(&notification("window/workDoneProgress/cancel", json!({"token": token})));
    client.ask("workspace/symbol", json!({"query": ""}));
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn the_buffer_wins_while_open_and_the_disk_afterwards() {
    let folder = desk();
    let (pier, fresh) = (folder.uri("pier.md"), folder.uri("fresh.md"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&fresh, 1, "Nordic Line sails.\n"));
    client.send(&did_open(&pier, 1, "Nothing stands here.\n"));
    let now = client.ask("textDocument/references", references(&fresh));
    assert_eq!(files(&now), [folder.uri("boats.md"), fresh.clone()], "the buffer wins");
    folder.write("pier.md", "Nordic Line and Nordic Line.\n");
    // Files that are told of together are looked at together: once the new one is known, both were.
    folder.write("quay.md", "Nordic Line again.\n");
    touched(&mut client, &[pier.clone(), folder.uri("quay.md")]);
    await_references(&mut client, &folder, &fresh, &["boats.md", "fresh.md", "quay.md"]);
    client.send(&did_close(&pier));
    let now = client.ask("textDocument/references", references(&fresh));
    assert_eq!(now["result"].as_array().unwrap().len(), 5, "the disk wins: {now}");
    client.send(&did_close(&fresh));
    let gone = client
        .wait_for("no findings", |m| m["params"]["uri"] == fresh && m["params"].get("version").is_none());
    assert_eq!(gone["params"]["diagnostics"], json!([]), "findings of a closed article are taken back");
}

#[test]
fn files_that_change_on_disk_are_followed() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    folder.write("pier.md", "It is gone from here.\n");
    folder.write("new/quay.md", "Nordic Line again.\n");
    std::fs::remove_file(folder.path().join("boats.md")).unwrap();
    touched(&mut client, &["pier.md", "new/quay.md", "boats.md"].map(|name| folder.uri(name)));
    await_references(&mut client, &folder, &uri, &["fresh.md", "new/quay.md"]);
}

/// The settings are looked at first; what changed beside them must not be forgotten over that.
#[test]
fn articles_that_change_together_with_the_settings_are_followed() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    folder.write("pier.md", "It is gone from here.\n");
    touched(&mut client, &["masthead.toml", "pier.md", "catalog/desk.toml"].map(|name| folder.uri(name)));
    await_references(&mut client, &folder, &uri, &["boats.md", "fresh.md"]);
}

#[test]
fn folders_that_are_moved_are_followed() {
    let folder = desk();
    folder.write("old/quay.md", "Nordic Line again.\n");
    let uri = folder.uri("fresh.md");
    let mut can = capabilities();
    can["workspace"]["didChangeWatchedFiles"] = json!({});
    let mut client = Client::open_with(&folder, can);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    std::fs::rename(folder.path().join("old"), folder.path().join("new")).unwrap();
    await_references(&mut client, &folder, &uri, &["boats.md", "fresh.md", "new/quay.md", "pier.md"]);
    std::fs::remove_dir_all(folder.path().join("new")).unwrap();
    await_references(&mut client, &folder, &uri, &["boats.md", "fresh.md", "pier.md"]);
}

#[test]
fn files_that_a_person_moves_in_the_editor_are_followed() {
    let folder = desk();
    let fresh = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&fresh, 1, "Nordic Line sails.\n"));
    std::fs::rename(folder.path().join("pier.md"), folder.path().join("quay.md")).unwrap();
    let moved = json!({"files": [{"oldUri": folder.uri("pier.md"), "newUri": folder.uri("quay.md")}]});
    client.send(&notification("workspace/didRenameFiles", moved));
    await_references(&mut client, &folder, &fresh, &["boats.md", "fresh.md", "quay.md"]);
    std::fs::remove_file(folder.path().join("boats.md")).unwrap();
    let gone = json!({"files": [{"uri": folder.uri("boats.md")}, {"uri": "no address"}]});
    client.send(&notification("workspace/didDeleteFiles", gone));
    await_references(&mut client, &folder, &fresh, &["fresh.md", "quay.md"]);
    folder.write("new/ferry.md", "Nordic Line sails.\n");
    let new = json!({"files": [{"uri": folder.uri("new")}]});
    client.send(&notification("workspace/didCreateFiles", new));
    await_references(&mut client, &folder, &fresh, &["fresh.md", "new/ferry.md", "quay.md"]);
}

#[test]
fn files_are_watched_where_the_client_does_not() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut can = capabilities();
    can["workspace"]["didChangeWatchedFiles"] = json!({});
    let mut client = Client::open_with(&folder, can);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    folder.write("quay.md", "Nordic Line again.\n");
    std::fs::remove_file(folder.path().join("boats.md")).unwrap();
    await_references(&mut client, &folder, &uri, &["fresh.md", "pier.md", "quay.md"]);
    folder.write("catalog/desk.toml", &CATALOG.replace("Harbour Trust", "Blue Boats"));
    client.send(&did_change(&uri, 2, None, "Blue Boats sails.\n"));
    client.diagnostics_that(&uri, |found| found.iter().any(|d| d["code"] == "avoided-name"));
}

#[test]
fn the_client_is_asked_to_watch() {
    let folder = desk();
    folder.write("masthead.toml", "[files]\ninclude = [\"copy/**/*.txt\"]\n");
    let mut client = Client::open(&folder);
    let asked = client.wait_for("a registration", |m| m["method"] == "client/registerCapability");
    let watchers = &asked["params"]["registrations"][0]["registerOptions"]["watchers"];
    let globs: Vec<&str> =
        watchers.as_array().unwrap().iter().map(|w| w["globPattern"].as_str().unwrap()).collect();
    assert_eq!(globs, ["**/copy/**/*.txt", "**/*.toml", "**/.gitignore"]);
}

#[test]
fn a_new_catalog_is_used_and_its_faults_are_shown() {
    let folder = desk();
    let (uri, catalog) = (folder.uri("fresh.md"), folder.uri("catalog/desk.toml"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Polar Ferries sails with Harbour Trust.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    let fault = "\n[[entity]]\nid = \"x\"\nkind = \"boat\"\nname = \"X Line\"\n";
    folder.write("catalog/desk.toml", &format!("{CATALOG}{fault}"));
    touched(&mut client, std::slice::from_ref(&catalog));
    let faults = client.diagnostics_that(&catalog, |found| !found.is_empty());
    assert_eq!(faults[0]["code"], "catalog");
    assert_eq!(faults[0]["severity"], 1);
    assert_eq!(faults[0]["range"]["start"]["line"], CATALOG.lines().count() + 3, "{faults:?}");
    // The last text that was sound stays in use.
    client.send(&did_change(&uri, 2, Some([0, 0, 0, 0]), "So "));
    assert_eq!(client.diagnostics(&uri, 2).len(), 1);
    let better = CATALOG.replace("about = \"Runs", "avoid = [{ form = \"Polar Ferries\" }]\nabout = \"Runs");
    folder.write("catalog/desk.toml", &better);
    touched(&mut client, std::slice::from_ref(&catalog));
    assert!(client.diagnostics_that(&catalog, |found| found.is_empty()).is_empty());
    client.diagnostics_that(&uri, |found| found.len() == 2);
}

/// While a person types in one entry, that entry alone stays as it was.
#[test]
fn a_broken_entry_serves_on_and_the_others_are_taken_from_the_new_text() {
    let folder = desk();
    let (uri, catalog) = (folder.uri("fresh.md"), folder.uri("catalog/desk.toml"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Harbour Trust met Polar Ferries.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    client.send(&did_open(&catalog, 1, CATALOG));
    let line = CATALOG.lines().position(|line| line.starts_with("name = \"Harbor")).unwrap() as u32;
    // The name of the trust loses its closing quote, and further below the line gets a form to avoid.
    let end = CATALOG.lines().nth(line as usize).unwrap().len() as u32;
    client.send(&did_change(&catalog, 2, Some([line, end - 1, line, end]), ""));
    let last = CATALOG.lines().count() as u32;
    let avoid = "avoid = [{ form = \"Polar Ferries\" }]\n";
    client.send(&did_change(&catalog, 3, Some([last, 0, last, 0]), avoid));
    let faults = client.diagnostics_that(&catalog, |found| !found.is_empty());
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0]["range"]["start"]["line"], line);
    let found = client.diagnostics_that(&uri, |found| found.len() == 2);
    assert!(found[0]["message"].as_str().unwrap().contains("Harbor Trust"), "{found:?}");
    assert!(found[1]["message"].as_str().unwrap().contains("Nordic Line"), "{found:?}");
    // Both lead to where they stand now.
    for (column, id) in [(2, "harbor-trust"), (20, "nordic-line")] {
        let declaration = client.ask("textDocument/declaration", at(&uri, 0, column));
        let start = declaration["result"][0]["range"]["start"]["line"].as_u64().unwrap() as usize;
        let lines: Vec<&str> = CATALOG.lines().skip(start).take(2).collect();
        assert!(lines.join(" ").contains(id), "{declaration}");
    }
    client.send(&did_change(&catalog, 4, Some([line, end - 1, line, end - 1]), "\""));
    client.diagnostics_that(&catalog, |found| found.is_empty());
}

#[test]
fn settings_that_are_open_win_over_the_disk() {
    let folder = desk();
    let (uri, settings) = (folder.uri("fresh.md"), folder.uri("masthead.toml"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Harbour Trust sails.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    client.send(&did_open(&settings, 1, "[catalog]\nstarter = false\n[rules]\navoided-name = \"off\"\n"));
    client.diagnostics_that(&uri, |found| found.is_empty());
    client.send(&did_change(&settings, 2, Some([3, 0, 3, 12]), "avoidd-name"));
    let faults = client.diagnostics_that(&settings, |found| !found.is_empty());
    assert!(faults[0]["message"].as_str().unwrap().contains("avoided-name"), "{faults:?}");
    client.send(&did_close(&settings));
    client.diagnostics_that(&settings, |found| found.is_empty());
    client.diagnostics_that(&uri, |found| found.len() == 1);
}

#[test]
fn what_a_baseline_accepts_is_not_published() {
    let folder = desk();
    let (uri, baseline) = (folder.uri("fresh.md"), folder.uri("masthead-baseline.toml"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Harbour Trust sails.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    folder.write("masthead-baseline.toml", "[\"fresh.md\"]\navoided-name = [\"Harbour Trust\"]\n");
    touched(&mut client, std::slice::from_ref(&baseline));
    client.diagnostics_that(&uri, |found| found.is_empty());
    // Further up in the article it is the same finding; in a list that cannot be read it is none.
    client.send(&did_change(&uri, 2, Some([0, 0, 0, 0]), "Ferries.\n\n"));
    assert_eq!(client.diagnostics(&uri, 2), [] as [Value; 0]);
    folder.write("masthead-baseline.toml", "[\"fresh.md\"]\navoided-name = \"Harbour Trust\"\n");
    touched(&mut client, std::slice::from_ref(&baseline));
    assert_eq!(client.diagnostics_that(&baseline, |found| !found.is_empty()).len(), 1);
    client.diagnostics_that(&uri, |found| found.len() == 1);
}

#[test]
fn closed_articles_are_judged_where_the_folder_asks_for_it() {
    let folder = desk();
    let [old, other, last, fresh] =
        ["old.md", "other.md", "last.md", "fresh.md"].map(|name| folder.uri(name));
    folder.write("last.md", "Harbour Trust is here.\n");
    folder.write("masthead.toml", "[catalog]\nstarter = false\n[diagnostics]\nscope = \"folder\"\n");
    folder.write("old.md", "\u{feff}Harbour Trust sails.\n");
    folder.write("other.md", "The Nordhavn Ferry Council (NFC) met. The NFC left.\n");
    let mut client = Client::open(&folder);
    let found = client.diagnostics_that(&old, |found| found.len() == 1);
    // An editor shows no byte order mark, so it counts for no column.
    assert_eq!(found[0]["range"]["start"], json!({"line": 0, "character": 0}), "{found:?}");
    // What is open is told with its own text, and the disk's again once it is closed.
    client.send(&did_open(&old, 1, "Nothing stands here.\n"));
    assert_eq!(client.diagnostics(&old, 1), [] as [Value; 0]);
    client.send(&did_close(&old));
    client.diagnostics_that(&old, |found| found.len() == 1);
    folder.write("old.md", "So Harbour Trust sails.\n");
    touched(&mut client, std::slice::from_ref(&old));
    client.diagnostics_that(&old, |found| found.len() == 1 && found[0]["range"]["start"]["character"] == 3);
    // What is typed in one article may be a finding in another.
    client.send(&did_open(&fresh, 1, "The Nordhavn Fishing Council (NFC) met. The NFC left.\n"));
    client.diagnostics(&fresh, 1);
    folder.write("third.md", "The Nordhavn Fishing Council (NFC) met. The NFC left.\n");
    touched(&mut client, &[folder.uri("third.md")]);
    client.diagnostics_that(&other, |found| found.len() == 1);
    client.send(&did_change(&fresh, 2, None, "Nothing.\n"));
    folder.write("third.md", "Nothing.\n");
    touched(&mut client, &[folder.uri("third.md")]);
    client.diagnostics_that(&other, |found| found.is_empty());
    // Asked no more, it takes back what it said.
    client.diagnostics_that(&last, |found| found.len() == 1);
    folder.write("masthead.toml", "[catalog]\nstarter = false\n");
    touched(&mut client, &[folder.uri("masthead.toml")]);
    client.diagnostics_that(&last, |found| found.is_empty());
}

#[test]
fn folders_come_and_go() {
    let (first, second) = (desk(), desk());
    let uri = second.uri("fresh.md");
    let mut client = Client::open(&first);
    let folder = json!({"uri": format!("file://{}", second.path().display()), "name": "second"});
    let change = |added: Value, removed: Value| {
        let event = json!({"event": {"added": added, "removed": removed}});
        notification("workspace/didChangeWorkspaceFolders", event)
    };
    client.send(&change(json!([folder]), json!([])));
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    await_references(&mut client, &second, &uri, &["boats.md", "fresh.md", "pier.md"]);
    client.send(&change(json!([]), json!([folder])));
    client.send(&did_change(&uri, 2, None, "Harbour Trust sails.\n"));
    assert_eq!(client.diagnostics(&uri, 2).len(), 1, "an open article keeps its settings");
}

#[test]
fn files_that_are_no_articles_are_tagged_but_not_judged() {
    let folder = desk();
    let readme = folder.uri("README.md");
    let mut client = Client::open(&folder);
    client.send(&did_open(&readme, 1, "Harbour Trust sails.\n"));
    assert!(client.diagnostics(&readme, 1).is_empty(), "`masthead check` is silent on it too");
    let hover = client.ask("textDocument/hover", at(&readme, 0, 2));
    assert!(hover.to_string().contains("Harbor Trust"), "{hover}");
}

#[test]
fn another_article_that_is_open_is_judged_again() {
    let folder = desk();
    let (one, other) = (folder.uri("one.md"), folder.uri("other.md"));
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(
        &one,
        1,
        "The Nordic Fish Works (NFW) closed on Monday. The NFW had no comment.\n",
    ));
    assert!(client.diagnostics(&one, 1).is_empty());
    client.send(&did_open(&other, 1, "The Nordic Fishing Works (NFW) opened on Sunday. The NFW was glad.\n"));
    client.wait_for("findings in either", |m| {
        m["params"]["diagnostics"].as_array().is_some_and(|found| {
            found.iter().any(|d| d["code"] == "conflicting-expansion" || d["code"] == "mixed-names")
        })
    });
}
