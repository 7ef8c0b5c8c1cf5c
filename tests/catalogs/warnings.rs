//! What is odd in an entry: some of it costs nothing but a warning.

use super::{assert_line, desk, entity, faults_of, ids};
use masthead::diagnostic::Severity;

#[test]
fn a_relation_that_is_almost_a_known_one_is_told_and_stays_in_use() {
    let with = |relation: &str| {
        let other = "[[entity]]\nid = \"y\"\nkind = \"term\"\nname = \"Other Thing\"\n";
        let relations = format!("relations = [{{ type = \"{relation}\", target = \"y\" }}]");
        format!("[[entity]]\nid = \"x\"\nkind = \"term\"\nname = \"Known Thing\"\n{relations}\n{other}")
    };
    for (relation, meant) in
        [("runby", "run-by"), ("participants", "participant"), ("operate-by", "operated-by")]
    {
        let text = with(relation);
        let (catalog, faults) = desk(&[&text]);
        let message = format!("“{relation}” is a relation of your own, and almost “{meant}”");
        assert_eq!(faults_of(&text, &faults), [(&*format!("\"{relation}\""), message)]);
        let fault = &faults[0].1[0];
        assert_eq!(
            (fault.severity, &*fault.notes),
            (Severity::Warning, &[format!("did you mean “{meant}”?")][..])
        );
        assert_eq!(fault.fixes[0].edits[0].text, format!("\"{meant}\""));
        assert_eq!(entity(&catalog, "x").relations.len(), 1);
    }
    for own in ["funded-by", "fed-by", "owned-by", "on", "made-in", "led-to", "run-by"] {
        assert_eq!(desk(&[&with(own)]).1, vec![], "{own}");
    }
}

#[test]
fn an_entry_does_not_belong_to_itself() {
    let message = |from: &str| format!("“{from}” points to this very entry: name the other one");
    for (line, from) in [
        ("relations = [{ type = \"part-of\", target = \"x\" }]", "part-of"),
        ("broader = \"x\"", "broader"),
        ("distinct = [\"x\"]", "distinct"),
    ] {
        assert_line(line, "\"x\"", &message(from));
    }
}

#[test]
fn what_leads_nowhere_is_told_and_costs_nothing() {
    let rest = "this one leads nowhere, and is not shown";
    for (line, value, needs) in [
        ("url", "www.example.org/bob", "the address of a page, as in \"https://harbour.example\""),
        ("url", "javascript:alert(1)", "the address of a page, as in \"https://harbour.example\""),
        ("wikidata", "hello", "an item, as in \"Q42\""),
    ] {
        let text = format!(
            "[[entity]]\nid = \"x\"\nkind = \"term\"\nname = \"Known Thing\"\n{line} = \"{value}\"\n"
        );
        let (catalog, faults) = desk(&[&text]);
        let message = format!("“{line}” needs {needs}: {rest}");
        assert_eq!(faults_of(&text, &faults), [(&*format!("\"{value}\""), message)]);
        assert_eq!((faults[0].1[0].severity, ids(&catalog)), (Severity::Warning, vec!["x"]));
    }
}
