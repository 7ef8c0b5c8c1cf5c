//! What a writer types, and where.

/// One keystroke: what stands between two places gives way to a text. Lines and columns from 0, columns in UTF-16 units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'t> {
    pub(crate) from: (usize, usize),
    pub(crate) to: (usize, usize),
    pub(crate) text: &'t str,
}

/// What is typed, over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    /// A letter behind a word, and back.
    Letter,
    /// A word, letter by letter, and away in one stroke.
    Word,
    /// A paragraph in two, and joined again.
    Line,
}

impl Habit {
    pub(crate) const ALL: [Habit; 3] = [Habit::Letter, Habit::Word, Habit::Line];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Habit::Letter => "a letter, and back",
            Habit::Word => "a word, and away",
            Habit::Line => "a new line, and back",
        }
    }

    fn strokes(self) -> &'static [&'static str] {
        match self {
            Habit::Letter => &["s"],
            Habit::Word => &[" ", "h", "a", "r", "b", "o", "u", "r"],
            Habit::Line => &["\n\n"],
        }
    }
}

/// Types all over an article. What has been typed at a place is taken back before the next, so that places stay right.
pub(crate) struct Typing {
    /// Line and column behind each word.
    places: Vec<(usize, usize)>,
    at: usize,
    typed: usize,
    habit: Habit,
}

impl Typing {
    pub(crate) fn new(text: &str, habit: Habit) -> Self {
        let mut places = Vec::new();
        for (line, words) in text.lines().enumerate() {
            let (mut column, mut before) = (0, ' ');
            for letter in words.chars() {
                if letter == ' ' && before.is_alphanumeric() {
                    places.push((line, column));
                }
                column += letter.len_utf16();
                before = letter;
            }
        }
        Self { places, at: 0, typed: 0, habit }
    }

    pub(crate) fn next_key(&mut self) -> Key<'static> {
        let (line, column) = self.places[self.at];
        let Some(text) = self.habit.strokes().get(self.typed) else { return self.away() };
        let here = (line, column + self.typed);
        self.typed += 1;
        Key { from: here, to: here, text }
    }

    /// Takes away what has been typed at this place, if anything, and goes on to the next.
    pub(crate) fn away(&mut self) -> Key<'static> {
        let (line, column) = self.places[self.at];
        let to = match (self.habit, self.typed) {
            (Habit::Line, 1..) => (line + 2, 0),
            (_, typed) => (line, column + typed),
        };
        // Steps that share no factor with most lengths lead to places far apart.
        self.at = (self.at + 7_919) % self.places.len();
        self.typed = 0;
        Key { from: (line, column), to, text: "" }
    }
}
