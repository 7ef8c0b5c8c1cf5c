//! "Allow": a spelling that a rule objects to becomes a form of the desk's own.

use super::actions::{Action, ActionKind, Rewrite};
use super::adding::{file_for, first_catalog};
use super::cursor::Cursor;
use crate::catalog::{Catalog, EntityIx, Form, FormKind, allow_form, insert_entry, likeness};
use crate::config::quoted;
use crate::corpus::Name;
use crate::diagnostic::Diagnostic;
use crate::text::{Span, clean};
use crate::workspace::own_catalogs;
use std::path::Path;
use std::sync::Arc;

/// The action that makes the spelling under the cursor a form of the entry that it is a variant, a rejected form or a
/// misspelling of. Only where a finding says that it is, and where the desk's catalog can take it. Without `prepared` its
/// file is left to be asked for.
pub(super) fn allow(
    cursor: Cursor,
    diagnostics: &[Diagnostic],
    files: &[(Arc<Path>, Arc<str>)],
    prepared: bool,
) -> Option<Action> {
    let (span, name) = cursor.name().filter(|(span, _)| cursor.document.is_editable(*span))?;
    let objects = |d: &Diagnostic| matches!(d.rule, "avoided-name" | "name-variant") && speaks_of(d, span);
    let cures = diagnostics.iter().position(objects)?;
    let (catalog, written) = (&cursor.snapshot.catalog, clean(cursor.document.slice(span)));
    let entity = match name {
        Name::Known(entity) => entity,
        Name::New(new) => meant(catalog, &new)?,
    };
    let aliases = aliases(catalog, entity)?;
    let catalogs: Vec<_> = own_catalogs(files).collect();
    let entry = catalog.entity(entity);
    let own = catalogs.iter().find(|(path, _)| *path == entry.source.file).copied();
    let target = own.or_else(|| file_for(catalog, entry.kind, &catalogs));
    let path = target.map_or_else(|| first_catalog(cursor.snapshot), |(path, _)| Some(path.clone()))?;
    let shown = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let title = format!("Allow “{written}” for {} ({shown})", entry.name);
    let file = match prepared {
        false => None,
        true => {
            let new = match (own, target) {
                (Some((_, text)), _) => allow_form(text, &entry.id, &written, &aliases)?,
                (None, target) => {
                    let forms = aliases.iter().map(String::as_str).chain([written.as_str()]);
                    let list = forms.map(|form| format!("  {},\n", quoted(form))).collect::<String>();
                    let new = format!("[[entity]]\nid = {}\naliases = [\n{list}]\n", quoted(&entry.id));
                    target.map_or(Some(new.clone()), |(_, text)| insert_entry(text, &entry.id, &new))?
                }
            };
            Some(Rewrite { path, old: target.map(|(_, text)| text.clone()), new })
        }
    };
    Some(Action {
        title,
        preferred: false,
        kind: ActionKind::Fix,
        cures: Some(cures),
        edits: Vec::new(),
        later: !prepared,
        file,
    })
}

/// True when a finding is about the name at `span`, there or among its other places.
fn speaks_of(finding: &Diagnostic, span: Span) -> bool {
    finding.span == span || finding.fixes.iter().flat_map(|fix| &fix.edits).any(|edit| edit.span == span)
}

/// The one entry that a new name is a spelling of.
fn meant(catalog: &Catalog, name: &str) -> Option<EntityIx> {
    let forms = catalog.near(name).into_iter().map(|ix| catalog.form(ix));
    let mut entities: Vec<EntityIx> =
        forms.filter(|form| likeness(name, &form.text).same).map(|form| form.entity).collect();
    entities.dedup();
    match entities[..] {
        [entity] => Some(entity),
        _ => None,
    }
}

/// The forms that are good anywhere; `None` where one has more to it than its text, which a list of texts would lose.
fn aliases(catalog: &Catalog, entity: EntityIx) -> Option<Vec<String>> {
    let plain = |form: &Form| {
        let bare = form.note.is_none() && form.bound.since.is_none() && form.bound.until.is_none();
        (bare && !form.exact_case && !form.unsure).then(|| form.text.clone())
    };
    catalog.forms_of(entity).filter(|form| form.kind == FormKind::Alias).map(plain).collect()
}
