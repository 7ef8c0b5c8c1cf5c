//! What an article tells of its names: who somebody is, what a thing is, who stands behind it.

use super::assembly::Assembly;
use super::facts::{
    Candidate, Chain, ChainKey, Expansion, Introduction, IntroductionKind, Mention, Tie, Zone, merged,
};
use super::introduction::{Found, introductions};
use super::office::Employer;
use super::paragraph::Paragraph;
use super::person::may_be_person;
use super::phrase::{Named, Passage};
use super::tie::ties;
use super::told::{Introduced, Told, first_places};
use crate::catalog::{Catalog, Kind};
use crate::text::Span;

/// Names in front of a noun such as "the ministry" that are looked through for the one it stands for.
const REACH: usize = 40;
/// Bytes of a byline in front of a name: "By Ann Berg, Jens Bakke and …".
const LONGEST_BYLINE: usize = 160;

impl Assembly<'_> {
    /// Whoever holds an office or has written the article is a person.
    pub(super) fn call_persons(&mut self, introductions: &[Introduction]) {
        for introduction in introductions
            .iter()
            .filter(|i| i.kind == IntroductionKind::Role || i.kind == IntroductionKind::Byline)
        {
            let chain = &mut self.chains[introduction.chain as usize];
            // All members of a chain are of one kind.
            let known = |at: &u32| self.candidates[*at as usize].kind.is_some();
            if matches!(chain.key, ChainKey::Name(_)) && !chain.members.first().is_some_and(known) {
                chain.called_person = true;
                for member in &chain.members {
                    let candidate = &mut self.candidates[*member as usize];
                    candidate.kind = candidate.kind.or(Some(Kind::Person));
                }
            }
        }
    }

    /// The introductions and the ties of the article, in text order.
    pub(super) fn telling(&self, expansions: &[Expansion]) -> (Vec<Introduction>, Vec<Tie>) {
        let names = Names { chains: &self.chains, starts: self.starts, catalog: self.catalog };
        let named = names.named(&self.mentions, &self.candidates);
        let mut telling = Telling { introductions: self.by_long_form(expansions), ties: Vec::new() };
        let mut first = 0;
        for here in named.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let before = &named[..first];
            first += here.len();
            let at = here[0].paragraph as usize;
            let place =
                Place { paragraph: &self.paragraphs[at], start: self.starts[at], zone: self.zones[at] };
            let above = |noun: &str, most| stands_for(noun, before.iter().rev().take(most));
            telling.hear(place, here, &above);
        }
        telling.finish()
    }

    /// Expansions introduce the name that is written out.
    fn by_long_form(&self, expansions: &[Expansion]) -> Vec<Introduction> {
        let chain_at = |span: Span| {
            let mention = self.mentions.binary_search_by_key(&span, |m| m.span);
            let candidate = || self.candidates.binary_search_by_key(&span, |c| c.span);
            let mention = mention.ok().map(|at| self.mentions[at].chain);
            mention.or_else(|| candidate().ok().map(|at| self.candidates[at].chain))
        };
        let introduce = |e: &Expansion| {
            let chain = match e.entity {
                Some(entity) => self.by_entity.get(&entity).copied()?,
                None => chain_at(e.long)?,
            };
            let (paragraph, start) =
                (&self.paragraphs[e.paragraph as usize], self.starts[e.paragraph as usize]);
            Some(paragraph.written_out(start, e, chain))
        };
        expansions.iter().filter_map(introduce).collect()
    }
}

impl Paragraph {
    /// What an expansion of this paragraph, which begins at byte `start`, says of the name that is written out.
    pub(super) fn written_out(&self, start: usize, expansion: &Expansion, chain: u32) -> Introduction {
        let sentence = self.prose.sentence(expansion.long.start - start);
        Introduction {
            chain,
            kind: IntroductionKind::Expansion,
            name: expansion.span,
            what: expansion.long,
            title: expansion.long,
            employer: None,
            holds: true,
            sentence: sentence.map_or(expansion.span, |s| s.shifted(start)),
        }
    }
}

/// A paragraph in its article.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) paragraph: &'a Paragraph,
    /// Its first byte.
    pub(super) start: usize,
    pub(super) zone: Zone,
}

/// Whom a noun such as "the ministry" stands for among the names of the paragraphs above; of so many, the nearest.
pub(super) type Above<'f> = dyn Fn(&str, usize) -> Option<u32> + 'f;

