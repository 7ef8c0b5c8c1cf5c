//! Judges the entries of all files together: which stand, and what is wrong with the others.

use super::draft::{Draft, EntryIx, Voice, Wording, group};
use super::parse::{CatalogFile, LEFT_OUT, RULE};
use crate::config::{Log, Written, nearest, quoted};
use crate::diagnostic::{Diagnostic, Related};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// What is wrong with a catalog, by file, files in path order.
pub type Faults = Vec<(Arc<Path>, Vec<Diagnostic>)>;

/// Which entries are left out, and why.
pub(super) struct Verdicts<'f> {
    files: &'f [CatalogFile],
    fallen: BTreeSet<EntryIx>,
    /// One a file.
    logs: Vec<Log>,
    /// How many times the nearest id was looked for.
    guesses: usize,
}

/// Each guess reads every id. A list of 100,000 names that lost its starter catalog has a fault in every line:
/// there the first guesses tell what is wrong.
const MOST_GUESSES: usize = 20;

impl<'f> Verdicts<'f> {
    pub(super) fn new(files: &'f [CatalogFile]) -> Self {
        let logs = files.iter().map(|_| Log::new(RULE)).collect();
        Self { files, fallen: BTreeSet::new(), logs, guesses: 0 }
    }

    /// True for an entry without a fault so far.
    pub(super) fn stands(&self, entry: EntryIx) -> bool {
        !self.fallen.contains(&entry)
    }

    fn standing(&self) -> Vec<(&'f str, Vec<Voice<'f>>)> {
        group(self.files, |entry| self.stands(entry))
    }

