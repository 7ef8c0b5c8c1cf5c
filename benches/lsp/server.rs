//! The servers that are measured.

use std::path::PathBuf;
use std::process::Command;

/// The argument that makes this program the server that does nothing.
pub(crate) const IDLE: &str = "--idle-server";

/// A language server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Server {
    /// Of the same framework as ours, and does nothing.
    Idle,
    Masthead,
    Typos,
    Harper,
}

impl Server {
    pub(crate) const ALL: [Server; 4] = [Server::Idle, Server::Masthead, Server::Typos, Server::Harper];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Server::Idle => "does nothing",
            Server::Masthead => "masthead",
            Server::Typos => "typos-lsp",
            Server::Harper => "harper-ls",
        }
    }

    /// How it is started; `None` when it is not installed.
    pub(crate) fn command(self) -> Option<Command> {
        let (program, argument) = match self {
            // ok: the system knows the path of a program that runs.
            Server::Idle => (std::env::current_exe().expect("the path of this program"), IDLE),
            Server::Masthead => (masthead(), "lsp"),
            Server::Typos => (peers().join("bin/typos-lsp"), ""),
            Server::Harper => (peers().join("bin/harper-ls"), "--stdio"),
        };
        let mut command = Command::new(&program);
        // What earlier runs and the user's own work have left must not help.
        command.env("XDG_CACHE_HOME", cache());
        if !argument.is_empty() {
            command.arg(argument);
        }
        program.is_file().then_some(command)
    }

    /// Those that are installed. Says which are not.
    pub(crate) fn installed() -> Vec<Server> {
        let (there, missing): (Vec<Server>, Vec<Server>) =
            Server::ALL.into_iter().partition(|server| server.command().is_some());
        for server in missing {
            println!("\n{} is not installed and left out: benches/peers.sh installs it.", server.name());
        }
        there
    }
}

/// The program that is measured: MASTHEAD names another one, such as that of the `dist` profile.
pub(crate) fn masthead() -> PathBuf {
    std::env::var_os("MASTHEAD").map_or_else(|| env!("CARGO_BIN_EXE_masthead").into(), PathBuf::from)
}

/// The cache folder of the servers that are measured.
pub(crate) fn cache() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// Where `benches/peers.sh` installs what Masthead is compared with.
pub(crate) fn peers() -> PathBuf {
    if let Some(peers) = std::env::var_os("MASTHEAD_PEERS") {
        return peers.into();
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache"))).unwrap_or_default();
    cache.join("masthead-tests/peers")
}
