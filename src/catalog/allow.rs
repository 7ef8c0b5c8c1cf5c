//! Adds a form to an entry that stands in a catalog file, by hand's rules: comments and order stay.

use super::parse::parse;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Value};

/// `text`, a catalog file, with `form` among the `aliases` of the entry `id`; it leaves that entry's `avoid`. Where the
/// entry gives no aliases of its own it gets `aliases`, those that hold by other files, with the new one behind them: a
/// given key replaces. `None` where the entry is not there, or the file would not be as sound as before.
pub fn allow_form(text: &str, id: &str, form: &str, aliases: &[String]) -> Option<String> {
    let (mark, body) = text.strip_prefix('\u{feff}').map_or(("", text), |body| ("\u{feff}", body));
    let mut document: DocumentMut = body.parse().ok()?;
    let entries = document.get_mut("entity")?.as_array_of_tables_mut()?;
    let is_it = |table: &&mut toml_edit::Table| table.get("id").and_then(Item::as_str) == Some(id);
    let entry = entries.iter_mut().find(is_it)?;
    let given = || Item::Value(Value::Array(aliases.iter().collect::<Array>()));
    let list = entry.entry("aliases").or_insert_with(given).as_array_mut()?;
    add(list, form);
    if let Some(avoid) = entry.get_mut("avoid").and_then(Item::as_array_mut) {
        let first = avoid.get(0).map(prefix);
        avoid.retain(|value| form_of(value) != Some(form));
        if let (Some(value), Some(prefix)) = (avoid.get_mut(0), first) {
            value.decor_mut().set_prefix(prefix);
        }
        if avoid.is_empty() {
            entry.remove("avoid");
        }
    }
    let new = document.to_string();
    // The library ends its own lines with LF.
    let windows = text.contains("\r\n");
    let new = if windows { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new };
    let new = format!("{mark}{new}");
    let faults = |text: &str| parse(Path::new(""), text, false).faults.len();
    (faults(&new) <= faults(text)).then_some(new)
}

/// Puts `form` behind the others, on a line of its own where they stand so; a remark behind the last stays with it.
fn add(list: &mut Array, form: &str) {
    let mut value = Value::from(form);
    let comma = list.trailing_comma();
    let trailing = list.trailing().as_str().unwrap_or_default().to_owned();
    if let Some(last) = list.len().checked_sub(1).and_then(|last| list.get_mut(last)) {
        let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
        let behind = if comma { &trailing } else { &suffix };
        let (remark, rest) = behind.split_at(behind.rfind('\n').unwrap_or(0));
        let before = prefix(last);
        let apart = if before.is_empty() { " " } else { &before };
        value.decor_mut().set_prefix(format!("{remark}{apart}"));
        if comma {
            let rest = rest.to_owned();
            list.set_trailing(rest);
        } else {
            value.decor_mut().set_suffix(rest);
            last.decor_mut().set_suffix("");
        }
    }
    list.push_formatted(value);
}

/// What stands in front of an item of a list.
fn prefix(value: &Value) -> String {
    value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned()
}

/// The form that an item of a list of forms gives.
fn form_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.as_inline_table()?.get("form")?.as_str())
}

#[cfg(test)]
mod tests {
    use super::allow_form;

    const ENTRY: &str =
        "# ours\n[[entity]]\nid = \"port\"\nkind = \"organization\"\nname = \"Vinterby Port\" # so\n";

    fn allowed(rest: &str) -> Option<String> {
        let text = format!("{ENTRY}{rest}");
        let new = allow_form(&text, "port", "Port of Vinterby", &["The Port".to_owned()])?;
        assert!(new.starts_with(ENTRY), "{new}");
        Some(new[ENTRY.len()..].to_owned())
    }

    #[test]
    fn a_form_joins_the_others_and_all_else_stays() {
        for (before, after) in [
            ("", "aliases = [\"The Port\", \"Port of Vinterby\"]\n"),
            ("aliases = []\n", "aliases = [\"Port of Vinterby\"]\n"),
            ("aliases = [\"A Port\"] # fine\n", "aliases = [\"A Port\", \"Port of Vinterby\"] # fine\n"),
            (
                "aliases = [\n  \"A Port\",\n  \"B Port\", # why\n]\n",
                "aliases = [\n  \"A Port\",\n  \"B Port\", # why\n  \"Port of Vinterby\",\n]\n",
            ),
            (
                "aliases = [\n  \"A Port\",\n  \"B Port\" # why\n]\n",
                "aliases = [\n  \"A Port\",\n  \"B Port\", # why\n  \"Port of Vinterby\"\n]\n",
            ),
            (
                "avoid = [\"Port of Vinterby\", \"X Port\"]\naliases = [\"A Port\"]\n",
                "avoid = [\"X Port\"]\naliases = [\"A Port\", \"Port of Vinterby\"]\n",
            ),
            (
                "aliases = [\"A Port\"]\navoid = [{ form = \"Port of Vinterby\", note = \"old\" }]\n",
                "aliases = [\"A Port\", \"Port of Vinterby\"]\n",
            ),
        ] {
            assert_eq!(allowed(before).as_deref(), Some(after));
        }
    }

    #[test]
    fn what_cannot_be_changed_is_left_alone() {
        assert_eq!(allowed("aliases = 3\n"), None);
        assert_eq!(allow_form(ENTRY, "other", "X", &[]), None);
        assert_eq!(allow_form("[[entity]\n", "port", "X", &[]), None);
        let windows =
            allow_form(&format!("\u{feff}{}", ENTRY.replace('\n', "\r\n")), "port", "X Port", &[]).unwrap();
        assert!(
            windows.starts_with('\u{feff}') && windows.ends_with("aliases = [\"X Port\"]\r\n"),
            "{windows:?}"
        );
        assert!(!windows.replace("\r\n", "").contains('\n'), "{windows:?}");
    }
}
