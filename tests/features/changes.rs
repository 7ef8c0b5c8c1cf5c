//! What the offers of an editor change: the light bulb and a new name.

use super::Asked;
use super::shown::edited;
use crate::support::desk::Desk;
use diffy::Line;
use masthead::diagnostic::Edit;
use masthead::ide::{self, ActionKind, Delicate, Rename, RenameEdit};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Asked<'_> {
    /// Every changed place, as it is written now; what a person should look at first is told.
    pub(super) fn rename(&self, new: &str) -> String {
        let rename = match Rename::new(self.at(), new) {
            None => return String::new(),
            Some(Err(fault)) => return fault,
            Some(Ok(rename)) => rename,
        };
        let snapshot = &self.desk.snapshot;
        let mut lines = Vec::new();
        for path in rename.articles(snapshot) {
            let article = snapshot.article(&path).unwrap();
            let path = snapshot.relative(&path);
            let (document, text) =
                (self.desk.article(&path), &self.files.iter().find(|f| f.0 == path).unwrap().1);
            let edits = rename.edits(document);
            if let Some(kept) = rename.kept_edits(article, text) {
                let placed = |edit: &RenameEdit| (edit.clone(), document.locus(edit.edit.span));
                assert_eq!(kept, edits.iter().map(placed).collect::<Vec<_>>(), "the index tells the same");
            }
            for RenameEdit { edit, delicate } in edits {
                assert_eq!(edit.text, new);
                let ask = match delicate {
                    Some(Delicate::Quotation) => " in a quotation",
                    Some(Delicate::Headline) => " in a headline",
                    None => "",
                };
                lines.push(format!("{}{ask}", self.spot(&path, edit.span)));
            }
        }
        let files: Vec<(Arc<Path>, Arc<str>)> =
            self.files.iter().map(|(path, text)| (Path::new(path).into(), text.as_str().into())).collect();
        for (path, text, edit) in rename.catalog_edits(&snapshot.catalog, &files).unwrap() {
            lines.push(format!("{}: {} to {}", path.display(), edit.span.of(text), edit.text));
        }
        lines.join("\n")
    }

    /// The light bulb, top to bottom, each with what it does.
    pub(super) fn actions(&self) -> String {
        let (_, range) = self.cursor.clone().unwrap();
        let findings = self.desk.judge(self.path());
        let mut lines = Vec::new();
        for action in ide::actions(self.at(), range, &findings, &self.settings(), true) {
            let sort =
                if action.kind == ActionKind::Fix { String::new() } else { format!(" | {:?}", action.kind) };
            lines.push(format!("{} {}{sort}", if action.preferred { "*" } else { "-" }, action.title));
            for Edit { span, text } in &action.edits {
                lines.push(format!("    {} → {text:?}", self.spot(self.path(), *span)));
            }
            if let Some(file) = &action.file {
                lines.push(format!("    {}:", self.desk.snapshot.relative(&file.path)));
                let old = file.old.as_deref().unwrap_or_default();
                let diff = diffy::create_patch(old, file.new.as_ref());
                let changed =
                    diff.hunks().iter().flat_map(|hunk| hunk.lines()).filter_map(|line| match line {
                        Line::Context(_) => None,
                        Line::Delete(line) => Some(format!("    − {line}")),
                        Line::Insert(line) => Some(format!("    {line}")),
                    });
                lines.extend(changed.map(|line| line.trim_end().to_owned()));
            }
        }
        lines.join("\n")
    }

    /// The texts of the settings and catalogs, `masthead.toml` first.
    pub(super) fn settings(&self) -> Vec<(Arc<Path>, Arc<str>)> {
        let mut files: Vec<_> = self.files.iter().filter(|(path, _)| path.ends_with(".toml")).collect();
        files.sort_by_key(|(path, _)| (path != masthead::config::FILE_NAME, path));
        let file = |(path, text): &(String, String)| {
            // The desk knows its catalogs by their paths from its folder.
            let known = if path == masthead::config::FILE_NAME {
                self.desk.snapshot.root.join(path)
            } else {
                PathBuf::from(path)
            };
            (Arc::from(known), Arc::from(text.as_str()))
        };
        files.into_iter().map(file).collect()
    }

    /// The findings that are left after the first "ignore here" at the cursor.
    pub(super) fn ignored(&self) -> String {
        let (_, range) = self.cursor.clone().unwrap();
        let findings = self.desk.judge(self.path());
        let actions = ide::actions(self.at(), range, &findings, &self.settings(), true);
        let ignore =
            actions.into_iter().find(|action| action.title.starts_with("Ignore")).expect("an “ignore here”");
        let mut files = self.files.to_vec();
        if let Some(file) = ignore.file {
            files.retain(|(path, _)| path != masthead::config::FILE_NAME);
            files.push((masthead::config::FILE_NAME.to_owned(), file.new));
        }
        let article = files.iter_mut().find(|(path, _)| path == self.path()).unwrap();
        article.1 = edited(&article.1, &ignore.edits);
        let left = Desk::new(&files, true).judge(self.path());
        let lines = left.iter().map(|finding| format!("{}: {}", finding.rule, finding.message));
        [format!("{} before", findings.len())].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }
}
