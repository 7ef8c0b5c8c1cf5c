//! After the catalog changed, reading what that concerns equals reading everything anew.

use crate::support::random::Random;
use masthead::catalog::{Catalog, Change, parse};
use masthead::config::Config;
use masthead::corpus::{Corpus, Snapshot};
use masthead::rules::judge;
use masthead::workspace::{Settings, Sound, read_articles, read_document, reread_articles};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An entry of the desk's catalog as one of several people might write it; `None` where it is left out.
type Choices = &'static [Option<&'static str>];

/// Entries that share names, acronyms, adjectives and surnames, point to each other and hide each other.
const ENTRIES: &[(&str, Choices)] = &[
    (
        "korea",
        &[
            Some(
                "kind = \"place\"\nname = \"South Korea\"\naliases = [\"Korea\"]\nadjectives = [\"Korean\"]\n",
            ),
            Some("kind = \"place\"\nname = \"South Korea\"\naliases = [\"Korea\"]\n"),
            Some("kind = \"organization\"\nname = \"South Korea\"\naliases = [\"Korea\"]\n"),
            None,
        ],
    ),
    (
        "seoul",
        &[
            Some("kind = \"place\"\nname = \"Seoul\"\nbroader = \"korea\"\n"),
            Some("kind = \"place\"\nname = \"Seoul\"\n"),
            None,
        ],
    ),
    (
        "aisi-kr",
        &[
            Some(
                "kind = \"organization\"\nname = \"AI Safety Institute\"\nacronym = \"AISI\"\ndistinct = [\"aisi-uk\"]\ncommon = true\nrelations = [{ type = \"part-of\", target = \"korea\" }]\n",
            ),
            Some(
                "kind = \"organization\"\nname = \"AI Safety Institute\"\nacronym = \"AISI\"\ndistinct = [\"aisi-uk\"]\n",
            ),
            None,
        ],
    ),
    (
        "aisi-uk",
        &[
            Some("kind = \"organization\"\nname = \"AI Safety Institute\"\nacronym = \"AISI\"\n"),
            Some("kind = \"organization\"\nname = \"AI Security Institute\"\nacronym = \"AISI\"\n"),
        ],
    ),
    (
        "kisa",
        &[
            Some(
                "kind = \"organization\"\nname = \"Korea Internet & Security Agency\"\nacronym = \"KISA\"\nnative = \"한국인터넷진흥원\"\navoid = [\"Korea Internet and Security Agency\"]\n",
            ),
            Some(
                "kind = \"organization\"\nname = \"Korea Internet & Security Agency\"\nacronym = \"KISA\"\n",
            ),
            None,
        ],
    ),
    (
        "tac",
        &[
            Some("kind = \"program\"\nname = \"Trusted Access for Cyber\"\nacronym = \"TAC\"\n"),
            Some("kind = \"program\"\nname = \"Trusted Access\"\nacronym = \"TAC\"\n"),
            None,
        ],
    ),
    (
        "openai",
        &[
            Some(
                "kind = \"organization\"\nname = \"OpenAI\"\nrelations = [{ type = \"runs\", target = \"tac\" }]\n",
            ),
            Some("kind = \"organization\"\nname = \"OpenAI\"\n"),
        ],
    ),
    (
        "apple",
        &[
            Some("kind = \"organization\"\nname = \"Apple\"\ncommon = true\n"),
            Some("kind = \"organization\"\nname = \"Apple\"\n"),
            None,
        ],
    ),
    (
        "cook",
        &[
            Some(
                "kind = \"person\"\nname = \"Tim Cook\"\nfamily-name = \"last\"\nroles = [{ title = \"chief executive\", at = \"Apple\" }]\n",
            ),
            Some("kind = \"person\"\nname = \"Tim Cook\"\nshort = [\"Cook\"]\n"),
            None,
        ],
    ),
    (
        "ryu",
        &[
            Some(
                "kind = \"person\"\nname = \"Ryu Je-myung\"\nnative = \"류제명\"\nfamily-name = \"first\"\ncommon = true\nroles = [{ title = \"vice minister\", at = \"kisa\" }]\n",
            ),
            Some("kind = \"person\"\nname = \"Ryu Je-myung\"\nfamily-name = \"first\"\n"),
            None,
        ],
    ),
];

