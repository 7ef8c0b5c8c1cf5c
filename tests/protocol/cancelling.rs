//! A person cancels the reading of a folder.

use super::desk;
use crate::support::client::{Client, Folder, capabilities, frame, initialize_params, notification};
use serde_json::{Value, json};

/// So many that nobody has read them before the next message comes.
const MANY: usize = 2_000;

/// A client that cancels the reading of its folder as soon as it begins.
fn cancelled() -> (Folder, Client) {
    let folder = desk();
    for nth in 0..MANY {
        folder.write(&format!("old/{nth:04}.md"), "Nordic Line sails. The ferries of Nordic Line are new.\n");
    }
    let mut client = Client::start();
    client.ask("initialize", initialize_params(&folder.path(), capabilities()));
    let token = format!("masthead-reading-1-{}", folder.path().display());
    let begin = notification("initialized", json!({}));
    let cancel = notification("window/workDoneProgress/cancel", json!({"token": token}));
    client.write(&[frame(&begin), frame(&cancel)].concat());
    let line = client.wait_for("a line", |m| m["method"] == "window/showMessage");
    let line = line["params"]["message"].as_str().unwrap();
    assert!(line.starts_with("Masthead stopped reading ") && line.contains("save masthead.toml"), "{line}");
    end(&mut client, "stopped");
    (folder, client)
}

/// Waits for the end of a reading, with these words.
fn end(client: &mut Client, words: &str) {
    client.wait_for(words, |m| {
        m["params"]["value"]["kind"] == "end" && m["params"]["value"]["message"] == words
    });
}

#[test]
fn a_change_of_settings_or_catalogs_has_the_folder_read_on() {
    let (folder, mut client) = cancelled();
    let saved = json!({"changes": [{"uri": folder.uri("masthead.toml"), "type": 2}]});
    client.send(&notification("workspace/didChangeWatchedFiles", saved));
    end(&mut client, &format!("{} articles", MANY + 2));
}

#[test]
fn so_does_a_change_of_the_editor_s_settings() {
    let (_folder, mut client) = cancelled();
    let settings: Value = json!({"settings": {"masthead": {"editor": {"inlayHints": true}}}});
    client.send(&notification("workspace/didChangeConfiguration", settings));
    end(&mut client, &format!("{} articles", MANY + 2));
}
