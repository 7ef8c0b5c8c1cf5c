//! Finds texts by how they begin, or how a word in them does, without looking at all of them.

use super::fold::fold_name;
use rayon::slice::ParallelSliceMut;
use unicode_normalization::UnicodeNormalization;

/// A sorted table of texts, by their beginnings and those of their words.
#[derive(Debug, Default)]
pub struct Prefixes {
    /// The keys of all texts, one behind the other.
    letters: Box<str>,
    /// Where each key ends in `letters`.
    ends: Box<[u32]>,
    /// Where each word begins in `letters`, and in which text; sorted by what follows there.
    words: Box<[(u32, u32)]>,
}

/// A text that begins as asked, or has a word from which on it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Which text, counted from 0 in the order in which they were given.
    pub text: usize,
    /// True where the text itself begins so, false where a later word does.
    pub whole: bool,
}

impl Prefixes {
    /// A table of texts; those with true beside them are found by their later words too. Keys behind the first 4 GiB are
    /// left out.
    pub fn new<'t>(texts: impl Iterator<Item = (&'t str, bool)>) -> Self {
        let (mut letters, mut ends, mut words) = (String::new(), Vec::new(), Vec::new());
        for (at, (text, later)) in texts.enumerate() {
            let (key, start) = (prefix_key(text), letters.len());
            let (Ok(_), Ok(at)) = (u32::try_from(start + key.len()), u32::try_from(at)) else { break };
            let begins = |(byte, _): &(usize, char)| *byte == 0 || later && key.as_bytes()[byte - 1] == b' ';
            words.extend(key.char_indices().filter(begins).map(|(byte, _)| ((start + byte) as u32, at)));
            letters.push_str(&key);
            ends.push(letters.len() as u32);
        }
        // Equal keys stand in the order in which they were given.
        words.par_sort_unstable_by(|a: &(u32, u32), b: &(u32, u32)| {
            let rest = |(start, text): &(u32, u32)| &letters[*start as usize..ends[*text as usize] as usize];
            rest(a).cmp(rest(b)).then(a.cmp(b))
        });
        // Copied, since an allocator may leave what is cut short where it is, with all the room that it had.
        let (letters, ends) = (letters.as_str().into(), ends.as_slice().into());
        Prefixes { letters, ends, words: words.as_slice().into() }
    }

    /// The texts that have `key`, a [`prefix_key`], at their beginning or, where that counts, at that of a later word, in the
    /// order of what they go on with. A text is given once for each such word. Time grows with the number of what is found.
    pub fn find(&self, key: &str) -> impl Iterator<Item = Begun> {
        let first = self.words.partition_point(|word| self.rest(word) < key);
        let from = if key.is_empty() { &[] } else { &self.words[first..] };
        let found = from.iter().take_while(move |word| self.rest(word).starts_with(key));
        found.map(|(start, text)| {
            let text = *text as usize;
            let begin = text.checked_sub(1).map_or(0, |before| self.ends[before]);
            Begun { text, whole: *start == begin }
        })
    }

    /// The key of a word's text from that word on.
    fn rest(&self, (start, text): &(u32, u32)) -> &str {
        &self.letters[*start as usize..self.ends[*text as usize] as usize]
    }
}

/// What two texts share that begin alike to a reader: small letters without accents, words parted by one space, "&"
/// as "and". A text that ends behind a word keeps a space there: "Korea " does not begin "Korean".
pub fn prefix_key(text: &str) -> String {
    let folded = fold_name(text);
    let mut key = String::with_capacity(folded.len());
    let mut push = |c: char| match c.is_alphanumeric() {
        true => key.push(c),
        false if key.is_empty() || key.ends_with(' ') => {}
        false => key.push(' '),
    };
    if folded.is_ascii() {
        folded.chars().for_each(&mut push);
    } else {
        let accent = |c: &char| ('\u{300}'..='\u{36F}').contains(c);
        folded.nfd().filter(|c| !accent(c)).nfc().for_each(&mut push);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::{Prefixes, prefix_key};

    #[test]
    fn keys_are_what_a_reader_takes_for_the_same() {
        for (text, key) in [
            ("Korea Internet & Security Agency", "korea internet and security agency"),
            ("  “Ryu  Je-myung” ", "ryu je myung "),
            ("André Çelik", "andre celik"),
            ("Andre\u{301}", "andre"),
            ("류제명", "류제명"),
            ("GPT-5.5", "gpt 5 5"),
            ("&", "and "),
            ("—", ""),
        ] {
            assert_eq!(prefix_key(text), key, "{text}");
        }
    }

    #[test]
    fn a_text_is_found_by_its_beginning_or_by_each_of_its_words() {
        let names = ["Ryu Je-myung", "Korea Internet & Security Agency", "Korean Air", "ryu", "류제명", ""];
        let table = Prefixes::new(names.iter().map(|name| (*name, !name.contains('&'))));
        let found = |typed: &str| {
            let key = prefix_key(typed);
            table.find(&key).map(|begun| (names[begun.text], begun.whole)).collect::<Vec<_>>()
        };
        assert_eq!(found("Ryu"), [("ryu", true), ("Ryu Je-myung", true)]);
        assert_eq!(found("ryu je-m"), [("Ryu Je-myung", true)]);
        assert_eq!(found("Je m"), [("Ryu Je-myung", false)]);
        assert_eq!(found("kore"), [("Korea Internet & Security Agency", true), ("Korean Air", true)]);
        assert_eq!(found("Agency"), []);
        assert_eq!(found("Korea "), [("Korea Internet & Security Agency", true)]);
        assert_eq!(found("Korea Internet and S"), [("Korea Internet & Security Agency", true)]);
        assert_eq!(found("류제"), [("류제명", true)]);
        assert_eq!(found("제명"), []);
        assert_eq!(found(" "), []);
        assert_eq!(Prefixes::default().find("a").count(), 0);
    }

    /// The table finds what a look at every text finds.
    #[test]
    fn it_equals_a_look_at_all_texts() {
        let words = ["an", "ann", "Ana", "nan", "an-an", "& an", "Än", "n"];
        let texts: Vec<String> =
            words.iter().flat_map(|a| words.iter().map(move |b| format!("{a} {b}"))).collect();
        let table = Prefixes::new(texts.iter().map(|text| (text.as_str(), true)));
        for typed in ["a", "an", "an ", "an a", "ann n", "n n", "and an", "x", "ä"] {
            let key = prefix_key(typed);
            let begins = |text: &String| {
                let text = prefix_key(text);
                (0..text.len())
                    .any(|at| (at == 0 || text.as_bytes()[at - 1] == b' ') && text[at..].starts_with(&key))
            };
            let mut found: Vec<usize> = table.find(&key).map(|begun| begun.text).collect();
            found.sort_unstable();
            found.dedup();
            let all: Vec<usize> = (0..texts.len()).filter(|at| begins(&texts[*at])).collect();
            assert_eq!(found, all, "{typed}");
        }
    }
}
