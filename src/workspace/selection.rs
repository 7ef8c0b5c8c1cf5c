//! Which files of a folder are articles: the globs of `[files]`, and what is no article unless named.

use crate::config::Files;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Component, Path};

/// Files and folders that hold no articles, as gitignore lines. Their case counts: `LICENSE-MIT.txt` is a
/// licence, `license-fees-rise.md` is an article.
const NO_ARTICLES: &[&str] = &[
    "README*",
    "readme.*",
    "Readme.*",
    "CHANGELOG*",
    "changelog.*",
    "Changelog.*",
    "LICENSE*",
    "license.*",
    "License.*",
    "CONTRIBUTING*",
    "contributing.*",
    "Contributing.*",
    "requirements*.txt",
    "CMakeLists.txt",
    "robots.txt",
    ".*",
    "node_modules/",
    "bower_components/",
    "vendor/",
    "venv/",
    "site-packages/",
    "__pycache__/",
];

/// Which files under a root are articles. Paths are relative to the root.
///
/// The globs of `include` and `exclude` follow gitignore, without regard to case. A file or folder of the
/// built-in list of exceptions (README, hidden, `node_modules` …) counts only where a part of an `include`
/// glob names it (`README.md`, `.drafts/*.md`) or an `exclude` line brings it back (`!README.md`).
#[derive(Clone, Debug)]
pub(super) struct Selection {
    include: Gitignore,
    exclude: Gitignore,
    no_articles: Gitignore,
    /// The parts of `include` globs that say a name, each as a glob of its own.
    named: Gitignore,
}

impl Selection {
    /// The selection that `files` asks for. A glob that does not parse selects nothing.
    pub(super) fn new(files: &Files) -> Self {
        let named: Vec<&str> =
            files.include.iter().flat_map(|glob| glob.split('/')).filter(|part| says_a_name(part)).collect();
        Self {
            include: globs(&files.include, true),
            exclude: globs(&files.exclude, true),
            no_articles: globs(NO_ARTICLES, false),
            named: globs(&named, false),
        }
    }

    /// True when articles may stand in the folder `relative`, whose parents were entered.
    pub(super) fn enters(&self, relative: &Path) -> bool {
        !self.excludes(relative, true)
    }

    /// True when the file `relative`, whose folders were all entered, is an article.
    pub(super) fn takes(&self, relative: &Path) -> bool {
        !self.excludes(relative, false)
            && self.include.matched_path_or_any_parents(relative, false).is_ignore()
    }

    /// True when the file `relative` is an article, its folders considered too.
    pub(super) fn takes_from_root(&self, relative: &Path) -> bool {
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        let mut folders = relative.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        plain && folders.all(|folder| self.enters(folder)) && self.takes(relative)
    }

    /// True when `relative`, whose folders were all entered, is neither an article nor a folder with any.
    pub(super) fn leaves_out(&self, relative: &Path) -> bool {
        self.excludes(relative, true) && self.excludes(relative, false)
    }

    fn excludes(&self, relative: &Path, is_folder: bool) -> bool {
        let asked = self.exclude.matched(relative, is_folder);
        if !asked.is_none() {
            return asked.is_ignore();
        }
        let Some(name) = relative.file_name() else { return false };
        self.no_articles.matched(name, is_folder).is_ignore()
            && !self.named.matched(name, is_folder).is_ignore()
    }
}

/// What is wrong with a gitignore glob, for an editor; `None` when it can be used.
pub(super) fn glob_fault(glob: &str) -> Option<String> {
    let error = builder(true).add_line(None, without_dot(glob)).err()?;
    let reason = match error {
        ignore::Error::Glob { err, .. } => err,
        other => other.to_string(),
    };
    Some(unreadable(glob, &reason))
}

/// Says why a pattern cannot be read, for which the library (globset 0.4) has its own words.
pub(super) fn unreadable(glob: &str, reason: &str) -> String {
    let why = [
        ("unclosed character class", "a “[” is never closed: “]” is missing"),
        ("invalid range", "a range in [ ] runs backwards"),
        ("unopened alternate", "a “}” has no “{” before it"),
        ("unclosed alternate", "a “{” is never closed: “}” is missing"),
        ("nested alternate", "one { } stands in another"),
        ("dangling", "it ends in a backslash"),
    ];
    let why = why.iter().find(|(library, _)| reason.contains(library));
    let why = why.map_or("a sign in it means nothing there", |(_, why)| why);
    format!("“{glob}” cannot be read as a pattern for files: {why}")
}