const PIECES: &[&str] = &[
    "South Korea said ",
    "Korean ",
    "Korea ",
    "Seoul’s ",
    "the AI Safety Institute ",
    "the AISI ",
    "AISIs ",
    "the British AISI ",
    "(KISA) ",
    "KISA가 ",
    "KISA ",
    "한국인터넷진흥원은 ",
    "Korea Internet & Security Agency ",
    "Korea Internet &amp; Security Agency ",
    "**Korea** Internet and Security Agency ",
    "[Korea](x) Internet & Security Agency ",
    "K**IS**A ",
    "Open_AI_ ",
    "Open\u{ad}AI ",
    "Trusted Access for Cyber (TAC) ",
    "total allowable catch (TAC) ",
    "TACs ",
    "attack ",
    "TAC-2 ",
    "OpenAI ",
    "OPENAI ",
    "Apple ",
    "an apple ",
    "Apple Valley ",
    "Tim Cook ",
    "Cook ",
    "the cook ",
    "Mr. Cook ",
    "Ryu Je-myung (류제명) ",
    "Ryu ",
    "류제명은 ",
    "“We will join the program of the agency in the summer of this year,” Cook said. ",
    "Dana Whitlock, chair of Apple, ",
    "Whitlock ",
    ". ",
    ".\n\n",
    "\n",
    "# ",
    "met ",
    "in Seoul. ",
    "<b>KISA</b> ",
    "[^1] ",
    "By Ryu Je-myung\n",
];

fn catalog(random: &mut Random) -> Catalog {
    let mut text = String::new();
    for (id, choices) in ENTRIES {
        if let Some(entry) = random.pick(choices) {
            text.push_str(&format!("[[entity]]\nid = \"{id}\"\n{entry}\n"));
        }
    }
    // Entries that point to one that is left out are left out themselves, which changes them too.
    Catalog::merge(&[parse(Path::new("/desk/catalog.toml"), &text, false)]).0
}

fn settings(root: &Path, catalog: Catalog) -> Settings {
    Settings {
        root: root.into(),
        config: Arc::new(Config { asked: true, ..Config::default() }),
        catalog: Arc::new(catalog),
        files: Vec::new(),
        faults: Vec::new(),
        sound: Sound::default(),
    }
}

fn corpus(settings: &Settings) -> Corpus {
    Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone())
}

fn read_all(settings: &Settings, paths: &[PathBuf]) -> Snapshot {
    let mut corpus = corpus(settings);
    corpus.share_base(read_articles(settings, paths, &|_, _| true, &|_, _| {}).articles);
    corpus.snapshot()
}

/// The index, and what the rules find in every article.
fn seen(settings: &Settings, snapshot: &Snapshot) -> Vec<String> {
    let article = |article: &Arc<masthead::corpus::Article>| {
        let text = std::fs::read_to_string(&article.path).unwrap();
        let found = judge(&article.path, &read_document(settings, &article.path, &text), snapshot, true);
        format!("{text:?}\n{article:?}\n{found:?}")
    };
    snapshot.articles().map(article).collect()
}

#[test]
fn reading_what_a_change_of_the_catalog_concerns_equals_reading_everything_anew() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = Random::new(0xCA7);
    let (mut kept, mut all) = (0, 0);
    for round in 0..25 {
        let paths: Vec<PathBuf> = (0..24)
            .map(|nth| {
                let path = folder.path().join(format!("{nth:02}.{}", random.pick(&["md", "txt"])));
                let most = if random.below(2) == 0 { 4 } else { 16 };
                std::fs::write(&path, random.text(PIECES, most)).unwrap();
                path
            })
            .collect();
        let mut before = settings(folder.path(), catalog(&mut random));
        let mut known = read_all(&before, &paths);
        for step in 0..8 {
            let now = settings(folder.path(), catalog(&mut random));
            let change = Change::between(&before.catalog, &now.catalog).expect("a small catalog");
            let mut corpus = corpus(&now);
            let articles: Vec<_> = known.articles().cloned().collect();
            let reread = reread_articles(&now, &articles, &change, &|_, _| true);
            kept += reread.known;
            all += reread.articles.len();
            corpus.share_base(reread.articles);
            let (some, fresh) = (corpus.snapshot(), read_all(&now, &paths));
            for (some, fresh) in seen(&now, &some).into_iter().zip(seen(&now, &fresh)) {
                assert_eq!(some, fresh, "round {round}, step {step}");
            }
            assert_eq!(some.len(), fresh.len());
            (before, known) = (now, some);
        }
    }
    assert!(kept > 0 && kept < all, "{kept} of {all} articles were kept");
}
