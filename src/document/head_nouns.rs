//! Head nouns: the words that end a name, or begin it before "of", and say what it names.

use super::word_list::{WordList, with_capital};

/// True for a noun that ends (or, before "of", begins) the name of a body: "Ministry", "Institute", "Inc".
pub(super) fn is_body(word: impl AsRef<[u8]>) -> bool {
    BODIES.holds_one_or_many(word.as_ref())
}

/// [`is_body`], in small letters too: "agency", "Agency".
pub fn is_body_in_any_case(word: &str) -> bool {
    with_capital(word, |word| is_body(word))
}

/// True for a noun that ends (or, before "of", begins) the name of a place, an event, a law or a work.
pub(super) fn is_landmark(word: impl AsRef<[u8]>) -> bool {
    LANDMARKS.holds_one_or_many(word.as_ref())
}

/// True for the head noun of a company, whose name does not go on with "of": "Hapsel Labs of Oslo" is Hapsel Labs.
pub(super) fn ends_company(word: &str) -> bool {
    COMPANIES.holds(word)
}

/// True for the head noun of a body that takes "on": "Committee on …".
pub(super) fn takes_topic(word: &str) -> bool {
    BODIES_ON.holds(word)
}

/// True for the head noun of a body whose fields are listed behind "of": "Ministry of Trade and Industry".
pub(super) fn takes_fields(word: &str) -> bool {
    BODIES_OF_FIELDS.holds(word)
}

/// True for the head noun of a body that takes "for": "Center for …", "Centers for …".
pub(super) fn takes_purpose(word: &str) -> bool {
    BODIES_FOR.holds_one_or_many(word.as_bytes())
}

/// True for the noun that begins a body's name in a Romance language or German, "Grupo", "Banco", "Universität", and for a word with
/// which clubs begin: "Dynamo", "Real".
pub(super) fn begins_foreign_body(word: &str) -> bool {
    FOREIGN_BODIES.holds(word)
}

/// All lists of this page.
pub(super) const LISTS: &[&WordList] =
    &[&BODIES, &LANDMARKS, &COMPANIES, &BODIES_ON, &BODIES_OF_FIELDS, &BODIES_FOR];

#[rustfmt::skip]
static BODIES: WordList = WordList::new(&[
    "AG", "Academy", "Administration", "Agency", "Air", "Airline", "Airways", "Alliance", "Archive",
    "Army", "Assembly", "Associates", "Association", "Asylum", "Authority", "Automobiles", "Bancorp",
    "Band", "Bank", "Battalion", "Bloc", "Board", "Books", "Brigade", "Broadcasting", "Brotherhood",
    "Bureau", "Business", "Cabinet", "Caucus", "Center", "Centre", "Chamber", "Chapter", "Charity",
    "Choir", "Church", "Circus", "Clinic", "Club", "Co", "Co.", "Coalition", "College", "Command",
    "Commission", "Committee", "Commons", "Communications", "Community", "Companies", "Company",
    "Confederation", "Conference", "Congress", "Consortium", "Constabulary", "Convent", "Cooperative",
    "Corp", "Corp.", "Corporation", "Corps", "Council", "Court", "Daily", "Department", "Diocese", "Directorate",
    "Division", "Electric", "Electronics", "Embassy", "Energy", "Ensemble", "Enterprise",
    "Entertainment", "Exchange", "FC", "Faculty", "Federation", "Films", "Finance", "Financial",
    "Force", "Forces", "Forum", "Foundation", "Front", "Fund", "Gallery", "Games", "Gazette", "GmbH",
    "Government", "Group", "Guard", "Guild", "Herald", "Holdings", "Hospital", "Hotel", "House", "Inc",
    "Inc.", "Industries", "Industry", "Infirmary", "Initiative", "Inspectorate", "Institute", "Institution",
    "Insurance", "Intelligence", "Journal", "Laboratories", "Laboratory", "Labs", "League", "Legion",
    "Library", "Limited", "Ltd", "Ltd.", "Magazine", "Media", "Militia", "Ministry", "Mission",
    "Monastery", "Motor", "Motors", "Movement", "Museum", "Navy", "Network", "News", "Observatory",
    "Office", "Opera", "Orchestra", "Organisation", "Organization", "PLC", "Parliament", "Partners",
    "Partnership", "Party", "Philharmonic", "Pictures", "Platoon", "Plc", "Police", "Post", "Press",
    "Productions", "Programme", "Publications", "Publishers", "Publishing", "Radio", "Railroad",
    "Railway", "Railways", "Records", "Regiment", "Registry", "Review", "Rifles", "Roundtable", "School",
    "Secretariat", "Securities", "Seminary", "Senate", "Service", "Services", "Society", "Software",
    "Solutions", "Squad", "Squadron", "Station", "Studio", "Subcommittee", "Survey", "Symphony",
    "Syndicate", "Synod", "System", "Systems", "Taskforce", "Team", "Tech", "Technologies", "Technology", "Telecom",
    "Telegraph", "Television", "Theater", "Theatre", "Times", "Tribunal", "Tribune", "Troupe", "Trust",
    "Trustees", "Union", "Unit", "United", "Universities", "University", "Ventures", "Works",
    "Workshop", "plc",
]);

