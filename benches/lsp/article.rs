//! An article to type into, and what is typed.

use std::path::Path;

/// At least `size` bytes of prose from the articles in `folder`, in path order, over and over if need be,
/// cut behind a paragraph.
pub(crate) fn article(folder: &Path, size: usize) -> String {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the seed articles")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let mut text = String::new();
    while text.len() < size {
        for path in &paths {
            let article = std::fs::read_to_string(path).expect("an article");
            for paragraph in article.split("\n\n").filter(|_| text.len() < size).collect::<Vec<_>>() {
                text.push_str(paragraph.trim());
                text.push_str("\n\n");
            }
        }
    }
    text
}

/// One keystroke: what stands between two columns of a line gives way to a text.
pub(crate) struct Key {
    pub(crate) line: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) text: &'static str,
}

/// Types a letter behind a word and takes it back, word after word, all over the article.
pub(crate) struct Typing {
    /// Line and column (in UTF-16 units) behind each word.
    places: Vec<(usize, usize)>,
    at: usize,
    typed: bool,
}

impl Typing {
    pub(crate) fn new(text: &str) -> Self {
        let mut places = Vec::new();
        for (line, words) in text.lines().enumerate() {
            for (at, _) in words.match_indices(' ') {
                places.push((line, words[..at].encode_utf16().count()));
            }
        }
        Self { places, at: 0, typed: false }
    }

    pub(crate) fn next_key(&mut self) -> Key {
        let (line, column) = self.places[self.at];
        self.typed = !self.typed;
        if self.typed {
            return Key { line, from: column, to: column, text: "s" };
        }
        // Steps that share no factor with most lengths lead to places far apart.
        self.at = (self.at + 7_919) % self.places.len();
        Key { line, from: column, to: column + 1, text: "" }
    }
}
