//! Who said it: gives each speech its speaker.

use super::attribution::{attributed, subjects, voices_in};
use super::courtesy::Courtesy;
use super::facts::{Candidate, Mention, Speech, merged};
use super::paragraph::Paragraph;
use super::person::may_be_person;
use super::saying::{leads_to_speech, verbs};
use super::subject::{Subject, Voice};
use super::topic::topic;
use crate::catalog::{Catalog, Kind};
use crate::text::{QuotationKind, Span};
use std::sync::Arc;

/// Names that can speak, in text order.
pub(super) fn voices(mentions: &[Mention], candidates: &[Candidate], catalog: &Catalog) -> Vec<Voice> {
    let speaks = |kind: Kind| matches!(kind, Kind::Person | Kind::Organization);
    let known = mentions.iter().map(|m| (m, catalog.entity(m.entity).kind)).filter(|(_, kind)| speaks(*kind));
    let known = known.map(|(m, kind)| Voice {
        span: m.span,
        chain: m.chain,
        person: kind == Kind::Person,
        unknown: false,
        speech: m.speech,
    });
    let new = candidates.iter().filter(|c| c.kind.is_none_or(speaks));
    let new = new.map(|c| Voice {
        span: c.span,
        chain: c.chain,
        person: c.kind == Some(Kind::Person),
        unknown: c.kind.is_none(),
        speech: c.speech,
    });
    let mut voices: Vec<Voice> = Vec::with_capacity(mentions.len() + candidates.len());
    voices.extend(merged(known, new, |voice| voice.span));
    voices
}

/// The speeches of an article, in text order; `voices` in text order too.
pub(super) fn speeches(paragraphs: &[Arc<Paragraph>], starts: &[usize], voices: &[Voice]) -> Vec<Speech> {
    let quotations = paragraphs.iter().map(|paragraph| paragraph.prose.quotations.len());
    let mut found: Vec<Speech> = Vec::with_capacity(quotations.sum());
    let mut people = vec![Who::default(); voices.iter().map(|v| v.chain as usize + 1).max().unwrap_or(0)];
    let mut at = 0;
    for voice in voices.iter().filter(|v| v.person) {
        while starts.get(at + 1).is_some_and(|next| *next <= voice.span.start) {
            at += 1;
        }
        let who = &mut people[voice.chain as usize];
        who.person = true;
        who.courtesy = who.courtesy.or_else(|| paragraphs[at].courtesy(starts[at], voice.span));
    }
    let who = |chain: u32| people.get(chain as usize).copied().unwrap_or_default();
    let mut mouth = Mouth::default();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        mouth.speak(paragraph, at, starts[at], voices, &who, &mut found);
    }
    found
}

/// What the article tells of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Who {
    /// True for a person.
    pub(super) person: bool,
    /// What the person is called, where it first is.
    pub(super) courtesy: Option<Courtesy>,
}

impl Paragraph {
    /// Its bytes in an article in which it begins at byte `start`.
    pub(super) fn shifted_to(&self, start: usize) -> Span {
        Span::new(start, start + self.text.len())
    }

    /// The courtesy before the name at `span` of the article, of which this paragraph begins at byte `start`.
    pub(super) fn courtesy(&self, start: usize, span: Span) -> Option<Courtesy> {
        Courtesy::before(&self.prose.text, span.start - start)
    }
}

/// Who may go on speaking in the next paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mouth {
    /// Whose speech was left open at the end of the paragraph before.
    pub(super) open: Option<u32>,
    /// Who spoke last.
    pub(super) last: Option<u32>,
    /// True where the text named another person since.
    pub(super) another: bool,
    /// Who is about to speak at the end of the paragraph before: "Ana Lund said:".
    pub(super) led: Option<u32>,
    /// Whom the paragraph before is about, in which nobody speaks.
    pub(super) topic: Option<u32>,
}

