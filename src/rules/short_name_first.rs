//! A short name before the full one.

use super::around::{after, before};
use super::namesake::{gives_name, is_thing};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::catalog::{EntityIx, FormKind, Kind};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Candidate, Chain, ChainKey, Mention, Zone, is_company_suffix};
use crate::text::Span;

pub(super) struct ShortNameFirst;

impl Rule for ShortNameFirst {
    fn name(&self) -> &'static str {
        "short-name-first"
    }
    fn summary(&self) -> &'static str {
        "A short form or a surname before the full name."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/short-name-first.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        for (_, chain) in context.chains() {
            found.extend(match &chain.key {
                ChainKey::Entity(entity) => known(context, chain, *entity),
                ChainKey::Name(full) => new(context, chain, full),
            });
        }
    }
}

/// A member of a chain, known or new.
struct Name {
    span: Span,
    short: bool,
    speech: bool,
    zone: Zone,
}

fn known(context: &Context, chain: &Chain, entity: EntityIx) -> Option<Diagnostic> {
    let catalog = context.catalog();
    if matches!(catalog.entity(entity).kind, Kind::Place | Kind::Term | Kind::Title) {
        return None;
    }
    let mentions = || chain.members.iter().filter_map(|m| context.document.mentions.get(*m as usize));
    // Most names stand in full first: no more is looked at then.
    let may_be_short = |m: &Mention| m.partial || catalog.form(m.form).kind == FormKind::Short;
    if !mentions().find(|m| m.zone == Zone::Body).is_some_and(may_be_short) {
        return None;
    }
    let names = mentions().map(|m| {
        let cut_short = catalog.form(m.form).kind == FormKind::Short
            && !is_owned(context, m.span)
            && !is_end_of_another(context, m.span);
        let short = m.partial || cut_short;
        Name { span: m.span, short, speech: m.speech, zone: m.zone }
    });
    let finding = finding(context, names.collect(), &catalog.entity(entity).name)?;
    Some(doubted(finding, doubt_of(context, Some(entity))))
}

/// True where a country in front says whose it is: "Japan's AI Safety Institute", "the British AI Safety
/// Institute", "the UK AI Safety Institute". Nothing is missing there.
fn is_owned(context: &Context, span: Span) -> bool {
    let text = before(context.document, span);
    let head = text.trim_end_matches([' ', '\u{a0}', '\n', '\r']);
    let owner = head.strip_suffix("'s").or_else(|| head.strip_suffix("’s")).unwrap_or(head);
    let end = span.start - (text.len() - owner.len());
    let word = owner.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let place = |m: &Mention| context.catalog().entity(m.entity).kind == Kind::Place && m.span.end == end;
    context.catalog().place_by_adjective(word).is_some()
        || context.document.mention_at(end).is_some_and(place)
}

/// True where a capitalised word in front makes a longer name of it, which may be another's: "the Western Boats Agency"
/// is no Boats Agency. The first word of a sentence has its capital from there.
fn is_end_of_another(context: &Context, span: Span) -> bool {
    let head = before(context.document, span);
    let word = head.strip_suffix(' ').and_then(|head| head.rsplit([' ', '\n', '\r']).next()).unwrap_or("");
    let first = span.start - head.len().min(word.len() + 1);
    // "Anthropic's Lantern" says whose it is.
    word.starts_with(char::is_uppercase)
        && word.ends_with(char::is_alphanumeric)
        && !word.contains(['\'', '’'])
        && context.document.sentence(span.start).is_some_and(|sentence| sentence.start < first)
}

/// A person whom the catalog does not know, by the surname.
fn new(context: &Context, chain: &Chain, full: &str) -> Option<Diagnostic> {
    let candidates = || chain.members.iter().filter_map(|m| context.document.candidates.get(*m as usize));
    if !full.contains(' ') || !candidates().any(|c| c.kind == Some(Kind::Person)) {
        return None;
    }
    let first = candidates().find(|c| c.zone == Zone::Body && !names_a_thing(context, c.span))?;
    if context.document.slice(first.span).contains(' ') || is_in_place(context, first.span) {
        return None;
    }
    let wrote = |c: &Candidate| match c.zone {
        Zone::Headline => is_byline(context, c.span),
        Zone::Furniture => is_behind_by(context, c.span),
        _ => false,
    };
    if candidates().any(wrote) {
        return None;
    }
    let names = candidates().map(|c| {
        let written = context.document.slice(c.span);
        let short = !written.contains(' ')
            && !is_peer(context, c.span)
            && !ends_full_name(context, c.span, full)
            && !is_in_score(context, c.span);
        Name { span: c.span, short, speech: c.speech, zone: c.zone }
    });
    let surname = |n: &Name| {
        !n.short || is_surname(context.document.slice(n.span), full) && !names_a_thing(context, n.span)
    };
    let plain = candidates().map(|c| context.document.slice(c.span)).find(|name| is_plain_form(name, full));
    let names: Vec<Name> = names.filter(surname).collect();
    // The firm Hapsel may well stand before its founder, Tom Hapsel.
    let thing = names.iter().any(|name| name.short && is_thing(context, name.span));
    let named = names.iter().find(|name| !name.short && name.zone == Zone::Body);
    if thing || named.is_some_and(|named| gives_name(context, first.span, named.span)) {
        return None;
    }
    finding(context, names, plain.unwrap_or(full))
}