/// What the paragraphs of an article tell.
#[derive(Default)]
pub(super) struct Telling {
    pub(super) introductions: Vec<Introduction>,
    pub(super) ties: Vec<Tie>,
}

impl Telling {
    /// Takes in what a paragraph tells of the names in it, `here`, in text order.
    pub(super) fn hear(&mut self, place: Place, here: &[Named], above: &Above) {
        let Place { paragraph, start, zone } = place;
        self.introductions.extend(here.iter().filter_map(|name| byline(place, name)));
        if !matches!(zone, Zone::Body | Zone::Caption) {
            return;
        }
        let own = by_first_place(here);
        let tell = || tell(&Passage::new(paragraph, &own.clone().collect::<Vec<_>>()));
        let told = paragraph.told.recall(own.clone().map(|name| name.known()), tell);
        let chain = |first: u32| here[first as usize].chain;
        for Introduced { introduction, body } in &told.introductions {
            let whose = chain(introduction.chain);
            let employer = introduction.employer.map(chain).or_else(|| {
                let body = (*body)?;
                let (noun, near) = (body.of(&paragraph.prose.text), names_until(here, body.start));
                let more = REACH.saturating_sub(near.len());
                stands_for(noun, near.iter().rev().take(REACH)).or_else(|| above(noun, more))
            });
            self.introductions.push(Introduction {
                chain: whose,
                name: introduction.name.shifted(start),
                what: introduction.what.shifted(start),
                title: introduction.title.shifted(start),
                sentence: introduction.sentence.shifted(start),
                employer: employer.filter(|employer| *employer != whose),
                ..*introduction
            });
        }
        self.ties.extend(told.ties.iter().map(|tie| Tie {
            subject: chain(tie.subject),
            other: chain(tie.other),
            name: tie.name.shifted(start),
            words: tie.words.shifted(start),
            sentence: tie.sentence.shifted(start),
            ..*tie
        }));
    }

    /// The introductions and the ties, in text order.
    pub(super) fn finish(self) -> (Vec<Introduction>, Vec<Tie>) {
        let Telling { mut introductions, mut ties } = self;
        introductions.sort_by_key(|i| (i.name, i.kind));
        ties.sort_by_key(|tie| (tie.words, tie.kind, tie.name));
        ties.dedup_by_key(|tie| (tie.kind, tie.subject, tie.other, tie.sentence));
        (introductions, ties)
    }
}

/// What the names of an article are called.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) chains: &'a [Chain],
    pub(super) starts: &'a [usize],
    pub(super) catalog: &'a Catalog,
}

impl<'a> Names<'a> {
    /// The names outside speech, in text order.
    pub(super) fn named(&self, mentions: &[Mention], candidates: &[Candidate]) -> Vec<Named<'a>> {
        let known = mentions.iter().filter(|m| !m.speech).map(|m| {
            let kind = self.catalog.entity(m.entity).kind;
            (m.paragraph, m.span, m.chain, Some(kind), !m.partial && kind != Kind::Place)
        });
        let known = known.filter(|(_, _, _, kind, _)| !matches!(kind, Some(Kind::Term | Kind::Title)));
        let new = candidates.iter().filter(|c| !c.speech);
        let new = new.map(|c| (c.paragraph, c.span, c.chain, self.own_kind(c), true));
        let place = |(paragraph, span, chain, kind, subject): (u32, Span, u32, Option<Kind>, bool)| {
            let start = self.starts[paragraph as usize];
            let span = Span::new(span.start - start, span.end - start);
            Named { paragraph, span, chain, label: self.label(chain), kind, subject }
        };
        let mut named: Vec<Named> = Vec::with_capacity(mentions.len() + candidates.len());
        named.extend(merged(known, new, |name| name.1).map(place));
        named
    }

    /// What the words of a name and those beside it show it to be.
    fn own_kind(&self, candidate: &Candidate) -> Option<Kind> {
        candidate.kind.filter(|_| !self.chains[candidate.chain as usize].called_person)
    }

    /// The fullest name of a chain.
    fn label(&self, chain: u32) -> &'a str {
        match &self.chains[chain as usize].key {
            ChainKey::Entity(entity) => &self.catalog.entity(*entity).name,
            ChainKey::Name(name) => name,
        }
    }
}

