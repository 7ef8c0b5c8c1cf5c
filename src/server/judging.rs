//! Judges open articles, short ones at once and others on the workers, and publishes what the rules find.

use super::client::Client;
use super::convert::findings_told;
use super::view::View;
use super::workers::Workers;
use dashmap::DashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tower_lsp::ls_types::{PublishDiagnosticsParams, Uri};

/// What is judged without another thread has up to so many bytes: the session is held up for less than a person notices,
/// and no thread need be woken.
const SHORT: usize = 16 * 1024;

/// Why an article is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Somebody types in it, and in no other.
    Typed,
    /// It has changed, among others.
    Changed,
    /// What has changed elsewhere concerns it.
    Concerned,
}

/// Publishes findings: of each open text those of its newest state alone.
#[derive(Clone)]
pub(super) struct Judging {
    client: Client,
    workers: Workers,
    /// The newest order to judge each open text, by URI. A worker that holds an older one drops its work.
    /// While it publishes it holds the entry, so that nothing newer can be said before it has spoken.
    newest: Arc<DashMap<String, u64>>,
    orders: Arc<AtomicU64>,
    /// What is concerned and waits until nobody asks for anything: of each text its last such state, with the order for it.
    /// A writer who never rests would else leave a state of the article behind with each keystroke.
    concerned: Arc<DashMap<String, (View, u64)>>,
}

impl Judging {
    /// Publishes to `client`.
    pub(super) fn new(client: Client, workers: Workers) -> Self {
        let (newest, orders, concerned) = Default::default();
        Self { client, workers, newest, orders, concerned }
    }

    /// Has an article judged and its findings published; earlier orders for it are void. Where there is little to judge
    /// and somebody types in it, that is done before this returns.
    pub(super) fn judge(&self, view: View, why: Why) {
        let key = view.uri.as_str().to_owned();
        let order = self.orders.fetch_add(1, Ordering::Relaxed);
        self.newest.insert(key.clone(), order);
        let path = view.path.clone();
        let short = || view.document.len() <= SHORT || view.to_be_judged() <= SHORT;
        if why == Why::Typed && short() {
            let what = || format!("judging {}", path.display());
            return self.workers.at_once(what, || self.judge_now(&view, &key, order));
        }
        let judging = self.clone();
        let what = move || format!("judging {}", path.display());
        if why != Why::Concerned {
            return self.workers.soon(what, move || judging.judge_now(&view, &key, order));
        }
        // Where a job waits for this text already, it takes this state instead of the one before.
        if self.concerned.insert(key.clone(), (view, order)).is_none() {
            self.workers.giving_way(what, move || judging.judge_concerned(&key));
        }
    }

    fn judge_concerned(&self, key: &str) {
        if let Some((_, (view, order))) = self.concerned.remove(key) {
            self.judge_now(&view, key, order);
        }
    }

    fn judge_now(&self, view: &View, key: &str, order: u64) {
        let is_newest = || self.newest.get(key).filter(|newest| **newest == order);
        if is_newest().is_none() {
            return;
        }
        let abilities = &view.folder.abilities;
        let found = findings_told(view);
        let held = is_newest();
        if held.is_some() {
            self.client.publish_list(&view.uri, &found, abilities.versions.then_some(view.version));
        }
    }

    /// Takes back what was published of a text, and voids every order for it.
    pub(super) fn clear(&self, uri: &Uri) {
        self.newest.remove(uri.as_str());
        self.concerned.remove(uri.as_str());
        let params = PublishDiagnosticsParams { uri: uri.clone(), diagnostics: Vec::new(), version: None };
        self.client.publish(&params);
    }
}