fn globs<S: AsRef<str>>(lines: &[S], any_case: bool) -> Gitignore {
    let mut builder = builder(any_case);
    for line in lines {
        // A line that does not parse is reported where the settings are loaded; the others serve on.
        let _ = builder.add_line(None, without_dot(line.as_ref()));
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

fn builder(any_case: bool) -> GitignoreBuilder {
    let mut builder = GitignoreBuilder::new("");
    builder.allow_unclosed_class(false);
    // ok: the setter cannot fail, its `Result` is there for chaining.
    let _ = builder.case_insensitive(any_case);
    builder
}

/// Gitignore does not know `./articles`; people write it all the same.
fn without_dot(glob: &str) -> &str {
    glob.strip_prefix("./").unwrap_or(glob)
}

/// True for a part of a glob that begins with a letter of a name: `README.md` and `.drafts`, not `*.md`.
fn says_a_name(part: &str) -> bool {
    !part.is_empty() && !part.starts_with(['*', '?', '[', '!', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(include: &[&str], exclude: &[&str]) -> Selection {
        let owned = |globs: &[&str]| globs.iter().map(|g| (*g).to_owned()).collect();
        Selection::new(&Files { include: owned(include), exclude: owned(exclude), max_size: 1 })
    }

    fn takes(selection: &Selection, path: &str) -> bool {
        selection.takes_from_root(Path::new(path))
    }

    #[test]
    fn takes_articles_by_their_ending_in_any_case() {
        let all = Selection::new(&crate::config::Config::default().files);
        for article in ["a.md", "desk/b.markdown", "2026/05/27/C.TXT", "license-fees-rise.md", "한국/기사.md"]
        {
            assert!(takes(&all, article), "{article} is an article");
        }
        for other in ["a.html", "photo.jpg", "md", "notes.md.bak"] {
            assert!(!takes(&all, other), "{other} is no article");
        }
    }

    #[test]
    fn leaves_out_what_no_desk_writes() {
        let all = Selection::new(&crate::config::Config::default().files);
        for other in [
            "README.md",
            "desk/readme.md",
            "LICENSE-MIT.txt",
            "CHANGELOG.md",
            "requirements-dev.txt",
            "CMakeLists.txt",
            "robots.txt",
            ".hidden.md",
            ".github/issue.md",
            "node_modules/x/y.md",
        ] {
            assert!(!takes(&all, other), "{other} is no article");
        }
    }

    #[test]
    fn takes_what_is_named() {
        assert!(takes(&selection(&["README.md"], &[]), "README.md"));
        assert!(takes(&selection(&[".drafts/*.md"], &[]), ".drafts/a.md"));
        assert!(!takes(&selection(&["desk/*.md"], &[]), "desk/README.md"));
        assert!(takes(&selection(&["**/*.md"], &["!README.md"]), "README.md"));
    }

    #[test]
    fn follows_gitignore_globs() {
        let desk = selection(&["./desk/"], &["old", "*.draft.md"]);
        assert!(takes(&desk, "desk/a.md"));
        assert!(takes(&desk, "desk/deep/a.html"));
        assert!(!takes(&desk, "other/a.md"));
        assert!(!takes(&desk, "desk/old/a.md"));
        assert!(!takes(&desk, "desk/a.draft.md"));
        assert!(!takes(&desk, "../a.md"));
    }

    #[test]
    fn says_what_is_wrong_with_a_glob() {
        assert_eq!(glob_fault("**/*.md"), None);
        for (glob, why) in
            [("a[", "“]” is missing"), ("a{b", "“}” is missing"), ("[z-a]", "backwards"), ("a}", "before it")]
        {
            let told = glob_fault(glob).unwrap_or_else(|| panic!("{glob} is no pattern"));
            assert!(told.starts_with(&format!("“{glob}” cannot be read")) && told.ends_with(why), "{told}");
        }
    }
}
