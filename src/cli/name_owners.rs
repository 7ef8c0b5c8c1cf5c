//! Whose names a desk's list has: which of its rows are entries of the catalog, and which share a name and are others.

use super::name_list::{ListFault, Listed};
use crate::catalog::{Catalog, Entity, Form, FormKind, NewEntry, entry_id};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Gives each row its id. What `known` has already, by its name and its kind, keeps the id that it has there; of rows that
/// share a name, or have one of another entry's, the later one says that they are distinct. Rows that say the same twice are
/// faults.
pub(super) fn with_ids(listed: Vec<Listed>, known: &Catalog) -> Result<Vec<Listed>, Vec<ListFault>> {
    let mut owners = Owners::new(known);
    let (mut settled, mut faults) = (Vec::new(), Vec::new());
    for Listed { line, entry } in listed {
        match owners.settle(line, entry) {
            Ok(entry) => settled.push(Listed { line, entry }),
            Err(message) => faults.push((line, message)),
        }
    }
    if faults.is_empty() { Ok(settled) } else { Err(faults) }
}

struct Owners<'a> {
    known: &'a Catalog,
    /// The forms of `known`, folded.
    forms: BTreeMap<String, Vec<&'a Form>>,
    /// The rows so far by id, each with its line.
    rows: BTreeMap<String, (u64, NewEntry)>,
    /// The ids of the rows so far by their names, folded.
    named: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Owners<'a> {
    fn new(known: &'a Catalog) -> Self {
        let mut forms: BTreeMap<String, Vec<&Form>> = BTreeMap::new();
        for form in known.forms() {
            forms.entry(fold(&form.text)).or_default().push(form);
        }
        Self { known, forms, rows: BTreeMap::new(), named: BTreeMap::new() }
    }

    /// A row with its id, or what is wrong with it.
    fn settle(&mut self, line: u64, mut entry: NewEntry) -> Result<NewEntry, String> {
        let names: Vec<String> = all_names(&entry).map(fold).collect();
        let id = match self.entity(&entry) {
            Some((entity, form)) => {
                // Who lists an acronym, or a name in Hangul, means to rename nobody.
                if matches!(form.kind, FormKind::Acronym | FormKind::Native) {
                    let listed = std::mem::replace(&mut entry.name, entity.name.clone());
                    match form.kind {
                        FormKind::Acronym => entry.acronym = entry.acronym.or(Some(listed)),
                        _ => entry.native.push(listed),
                    }
                }
                if let Some((earlier, row)) = self.rows.get(&entity.id) {
                    return Err(format!(
                        "“{}” is the same as “{}” in line {earlier}, as the catalog has it: leave one of the two out",
                        form.text, row.name
                    ));
                }
                entity.id.clone()
            }
            None => {
                for other in self.sharing(&names) {
                    let Some((earlier, row)) = self.rows.get(&other) else { continue };
                    if says_the_same(&entry, row) {
                        return Err(format!(
                            "“{}” stands in line {earlier} too: leave one of the two out, or give each a note that tells them apart",
                            entry.name
                        ));
                    }
                }
                self.free_id(&entry)
            }
        };
        let mut distinct = self.sharing(&names);
        distinct.extend(self.bearing(&names));
        distinct.remove(&id);
        // What an entry says of this takes the place of what the catalog says under its id.
        if let Some(entity) = self.known.by_id(&id).map(|entity| self.known.entity(entity)) {
            let said: BTreeSet<String> =
                entity.distinct.iter().map(|other| self.known.entity(*other).id.clone()).collect();
            let settled = |other: &String| said.contains(other) || self.is_distinct_from(other, &id);
            distinct.retain(|other| !settled(other));
            if !distinct.is_empty() {
                distinct.extend(said);
            }
        }
        for name in names {
            self.named.entry(name).or_default().insert(id.clone());
        }
        let entry = NewEntry { id: Some(id.clone()), distinct: distinct.into_iter().collect(), ..entry };
        self.rows.insert(id, (line, entry.clone()));
        Ok(entry)
    }

    /// The entry that a row is about: one of its kind, the only one, that bears its name, and no other name in another script.
    fn entity(&self, entry: &NewEntry) -> Option<(&'a Entity, &'a Form)> {
        let forms = self.forms.get(&fold(&entry.name))?;
        let mut same = forms.iter().filter_map(|form| {
            let entity = self.known.entity(form.entity);
            let meant = entity.kind.name() == entry.kind && form.kind != FormKind::Short;
            (meant && !self.is_another(entry, form)).then_some((entity, *form))
        });
        let first = same.next()?;
        same.all(|(entity, _)| entity.id == first.0.id).then_some(first)
    }

    /// True where the catalog has the bearer of `form` with another name in another script.
    fn is_another(&self, entry: &NewEntry, form: &Form) -> bool {
        let mut native =
            self.known.forms_of(form.entity).filter(|form| form.kind == FormKind::Native).peekable();
        native.peek().is_some()
            && !entry.native.is_empty()
            && !native.any(|form| entry.native.iter().any(|own| fold(own) == fold(&form.text)))
    }

    /// The ids of the rows so far that have one of these names.
    fn sharing(&self, names: &[String]) -> BTreeSet<String> {
        names.iter().filter_map(|name| self.named.get(name)).flatten().cloned().collect()
    }

    /// The ids of the entries of the catalog that have one of these names.
    fn bearing(&self, names: &[String]) -> impl Iterator<Item = String> {
        let forms = names.iter().filter_map(|name| self.forms.get(name)).flatten();
        forms.map(|form| self.known.entity(form.entity).id.clone())
    }

    /// True where the catalog has `other` say that it is not `id`.
    fn is_distinct_from(&self, other: &str, id: &str) -> bool {
        let other = self.known.by_id(other).map(|other| self.known.entity(other));
        other.is_some_and(|other| other.distinct.iter().any(|ix| self.known.entity(*ix).id == id))
    }

    /// The id that is made from the name; where that is taken, numbered.
    fn free_id(&self, entry: &NewEntry) -> String {
        let id = entry_id(&entry.name);
        let free = |id: &String| !self.rows.contains_key(id) && self.known.by_id(id).is_none();
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        // ok: a list has fewer rows than there are numbers.
        std::iter::once(id.clone()).chain(numbered).find(free).unwrap_or(id)
    }
}

