//! A progress bar for long work.

use indicatif::{ProgressBar, ProgressStyle};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long work may take before a bar is shown: what is done sooner needs none, and a flash of it disturbs.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on stderr that shows itself only on a terminal and only when the work takes long.
#[derive(Debug)]
pub(super) struct Progress {
    title: &'static str,
    begun: Instant,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// A bar with a title such as "Reading articles".
    pub(super) fn new(title: &'static str) -> Self {
        Self { title, begun: Instant::now(), bar: OnceLock::new() }
    }

    /// Takes note that `done` of `all` are done. Always true: the work shall go on.
    pub(super) fn at(&self, done: usize, all: usize) -> bool {
        if self.begun.elapsed() > PATIENCE {
            self.bar.get_or_init(|| bar(self.title, all)).set_position(done as u64);
        }
        true
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(title: &'static str, all: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} [{bar:30}] {human_pos} of {human_len}");
    let bar = ProgressBar::new(all as u64).with_message(title);
    // ok: the template above parses; without it the default bar would do as well.
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "))
}
