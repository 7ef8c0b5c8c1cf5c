//! Everybody and everything that the made-up news writes about.

use super::naming::Naming;
use super::random::Random;
use rustc_hash::FxHashSet;

/// Entities in a world: more than the largest catalog that is measured.
const SIZE: usize = 1 << 17;

/// The seed of all names. Another one gives other names of the same kinds.
const SEED: u64 = 20;

/// What an entity is, by the words of catalogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Person,
    Organization,
    Place,
    Program,
    Law,
    Product,
}

impl Kind {
    /// The word for it in a catalog.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Program => "program",
            Kind::Law => "law",
            Kind::Product => "product",
        }
    }
}

/// Somebody or something in the news. No two entities of a world share a form.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) name: String,
    /// True where running text puts "the" before the name.
    pub(super) the: bool,
    pub(super) acronym: Option<String>,
    pub(super) alias: Option<String>,
    pub(super) short: Option<String>,
    pub(super) native: Option<String>,
    pub(super) variant: Option<String>,
    pub(super) avoid: Option<String>,
    /// For a person, the word that stands alone later; not a form of the catalog.
    pub(super) surname: String,
    pub(super) family_first: bool,
}

impl Entity {
    /// All ways to write it that a catalog lists.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        let more = [&self.acronym, &self.alias, &self.short, &self.native, &self.variant, &self.avoid];
        std::iter::once(self.name.as_str()).chain(more.into_iter().filter_map(|form| form.as_deref()))
    }
}

/// All entities by rank: the first are in the news every day.
pub(crate) struct World {
    pub(super) entities: Vec<Entity>,
}

impl World {
    /// The world; takes about a tenth of a second to make.
    pub(crate) fn new() -> Self {
        let naming = Naming::new();
        let mut random = Random::new(SEED);
        let mut claimed: FxHashSet<String> = FxHashSet::default();
        let mut entities = Vec::with_capacity(SIZE);
        while entities.len() < SIZE {
            // The kinds take turns, so that a catalog of any size has them in the same parts.
            let mut entity = match entities.len() % 20 {
                0 | 2 | 4 | 6 | 8 | 10 | 12 | 14 => naming.person(&mut random),
                1 | 3 | 5 | 7 | 9 | 11 => naming.organization(&mut random),
                13 | 15 => naming.place(&mut random),
                16 | 17 => naming.program(&mut random),
                18 => naming.law(&mut random),
                _ => naming.product(&mut random),
            };
            if claimed.contains(&entity.name) || claimed.contains(&entity.id) {
                continue;
            }
            claimed.insert(entity.id.clone());
            claimed.insert(entity.name.clone());
            // A form that an earlier one has is nobody's second: so an acronym is one body's everywhere.
            let own = &mut entity;
            let seconds = [
                &mut own.acronym,
                &mut own.alias,
                &mut own.short,
                &mut own.native,
                &mut own.variant,
                &mut own.avoid,
            ];
            for form in seconds {
                form.take_if(|text| !claimed.insert(text.clone()));
            }
            entities.push(entity);
        }
        Self { entities }
    }
}

/// A number below `count` by Zipf's law: each doubling of it is as likely as the one before. The first eight share one
/// step, since even the most used word or name is not in every sentence. Whole numbers only, so that all machines agree.
pub(super) fn zipf(random: &mut Random, count: usize) -> usize {
    const FIRST_STEP: usize = 3;
    let last_step = (count + (1 << FIRST_STEP)).ilog2() as usize;
    loop {
        let step = FIRST_STEP + random.below(last_step + 1 - FIRST_STEP);
        let rank = (1 << step) + random.below(1 << step) - (1 << FIRST_STEP);
        if rank < count {
            return rank;
        }
    }
}
