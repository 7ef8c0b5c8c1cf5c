//! Runs the tests that catalog entries carry: each text is read as a whole article with the whole catalog.

use super::article::Document;
use crate::catalog::{Catalog, Entity, EntityIx, Test};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Format;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The tests that do not find what they should, by catalog file, at the test's place. The entries stay in use.
pub fn failing_tests(catalog: &Catalog) -> Vec<(Arc<Path>, Vec<Diagnostic>)> {
    let mut faults: BTreeMap<Arc<Path>, Vec<Diagnostic>> = BTreeMap::new();
    for (ix, entity) in catalog.entities() {
        for test in &entity.tests {
            if let Some(fault) = fault(catalog, ix, entity, test) {
                faults.entry(test.source.file.clone()).or_default().push(fault);
            }
        }
    }
    for list in faults.values_mut() {
        list.sort_by_key(|d| d.span);
    }
    faults.into_iter().collect()
}

fn fault(catalog: &Catalog, ix: EntityIx, entity: &Entity, test: &Test) -> Option<Diagnostic> {
    let document = Document::read(&test.text, Format::Plain, "", catalog);
    let found: Vec<&str> =
        document.mentions.iter().filter(|m| m.entity == ix).map(|m| document.slice(m.span)).collect();
    if found == test.finds {
        return None;
    }
    let message = format!(
        "the test of “{}” should find {} in “{}”, but finds {}",
        entity.id,
        listed(&test.finds),
        test.text,
        listed(&found)
    );
    let mut fault = Diagnostic::new("catalog", Severity::Error, test.source.span, message);
    fault.notes.push("the entry stays in use: mend the entry or the test".to_owned());
    Some(fault)
}

fn listed<S: AsRef<str>>(texts: &[S]) -> String {
    if texts.is_empty() {
        return "nothing".to_owned();
    }
    let quoted: Vec<String> = texts.iter().map(|t| format!("“{}”", t.as_ref())).collect();
    quoted.join(", ")
}
