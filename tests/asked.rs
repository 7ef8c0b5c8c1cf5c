//! What the index tells from its lists equals what a look at every article tells, whatever has changed since the folder
//! was read.

use crate::prose::{World, article, catalog};
use crate::support::random::{Random, rounds};
use jiff::civil::Date;
use masthead::catalog::{Catalog, Kind, parse};
use masthead::config::Config;
use masthead::corpus::{Article, Corpus, Name, NameIn, Snapshot, Telling};
use masthead::document::{Document, Zone, wording};
use masthead::rules::judge;
use masthead::text::{Format, Span, fold};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Articles in the folder: some names stand in more of them than are walked through.
const ARTICLES: u64 = 280;

/// An article of the folder; many are of one day, and some of none.
struct Made {
    path: Arc<Path>,
    document: Arc<Document>,
}

fn made(world: &World, catalog: &Catalog, number: u64, seed: u64) -> Made {
    let day = number % 23;
    let text = article(world, seed, Format::Plain, 1_200);
    // Without its own date line the path alone says of which day it is.
    let folder = if day == 0 { "undated".to_owned() } else { format!("2026/05/{day:02}") };
    let path = format!("/news/{folder}/{number:03}.txt");
    let extra = [
        "Pilots’ Union of Nordhavn (PUN)",
        "PUN",
        "Port Users Network (PUN)",
        "Ann Lund, director of PUN,",
        "Pilots' Union of the Nordhavn (PUN)",
    ];
    let extra = extra[(seed % 5) as usize];
    let text = format!("{text}\n\nOn Tuesday {extra} met the press. Ann Lund of Nordhavn Line spoke.\n");
    // What stands below an article is not its prose.
    let below = if number.is_multiple_of(4) {
        "\n© 2026 Port Users Network (PUN). All rights reserved.\n"
    } else {
        ""
    };
    let text = text + below;
    // Some say so themselves, and stand elsewhere by their paths than by their days.
    let posted = format!("Posted May {}, 2026\n\n", 1 + seed % 22);
    let text = if seed.is_multiple_of(3) { [posted, text].concat() } else { text };
    let document = Arc::new(Document::read(&text, Format::Plain, &path, catalog));
    Made { path: Path::new(&path).into(), document }
}

fn articles(snapshot: &Snapshot) -> Vec<&Arc<Article>> {
    snapshot.articles().collect()
}

fn paths<'a>(articles: impl IntoIterator<Item = &'a Arc<Article>>) -> Vec<&'a Path> {
    articles.into_iter().map(|article| &*article.path).collect()
}

/// The `most` youngest of some articles, in path order; and whether that is all.
fn youngest(mut articles: Vec<&Arc<Article>>, most: usize) -> (Vec<&Path>, bool) {
    let all = articles.len() <= most;
    articles.sort_by_key(|article| Reverse((article.date, article.path.clone())));
    articles.truncate(most);
    articles.sort_by_key(|article| article.path.clone());
    (paths(articles), all)
}

fn told<'a>(telling: &Telling<'a>) -> (Vec<&'a Path>, bool) {
    (paths(telling.articles.iter().copied()), telling.all)
}

fn mentions(article: &Article, name: &Name) -> usize {
    match name {
        Name::Known(entity) => article.postings().filter(|posting| posting.entity == *entity).count(),
        Name::New(name) => article.candidates().filter(|candidate| candidate.name == &**name).count(),
    }
}

/// What most mentions of a new name show.
fn kind(all: &[&Arc<Article>], name: &Name) -> Option<Kind> {
    let Name::New(name) = name else { return None };
    let candidates = all.iter().flat_map(|article| article.candidates()).filter(|c| c.name == &**name);
    let kinds: Vec<Kind> = candidates.filter_map(|candidate| candidate.kind).collect();
    let count = |kind: Kind| kinds.iter().filter(|other| **other == kind).count();
    Kind::ALL.into_iter().rev().filter(|kind| count(*kind) > 0).max_by_key(|kind| count(*kind))
}

