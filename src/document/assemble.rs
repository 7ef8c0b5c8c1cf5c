//! Makes an article of its paragraphs: decides what needs the whole text. Time is in proportion to the names.

use super::article::Document;
use super::assembly::Assembly;
use super::dated::date;
use super::facts::{Acronym, Expansion};
use super::paragraph::Paragraph;
use super::resolve::Evidence;
use super::speaker::{speeches, voices};
use super::suppress::suppressions;
use crate::catalog::Catalog;
use crate::text::{Format, Span};
use std::sync::{Arc, OnceLock};

/// Makes an article of its paragraphs. `path` is only looked at for a date in it.
pub(super) fn assemble(
    paragraphs: Vec<Arc<Paragraph>>,
    format: Format,
    path: &str,
    catalog: &Catalog,
) -> Document {
    let (starts, lines) = places(&paragraphs);
    let facts = Linked::of(&paragraphs, &starts, format, catalog).facts(path);
    Document { paragraphs, starts, lines, ..facts }
}

/// Paragraphs of which is known whose their names are.
pub(super) struct Linked<'a> {
    pub(super) assembly: Assembly<'a>,
    pub(super) expansions: Vec<Expansion>,
    pub(super) acronyms: Vec<Acronym>,
    format: Format,
}

impl<'a> Linked<'a> {
    /// Decides whose the names of `paragraphs` are, which begin at the bytes `starts`.
    pub(super) fn of(
        paragraphs: &'a [Arc<Paragraph>],
        starts: &'a [usize],
        format: Format,
        catalog: &'a Catalog,
    ) -> Self {
        let mut assembly = Assembly::new(paragraphs, starts, format, catalog);
        let evidence = Evidence::gather(paragraphs, catalog);
        let nobody = assembly.take_mentions(&evidence);
        assembly.take_candidates(&nobody);
        assembly.order();
        let (expansions, acronyms) = (assembly.expansions(&evidence), assembly.acronyms());
        Linked { assembly, expansions, acronyms, format }
    }

    /// The article, all but its paragraphs and where they start.
    pub(super) fn facts(self, path: &str) -> Document {
        let Linked { mut assembly, expansions, acronyms, format } = self;
        let (introductions, ties) = assembly.telling(&expansions);
        assembly.call_persons(&introductions);
        let voices = voices(&assembly.mentions, &assembly.candidates, assembly.catalog);
        let Assembly {
            paragraphs,
            starts,
            zones,
            chains,
            mentions,
            candidates,
            ambiguities,
            shared_families,
            ..
        } = assembly;
        let (suppressions, unread_comments) = suppressions(paragraphs, starts, format);
        Document {
            speeches: speeches(paragraphs, starts, &voices),
            suppressions,
            unread_comments,
            date: date(paragraphs, path),
            format,
            paragraphs: Vec::new(),
            starts: Vec::new(),
            lines: Vec::new(),
            zones,
            mentions,
            candidates,
            chains: Arc::new(chains),
            expansions,
            introductions,
            ties,
            acronyms,
            ambiguities,
            shared_families: shared_families.into(),
            in_editor: false,
            compared: OnceLock::new(),
        }
    }
}

/// The first byte and the line of each paragraph.
fn places(paragraphs: &[Arc<Paragraph>]) -> (Vec<usize>, Vec<u32>) {
    let mut places = (Vec::with_capacity(paragraphs.len()), Vec::with_capacity(paragraphs.len()));
    add_places(&mut places, paragraphs, (0, 0));
    places
}

/// Adds the first byte and the line of each of `paragraphs`, the first of which is at `next`; gives those of what follows.
pub(super) fn add_places(
    (starts, lines): &mut (Vec<usize>, Vec<u32>),
    paragraphs: &[Arc<Paragraph>],
    next: (usize, u32),
) -> (usize, u32) {
    let (mut byte, mut line) = next;
    for paragraph in paragraphs {
        starts.push(byte);
        lines.push(line);
        byte += paragraph.text.len();
        line += paragraph.lines.breaks() as u32;
    }
    (byte, line)
}

impl Assembly<'_> {
    fn expansions(&self, evidence: &Evidence) -> Vec<Expansion> {
        let mut expansions = Vec::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            for raw in &paragraph.expansions {
                let start = self.starts[at];
                expansions.push(Expansion {
                    entity: evidence.expanded(at, raw.short.start),
                    zone: self.zone(at, raw.span),
                    speech: self.speech(at, raw.span),
                    short: raw.short.shifted(start),
                    long: raw.long.shifted(start),
                    span: raw.span.shifted(start),
                    paragraph: at as u32,
                });
            }
        }
        expansions.sort_by_key(|e| e.span);
        expansions
    }

    fn acronyms(&self) -> Vec<Acronym> {
        // Acronyms come in text order, and so do the names that they may be inside of.
        let mut known = self.mentions.iter().map(|m| m.span).peekable();
        let mut new = self.candidates.iter().map(|c| c.span).peekable();
        let mut inside = |span: Span| {
            let covers = |name: &Span| name.covers(span) && *name != span;
            while known.next_if(|name| name.end <= span.start).is_some() {}
            while new.next_if(|name| name.end <= span.start).is_some() {}
            known.peek().is_some_and(covers) || new.peek().is_some_and(covers)
        };
        let mut acronyms = Vec::with_capacity(self.paragraphs.iter().map(|p| p.acronyms.len()).sum());
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            for raw in &paragraph.acronyms {
                let span = raw.shifted(self.starts[at]);
                acronyms.push(Acronym {
                    inside_name: inside(span),
                    zone: self.zone(at, *raw),
                    speech: self.speech(at, *raw),
                    paragraph: at as u32,
                    span,
                });
            }
        }
        acronyms
    }
}
