//! Times and tables, as Markdown to paste.

use std::time::Duration;

/// Measured times, and what the worst of them are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    all: Vec<Duration>,
}

impl Times {
    pub(crate) fn push(&mut self, time: Duration) {
        self.all.push(time);
        self.all.sort_unstable();
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The time that `percent` of all times do not exceed, in milliseconds; `None` of nothing.
    pub(crate) fn at(&self, percent: usize) -> Option<f64> {
        let rank = (self.all.len() * percent).div_ceil(100).max(1);
        self.all.get(rank - 1).map(|time| time.as_secs_f64() * 1e3)
    }

    /// Median, 95th and 99th percentile as cells of a table, in milliseconds.
    pub(crate) fn cells(&self) -> [String; 3] {
        [50, 95, 99].map(|percent| milliseconds(self.at(percent)))
    }

    /// How many times the median of `other` this median is.
    pub(crate) fn ratio(&self, other: &Times) -> String {
        ratio(self.at(50), other.at(50))
    }
}

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut all: Vec<Duration> = times.into_iter().collect();
        all.sort_unstable();
        Self { all }
    }
}

/// A time with three digits that count.
pub(crate) fn milliseconds(time: Option<f64>) -> String {
    match time {
        Some(time) if time >= 100.0 => format!("{time:.0}"),
        Some(time) if time >= 10.0 => format!("{time:.1}"),
        Some(time) if time >= 1.0 => format!("{time:.2}"),
        Some(time) => format!("{time:.3}"),
        None => "–".to_owned(),
    }
}

/// `one` in multiples of `other`.
pub(crate) fn ratio(one: Option<f64>, other: Option<f64>) -> String {
    match (one, other) {
        (Some(one), Some(other)) if other > 0.0 => format!("{:.1} ×", one / other),
        _ => "–".to_owned(),
    }
}

/// A number of bytes in MB or KB.
pub(crate) fn bytes(count: u64) -> String {
    match count {
        10_000_000.. => format!("{} MB", count / 1_000_000),
        1_000_000.. => format!("{:.1} MB", count as f64 / 1e6),
        _ => format!("{:.1} KB", count as f64 / 1e3),
    }
}

/// A number of bytes that may not be known.
pub(crate) fn known_bytes(count: Option<u64>) -> String {
    count.map_or_else(|| "–".to_owned(), bytes)
}

/// A table in Markdown. Printed row by row: a run of many minutes shows what it has.
pub(crate) struct Table {
    columns: usize,
}

impl Table {
    /// Prints a heading, a sentence on what the table shows, and the table's head.
    pub(crate) fn new(heading: &str, about: &str, columns: &[&str]) -> Self {
        println!("\n### {heading}\n\n{about}\n\n| {} |", columns.join(" | "));
        let rule: Vec<&str> =
            (0..columns.len()).map(|column| if column == 0 { "---" } else { "---:" }).collect();
        println!("| {} |", rule.join(" | "));
        Self { columns: columns.len() }
    }

    /// Prints a row.
    ///
    /// # Panics
    /// When it does not have as many cells as the head.
    pub(crate) fn row<C: AsRef<str>>(&self, cells: &[C]) {
        assert_eq!(cells.len(), self.columns, "a row as wide as the table");
        let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
        println!("| {} |", cells.join(" | "));
    }
}
