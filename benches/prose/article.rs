//! Whole articles, in Markdown and as plain text.

use super::cast::Cast;
use super::random::Random;
use super::sentence::Sentences;
use super::world::World;
use masthead::text::Format;

/// Bytes until other people come on: what a usual article has.
const STRETCH: usize = 4_096;

/// The article that belongs to `number`, of at least `size` bytes and at most a paragraph and a footer more. Equal
/// arguments give equal articles.
pub(crate) fn article(world: &World, number: u64, format: Format, size: usize) -> String {
    let mut random = Random::new(number);
    let cast = Cast::new(world, &mut random);
    let mut writer = Writer {
        sentences: Sentences::new(),
        cast,
        random,
        format,
        text: String::with_capacity(size + 2_048),
    };
    writer.head();
    writer.body(size, wire(number));
    writer.foot();
    writer.text
}

/// The seed of a passage that an article shares with its neighbours: newsrooms print the same agency reports.
fn wire(number: u64) -> Option<u64> {
    (number % 40 < 3).then_some(number / 40)
}

struct Writer<'w> {
    sentences: Sentences,
    cast: Cast<'w>,
    random: Random,
    format: Format,
    text: String,
}

impl Writer<'_> {
    /// Headline, byline and date, in one of the ways that newsrooms have.
    fn head(&mut self) {
        let headline = self.sentences.headline(&mut self.cast, &mut self.random);
        let author = self.cast.full_name(&mut self.random);
        let (year, month) = (2019 + self.random.below(8), self.random.below(12));
        let (day, hour) = (1 + self.random.below(28), self.random.below(24));
        let named = self.sentences.months[month];
        let head = match (self.format, self.random.below(2)) {
            (Format::Markdown, 0) => format!(
                "---\ntitle: {headline}\ndate: {year}-{:02}-{day:02}\nauthor: {author}\n---\n\n",
                month + 1
            ),
            (Format::Markdown, _) => {
                format!("# {headline}\n\nBy {author}\nPosted: {named} {day}, {year}, {hour:02}:15\n\n")
            }
            (Format::Plain, 0) => format!("{headline}\n\nBy {author}\n\n{named} {day}, {year}\n\n"),
            (Format::Plain, _) => {
                format!("{headline}\n\nBy {author} | {year}-{:02}-{day:02} {hour:02}:15\n\n", month + 1)
            }
        };
        self.text.push_str(&head);
        if self.random.below(2) == 0 {
            let place = self.cast.place(&mut self.random).to_uppercase();
            self.text.push_str(&format!("{place}, {named} {day} – "));
        }
    }

    fn body(&mut self, size: usize, wire: Option<u64>) {
        let mut next_stretch = STRETCH;
        let mut paragraphs = 0;
        while self.text.len() < size {
            if self.text.len() > next_stretch {
                next_stretch = self.text.len() + STRETCH;
                self.cast.renew(&mut self.random);
                self.subhead();
            }
            paragraphs += 1;
            match (paragraphs, wire) {
                (3, Some(seed)) => self.shared(seed),
                _ => self.paragraph(paragraphs),
            }
        }
    }

    fn subhead(&mut self) {
        let headline = self.sentences.headline(&mut self.cast, &mut self.random);
        let mark = if self.format == Format::Markdown { "## " } else { "" };
        self.text.push_str(&format!("{mark}{headline}\n\n"));
    }

    /// The same words by the same person in each article with this seed.
    fn shared(&mut self, seed: u64) {
        let mut random = Random::new(seed ^ 0x5eed);
        let mut cast = Cast::new(self.cast.world(), &mut random);
        let pattern = "{P} gave the news to an agency. “{Quote}, and {quote},” {P} said.";
        let paragraph = self.sentences.filled(pattern, &mut cast, &mut random);
        self.text.push_str(&super::sentence::capitalised(&paragraph));
        self.text.push_str("\n\n");
    }

    fn paragraph(&mut self, number: usize) {
        let markdown = self.format == Format::Markdown;
        match self.random.below(40) {
            0 if number > 2 => return self.caption(),
            1 if markdown && number > 2 => return self.list(),
            2 if markdown && number > 2 => self.text.push_str("> "),
            _ => {}
        }
        // Lengths as in print: mostly two or three sentences, single ones for effect, now and then a long one.
        let sentences = self.random.pick(&[1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 7]);
        for at in 0..sentences {
            if at > 0 {
                self.text.push(' ');
            }
            let sentence = self.sentences.sentence(&mut self.cast, &mut self.random);
            match self.random.below(25) {
                0 if markdown => self.marked(&sentence),
                _ => self.text.push_str(&sentence),
            }
        }
        self.text.push_str("\n\n");
    }

    /// A sentence with a word set off or linked.
    fn marked(&mut self, sentence: &str) {
        let words: Vec<&str> = sentence.split(' ').collect();
        let chosen = self.random.below(words.len());
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            let plain = word.chars().all(char::is_alphanumeric);
            match self.random.below(3) {
                _ if at != chosen || !plain => self.text.push_str(word),
                0 => self.text.push_str(&format!("**{word}**")),
                1 => self.text.push_str(&format!("*{word}*")),
                _ => self.text.push_str(&format!("[{word}](https://example.org/{at}/{word})")),
            }
        }
    }

    fn caption(&mut self) {
        let (name, place) = (self.cast.full_name(&mut self.random), self.cast.place(&mut self.random));
        let day = self.random.pick(&self.sentences.days);
        let credit = self.cast.body_name(&mut self.random);
        self.text.push_str(&format!("{name} on {day} in {place}. [Photo: {credit}]\n\n"));
    }

    fn list(&mut self) {
        for _ in 0..2 + self.random.below(4) {
            let item = self.sentences.filled("{np} {past} {np} in {L}", &mut self.cast, &mut self.random);
            self.text.push_str(&format!("- {item}\n"));
        }
        self.text.push('\n');
    }

    fn foot(&mut self) {
        let foot = match self.random.below(4) {
            0 => "ⓒ The Example Gazette. Unauthorised copying and redistribution prohibited.\n",
            1 => "#harbour #council #archive\n",
            _ => return,
        };
        self.text.push_str(foot);
    }
}