/// All that is asked of one name.
fn check_name(snapshot: &Snapshot, name: &Name, random: &mut Random) {
    let all = articles(snapshot);
    let with: Vec<_> = all.iter().copied().filter(|article| mentions(article, name) > 0).collect();
    assert_eq!(paths(snapshot.articles_with(name)), paths(with.iter().copied()), "{name:?}");
    assert_eq!(snapshot.articles_of(name), with.len(), "{name:?}");
    let seen = snapshot.seen(name);
    let count: usize = with.iter().map(|article| mentions(article, name)).sum();
    assert_eq!((seen.articles, seen.mentions), (with.len(), count), "{name:?}");
    let last = with.iter().copied().max_by_key(|article| (article.date, article.path.clone()));
    assert_eq!(paths(seen.youngest), paths(last), "{name:?}");
    assert_eq!(seen.kind(), kind(&all, name), "{name:?}");
    let most = random.below(80);
    let names = std::slice::from_ref(name);
    assert_eq!(told(&snapshot.newest(names, most)), youngest(with, most), "{most} of {name:?}");

    let introduces = |article: &&Arc<Article>| article.introductions().any(|i| i.whose() == *name);
    let introducing: Vec<_> = all.iter().copied().filter(introduces).collect();
    let walked = introducing.iter().flat_map(|a| a.introductions().filter(|i| i.whose() == *name));
    assert!(snapshot.introductions(name).map(|(_, i)| i).eq(walked), "{name:?}");
    assert_eq!(snapshot.articles_introducing(name), introducing.len(), "{name:?}");
    let mut oldest = introducing.clone();
    oldest.sort_by_key(|article| (article.date.is_none(), article.date, article.path.clone()));
    let first = snapshot.first_introducing(name, most);
    assert_eq!(told(&first), (paths(oldest.into_iter().take(most)), introducing.len() <= most), "{name:?}");

    let tells = |article: &&Arc<Article>| {
        article.introductions().any(|i| i.employer.is_some_and(|at| at == *name))
            || article.ties().any(|tie| tie.subject == *name || tie.other == *name)
    };
    let telling: Vec<_> = all.iter().copied().filter(tells).collect();
    let date = all[random.below(all.len())].date;
    let by_then = |articles: &[&'_ Arc<Article>]| {
        let then = articles.iter().filter(|article| date.is_none() || article.date <= date);
        then.map(|article| article.path.clone()).collect::<BTreeSet<_>>()
    };
    for (asked, walked) in [
        (snapshot.introducing(name, date, most), &introducing),
        (snapshot.telling(name, date, most), &telling),
    ] {
        let then = by_then(walked);
        let then = all.iter().copied().filter(|article| then.contains(&article.path)).collect();
        assert_eq!(told(&asked), youngest(then, most), "{most} as of {date:?} of {name:?}");
    }
}

/// What is written out for which letters.
fn check_letters(snapshot: &Snapshot) {
    let mut walked: BTreeMap<(&str, &str, _), Vec<&Path>> = BTreeMap::new();
    let mut letters: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (article, e) in snapshot.articles().flat_map(|a| a.expansions().map(move |e| (a, e))) {
        walked.entry((e.short, e.long, e.entity)).or_default().push(&article.path);
        if e.entity.is_none() {
            letters.entry(fold(e.long)).or_default().insert(e.short);
        }
    }
    let shorts: BTreeSet<&str> = walked.keys().map(|key| key.0).collect();
    assert!(shorts.contains("PUN"));
    for short in shorts {
        let mut own: Vec<_> = walked.iter().filter(|(key, _)| key.0 == short).collect();
        own.iter().for_each(|(_, paths)| assert!(paths.is_sorted()));
        let mut told = snapshot.written_out(short, 3);
        assert!(told.is_sorted_by_key(|written| Reverse(written.articles)));
        told.sort_by_key(|written| (written.long, written.entity));
        own.sort_by_key(|(key, _)| (key.1, key.2));
        assert_eq!(told.len(), own.len(), "{short}");
        for (written, (key, paths)) in told.iter().zip(own) {
            let mut paths = paths.clone();
            paths.dedup();
            assert_eq!((written.long, written.entity, written.articles), (key.1, key.2, paths.len()));
            paths.truncate(3);
            assert_eq!(written.first.iter().map(|(article, _)| &*article.path).collect::<Vec<_>>(), paths);
        }
    }
    for (long, shorts) in letters {
        assert!(snapshot.letters_for(&long).iter().map(|short| &**short).eq(shorts), "{long}");
    }
}

