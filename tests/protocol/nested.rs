//! Folders within folders, and files with two names.

use super::folders::{await_references, did_close, files, touched};
use super::{CATALOG, desk};
use crate::support::client::{Client, at, did_open};
use serde_json::{Value, json};

#[test]
fn a_nested_masthead_toml_is_a_folder_of_its_own() {
    let folder = desk();
    folder.write("catalog/desk.toml", &CATALOG.replace("Harbour Trust", "Grey Gulls"));
    folder.write("sport/masthead.toml", "[catalog]\nstarter = false\n");
    folder.write("sport/catalog/clubs.toml", &CATALOG.replace("Harbour Trust", "Blue Boats"));
    folder.write("sport/match.md", "Nordic Line won.\n");
    let (news, sport) = (folder.uri("fresh.md"), folder.uri("sport/fresh.md"));
    let text = "Nordic Line met Grey Gulls and Blue Boats.\n";
    let mut client = Client::open(&folder);
    client.send(&did_open(&news, 1, text));
    client.send(&did_open(&sport, 1, text));
    let avoided = |found: Vec<Value>| found.into_iter().find(|d| d["code"] == "avoided-name").unwrap();
    let at_news = avoided(client.diagnostics(&news, 1));
    let at_sport = avoided(client.diagnostics(&sport, 1));
    assert_eq!(at_news["range"]["start"]["character"], 16);
    assert_eq!(at_sport["range"]["start"]["character"], 31);
    await_references(&mut client, &folder, &sport, &["sport/fresh.md", "sport/match.md"]);
    await_references(&mut client, &folder, &news, &["boats.md", "fresh.md", "pier.md"]);
    // Without its settings file the folder's articles belong to the desk again.
    std::fs::remove_file(folder.path().join("sport/masthead.toml")).unwrap();
    touched(&mut client, &[folder.uri("sport/masthead.toml")]);
    let all = ["boats.md", "fresh.md", "pier.md", "sport/fresh.md", "sport/match.md"];
    await_references(&mut client, &folder, &news, &all);
    let same = |d: &Value| d["code"] == "avoided-name" && d["range"] == at_news["range"];
    client.diagnostics_that(&sport, |found| found.iter().any(same));
}

/// A folder with settings of its own keeps its findings whatever happens in the folder around it.
#[test]
fn a_folder_below_keeps_its_findings() {
    let folder = desk();
    folder.write("sub/masthead.toml", "[catalog]\nstarter = false\n[diagnostics]\nscope = \"folder\"\n");
    folder.write("sub/catalog/x.toml", CATALOG);
    folder.write("sub/below.md", "Harbour Trust sails.\n");
    folder.write("sub/open.md", "Nothing.\n");
    let [outer, below, open] = ["fresh.md", "sub/below.md", "sub/open.md"].map(|name| folder.uri(name));
    let mut client = Client::open(&folder);
    client.send(&did_open(&outer, 1, "Nothing.\n"));
    client.send(&did_open(&open, 1, "Nothing.\n"));
    client.diagnostics_that(&below, |found| found.len() == 1);
    folder.write("new.md", "Nordic Line sails.\n");
    touched(&mut client, &[folder.uri("new.md")]);
    client.send(&did_close(&outer));
    client.send(&did_open(&outer, 2, "Harbour Trust sails.\n"));
    client.diagnostics_that(&outer, |found| found.len() == 1);
    let taken_back = |m: &Value| m["params"]["uri"] == below && m["params"]["diagnostics"] == json!([]);
    assert!(!client.rest().iter().any(taken_back));
    // Its own settings take them back.
    folder.write("sub/masthead.toml", "[catalog]\nstarter = false\n");
    touched(&mut client, &[folder.uri("sub/masthead.toml")]);
    client.diagnostics_that(&below, |found| found.is_empty());
}

/// An editor may know a file under two names, by a link or in two ways to write its address.
#[test]
fn a_file_that_is_open_twice_stays_open_when_one_is_closed() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let other = uri.replace("fresh", "%66resh");
    let mut client = Client::open(&folder);
    client.folder_read();
    for uri in [&uri, &other] {
        client.send(&did_open(uri, 1, "Harbour Trust sails.\n"));
        assert_eq!(client.diagnostics(uri, 1).len(), 1);
    }
    client.send(&did_close(&other));
    client.diagnostics_that(&other, |found| found.is_empty());
    let mut params = at(&uri, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    let references = client.ask("textDocument/references", params);
    assert!(files(&references).iter().any(|file| file.ends_with("fresh.md")), "{references}");
}

/// Findings of what stands in the folder no longer are taken back, however it went.
#[test]
fn nothing_is_told_of_articles_that_are_gone() {
    let folder = desk();
    let settings = "[catalog]\nstarter = false\n[diagnostics]\nscope = \"folder\"\n";
    folder.write("masthead.toml", settings);
    folder.write("old/quay.md", "Harbour Trust sails.\n");
    let quay = folder.uri("old/quay.md");
    let mut client = Client::open(&folder);
    client.diagnostics_that(&quay, |found| found.len() == 1);
    folder.write(".gitignore", "old/\n");
    touched(&mut client, &[folder.uri(".gitignore")]);
    client.diagnostics_that(&quay, |found| found.is_empty());
    folder.write(".gitignore", "");
    touched(&mut client, &[folder.uri(".gitignore")]);
    client.diagnostics_that(&quay, |found| found.len() == 1);
    folder.write("masthead.toml", &format!("{settings}[files]\nexclude = [\"old/\"]\n"));
    touched(&mut client, &[folder.uri("masthead.toml")]);
    client.diagnostics_that(&quay, |found| found.is_empty());
    folder.write("masthead.toml", settings);
    touched(&mut client, &[folder.uri("masthead.toml")]);
    client.diagnostics_that(&quay, |found| found.len() == 1);
    std::fs::rename(folder.path().join("old"), folder.path().join("new")).unwrap();
    touched(&mut client, &[folder.uri("old"), folder.uri("new")]);
    client.diagnostics_that(&quay, |found| found.is_empty());
    client.diagnostics_that(&folder.uri("new/quay.md"), |found| found.len() == 1);
}
