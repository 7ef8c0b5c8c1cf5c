//! Where a company's shares are traded: "(NYSE: GM)", "(Nasdaq:AAPL; TSX: ABC)", "(GM.N)".

use std::ops::Range;

/// No such bracket has more bytes.
const LONGEST: usize = 60;

/// The brackets of a text that hold nothing but exchanges and the codes of shares there. They name nobody.
pub(super) fn listings(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let brackets = memchr::memchr_iter(b'(', bytes).filter_map(|open| {
        let inside = &bytes[open + 1..bytes.len().min(open + LONGEST)];
        let close = open + 1 + memchr::memchr(b')', inside)?;
        is_listing(&text[open + 1..close]).then_some(open..close + 1)
    });
    brackets.collect()
}

fn is_listing(inside: &str) -> bool {
    let all_shares = |mut parts: std::str::Split<[char; 2]>| parts.all(|part| is_share(part.trim()));
    inside.is_ascii() && (is_agency_code(inside) || all_shares(inside.split([';', ','])))
}

/// "NYSE: GM", "NYSE American:ABC".
fn is_share(part: &str) -> bool {
    let Some((exchange, code)) = part.split_once(':') else { return false };
    let first = exchange.split(' ').next().unwrap_or_default();
    let code = code.trim();
    let sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
    EXCHANGES.binary_search(&first.to_ascii_uppercase().as_str()).is_ok()
        && !code.is_empty()
        && code.bytes().all(sign)
}

/// What news agencies write: a share and, behind a full stop, the exchange, "GM.N", "2330.TW".
fn is_agency_code(inside: &str) -> bool {
    let Some((share, exchange)) = inside.split_once('.') else { return false };
    let sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    (2..=6).contains(&share.len())
        && share.bytes().all(sign)
        && matches!(exchange.len(), 1 | 2)
        && exchange.bytes().all(|b| b.is_ascii_uppercase())
}

/// How exchanges are shortened beside a share, in capitals and in order.
#[rustfmt::skip]
const EXCHANGES: &[&str] = &[
    "AIM", "AMEX", "AMS", "ASX", "B3", "BIT", "BME", "BMV", "BRU", "BSE", "BURSA", "CBOE", "CPH", "CSE", "EPA", "ETR", "EURONEXT",
    "FRA", "FWB", "HEL", "HKEX", "HKG", "HKSE", "IDX", "ISE", "JSE", "KOSDAQ", "KOSPI", "KRX", "LON", "LSE", "MOEX", "NASDAQ",
    "NSE", "NYSE", "NYSEARCA", "NZX", "OMX", "OSE", "OSL", "OTC", "OTCBB", "OTCMKTS", "OTCQB", "OTCQX", "PSE", "SEHK", "SGX",
    "SIX", "SSE", "STO", "SWX", "SZSE", "TADAWUL", "TASE", "TPE", "TSE", "TSX", "TSXV", "TWSE", "TYO", "XETRA",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_exchanges_and_codes() {
        for (text, expected) in [
            ("Hapsel (NYSE: HPS) rose.", &["(NYSE: HPS)"][..]),
            (
                "Vinter (Nasdaq:VNT; TSX: VT.A) and Lund (KRX: 005930)",
                &["(Nasdaq:VNT; TSX: VT.A)", "(KRX: 005930)"],
            ),
            (
                "Hapsel (NYSE American: HPS), Vinter (VNT.N), Lund (2330.TW)",
                &["(NYSE American: HPS)", "(VNT.N)", "(2330.TW)"],
            ),
            ("the Nordhavn Stock Exchange (NYSE) and (NYSE: the exchange)", &[]),
            ("(Photo: AFP) (U.S.) (e.g. it) (PM: 9) (NYSE: ", &[]),
            ("(류제명) ((LSE: VNT))", &["(LSE: VNT)"]),
        ] {
            let found: Vec<&str> = listings(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn exchanges_are_in_order() {
        assert!(EXCHANGES.is_sorted());
    }
}
