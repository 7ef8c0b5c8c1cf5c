//! One block of an article, read with a catalog: what may be a fact, before the whole article decides.

use super::asserted::{RUMOUR, is_rumour};
use super::bracket::{add_known, end_with_known};
use super::candidate::candidates;
use super::context::{Neighbours, RawMention};
use super::cue::{self, Cue};
use super::expansion::{RawExpansion, expansions};
use super::facts::Zone;
use super::found_names::look_again;
use super::furniture::{Frame, frame};
use super::korean_title::{misspelt_names, misspelt_words};
use super::lexicon;
use super::measure::measures;
use super::raw_candidate::RawCandidate;
use super::subject::{Subject, Voice};
use super::told::{Known, Memory, Told};
use super::word_list::Sieve;
use crate::catalog::{Catalog, Hit, Kind};
use crate::text::{Block, BlockKind, Blocks, Format, Lines, Prose, Span, Token, TokenKind, word_key};
use jiff::civil::Date;
use std::sync::{LazyLock, OnceLock};

/// One block of an article and the possible facts in it. Offsets count from the block's start, so that a
/// paragraph that an edit did not touch can be used again wherever it has moved to.
#[derive(Debug)]
pub struct Paragraph {
    /// The block's bytes.
    pub text: Box<str>,
    /// Its kind and borders, counted from its own start.
    pub block: Block,
    /// Its words, sentences and quotations.
    pub prose: Prose,
    /// What may name an entity.
    pub(super) hits: Vec<RawMention>,
    /// Acronyms with their long forms.
    pub(super) expansions: Vec<RawExpansion>,
    /// What may be a name that the catalog does not know.
    pub(super) candidates: Vec<RawCandidate>,
    /// Runs of capitals.
    pub(super) acronyms: Vec<Span>,
    /// Words that can say who runs, leads or takes part in what, as places in the tokens.
    pub(super) cues: Vec<u32>,
    /// True where it holds a word that passes a thing on without standing by it: "reportedly".
    pub(super) rumours: bool,
    /// Its part in the article, as far as its own lines tell.
    pub(super) frame: Frame,
    /// True where most words are capitalised.
    pub(super) title_case: bool,
    /// Its lines.
    pub lines: Lines,
    /// What it told last.
    pub(super) told: Memory<Known, Told>,
    /// Whose its verbs of saying were last.
    pub(super) said: Memory<Voice, Vec<Subject>>,
    /// The verb of saying for each of its quotations, once that was asked for.
    pub(super) verbs: OnceLock<Box<[Option<Span>]>>,
    /// The date that it states as a whole, once that was asked for.
    pub(super) stated: OnceLock<Option<Date>>,
    /// The year of its copyright line, once that was asked for.
    pub(super) copyright: OnceLock<Option<i16>>,
    /// The keys of its words with a capital and of its units, cut short, once they were asked for.
    capitals: OnceLock<Box<[u16]>>,
}

impl Paragraph {
    /// Reads the bytes of one block.
    pub(super) fn read(text: &str, block: Block, format: Format, catalog: &Catalog) -> Paragraph {
        let block = from_its_start(block);
        let mut paragraph = Paragraph::of_prose(text, block, Prose::read(text, &block, format), format);
        name_all(std::slice::from_mut(&mut paragraph), catalog);
        paragraph
    }

    /// Reads blocks of `text`.
    pub(super) fn read_all(text: &str, blocks: Blocks, format: Format, catalog: &Catalog) -> Vec<Paragraph> {
        let (texts, blocks): (Vec<&str>, Vec<Block>) =
            blocks.map(|block| (block.span.of(text), from_its_start(block))).unzip();
        let proses = Prose::read_all(&blocks, &texts, format);
        let parts = texts.into_iter().zip(blocks).zip(proses);
        let mut paragraphs: Vec<Paragraph> =
            parts.map(|((text, block), prose)| Paragraph::of_prose(text, block, prose, format)).collect();
        name_all(&mut paragraphs, catalog);
        paragraphs
    }

