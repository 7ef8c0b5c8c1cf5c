//! Who is in an article, and how it writes of them.

use super::random::Random;
use super::words;
use super::world::{Entity, Kind, World, zipf};
use std::collections::HashSet;

/// The names of one stretch of an article. A few hands' full: they come again and again, as in any story.
pub(super) struct Cast<'w> {
    world: &'w World,
    people: Vec<usize>,
    bodies: Vec<usize>,
    places: Vec<usize>,
    things: Vec<usize>,
    /// Those that the article has presented.
    known: HashSet<usize>,
    titles: Vec<&'static str>,
    ranks: Vec<&'static str>,
}

impl<'w> Cast<'w> {
    pub(super) fn new(world: &'w World, random: &mut Random) -> Self {
        let mut cast = Self {
            world,
            people: Vec::new(),
            bodies: Vec::new(),
            places: Vec::new(),
            things: Vec::new(),
            known: HashSet::new(),
            titles: words::TITLES.split(',').map(str::trim).collect(),
            ranks: words::RANKS.split(',').collect(),
        };
        cast.renew(random);
        cast
    }

    /// Other people and bodies, for the next stretch. Whom the article knows it still knows.
    pub(super) fn renew(&mut self, random: &mut Random) {
        let counts = [5 + random.below(4), 4 + random.below(4), 3 + random.below(3), 1 + random.below(3)];
        let mut drawn = [const { Vec::new() }; 4];
        while drawn.iter().zip(counts).any(|(drawn, count): (&Vec<usize>, _)| drawn.len() < count) {
            let rank = zipf(random, self.world.entities.len());
            let place = match self.world.entities[rank].kind {
                Kind::Person => 0,
                Kind::Organization => 1,
                Kind::Place => 2,
                Kind::Program | Kind::Law | Kind::Product => 3,
            };
            if drawn[place].len() < counts[place] {
                drawn[place].push(rank);
            }
        }
        [self.people, self.bodies, self.places, self.things] = drawn;
    }

    pub(super) fn world(&self) -> &'w World {
        self.world
    }

    fn entity(&self, rank: usize) -> &'w Entity {
        &self.world.entities[rank]
    }

    /// A town's name.
    pub(super) fn place(&self, random: &mut Random) -> &'w str {
        &self.entity(random.pick(&self.places)).name
    }

    /// The full name of somebody, and nothing else: for bylines and captions.
    pub(super) fn full_name(&self, random: &mut Random) -> &'w str {
        &self.entity(random.pick(&self.people)).name
    }

    /// The full name of a body, without acronym: for headlines.
    pub(super) fn body_name(&self, random: &mut Random) -> &'w str {
        let body = self.entity(random.pick(&self.bodies));
        body.short.as_ref().unwrap_or(&body.name)
    }

    /// Somebody: presented with an office at first, by the surname later.
    pub(super) fn person(&mut self, random: &mut Random) -> String {
        let rank = random.pick(&self.people);
        let person = self.entity(rank);
        if !self.known.insert(rank) {
            return match random.below(60) {
                0 => person.avoid.clone().unwrap_or_else(|| person.name.clone()),
                1 => person.variant.clone().unwrap_or_else(|| person.name.clone()),
                2..6 => person.name.clone(),
                _ if person.family_first && random.below(4) == 0 => person.name.clone(),
                _ => person.surname.clone(),
            };
        }
        let name = match &person.native {
            Some(native) if random.below(2) == 0 => format!("{} ({native})", person.name),
            _ if random.below(12) == 0 => person.alias.clone().unwrap_or_else(|| person.name.clone()),
            _ => person.name.clone(),
        };
        // A person's office is the same in all articles: it follows from the rank.
        let title = self.titles[rank / 2 % self.titles.len()];
        match random.below(6) {
            0 => format!("{} {name}", self.ranks[rank / 2 % self.ranks.len()]),
            1 => name,
            2 => format!("{title} {name}"),
            _ => {
                let body = self.entity(rank - rank % 20 + 1);
                format!("{name}, {title} of {}{},", if body.the { "the " } else { "" }, body.name)
            }
        }
    }

    /// A body: with its acronym at first, by the acronym or a short name later.
    pub(super) fn body(&mut self, random: &mut Random) -> String {
        let rank = random.pick(&self.bodies);
        self.thing_at(rank, random)
    }

    /// A program, law or product.
    pub(super) fn thing(&mut self, random: &mut Random) -> String {
        let rank = random.pick(&self.things);
        self.thing_at(rank, random)
    }

    fn thing_at(&mut self, rank: usize, random: &mut Random) -> String {
        let thing = self.entity(rank);
        let the = if thing.the { "the " } else { "" };
        if self.known.insert(rank) {
            return match &thing.acronym {
                Some(acronym) if random.below(8) > 0 => format!("{the}{} ({acronym})", thing.name),
                _ => format!("{the}{}", thing.name),
            };
        }
        let again = match random.below(50) {
            0 => thing.avoid.as_ref(),
            1 => thing.variant.as_ref(),
            2..5 => thing.alias.as_ref(),
            5..9 => None,
            _ => thing.acronym.as_ref().or(thing.short.as_ref()),
        };
        match again {
            Some(text) if Some(text) == thing.acronym.as_ref() => text.clone(),
            Some(text) => format!("{}{text}", if text.contains(' ') { the } else { "" }),
            None => format!("{the}{}", thing.name),
        }
    }
}
