//! What was read of a folder comes back from the cache as it was, or is read anew.

use crate::support::random::Random;
use masthead::corpus::{Article, Corpus};
use masthead::rules::judge;
use masthead::workspace::{Cache, Known, Loaded, Settings, Sound, load_settings, read_document, read_folder};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A folder of small articles that differ from each other.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("masthead.toml"), "").unwrap();
    for nth in 0..260 {
        write(folder.path(), nth, "Dana Whitlock");
    }
    folder
}

fn write(folder: &Path, nth: usize, name: &str) {
    let text = format!(
        "---\ndate: 2026-05-{:02}\n---\n# Boats {nth}\n\nRyu Je-myung (류제명) met {name}, chair of the Harbor Trust (HT), in Seoul. \
         “We will build the boats of the north in the summer of this year,” Whitlock said. KISA joined GTAC.\n",
        nth % 28 + 1
    );
    std::fs::write(folder.join(format!("{nth:03}.md")), text).unwrap();
}

fn settings(folder: &Path) -> Settings {
    load_settings(folder, &|_| None, &Sound::default())
}

fn read(settings: &Settings, known: &Known) -> Loaded {
    read_folder(settings, known, &|_, _| true)
}

/// What the rules find in every article.
fn found(settings: &Settings, articles: &[Arc<Article>]) -> Vec<String> {
    let mut corpus = Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone());
    corpus.share_base(articles.to_vec());
    let snapshot = corpus.snapshot();
    let one = |article: &Arc<Article>| {
        let text = std::fs::read_to_string(&article.path).unwrap();
        format!("{:?}", judge(&article.path, &read_document(settings, &article.path, &text), &snapshot, true))
    };
    articles.iter().map(one).collect()
}

#[test]
fn the_cache_gives_back_what_was_read_or_nothing() {
    let (folder, place) = (folder(), tempfile::tempdir().unwrap());
    // A file that changed a moment ago may do so again unseen, and is not kept.
    std::thread::sleep(Duration::from_millis(2_200));
    let settings = settings(folder.path());
    let cache = Cache::below(place.path(), &settings).unwrap();
    assert!(cache.load(&settings).is_empty());
    let fresh = read(&settings, &Known::default());
    assert_eq!((fresh.articles.len(), fresh.known), (260, 0));
    cache.save(&fresh.articles, &fresh.stamps, &|| ()).unwrap();
    let again = read(&settings, &cache.load(&settings));
    assert_eq!(again.known, 260);
    assert_eq!(again.articles, fresh.articles);
    assert_eq!(found(&settings, &again.articles), found(&settings, &fresh.articles));

    let file = std::fs::read_dir(place.path()).unwrap().next().unwrap().unwrap().path();
    let sound = std::fs::read(&file).unwrap();
    let mut random = Random::new(0xCAC4E);
    for nth in 0..120 {
        let mut damaged = sound.clone();
        let at = random.below(damaged.len());
        match nth % 4 {
            0 => damaged.truncate(at),
            1 => damaged[at] ^= 1 << random.below(8),
            2 => damaged[at..].fill(0),
            _ => drop(damaged.splice(at..at, [7, 7, 7])),
        }
        std::fs::write(&file, damaged).unwrap();
        let known = cache.load(&settings);
        assert!(known.len() <= 260);
        assert_eq!(read(&settings, &known).articles, fresh.articles, "damage {nth} at byte {at}");
    }

    // Another catalog, and another folder, have no use for it.
    std::fs::write(&file, &sound).unwrap();
    std::fs::write(folder.path().join("masthead.toml"), "[catalog]\nstarter = false\n").unwrap();
    let other = self::settings(folder.path());
    assert!(Cache::below(place.path(), &other).unwrap().load(&other).is_empty());
    assert!(cache.load(&settings).len() == 260);

    // What changed, came or went since is seen.
    write(folder.path(), 3, "Marta Nordhavn");
    write(folder.path(), 300, "Marta Nordhavn");
    std::fs::remove_file(folder.path().join("004.md")).unwrap();
    let later = read(&settings, &cache.load(&settings));
    assert_eq!((later.articles.len(), later.known), (260, 258));
    assert_eq!(later.articles, read(&settings, &Known::default()).articles);
}

#[test]
fn what_a_program_left_unfinished_is_removed() {
    let (folder, place) = (folder(), tempfile::tempdir().unwrap());
    let settings = settings(folder.path());
    let file = |name: &str, age: u64| {
        let path = place.path().join(name);
        let file = std::fs::File::create(&path).unwrap();
        file.set_modified(std::time::SystemTime::now() - Duration::from_secs(age)).unwrap();
        path
    };
    let (left, at_work) = (file(".unfinished-a", 7_200), file(".unfinished-b", 60));
    let other = file("other.index", 7_200);
    let fresh = read(&settings, &Known::default());
    Cache::below(place.path(), &settings).unwrap().save(&fresh.articles, &fresh.stamps, &|| ()).unwrap();
    assert!(!left.exists() && at_work.exists() && other.exists());
}
