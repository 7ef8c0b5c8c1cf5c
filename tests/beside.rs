//! Findings that the words beside a name decide, while somebody types them.

use crate::incremental::folder;
use masthead::catalog::Catalog;
use masthead::diagnostic::Diagnostic;
use masthead::document::Document;
use masthead::rules::{Judgement, judge};
use masthead::text::{Format, Span};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// The words beside a name may say that it is another's than the one that it is almost, or that a word is a name at all, without
/// touching a name.
#[test]
fn words_beside_a_slip_are_judged_as_they_stand() {
    let catalog = Arc::new(Catalog::starter());
    let rest =
        "Catherine Holm and Tobin Wexlunder left. Wexlunder sat.\n\nBo Dahl sailed.\n\nBo Dahl ate.\n\n";
    for (words, place, insert, told) in [
        ("On Monday the Katherine Holm came.", "Katherine", "twin ", [1, 0]),
        ("On Monday Bo Dahl saw them. It was Wexulnder.", "Wexulnder", "from ", [1, 0]),
        ("On Monday Bo Dahl saw them. Wexulnder of old.", "of old", "tried ", [0, 1]),
    ] {
        let mut corpus = folder(&[], &catalog);
        let path: Arc<Path> = Path::new("/desk/a.md").into();
        let text = format!("{rest}{words}\n");
        let at = text.find(place).unwrap();
        let mut document = Arc::new(Document::read(&text, Format::Markdown, "a.md", &catalog));
        corpus.edit(&path, &document);
        let mut judgement = Judgement::new(path.clone(), document.clone(), corpus.snapshot());
        let mixed = |all: &[Cow<Diagnostic>]| all.iter().filter(|found| found.rule == "mixed-names").count();
        assert_eq!(mixed(&judgement.findings(true)), told[0], "{words}");
        let (typed, back) = (Span::new(at, at), Span::new(at, at + insert.len()));
        for (span, insert, count) in [(typed, insert, told[1]), (back, "", told[0])] {
            document = Arc::new(document.edited(span, insert, "a.md", &catalog));
            corpus.edit(&path, &document);
            judgement = judgement.renewed(document.clone(), corpus.snapshot());
            let found = judgement.findings(true);
            let anew = judge(&path, &document, &corpus.snapshot(), true);
            assert_eq!(found, anew.iter().map(Cow::Borrowed).collect::<Vec<_>>(), "{words}");
            assert_eq!(mixed(&found), count, "{words} {insert}");
        }
    }
}
