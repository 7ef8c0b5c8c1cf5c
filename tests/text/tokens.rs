//! Words and marks, their keys and their folded text.

use super::plain;
use crate::support::random::{Random, rounds};
use masthead::text::{Token, TokenKind, fold, tokens};

fn words(text: &str) -> Vec<&str> {
    tokens(text).iter().map(|t| t.of(text)).collect()
}

fn only(text: &str) -> Token {
    let all = tokens(text);
    assert_eq!(all.len(), 1, "one token: {text:?}");
    all[0]
}

#[test]
fn words_break_at_marks_and_scripts() {
    assert_eq!(words("GPT-5.5-Cyber"), ["GPT", "-", "5", ".", "5", "-", "Cyber"]);
    assert_eq!(words("Women's KISA가 류제명은"), ["Women", "'", "s", "KISA", "가", "류제명은"]);
    assert_eq!(words("AI안전연구소2026년"), ["AI", "안전연구소", "2026", "년"]);
    assert_eq!(words("東京はTokyoです"), ["東京は", "Tokyo", "です"]);
    assert_eq!(words("R&D\u{A0}co\u{AD}op\u{3000}naïve"), ["R", "&", "D", "co\u{AD}op", "naïve"]);
    assert_eq!(words("e\u{301}a Москва Ελλάδα"), ["e\u{301}a", "Москва", "Ελλάδα"]);
    assert_eq!(words("“So…”—yes"), ["“", "So", "…", "”", "—", "yes"]);
    assert!(tokens("").is_empty());
    assert!(tokens(" \u{FEFF}\u{200B}\n").is_empty());
}

#[test]
fn tokens_say_what_they_are() {
    let kinds: Vec<TokenKind> = tokens("KISA가 東京, \u{1}\u{1}x").iter().map(|t| t.kind).collect();
    use TokenKind::{Barrier, Han, Hangul, Mark, Word};
    assert_eq!(kinds, [Word, Hangul, Han, Mark, Barrier, Word]);
    let gaps: Vec<bool> = tokens("a b\n c,\u{2028}d").iter().map(|t| t.gap).collect();
    assert_eq!(gaps, [true, true, true, false, true]);
    for (word, capital, all_caps, digit) in [
        ("Seoul", true, false, false),
        ("KISA", true, true, false),
        ("G7", true, false, true),
        ("GPT4", true, true, true),
        ("A", true, false, false),
        ("iPhone", false, false, false),
        ("Élan", true, false, false),
        ("ÉTÉ", true, true, false),
        ("E\u{301}TE\u{301}", true, true, false),
        ("ǅ", true, false, false),
        ("ªb", false, false, false),
        ("2026", false, false, true),
        ("한국", false, false, false),
    ] {
        let token = only(word);
        assert_eq!((token.capital, token.all_caps, token.digit), (capital, all_caps, digit), "{word}");
    }
}

#[test]
fn equal_words_have_equal_keys() {
    for (one, other) in [
        ("Je\u{AD}nkins", "Jenkins"),
        ("cafe\u{301}", "café"),
        ("\u{1112}\u{1161}\u{11AB}국", "한국"),
        ("Ko\u{200B}rea\u{2}n", "Korean"),
        ("\u{212B}", "Å"),
    ] {
        assert_eq!(only(one).exact, only(other).exact, "{one:?} {other:?}");
        assert_eq!(only(one).folded, only(other).folded, "{one:?} {other:?}");
    }
    for (one, other) in
        [("’", "'"), ("“", "\""), ("\u{2011}", "-"), ("\u{2010}", "-"), ("ÉCOLE", "école"), ("KISA", "kisa")]
    {
        assert_ne!(only(one).exact, only(other).exact, "{one:?} {other:?}");
        assert_eq!(only(one).folded, only(other).folded, "{one:?} {other:?}");
    }
    assert_ne!(only("—").folded, only("-").folded);
    assert_ne!(only("a").folded, only("b").folded);
    // A word too long for the buffer in which short ones are folded.
    assert_eq!(only(&"Ab".repeat(40)).folded, only(&"aB".repeat(40)).folded);
}

#[test]
fn a_key_does_not_depend_on_its_neighbours() {
    // What stands behind a word decides whether it is read as ASCII.
    for behind in ["", " ", ".", "가", "’s", "\u{AD}", "\u{301}"] {
        let text = format!("Kwon{behind}");
        let token = tokens(&text)[0];
        assert_eq!(token.folded == only("kwon").folded, behind != "\u{301}", "{text:?}");
    }
}

#[test]
fn folding_is_what_the_folded_keys_stand_for() {
    assert_eq!(fold("The “KISA”\u{A0}\n’s co\u{AD}op"), "the \"kisa\" 's coop");
    assert_eq!(fold("cafe\u{301} non\u{2011}stop — a"), "café non-stop — a");
    const PIECES: &[&str] = &[
        "a",
        "B",
        "9",
        "É",
        "e\u{301}",
        "\u{301}",
        "\u{1112}\u{1161}",
        "\u{11AB}",
        "한",
        "東",
        "ー",
        "'",
        "’",
        "“",
        "-",
        "\u{2011}",
        " ",
        "\u{A0}",
        "\n",
        "\u{AD}",
        "\u{200D}",
        "İ",
        "Σ",
        "ß",
        "ǅ",
        "=",
        "\u{338}",
        "\u{1}",
        "\u{2}",
        "😀",
        "\u{FE0F}",
        "\u{212A}",
        "१",
        "क",
        "\u{93F}",
        "\u{FEFF}",
        "ª",
    ];
    for seed in rounds(4_000) {
        let mut random = Random::new(seed);
        let text = random.text(PIECES, 8);
        let all = tokens(&text);
        for pair in all.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{text:?}");
        }
        for token in &all {
            let alone = only(token.of(&text));
            assert_eq!((alone.exact, alone.folded), (token.exact, token.folded), "{text:?}");
            assert_eq!(only(&fold(token.of(&text))).exact, token.folded, "{text:?} {:?}", token.of(&text));
        }
        let joined: String = all.iter().map(|t| fold(t.of(&text))).collect();
        assert_eq!(fold(&text).replace(' ', ""), joined, "{text:?}");
    }
}

#[test]
fn endless_runs_are_read_once() {
    // Each of these was the worst case of some loop; with a quadratic one, this test would not end.
    for piece in [
        "(", "“", "a", "가", "\u{301}", "\u{200B}", "\u{1}", "\u{2}", "a\u{301}", "a\u{2}", " ", "“'", "。",
        "U.",
    ] {
        let text = piece.repeat(60_000);
        let prose = plain(&format!("x{text}"));
        assert!(prose.tokens.len() <= text.len() + 2);
    }
}
