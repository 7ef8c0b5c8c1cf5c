//! The real server over standard input and output, as editors drive it.

mod choices;
mod completion;
mod folders;
mod layout;
mod lifecycle;
mod malformed;
mod offered;
mod order;
mod pull;
mod requests;
mod resolving;
mod sessions;
mod texts;

use crate::support::client::Folder;

/// A desk with two organizations of its own and two articles.
fn desk() -> Folder {
    Folder::new(&[
        ("masthead.toml", "[catalog]\nstarter = false\n"),
        ("catalog/desk.toml", CATALOG),
        ("pier.md", "# A new pier\n\nHarbor Trust will build a pier for Nordic Line, it said on Tuesday.\n"),
        ("boats.md", "# New boats\n\nNordic Line has ordered boats, its owner Harbor Trust said.\n"),
    ])
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