    /// A block as prose, before any name is looked for.
    fn of_prose(text: &str, block: Block, mut prose: Prose, format: Format) -> Paragraph {
        let frame = frame(&prose.text, format);
        if let Some(dateline) = frame.dateline {
            begin_sentence(&mut prose.sentences, dateline.end);
        }
        if block.kind == BlockKind::Table {
            prose.sentences = cells(&prose);
        }
        Paragraph {
            frame,
            // A byline's capitals are those of names.
            title_case: title_case(&prose) && !is_byline(&prose.text),
            text: text.into(),
            lines: Lines::new(text),
            block,
            prose,
            hits: Vec::new(),
            expansions: Vec::new(),
            candidates: Vec::new(),
            acronyms: Vec::new(),
            cues: Vec::new(),
            rumours: false,
            told: Memory::default(),
            said: Memory::default(),
            verbs: OnceLock::new(),
            stated: OnceLock::new(),
            copyright: OnceLock::new(),
            capitals: OnceLock::new(),
        }
    }

    /// True when it is what reading `text`, the bytes of `block`, gives.
    pub(super) fn is(&self, text: &str, block: Block) -> bool {
        *self.text == *text && self.block == from_its_start(block)
    }

    /// True when a reader reads it: not code, HTML, metadata or blank lines.
    pub fn is_prose(&self) -> bool {
        use BlockKind::{Blank, Code, FrontMatter, Html};
        !matches!(self.block.kind, Code | Html | Blank | FrontMatter)
    }

    /// True where most words are capitalised because a headline is: in an item of a list names are.
    pub fn is_headline(&self) -> bool {
        self.title_case && self.block.kind != BlockKind::ListItem
    }

    /// How its names are read where it is in `zone`: as those of a headline, of a correction, of what stands around the text.
    pub(super) fn block_traits(&self, zone: Zone) -> [bool; 3] {
        // In most lists the capitals are those of names.
        [self.is_headline(), self.frame.correction, zone != Zone::Body || self.title_case]
    }

    /// The keys of its words that have a capital or are units behind numbers: the last bits of [`Token::folded`]. [`FOREIGN`](Self::FOREIGN) stands for
    /// each that is no ASCII, and for some that are.
    pub fn capitals(&self) -> &[u16] {
        self.capitals.get_or_init(|| {
            let Prose { text, tokens, .. } = &self.prose;
            let capitals = tokens.iter().filter(|t| t.has_capital());
            let key = |t: &Token| if t.of(text).is_ascii() { t.folded as u16 } else { Self::FOREIGN };
            let unit = |word: &str| match word.is_ascii() {
                true => word_key(word.to_ascii_lowercase()) as u16,
                false => Self::FOREIGN,
            };
            let units = measures(&self.prose).map(|span| unit(span.of(text)));
            capitals.map(key).chain(units).collect()
        })
    }

    /// See [`capitals`](Self::capitals).
    pub const FOREIGN: u16 = u16::MAX;

    /// Finds what the catalog knows.
    fn find_known(&mut self, catalog: &Catalog) {
        if !self.is_prose() && self.block.kind != BlockKind::FrontMatter {
            return;
        }
        let Prose { text, tokens, sentences, .. } = &self.prose;
        let mut hits = catalog.matcher().find(text, tokens);
        // "US$100 billion" is money.
        hits.retain(|hit| !text[hit.span.end..].starts_with('$'));
        let neighbours =
            Neighbours { text, tokens, sentences, hits: &hits, catalog, title_case: self.title_case };
        let mention = |(at, hit): (usize, &Hit)| {
            RawMention::new(text, hit.span, hit.forms.clone(), neighbours.context(at), catalog)
        };
        self.hits = hits.iter().enumerate().map(mention).collect();
    }

    /// Finds long forms with their acronyms.
    fn find_expansions(&mut self, catalog: &Catalog) {
        self.expansions = expansions(&self.prose);
        add_known(&self.prose.text, &self.hits, catalog, &mut self.expansions);
        end_with_known(&self.prose.text, &self.hits, catalog, &mut self.expansions);
        self.enclose_in_long_forms(catalog);
    }

