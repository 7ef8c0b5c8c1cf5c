//! LSP: the transport, the session, and the conversion between LSP's types and ours.
//!
//! ```text
//! stdin ─► frame ─► message ─► transport ─► backend ─► event ─► inbox ─► session ─► workers ─► outbox ─► stdout
//! ```
//!
//! `transport` polls each handler of `backend` once, in the order of arrival; a handler sends its event before it
//! waits, so events are in order too. `session` owns all state and changes it event by event; `serving` has it run by
//! the thread that reads, or by one of its own when there is much to read. Rules and requests run on `workers`, with a
//! `view` that never changes; only a short article that somebody types in is judged by whoever runs the session. What
//! they find goes through `outbox`, which never makes anybody wait for the client. A request is added by one method in
//! `backend` and one function in `convert`.

mod abilities;
mod answer;
mod asking;
mod backend;
mod cancelling;
mod client;
mod closed;
mod convert;
mod drafts;
mod event;
mod folders;
mod frame;
mod inbox;
mod judging;
mod message;
mod open;
mod outbox;
mod stdio;
mod parent;
mod progress;
mod queue;
mod reading;
mod rereading;
mod roots;
mod serving;
mod session;
mod settling;
mod sleepers;
mod splice;
mod transport;
mod view;
mod watcher;
mod wishes;
mod workers;

use asking::Backend;
use client::Client;
use closed::Shelf;
use outbox::Outbox;
use serving::Serving;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;
use tower_lsp::LspService;
use transport::Transport;
use workers::Workers;

/// How long the last answers may take at the end: the client may have stopped reading, or the machine be too busy to write.
const FAREWELL: Duration = Duration::from_secs(2);

/// Serves one editor over standard input and output until it says `exit` or goes away; returns the exit code:
/// 0 after `shutdown`, else 1.
pub fn serve() -> u8 {
    match try_serve() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("masthead: failed to start: {error:#}");
            1
        }
    }
}

fn try_serve() -> anyhow::Result<u8> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build()?;
    let outbox = Arc::new(Outbox::default());
    let client = Client::new(outbox.clone());
    let workers = Workers::new(client.clone())?;
    let (ended, end) = mpsc::channel();

    outbox.write_directly(stdio::Output::open()?);
    let (writer, broken) = (outbox.clone(), ended.clone());
    std::thread::Builder::new().name("writer".to_owned()).spawn(move || {
        if stdio::Output::open().and_then(|out| writer.write_to(out)).is_err() {
            // The client is gone; it will say nothing more, and nobody waits for a code.
            let _ = broken.send(1);
        }
    })?;

    let shelf = Shelf::default();
    let serving = Arc::new(Serving::new(client.clone(), workers, shelf.clone()));
    let (events, session) = (serving.events(), serving.clone());
    std::thread::Builder::new().name("session".to_owned()).spawn(move || session.run())?;

    let backend = Backend::new(events.clone(), client, shelf, ended.clone());
    let (service, _) = LspService::build(|_| backend)
        .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress)
        .custom_method("masthead/names", Backend::names)
        .custom_method("masthead/who", Backend::who)
        .finish();
    let transport =
        Transport { service, runtime: runtime.handle().clone(), outbox: outbox.clone(), events, serving };
    std::thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || ended.send(transport.run(std::io::stdin(), stdio::has_input)))?;

    let code = end.recv()?;
    outbox.finish(FAREWELL);
    runtime.shutdown_background();
    Ok(code)
}
