//! Safe fixes, applied to files or shown as a diff.

use super::desk::Desk;
use super::findings::{Judged, Report};
use super::paths::{Given, common_folder, seen_from};
use super::replace::replace;
use crate::diagnostic::{Diagnostic, Edit};
use crate::document::digest;
use crate::ide::fix_all;
use crate::workspace::read_article;
use anyhow::{Context, Result, bail};
use diffy::{DiffOptions, PatchFormatter};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What fixing did.
#[derive(Debug, Default)]
pub(super) struct Repair {
    /// Findings that were cured.
    pub(super) findings: usize,
    /// Articles that were changed, as shown.
    pub(super) articles: BTreeSet<String>,
    /// Articles that were left as they are, as shown, and why.
    pub(super) refused: Vec<(String, String)>,
}

/// An article and its text with all safe fixes.
struct Mended {
    old: String,
    new: String,
    findings: usize,
}

/// Writes the safe fixes of `report` into their articles.
pub(super) fn repair(report: &Report, desks: &[Desk]) -> Repair {
    let mut done = Repair::default();
    for file in report.files.iter().filter(|file| file.article) {
        let written = mend(file, desks).and_then(|mended| {
            let Some(mended) = mended else { return Ok(0) };
            replace(&file.path, &mended.old, &mended.new).map(|()| mended.findings)
        });
        match written {
            Ok(0) => {}
            Ok(findings) => {
                done.findings += findings;
                done.articles.insert(file.shown.clone());
            }
            Err(error) => done.refused.push((file.shown.clone(), format!("{error:#}"))),
        }
    }
    done
}

/// What [`repair`] would do, as a unified diff that `patch -p1` and `git apply` take, and the folder in which they do: the
/// current one, else that of the desk whose articles lie outside it, as a diff must not name a path with "..".
pub(super) fn diff(report: &Report, desks: &[Desk], given: &Given) -> Result<(String, PathBuf)> {
    let mut all = Vec::new();
    for file in report.files.iter().filter(|file| file.article) {
        let mended = mend(file, desks).with_context(|| format!("cannot fix {}", file.shown))?;
        all.extend(mended.map(|mended| (&file.path, mended)));
    }
    let roots = || common_folder(desks.iter().map(|desk| &*desk.settings.root));
    let inside = all.iter().all(|(path, _)| path.starts_with(given.here()));
    let folder = if inside { None } else { roots() }.unwrap_or_else(|| given.here().to_owned());
    let (mut text, formatter) = (Vec::new(), PatchFormatter::new().suppress_blank_empty(false));
    for (path, Mended { old, new, .. }) in all {
        let shown = seen_from(&folder, path).to_string_lossy().replace('\\', "/");
        let (a, b) = (format!("a/{shown}"), format!("b/{shown}"));
        let mut options = DiffOptions::new();
        let changes = options.set_original_filename(a).set_modified_filename(b).create_patch(&old, &new);
        // Written as bytes, a name with quotes in it keeps its other letters.
        formatter.write_patch_into(&changes, &mut text)?;
    }
    Ok((String::from_utf8(text)?, folder))
}

/// Reads an article anew and applies its safe fixes; `None` when it has none.
fn mend(file: &Judged, desks: &[Desk]) -> Result<Option<Mended>> {
    let diagnostics: Vec<Diagnostic> = file.findings.iter().map(|found| found.diagnostic.clone()).collect();
    let edits = fix_all(&diagnostics);
    if edits.is_empty() {
        return Ok(None);
    }
    let desk = desks
        .iter()
        .find(|desk| desk.reported.binary_search(&file.path).is_ok())
        .context("it belongs to no folder")?;
    let old = read_article(&file.path, &desk.settings.config).map_err(|s| anyhow::anyhow!("{}", s.why))?;
    if digest(&old) != file.digest {
        bail!("it changed while Masthead was at work");
    }
    let new = applied(&old, &edits).context("its fixes do not fit its text")?;
    let cured = |found: &&Diagnostic| {
        found.fixes.iter().any(|fix| fix.safe && fix.edits.iter().all(|edit| edits.contains(edit)))
    };
    let findings = diagnostics.iter().filter(cured).count();
    Ok(Some(Mended { old, new, findings }))
}

/// `text` after `edits`, which are in order; `None` when they overlap or do not lie on character edges.
fn applied(text: &str, edits: &[Edit]) -> Option<String> {
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        new.push_str(text.get(done..edit.span.start)?);
        new.push_str(&edit.text);
        text.get(edit.span.start..edit.span.end)?;
        done = edit.span.end;
    }
    new.push_str(text.get(done..)?);
    Some(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: Span::new(start, end), text: text.to_owned() }
    }

    #[test]
    fn edits_are_applied_in_order_or_not_at_all() {
        let text = "\u{feff}Open AI met KISA.\r\n";
        let good = [edit(3, 10, "OpenAI"), edit(15, 19, "the agency")];
        assert_eq!(applied(text, &good).as_deref(), Some("\u{feff}OpenAI met the agency.\r\n"));
        assert_eq!(applied(text, &[edit(3, 10, "x"), edit(9, 11, "y")]), None);
        assert_eq!(applied(text, &[edit(1, 3, "x")]), None);
        assert_eq!(applied(text, &[edit(20, 99, "x")]), None);
    }
}
