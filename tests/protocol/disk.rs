//! A folder that behaves as none should while it is served.

use super::{CATALOG, desk};
use crate::support::client::{Client, Folder, at, capabilities, did_change, did_open, notification};
use serde_json::{Value, json};
use std::process::Command;

/// A client that leaves the watching of files to the server.
fn watched(folder: &Folder) -> Client {
    let mut can = capabilities();
    can["workspace"]["didChangeWatchedFiles"] = json!({});
    Client::open_with(folder, can)
}

/// Waits until the name at the start of `uri` stands in so many places.
fn await_places(client: &mut Client, uri: &str, count: usize) {
    let mut params = at(uri, 0, 2);
    params["context"] = json!({"includeDeclaration": true});
    let places = |answer: &Value| answer["result"].as_array().map_or(0, Vec::len);
    client.ask_until("textDocument/references", params, |answer| places(answer) == count);
}

/// Waits until the card of Nordic Line at the start of `uri` says what the catalog does, or no longer does.
fn await_catalog(client: &mut Client, uri: &str, known: bool) {
    client.ask_until("textDocument/hover", at(uri, 0, 2), |answer| {
        answer.to_string().contains("Runs the ferries") == known
    });
}

#[test]
fn a_pipe_in_the_place_of_a_gitignore_holds_nobody_up() {
    let folder = desk();
    for path in ["", "deep"] {
        std::fs::create_dir_all(folder.path().join(path)).unwrap();
        let made = Command::new("mkfifo").arg(folder.path().join(path).join(".gitignore")).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo belongs to every Unix");
    }
    let uri = folder.uri("fresh.md");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    await_places(&mut client, &uri, 3);
    // A file that comes later is looked at by itself.
    folder.write("deep/quay.md", "Nordic Line again.\n");
    let changes = json!({"changes": [{"uri": folder.uri("deep/quay.md"), "type": 1}]});
    client.send(&notification("workspace/didChangeWatchedFiles", changes));
    await_places(&mut client, &uri, 4);
    assert_eq!(client.shut_down(), Some(0));
}

/// What a `.gitignore` names goes, and what it no longer names comes, as for `masthead check`.
#[test]
fn a_gitignore_that_is_written_later_counts() {
    for watches in [true, false] {
        let folder = desk();
        folder.write("old/quay.md", "Nordic Line sails.\n");
        let uri = folder.uri("fresh.md");
        let mut client = if watches { Client::open(&folder) } else { watched(&folder) };
        client.folder_read();
        client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
        await_places(&mut client, &uri, 4);
        for (text, count) in [("old/\n", 3), ("", 4)] {
            folder.write(".gitignore", text);
            if watches {
                let changes = json!({"changes": [{"uri": folder.uri(".gitignore"), "type": 1}]});
                client.send(&notification("workspace/didChangeWatchedFiles", changes));
            }
            await_places(&mut client, &uri, count);
        }
        assert_eq!(client.shut_down(), Some(0));
    }
}

/// Hidden folders hold no articles, but for one that the desk names.
#[test]
fn a_hidden_folder_that_is_asked_for_is_read_again() {
    let folder = desk();
    folder.write(
        "masthead.toml",
        "[catalog]\nstarter = false\n[files]\ninclude = [\"*.md\", \".drafts/*.md\"]\n",
    );
    folder.write(".drafts/quay.md", "Nordic Line sails.\n");
    let uri = folder.uri("fresh.md");
    let mut client = watched(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    await_places(&mut client, &uri, 4);
    folder.write(".drafts/quay.md", "Nordic Line sails. Nordic Line sails.\n");
    await_places(&mut client, &uri, 5);
    assert_eq!(client.shut_down(), Some(0));
}

/// Where a text is out of step its saving has the file read: one that is no file is left alone.
#[test]
fn a_pipe_in_the_place_of_an_article_holds_nobody_up() {
    let folder = desk();
    let [uri, pipe] = ["fresh.md", "pipe.md"].map(|name| folder.uri(name));
    let made = Command::new("mkfifo").arg(folder.path().join("pipe.md")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo belongs to every Unix");
    let mut client = Client::open(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails.\n"));
    client.send(&did_open(&pipe, 1, "Nordic Line sails.\n"));
    let unreadable = json!({"textDocument": {"uri": pipe, "version": 2}, "contentChanges": [{"range": 5}]});
    client.send(&notification("textDocument/didChange", unreadable));
    client.send(&notification("textDocument/didSave", json!({"textDocument": {"uri": pipe}})));
    await_catalog(&mut client, &uri, true);
    assert_eq!(client.shut_down(), Some(0));
}

/// As a person does who clones a repository anew, or an editor's own tidying.
#[test]
fn a_folder_that_is_deleted_and_made_again_is_served_on() {
    let folder = desk();
    let (root, uri) = (folder.path(), folder.uri("fresh.md"));
    let mut client = watched(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails. Harbour Trust too.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    await_places(&mut client, &uri, 3);
    let kept: Vec<(&str, String)> = ["masthead.toml", "catalog/desk.toml", "pier.md", "boats.md"]
        .map(|path| (path, std::fs::read_to_string(root.join(path)).unwrap()))
        .into();
    for time in 0..2 {
        std::fs::remove_dir_all(&root).unwrap();
        // The article that is open is still served, by itself.
        await_places(&mut client, &uri, 1);
        await_catalog(&mut client, &uri, false);
        std::fs::create_dir(&root).unwrap();
        for (path, text) in &kept {
            folder.write(path, text);
        }
        await_places(&mut client, &uri, 3);
        await_catalog(&mut client, &uri, true);
        // And what comes in the new folder is seen, too.
        folder.write(&format!("quay{time}.md"), "Nordic Line again.\n");
        await_places(&mut client, &uri, 4);
        client.send(&did_change(&uri, 2 + time, Some([0, 0, 0, 0]), ""));
        assert_eq!(client.diagnostics(&uri, 2 + time).len(), 1);
    }
    assert_eq!(client.shut_down(), Some(0));
}

#[test]
fn a_catalog_that_is_saved_half_written_serves_as_it_was() {
    let folder = desk();
    let uri = folder.uri("fresh.md");
    let mut client = watched(&folder);
    client.folder_read();
    client.send(&did_open(&uri, 1, "Nordic Line sails. Harbour Trust too.\n"));
    assert_eq!(client.diagnostics(&uri, 1).len(), 1);
    let catalog = folder.uri("catalog/desk.toml");
    // Cut within a text, a table, a name and a key; every cut is told at a place of its own.
    for cut in ["it the Am", "{ form = \"Harbour Trust\"", "name = \"Nor", "abo"] {
        let end = CATALOG.find(cut).unwrap() + cut.len();
        folder.write("catalog/desk.toml", &CATALOG[..end]);
        client.diagnostics_that(&catalog, |found| !found.is_empty());
        let card = client.ask("textDocument/hover", at(&uri, 0, 20)).to_string();
        assert!(card.contains("Harbor Trust"), "{cut}: {card}");
        let card = client.ask("textDocument/hover", at(&uri, 0, 2)).to_string();
        assert!(card.contains("Nordic Line"), "{cut}: {card}");
        folder.write("catalog/desk.toml", CATALOG);
        client.diagnostics_that(&catalog, |found| found.is_empty());
    }
    assert_eq!(client.shut_down(), Some(0));
}
