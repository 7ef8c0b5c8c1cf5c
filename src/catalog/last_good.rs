//! Catalog files that are being edited: an entry that is left out serves on in its last good version.

use super::merge::Catalog;
use super::parse::{CatalogFile, parse};
use super::verdict::Faults;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The texts from which the entries of a catalog are in use, by file. It holds texts rather than entries: a
/// sound file costs no memory beside its text, which its owner has too.
#[derive(Clone, Debug, Default)]
pub struct LastGood(BTreeMap<Arc<Path>, Vec<Version>>);

/// A text of a file, and which of its entries are in use.
#[derive(Clone, Debug)]
struct Version {
    text: Arc<str>,
    /// `None` when all are.
    ids: Option<BTreeSet<String>>,
}

impl Version {
    fn read(&self, path: &Path) -> CatalogFile {
        let mut file = parse(path, &self.text, false);
        if let Some(ids) = &self.ids {
            file.entries.retain(|entry| ids.contains(&entry.id.value));
        }
        file
    }

    /// What of its text `file` has in use; `None` when that is nothing.
    fn of(file: &CatalogFile) -> Option<Version> {
        let ids: BTreeSet<String> = file.entries.iter().map(|entry| entry.id.value.clone()).collect();
        (!ids.is_empty()).then(|| Version { text: file.text.clone(), ids: Some(ids) })
    }
}

impl Catalog {
    /// Merges `files` as [`Catalog::merge`] does and gives the same faults, but has an entry that is left out
    /// serve on as it was in use `before`: a name is not lost while a person types in its entry. Gives what is
    /// in use now, too.
    ///
    /// The entry is known by its id. Where a part of a file cannot be told to be an entry at all, those whose
    /// ids are gone from that file serve on. Tests of earlier versions are not among those of the catalog.
    pub fn merge_over(files: &[CatalogFile], before: &LastGood) -> (Catalog, Faults, LastGood) {
        let (catalog, verdicts) = Catalog::judged(files);
        let sound = |at: usize| !files[at].obscure && verdicts.left_out_of(at).next().is_none();
        let mut now = LastGood::default();
        let mut earlier: Vec<CatalogFile> = Vec::new();
        for (at, file) in files.iter().enumerate().filter(|(_, file)| !file.starter) {
            let versions = if file.text.is_empty() {
                // A program that saves empties the file first: should it be seen half written next, its entries are known.
                before.0.get(&file.path).cloned().unwrap_or_default()
            } else if sound(at) {
                vec![Version { text: file.text.clone(), ids: None }]
            } else {
                let standing = verdicts.standing_part(at);
                let old = before.serving(&standing);
                let versions = std::iter::once(&standing).chain(&old).filter_map(Version::of).collect();
                earlier.extend(old);
                versions
            };
            now.0.insert(file.path.clone(), versions);
        }
        if earlier.is_empty() {
            return (catalog, verdicts.into_faults(), now);
        }
        // What stands now comes first: where two entries claim one form, the earlier version yields.
        let mut in_use: Vec<CatalogFile> = (0..files.len()).map(|at| verdicts.standing_part(at)).collect();
        in_use.extend(earlier);
        (Catalog::merge(&in_use).0, verdicts.into_faults(), now)
    }
}

impl LastGood {
    /// The entries that are missing in `standing`, as they were last in use, each at the place where it is
    /// being edited.
    fn serving(&self, standing: &CatalogFile) -> Vec<CatalogFile> {
        let versions = self.0.get(&standing.path).into_iter().flatten();
        let mut old: Vec<CatalogFile> = versions.map(|version| version.read(&standing.path)).collect();
        let known: BTreeSet<&str> = old.iter().flat_map(CatalogFile::ids).collect();
        let left_out: BTreeMap<&str, Span> =
            standing.left_out.iter().map(|id| (id.value.as_str(), id.span)).collect();
        // An entry that nobody has heard of may be any of those that are gone, with its id half written.
        let obscure = standing.obscure || left_out.keys().any(|id| !known.contains(id));
        let stands: BTreeSet<&str> = standing.ids().collect();
        for file in &mut old {
            file.entries.retain(|entry| {
                let id = entry.id.value.as_str();
                !stands.contains(id) && (obscure || left_out.contains_key(id))
            });
            for entry in &mut file.entries {
                entry.span = left_out.get(entry.id.value.as_str()).copied().unwrap_or(Span::new(0, 0));
                entry.given.remove("tests");
            }
        }
        old.retain(|file| !file.entries.is_empty());
        old
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalog, LastGood, parse};
    use std::path::Path;

