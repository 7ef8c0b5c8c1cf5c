//! An acronym that the article never writes out, or not where it gives the full name.

use super::acronyms::{FullNames, Story, Use};
use super::around::{after, article_for, before, is_era, is_in_title, is_tag};
use super::long_form::{is_office, spells};
use super::rule::{Context, Rule, doubt, doubted};
use super::spelling::without_article;
use crate::catalog::{EntityIx, FormKind, Kind};
use crate::config::Acronyms;
use crate::corpus::{ExpansionPosting, Name};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related, Severity};
use crate::document::{Candidate, Mention, Zone, is_body_in_any_case, is_company_suffix, wording};
use crate::text::{Span, fold};
use std::ops::RangeInclusive;

pub(super) struct UndefinedAcronym;

impl Rule for UndefinedAcronym {
    fn name(&self) -> &'static str {
        "undefined-acronym"
    }
    fn summary(&self) -> &'static str {
        "An acronym that the article never writes out."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn habit(&self) -> Option<Acronyms> {
        Some(Acronyms::Reuters)
    }
    fn tells_stories(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/undefined-acronym.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let names = FullNames::of(context);
        for story in context.stories {
            if story.in_longer || !story.expansions.is_empty() || context.snapshot.config.exempt(story.short)
            {
                continue;
            }
            let place = first_use(context, story);
            found.extend(place.and_then(|place| match story.entity {
                _ if is_glossed(context, place) => None,
                Some(entity) if in_its_script(context, entity, place) => None,
                Some(entity) if is_defined(context, place, names.known(entity)) => None,
                Some(entity) => Some(known(context, &names, story, place, entity)),
                None => unknown(context, story, place),
            }));
        }
    }
}

/// The first use in the writer's own words, in the text or a caption.
fn first_use<'s>(context: &Context, story: &'s Story) -> Option<&'s Use> {
    let own = |u: &&Use| matches!(u.zone, Zone::Body | Zone::Caption) && !u.speech && !u.inside_name;
    let dated =
        |u: &Use| is_time_zone(context, story.short, u.span) || is_era(context.document, story.short, u.span);
    let named =
        |u: &&Use| own(u) && !dated(u) && !is_tag(context.document, u.span) && !is_sign_off(context, u);
    story.uses.iter().filter(named).find(|u| context.lints(u.zone, u.span))
}

/// True for the agency whose report it is, in a bracket of its own at the end of a paragraph: "The port is shut. (HNA)".
fn is_sign_off(context: &Context, place: &Use) -> bool {
    let (head, tail) = (before(context.document, place.span), after(context.document, place.span));
    let ended = |head: &str| head.trim_end().ends_with(['.', '!', '?', '"', '”']);
    let last = |tail: &str| tail.trim_end_matches(['.', '*', '_']).trim().is_empty();
    head.strip_suffix('(').is_some_and(ended) && tail.strip_prefix(')').is_some_and(last)
}

/// True for the zone of a time of day, "4pm (NST)": nobody writes it out.
fn is_time_zone(context: &Context, short: &str, span: Span) -> bool {
    const LENGTHS: RangeInclusive<usize> = 2..=5;
    if !short.ends_with('T') || !LENGTHS.contains(&short.len()) {
        return false;
    }
    let head = before(context.document, span).trim_end_matches(['(', ' ', '\u{a0}']);
    let word = head.rsplit([' ', '\u{a0}', '\n', '\r', '(']).next().unwrap_or("");
    let hour = |head: &str| head.trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit());
    let half = ["am", "a.m.", "AM", "pm", "p.m.", "PM"].iter().find_map(|half| head.strip_suffix(half));
    let minutes = word.contains(':') && hour(word);
    minutes || half.is_some_and(hour) || matches!(word, "noon" | "midnight" | "o'clock" | "o’clock")
}

/// True where the name stands in its own script in front: "한국인터넷진흥원(KISA)" is written out for who reads Korean.
fn in_its_script(context: &Context, entity: EntityIx, place: &Use) -> bool {
    let Some((_, chain)) = context.document.chain_of(entity) else { return false };
    let mut members = chain.members.iter().filter_map(|m| context.document.mentions.get(*m as usize));
    let native = |m: &Mention| context.catalog().form(m.form).kind == FormKind::Native;
    members.any(|m| native(m) && m.span.start < place.span.start)
}

