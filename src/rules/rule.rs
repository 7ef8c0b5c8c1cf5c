//! What a rule is, and what it sees.

use super::accepted::Accepted;
use super::acronyms::Story;
use super::asked::{Asked, those};
use super::seen_names::SeenNames;
use crate::catalog::{Catalog, Entity, EntityIx, Form};
use crate::config::Acronyms;
use crate::corpus::{QuotePosting, Snapshot};
use crate::diagnostic::{Diagnostic, Place, Related, Severity};
use crate::document::{
    Ambiguity, Candidate, Chain, ChainKey, Document, Expansion, Introduction, Mention, Zone,
};
use crate::text::Span;
use std::path::Path;
use std::sync::Arc;

/// What a rule sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The rule's name, which its findings carry.
    pub rule: &'static str,
    /// The article's file.
    pub path: &'a Arc<Path>,
    /// The article.
    pub document: &'a Document,
    /// Its corpus.
    pub snapshot: &'a Snapshot,
    /// The severity that the rule's findings have here, where the rule has no reason for another.
    pub severity: Severity,
    /// True when headlines are looked at too ([`Rule::wrong_name`]).
    pub headlines: bool,
    /// What an editor has accepted here.
    pub(super) accepted: &'a Accepted<'a>,
    /// What the article does with its acronyms, in the order of their letters; of a rule that [looks at
    /// them](Rule::tells_stories).
    pub(super) stories: &'a [Story<'a>],
    /// The article's speeches, in text order.
    pub(super) quotes: &'a [QuotePosting],
    /// What is seen of its names.
    pub(super) seen_names: &'a SeenNames,
    /// Of whom the findings are asked; `None` for all.
    pub(super) asked: Option<&'a Asked>,
}

/// Which other names of an article can change a finding on a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// None: a finding follows from the facts of its own name, and the words around it.
    None,
    /// Whom of the catalog the article names at all: where somebody comes or goes, all is judged anew.
    Known,
    /// Any: where a name comes or goes, all is judged anew.
    All,
}

/// A rule. Its name is the fault that it finds, so that "ignore unused-acronym" is a sentence.
pub trait Rule: Sync {
    /// Stable name in kebab case.
    fn name(&self) -> &'static str;
    /// What it finds, in one line for tables and help.
    fn summary(&self) -> &'static str;
    /// Its severity out of the box; `None` is off until asked.
    fn severity(&self) -> Option<Severity>;
    /// The habit with acronyms that it holds a desk to, as an information: one with another habit hears nothing of it.
    fn habit(&self) -> Option<Acronyms> {
        None
    }
    /// True when its findings are wrong names: of several such on the same words one is reported, and
    /// headlines are looked at too.
    fn wrong_name(&self) -> bool {
        false
    }
    /// True when the words anywhere in the article can change each of its findings: each edit has it judge all anew.
    ///
    /// For any other rule a finding on a name (or on an acronym, or a speech) follows from the facts of that name, the
    /// words of the paragraphs that it stands in, and the [others](Rule::minds) that it says. After an edit such a rule
    /// is asked of the names in the paragraphs that it touched: it looks for what it judges in [`Context::chains`] and its
    /// kin.
    fn reads_all(&self) -> bool {
        false
    }
    /// True when it looks at what the article does with its acronyms.
    fn tells_stories(&self) -> bool {
        false
    }
    /// Which other names of the article can change a finding on a name of whom itself nothing changed.
    fn minds(&self) -> Others {
        Others::None
    }
    /// A finding with what an edit anywhere changes in its message, the lines of its places; `None` where it has no such.
    fn completed(&self, finding: &Diagnostic) -> Option<Diagnostic> {
        let _ = finding;
        None
    }
    /// Its page: specification, test and documentation in Markdown.
    fn page(&self) -> &'static str;
    /// Its findings in one article.
    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>);
}

