//! Which name-like spans of an article are names, and which of them name the same.

use super::met::Met;
use super::openers::Written;
use super::roster::{BlockNames, KnownPerson, Roster};
use super::settled::{Decided, Settled, Shared, share_kinds};
use crate::catalog::Kind;
use crate::text::fold_key;

/// Decides for a whole article: drops capitalised words that are no names, and links short names to full
/// ones ("Bolden" to "Charles Bolden", "Ryu" to "Ryu Je-myung"). A short name with two possible owners
/// stays by itself and is listed apart too. Time is linear in the names.
pub(super) fn settle(blocks: &[BlockNames], known: &[KnownPerson]) -> Decided {
    let mut names = Roster::gather(blocks, known);
    let mut met = Met::of(known);
    let families = names.shared_families();
    let begun = names.begun();
    let mut settled = Vec::with_capacity(blocks.iter().map(|block| block.names.len()).sum());
    let mut shared = Vec::new();
    for (block, given) in blocks.iter().enumerate() {
        for name in given.names {
            if given.title_case {
                for span in names.in_title(given.text, name.span) {
                    let key = fold_key(span.of(given.text));
                    let owner = names.in_headline(given.text, span, key);
                    settled.extend(owner.map(|owner| Settled { block, span, kind: None, owner }));
                }
                continue;
            }
            for Written { span, key } in names.written(given.text, name).into_iter().flatten() {
                // In "Nordhavn of the Ferry Group" the group alone is an organization.
                let kind = name.kind.filter(|_| span.end == name.span.end);
                let place = kind == Some(Kind::Place);
                let firm = names.no_person(key, kind, name);
                let several =
                    if families.is_empty() || place { None } else { names.owners_of_family(key, name) };
                let owner = match several {
                    _ if firm.is_some() => firm,
                    Some(owners) => {
                        // "President Lund" is met, and the Lund of the next sentence is the president.
                        let titled = names.bearers.titled(&owners, name.titles);
                        titled.iter().for_each(|owner| met.meet(*owner, block, span));
                        let only = titled.or_else(|| names.meant(&met, &owners, block, given.text, span));
                        if only.is_none() && !met.is_another(key, &owners, name.titles, (block, span.start)) {
                            shared.push(Shared { block, span, owners });
                        }
                        only.or_else(|| names.owner(key, name.doubtful))
                    }
                    None if place => names.place(key),
                    None => {
                        let begun = begun.get(&key).and_then(|pair| met.begun(*pair, (block, span.start)));
                        let called = begun.or_else(|| names.called(key, name));
                        called.or_else(|| names.owner(key, name.doubtful))
                    }
                };
                if let Some(owner) = owner {
                    let full = || span.of(given.text).contains(char::is_whitespace);
                    let order = !(families.is_empty() && begun.is_empty());
                    if order && (full() || names.bearers.is_stranger(owner)) {
                        met.meet(owner, block, span);
                    }
                    settled.push(Settled { block, span, kind: names.kind_shown(key, kind), owner });
                }
            }
        }
    }
    share_kinds(&mut settled, known.len(), names.new_owners());
    Decided { names: settled, shared, families }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::candidates;
    use super::super::roster::Owner;
    use super::*;
    use crate::text::{Blocks, Format, Prose, State};

    /// The names of an article with their owners, in order, "*" behind persons.
    fn names(text: &str) -> Vec<(String, Owner)> {
        let blocks: Vec<_> = Blocks::new(text, Format::Plain, State::default()).collect();
        let read = |b: &crate::text::Block| Prose::read(b.span.of(text), b, Format::Plain);
        let proses: Vec<Prose> = blocks.iter().map(read).collect();
        let raw: Vec<_> = proses.iter().map(|p| candidates(p, &[], &[])).collect();
        let given: Vec<_> = proses
            .iter()
            .zip(&raw)
            .map(|(p, names)| BlockNames {
                text: &p.text,
                names,
                expansions: &[],
                title_case: p.text.starts_with('='),
                correction: false,
                heads: false,
            })
            .collect();
        let marked = |s: &Settled| {
            let person = if s.kind == Some(Kind::Person) { "*" } else { "" };
            (format!("{}{person}", s.span.of(given[s.block].text)), s.owner)
        };
        settle(&given, &[]).names.iter().map(marked).collect()
    }

    fn texts(text: &str) -> String {
        names(text).into_iter().map(|n| n.0).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn names_end_at_titles_and_possessives() {
        for (text, expected) in [
            ("They met OpenAI Chief Strategy Officer Jason Kwon.", "OpenAI, Jason Kwon*"),
            ("On Monday NASA Administrator Charles Bolden spoke.", "NASA, Charles Bolden*"),
            ("It is Seoul's AI Safety Institute.", "Seoul, AI Safety Institute"),
            (
                "The Ministry of Trade, Industry and Energy met the Bank of Korea.",
                "Ministry of Trade, Industry and Energy, Bank of Korea",
            ),
            ("Second Vice Minister Ryu Je-myung and Mr. Park left.", "Ryu Je-myung*, Park*"),
            (
                "Minister of Trade, Industry and Energy Jens Bakke met Secretary for Culture, Sport and Tourism Ana Lund.",
                "Jens Bakke*, Ana Lund*",
            ),
            (
                "Minister of Finance and Governor Ole-jan Lund met Sens. Anna Hill, R-New York, and Ole Lee, both R-Utah.",
                "Ole-jan Lund*, Anna Hill*, Ole Lee",
            ),
            ("He saw Secretary of State John Kerry of Kenya.", "John Kerry*, Kenya"),
            (
                "An OpenAI-led group at Sungshin Women's University won.",
                "OpenAI, Sungshin Women's University",
            ),
            ("So said Ludwig van Beethoven and Bashar al-Assad.", "Ludwig van Beethoven, Bashar al-Assad"),
            ("In May the British and South Korean officials met in Oslo.", "Oslo"),
            (
                "General Motors hired Dana Whitlock, chief economist of Hapsel.",
                "General Motors, Dana Whitlock*, Hapsel",
            ),
            (
                "Oslo Mayor Jens Bakke left. Embattled Mayor Jens Bakke left.",
                "Oslo, Jens Bakke*, Jens Bakke*",
            ),
            ("Officials left. French President Anne Roux left.", "Anne Roux*"),
            ("So said chief executive Priya Raman and police chief Ines Dahl.", "Priya Raman*, Ines Dahl*"),
            (
                "They met Dr. Hye-jin Park, Senator Anna Hill and Jens Bakke, D-N.Y.",
                "Hye-jin Park*, Anna Hill*, Jens Bakke*",
            ),
            ("The award went to Petty Officer 1st Class Ana Ruiz.", "Ana Ruiz*"),
            (
                "They saw Sir Peter Dunmore KC, Dame Louise Penn and Notre Dame.",
                "Peter Dunmore*, Louise Penn*, Notre Dame",
            ),
            ("So said the minister, Sigrún Vala, on Monday.", "Sigrún Vala*"),
            ("1) Ferries left. 2. Boats came. P.S. Hapsel Line wrote. (3) Quays shut.", "Hapsel Line"),
            (
                "It went to the Centers for Fog Control and Prevention.",
                "Centers for Fog Control and Prevention",
            ),
            (
                "Forecaster Aoife Ní Holm and Presiding Judge Ole Lund met Taoiseach Ana Dahl of the Novelist Club.",
                "Aoife Ní Holm*, Ole Lund*, Ana Dahl*, Novelist Club",
            ),
            (
                "Ana Holm, who chairs Hapsel Bruk, left. So said chairs Ana Lund and Ole Dahl.",
                "Ana Holm*, Hapsel Bruk, Ana Lund*, Ole Dahl",
            ),
            (
                "It is Carver Crater, 40 kilometres off. There was Carver Holm, 40, too.",
                "Carver Crater, Carver Holm*",
            ),
            ("Captain Cook Bridge is shut, and so is Vigeland Park.", "Captain Cook Bridge, Vigeland Park"),
            (
                "They met the House Energy and Commerce Committee, the Center for Democracy and Privacy, the Coastal and Harbour Resilience Authority, and in Portugal and European Information Agency halls.",
                "House Energy and Commerce Committee, Center for Democracy and Privacy, Coastal and Harbour Resilience Authority, Portugal, European Information Agency",
            ),
            (
                "Datuk Seri Ole Lund told the Committee on Industry, Research and Energy.",
                "Ole Lund*, Committee on Industry, Research and Energy",
            ),
            ("On Monday the Ferry Commission on Tuesday's fog sat.", "Ferry Commission"),
            (
                "So said Hapsel Financial Group Chairman Ole Lund and Co-CEO C.C. Wend.",
                "Hapsel Financial Group, Ole Lund*, C.C. Wend*",
            ),
            ("The ferry — the British one — and a bus — The Japanese one — came.", ""),
            (
                "IN 2024 Chief Cabinet Secretary Ole-jan Lund met the Food and Drug Administration and Robert “Bobby” Holm.",
                "Ole-jan Lund*, Food and Drug Administration, Robert “Bobby” Holm*",
            ),
            (
                "It was the Royal Society for the Protection of Birds that met MD & CEO Ole Lund at Rs 40.",
                "Royal Society for the Protection of Birds, Ole Lund*",
            ),
            (
                "SEOUL (AJP) The Bank of Korea said no. Hapsel said so. Officials said yes.",
                "SEOUL, AJP, Bank of Korea, Hapsel",
            ),
            (
                "About Hapsel Ferries\nHapsel Ferries runs boats to Oslo and back.",
                "Hapsel Ferries, Hapsel Ferries, Oslo",
            ),
            ("A boat came on Monday to the old quay of Port\nNordhavn.", "Port\nNordhavn"),
            ("We lost the boats, and nobody cares.\nHAPSEL HOLM\nOslo", "HAPSEL HOLM"),
            ("“We win,” she said. Officials left. Yesterday I left.", ""),
            (
                "So said Jun Young-hyun, Jan Lund and the Senate Commerce, Science and Transportation Committee; in June Bakke left.",
                "Jun Young-hyun*, Jan Lund*, Senate Commerce, Science and Transportation Committee, Bakke",
            ),
            (
                "They met Nordhavn's Science, ICT, Broadcasting and Communications Committee, the Health and Social Care Committee and the Nordic Council of Science Ministers.",
                "Nordhavn, Science, ICT, Broadcasting and Communications Committee, Health and Social Care Committee, Nordic Council of Science Ministers",
            ),
            (
                "They met President von der Lund, Madame de Holm and Mr. van Dahl.",
                "von der Lund*, Madame de Holm, van Dahl*",
            ),
            (
                "The Chr. Holm Institute met Minister of Fisheries and Ocean Policy Anna Holm Lund.",
                "Chr. Holm Institute, Anna Holm Lund*",
            ),
            (
                "Former Ferry Board chair Ana Lund met Robert “The Rock” Holm, President-elect Ole Dahl and Solicitor General Jens Bakke at Folha de S.Paulo.",
                "Ferry Board, Ana Lund*, Robert “The Rock” Holm*, Ole Dahl*, Jens Bakke*, Folha de S.Paulo",
            ),
            (
                "Holm, 45, and Madame Lund paid USD 40 million (No. 7). Without Madame Bakke I would fail; it was Charles I that Señora Dahl met in a Q&A.",
                "Holm*, Lund*, Bakke*, Charles I*, Dahl*",
            ),
            ("They met the Nordhavn (Nord) Ferries and Bank “Banco” Holm.", "Nordhavn, Nord, Ferries, Holm"),
            (
                "They met the Rev. Ole Lund, Tan Sri Ana Holm, Det Ch Insp Jens Bakke, the Rt Hon Dame Louise Penn MP and Supervisor Ines Dahl of the Search and Rescue Agency.",
                "Ole Lund*, Ana Holm*, Jens Bakke*, Louise Penn*, Ines Dahl*, Search and Rescue Agency",
            ),
            (
                "Queen Mary University of Oslo asked Queen Ana Lund, Jan M. “Hap” Holm III, Wm. “Bill” Dahl, MD Bartholomew “Bart” van Lund and the band “Bart” Holm.",
                "Queen Mary University of Oslo, Ana Lund*, Jan M. “Hap” Holm III*, Wm. “Bill” Dahl*, Bartholomew “Bart” van Lund*, Holm*",
            ),
            (
                "Carmaker Hapsel Motor built a 100MW plant for the Anti-Fraud Commission, for Hapsel-owner Vinter Capital and for the NFB of Ana Lund.",
                "Hapsel Motor, Anti-Fraud Commission, Hapsel, Vinter Capital, NFB, Ana Lund*",
            ),
            (
                "So said a judge, Marit Sol Vinter, and the Minister of Foreign Affairs, Lund Dahl, of the brother, Holm Vik, there.",
                "Marit Sol Vinter*, Lund Dahl*, Holm Vik*",
            ),
            (
                "So said the Minister of Religious Affairs, Lund Dahl, the Minister of Tourism, Ana Vik, and the Prime Minister of Nordhavn, Ole Holm, there. The Minister of Petroleum and Natural Gas left.",
                "Lund Dahl*, Ana Vik*, Nordhavn, Ole Holm*",
            ),
            (
                "The Leader of Opposition Smt. Ana Lund, Additional Solicitor General Ole Dahl and Jeremy Holm AM left Notre Dame.",
                "Ana Lund*, Ole Dahl*, Jeremy Holm*, Notre Dame",
            ),
            (
                "(Hapsel News) - Ferries stopped. So said PM Holm at 7 PM, the Rt Rev Ana Lund and Sun Hung Dahl on MONDAY, NOV 16. Q. Is it so? (Editing by Ole Dahl)",
                "Hapsel News, Holm*, Ana Lund*, Sun Hung Dahl, Ole Dahl",
            ),
            (
                "The Dutch-American Registrar of Voters Ana Lund, Saudi Energy Minister Prince Ole Dahl, Democrat Ida Holm and Amrita Sen paid R2.1bn to Josep Puig i Clemente.",
                "Ana Lund*, Ole Dahl*, Ida Holm*, Amrita Sen, Josep Puig i Clemente",
            ),
            ("*Updated June 5, 2026* So said Science and ICT Minister Ana Lund of NASA.", "Ana Lund*, NASA"),
            ("They cheered (“Go to Yale.”) in the U.S. and the E.U.", "Yale, U.S., E.U."),
        ] {
            assert_eq!(texts(text), expected, "{text}");
        }
    }

    #[test]
    fn short_names_go_with_their_full_name() {
        let all = names("Dana Whitlock, 45, met Ryu Je-myung. Whitlock and Ryu left. Dana stayed.");
        let owner = |name: &str| all.iter().find(|(n, _)| n.trim_end_matches('*') == name).map(|(_, o)| *o);
        assert_eq!(owner("Whitlock"), owner("Dana Whitlock"));
        assert_eq!(owner("Ryu"), owner("Ryu Je-myung"));
        assert_eq!(owner("Dana"), owner("Dana Whitlock"));
        assert_ne!(owner("Dana Whitlock"), owner("Ryu Je-myung"));
        for text in
            ["They met Eddie Van Halen. Van Halen left.", "They met Dolores St. James. St. James left."]
        {
            let all = names(text);
            assert!(all.len() == 2 && all[0].1 == all[1].1, "{all:?}");
        }
        for text in [
            "Vinter Freight pays. They met Vinter Freight Inc.",
            "They met Vinter Freight Inc. in Vinter Freight's hall.",
            "They met Haspu “Hap” Vinter. Haspu Vinter left.",
        ] {
            let all = names(text);
            assert!(all.len() == 2 && all[0].1 == all[1].1, "{all:?}");
        }
        let all = names("Ellen Marie Holm met Robert Holm, 45, and Ellen Lund. Then Ellen Holm left.");
        assert_eq!(all[0].1, all[3].1, "{all:?}");
        assert_eq!(texts("Kim van Dijk is here. Then Van Dijk left."), "Kim van Dijk, Van Dijk");
        let all = names("The Nordhavn Line sails. It left Nordhavn.");
        assert_ne!(all[0].1, all[1].1);
    }

    #[test]
    fn a_short_name_with_two_owners_stays_alone() {
        let all = names("Dana Whitlock and Otto Whitlock met. He saw Whitlock there.");
        assert_eq!(all.len(), 3);
        assert!(all[2].1 != all[0].1 && all[2].1 != all[1].1, "{all:?}");
    }

    #[test]
    fn a_short_name_is_the_only_owners_whom_a_reader_has_met() {
        let all =
            names("They met Dana Whitlock. Then Whitlock left, and Otto Whitlock came. He saw Whitlock.");
        assert_eq!(all.len(), 4);
        assert_eq!(all[0].1, all[1].1);
        assert!(all[3].1 != all[0].1 && all[3].1 != all[2].1, "{all:?}");
        // Of "Kim Hyun" either may be the surname.
        let all = names("They met Kim Jang-gyeom, and there was Kim Hyun. He saw Kim there.");
        assert!(all[2].1 != all[0].1 && all[2].1 != all[1].1, "{all:?}");
        // Where the paragraph has named one of them, it is that one.
        let both = "They met Dana Whitlock and Otto Whitlock.\n\n";
        let all = names(&format!("{both}So said Otto Whitlock. Whitlock left."));
        assert!(all[3].1 == all[1].1 && all[3].1 != all[0].1, "{all:?}");
        // Behind a title it may be somebody else.
        let all = names("They met Dana Whitlock. Then Mayor Whitlock left, and Mayor Otto Whitlock came.");
        assert_ne!(all[0].1, all[1].1);
    }

    #[test]
    fn one_name_in_an_article() {
        for (one, other) in [
            ("Lip-Bu Tan", "Lip Bu Tan"),
            ("Dana Holm Barnes", "Dana Holm-Barnes"),
            ("Center for Democracy & Privacy", "Center for Democracy and Privacy"),
            ("Federal Trade Commission", "FTC"),
            ("Dana Holm-Barnes", "Holm Barnes"),
            ("José Rubio Prieto", "Jose Rubio Prieto"),
            ("José Antonio Rubio Prieto", "Rubio Prieto"),
            ("Pedro Sánchez", "Sanchez"),
            ("Jürgen Groß", "Gross"),
            ("Annegret Schröder", "Schroeder"),
            ("Annegret Schroeder", "Annegret Schröder"),
            ("Annegret Schröder", "Annegret Schroeder"),
            ("Yoshinori Ohsumi", "Ōsumi"),
            ("Ursula van der Lund", "President van der Lund"),
            ("opposition leader Rodrigo Peña de la Cruz", "Peña"),
            ("opposition leader Rodrigo Peña de la Cruz", "Peña de la Cruz"),
            ("Taiwan Steel Maritime Co.", "TSMC"),
            ("Bank of Nordhavn", "BON"),
            ("envoy Badr al-Dahlan", "Dahlan"),
            ("old Wang Yi", "Wang"),
            ("ex-adviser Koldo Prieto García", "Prieto"),
        ] {
            let all = names(&format!("They met the {one} there. Then the {other} left."));
            assert!(all.len() == 2 && all[0].1 == all[1].1, "{all:?}");
        }
        for (one, other) in [
            ("Federal Trade Commission", "FCT"),
            ("Ferry Agency", "FA"),
            ("Dale Holm", "Dale Holm Jr."),
            ("Sector Western Alaska", "Alaska"),
            ("Frida Thea Clausen", "FTC"),
            ("ex-adviser Frida Thea Clausen", "Thea"),
            ("Federal Trade Commission", "Ftc"),
            ("envoy Pak Chol Eu", "EU"),
        ] {
            let all = names(&format!("They met the {one} there. Then the {other} left."));
            assert!(all.len() == 2 && all[0].1 != all[1].1, "{all:?}");
        }
        let all = names("Both the Federal Trade Commission and the Ferry Task Command knew the FTC.");
        assert!(all[2].1 != all[0].1 && all[2].1 != all[1].1, "{all:?}");
    }

    #[test]
    fn a_capital_that_the_sentence_gives_is_no_name() {
        assert_eq!(texts("Ferries stopped. Nobody knew why the ferries stopped."), "");
        assert_eq!(texts("Nordhavn slept. All of Nordhavn slept."), "Nordhavn, Nordhavn");
        assert_eq!(
            texts("Nearby Harbour Lights shone. They saw Harbour Lights."),
            "Harbour Lights, Harbour Lights"
        );
        assert_eq!(
            texts("= Ferries Leave Nordhavn For Good\n\nThe port of Nordhavn closed."),
            "Nordhavn, Nordhavn"
        );
    }

    #[test]
    fn long_input_takes_linear_time() {
        for part in [
            "Aa ",
            "Aa and ",
            "Aa of ",
            "Ministry of Aa, ",
            "A. ",
            "Aa-",
            "Aa'",
            "& ",
            "Chief ",
            "President of ",
            "Aa Bb. ",
        ] {
            names(&part.repeat(50_000 / part.len()));
        }
    }
}
