//! What a person sees of a reading, and may cancel.

use super::folders::Folders;
use std::path::Path;
use tower_lsp::ls_types::MessageType;

impl Folders {
    /// The client answered a request: if it agreed to show how far a reading is, it hears of it from now on.
    pub(super) fn answered(&mut self, id: &str, ok: bool) {
        if let Some(at) = self.unanswered.iter().position(|progress| progress.request == id) {
            let progress = self.unanswered.remove(at);
            if ok {
                progress.begin();
            }
        }
    }

    /// A person cancelled a reading.
    pub(super) fn cancelled(&mut self, token: &str) {
        for served in self.roots.iter_mut() {
            let reading = served.reading.as_ref();
            if let Some(reading) = reading.filter(|r| r.progress.as_ref().is_some_and(|p| p.is(token))) {
                reading.stop();
                served.cancelled = true;
            }
        }
    }

    /// Says what is missing in a folder whose reading was cancelled, and what brings it back.
    pub(super) fn tell_cancelled(&self, root: &Path) {
        let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy();
        let message = format!(
            "Masthead stopped reading {name}, and compares its articles with no others until it reads on: save masthead.toml or a catalog, or change one of Masthead's settings here"
        );
        self.client.show(MessageType::INFO, message);
    }

    /// Reads the folders on whose reading was cancelled.
    pub(super) fn read_on(&mut self) {
        let cancelled = self.roots.iter().filter(|(_, served)| served.cancelled && served.reading.is_none());
        for root in cancelled.map(|(root, _)| root.clone()).collect::<Vec<_>>() {
            self.read(&root, None, true);
        }
    }
}