/// True for "GTAC is the Government Trusted Access for Cyber", which needs no bracket.
fn is_defined(context: &Context, place: &Use, name: Option<Span>) -> bool {
    let copulas = [" is the ", " is ", " was the "];
    let behind = after(context.document, place.span);
    name.is_some_and(|name| {
        copulas.iter().any(|is| behind.starts_with(is) && place.span.end + is.len() == name.start)
    })
}

/// True where a bracket says in Korean what it is, or is all that it stands in behind Korean: "GTAC(정부 신뢰 기반 …)", and
/// "한국인터넷진흥원(KISA)" for a body whose Korean name no catalog has.
fn is_glossed(context: &Context, place: &Use) -> bool {
    let hangul = |c| matches!(c, '가'..='힣');
    let (head, tail) = (before(context.document, place.span), after(context.document, place.span));
    tail.strip_prefix('(').is_some_and(|gloss| gloss.starts_with(hangul))
        || tail.starts_with(')') && head.strip_suffix('(').is_some_and(|name| name.ends_with(hangul))
}

/// An acronym of the catalog's.
fn known(context: &Context, names: &FullNames, story: &Story, place: &Use, entity: EntityIx) -> Diagnostic {
    let name = names.known(entity);
    let entity = context.catalog().entity(entity);
    if let Some(name) = name.filter(|name| name.end <= place.span.start) {
        return doubted(without_bracket(context, story, place, name), doubt(entity, None));
    }
    let (short, full) = (&story.short, &entity.name);
    // A caption stands outside the order of the text.
    let name = name.filter(|_| place.zone == Zone::Body);
    let message = match name {
        Some(_) => stands_before(short, full),
        None => format!("{short} is never written out here: it stands for {full}"),
    };
    let mut finding = context.finding(place.span, message);
    finding.related.extend(name.map(|name| context.related(name, "the full name")));
    let again = story.plain_uses(place.zone).any(|u| u.span.start > place.span.start);
    let the = article_for(context.document, place.span, full);
    let text = if again { format!("{the}{full} ({short})") } else { format!("{the}{full}") };
    let title = format!("write it out: “{text}”");
    finding.fixes.push(Fix { title, safe: false, edits: vec![Edit { span: place.span, text }] });
    doubted(finding, doubt(entity, None))
}

/// What is said of letters in front of the name that they stand for.
fn stands_before(short: &str, full: &str) -> String {
    format!("{short} stands before the full name: write “{full} ({short})” first")
}

/// Letters that the catalog does not know say nothing by themselves: most of them are names that nobody
/// writes out. They are a finding only where the folder's other articles write them out, all alike.
fn unknown(context: &Context, story: &Story, place: &Use) -> Option<Diagnostic> {
    if !context.snapshot.complete {
        return None;
    }
    // "AAA" is a grade.
    let mut letters = story.short.chars();
    if letters.next().is_some_and(|first| letters.all(|c| c == first)) {
        return None;
    }
    let mut others = context.snapshot.expansions(story.short).filter(|(a, _)| !a.is_at(context.path));
    let (article, first) = others.next()?;
    if is_everyday(context, story.short) {
        return None;
    }
    let alike = |e: ExpansionPosting| fold(e.long) == fold(first.long);
    if is_office(first.long) || !others.all(|(_, e)| alike(e)) {
        return None;
    }
    if story.uses.iter().any(|u| is_given(context, u) || is_firm(context, u)) {
        return None;
    }
    // "The Hapsel Press Agency HPA".
    let head = before(context.document, place.span);
    if head.strip_suffix(' ').is_some_and(|head| head.ends_with(first.long)) {
        return None;
    }
    let full = in_full(context, place, first.long);
    if let Some(name) = full.filter(|name| name.end <= place.span.start) {
        return Some(without_bracket(context, story, place, name));
    }
    if let Some(name) = in_words(context, head, place, first.long) {
        return Some(without_bracket(context, story, place, name));
    }
    if has_own_words(head, story.short, first.long) {
        return None;
    }
    if let Some(name) = full_name(context, story.short, place) {
        let same = wording(context.document.slice(name.span)) == wording(first.long);
        return (same && !name.speech).then(|| without_bracket(context, story, place, name.span));
    }
    let later = full.filter(|_| place.zone == Zone::Body);
    let message = match later {
        Some(_) => stands_before(story.short, first.long),
        None => format!("{} is never explained here", story.short),
    };
    let mut finding = context.finding(place.span, message);
    finding.related.extend(later.map(|name| context.related(name, "the full name")));
    let place = article.place(first.at);
    finding.related.push(Related { place, message: format!("“{} ({})”", first.long, first.short) });
    Some(finding)
}

