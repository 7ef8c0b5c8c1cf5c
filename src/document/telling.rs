//! What an article tells of its names: who somebody is, what a thing is, who stands behind it.

use super::assembly::Assembly;
use super::facts::{ChainKey, Expansion, Introduction, IntroductionKind, Tie, Zone};
use super::introduction::{Found, introductions};
use super::office::Employer;
use super::person::may_be_person;
use super::phrase::{Named, Passage};
use super::tie::ties;
use super::told::{Introduced, Told};
use crate::catalog::Kind;
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
            let chain = &self.chains[introduction.chain as usize];
            // All members of a chain are of one kind.
            let known = |at: &u32| self.candidates[*at as usize].kind.is_some();
            if matches!(chain.key, ChainKey::Name(_)) && !chain.members.first().is_some_and(known) {
                for member in &chain.members {
                    let candidate = &mut self.candidates[*member as usize];
                    candidate.kind = candidate.kind.or(Some(Kind::Person));
                }
            }
        }
    }

    /// The introductions and the ties of the article, in text order.
    pub(super) fn telling(&self, expansions: &[Expansion]) -> (Vec<Introduction>, Vec<Tie>) {
        let named = self.named();
        let mut introduced = self.by_long_form(expansions);
        let mut tied = Vec::new();
        let mut first = 0;
        for names in named.chunk_by(|a, b| a.0 == b.0) {
            let before = &named[..first];
            first += names.len();
            let at = names[0].0 as usize;
            introduced.extend(names.iter().filter_map(|(_, name)| self.byline(at, name)));
            if !matches!(self.zones[at], Zone::Body | Zone::Caption) {
                continue;
            }
            let start = self.starts[at];
            let here: Vec<Named> = names.iter().map(|(_, name)| *name).collect();
            let paragraph = &self.paragraphs[at];
            let tell = || tell(&Passage::new(paragraph, &here));
            let told = paragraph.told.recall(here.iter().map(Named::known).collect(), tell);
            for Introduced { introduction, body } in &told.introductions {
                let chain = introduction.employer.or_else(|| {
                    let body = (*body)?;
                    let here = here.iter().rev().filter(|name| name.span.end <= body.start);
                    let noun = body.of(&paragraph.prose.text);
                    stands_for(noun, here.chain(before.iter().rev().map(|(_, name)| name)))
                });
                introduced.push(Introduction {
                    name: introduction.name.shifted(start),
                    what: introduction.what.shifted(start),
                    title: introduction.title.shifted(start),
                    sentence: introduction.sentence.shifted(start),
                    employer: chain.filter(|employer| *employer != introduction.chain),
                    ..*introduction
                });
            }
            tied.extend(told.ties.iter().map(|tie| Tie {
                name: tie.name.shifted(start),
                words: tie.words.shifted(start),
                sentence: tie.sentence.shifted(start),
                ..*tie
            }));
        }
        introduced.sort_by_key(|i| (i.name, i.kind));
        tied.sort_by_key(|tie| (tie.words, tie.kind, tie.name));
        tied.dedup_by_key(|tie| (tie.kind, tie.subject, tie.other, tie.sentence));
        (introduced, tied)
    }

    /// "By Lee Ha-eun": a name in a line of furniture that begins so.
    fn byline(&self, at: usize, name: &Named) -> Option<Introduction> {
        if !name.subject || self.zone(at, name.span) != Zone::Furniture {
            return None;
        }
        let text = &self.paragraphs[at].prose.text[..name.span.start];
        // A byline is short: no more is looked at.
        let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_BYLINE))..];
        let line = near.rsplit(['\n', '\r']).next().unwrap_or("");
        let before = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let by = before.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        let person = name.person() || name.kind.is_none() && may_be_person(name.label, None);
        if !by || !person {
            return None;
        }
        let start = self.starts[at];
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

    /// The names outside speech, each with its paragraph and its place there, in text order.
    fn named(&self) -> Vec<(u32, Named<'_>)> {
        let known = self.mentions.iter().filter(|m| !m.speech).map(|m| {
            let kind = self.catalog.entity(m.entity).kind;
            (m.paragraph, m.span, m.chain, Some(kind), !m.partial && kind != Kind::Place)
        });
        let known = known.filter(|(_, _, _, kind, _)| !matches!(kind, Some(Kind::Term | Kind::Title)));
        let new = self.candidates.iter().filter(|c| !c.speech);
        let new = new.map(|c| (c.paragraph, c.span, c.chain, c.kind, true));
        let place = |(paragraph, span, chain, kind, subject): (u32, Span, u32, Option<Kind>, bool)| {
            let start = self.starts[paragraph as usize];
            let span = Span::new(span.start - start, span.end - start);
            (paragraph, Named { span, chain, label: self.label(chain), kind, subject })
        };
        let mut named: Vec<(u32, Named)> = known.chain(new).map(place).collect();
        named.sort_by_key(|(paragraph, name)| (*paragraph, name.span));
        named
    }

    /// The fullest name of a chain.
    fn label(&self, chain: u32) -> &str {
        match &self.chains[chain as usize].key {
            ChainKey::Entity(entity) => &self.catalog.entity(*entity).name,
            ChainKey::Name(name) => name,
        }
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
                Some(entity) => self.by_key.get(&ChainKey::Entity(entity)).copied()?,
                None => chain_at(e.long)?,
            };
            let start = self.starts[e.paragraph as usize];
            let prose = &self.paragraphs[e.paragraph as usize].prose;
            let sentence = prose.sentence(e.long.start - start).map_or(e.span, |s| s.shifted(start));
            Some(Introduction {
                chain,
                kind: IntroductionKind::Expansion,
                name: e.span,
                what: e.long,
                title: e.long,
                employer: None,
                holds: true,
                sentence,
            })
        };
        expansions.iter().filter_map(introduce).collect()
    }
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

/// The nearest of `names` that "the ministry" can stand for: one that has the noun in it.
fn stands_for<'n>(noun: &str, names: impl Iterator<Item = &'n Named<'n>>) -> Option<u32> {
    let has_noun = |name: &&Named| {
        let mut words = name.label.split(|c: char| !c.is_alphanumeric());
        !name.person() && words.any(|word| word.eq_ignore_ascii_case(noun))
    };
    names.take(REACH).find(has_noun).map(|name| name.chain)
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
