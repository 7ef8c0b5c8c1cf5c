//! Known names in two of their spellings.

use super::around::{after, before};
use super::rule::{Context, doubt_of, doubted};
use super::spelling::is_without_stops;
use super::wrong_name::{Wrong, report};
use crate::catalog::{EntityIx, Form, FormIx, FormKind, LikenessKind, likeness, may_be_equal};
use crate::diagnostic::Diagnostic;
use crate::document::{Chain, Mention, Zone, is_company_suffix};
use crate::text::Span;

/// A known name in two of the spellings that the desk accepts: "SK hynix" and "SK Hynix".
pub(super) fn known_otherwise(context: &Context, chain: &Chain, entity: EntityIx) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let members = || chain.members.iter().filter_map(|m| context.document.mentions.get(*m as usize));
    // Most are written in one way, and to look around each place costs more than this.
    let mut written = members().filter(|m| !m.partial).map(|m| m.form);
    let one = written.next()?;
    if written.all(|form| form == one) {
        return None;
    }
    // "US" above a text with "U.S." is how some houses write headlines.
    let shortened = |m: &Mention| {
        let dotted = |f: &Form| is_without_stops(&catalog.form(m.form).text, &f.text);
        m.zone == Zone::Headline && catalog.forms_of(entity).any(dotted)
    };
    let own = |m: &Mention| !shortened(m) && !is_in_firm(context, m.span);
    let named = |m: &&Mention| !m.partial && context.lints(m.zone, m.span) && own(m);
    let first = members().find(named)?.form;
    if members().filter(named).all(|m| m.form == first) {
        return None;
    }
    let mut forms: Vec<FormIx> = members().filter(named).map(|m| m.form).collect();
    forms.sort_unstable();
    forms.dedup();
    let right = forms.iter().map(|f| catalog.form(*f)).find(|f| f.kind == FormKind::Full)?;
    forms.retain(|f| {
        let form = catalog.form(*f);
        let other = form.kind == FormKind::Alias && form.text != right.text;
        other
            && may_be_equal(&form.text, &right.text)
            && likeness(&form.text, &right.text).kind == LikenessKind::Equal
    });
    if forms.is_empty() {
        return None;
    }
    let wrong =
        |m: &Mention| Wrong { span: m.span, right: Some(right.text.clone()), zone: m.zone, speech: m.speech };
    let other = |m: &&Mention| named(m) && forms.contains(&m.form);
    let places: Vec<Wrong> = members().filter(other).map(wrong).collect();
    let finding = mixed(context, &places, &right.text)?;
    Some(doubted(finding, doubt_of(context, Some(entity))))
}

/// A name that is written otherwise at `places` than elsewhere in the article.
pub(super) fn mixed(context: &Context, places: &[Wrong], right: &str) -> Option<Diagnostic> {
    report(context, places, false, |place| {
        let written = context.document.shown(place.span);
        format!("“{written}” here, “{right}” elsewhere in this article: choose one")
    })
}

/// True for the "UK" of "Hapsel (UK) Ltd", "Hapsel UK plc" and "<Hapsel UK Line>", which is how the company writes itself.
fn is_in_firm(context: &Context, span: Span) -> bool {
    /// No firm's name is longer.
    const LONGEST: usize = 80;
    let head = before(context.document, span);
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(LONGEST))..];
    let behind = after(context.document, span);
    let behind = behind.strip_prefix(')').unwrap_or(behind);
    let form = behind.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    form.is_some_and(is_company_suffix)
        || head.rfind(['<', '>']).is_some_and(|at| head[at..].starts_with('<'))
}
