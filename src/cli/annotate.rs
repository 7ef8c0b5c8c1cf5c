//! `masthead annotate`: everything that Masthead knows of each article, as JSON Lines.

use super::desk::{Desk, Named, load};
use super::held::{Held, ROOM};
use super::paths::Given;
use crate::catalog::FormKind;
use crate::diagnostic::{Diagnostic, Fix};
use crate::document::{Candidate, Document, Expansion, Mention};
use crate::rules::judge;
use crate::workspace::Skipped;
use anyhow::Result;
use rayon::prelude::*;
use serde::Serialize;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Articles that are read and written as one batch: enough to keep all cores at work, and few enough that
/// their lines take little memory.
const BATCH: usize = 256;

/// One article's line. Offsets are bytes of the file.
#[derive(Debug, Default)]
struct Line<'a> {
    head: Head,
    mentions: Vec<MentionOut<'a>>,
    rest: Rest<'a>,
}

#[derive(Debug, Default, Serialize)]
struct Head {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Rest<'a> {
    expansions: Vec<ExpansionOut<'a>>,
    candidates: Vec<CandidateOut<'a>>,
    diagnostics: Vec<DiagnosticOut>,
}

#[derive(Debug)]
struct MentionOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    entity: &'a str,
    kind: &'static str,
    form: &'static str,
    chain: u32,
}

#[derive(Debug, Serialize)]
struct ExpansionOut<'a> {
    short: &'a str,
    long: &'a str,
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct CandidateOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    chain: u32,
}

#[derive(Debug, Serialize)]
struct DiagnosticOut {
    rule: &'static str,
    severity: &'static str,
    start: usize,
    end: usize,
    message: String,
    fix: Option<FixOut>,
}

#[derive(Debug, Serialize)]
struct FixOut {
    title: String,
    safe: bool,
    edits: Vec<EditOut>,
}

#[derive(Debug, Serialize)]
struct EditOut {
    start: usize,
    end: usize,
    text: String,
}

/// Writes a line for every article that `paths` give, in path order. A file that cannot be read keeps its
/// line. Exit code 2 when a given path does not exist.
pub(super) fn annotate(paths: &[PathBuf], out: &mut dyn Write) -> Result<u8> {
    let given = Given::new(paths)?;
    // All that is known is more than what a desk wants to hear of.
    let desks = load(&given, Named::All, Held::with_room(ROOM), &|config| config.baseline = Arc::default());
    let mut articles: Vec<(&Path, &Desk)> =
        desks.iter().flat_map(|desk| desk.reported.iter().map(move |path| (path.as_path(), desk))).collect();
    articles.sort_unstable_by_key(|(path, _)| *path);
    for batch in articles.chunks(BATCH) {
        let lines: Vec<Vec<u8>> =
            batch.par_iter().map(|(path, desk)| line(path, desk, given.as_given(path))).collect();
        for line in lines {
            out.write_all(&line)?;
        }
    }
    out.flush()?;
    let missing = given.paths().any(|path| !path.exists());
    Ok(if missing { 2 } else { 0 })
}

/// The line of an article, as JSON.
fn line(path: &Path, desk: &Desk, shown: String) -> Vec<u8> {
    // Everything is only read here, so nothing half changed outlives a panic.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let document = desk.read(path).map_err(|skipped| skipped.why)?;
        let diagnostics = judge(path, &document, &desk.snapshot, true);
        Ok(to_json(&filled(shown.clone(), &document, desk, diagnostics)))
    }));
    let why = match read {
        Ok(Ok(line)) => return line,
        Ok(Err(why)) => why,
        Err(_) => Skipped::failed(path).why,
    };
    to_json(&Line { head: Head { path: shown, skipped: Some(why) }, ..Line::default() })
}

