//! Which right form the writer of a wrong one meant.

use super::entity::{Form, FormIx, FormKind};
use super::merge::Catalog;
use crate::text::{damerau, fold_name};
use jiff::civil::Date;

/// A short form must be nearer than a full one by more than a word's worth of letters, or a long paraphrase would
/// be cut down to whatever short form it happens to resemble.
const LEAD: f64 = 0.2;

impl Catalog {
    /// The form that the writer of `wrong` meant: the nearest of the entity's full name and aliases (a country in
    /// front stays in front), unless a short form is much nearer ("Mithos" is a misspelt "Mythos", not a misspelt
    /// "Claude Mythos Preview"). Forms that do not hold on `date` are left out. `None` where there is no other.
    ///
    /// The order is remembered once found, since an article is judged anew at every keystroke.
    pub fn meant(&self, wrong: FormIx, date: Option<Date>) -> Option<&Form> {
        let nearest = self.meant[wrong.0 as usize].get_or_init(|| self.nearest_first(wrong));
        let mut right = nearest.iter().map(|ix| self.form(*ix));
        right.find(|form| date.is_none_or(|d| form.bound.holds(d)))
    }

    /// The right forms of the entity that `wrong` is of, the nearest first, of equally near ones in catalog order.
    fn nearest_first(&self, wrong: FormIx) -> Box<[FormIx]> {
        let form = self.form(wrong);
        let good = |f: &Form| {
            let kind =
                matches!(f.kind, FormKind::Full | FormKind::Alias | FormKind::Short | FormKind::Acronym);
            kind && f.text != form.text
        };
        let written = letters(&form.text);
        let nearness = |ix: FormIx| {
            let right = self.form(ix);
            let lead = if matches!(right.kind, FormKind::Full | FormKind::Alias) { 0.0 } else { LEAD };
            similarity(&letters(&right.text), &written) - lead
        };
        let right = self.entity(form.entity).forms.iter().copied().filter(|ix| good(self.form(*ix)));
        let mut nearest: Vec<(f64, FormIx)> = right.map(|ix| (nearness(ix), ix)).collect();
        nearest.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        nearest.into_iter().map(|(_, ix)| ix).collect()
    }
}

/// Letters and digits alone, folded; "&" is "and".
fn letters(name: &str) -> Vec<char> {
    fold_name(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How alike two names are, from 0 to 1, given their [`letters`].
fn similarity(a: &[char], b: &[char]) -> f64 {
    let longer = a.len().max(b.len()).max(1);
    let apart = damerau(a, b, longer).unwrap_or(longer);
    1.0 - apart as f64 / longer as f64
}