    /// Finds what may be a name that the catalog does not know.
    fn find_new(&mut self, catalog: &Catalog) {
        let taken: Vec<Span> = self.hits.iter().filter(|h| !h.context.enclosed).map(|h| h.span).collect();
        self.candidates = candidates(&self.prose, &taken, &self.long_forms());
        let known = self.candidates.len();
        let free = |name: &RawCandidate| {
            let hit = taken.get(taken.partition_point(|hit| hit.end <= name.span.start));
            hit.is_none_or(|hit| !hit.overlaps(name.span))
        };
        let misspelt = misspelt_names(&self.prose, catalog).chain(misspelt_words(&self.prose, catalog));
        self.candidates.extend(misspelt.filter(free));
        if self.candidates.len() > known {
            // One that is sure goes before the same in doubt.
            self.candidates.sort_by_key(|name| (name.span, name.doubtful));
            self.candidates.dedup_by_key(|name| name.span);
        }
        if let Some(place) = self.frame.place(&self.prose.text) {
            self.candidates
                .iter_mut()
                .filter(|c| place.covers(c.span))
                .for_each(|c| c.kind = Some(Kind::Place));
        }
        self.note_headline();
        self.candidates.retain_mut(|c| self.frame.body.covers(c.span) || c.end_with_line(&self.prose.text));
        look_again(&mut self.candidates, &taken, &self.prose.text);
    }

    /// Notes the words that can state a tie, and whether one speaks of a rumour.
    fn listen(&mut self) {
        static HEARD: LazyLock<Sieve> = LazyLock::new(|| Sieve::new([&cue::LIST, &RUMOUR]));
        let Prose { text, tokens, .. } = &self.prose;
        let heard = &*HEARD;
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| heard.lets_through(token)) {
            let word = token.of(text);
            if Cue::of(word).is_some() {
                self.cues.push(at as u32);
            }
            self.rumours |= is_rumour(word);
        }
    }

    /// The long forms that the paragraph gives for acronyms, in order.
    pub(super) fn long_forms(&self) -> Vec<Span> {
        let mut long_forms: Vec<Span> = self.expansions.iter().map(|e| e.long).collect();
        long_forms.sort_unstable();
        long_forms
    }
}

/// Finds the names in paragraphs, step by step like [`Prose::read_all`].
fn name_all(paragraphs: &mut [Paragraph], catalog: &Catalog) {
    for paragraph in paragraphs.iter_mut() {
        paragraph.find_known(catalog);
    }
    for paragraph in paragraphs.iter_mut().filter(|p| p.is_prose()) {
        paragraph.find_expansions(catalog);
    }
    for paragraph in paragraphs.iter_mut().filter(|p| p.is_prose()) {
        paragraph.find_new(catalog);
    }
    for paragraph in paragraphs.iter_mut().filter(|p| p.is_prose()) {
        paragraph.acronyms = acronyms(&paragraph.prose.text, &paragraph.prose.tokens);
        paragraph.listen();
    }
}

/// A block whose offsets count from its own start.
fn from_its_start(block: Block) -> Block {
    let back = |span: Span| Span::new(span.start - block.span.start, span.end - block.span.start);
    Block { span: back(block.span), content: back(block.content), ..block }
}

/// Cuts the sentence that reaches over byte `at` in two: behind a dateline a sentence begins.
fn begin_sentence(sentences: &mut Vec<Span>, at: usize) {
    if let Some(which) = sentences.iter().position(|s| s.start < at && at < s.end) {
        let whole = sentences[which];
        sentences[which].end = at;
        sentences.insert(which + 1, Span::new(at, whole.end));
    }
}

/// The cells of a table: each is a sentence of its own.
fn cells(prose: &Prose) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut first: Option<Span> = None;
    for token in &prose.tokens {
        let line = first.is_some_and(|s| prose.text[s.end..token.start as usize].contains(['\n', '\r']));
        if token.of(&prose.text) == "|" || line {
            cells.extend(first.take());
        }
        if token.of(&prose.text) != "|" {
            first = Some(Span::new(first.map_or(token.start as usize, |s| s.start), token.end as usize));
        }
    }
    cells.extend(first);
    cells
}

/// A line of fewer words, all in capitals, may well be a name: "SK HYNIX".
const FEWEST_SHOUTED: usize = 3;

/// So many words with a capital each make a headline, short as they may be: "Hapsel Heirs Pay Off Tax".
const FEWEST_SHORT: usize = 5;

/// True for "By Dana Whitlock" and what stands behind it.
fn is_byline(text: &str) -> bool {
    text.trim_start_matches([' ', '*', '_']).strip_prefix("By ").is_some()
}