impl<'a> Context<'a> {
    /// The corpus's catalog.
    pub fn catalog(&self) -> &'a Catalog {
        &self.snapshot.catalog
    }

    /// True when all is asked, what follows from names alone too: no words around them change that.
    pub(super) fn asks_all(&self) -> bool {
        self.asked.is_none()
    }

    /// True when findings on the names of `chain` are asked.
    pub(super) fn asks(&self, chain: u32) -> bool {
        self.asked.is_none_or(|asked| asked.chains.binary_search(&chain).is_ok())
    }

    /// The chains that findings are asked on, in their order.
    pub(super) fn chains(&self) -> Box<dyn Iterator<Item = (u32, &'a Chain)> + 'a> {
        let chains: &'a [Chain] = &self.document.chains;
        match self.asked {
            None => Box::new((0..).zip(chains)),
            Some(asked) => {
                Box::new(asked.chains.iter().filter_map(|at| Some((*at, chains.get(*at as usize)?))))
            }
        }
    }

    /// The known names that findings are asked on: all in text order, some chain by chain.
    pub(super) fn mentions(&self) -> Box<dyn Iterator<Item = &'a Mention> + 'a> {
        let mentions: &'a [Mention] = &self.document.mentions;
        if self.asked.is_none() {
            return Box::new(mentions.iter());
        }
        let known = self.chains().filter(|(_, chain)| matches!(chain.key, ChainKey::Entity(_)));
        Box::new(known.flat_map(|(_, chain)| &chain.members).filter_map(|at| mentions.get(*at as usize)))
    }

    /// The same for the names that the catalog does not know.
    pub(super) fn candidates(&self) -> Box<dyn Iterator<Item = &'a Candidate> + 'a> {
        let candidates: &'a [Candidate] = &self.document.candidates;
        if self.asked.is_none() {
            return Box::new(candidates.iter());
        }
        let new = self.chains().filter(|(_, chain)| matches!(chain.key, ChainKey::Name(_)));
        Box::new(new.flat_map(|(_, chain)| &chain.members).filter_map(|at| candidates.get(*at as usize)))
    }

    /// The introductions of names that findings are asked on, in text order.
    pub(super) fn introductions(&self) -> impl Iterator<Item = &'a Introduction> {
        those(&self.document.introductions, self.asked.map(|asked| asked.introductions.as_slice()))
    }

    /// The expansions of the acronyms that findings are asked on, in text order.
    pub(super) fn expansions(&self) -> impl Iterator<Item = &'a Expansion> {
        those(&self.document.expansions, self.asked.map(|asked| asked.expansions.as_slice()))
    }

    /// The names of several that findings are asked on, and perhaps others, in text order.
    pub(super) fn ambiguities(&self) -> impl Iterator<Item = &'a Ambiguity> {
        those(&self.document.ambiguities, self.asked.map(|asked| asked.ambiguities.as_slice()))
    }

    /// True where this rule may speak: in prose, and where no editor has accepted the finding.
    pub fn lints(&self, zone: Zone, span: Span) -> bool {
        let prose = match zone {
            Zone::Body | Zone::Caption | Zone::Subhead => true,
            Zone::Headline => self.headlines,
            Zone::Furniture | Zone::Code => false,
        };
        prose && !self.accepted.covers(self.rule, span)
    }

    /// A finding of this rule, with its severity here.
    pub fn finding(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.rule, self.severity, span, message)
    }

    /// Another place in this article.
    pub fn related(&self, span: Span, message: impl Into<String>) -> Related {
        let (start, end) = (self.document.point(span.start), self.document.point(span.end));
        let place = Place { path: self.path.clone(), span, start, end };
        Related { place, message: message.into() }
    }
}

/// Why the desk is not sure of a name, where it is not.
pub(super) fn doubt<'c>(entity: &'c Entity, form: Option<&'c Form>) -> Option<&'c str> {
    let form = form.filter(|f| f.unsure);
    if form.is_none() && !entity.unsure {
        return None;
    }
    let note = form.and_then(|f| f.note.as_deref()).or(entity.note.as_deref());
    // A remark may go on for sentences; the first says what is unsure.
    let first = |note: &'c str| note.split_once(". ").map_or(note, |(first, _)| first).trim_end_matches('.');
    Some(note.map_or("the catalog says so", first))
}

/// Why the desk is not sure of a name that the catalog may know.
pub(super) fn doubt_of<'c>(context: &Context<'c>, entity: Option<EntityIx>) -> Option<&'c str> {
    doubt(context.catalog().entity(entity?), None)
}

/// Makes a finding one that the desk is not sure of: information at most, nothing mended unasked, and the
/// reason at the end.
pub(super) fn doubted(mut finding: Diagnostic, reason: Option<&str>) -> Diagnostic {
    if let Some(reason) = reason {
        finding.severity = finding.severity.max(Severity::Information);
        finding.fixes.iter_mut().for_each(|f| f.safe = false);
        finding.message += &format!(" (unsure: {reason})");
    }
    finding
}