#[rustfmt::skip]
static LANDMARKS: WordList = WordList::new(&[
    "Abbey", "Accord", "Act", "Agreement", "Airport", "Albums", "Amendment", "Archipelago", "Arena",
    "Article", "Avenue", "Award", "Basilica", "Basin", "Battle", "Bay", "Beach", "Bill", "Boulevard",
    "Bridge", "Building", "Campaign", "Canal", "Canyon", "Cape", "Castle", "Category", "Cathedral",
    "Cemetery", "Championship", "Chapel", "Charter", "City", "Coast", "Commonwealth", "Constitution",
    "Convention", "County", "Creek", "Cross", "Cup", "Day", "Declaration", "Desert", "District",
    "Doctrine", "Duchy", "Dynasty", "Empire", "Estate", "Exhibit", "Exit", "Falls", "Festival", "Field",
    "Forest", "Fort", "Gardens", "Gate", "Glacier", "Gulf", "Hall", "Harbor", "Harbour", "Heights",
    "Highway", "Hill", "Interstate", "Island", "Isle", "Kingdom", "Lake", "Law", "Level", "Massacre",
    "Medal", "Memorial", "Minster", "Monument", "Mount", "Mountain", "Ocean", "Olympics", "Open", "Order",
    "Pact", "Palace", "Park", "Peninsula", "Phase", "Plan", "Plant", "Plateau", "Plaza", "Port", "Priory",
    "Prison", "Prize", "Program", "Project", "Province", "Pyramid", "Range", "Rebellion", "Reef", "Region",
    "Reich", "Reign", "Republic", "Reservoir", "Resort", "Revolution", "Ridge", "River", "Road", "Route",
    "Sea", "Section", "Shrine", "Siege", "Sound", "Springs", "Square", "Stadium", "State", "Strait",
    "Street", "Summit", "Temple", "Territory", "Tomb", "Tour", "Tower", "Town", "Township", "Trail",
    "Treaty", "Trophy", "Tunnel", "Valley", "Village", "Volcano", "War", "Watch", "Woods", "Zone", "Zoo",
]);

#[rustfmt::skip]
static COMPANIES: WordList = WordList::new(&[
    "AG", "Airlines", "Airways", "Automobiles", "Bancorp", "Co.", "Companies", "Corp.", "Electric",
    "Electronics", "Energy", "Enterprise", "Entertainment", "Films", "Financial", "GmbH", "Holdings", "Inc.",
    "Industries", "Insurance", "Labs", "Ltd.", "Media", "Motor", "Motors", "Partners", "Pictures", "Plc",
    "Productions", "Publishers", "Publishing", "Records", "Securities", "Software", "Solutions", "Systems",
    "Tech", "Technologies", "Telecom", "Ventures", "Works", "plc",
]);

#[rustfmt::skip]
static FOREIGN_BODIES: WordList = WordList::new(&[
    "Academia", "Agence", "Agencia", "Asociación", "Associazione", "Associação", "Athletic", "Atletico", "Atlético",
    "Banca", "Banco", "Banque", "Bayern", "Borussia", "Bundesamt", "Caisse", "Caixa", "Club", "Colegio", "Comisión",
    "Comissão", "Compagnie", "Companhia", "Compañía", "Confederación", "Confederação", "Conseil", "Consejo", "Conselho",
    "Corporación", "Cámara", "Câmara", "Deutsche", "Dinamo", "Dynamo", "Ejército", "Empresa", "Escola", "Escuela",
    "Federación", "Federação", "Fondation", "Fondazione", "Frente", "Fundación", "Fundação", "Grupo",
    "Gruppe", "Gruppo", "Institut", "Instituto", "Inter", "Istituto", "Liga", "Lokomotiv", "Ministerio", "Ministero",
    "Ministère", "Ministério", "Movimento", "Movimiento", "Museo", "Museu", "Musée", "Olympique", "Organización",
    "Parti", "Partido", "Partito", "Petróleos", "Racing", "Real", "Royal", "Rádio", "Servicio", "Sindicato", "Sociedad",
    "Sociedade", "Société", "Spartak", "Sporting", "Teatro", "Tribunal", "Universidad", "Universidade", "Università",
    "Universität", "Université", "União", "Unión", "Verband",
]);

#[rustfmt::skip]
static BODIES_ON: WordList = WordList::new(&[
    "Commission", "Committee", "Conference", "Convention", "Council", "Forum", "Institute", "Office", "Panel",
    "Subcommittee", "Summit",
]);

#[rustfmt::skip]
static BODIES_OF_FIELDS: WordList = WordList::new(&[
    "Bureau", "College", "Committee", "Department", "Directorate", "Division", "Faculty", "Institute",
    "Ministry", "Office", "School", "Secretariat", "Subcommittee",
]);

#[rustfmt::skip]
static BODIES_FOR: WordList = WordList::new(&[
    "Academy", "Agency", "Alliance", "Alternative", "Association", "Authority", "Board", "Bureau", "Campaign",
    "Center", "Centre", "Coalition", "College", "Commission", "Committee", "Conference", "Council", "Court",
    "Department", "Directorate", "Federation", "Foundation", "Fund", "Initiative", "Institute", "Institution",
    "Laboratory", "Ministry", "Movement", "Office", "Organisation", "Organization", "Partnership", "Program",
    "Programme", "School", "Service", "Society", "Subcommittee", "Union",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in LISTS.iter().chain([&&FOREIGN_BODIES]) {
            list.check();
        }
    }
}