/// In which words letters are written out in prose, by how many articles, and which of these is the oldest.
fn check_wordings(snapshot: &Snapshot) {
    type Place<'s> = (Date, &'s Path, usize, &'s str);
    let mut walked: BTreeMap<&str, BTreeMap<String, Vec<Place>>> = BTreeMap::new();
    let mut furniture = 0;
    for (article, e) in snapshot.articles().flat_map(|a| a.expansions().map(move |e| (a, e))) {
        if e.zone == Zone::Furniture {
            furniture += 1;
            continue;
        }
        let since = (article.date.unwrap_or(Date::MAX), &*article.path, e.at.span.start, e.long);
        walked.entry(e.short).or_default().entry(wording(e.long)).or_default().push(since);
    }
    assert!(furniture > 0 && walked["PUN"].len() > 1);
    for (short, by_wording) in walked {
        let mut own: Vec<_> = by_wording
            .into_iter()
            .map(|(wording, places)| {
                let articles = places.iter().map(|place| place.1).collect::<BTreeSet<_>>().len();
                (Reverse(articles), places.into_iter().min(), wording)
            })
            .collect();
        own.sort_unstable();
        let told = snapshot.wordings(short).into_iter().map(|wording| {
            let (article, at) = wording.first;
            let since = (article.date.unwrap_or(Date::MAX), &*article.path, at.span.start, wording.long);
            (Reverse(wording.articles), Some(since), wording.wording.into_owned())
        });
        assert_eq!(told.collect::<Vec<_>>(), own, "{short}");
    }
}

fn check_long_names(snapshot: &Snapshot) {
    let all = snapshot.names();
    let folded: Vec<String> = all.iter().map(|name| fold(name)).collect();
    let long: Vec<(&str, Vec<&str>)> =
        all.iter().zip(&folded).map(|(name, folded)| (*name, folded.split(' ').collect())).collect();
    let long: Vec<_> = long.into_iter().filter(|(_, words)| words.len() > 2).collect();
    let mut shared = 0;
    for (name, own) in long.iter().step_by(3) {
        let (first, last) = (&own[..2], &own[own.len() - 2..]);
        let around = |words: &[&str]| {
            [words, &own[..]].iter().all(|words| words.len() == 3) && (words[0], words[2]) == (own[0], own[2])
        };
        let others = long
            .iter()
            .filter(|(_, words)| words.starts_with(first) || words.ends_with(last) || around(words));
        let others: Vec<&str> = others.map(|(other, _)| *other).filter(|other| other != name).collect();
        let mut told = snapshot.names_sharing(name, false, Path::new(""));
        told.retain(|other| all.contains(other));
        assert_eq!(told, others, "{name}");
        shared += others.len();
    }
    assert!(shared > 0);
}

#[test]
fn its_lists_tell_what_a_look_at_every_article_tells() {
    let world = World::new();
    let file = parse(Path::new("catalog/names.toml"), &catalog(&world, 60), false);
    let catalog = Arc::new(Catalog::merge(&[file]).0);
    for round in rounds(1) {
        let mut random = Random::new(round);
        let mut corpus = Corpus::new(Path::new("/news").into(), Arc::new(Config::default()), catalog.clone());
        let all = (0..ARTICLES).map(|number| made(&world, &catalog, number, number + 1_000 * round));
        corpus.set_base(all.map(|made| Article::new(made.path, &made.document)).collect());
        for step in 0..6 {
            for _ in 0..random.below(6) {
                change(&mut corpus, &world, &catalog, &mut random);
            }
            if step % 3 == 2 {
                let open = random.below(3);
                corpus.settle(|path| path.as_os_str().len() % 3 == open);
            }
            let snapshot = corpus.snapshot();
            let mut names: BTreeSet<Name> =
                BTreeSet::from([Name::New("Ann Lund".into()), Name::New("Gone".into())]);
            for article in snapshot.articles().step_by(7) {
                names.extend(article.entities().map(Name::Known));
                names.extend(article.candidates().map(|c| NameIn::New(c.name).owned()));
            }
            let new = snapshot.articles().flat_map(|article| article.candidates()).map(|c| c.name);
            assert!(snapshot.names().into_iter().eq(new.collect::<BTreeSet<_>>()));
            for name in names.iter().skip(random.below(4)).step_by(4) {
                check_name(&snapshot, name, &mut random);
            }
            check_name(&snapshot, &Name::New("Ann Lund".into()), &mut random);
            check_letters(&snapshot);
            check_wordings(&snapshot);
            check_long_names(&snapshot);
        }
    }
}

