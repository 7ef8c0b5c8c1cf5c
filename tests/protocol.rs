//! The real server over standard input and output, as editors drive it.

mod cache;
mod cancelling;
mod choices;
mod completion;
mod desk_files;
#[cfg(unix)]
mod disk;
mod folders;
mod large;
mod layout;
mod lifecycle;
mod made_up;
mod malformed;
mod many;
mod nested;
mod offered;
mod order;
mod pull;
mod renaming;
mod requests;
mod resolving;
mod sessions;
mod soak;
mod texts;
mod wishes;

use crate::support::client::{Client, Folder, did_open};
use serde_json::Value;

/// A desk with two organizations of its own and two articles.
fn desk() -> Folder {
    Folder::new(&[
        ("masthead.toml", "[catalog]\nstarter = false\n"),
        ("catalog/desk.toml", CATALOG),
        ("pier.md", "# A new pier\n\nHarbor Trust will build a pier for Nordic Line, it said on Tuesday.\n"),
        ("boats.md", "# New boats\n\nNordic Line has ordered boats, its owner Harbor Trust said.\n"),
    ])
}

/// A client that can do what `capabilities` say, with the folder read and a new article open; the article's address.
fn opened(folder: &Folder, capabilities: Value, text: &str) -> (Client, String) {
    let uri = folder.uri("fresh.md");
    let mut client = Client::open_with(folder, capabilities);
    client.folder_read();
    client.send(&did_open(&uri, 1, text));
    (client, uri)
}

const CATALOG: &str = r#"as-of = 2026-06-03

[[entity]]
id = "harbor-trust"
kind = "organization"
name = "Harbor Trust"
avoid = [
  { form = "Harbour Trust", note = "the trust spells it the American way" },
]
about = "Owns the harbor."

[[entity]]
id = "nordic-line"
kind = "organization"
name = "Nordic Line"
about = "Runs the ferries."
"#;
