//! The compiled-in catalog.

use super::ids;
use masthead::catalog::{Catalog, CatalogFile, RELATIONS, format_catalog, parse, starter_files};
use masthead::document::failing_tests;
use std::path::Path;

#[test]
fn the_starter_catalog_is_sound_formatted_and_sourced() {
    let files: Vec<CatalogFile> =
        starter_files().iter().map(|(name, text)| parse(Path::new(name), text, true)).collect();
    let (catalog, faults) = Catalog::merge(&files);
    assert_eq!(faults, vec![]);
    for (name, text) in starter_files() {
        assert_eq!(format_catalog(text).as_deref(), Ok(*text), "{name}: run `masthead catalog fmt`");
    }
    for (_, entity) in catalog.entities() {
        assert!(entity.starter && entity.as_of.is_some(), "{}", entity.id);
        for relation in &entity.relations {
            assert!(relation.seen.is_some() && relation.source.is_some(), "{}: {}", entity.id, relation.name);
            assert!(
                RELATIONS.iter().any(|known| known.name == relation.name),
                "{}: {}",
                entity.id,
                relation.name
            );
        }
        for role in &entity.roles {
            assert!(role.seen.is_some() && role.source.is_some(), "{}: {}", entity.id, role.title);
        }
    }
}

#[test]
fn the_starter_catalog_passes_its_own_tests() {
    let faults = failing_tests(&Catalog::starter());
    let messages: Vec<&str> =
        faults.iter().flat_map(|(_, list)| list).map(|fault| fault.message.as_str()).collect();
    assert_eq!(messages, Vec::<&str>::new());
}

#[test]
fn the_starter_catalog_knows_everyone_it_should() {
    let expected = "afp ai ai-basic-act aju-press akamai amazon anthropic apple asia aws broadcom c-tas choi-woo-hyuk cisco \
        claude-mythos-preview cloudflare crowdstrike cso cybersecurity dario-amodei digitaltoday eom-heung-yeol etri fortinet \
        fsc fsi galaxy glasswing google gpt-5-5-cyber gtac hong-joon-ho isnpo japan jason-kwon jp-aisi jpmorganchase \
        kim-dong-young kisa knox kp-government kr-aisi kr-government linux-foundation microsoft mofa msit na-seon-hye \
        national-ai-strategy-committee nis north-korea nvidia openai os palo-alto-networks ryu-je-myung sam-altman \
        samsung-electronics sasha-baker seoul sk-hynix sk-telecom soonchunhyang-university south-korea spri \
        sungshin-womens-university tac three-ifc uk uk-aisi us us-aisi white-house yeongdeungpo yonhap zscaler";
    assert_eq!(ids(&Catalog::starter()), expected.split_whitespace().collect::<Vec<_>>());
}
