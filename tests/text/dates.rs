//! Dates in texts and paths.

use masthead::text::{dates, month_days, path_date};

fn found(text: &str) -> Vec<(&str, String)> {
    dates(text).map(|(span, date)| (span.of(text), date.to_string())).collect()
}

#[test]
fn full_dates_are_read() {
    for (text, written, date) in [
        ("By A. Posted: May 18, 2026, 19:00", "May 18, 2026", "2026-05-18"),
        ("on Wednesday, April 13, 2011.", "April 13, 2011", "2011-04-13"),
        ("Sept. 3rd, 2020", "Sept. 3rd, 2020", "2020-09-03"),
        ("18 May 2026", "18 May 2026", "2026-05-18"),
        ("the 1st of March, 2021", "1st of March, 2021", "2021-03-01"),
        ("date: 2026-05-18T10:00", "2026-05-18", "2026-05-18"),
        ("2026.05.18 10:00", "2026.05.18", "2026-05-18"),
        ("2026. 5. 18.", "2026. 5. 18", "2026-05-18"),
        ("2026/05/18에", "2026/05/18", "2026-05-18"),
        ("지난 2026년 5월 18일에", "2026년 5월 18일", "2026-05-18"),
        ("MAY 18 2026", "MAY 18 2026", "2026-05-18"),
        ("Feb.\n29,\u{A0}2024", "Feb.\n29,\u{A0}2024", "2024-02-29"),
    ] {
        assert_eq!(found(text), [(written, date.to_owned())], "{text:?}");
    }
    assert_eq!(found("2026-05-18, then May 19, 2026.").len(), 2);
}

#[test]
fn what_is_no_full_date_is_not() {
    for text in [
        "May 18",
        "in May 2026",
        "2026",
        "Feb. 30, 2026",
        "2026-13-01",
        "2025-02-29",
        "32 May 2026",
        "12026-05-18",
        "version 2026.5",
        "Mayor 18, 2026",
        "Marching 18 2026",
        "5월 18일",
        "tel. 010-2026-0518",
        "May 181, 2026",
    ] {
        assert_eq!(found(text), [], "{text:?}");
    }
}

#[test]
fn datelines_have_a_month_and_a_day() {
    let found = |text| month_days(text).map(|(_, day)| day).collect::<Vec<_>>();
    assert_eq!(found("SEOUL, May 27 (Yonhap) --"), [(5, 27)]);
    assert_eq!(found("27 May; on 5월 28일; Feb. 29, 2025; Dec. 32"), [(5, 27), (5, 28), (2, 29)]);
    assert_eq!(found("He may 27 times"), []);
}

#[test]
fn paths_have_dates() {
    for (path, date) in [
        ("news/2026/05/27/story.md", Some("2026-05-27")),
        ("news\\2026\\5\\7\\story.md", Some("2026-05-07")),
        ("2026-05-27-story.md", Some("2026-05-27")),
        ("a/2025/01/02/2026_05_27.md", Some("2026-05-27")),
        ("20260527.txt", Some("2026-05-27")),
        ("story-20260527-2.txt", Some("2026-05-27")),
        ("2026/05/story.md", None),
        ("2026-05-27x2026-13-01.md", Some("2026-05-27")),
        ("202605271.txt", None),
        ("000_a92498a56fea3c91.txt", None),
        ("", None),
    ] {
        assert_eq!(path_date(path).map(|d| d.to_string()).as_deref(), date, "{path:?}");
    }
}