/// True for letters that so many articles of the folder use as they are, and hardly one writes out, that its readers know them:
/// those of the paper itself, say.
fn is_everyday(context: &Context, short: &str) -> bool {
    /// Fewer may all have forgotten it.
    const FEWEST: usize = 20;
    /// For each article that writes them out so many do not.
    const RARE: usize = 10;

    let plain = context.snapshot.articles_of(&Name::New(short.into()));
    plain >= FEWEST && {
        let mut articles: Vec<_> =
            context.snapshot.expansions(short).map(|(article, _)| &article.path).take(plain).collect();
        articles.dedup();
        articles.len() * RARE <= plain
    }
}

/// True where words with these first letters stand in front, others than `long`: behind "District Attorney Ana Lund" the DA is
/// no Docks Alliance.
fn has_own_words(head: &str, short: &str, long: &str) -> bool {
    let words: Vec<&str> = head.split_whitespace().collect();
    let fits = |words: &[&str]| {
        let begin = words.iter().filter_map(|word| word.chars().next());
        // Nor does a sentence end in between.
        let joined = || words.iter().rev().skip(1).all(|word| word.ends_with(char::is_alphanumeric));
        begin.eq(short.chars()) && joined() && !fold(&words.join(" ")).starts_with(&fold(long))
    };
    words.windows(short.chars().count().max(1)).any(fits)
}

/// True in brackets behind the name of something, as of "the Takvik Exchange Group (TKX)", or behind what it is, "the harbour
/// agency (BNPV)": whatever the letters leave out or add, or of which language they are, it says what is meant.
fn is_given(context: &Context, place: &Use) -> bool {
    let document = context.document;
    let (head, tail) = (before(document, place.span), after(document, place.span));
    // "(TSF 2.0)" is the framework's second edition.
    let closed =
        || tail.find(|c: char| c == ')' || c.is_alphabetic()).is_some_and(|at| tail[at..].starts_with(')'));
    let bracket = head.strip_suffix('(').map(str::trim_end).filter(|_| closed());
    // "The Takvik Exchange Group, or TKX, met".
    let between = || head.strip_suffix(", or ").filter(|_| tail.starts_with(','));
    let Some(name) = bracket.or_else(between) else { return false };
    let end = place.span.start - (head.len() - name.len());
    let known = document.mention_at(end).map(|m| (m.span, Some(context.catalog().entity(m.entity).kind)));
    let new = document.candidate_at(end).map(|c| (c.span, c.kind));
    let (letters, initial) = (document.slice(place.span), document.slice(place.span).chars().next());
    let body = name.rsplit(' ').next().is_some_and(is_body_in_any_case);
    letters.len() > 2 && body
        || known.into_iter().chain(new).filter(|(name, _)| name.end == end).any(|(name, kind)| {
            let name = without_article(document.slice(name));
            let named = name.chars().next() == initial || letters.len() > 2 && kind != Some(Kind::Person);
            name.contains(' ') && named
        })
}

/// True where the letters are all that a firm's name has but for its legal form, "HPL Corp": then they stand for nothing else.
fn is_firm(context: &Context, place: &Use) -> bool {
    let behind = after(context.document, place.span).strip_prefix(' ').unwrap_or("");
    let form = behind.split(|c: char| !c.is_alphanumeric() && c != '/').next();
    place.inside_name && form.is_some_and(is_company_suffix)
}

