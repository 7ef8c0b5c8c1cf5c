//! Names that stay read, to be compared again.
//!
//! The same few hundred are compared at every keystroke, and reading one (as a Korean name above all) costs a hundred times
//! what comparing it costs. All threads share them: were each to keep its own, a server's memory would grow for hours, until
//! every thread had met every name.

use super::likeness::Name;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::{Arc, PoisonError, RwLock};

/// As many as were asked for last stay, and as many that were asked for before them.
const RECENT: usize = 500;

type Names = FxHashMap<Box<str>, Arc<Name>>;

static NAMES: RwLock<NamesRead> = RwLock::new(NamesRead {
    recent: FxHashMap::with_hasher(FxBuildHasher),
    before: FxHashMap::with_hasher(FxBuildHasher),
});

/// Names that are read, by their text.
struct NamesRead {
    recent: Names,
    /// Each is taken out when the recent ones are full, unless it is asked for until then.
    before: Names,
}

impl NamesRead {
    fn keep(&mut self, text: &str, name: Arc<Name>) -> Names {
        let gone = if self.recent.len() < RECENT {
            Names::default()
        } else {
            std::mem::replace(&mut self.before, std::mem::take(&mut self.recent))
        };
        self.recent.insert(text.into(), name);
        gone
    }
}

/// `text` read as a name.
pub(super) fn read_once(text: &str) -> Arc<Name> {
    // Names are whole whoever fails, here and below.
    let names = NAMES.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(name) = names.recent.get(text) {
        return name.clone();
    }
    let before = names.before.get(text).cloned();
    drop(names);
    // Nobody waits for it: two threads may read one name, with one result.
    let name = before.unwrap_or_else(|| Arc::new(Name::read(text)));
    let gone = NAMES.write().unwrap_or_else(PoisonError::into_inner).keep(text, name.clone());
    // Nor for these to be freed.
    drop(gone);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_names_are_compared_no_more_are_kept_and_what_is_asked_for_stays() {
        let mut names = NamesRead { recent: Names::default(), before: Names::default() };
        let name = Arc::new(Name::read("Ann Lund"));
        for nth in 0..10 * RECENT {
            names.keep(&format!("Ann Lund {nth}"), name.clone());
            assert!(names.recent.len() <= RECENT && names.before.len() <= RECENT);
        }
        assert_eq!(names.recent.len() + names.before.len(), 2 * RECENT);
        assert!(names.recent.contains_key(&*format!("Ann Lund {}", 10 * RECENT - 1)));
        assert!(names.before.contains_key(&*format!("Ann Lund {}", 9 * RECENT - 1)));
        assert!(!names.before.contains_key(&*format!("Ann Lund {}", 8 * RECENT - 1)));
    }
}
