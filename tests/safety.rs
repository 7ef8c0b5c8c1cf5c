//! Nothing leaves the machine: no crate and no line of the program opens a connection, and the program runs the same
//! without a network.

use crate::support::client::{Client, Folder, at, did_open};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Crates that open connections, or exist to be opened by them.
const NETWORK: [&str; 22] = [
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "opentelemetry",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "smol",
    "socket2",
    "surf",
    "tungstenite",
    "ureq",
    "warp",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Those of `names` that the list of compiled crates holds.
fn compiled<'n>(names: &[&'n str], list: &str) -> Vec<&'n str> {
    let holds = |name: &&&str| list.contains(&format!("\nname = \"{name}\"\n"));
    names.iter().filter(holds).copied().collect()
}

#[test]
fn no_crate_opens_a_connection() {
    let list = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert_eq!(compiled(&NETWORK, &list), Vec::<&str>::new());
    assert_eq!(compiled(&["tokio"], &list), ["tokio"], "the list is read as it is written");
    // The runtime can open connections when it is asked to.
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let tokio = manifest.lines().find(|line| line.starts_with("tokio = ")).unwrap();
    assert!(tokio.contains("default-features = false") && !tokio.contains("net") && !tokio.contains("full"));
    // The same list serves `cargo deny`.
    let deny = fs::read_to_string(root().join("deny.toml")).unwrap();
    let missing: Vec<_> = NETWORK.iter().filter(|name| !deny.contains(&format!("\"{name}\""))).collect();
    assert!(missing.is_empty(), "deny.toml lacks {missing:?}");
}

#[test]
fn no_line_opens_a_connection() {
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
                assert!(!text.contains(word), "{} has {word}", path.display());
            }
        }
    }
}

/// Runs `masthead check` on the seed articles behind other programs: what it prints.
fn behind(wrapper: &[&str]) -> Option<(Option<i32>, String)> {
    let program = env!("CARGO_BIN_EXE_masthead");
    let words: Vec<&str> = wrapper.iter().copied().chain([program, "check", "seeds/articles"]).collect();
    let output = Command::new(words[0]).args(&words[1..]).current_dir(root()).output().ok()?;
    Some((output.status.code(), String::from_utf8(output.stdout).unwrap()))
}

/// A session behind other programs: what is told of an article, and how the server ends.
fn session_behind(wrapper: &[&str]) -> (String, Option<i32>) {
    let folder = Folder::new(&[
        ("masthead.toml", "[catalog]\nstarter = true\n"),
        ("old.md", "Jason Kwon of OpenAI met the Ministry of Science and ICT (MSIT).\n"),
    ]);
    let uri = "untitled:fresh";
    let mut client = Client::open_behind(wrapper, &folder);
    client.folder_read();
    client.send(&did_open(uri, 1, "Open AI said so, and OpenAI’s Jason Kwon too.\n"));
    let mut told = Value::from(client.diagnostics(uri, 1)).to_string();
    for method in ["hover", "completion", "definition", "documentLink", "codeLens", "semanticTokens/full"] {
        let mut answer = client.ask(&format!("textDocument/{method}"), at(uri, 0, 24));
        answer["result"].as_object_mut().map(|result| result.remove("resultId"));
        told += &answer["result"].to_string();
    }
    // The folder has another name each time.
    (told.replace(&folder.uri(""), ""), client.shut_down())
}

#[cfg(target_os = "linux")]
#[test]
fn it_runs_the_same_without_a_network() {
    let possible =
        Command::new("unshare").args(["-rn", "true"]).status().is_ok_and(|status| status.success());
    if !possible {
        eprintln!("skipped: this system gives no namespace without a network");
        return;
    }
    assert_eq!(behind(&["unshare", "-rn"]), behind(&["env"]));
    let session = session_behind(&["unshare", "-rn"]);
    assert_eq!(session, session_behind(&["env"]));
    assert!(session.1 == Some(0) && session.0.contains("avoided-name"), "{session:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn it_asks_the_system_for_no_socket_and_no_program() {
    let folder = tempfile::tempdir().unwrap();
    if !Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status().is_ok_and(|s| s.success()) {
        eprintln!("skipped: strace is not installed, or may not look on");
        return;
    }
    for what in ["check", "session"] {
        let told = folder.path().join(what);
        let traced = ["strace", "-f", "-qq", "-e", "trace=%network,execve", "-o", told.to_str().unwrap()];
        let code = if what == "check" { behind(&traced).unwrap().0 } else { session_behind(&traced).1 };
        assert_eq!(code, Some(i32::from(what == "check")), "{what}");
        let calls = fs::read_to_string(told).unwrap();
        // "???( <detached ...>" stands for a thread that ended with the program while it asked for nothing.
        let is_call = |line: &&str| line.contains('(') && !line.contains(" ???( <detached");
        let calls: Vec<&str> = calls.lines().filter(is_call).collect();
        // Its own start is the one program that is run.
        assert!(calls.len() == 1 && calls[0].contains("execve"), "{what}: {calls:#?}");
    }
}