/// A new file stands where the base's next one does, which has changed, too.
#[test]
fn of_two_files_at_one_place_the_path_tells_which_is_first() {
    let catalog = Arc::new(Catalog::merge(&[]).0);
    let mut corpus = Corpus::new(Path::new("/news").into(), Arc::new(Config::default()), catalog.clone());
    let written = |path: &str, day: u32| {
        let text = format!("Posted May {day}, 2026\n\nAnn Lund, head of Nordhavn Line, spoke of Ann Lund.\n");
        Article::new(Path::new(path).into(), &Document::read(&text, Format::Plain, path, &catalog))
    };
    corpus.set_base(vec![written("/news/b.txt", 2)]);
    drop(corpus.put(written("/news/a.txt", 1)));
    drop(corpus.put(written("/news/b.txt", 20)));
    let (snapshot, name) = (corpus.snapshot(), Name::New("Ann Lund".into()));
    let both = [Path::new("/news/a.txt"), Path::new("/news/b.txt")];
    assert_eq!(told(&snapshot.newest(std::slice::from_ref(&name), 9)).0, both);
    assert_eq!(told(&snapshot.introducing(&name, None, 9)).0, both);
}

/// An article comes, goes, is opened or edited.
fn change(corpus: &mut Corpus, world: &World, catalog: &Catalog, random: &mut Random) {
    let number = random.below(ARTICLES as usize + 20) as u64;
    let seed = random.below(10_000) as u64;
    let Made { path, document } = made(world, catalog, number, seed);
    match random.below(4) {
        0 => drop(corpus.remove(&path)),
        1 => drop(corpus.put(Article::new(path, &document))),
        _ => {
            drop(corpus.edit(&path, &document));
            let at = document.starts[random.below(document.starts.len())];
            let typed =
                random.pick(&["x", "Ann Lund, head of PUN, spoke. ", "Pilots’ Union of Nordhavn (PUN) "]);
            let edited = document.edited(Span::new(at, at), typed, &path.to_string_lossy(), catalog);
            drop(corpus.edit(&path, &Arc::new(edited)));
        }
    }
}

/// However often an article has a name itself, the others that have it are told.
#[test]
fn what_an_article_repeats_does_not_hide_the_others() {
    let names = "[[entity]]\nid = \"trust\"\nkind = \"organization\"\nname = \"Harbor Trust\"\navoid = [\"Harbour Trust\"]\n";
    let (catalog, _) = Catalog::merge(&[parse(Path::new("catalog/names.toml"), names, false)]);
    let catalog = Arc::new(catalog);
    let mut corpus = Corpus::new(Path::new("/news").into(), Arc::new(Config::default()), catalog.clone());
    let read = |path: &str, text: &str| Document::read(text, Format::Plain, path, &catalog);
    let repeated = read("/news/a.txt", &"The Harbour Trust met on Monday.\n\n".repeat(300));
    let other = read("/news/b.txt", "The Harbor Trust met on Monday.\n");
    let of = |path: &str, document: &Document| Article::new(Path::new(path).into(), document);
    corpus.set_base(vec![of("/news/a.txt", &repeated), of("/news/b.txt", &other)]);
    let found = judge(Path::new("/news/a.txt"), &repeated, &corpus.snapshot(), false);
    let others = found[0].related.iter().filter(|other| *other.place.path == *Path::new("/news/b.txt"));
    assert_eq!((found[0].rule, others.count()), ("avoided-name", 1));
}
