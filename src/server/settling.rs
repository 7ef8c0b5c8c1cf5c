//! How a batch of changes ends: what was edited is read, judged and told, and then what it concerns elsewhere.

use super::judging::Why;
use super::open::{OpenText, Standing};
use super::session::Session;
use crate::corpus::Affected;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use tower_lsp::ls_types::MessageType;

impl Session {
    /// Ends a batch: reads the articles that changed, and has them and those that they affect judged.
    pub(super) fn settle(&mut self) {
        let mut left = self.leave();
        let changed = std::mem::take(&mut self.changed);
        for key in &changed {
            self.read(key);
        }
        let pulls = self.client.pulls();
        // One alone is what somebody types in.
        let why = if changed.len() == 1 { Why::Typed } else { Why::Changed };
        for text in changed.iter().filter_map(|key| self.texts.get(key)) {
            text.stir();
            if !pulls {
                self.judge(text, why);
            }
        }
        // Whom it concerns elsewhere is looked for when the writer has been told, and no request waits for that.
        for (root, exchange) in std::mem::take(&mut self.exchanged) {
            self.folders.look_for_affected(root, exchange);
        }
        let affected = std::mem::take(&mut self.affected);
        let concerned = |text: &OpenText| {
            let root = self.folders.roots.get(&text.root).zip(affected.get(&text.root));
            root.filter(|(_, affected)| !affected.is_empty()).is_some_and(|(root, affected)| {
                // A guest is in no index; it is judged again to be sure.
                let snapshot = root.corpus.snapshot();
                snapshot.article(&text.path).map_or(text.standing == Standing::Guest, |a| affected.touches(a))
            })
        };
        let also = self.texts.iter().filter(|(key, text)| !changed.contains(key) && concerned(text));
        // By URI, so that one run is like the next.
        let also: BTreeMap<_, _> = also.collect();
        if pulls && !also.is_empty() {
            // It asks for the findings of what it has edited, and cannot know of the others.
            self.client.refresh_findings();
        }
        for text in also.into_values() {
            text.stir();
            if !pulls {
                self.judge(text, Why::Concerned);
            }
        }
        for (root, affected) in affected.into_iter().filter(|(_, affected)| !affected.is_empty()) {
            self.judge_closed(&root, left.remove(&root).unwrap_or_default(), affected);
        }
        for (root, paths) in left {
            self.judge_closed(&root, paths, Affected::default());
        }
    }

    /// Takes leave of the texts that were closed: the disk has their files again. Tells which articles those were, by root.
    ///
    /// Nothing is judged before all of them are gone: each state of the index that somebody looks at is a copy of it.
    fn leave(&mut self) -> BTreeMap<Arc<Path>, Vec<Arc<Path>>> {
        let mut articles: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let left = std::mem::take(&mut self.left);
        let mut others: HashMap<Arc<Path>, Option<&String>> =
            left.iter().map(|text| (text.path.clone(), None)).collect();
        for (key, text) in self.texts.iter().filter(|_| !left.is_empty()) {
            if let Some(first) = others.get_mut(&text.path) {
                *first = Some(first.map_or(key, |first| first.min(key)));
            }
        }
        let others: Vec<Option<String>> =
            left.iter().map(|text| others.get(&text.path).copied().flatten().cloned()).collect();
        for (text, other) in left.into_iter().zip(others) {
            if text.standing != Standing::Settings {
                self.judging.clear(&text.uri);
            }
            if let Some(key) = other {
                // The file is open under another name, which has it for itself now.
                self.note(&key);
                continue;
            }
            self.closed.closed(&text.path);
            match text.standing {
                Standing::Settings => self.put_away(&text.path),
                Standing::Article => {
                    let what = || format!("closing {}", text.path.display());
                    let closed = self.workers.guard(what, || self.folders.closed(&text.root, &text.path));
                    self.affect(&text.root, closed.unwrap_or_default());
                    articles.entry(text.root).or_default().push(text.path);
                }
                Standing::Guest | Standing::Other => {}
            }
        }
        articles
    }

    fn judge(&self, text: &OpenText, why: Why) {
        match self.view(text) {
            Some(view) => self.judging.judge(view, why),
            None => self.judging.clear(&text.uri),
        }
    }

    /// Brings what is known of a text up to date, and the index with it.
    fn read(&mut self, key: &str) {
        let Some(text) = self.texts.get_mut(key) else { return };
        let Some(settings) = self.folders.roots.get(&text.root).map(|root| root.settings.clone()) else {
            return;
        };
        let (root, path) = (text.root.clone(), text.path.clone());
        let what = || format!("reading {}", path.display());
        self.workers.guard(what, || text.read(&settings));
        if text.tells_oversized(&settings) {
            let name = text.name();
            let message = format!("{name} is longer than files.max-size: Masthead leaves it alone");
            self.client.show(MessageType::INFO, message);
        }
        match text.document().filter(|_| text.standing == Standing::Article) {
            Some(document) => {
                let put = self.workers.guard(what, || self.folders.put(&root, &path, document));
                self.exchanged.extend(put.flatten().map(|exchange| (root, exchange)));
            }
            None if text.standing == Standing::Article => {
                let gone = self.workers.guard(what, || self.folders.removed(&root, &path));
                self.affect(&root, gone.unwrap_or_default());
            }
            None => {}
        }
    }
}
