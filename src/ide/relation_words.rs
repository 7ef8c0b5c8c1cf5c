//! The words of the relations that catalogs know.

/// The words of one relation.
#[derive(Debug)]
pub(super) struct RelationWords {
    pub(super) name: &'static str,
    pub(super) forward: &'static str,
    pub(super) inverse: &'static str,
    pub(super) leads: bool,
}

const RELATIONS: &[RelationWords] = &[
    RelationWords { name: "run-by", forward: "run by", inverse: "Runs", leads: true },
    RelationWords { name: "led-by", forward: "led by", inverse: "Leads", leads: true },
    RelationWords { name: "part-of", forward: "part of", inverse: "Includes", leads: false },
    RelationWords { name: "participant", forward: "takes part", inverse: "Takes part in", leads: false },
];

impl RelationWords {
    pub(super) fn of(name: &str) -> Option<&'static RelationWords> {
        RELATIONS.iter().find(|r| r.name == name)
    }
}