fn filled<'a>(
    path: String,
    document: &'a Document,
    desk: &'a Desk,
    diagnostics: Vec<Diagnostic>,
) -> Line<'a> {
    let mention = |mention: &'a Mention| {
        let entity = desk.settings.catalog.entity(mention.entity);
        let form = match mention.partial {
            true => FormKind::Short,
            false => desk.settings.catalog.form(mention.form).kind,
        };
        MentionOut {
            start: mention.span.start,
            end: mention.span.end,
            text: document.slice(mention.span),
            entity: &entity.id,
            kind: entity.kind.name(),
            form: form.name(),
            chain: mention.chain,
        }
    };
    let expansion = |e: &'a Expansion| ExpansionOut {
        short: document.slice(e.short),
        long: document.slice(e.long),
        start: e.span.start,
        end: e.span.end,
    };
    let candidate = |c: &'a Candidate| CandidateOut {
        start: c.span.start,
        end: c.span.end,
        text: document.slice(c.span),
        chain: c.chain,
    };
    Line {
        head: Head { path, skipped: None },
        mentions: document.mentions.iter().map(mention).collect(),
        rest: Rest {
            expansions: document.expansions.iter().map(expansion).collect(),
            candidates: document.candidates.iter().map(candidate).collect(),
            diagnostics: diagnostics.into_iter().map(diagnostic_out).collect(),
        },
    }
}

fn diagnostic_out(diagnostic: Diagnostic) -> DiagnosticOut {
    DiagnosticOut {
        rule: diagnostic.rule,
        severity: diagnostic.severity.name(),
        start: diagnostic.span.start,
        end: diagnostic.span.end,
        message: diagnostic.message,
        fix: diagnostic.fixes.into_iter().next().map(fix_out),
    }
}

fn fix_out(fix: Fix) -> FixOut {
    let edit = |edit: crate::diagnostic::Edit| EditOut {
        start: edit.span.start,
        end: edit.span.end,
        text: edit.text,
    };
    FixOut { title: fix.title, safe: fix.safe, edits: fix.edits.into_iter().map(edit).collect() }
}

fn to_json(line: &Line) -> Vec<u8> {
    let mut json = Vec::with_capacity(line.mentions.len() * A_MENTION);
    push(&mut json, &line.head);
    // Both objects are one: the brace at the end of the first and that before the second are left out.
    json.pop();
    json.extend_from_slice(b",\"mentions\":[");
    for (at, mention) in line.mentions.iter().enumerate() {
        json.extend_from_slice(if at > 0 { b"," } else { b"" });
        push_mention(&mut json, mention);
    }
    json.push(b']');
    let rest = json.len();
    push(&mut json, &line.rest);
    json[rest] = b',';
    json.push(b'\n');
    json
}

/// Bytes of most mentions, and of what else there is to a line for each.
const A_MENTION: usize = 256;

fn push(json: &mut Vec<u8>, value: &impl Serialize) {
    // ok: structs of strings and numbers always serialise.
    let _ = serde_json::to_writer(json, value);
}

/// Mentions are most of what is written, and a serializer would look through each of their keys again and again.
fn push_mention(json: &mut Vec<u8>, mention: &MentionOut) {
    let MentionOut { start, end, text, entity, kind, form, chain } = mention;
    for (key, number) in [("{\"start\":", start), (",\"end\":", end)] {
        json.extend_from_slice(key.as_bytes());
        push(json, number);
    }
    let texts = [(",\"text\":", text), (",\"entity\":", entity), (",\"kind\":", kind), (",\"form\":", form)];
    for (key, text) in texts {
        json.extend_from_slice(key.as_bytes());
        push_text(json, text);
    }
    json.extend_from_slice(b",\"chain\":");
    push(json, chain);
    json.push(b'}');
}

/// Most texts hold nothing that JSON has other signs for.
fn push_text(json: &mut Vec<u8>, text: &str) {
    if text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | ..b' ')) {
        return push(json, &text);
    }
    json.push(b'"');
    json.extend_from_slice(text.as_bytes());
    json.push(b'"');
}
