//! Which of a few articles hold what, as they change: the lists of [`Places`](super::places::Places) for what is being
//! edited.

use super::article::Article;
use super::name::{NameIn, key, long_key};
use std::sync::Arc;

/// Whatever articles are found by, as one number each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The [`NameKey`](super::name::NameKey)s of the names that an article writes of.
    Name,
    /// Those whom it introduces.
    Introduced,
    /// Those whom it gives people, or ties to others.
    Told,
    /// The [`key`]s of acronyms that it writes out.
    Letters,
    /// The [`long_key`]s of the long forms that it gives for letters.
    LongForm,
}

impl By {
    pub(super) const ALL: [By; 5] = [By::Name, By::Introduced, By::Told, By::Letters, By::LongForm];

    /// The keys of an article, in any order, each as often as it comes.
    pub(super) fn keys(self, article: &Article) -> Box<dyn Iterator<Item = u32> + '_> {
        match self {
            By::Name => {
                let known = article.entities_by_piece().map(|entity| NameIn::Known(entity).key().0);
                Box::new(known.chain(article.new_names().map(|name| NameIn::New(name).key().0)))
            }
            By::Introduced => Box::new(article.introduced().map(|(name, _)| name.key().0)),
            By::Told => {
                let offices = article.introduced().filter_map(|(_, employer)| employer);
                let names = offices.chain(article.ties().flat_map(|tie| [tie.subject, tie.other]));
                Box::new(names.map(|name| name.key().0))
            }
            By::Letters => Box::new(article.expansions().map(|e| key(e.short))),
            By::LongForm => Box::new(article.expansions().map(|e| long_key(e.long))),
        }
    }
}

/// Pairs of a key and an article's number, sorted; a pair stands as often as the article has the key. An earlier state
/// shares the lists in which nothing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keyed([Arc<Vec<(u32, u32)>>; By::ALL.len()]);

impl Keyed {
    /// The article of this number has changed from `old` to `new`, or to as much of them as they do not share.
    pub(super) fn change(&mut self, number: u32, old: Option<&Article>, new: Option<&Article>) {
        for by in By::ALL {
            let sorted = |article: Option<&Article>| {
                let mut keys: Vec<u32> = article.into_iter().flat_map(|article| by.keys(article)).collect();
                keys.sort_unstable();
                keys
            };
            let (gone, come) = (sorted(old), sorted(new));
            if gone != come {
                replace(Arc::make_mut(&mut self.0[by as usize]), number, &gone, &come);
            }
        }
    }

    /// The numbers from `from` on are one higher now.
    pub(super) fn make_room(&mut self, from: u32) {
        let pairs = self.0.iter_mut().flat_map(Arc::make_mut);
        pairs.filter(|(_, number)| *number >= from).for_each(|(_, number)| *number += 1);
    }

    /// The numbers behind `gone`, which has no keys any more, are one lower now.
    pub(super) fn close_up(&mut self, gone: u32) {
        let pairs = self.0.iter_mut().flat_map(Arc::make_mut);
        pairs.filter(|(_, number)| *number > gone).for_each(|(_, number)| *number -= 1);
    }

    /// The articles that have a key, in order.
    pub(super) fn of(&self, by: By, key: u32) -> impl Iterator<Item = u32> + Clone {
        let pairs = &self.0[by as usize];
        let from = pairs.partition_point(|pair| pair.0 < key);
        let own = pairs[from..].iter().take_while(move |pair| pair.0 == key).map(|pair| pair.1);
        let mut last = None;
        own.filter(move |number| last.replace(*number) != Some(*number))
    }
}

/// Takes `gone` out of `pairs` and puts `come` in, which are the sorted keys of one article.
fn replace(pairs: &mut Vec<(u32, u32)>, number: u32, gone: &[u32], come: &[u32]) {
    let mut gone = gone.iter().peekable();
    let gone_now = |pair: &(u32, u32)| {
        let pair = *pair;
        while gone.next_if(|key| (**key, number) < pair).is_some() {}
        gone.next_if(|key| (**key, number) == pair).is_none()
    };
    pairs.retain(gone_now);
    pairs.extend(come.iter().map(|key| (*key, number)));
    // Two sorted lists, one behind the other: a stable sort merges them in one go.
    pairs.sort();
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn one_of_two_equal_keys_goes() {
        let mut pairs = vec![(3, 1), (5, 0), (5, 1), (5, 1), (9, 2)];
        replace(&mut pairs, 1, &[5, 7], &[4, 5, 9]);
        assert_eq!(pairs, [(3, 1), (4, 1), (5, 0), (5, 1), (5, 1), (9, 1), (9, 2)]);
        replace(&mut pairs, 1, &[3, 4, 5, 5, 9], &[]);
        assert_eq!(pairs, [(5, 0), (9, 2)]);
    }
}
