//! What an editor asks, in a folder that has been read.

use crate::driver::{Answer, Driver};
use crate::folder::Folder;
use crate::report::{Table, Times, bytes};
use crate::typing::Key;
use serde_json::{Value, json};

/// Articles that are open, and those of them in which something is asked.
const OPEN: usize = 100;
const ASKED: usize = 20;

/// Names in each of these at which each request is sent.
const NAMES: usize = 15;

/// Letters of a name that have been typed when it is to be completed.
const TYPED: usize = 4;

/// A name in an open article: line, column and length in UTF-16 units.
#[derive(Clone, Copy)]
struct Name {
    line: usize,
    column: usize,
    length: usize,
}

/// What is asked at a name.
const AT_NAMES: [(&str, &str); 5] = [
    ("hover", "textDocument/hover"),
    ("definition", "textDocument/definition"),
    ("references", "textDocument/references"),
    ("codeAction", "textDocument/codeAction"),
    ("rename", "textDocument/rename"),
];

/// What is asked of a whole article.
const OF_ARTICLES: [(&str, &str); 2] = [
    ("documentSymbol", "textDocument/documentSymbol"),
    ("semanticTokens/full", "textDocument/semanticTokens/full"),
];

/// Times and the answers' bytes of one request.
#[derive(Default)]
struct Asked {
    times: Times,
    sizes: Vec<u64>,
}

impl Asked {
    fn put(&mut self, (time, answer): (std::time::Duration, Vec<u8>)) {
        self.times.push(time);
        self.sizes.push(answer.len() as u64);
    }
}

/// Opens the table of all folders.
pub(crate) fn table() -> Table {
    let about = format!(
        "In {ASKED} of {OPEN} open articles, at up to {NAMES} names in each; one request at a time. Completion: after \
         the first {TYPED} letters of a name."
    );
    let columns = ["request", "articles", "times", "p50 ms", "p95", "p99", "answer, p50", "largest"];
    Table::new("Requests", &about, &columns)
}

/// Asks a server that has read `folder`.
pub(crate) fn measure(driver: &mut Driver, folder: &Folder, table: &Table) -> Answer<()> {
    let open = OPEN.min(folder.articles);
    // Spread over the folder, in both formats.
    let articles: Vec<usize> = (0..open).map(|at| at * (folder.articles / open)).collect();
    for number in &articles {
        driver.open(&folder.article(*number), &folder.text_of(*number))?;
    }
    let asked = articles.iter().step_by(open.div_ceil(ASKED));
    let asked: Vec<String> = asked.map(|number| folder.article(*number)).collect();
    let mut names = Vec::new();
    for path in &asked {
        names.push(names_in(driver, path)?);
    }
    for (label, method) in AT_NAMES {
        let mut all = Asked::default();
        for (path, names) in asked.iter().zip(&names) {
            for name in names {
                all.put(driver.ask(method, params(driver, path, *name, method))?);
            }
        }
        row(label, folder, &mut all, table);
    }
    for (label, method) in OF_ARTICLES {
        let mut all = Asked::default();
        for path in asked.iter().cycle().take(ASKED * NAMES) {
            all.put(driver.ask(method, json!({"textDocument": {"uri": driver.uri(path)}}))?);
        }
        row(label, folder, &mut all, table);
    }
    let (mut delta, mut completion) = (Asked::default(), Asked::default());
    for ((number, path), names) in articles.iter().step_by(open.div_ceil(ASKED)).zip(&asked).zip(&names) {
        edits(driver, path, &folder.text_of(*number), names, [&mut delta, &mut completion])?;
    }
    row("semanticTokens/full/delta", folder, &mut delta, table);
    row("completion", folder, &mut completion, table);
    Ok(())
}

/// What is asked while somebody types: the change in the colours behind a letter, and names that begin as what is typed.
fn edits(
    driver: &mut Driver,
    path: &str,
    text: &str,
    names: &[Name],
    [delta, completion]: [&mut Asked; 2],
) -> Answer<()> {
    let lines: Vec<&str> = text.lines().collect();
    let document = json!({"uri": driver.uri(path)});
    let (_, full) = driver.ask("textDocument/semanticTokens/full", json!({"textDocument": document}))?;
    let mut result = id_of(&full);
    let mut version = 1;
    for name in names {
        // The rest of the name goes away, as if it had not been typed yet, and is typed afterwards.
        let line: Vec<u16> = lines.get(name.line).unwrap_or(&"").encode_utf16().collect();
        let Some(rest) = line.get(name.column + TYPED..name.column + name.length) else { continue };
        let rest = String::from_utf16_lossy(rest);
        let (from, to) = ((name.line, name.column + TYPED), (name.line, name.column + name.length));
        version += 1;
        driver.keystroke(path, version, &Key { from, to, text: "" })?;
        let place = json!({"line": from.0, "character": from.1});
        let context = json!({"triggerKind": 1});
        let params = json!({"textDocument": document, "position": place, "context": context});
        completion.put(driver.ask("textDocument/completion", params)?);
        let params = json!({"textDocument": document, "previousResultId": result});
        let answer = driver.ask("textDocument/semanticTokens/full/delta", params)?;
        result = id_of(&answer.1);
        delta.put(answer);
        version += 1;
        driver.keystroke(path, version, &Key { from, to: from, text: &rest })?;
    }
    Ok(())
}

/// Where the names are: as the server colours them.
fn names_in(driver: &mut Driver, path: &str) -> Answer<Vec<Name>> {
    let params = json!({"textDocument": {"uri": driver.uri(path)}});
    let (_, answer) = driver.ask("textDocument/semanticTokens/full", params)?;
    let answer: Value = serde_json::from_slice(&answer).unwrap_or_default();
    let numbers: Vec<usize> = answer["result"]["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|n| Some(n.as_u64()? as usize))
        .collect();
    let (mut line, mut column) = (0, 0);
    let mut names = Vec::new();
    for token in numbers.chunks_exact(5) {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        names.push(Name { line, column, length: token[2] });
    }
    // Spread over the article; long enough that a part of each can be typed.
    names.retain(|name| name.length > TYPED);
    let step = names.len().div_ceil(NAMES).max(1);
    Ok(names.into_iter().step_by(step).collect())
}

fn params(driver: &Driver, path: &str, name: Name, method: &str) -> Value {
    let start = json!({"line": name.line, "character": name.column + 1});
    let mut params = json!({"textDocument": {"uri": driver.uri(path)}, "position": start});
    match method {
        "textDocument/references" => params["context"] = json!({"includeDeclaration": true}),
        "textDocument/rename" => params["newName"] = "Harbour Union".into(),
        "textDocument/codeAction" => {
            params["range"] = json!({"start": start, "end": start});
            params["context"] = json!({"diagnostics": []});
        }
        _ => {}
    }
    params
}

fn id_of(answer: &[u8]) -> Value {
    let mut answer: Value = serde_json::from_slice(answer).unwrap_or_default();
    answer["result"]["resultId"].take()
}

fn row(label: &str, folder: &Folder, asked: &mut Asked, table: &Table) {
    let [p50, p95, p99] = asked.times.cells();
    asked.sizes.sort_unstable();
    let middle = asked.sizes.get(asked.sizes.len() / 2).copied().unwrap_or_default();
    let largest = asked.sizes.last().copied().unwrap_or_default();
    table.row(&[
        label.to_owned(),
        folder.articles.to_string(),
        asked.times.len().to_string(),
        p50,
        p95,
        p99,
        bytes(middle),
        bytes(largest),
    ]);
}