/// Where the paragraph writes out `long` in front of `place`, for names that are read otherwise: "Hapsel's Research Trust".
fn in_words(context: &Context, head: &str, place: &Use, long: &str) -> Option<Span> {
    let at = head.find(long)?;
    let behind = &head[at + long.len()..];
    // "Harbour Board Office" and "Ministry of Tides and Quays" go on.
    let next = behind.strip_prefix(' ').and_then(|behind| behind.split(' ').next()).unwrap_or("");
    let longer = next.starts_with(char::is_uppercase) || matches!(next, "&" | "and" | "for" | "of" | "on");
    let inside = head[..at].ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric);
    let start = place.span.start - head.len() + at;
    let name = Span::new(start, start + long.len());
    let paragraph = context.document.paragraphs.get(context.document.paragraph_at(start))?;
    let speech = paragraph.prose.is_speech(Span::new(at, at + long.len()));
    let own = !speech && !is_in_title(context.document, name);
    (!inside && !longer && own).then_some(name)
}

/// The last name in front of `place` whose words have the letters `short`: the "Hapsel Marine Corp" that is meant by HMC.
fn full_name<'c>(context: &Context<'c>, short: &str, place: &Use) -> Option<&'c Candidate> {
    /// What stands further off is not meant.
    const MOST: usize = 1_000;
    let document = context.document;
    let end = document.candidates.partition_point(|name| name.span.end <= place.span.start);
    let initial = short.chars().next()?;
    let spelled = |name: &&Candidate| {
        let name = document.slice_in(name.paragraph, name.span);
        // In "HMC Commission" the letters are their own.
        let own = || name.split(' ').any(|word| word == short);
        name.len() > short.len()
            && name.starts_with(initial)
            && name.contains(' ')
            && spells(short, name)
            && !own()
    };
    document.candidates[..end].iter().rev().take(MOST).find(spelled)
}

/// Where the article first writes out, as `long`, the name that is meant at `place`.
fn in_full(context: &Context, place: &Use, long: &str) -> Option<Span> {
    let document = context.document;
    let at = document.candidates.binary_search_by_key(&place.span, |name| name.span).ok()?;
    let chain = document.chains.get(document.candidates[at].chain as usize)?;
    let members = chain.members.iter().filter_map(|at| document.candidates.get(*at as usize));
    let same = |name: &&Candidate| !name.speech && fold(&document.shown(name.span)) == fold(long);
    members.filter(same).map(|name| name.span).next()
}

/// The full `name` stands before the letters, and nothing says that they stand for it.
fn without_bracket(context: &Context, story: &Story, place: &Use, name: Span) -> Diagnostic {
    let (short, full) = (&story.short, context.document.shown(name));
    let message = format!("{short} is not given behind the full name: write “{full} ({short})” there");
    let mut finding = context.finding(place.span, message);
    finding.related.push(context.related(name, "the full name"));
    // A possessive leaves no place for a bracket.
    if !after(context.document, name).starts_with(['\'', '’']) {
        let edits = vec![Edit { span: Span::new(name.end, name.end), text: format!(" ({short})") }];
        finding
            .fixes
            .push(Fix { title: format!("add “({short})” to the full name"), safe: false, edits });
    }
    finding
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::corpus::{Article, Corpus};
    use crate::document::Document;
    use crate::rules::judge;
    use crate::text::Format;
    use std::path::Path;
    use std::sync::Arc;

    #[test]
    fn letters_that_hardly_anybody_writes_out_are_everyday_ones() {
        let read = |text: &str| Document::read(text, Format::Plain, "a.txt", &Catalog::default());
        let found = |plain: usize| {
            let texts = std::iter::repeat_n("She told HPN that the ferry was late.", plain);
            let texts = texts.chain(["The Harbour Press Network (HPN) asked her. HPN waited."]);
            let articles = texts.enumerate().map(|(nth, text)| {
                Article::new(Path::new(&format!("/desk/{nth:02}.txt")).into(), &read(text))
            });
            let mut corpus = Corpus::new(Path::new("/desk").into(), Arc::default(), Arc::default());
            corpus.set_base(articles.collect());
            let document = read("She told HPN that the ferry was late.");
            let found = judge(Path::new("/desk/00.txt"), &document, &corpus.snapshot(), true);
            found.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
        };
        assert_eq!(found(10), ["HPN is never explained here"]);
        assert!(found(30).is_empty());
    }
}
