//! What there is to say of a name, in order, without markup: hover and `masthead who` both print it.

use crate::catalog::EntityIx;
use crate::corpus::Snapshot;
use jiff::civil::Date;

/// What there is to say of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {}

/// The card of a known name, with titles and relations as of `date`.
pub fn card(snapshot: &Snapshot, entity: EntityIx, date: Option<Date>) -> Card {
    let _ = (snapshot, entity, date);
    todo!()
}