impl Mouth {
    /// Adds the speeches of paragraph `at`, which begins at byte `start`; `voices` are names of the article, in text
    /// order, at least all those of this paragraph.
    pub(super) fn speak(
        &mut self,
        paragraph: &Paragraph,
        at: usize,
        start: usize,
        voices: &[Voice],
        who: &dyn Fn(u32) -> Who,
        found: &mut Vec<Speech>,
    ) {
        let verbs = paragraph.verbs.get_or_init(|| verbs(paragraph));
        let said = paragraph.prose.quotations.iter().zip(verbs).enumerate();
        let mut said = said.filter(|(_, (quotation, _))| quotation.kind == QuotationKind::Speech).peekable();
        // In most paragraphs nobody speaks, and nobody is looked for.
        let speech = said.peek().is_some();
        let asked = speech || self.last.is_some() && !self.another;
        let own = voices_in(voices, paragraph.shifted_to(start));
        let here = if asked { own } else { &[] };
        let subjects = if speech { subjects(paragraph, start, verbs, here) } else { Arc::default() };
        let mut still_open = None;
        let mut since = start;
        // The end of the quotation before in this paragraph, and whose it is.
        let mut before: Option<(usize, u32)> = None;
        for (nth, (quotation, verb)) in said {
            if found.last().is_some_and(|s| s.span.covers(quotation.span.shifted(start))) {
                continue;
            }
            let leads = paragraph.prose.text[..quotation.span.start].trim().is_empty();
            // "…," Ryu said. "…": with no other name between, two quotations of a paragraph are of one mouth. Where no
            // sentence stands between, as in "…," Rovers manager Gareth Pugh said. "…", none of another person is enough.
            let goes_on = before.filter(|(end, speaker)| {
                let next = quotation.span.start.max(*end);
                let between = Span::new(start + end, start + next);
                let told = paragraph.prose.sentence(*end).map_or(*end, |said| said.end);
                let at_once = told <= next && paragraph.prose.text[told..next].trim().is_empty();
                let mut named = voices_in(here, between).iter().filter(|v| between.covers(v.span));
                named.all(|v| v.chain == *speaker || at_once && !who(v.chain).person)
            });
            let subject = match subjects[nth] {
                Subject::Named(first) => Subject::Named(here[first as usize].chain),
                other => other,
            };
            let goes_on = goes_on.map(|(_, speaker)| speaker);
            let goes_on = || goes_on.or(if leads { self.open.or(self.led) } else { None });
            let speaker = match (subject, verb) {
                (Subject::Named(speaker), _) => Some(speaker),
                (Subject::Pronoun(courtesy), Some(verb)) => {
                    let meant = goes_on().map(|chain| (chain, None));
                    let meant =
                        meant.or_else(|| self.meant(paragraph, start, quotation.span, *verb, since, here));
                    let meant = meant.filter(|(chain, other)| {
                        let (who, other) = (who(*chain), other.map(who));
                        // "Tom Berg met Ana Lund": nothing says who of the two is "she".
                        let told = who.courtesy.is_some() || other.is_none_or(|w| w.courtesy.is_some());
                        who.person && who.courtesy != Some(courtesy.other()) && told
                    });
                    meant.map(|(chain, _)| chain)
                }
                (Subject::Another, _) => None,
                _ => goes_on(),
            };
            before = speaker.map(|speaker| (quotation.span.end, speaker));
            let given = speaker.is_some() || subject != Subject::Missing;
            if given {
                (self.last, self.another) = (speaker, false);
                since = told_until(paragraph, start, quotation.span.end);
            }
            if quotation.open {
                still_open = speaker;
            }
            let personal = speaker.is_some_and(|speaker| who(speaker).person);
            found.push(Speech {
                span: quotation.span.shifted(start),
                speaker,
                personal,
                given,
                paragraph: at as u32,
            });
        }
        if let Some(last) = self.last.filter(|_| !self.another) {
            let mut named = here.iter().filter(|v| !v.speech && v.span.start >= since && v.chain != last);
            self.another = named.any(|v| v.person || v.unknown && may_act(paragraph, start, v.span));
        }
        if paragraph.is_prose() {
            self.open = still_open;
            self.led = led(paragraph, start, voices);
            self.topic = topic(paragraph, start, own);
        }
    }

    /// Whom "he" or "she" stands for beside the quotation: the first person of the sentence before it, or who spoke last; and
    /// another person of that sentence.
    fn meant(
        self,
        paragraph: &Paragraph,
        start: usize,
        quotation: Span,
        verb: Span,
        since: usize,
        here: &[Voice],
    ) -> Option<(u32, Option<u32>)> {
        let told = |v: &&Voice| v.person && !v.speech;
        let here = voices_in(here, Span::new(since.min(start + quotation.start), start + quotation.start));
        let Some(nearest) = here.iter().rev().find(told) else {
            let other = |v: &Voice| {
                !v.speech && v.unknown && Some(v.chain) != self.last && may_act(paragraph, start, v.span)
            };
            if here.iter().any(other) {
                return None;
            }
            let last = self.last.filter(|_| !self.another);
            return last.map(|last| (last, None)).or_else(|| {
                let begins = paragraph.prose.text[..quotation.start].trim().is_empty();
                self.topic.filter(|_| begins).map(|topic| (topic, self.last))
            });
        };
        let sentence = paragraph.prose.sentence(nearest.span.start - start)?;
        // "Asked about Per Ryd, she said: “…”"
        let own = verb.start < quotation.start && sentence.contains(verb.start);
        let sentence = sentence.shifted(start);
        let persons = voices_in(here, sentence).iter().filter(told);
        let mut persons = persons.filter(|v| !own && sentence.covers(v.span)).map(|v| v.chain);
        let first = persons.next()?;
        Some((first, persons.find(|chain| *chain != first)))
    }
}