/// "By Lee Ha-eun": a name in a line of furniture that begins so.
fn byline(place: Place, name: &Named) -> Option<Introduction> {
    let Place { paragraph, start, zone } = place;
    if !name.subject || paragraph.zone_of(name.span, zone) != Zone::Furniture {
        return None;
    }
    let text = &paragraph.prose.text[..name.span.start];
    // A byline is short: no more is looked at.
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_BYLINE))..];
    let line = near.rsplit(['\n', '\r']).next().unwrap_or("");
    let before = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let by = before.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let person = name.person() || name.kind.is_none() && may_be_person(name.label, None);
    if !by || !person {
        return None;
    }
    let what = Span::new(name.span.start - before.len(), name.span.end).shifted(start);
    Some(Introduction {
        chain: name.chain,
        kind: IntroductionKind::Byline,
        name: name.span.shifted(start),
        title: what,
        employer: None,
        holds: true,
        sentence: what,
        what,
    })
}

/// The names of a paragraph, each with the first place of its chain among them for the chain.
fn by_first_place<'a>(names: &[Named<'a>]) -> impl Iterator<Item = Named<'a>> + Clone {
    let first = first_places(names, |name| name.chain);
    names.iter().map(move |name| Named { chain: first(name.chain), ..*name })
}

/// What one paragraph tells.
fn tell(passage: &Passage) -> Told {
    let introductions = introductions(passage).into_iter().map(|found| introduced(found, passage));
    Told { introductions: introductions.collect(), ties: ties(passage, &passage.paragraph.cues) }
}

/// An introduction with the body that an office is held at, as far as the paragraph tells.
fn introduced(found: Found, passage: &Passage) -> Introduced {
    let Found { mut introduction, employer } = found;
    let word = passage.tokens.partition_point(|t| (t.start as usize) < introduction.what.start);
    let title = introduction.title.of(passage.text);
    let employer = match employer {
        Employer::Subject => passage.possessor(word),
        Employer::Unsaid if introduction.kind == IntroductionKind::Role => match passage.subject(word) {
            // "The ministry sent Ryu, second vice minister": only a ministry has ministers.
            Employer::Name(name) if has_ministers(passage.names[name].label, title) => Employer::Name(name),
            Employer::Noun(noun) if has_ministers(noun.of(passage.text), title) => Employer::Noun(noun),
            _ => Employer::Unsaid,
        },
        said => said,
    };
    let mut body = None;
    match employer {
        Employer::Name(name) => {
            introduction.employer = Some(passage.names[name].chain).filter(|_| passage.employs(name));
        }
        Employer::Noun(noun) => body = Some(noun),
        Employer::Subject | Employer::Unsaid => {}
    }
    Introduced { introduction, body }
}

/// True where an office is a minister's and `body` is called a ministry.
fn has_ministers(body: &str, title: &str) -> bool {
    let has = |text: &str, word: &str| text.split(' ').any(|w| w.eq_ignore_ascii_case(word));
    has(title, "minister") && has(body, "ministry")
}

/// The names that end before byte `end` of their paragraph.
fn names_until<'n, 'a>(names: &'n [Named<'a>], end: usize) -> &'n [Named<'a>] {
    &names[..names.partition_point(|name| name.span.end <= end)]
}

/// The first of `names` that "the ministry" can stand for: one that has the noun in it.
pub(super) fn stands_for<'n, 'a: 'n>(
    noun: &str,
    mut names: impl Iterator<Item = &'n Named<'a>>,
) -> Option<u32> {
    let has_noun = |name: &&Named| {
        let mut words = name.label.split(|c: char| !c.is_alphanumeric());
        !name.person() && words.any(|word| word.eq_ignore_ascii_case(noun))
    };
    names.find(has_noun).map(|name| name.chain)
}

#[cfg(test)]
mod tests {
    use super::super::article::Document;
    use crate::catalog::Catalog;
    use crate::text::Format;

    #[test]
    fn long_input_takes_linear_time() {
        let (catalog, _) = Catalog::merge(&[]);
        for part in [
            "Ann Berg, a club ",
            "Ann Berg is a club and ",
            "Ann Berg is director ",
            "Ann Berg, director of ",
            "director Ann Berg ",
            "Chief ",
            "Nordhavn Line's ",
            "the director, Ann Berg, ",
            "Nordhavn Line, Sea Institute and ",
            "Sea Institute joined the Quay Project ",
            "members of the Quay Project include Sea Institute, ",
            "a club run by Nordhavn Line ",
            "the ministry's director Ann Berg (",
        ] {
            let text = part.repeat(60_000 / part.len());
            Document::read(&text, Format::Plain, "a.txt", &catalog);
        }
    }
}