/// True where the words in front make the full name of it, which was read without them: "June Lund", "the [June] Lund case".
fn ends_full_name(context: &Context, span: Span, full: &str) -> bool {
    let head = before(context.document, span).strip_suffix(' ').map(|head| head.trim_end_matches(']'));
    head.zip(full.rsplit_once(' ')).is_some_and(|(head, (given, _))| head.ends_with(given))
}

/// True where the minute of a goal stands behind a name: "(Lund 47', Dahl 58')".
fn is_in_score(context: &Context, span: Span) -> bool {
    let minute = after(context.document, span).strip_prefix(' ').unwrap_or("");
    let end = minute.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(minute.len() - end.len())) && end.starts_with(['\'', '’', '′', ',', ';', ')'])
}

/// True for a name in full that is all of the first lines, as who wrote the article is named.
fn is_byline(context: &Context, name: Span) -> bool {
    let alone = before(context.document, name).is_empty() && after(context.document, name).trim().is_empty();
    alone && context.document.slice(name).contains(' ')
}

/// True for a name in full behind "By", which says who wrote the article.
fn is_behind_by(context: &Context, name: Span) -> bool {
    let by = before(context.document, name).split_whitespace().next_back();
    by.is_some_and(|by| by.eq_ignore_ascii_case("by")) && context.document.slice(name).contains(' ')
}

/// True for "Ana Lund", where `full` is "Ana ‘Ebb Tide’ Lund", with a nickname that need not stand first.
fn is_plain_form(name: &str, full: &str) -> bool {
    let quoted = |name: &str| name.contains(['“', '‘', '"']);
    let begins = || name.split_once(' ').is_some_and(|(given, _)| full.split(' ').next() == Some(given));
    quoted(full) && !quoted(name) && begins() && name.rsplit(' ').next() == full.rsplit(' ').next()
}

/// True behind the title of a peer, whose full name it makes: "Lord Holm".
fn is_peer(context: &Context, span: Span) -> bool {
    let title = before(context.document, span).split_whitespace().next_back();
    title.is_some_and(|word| {
        matches!(
            word,
            "Baron"
                | "Baroness"
                | "Countess"
                | "Earl"
                | "Lady"
                | "Lord"
                | "Marquess"
                | "Viscount"
                | "Viscountess"
        )
    })
}

/// True where a couple, a family, a case or an inquiry is called by the name: nobody stands there yet.
fn names_a_thing(context: &Context, span: Span) -> bool {
    is_in_case(context, span)
        || is_eponym(context, span)
        || is_of_couple(context, span)
        || is_derived(context, span)
        || is_in_link(context, span)
        || is_in_heading(context, span)
        || is_first_partner(context, span)
}

/// True for the "Holm" of "Holm, Vinter and Sol Inc", where a firm is called after several.
fn is_first_partner(context: &Context, span: Span) -> bool {
    /// No firm has more in its name.
    const MOST_WORDS: usize = 8;
    let Some(behind) = after(context.document, span).strip_prefix(", ") else { return false };
    let words = || behind.split(' ').take(MOST_WORDS);
    let partner = |word: &&str| matches!(*word, "&" | "and") || word.contains(char::is_uppercase);
    let form = words().take_while(partner).position(|word| is_company_suffix(word.trim_end_matches(',')));
    form.is_some_and(|form| words().take(form).any(|word| matches!(word, "&" | "and")))
}

/// True in a line that has capitals throughout, as a heading has, "Holm & Sons Ferry Line Nordhavn", or no stop, as what stands
/// below a headline.
fn is_in_heading(context: &Context, span: Span) -> bool {
    let paragraph = context.document.paragraphs.get(context.document.paragraph_at(span.start));
    paragraph.is_some_and(|paragraph| paragraph.is_headline() || paragraph.is_open_line())
}

/// True for the "Holm" of "the Holm inquiry", "the Holm twins" and "the Holms", whoever Holm is: no person's name has an
/// article. One that stands for several is before the first of them: "the Holm and Moe families".
fn is_eponym(context: &Context, span: Span) -> bool {
    let listed = |word: &&str| matches!(*word, "and" | "&") || word.starts_with(char::is_uppercase);
    let article = |word: &&str| matches!(*word, "the" | "The" | "a" | "this");
    let mut words = before(context.document, span).strip_suffix(' ').unwrap_or("").rsplit(' ').take(8);
    let first = words.next();
    first.is_some_and(|word| article(&word))
        || first.is_some_and(|word| matches!(word, "and" | "&") || word.ends_with(','))
            && words.find(|word| article(word) || !listed(word)).is_some_and(|word| article(&word))
            && is_before_several(context, span)
}