    /// The ids of all entries that are left out.
    fn left_out(&self) -> BTreeSet<&'f str> {
        (0..self.files.len()).flat_map(|file| self.left_out_of(file)).map(|id| id.value.as_str()).collect()
    }

    /// The ids of the entries of one file that are left out, at their places.
    pub(super) fn left_out_of(&self, file: usize) -> impl Iterator<Item = &'f Written<String>> {
        let of_file = EntryIx { file, entry: 0 }..EntryIx { file: file + 1, entry: 0 };
        let fallen = self.fallen.range(of_file).map(|ix| &self.files[ix.file].entries[ix.entry].id);
        self.files[file].left_out.iter().chain(fallen)
    }

    /// One file as it stands: the entries that are left out are among those of `left_out`.
    pub(super) fn standing_part(&self, file: usize) -> CatalogFile {
        let mut standing = self.files[file].clone();
        standing.left_out = self.left_out_of(file).cloned().collect();
        let mut ix = EntryIx { file, entry: 0 };
        standing.entries.retain(|_| {
            let stands = self.stands(ix);
            ix.entry += 1;
            stands
        });
        standing
    }

    /// Leaves an entry out.
    fn fell(&mut self, ix: EntryIx, span: Span, message: String, meant: Option<&str>) -> &mut Diagnostic {
        self.fallen.insert(ix);
        self.logs[ix.file].misspelt(span, message, meant, quoted)
    }

    /// The id that was perhaps meant.
    fn guess<'k>(&mut self, word: &str, ids: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        self.guesses += 1;
        if self.guesses > MOST_GUESSES { None } else { nearest(word, ids) }
    }

    /// All files together have `most` names at most, by all their forms: those that come behind them are left out, and the
    /// first of these says so.
    pub(super) fn judge_number(&mut self, most: usize) {
        let mut names = 0;
        let mut told = false;
        for (f, file) in self.files.iter().enumerate() {
            for (e, entry) in file.entries.iter().enumerate() {
                names += entry.names();
                let ix = EntryIx { file: f, entry: e };
                if names <= most {
                    continue;
                }
                if std::mem::replace(&mut told, true) {
                    self.fallen.insert(ix);
                    continue;
                }
                let message =
                    format!("the catalog is too large: {most} names at most, all spellings counted");
                let fault = self.fell(ix, entry.id.span, message, None);
                fault
                    .notes
                    .push("this entry and all behind it are left out; those before it are in use".to_owned());
            }
        }
    }

    /// Every id that an entry points to must be written in some file; it need not stand.
    pub(super) fn judge_targets(&mut self) {
        let entries = self.files.iter().flat_map(|file| &file.entries);
        let ids: BTreeSet<&str> = entries
            .map(|entry| entry.id.value.as_str())
            .chain(self.files.iter().flat_map(|file| file.left_out.iter().map(|id| id.value.as_str())))
            .collect();
        for (f, file) in self.files.iter().enumerate() {
            for (e, entry) in file.entries.iter().enumerate() {
                for (from, target) in entry.targets() {
                    if target.value == entry.id.value && from != "at" {
                        let message = format!("“{from}” points to this very entry: name the other one");
                        let ix = EntryIx { file: f, entry: e };
                        self.fell(ix, target.span, message, None).notes.push(LEFT_OUT.to_owned());
                    } else if !ids.contains(target.value.as_str()) {
                        let message =
                            format!("“{from}” points to “{}”, which is not in the catalog", target.value);
                        let meant = self.guess(&target.value, ids.iter().copied());
                        let ix = EntryIx { file: f, entry: e };
                        self.fell(ix, target.span, message, meant).notes.push(LEFT_OUT.to_owned());
                    }
                }
            }
        }
    }

    /// Files of one layer (the starter's, the desk's) may each say a part of an entry, but not give one key
    /// two values: no order among them would be right.
    pub(super) fn judge_layers(&mut self) {
        for (_, voices) in self.standing() {
            for (i, later) in voices.iter().enumerate() {
                let clash =
                    voices[..i].iter().filter(|v| v.file.starter == later.file.starter).find_map(|v| {
                        let mut keys = later.entry.given.iter();
                        keys.find(|(key, given)| v.entry.given.get(*key).is_some_and(|g| g != *given))
                            .map(|(key, given)| (v, *key, given.span))
                    });
                let Some((earlier, key, span)) = clash else { continue };
                let place = earlier.file.place(earlier.entry.given[key].span);
                let message = format!(
                    "“{key}” of “{}” is given in {} too, and otherwise: keep one of the two",
                    later.entry.id.value,
                    place_words(&earlier.file.path, place.start.line),
                );
                let fault = self.fell(later.ix, span, message, None);
                fault.related.push(Related { place, message: format!("the other “{key}”") });
                fault.notes.push(LEFT_OUT.to_owned());
            }
        }
    }

    /// An id needs a name and a kind from some file, and something to hide when it hides. Where an entry that
    /// may have had them is left out, its own fault is enough.
    pub(super) fn judge_completeness(&mut self) {
        let excused = self.left_out();
        let standing = self.standing();
        let ids: Vec<&str> = standing.iter().map(|(id, _)| *id).collect();
        for (id, voices) in standing {
            let first = voices[0];
            let draft = Draft::new(voices);
            let missing = if draft.disabled() {
                draft
                    .voices
                    .iter()
                    .all(|v| v.entry.disabled())
                    .then(|| format!("“{id}” is not in the catalog, so there is nothing to hide"))
            } else {
                match (draft.name(), draft.kind()) {
                    (Some(_), Some(_)) => None,
                    (None, None) => {
                        Some(format!("“{id}” needs a name and a kind: it is not in the catalog yet"))
                    }
                    (None, _) => Some(format!("“{id}” needs a name: name = \"…\"")),
                    (_, None) => Some(format!("“{id}” needs a kind: kind = \"organization\", \"person\", …")),
                }
            };
            let Some(message) = missing else { continue };
            if excused.contains(id) {
                self.fallen.extend(draft.voices.iter().map(|voice| voice.ix));
                continue;
            }
            let unheard = draft.name().is_none() && draft.kind().is_none();
            let others = ids.iter().copied().filter(|other| unheard && *other != id);
            let meant = self.guess(id, others);
            self.fell(first.ix, first.entry.id.span, message, meant).notes.push(LEFT_OUT.to_owned());
            for voice in &draft.voices[1..] {
                self.fallen.insert(voice.ix);
            }
        }
    }

    /// One form may belong to two entries only where one of them says that they are `distinct`. Returns true
    /// when an entry was left out, which may give another one its say.
    pub(super) fn judge_claims(&mut self, drafts: &[Draft<'f>]) -> bool {
        let before = self.fallen.len();
        let mut claims: FxHashMap<&str, Vec<(&Draft<'f>, Wording<'f>)>> = FxHashMap::default();
        for draft in drafts {
            for wording in draft.wordings() {
                claims.entry(&wording.written.value.text).or_default().push((draft, *wording));
            }
        }
        for (text, mut claims) in claims {
            claims.sort_by_key(|(_, w)| (w.voice.ix, w.written.span));
            for (i, (draft, wording)) in claims.iter().enumerate() {
                let other = claims[..i].iter().find(|(earlier, _)| {
                    earlier.id != draft.id && !distinct(earlier, draft) && !distinct(draft, earlier)
                });
                if let Some((earlier, first)) = other {
                    let place = first.voice.file.place(first.written.span);
                    let message = format!("“{text}” is also a name of “{}”", earlier.id);
                    let fault = self.fell(wording.voice.ix, wording.written.span, message, None);
                    let name = earlier.name().unwrap_or(earlier.id);
                    fault.related.push(Related { place, message: format!("a name of {name}") });
                    fault.notes.push(format!(
                        "if they are two things that share a name, add distinct = [\"{}\"]",
                        earlier.id
                    ));
                    fault.notes.push(if first.voice.ix.file == wording.voice.ix.file {
                        "if they are one thing, put the two entries together".to_owned()
                    } else {
                        format!(
                            "if they are one thing, give this entry the other’s id: id = \"{}\"",
                            earlier.id
                        )
                    });
                    fault.notes.push(LEFT_OUT.to_owned());
                }
            }
        }
        self.fallen.len() > before
    }

    /// All faults of all files, files in path order.
    pub(super) fn into_faults(self) -> Faults {
        let mut faults: Faults = Vec::new();
        for (file, log) in self.files.iter().zip(self.logs) {
            let mut all = file.faults.clone();
            all.extend(log.faults);
            all.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
            if !all.is_empty() {
                faults.push((file.path.clone(), all));
            }
        }
        faults.sort_by(|a, b| a.0.cmp(&b.0));
        faults
    }
}

