//! Which form of a name fits a place in an article: the full one with its acronym first, a short one later.

use super::cursor::Cursor;
use super::forms::{holds, surname};
use crate::catalog::{EntityIx, Form, FormIx, FormKind, Kind};
use crate::config::Acronyms;
use crate::corpus::Name;
use crate::document::{ChainKey, Zone, family_name};
use crate::text::{Span, fold, prefix_key};
use std::cell::LazyCell;

/// A place where a name is about to be written.
#[derive(Debug)]
pub(super) struct Site<'a> {
    /// The article and its corpus.
    pub(super) cursor: Cursor<'a>,
    /// What has been typed, and will be replaced.
    pub(super) span: Span,
    /// That text.
    pub(super) run: &'a str,
    /// The part of the article.
    pub(super) zone: Zone,
}

/// The ways to write one name, without regard to place.
struct Ways {
    full: String,
    /// Another full form, which is what has been typed: it comes first, and the desk's own choice behind it.
    alias: Option<String>,
    acronym: Option<String>,
    short: Option<String>,
    /// In another script, which is what has been typed.
    native: Option<String>,
}

impl Site<'_> {
    /// What to write for `name`, the best first, of which `typed` is the beginning of a form. Never a form that the
    /// desk rejects or that does not hold at the article's date, and nothing that stands there already.
    pub(super) fn fitting(&self, name: &Name, typed: Option<FormIx>) -> Vec<String> {
        let ways = match name {
            Name::Known(entity) => self.ways_of_known(*entity, typed),
            Name::New(name) => self.ways_of_new(name),
        };
        let mut texts = match (self.zone, self.is_first(name)) {
            (Zone::Furniture | Zone::Code, _) => ways.alias.iter().chain([&ways.full]).cloned().collect(),
            (Zone::Headline | Zone::Subhead, _) => self.in_headline(&ways),
            (Zone::Caption | Zone::Body, true) => self.first(&ways),
            (Zone::Caption | Zone::Body, false) => self.later(&ways),
        };
        // Who types another script may want the name in it.
        texts.splice(0..0, ways.native);
        let mut told: Vec<String> = Vec::with_capacity(texts.len());
        for text in texts {
            if text != self.run && !told.contains(&text) {
                told.push(text);
            }
        }
        told
    }

    fn ways_of_known(&self, entity: EntityIx, typed: Option<FormIx>) -> Ways {
        let (catalog, date) = (&self.cursor.snapshot.catalog, self.cursor.document.date);
        let entry = catalog.entity(entity);
        let good = |form: &&Form| {
            let written = matches!(form.kind, FormKind::Full | FormKind::Alias | FormKind::Short);
            (written || form.kind == FormKind::Acronym) && holds(&form.bound, date)
        };
        let of = |kind| catalog.forms_of(entity).filter(good).find(move |form| form.kind == kind);
        let meant = typed.and_then(|ix| match catalog.form(ix) {
            form if good(&form) || form.kind == FormKind::Native => Some(form),
            _ => catalog.meant(ix, date),
        });
        let meant_as = |kind| meant.filter(|form| form.kind == kind).map(|form| form.text.clone());
        let text = |form: &Form| form.text.clone();
        let full =
            of(FormKind::Full).or_else(|| of(FormKind::Alias)).map_or_else(|| entry.name.clone(), text);
        let acronym = of(FormKind::Acronym).map(text);
        let short = meant_as(FormKind::Short).or_else(|| acronym.clone());
        let short = short.or_else(|| of(FormKind::Short).map(text));
        let surname = || surname(&full, entry.family_name).filter(|_| entry.kind == Kind::Person);
        Ways {
            alias: meant_as(FormKind::Alias).filter(|alias| *alias != full),
            native: meant_as(FormKind::Native),
            short: short.or_else(surname),
            acronym,
            full,
        }
    }

    fn ways_of_new(&self, name: &str) -> Ways {
        let (document, folded) = (self.cursor.document, LazyCell::new(|| fold(name)));
        let own = document.expansions.iter().filter(|e| e.entity.is_none());
        let mut own = own.filter(|e| fold(document.slice(e.long)) == *folded);
        let acronym = own.next().map(|e| document.slice(e.short).to_owned()).or_else(|| self.letters(name));
        let short = acronym.clone().or_else(|| family_name(name).map(str::to_owned));
        Ways { full: name.to_owned(), alias: None, acronym, short, native: None }
    }

    /// The letters that other articles give for a new name.
    fn letters(&self, name: &str) -> Option<String> {
        self.cursor.snapshot.letters_for(name).first().map(|letters| letters.to_string())
    }

    /// "Korea Internet & Security Agency (KISA)". Letters that need no expansion may stand alone.
    fn first(&self, ways: &Ways) -> Vec<String> {
        let config = &self.cursor.snapshot.config;
        let bracket = ways.acronym.as_ref().filter(|acronym| self.takes_bracket(acronym));
        let given = |full: &String| match bracket {
            Some(acronym) => format!("{full} ({acronym})"),
            None => full.clone(),
        };
        let mut texts: Vec<String> = ways.alias.iter().chain([&ways.full]).map(given).collect();
        if let Some(acronym) = ways.acronym.as_ref().filter(|acronym| config.exempt(acronym)) {
            texts.push(acronym.clone());
            texts.sort_by_key(|text| !self.goes_on(text));
        }
        texts
    }

    /// "KISA"; the full name too for who types that.
    fn later(&self, ways: &Ways) -> Vec<String> {
        let Some(short) = &ways.short else { return vec![ways.full.clone()] };
        let long = || ways.alias.iter().chain([&ways.full]).cloned();
        let (typed, key) = (prefix_key(self.run), prefix_key(short));
        match (key.starts_with(&typed) && !typed.is_empty(), typed.starts_with(&key)) {
            (true, _) => vec![short.clone()],
            (_, true) => long().chain([short.clone()]).collect(),
            _ => ways.alias.iter().chain([short, &ways.full]).cloned().collect(),
        }
    }

    /// A headline is no first reference and has no room for brackets.
    fn in_headline(&self, ways: &Ways) -> Vec<String> {
        let mut texts: Vec<String> =
            ways.alias.iter().chain([&ways.full]).chain(&ways.short).cloned().collect();
        texts.sort_by_key(|text| !self.goes_on(text));
        texts
    }

    /// True when `text` goes on with what has been typed.
    fn goes_on(&self, text: &str) -> bool {
        prefix_key(text).starts_with(&prefix_key(self.run))
    }

    /// True when nothing in the text before has given the name in full.
    pub(super) fn is_first(&self, name: &Name) -> bool {
        let document = self.cursor.document;
        let before = |span: Span, zone| span.end <= self.span.start && zone == Zone::Body;
        let chain = |key: &ChainKey| match (key, name) {
            (ChainKey::Entity(a), Name::Known(b)) => a == b,
            (ChainKey::Name(a), Name::New(b)) => **a == **b,
            _ => false,
        };
        let Some(chain) = document.chains.iter().find(|c| chain(&c.key)) else { return true };
        let mut members = chain.members.iter().map(|member| *member as usize);
        !match name {
            Name::Known(_) => members
                .filter_map(|at| document.mentions.get(at))
                .any(|mention| !mention.partial && before(mention.span, mention.zone)),
            Name::New(full) => members.any(|at| {
                let candidate = document.candidates.get(at);
                candidate
                    .is_some_and(|c| before(c.span, c.zone) && document.slice(c.span).len() >= full.len())
            }),
        }
    }

    /// True where the letters belong in brackets behind the full name: by house style, in the running text, outside
    /// of other brackets and of speech, and where they do not stand already.
    fn takes_bracket(&self, acronym: &str) -> bool {
        let Cursor { document, snapshot, offset, .. } = self.cursor;
        let at = document.paragraph_at(offset);
        let (Some(paragraph), Some(start)) = (document.paragraphs.get(at), document.starts.get(at)) else {
            return false;
        };
        let local = |byte: usize| byte.checked_sub(*start);
        let before = local(self.span.start).and_then(|end| paragraph.text.get(..end)).unwrap_or("");
        let behind = local(offset).and_then(|from| paragraph.text.get(from..)).unwrap_or("");
        let behind = behind.trim_start_matches(char::is_alphanumeric).trim_start_matches(' ');
        snapshot.config.style.acronyms == Acronyms::Reuters
            && self.zone == Zone::Body
            && !before.ends_with(['(', '['])
            && !behind.strip_prefix('(').is_some_and(|inside| inside.starts_with(acronym))
            && !document.speeches.iter().any(|speech| speech.span.contains(self.span.start))
    }
}