    const BOATS: &str = "[[entity]]\nid = \"boats\"\nkind = \"organization\"\nname = \"Blue Boats\"\n";
    const QUAY: &str = "[[entity]]\nid = \"quay\"\nkind = \"organization\"\nname = \"Old Quay\"\n\
        acronym = \"OQ\"\ntests = [{ text = \"Old Quay\", finds = \"Old Quay\" }]\n";

    /// The names in use after each of these texts of one file, and how many faults the last one has.
    fn names_after(texts: &[String]) -> (Vec<String>, usize) {
        let mut before = LastGood::default();
        let mut last = (Vec::new(), 0);
        for text in texts {
            let file = parse(Path::new("/desk/catalog.toml"), text, false);
            let (catalog, faults, now) = Catalog::merge_over(&[file], &before);
            let names = catalog.entities().map(|(_, entity)| entity.name.clone()).collect();
            last = (names, faults.iter().map(|(_, list)| list.len()).sum());
            before = now;
        }
        last
    }

    #[test]
    fn what_is_broken_serves_on_and_the_rest_is_new() {
        let sound = format!("{BOATS}{QUAY}");
        let new_boats = BOATS.replace("Blue", "Red");
        for broken in [
            QUAY.replace("\"OQ\"", "\"OQ"),
            QUAY.replace("\"OQ\"", ""),
            QUAY.replace("organization", "organ"),
            QUAY.replace("acronym", "acro"),
            QUAY.replace("id = \"quay\"", "id = "),
            QUAY.replace("id = \"quay\"", "id = \"qu"),
            QUAY.replace("[[entity]]", "[[enti]]"),
            QUAY.replace("[[entity]]", "[[entity"),
            QUAY.replace("acronym", "relations = [{ type = \"run-by\", target = \"nobody\" }]\nacronym"),
            QUAY.replace("OQ", "Red Boats"),
        ] {
            let steps = [sound.clone(), format!("{new_boats}{broken}")];
            assert_eq!(names_after(&steps), (vec!["Red Boats".into(), "Old Quay".into()], 1), "{broken}");
            // It serves on however long it takes, and whatever is written beside it meanwhile.
            let newer = format!("{}{broken}", BOATS.replace("Blue", "Grey"));
            let steps = [&steps[..], &[newer.replace("Red Boats\"", "Grey Boats\"")]].concat();
            assert_eq!(names_after(&steps).0, ["Grey Boats", "Old Quay"], "{broken}");
        }
    }

    #[test]
    fn what_is_taken_out_is_gone() {
        let sound = format!("{BOATS}{QUAY}");
        assert_eq!(names_after(&[sound.clone(), BOATS.to_owned()]), (vec!["Blue Boats".into()], 0));
        let renamed = format!("{BOATS}{}", QUAY.replace("\"quay\"", "\"old-quay\""));
        assert_eq!(names_after(&[sound.clone(), renamed]).0, ["Blue Boats", "Old Quay"]);
        let broken = BOATS.replace("organization", "organ");
        assert_eq!(names_after(&[sound.clone(), broken.clone()]).0, ["Blue Boats"]);
        assert_eq!(names_after(&[sound, broken, QUAY.to_owned()]).0, ["Old Quay"]);
        assert_eq!(names_after(&[QUAY.replace("kind", "kin")]), (vec![], 1));
    }

    /// As a program leaves it that empties the file before it writes.
    #[test]
    fn what_is_half_written_serves_on_though_the_file_was_seen_empty() {
        let half = QUAY.replace("\"OQ\"", "\"OQ");
        let steps = [QUAY.to_owned(), String::new(), half];
        assert_eq!(names_after(&steps[..2]), (vec![], 0));
        assert_eq!(names_after(&steps), (vec!["Old Quay".into()], 1));
    }

    #[test]
    fn a_mended_entry_is_used_as_it_is_now() {
        let broken = QUAY.replace("\"OQ\"", "");
        let mended = QUAY.replace("Old Quay", "New Quay");
        assert_eq!(names_after(&[QUAY.to_owned(), broken, mended]), (vec!["New Quay".into()], 0));
    }

    #[test]
    fn what_the_desk_says_of_another_ones_entry_serves_on_too() {
        let theirs = parse(Path::new("/desk/a.toml"), QUAY, false);
        let text = "[[entity]]\nid = \"quay\"\nshort = [\"Quay\"]\n";
        let ours = |text: &str| parse(Path::new("/desk/b.toml"), text, false);
        let (_, _, before) = Catalog::merge_over(&[theirs.clone(), ours(text)], &LastGood::default());
        let broken = ours(&text.replace("]\n", "\n"));
        let (catalog, faults, _) = Catalog::merge_over(&[theirs, broken], &before);
        assert_eq!(faults.len(), 1);
        let forms: Vec<&str> = catalog.forms().iter().map(|form| form.text.as_str()).collect();
        assert_eq!(forms, ["Old Quay", "OQ", "Quay"]);
    }
}
