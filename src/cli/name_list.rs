//! A desk's list of names, as a spreadsheet saves it: CSV with a line of headings.

use super::words::plainly;
use crate::catalog::{Kind, NewEntry, known_kind};
use crate::ide::family_order;
use anyhow::{Context, Result, bail};
use csv::{Position, ReaderBuilder, StringRecord, Trim};
use std::path::Path;

/// A name and the line of the list that it stands in.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) line: u64,
    pub(super) entry: NewEntry,
}

/// What is wrong with a list: line (from 1) and what to do.
pub(super) type ListFault = (u64, String);

/// The headings that mean something, in the order of [`NewEntry`].
const HEADINGS: [&str; 6] = ["name", "kind", "acronym", "native", "avoid", "note"];

/// Reads the list at `path`.
pub(super) fn read_list(path: &Path) -> Result<Result<Vec<Listed>, Vec<ListFault>>> {
    if !path.is_file() {
        bail!("there is no file “{}” here: check its spelling", path.display());
    }
    let bytes =
        std::fs::read(path).map_err(|error| plainly(&format!("cannot read “{}”", path.display()), &error))?;
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        bail!("“{}” is UTF-16 text: save it as “CSV UTF-8”", path.display());
    }
    let text = String::from_utf8(bytes)
        .ok()
        .with_context(|| format!("“{}” is not UTF-8 text: save it as “CSV UTF-8”", path.display()))?;
    Ok(names(&text))
}

/// The names of a list, or everything that is wrong with it.
pub(super) fn names(text: &str) -> Result<Vec<Listed>, Vec<ListFault>> {
    // A byte order mark is skipped by the reader, but would count for the first heading.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| vec![(1, error.to_string())])?.clone();
    let columns = columns(&headings)?;
    let (mut listed, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record {
            // A spreadsheet saves the rows that it has, be they empty.
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let line = line_of(text, record.position());
                match entry(&record, &headings, &columns) {
                    Ok(entry) => listed.push(Listed { line, entry }),
                    Err(message) => faults.push((line, message)),
                }
            }
            Err(error) => faults.push((line_of(text, error.position()), error.to_string())),
        }
    }
    if faults.is_empty() { Ok(listed) } else { Err(faults) }
}

/// The line of a record, from 1. The reader's own count is one behind where lines end in CR LF.
fn line_of(text: &str, position: Option<&Position>) -> u64 {
    let byte = position.map_or(0, |position| position.byte() as usize).min(text.len());
    let blank = text.as_bytes()[byte..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    memchr::memchr_iter(b'\n', &text.as_bytes()[..byte + blank]).count() as u64 + 1
}

/// Spreadsheets part cells by a comma, in many countries by a semicolon, or by a tab.
fn delimiter(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let cells = |delimiter: &u8| headings.bytes().filter(|byte| byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(cells).unwrap_or(b',')
}

/// Where each of [`HEADINGS`] stands.
fn columns(headings: &StringRecord) -> Result<[Option<usize>; 6], Vec<ListFault>> {
    let mut columns = [None; 6];
    let mut faults = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        match HEADINGS.iter().position(|known| heading.eq_ignore_ascii_case(known)) {
            Some(which) if columns[which].is_some() => {
                faults.push((1, format!("the heading “{heading}” stands here twice")));
            }
            Some(which) => columns[which] = Some(at),
            None if heading.is_empty() => {}
            None => {
                faults.push((1, format!("“{heading}” is no heading: use {}", HEADINGS.join(", "))));
            }
        }
    }
    for (which, needed) in [(0, "name"), (1, "kind")] {
        if columns[which].is_none() {
            faults.push((1, format!("a column “{needed}” is needed")));
        }
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

fn entry(
    record: &StringRecord,
    headings: &StringRecord,
    columns: &[Option<usize>; 6],
) -> Result<NewEntry, String> {
    let stray = |(at, cell): &(usize, &str)| !cell.is_empty() && headings.get(*at).is_none_or(str::is_empty);
    if let Some((_, cell)) = record.iter().enumerate().find(stray) {
        return Err(format!("“{cell}” has no heading above it: a cell with a comma in it stands in quotes"));
    }
    let cell = |which: usize| {
        let text = columns[which].and_then(|at| record.get(at)).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let several = |which: usize| -> Vec<String> {
        let text = cell(which).unwrap_or_default();
        text.split([';', '|']).map(str::trim).filter(|form| !form.is_empty()).map(str::to_owned).collect()
    };
    let name = cell(0).ok_or("a name is missing")?;
    let kind = cell(1).ok_or_else(|| format!("“{name}” needs a kind: {}", kinds()))?;
    let kind = known_kind(&kind).ok_or_else(|| format!("“{kind}” is no kind: use {}", kinds()))?;
    // An entry has one acronym; others are good in its place.
    let mut acronyms = several(2).into_iter();
    Ok(NewEntry {
        family_name: family_order(&name).filter(|_| kind == Kind::Person),
        name,
        kind: kind.name().to_owned(),
        acronym: acronyms.next(),
        aliases: acronyms.collect(),
        native: several(3),
        avoid: several(4),
        note: cell(5),
        ..NewEntry::default()
    })
}

fn kinds() -> String {
    Kind::ALL.map(Kind::name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_by_its_headings() {
        let list = "\u{feff}Kind;Name;Avoid;Acronym\r\nOrganisation;\"Port; of X\";PX | X Port;POX\r\n";
        let listed = names(list).expect("no faults");
        let entry = &listed[0].entry;
        assert_eq!(
            (listed[0].line, entry.name.as_str(), entry.kind.as_str()),
            (2, "Port; of X", "organization")
        );
        assert_eq!(entry.avoid, ["PX", "X Port"]);
        assert_eq!((entry.acronym.as_deref(), &entry.note), (Some("POX"), &None));
    }

    #[test]
    fn lists_are_parted_and_empty_rows_passed_over() {
        let list = "name,kind,acronym,native,avoid\n,,,,\nOral Vaccine,product,OV|OPV,가나 | 다라,OVac;O Vac\n ,,,,\n";
        let listed = names(list).expect("no faults");
        let [Listed { line, entry }] = &listed[..] else { panic!("{listed:?}") };
        assert_eq!(
            (*line, entry.acronym.as_deref(), &entry.aliases[..]),
            (3, Some("OV"), &["OPV".to_owned()][..])
        );
        assert_eq!(
            (&entry.native[..], &entry.avoid[..]),
            (&["가나", "다라"].map(String::from)[..], &["OVac", "O Vac"].map(String::from)[..])
        );
    }

    #[test]
    fn all_faults_are_told_with_their_lines() {
        let faults = names("name,kind\nA,person\n,person\nB,\nC,robot\n").expect_err("three faults");
        let lines: Vec<u64> = faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 4, 5]);
        assert!(faults[2].1.starts_with("“robot” is no kind: use person, "));
        let faults = names("name,colour\n").expect_err("two faults");
        assert_eq!(faults.len(), 2);
        let faults = names("name,kind,\nA,person\nB,person,x\nC,person,,y\n").expect_err("two faults");
        let told = |cell: &str| {
            format!("“{cell}” has no heading above it: a cell with a comma in it stands in quotes")
        };
        assert_eq!(faults, [(3, told("x")), (4, told("y"))]);
    }
}