/// True for the "Holm" of "Holm-era plans" and of "Holm's law", which is called after some Holm.
fn is_derived(context: &Context, span: Span) -> bool {
    const NOUNS: [&str; 14] = [
        "constant",
        "demon",
        "disease",
        "effect",
        "equation",
        "equations",
        "hypothesis",
        "law",
        "paradox",
        "razor",
        "syndrome",
        "theorem",
        "theory",
        "triangle",
    ];
    let behind = after(context.document, span);
    let owned = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s "));
    let noun = owned.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    behind.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
        || noun.is_some_and(|noun| NOUNS.contains(&noun))
}

/// True in the headline of another article, to which a line leads: "READ MORE: Holm quits".
fn is_in_link(context: &Context, span: Span) -> bool {
    const LEADS: [&str; 6] = ["also read", "read also", "read more", "related", "see also", "watch"];
    let head = before(context.document, span).split_once(':').map_or("", |(lead, _)| lead);
    LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(head))
}

/// True before a word in small letters for several: "families", "brothers".
fn is_before_several(context: &Context, span: Span) -> bool {
    let words = after(context.document, span).strip_prefix(' ');
    let word = words.and_then(|words| words.split(|c: char| !c.is_alphanumeric()).next());
    word.is_some_and(|word| word.starts_with(char::is_lowercase) && word.ends_with('s'))
}

/// True for the "Holm" of "Mr and Mrs Holm".
fn is_of_couple(context: &Context, span: Span) -> bool {
    let courtesy = |word: &str| matches!(word.trim_end_matches('.'), "Dr" | "Mr" | "Mrs" | "Ms");
    let mut words = before(context.document, span).split_whitespace().rev();
    words.next().is_some_and(courtesy)
        && words.next().is_some_and(|word| matches!(word, "and" | "&"))
        && words.next().is_some_and(courtesy)
}

/// True for a party in the name of a case: "Whitlock v. Hapsel Ferries".
fn is_in_case(context: &Context, span: Span) -> bool {
    const AGAINST: [&str; 4] = ["v", "v.", "vs", "vs."];
    let before = before(context.document, span).split_whitespace().next_back();
    let behind = after(context.document, span).split_whitespace().next();
    [before, behind].into_iter().flatten().any(|word| AGAINST.contains(&word))
}

/// True where the words in front speak of places: "in Oregon", "in California, Nevada and Oregon".
fn is_in_place(context: &Context, span: Span) -> bool {
    let listed = |word: &&str| *word == "and" || word.starts_with(char::is_uppercase);
    let mut words = before(context.document, span).split_whitespace().rev().take(10).skip_while(listed);
    words
        .next()
        .is_some_and(|word| matches!(word, "across" | "around" | "in" | "near" | "outside" | "throughout"))
}

/// True for the last word of a name, and for the first of one whose given name is hyphenated, as Korean ones
/// are. Another word of it may be something else: "Governor of Washington Chris Gregoire".
fn is_surname(word: &str, full: &str) -> bool {
    let last = full.rsplit(' ').next() == Some(word);
    // "Hugo" is no family name of Hugo Chalk-Torvik.
    let small =
        |given: &str| given.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    let hyphenated = full.split_once(' ').is_some_and(|(_, given)| small(given));
    last || hyphenated && full.split(' ').next() == Some(word)
}

/// The first short name in the writer's own words, unless the text has given the full one before it.
fn finding(context: &Context, names: Vec<Name>, full: &str) -> Option<Diagnostic> {
    let body: Vec<&Name> = names.iter().filter(|n| n.zone == Zone::Body).collect();
    let introduced = body.iter().position(|n| !n.short);
    let early = &body[..introduced.unwrap_or(body.len())];
    let first = early.iter().find(|n| !n.speech && context.lints(n.zone, n.span))?;
    let written = context.document.shown(first.span);
    let message = match introduced {
        Some(_) => format!("“{written}” stands before the full name: write “{full}” first"),
        None => {
            let elsewhere = names.iter().find(|name| !name.short).map(|name| name.zone);
            let place = match elsewhere {
                Some(Zone::Headline | Zone::Subhead) => "only in a heading",
                Some(Zone::Caption) => "only in a caption",
                _ => "nowhere in this article",
            };
            format!("“{written}” is short for “{full}”, which stands {place}")
        }
    };
    let mut finding = context.finding(first.span, message);
    finding.related.extend(introduced.map(|at| context.related(body[at].span, "the full name")));
    let edits = vec![Edit { span: first.span, text: full.to_owned() }];
    finding.fixes.push(Fix { title: format!("replace with “{full}”"), safe: false, edits });
    Some(finding)
}
