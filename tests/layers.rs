//! The floors hold: `src/lib.rs` lists the modules from the ground up, and each uses only those above it
//! in that list. Every broken invariant is told as the sentence that mends it.

mod paths;

use paths::{Used, floors, module_of, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The most lines that a source file may have: beyond it a reader no longer sees the whole.
const MAX_LINES: usize = 400;

/// Module names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 4] = ["utils", "helpers", "manager", "common"];

/// What only some floors may touch: path prefixes, the floors that may, and why.
const RESERVED: [(&[&str], &[&str], &str); 4] = [
    (
        &["tower_lsp", "ls_types", "lsp_types", "tower"],
        &["server"],
        "LSP types end in `server`: convert them in `server/convert.rs` and pass our own type",
    ),
    (
        &["tokio"],
        &["server", "cli"],
        "nothing below `server` waits: return a value and let the caller schedule it",
    ),
    (
        &["std::fs", "std::net", "notify", "tempfile"],
        &["workspace", "server", "cli"],
        "the disk begins at `workspace`: read the file there and pass its text",
    ),
    (
        &["clap", "annotate_snippets", "anstream", "indicatif"],
        &["cli"],
        "the terminal is `cli` alone: return the facts and print them there",
    ),
];

#[test]
fn floors_hold() {
    let mut files = BTreeMap::new();
    read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    let faults = faults(&files);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn each_invariant_can_break() {
    let lib = "pub mod text;\npub mod catalog;\npub mod server;\n";
    let cases: [(&[(&str, &str)], &str); 12] = [
        (&[("text.rs", "use crate::catalog::Form;")], "text.rs:1 uses `catalog`, which lies above `text`"),
        (&[("text.rs", "fn f() {\n    crate::server::serve()\n}")], "text.rs:2 uses `server`"),
        (&[("catalog.rs", "use std::{fs, io};")], "catalog.rs:1 uses `std::fs`"),
        (&[("catalog.rs", "fn f(p: tower_lsp::Position) {}")], "catalog.rs:1 uses `tower_lsp::Position`"),
        (&[("catalog.rs", "use tokio::{sync::mpsc};")], "catalog.rs:1 uses `tokio::sync::mpsc`"),
        (
            &[("text.rs", "mod span;\npub use span::Span;"), ("text/span.rs", "use super::Span;")],
            "text/span.rs:1 uses `text::Span` of its own face",
        ),
        (
            &[("text.rs", "mod span;\npub use span::Span;"), ("text/span.rs", "use crate::text::{Span};")],
            "text/span.rs:1 uses `text::Span` of its own face",
        ),
        (
            &[("text/span.rs", ""), ("catalog.rs", "use crate::text::span::Span;")],
            "catalog.rs:1 reaches past the face of `text`",
        ),
        (&[("text/utils.rs", "")], "text/utils.rs: `utils` says nothing"),
        (&[("text/common/span.rs", "")], "text/common/span.rs: `common` says nothing"),
        (&[("text.rs", &"\n".repeat(401))], "text.rs has 401 lines"),
        (&[("cellar.rs", "")], "cellar.rs belongs to no floor"),
    ];
    for (files, sentence) in cases {
        let told = faults(&tree(lib, files));
        assert!(told.iter().any(|t| t.starts_with(sentence)), "no “{sentence} …” among {told:#?}");
        assert_eq!(told.len(), 1, "{told:#?}");
    }
}

#[test]
fn sound_code_passes() {
    let lib = "pub mod text;\npub mod catalog;\npub mod server;\n";
    let files: [(&str, &str); 5] = [
        ("text.rs", "mod span;\npub use span::Span;\nmod prose;"),
        ("text/prose.rs", "use super::span::Span;\nfn f(s: &super::span::Span) {}"),
        (
            "text/span.rs",
            "// crate::server\n/* use tokio; */ const S: &str = r#\"use std::fs;\"#; fn f<'a>() -> char { '\"' }",
        ),
        (
            "catalog.rs",
            "use crate::text::Span;\n#[cfg(test)]\nmod tests {\n    use super::*;\n    use crate::text::Span;\n}",
        ),
        (
            "server.rs",
            "use crate::{catalog, text::Span};\nuse tower_lsp::ls_types as lsp;\nuse std::fs;\nuse tokio::spawn;",
        ),
    ];
    assert_eq!(faults(&tree(lib, &files)), Vec::<String>::new());
}

/// Tests and benchmarks are read as often as the program.
#[test]
fn what_stands_beside_the_source_is_as_short() {
    let mut told = Vec::new();
    for folder in ["tests", "benches", "fuzz/fuzz_targets"] {
        let mut files = BTreeMap::new();
        read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut files);
        assert!(!files.is_empty(), "{folder}");
        told.extend(files.iter().flat_map(|(file, text)| shape_faults(&format!("{folder}/{file}"), text)));
    }
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

/// A source tree as `read_sources` gives it.
fn tree(lib: &str, files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut tree: BTreeMap<_, _> = files.iter().map(|(p, t)| (p.to_string(), t.to_string())).collect();
    tree.insert("lib.rs".to_owned(), lib.to_owned());
    tree
}

/// All Rust files under `folder`, by their path seen from `src` with "/".
fn read_sources(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read_sources(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every broken invariant in a source tree, in path order.
fn faults(files: &BTreeMap<String, String>) -> Vec<String> {
    let source = Source::new(files);
    let mut told = Vec::new();
    for (file, text) in files {
        told.extend(shape_faults(file, text));
        if file == "lib.rs" || file == "main.rs" {
            continue;
        }
        let module = module_of(file);
        if source.floor(&module[0]).is_none() {
            told.push(format!(
                "{file} belongs to no floor: add `pub mod {};` to src/lib.rs, or move the file",
                module[0]
            ));
            continue;
        }
        for used in paths(text, &module, &source.modules) {
            told.extend(use_fault(file, &module, &used, &source));
        }
    }
    told
}

/// Faults of a file's size and name.
fn shape_faults(file: &str, text: &str) -> Vec<String> {
    let mut told = Vec::new();
    let lines = text.lines().count();
    if lines > MAX_LINES {
        told.push(format!("{file} has {lines} lines, {MAX_LINES} are allowed: split it by noun"));
    }
    if let Some(name) = module_of(file).iter().find(|m| EMPTY_NAMES.contains(&m.as_str())) {
        told.push(format!(
            "{file}: `{name}` says nothing of what is inside: name the module for the thing it holds"
        ));
    }
    told
}

/// The fault of one path used in `module`, if it is one.
fn use_fault(file: &str, module: &[String], used: &Used, source: &Source) -> Option<String> {
    let at = format!("{file}:{}", used.line);
    let floor = &module[0];
    if !used.internal {
        let path = used.path.join("::");
        let (_, _, cure) = RESERVED.iter().find(|(prefixes, allowed, _)| {
            !allowed.contains(&floor.as_str()) && prefixes.iter().any(|p| within(&path, p))
        })?;
        return Some(format!("{at} uses `{path}`: {cure}"));
    }
    let other = used.path.first()?;
    if other != floor {
        if source.floor(other)? > source.floor(floor)? {
            return Some(format!(
                "{at} uses `{other}`, which lies above `{floor}`: move what both need down to `{floor}` or below, or pass it in"
            ));
        }
        if used.path.len() > 2 && source.modules.contains(&used.path[..2]) {
            return Some(format!(
                "{at} reaches past the face of `{other}`: import `crate::{other}::{}` and re-export it in src/{other}.rs",
                used.path[2]
            ));
        }
        return None;
    }
    let (item, face) = used.path.split_last()?;
    let inside = module.len() > face.len() && module.starts_with(face);
    let is_test = module.last().is_some_and(|m| m == "tests");
    if inside && !is_test && !source.modules.contains(&used.path) && source.leaning_faces.contains(face) {
        return Some(format!(
            "{at} uses `{}::{item}` of its own face, which uses its children too: import it from the sibling that holds it (`super::sibling::{item}`), or move it into one",
            face.join("::")
        ));
    }
    None
}

/// True when `path` is `prefix` or lies below it.
fn within(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// What the checks know of the tree as a whole.
struct Source {
    /// The modules of `lib.rs`, from the ground up.
    floors: Vec<String>,
    /// All modules by their path from the crate's root.
    modules: BTreeSet<Vec<String>>,
    /// Face files that use their children.
    leaning_faces: BTreeSet<Vec<String>>,
}

impl Source {
    fn new(files: &BTreeMap<String, String>) -> Self {
        let floors = floors(&files["lib.rs"]);
        let modules: BTreeSet<Vec<String>> = files.keys().map(|f| module_of(f)).collect();
        let leaning_faces = files
            .iter()
            .map(|(file, text)| (module_of(file), text))
            .filter(|(face, text)| {
                paths(text, face, &modules).iter().any(|u| {
                    u.internal
                        && u.path.len() > face.len()
                        && u.path.starts_with(face)
                        && modules.contains(&u.path[..face.len() + 1])
                })
            })
            .map(|(face, _)| face)
            .collect();
        Self { floors, modules, leaning_faces }
    }

    fn floor(&self, name: &str) -> Option<usize> {
        self.floors.iter().position(|f| f == name)
    }
}