/// True when most of the longer words are capitalised, as in a headline. A sentence with a full stop is no
/// headline, nor is the item of a roll with a semicolon, however many names it holds, and neither is a line with a small word that a headline would have
/// capitalised: "Five questions for Dana Whitlock".
fn title_case(prose: &Prose) -> bool {
    let closers = ['"', '”', '’', '\'', ')', ']'];
    if prose.text.trim_end().trim_end_matches(closers).ends_with(['.', ',', ';', '。']) {
        return false;
    }
    // "FOR IMMEDIATE RELEASE".
    let shouted = prose.tokens.iter().filter(|t| t.kind == TokenKind::Word);
    let small = |t: &Token| t.of(&prose.text).contains(char::is_lowercase);
    if !shouted.clone().any(small) && shouted.count() >= FEWEST_SHOUTED {
        return true;
    }
    let words = prose.tokens.iter().filter(|t| t.kind == TokenKind::Word && t.end - t.start >= 4 && !t.digit);
    let (capitals, all) =
        words.clone().fold((0, 0), |(capitals, all), t| (capitals + usize::from(t.capital), all + 1));
    let plain = |t: &Token| t.gap && t.exact == t.folded && !lexicon::is_function_word(t.of(&prose.text));
    if all >= 4 {
        return capitals * 4 >= all * 3 && !words.clone().any(plain);
    }
    let every = || prose.tokens.iter().filter(|t| t.kind == TokenKind::Word && !t.digit);
    let large = |t: &Token| t.capital || !t.gap || lexicon::is_function_word(t.of(&prose.text));
    every().count() >= FEWEST_SHORT && every().all(large)
}

/// Runs of capitals that stand like acronyms: "KISA", "C-TAS", "R&D", "G7", "COVID-19". A dotted "U.S." is
/// a country or an initial and is left out.
fn acronyms(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].capital && !tokens[at].digit {
            at += 1;
            continue;
        }
        let first = at;
        let mut last = at;
        // A run joined by "-" or "&" without a space is one acronym, if all its parts are capitals or digits.
        while last + 2 < tokens.len()
            && !tokens[last + 1].gap
            && !tokens[last + 2].gap
            && matches!(tokens[last + 1].of(text), "-" | "&")
            && capitals(text, &tokens[last + 2])
        {
            last += 2;
        }
        at = last + 1;
        if !capitals(text, &tokens[first]) {
            continue;
        }
        let letters: usize = tokens[first..=last].iter().map(|t| upper_letters(text, t)).sum();
        let joined = last > first;
        let dotted = tokens.get(last + 1).is_some_and(|t| t.of(text) == "." && !t.gap) && letters == 1;
        // "(@HPSL)" is somebody's account, and "<HPSL>" where shares are traded.
        let account = !tokens[first].gap && first > 0 && matches!(tokens[first - 1].of(text), "@" | "<");
        if !dotted && !account && (letters >= 2 || letters == 1 && tokens[first].digit && !joined) {
            let plural = tokens[last].of(text).ends_with('s');
            found.push(Span::new(
                tokens[first].start as usize,
                tokens[last].end as usize - usize::from(plural),
            ));
        }
    }
    found
}

/// True for a word of capitals and digits, with at most a plural "s" behind two of them.
fn capitals(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    // Nearly all words go on in small letters, and a plural has two letters before its "s".
    if word.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        return false;
    }
    let word = word.strip_suffix('s').filter(|w| w.chars().count() >= 2).unwrap_or(word);
    token.kind == TokenKind::Word && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

fn upper_letters(text: &str, token: &Token) -> usize {
    token.of(text).chars().filter(|c| c.is_uppercase()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::State;

    #[test]
    fn a_headline_has_no_small_word_but_those_that_join() {
        for (text, expected) in [
            ("Ferries Leave Nordhavn for Good after Strike", true),
            ("Five questions for Mireille Okonkwo-Barnes of Nordhavn", false),
            ("Trust-based Access for Nordhavn Ferries Grows", true),
            ("Ferries Leave Nordhavn for Good.", false),
            ("FOR IMMEDIATE RELEASE", true),
            ("VINTER FERRIES", false),
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            assert_eq!(title_case(&Prose::read(text, &block, Format::Plain)), expected, "{text}");
        }
    }
}