fn distinct(one: &Draft<'_>, other: &Draft<'_>) -> bool {
    one.texts("distinct").iter().any(|id| id.value == other.id)
}

/// "names.toml, line 4".
fn place_words(path: &Path, line: u32) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    format!("{name}, line {}", line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::parse::parse;

    #[test]
    fn names_beyond_the_most_are_left_out_and_told_once() {
        let entry = |id: &str| {
            format!(
                "[[entity]]\nid = \"{id}\"\nkind = \"term\"\nname = \"{id} thing\"\nshort = \"{id}-thing\"\n"
            )
        };
        let text = ["a", "b", "c", "d"].map(entry).concat();
        let files = [parse(Path::new("a.toml"), &text, false)];
        let mut verdicts = Verdicts::new(&files);
        verdicts.judge_number(4);
        let left_out: Vec<&str> = verdicts.left_out_of(0).map(|id| id.value.as_str()).collect();
        assert_eq!(left_out, ["c", "d"]);
        let faults = verdicts.into_faults();
        let told: Vec<(&str, &str)> =
            faults[0].1.iter().map(|fault| (fault.span.of(&text), fault.message.as_str())).collect();
        assert_eq!(told, [("\"c\"", "the catalog is too large: 4 names at most, all spellings counted")]);
    }
}