/// True where a sentence begins with the full name at `span` of the article, which may be a person's though nothing shows it. The
/// paragraph begins at byte `start`.
pub(super) fn may_act(paragraph: &Paragraph, start: usize, span: Span) -> bool {
    let own = Span::new(span.start - start, span.end - start);
    let name = own.of(&paragraph.prose.text);
    name.contains(' ')
        && paragraph.prose.sentence(own.start).is_some_and(|sentence| sentence.start == own.start)
        && may_be_person(name, None)
}

/// Where the sentence ends that gives the speech which ends at byte `end` of a paragraph to somebody.
pub(super) fn told_until(paragraph: &Paragraph, start: usize, end: usize) -> usize {
    start + paragraph.prose.sentence(end).map_or(end, |told| told.end)
}

/// Whose words stand in the paragraph behind this one, which begins at byte `start`: "Ana Lund said:". `voices` are names of the
/// article, at least all those of this paragraph.
pub(super) fn led(paragraph: &Paragraph, start: usize, voices: &[Voice]) -> Option<u32> {
    let verb = leads_to_speech(paragraph)?;
    match attributed(paragraph, start, verb, voices_in(voices, paragraph.shifted_to(start))) {
        Subject::Named(speaker) => Some(speaker),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::article::Document;
    use crate::catalog::Catalog;
    use crate::text::Format;

    /// The speakers of the quotations of an article, each as its first name reads, and "-" for nobody; Ola Vik and Ana Lund are
    /// known from elsewhere in it.
    fn speakers(text: &str) -> String {
        let catalog = Catalog::merge(&[]).0;
        let text = format!(
            "Harbour director Ola Vik is 50.\n\nHarbour spokeswoman Ana Lund is 40.\n\nIt rained.\n\n{text}\n"
        );
        let document = Document::read(&text, Format::Markdown, "a.md", &catalog);
        let name = |chain: u32| {
            let first = document.chains[chain as usize].members[0];
            document.shown(document.candidates[first as usize].span).into_owned()
        };
        let speakers = document.speeches.iter().map(|s| s.speaker.map_or("-".into(), name));
        speakers.collect::<Vec<_>>().join(", ")
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(&speakers(text), expected, "{text}");
        }
    }

    #[test]
    fn a_stop_of_an_abbreviation_parts_no_speaker_from_a_quotation() {
        check(&[
            ("“We will keep the boats in,” said Dr. Ola Vik.", "Ola Vik"),
            ("“We will keep the boats in,” Dr. Vik said.", "Ola Vik"),
            ("“We will keep the boats in,” Pilots’ Guild deputy Rear Adm. Vik told senators.", "Ola Vik"),
            ("“We will keep the boats in,” said Hapsel Corp. President Ola Vik.", "Ola Vik"),
            ("“We will keep the boats in,” Hapsel Corp. said on Monday.", "Hapsel Corp."),
            ("“We will keep the boats in,” said U.S. envoy Ola Vik.", "Ola Vik"),
            ("Vik said the goal of the U.S. was “not to keep all the boats in”.", "Ola Vik"),
            ("“We will keep the boats in,” said the pilot. Dr. Vik said no.", "-"),
            ("He left the boats to Lund.- “We will keep the boats in,” Vik said.", "Ola Vik"),
        ]);
    }

    #[test]
    fn verbs_right_beside_a_quotation_and_its_speaker() {
        check(&[
            ("“We will keep the boats in,” Vik joked.", "Ola Vik"),
            ("“We will keep the boats in,” continued Vik.", "Ola Vik"),
            ("“We will keep the boats in,” concedes harbour director Ola Vik.", "Ola Vik"),
            ("“Will you keep the boats in?” Vik wondered.", "Ola Vik"),
            ("“Will you keep the boats in?” Other posts show the harbour.", "-"),
            ("Vik then countered: “We will keep the boats in.”", "Ola Vik"),
            ("Vik went on: “We will keep the boats in.”", "Ola Vik"),
            ("“We will keep the boats in,” Vik tells me.", "Ola Vik"),
            ("Vik and Lund joked: “We will keep the boats in.”", "-"),
            ("Vik’s brother noted: “We will keep the boats in.”", "-"),
            ("“We will keep the boats in,” a friend of Vik quipped.", "-"),
            ("“We will keep the boats in.” Vik continued to sail.", "-"),
            ("Lund said no. “We will keep the boats in,” the union promised.", "-"),
            ("Vik was told: “We will keep the boats in.”", "-"),
            ("Vik said no and was later asked: “Will you keep the boats in?”", "-"),
            ("“We will keep the boats in,” Vik, who was asked about it, said.", "Ola Vik"),
            ("“We will keep the boats in,” Vik was quoted by the Nordhavn Post as saying.", "Ola Vik"),
            ("Vik was quoted as saying: “We will keep the boats in.”", "Ola Vik"),
            ("“We will keep the boats in,” the Nordhavn Post quoted Vik as saying.", "Ola Vik"),
            ("Vik called it good, saying: “We will keep the boats in.”", "Ola Vik"),
            ("The union called Vik bad, saying: “We will keep the boats in.”", "-"),
            ("Vik sued and the union agreed, saying: “We will keep the boats in.”", "-"),
        ]);
    }

    #[test]
    fn a_name_beside_a_quotation_without_a_verb_of_saying() {
        check(&[
            ("“We will keep the boats in,” according to Vik, who left.", "Ola Vik"),
            ("According to Dr. Vik, a pilot, “we will keep the boats in”.", "Ola Vik"),
            ("“We will keep the boats in,” according to Vik’s lawyer.", "-"),
            ("“We will keep the boats in,” according to a friend of Vik.", "-"),
            ("As Vik put it: “We will keep the boats in.”", "Ola Vik"),
            ("“We will keep the boats in,” as Vik put it.", "Ola Vik"),
            ("Vik was more blunt: “We will keep the boats in.”", "Ola Vik"),
            ("But Vik was adamant: “We will keep the boats in.”", "Ola Vik"),
            ("Vik had a message for the union: “We will keep the boats in.”", "Ola Vik"),
            ("Vik had a message from the union: “We will keep the boats in.”", "-"),
            ("Vik got a letter: “We will keep the boats in.”", "-"),
            ("**Vik:** “We will keep the boats in.”", "Ola Vik"),
            ("- Ola Vik, pilot: “We will keep the boats in.”", "Ola Vik"),
            ("Vik on Lund: “We will keep the boats in.”", "-"),
            ("“We will keep the boats in.” – Ola Vik, pilot", "Ola Vik"),
            ("> “We will keep the boats in.”\n> — *Ola Vik*", "Ola Vik"),
            ("“We will keep the boats in” – Vik had heard it before, and he left.", "-"),
            ("“We will keep the boats in,” said its chief executive, Ola Vik.", "Ola Vik"),
            (
                "“We will keep the boats in,” said the president of Hapsel Air, Dr. Ola Vik, on Monday.",
                "Ola Vik",
            ),
            ("“We will keep the boats in,” said the mother of the boy, Ola Vik.", "-"),
            ("“We will keep the boats in,” said the mayor, Vik’s brother.", "-"),
        ]);
    }

    #[test]
    fn she_is_whom_the_paragraph_before_is_about() {
        check(&[
            ("Vik won on Friday.\n\n“We will keep the boats in,” he said.", "Ola Vik"),
            ("Ola Vik, 50, won. He was glad.\n\n“We will keep the boats in,” he said.", "Ola Vik"),
            ("Vik won on Friday.\n\nIt rained.\n\n“We will keep the boats in,” he said.", "-"),
            ("Vik beat Lund.\n\n“We will keep the boats in,” he said.", "-"),
            ("Vik won. His coach was glad.\n\n“We will keep the boats in,” he said.", "-"),
            ("Vik’s boat won.\n\n“We will keep the boats in,” he said.", "-"),
            ("It was a day for Vik.\n\n“We will keep the boats in,” he said.", "-"),
            ("“No,” Lund said.\n\nVik won.\n\n“We will keep the boats in,” he said.", "Ana Lund, -"),
            ("“No,” Lund said.\n\nMr Vik won.\n\n“We will keep the boats in,” he said.", "Ana Lund, Ola Vik"),
        ]);
    }
}
