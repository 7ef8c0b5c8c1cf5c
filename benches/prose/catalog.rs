//! Catalogs that know a part of the world.

use super::world::World;
use std::fmt::Write;

/// A catalog file of the `count` most written-of entities, as people write it by hand.
///
/// # Panics
/// When the world has fewer.
pub(crate) fn catalog(world: &World, count: usize) -> String {
    let mut entities: Vec<_> = world.entities[..count].iter().collect();
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    let mut out = String::from("# Made up for measuring.\n\nas-of = 2026-06-03\n");
    for entity in entities {
        let mut put = |line: &str| writeln!(out, "{line}").expect("a string takes all");
        put("\n[[entity]]");
        put(&format!("id = \"{}\"", entity.id));
        put(&format!("kind = \"{}\"", entity.kind.name()));
        put(&format!("name = \"{}\"", entity.name));
        if let Some(acronym) = &entity.acronym {
            put(&format!("acronym = \"{acronym}\""));
        }
        let lists = [("aliases", &entity.alias), ("short", &entity.short)];
        for (key, form) in lists.into_iter().filter_map(|(key, form)| Some((key, form.as_ref()?))) {
            put(&format!("{key} = [\n  \"{form}\",\n]"));
        }
        if let Some(native) = &entity.native {
            put(&format!("native = \"{native}\""));
        }
        let lists = [("variants", &entity.variant), ("avoid", &entity.avoid)];
        for (key, form) in lists.into_iter().filter_map(|(key, form)| Some((key, form.as_ref()?))) {
            put(&format!("{key} = [\n  \"{form}\",\n]"));
        }
        if !entity.surname.is_empty() {
            put(&format!("family-name = \"{}\"", if entity.family_first { "first" } else { "last" }));
        }
    }
    out
}

/// All forms of the `count` most written-of entities, in the order of [`World`]: for programs that take lists of words.
///
/// # Panics
/// When the world has fewer entities.
pub(crate) fn forms(world: &World, count: usize) -> impl Iterator<Item = &str> {
    world.entities[..count].iter().flat_map(|entity| entity.forms())
}
