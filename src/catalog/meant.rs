//! Which right form the writer of a wrong one meant.

use super::distance::damerau;
use super::entity::{Form, FormIx, FormKind};
use super::merge::Catalog;
use crate::text::fold;
use jiff::civil::Date;

/// A short form must be nearer than a full one by more than a word's worth of letters, or a long paraphrase would
/// be cut down to whatever short form it happens to resemble.
const LEAD: f64 = 0.2;

impl Catalog {
    /// The form that the writer of `wrong` meant: the nearest of the entity's full name and aliases (a country in
    /// front stays in front), unless a short form is much nearer ("Mithos" is a misspelt "Mythos", not a misspelt
    /// "Claude Mythos Preview"). Forms that do not hold on `date` are left out. `None` where there is no other.
    ///
    /// Remembered once found, since an article is judged anew at every keystroke.
    pub fn meant(&self, wrong: FormIx, date: Option<Date>) -> Option<&Form> {
        let of_all = (*self.meant[wrong.0 as usize].get_or_init(|| self.nearest(wrong, None)))?;
        let holds = date.is_none_or(|d| self.form(of_all).bound.holds(d));
        let found = if holds { Some(of_all) } else { self.nearest(wrong, date) };
        found.map(|ix| self.form(ix))
    }

    fn nearest(&self, wrong: FormIx, date: Option<Date>) -> Option<FormIx> {
        let form = self.form(wrong);
        let good = |f: &Form| {
            let kind =
                matches!(f.kind, FormKind::Full | FormKind::Alias | FormKind::Short | FormKind::Acronym);
            kind && f.text != form.text && date.is_none_or(|d| f.bound.holds(d))
        };
        let written = letters(&form.text);
        let mut best: Option<(FormIx, f64)> = None;
        for ix in self.entity(form.entity).forms.iter().copied().filter(|ix| good(self.form(*ix))) {
            let right = self.form(ix);
            let lead = if matches!(right.kind, FormKind::Full | FormKind::Alias) { 0.0 } else { LEAD };
            let least = best.map_or(0.0, |(_, b)| b + lead);
            match similarity(&letters(&right.text), &written, least) {
                Some(likeness) if best.is_none() || likeness > least => best = Some((ix, likeness)),
                _ => {}
            }
        }
        best.map(|(ix, _)| ix)
    }
}

/// Letters and digits alone, folded; "&" is "and".
fn letters(name: &str) -> Vec<char> {
    fold(name).replace('&', "and").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How alike two names are, from 0 to 1, given their [`letters`]; `None` below `least`.
fn similarity(a: &[char], b: &[char], least: f64) -> Option<f64> {
    let longer = a.len().max(b.len()).max(1) as f64;
    let most = ((1.0 - least) * longer).ceil().max(0.0) as usize;
    let likeness = 1.0 - damerau(a, b, most)? as f64 / longer;
    (likeness >= least).then_some(likeness)
}
