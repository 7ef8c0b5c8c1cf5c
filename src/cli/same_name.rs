//! `masthead same-name`: whether two spellings name the same thing.

use crate::catalog::{Likeness, likeness};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};

#[derive(Debug, Deserialize)]
struct Pair {
    a: String,
    b: String,
}

#[derive(Debug, Serialize)]
struct Judgement<'a> {
    same: bool,
    score: f64,
    why: &'a str,
}

/// Judges the two `names`. Exit code 1 when they are different names.
pub(super) fn same_name(names: &[String], json: bool, out: &mut dyn Write) -> Result<u8> {
    let [a, b] = names else {
        bail!("give two names: masthead same-name \"Ryu Je-myung\" \"Ryu Je-myeong\"")
    };
    let found = likeness(a, b);
    if json {
        write_line(&found, out)?;
    } else {
        let verdict = if found.same { "one name" } else { "two names" };
        writeln!(out, "{verdict}: {}", found.why)?;
    }
    Ok(u8::from(!found.same))
}

/// Judges each line `{"a": …, "b": …}` of `input`; one line `{"same": …, "score": …, "why": …}` for each.
pub(super) fn same_names(input: impl BufRead, out: &mut dyn Write) -> Result<u8> {
    for (nth, line) in input.lines().enumerate() {
        let line = line.context("the input is not UTF-8 text")?;
        if line.trim().is_empty() {
            continue;
        }
        // What the parser misses is named in its own words, which tell a person no more than the shape does.
        let pair: Pair = serde_json::from_str(&line)
            .ok()
            .with_context(|| format!("line {} is not of the form {{\"a\": …, \"b\": …}}", nth + 1))?;
        let found = likeness(&pair.a, &pair.b);
        write_line(&found, out)?;
    }
    out.flush()?;
    Ok(0)
}

fn write_line(found: &Likeness, out: &mut dyn Write) -> Result<()> {
    let judgement = Judgement { same: found.same, score: found.score, why: found.why };
    Ok(writeln!(out, "{}", serde_json::to_string(&judgement)?)?)
}