/// All names of a row, those that the desk rejects among them.
fn all_names(entry: &NewEntry) -> impl Iterator<Item = &str> {
    let others = [&entry.aliases, &entry.native, &entry.avoid].into_iter().flatten();
    std::iter::once(&entry.name).chain(&entry.acronym).chain(others).map(String::as_str)
}

/// True for two rows of one name and kind that nothing tells apart: no column in which both say something, and otherwise.
fn says_the_same(one: &NewEntry, other: &NewEntry) -> bool {
    let tells = |a: &[String], b: &[String]| !a.is_empty() && !b.is_empty() && a != b;
    fold(&one.name) == fold(&other.name)
        && one.kind == other.kind
        && !tells(&one.native, &other.native)
        && !tells(one.acronym.as_slice(), other.acronym.as_slice())
        && !tells(one.note.as_slice(), other.note.as_slice())
}

#[cfg(test)]
mod tests {
    use super::super::name_list::names;
    use super::*;
    use crate::catalog::parse;
    use std::path::Path;

    const KNOWN: &str = r#"
[[entity]]
id = "kisa"
kind = "organization"
name = "Korea Internet & Security Agency"
acronym = "KISA"
avoid = ["Korea Internet and Security Agency"]

[[entity]]
id = "kim-min-su"
kind = "person"
name = "Kim Min-su"
native = "김민수"

[[entity]]
id = "apple"
kind = "organization"
name = "Apple"
"#;

    /// The rows of a list with their ids and what they are distinct from, or the faults.
    fn settled(rows: &str) -> Result<Vec<(String, Vec<String>)>, Vec<ListFault>> {
        let known = Catalog::merge(&[parse(Path::new("a.toml"), KNOWN, true)]).0;
        let listed = names(&format!("name,kind,acronym,native,note\n{rows}")).expect("a list without faults");
        let settled = with_ids(listed, &known)?;
        Ok(settled.into_iter().map(|row| (row.entry.id.unwrap_or_default(), row.entry.distinct)).collect())
    }

    #[test]
    fn what_the_catalog_has_keeps_its_id() {
        for row in
            ["Korea Internet and Security Agency,company,KISA,,", "KISA,agency,,,", "kim min-su,person,,,"]
        {
            let id = if row.starts_with('k') { "kim-min-su" } else { "kisa" };
            assert_eq!(settled(row), Ok(vec![(id.to_owned(), vec![])]), "{row}");
        }
        // An acronym, a name or an id alone makes nothing the same.
        for (row, id, other) in [
            ("Kinsale Sailing,organization,KISA,,", "kinsale-sailing", "kisa"),
            ("Apple,place,,,", "apple-2", "apple"),
            ("Kim Min-su,person,,김민서,", "kim-min-su-2", "kim-min-su"),
        ] {
            assert_eq!(settled(row), Ok(vec![(id.to_owned(), vec![other.to_owned()])]), "{row}");
        }
        let twice =
            settled("KISA,agency,,,\nKorea Internet & Security Agency,agency,,,").expect_err("a fault");
        assert_eq!(twice[0].0, 3);
        assert!(
            twice[0].1.ends_with("in line 2, as the catalog has it: leave one of the two out"),
            "{twice:?}"
        );
    }

    #[test]
    fn rows_that_share_a_name_are_told_apart_or_told_of() {
        let row =
            |id: &str, other: &[&str]| (id.to_owned(), other.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(
            settled("Acme Fund,company,AF,,\nArt Forum,body,AF,,"),
            Ok(vec![row("acme-fund", &[]), row("art-forum", &["acme-fund"])])
        );
        for two in
            ["Ann Lee,person,,,minister\nAnn Lee,person,,,player", "Ann Lee,person,,,\nAnn Lee,term,,,"]
        {
            assert_eq!(settled(two), Ok(vec![row("ann-lee", &[]), row("ann-lee-2", &["ann-lee"])]), "{two}");
        }
        let message = "“Ann Lee” stands in line 2 too: leave one of the two out, or give each a note that tells them apart";
        for two in ["Ann Lee,person,,,\nAnn Lee,person,,,player", "Ann Lee,person,,,\nAnn Lee,person,,,"] {
            assert_eq!(settled(two), Err(vec![(3, message.to_owned())]), "{two}");
        }
    }
}
