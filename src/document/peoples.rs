//! Words for the people of a country, a language, a region or a faith.

use super::word_list::WordList;

/// True for a word of nationality, language or region that is no name by itself.
pub fn is_demonym(word: &str) -> bool {
    DEMONYMS.holds(word)
}

/// True for a demonym or a word of faith, or several: "Dutch-American", "Jewish".
pub(super) fn is_people(word: &str) -> bool {
    let people = |word: &str| is_demonym(word) || is_of_faith(word);
    people(word) || word.contains('-') && word.split('-').all(people)
}

/// True for a word of faith, and those who have it: "Jewish", "Catholics"; not for "Christian", a given name.
pub(super) fn is_of_faith(word: &str) -> bool {
    FAITHS.holds(word)
}

/// The lists of this page.
pub(super) const LISTS: &[&WordList] = &[&DEMONYMS, &FAITHS];

#[rustfmt::skip]
static DEMONYMS: WordList = WordList::new(&[
    "Aboriginal", "Afghan", "Afghans", "African", "Africans", "Albanian", "Albanians", "Algerian", "Algerians",
    "American", "Americans", "Andorran", "Angolan", "Angolans", "Arab", "Arabic", "Arabs", "Argentine", "Argentinian",
    "Armenian", "Armenians", "Asian", "Asians", "Aussie", "Aussies", "Australian", "Australians", "Austrian", "Austrians", "Azerbaijani",
    "Azeri", "Azeris", "Bahamian", "Bahraini", "Bahrainis", "Bangladeshi", "Barbadian", "Basque", "Belarusian",
    "Belgian", "Belgians", "Belizean", "Beninese", "Bhutanese", "Bolivian", "Bolivians", "Bosnian", "Bosnians",
    "Botswanan", "Brazilian", "Brazilians", "Breton", "British", "Briton", "Britons", "Bruneian", "Bulgarian",
    "Bulgarians", "Burkinabe", "Burmese", "Burundian", "Cambodian", "Cambodians", "Cameroonian", "Cameroonians",
    "Canadian", "Canadians", "Cantonese", "Catalan", "Catalans", "Chadian", "Chechen", "Chechens", "Chilean",
    "Chileans", "Chinese", "Colombian", "Colombians", "Comorian", "Congolese", "Croat", "Croatian", "Croatians",
    "Croats", "Cuban", "Cubans", "Cypriot", "Czech", "Czechs", "Danish", "Djiboutian", "Dutch", "Dutchman", "Dutchmen",
    "Ecuadoran", "Ecuadorean", "Ecuadorian", "Egyptian", "Egyptians", "Emirati", "Emiratis", "English", "Englishman",
    "Englishmen", "Englishwoman", "Eritrean", "Eritreans", "Estonian", "Estonians", "Ethiopian", "Ethiopians",
    "European", "Europeans", "Fijian", "Fijians", "Filipino", "Filipinos", "Finnish", "Flemish", "French", "Frenchman",
    "Frenchmen", "Frenchwoman", "Gabonese", "Gaelic", "Gambian", "Georgian", "Georgians", "German", "Germans",
    "Ghanaian", "Ghanaians", "Greek", "Greeks", "Grenadian", "Guatemalan", "Guyanese", "Haitian", "Haitians", "Hebrew",
    "Hindi", "Hispanic", "Honduran", "Hondurans", "Hungarian", "Hungarians", "Icelandic", "Indian", "Indians",
    "Indigenous", "Indonesian", "Indonesians", "Iranian", "Iranians", "Iraqi", "Iraqis", "Irish", "Irishman",
    "Irishmen", "Irishwoman", "Israeli", "Israelis", "Italian", "Italians", "Ivorian", "Jamaican", "Japanese",
    "Jordanian", "Kashmiri", "Kashmiris", "Kazakh", "Kenyan", "Kenyans", "Kiwi", "Kiwis", "Korean", "Koreans",
    "Kosovan", "Kosovar", "Kurdish", "Kurds", "Kuwaiti", "Kuwaitis", "Kyrgyz", "Laotian", "Latin", "Latvian",
    "Lebanese", "Liberian", "Libyan", "Libyans", "Lithuanian", "Macedonian", "Malagasy", "Malawian", "Malaysian",
    "Malaysians", "Maldivian", "Malian", "Malians", "Maltese", "Mandarin", "Mauritanian", "Mauritian", "Mexican",
    "Mexicans", "Moldovan", "Mongolian", "Montenegrin", "Moroccan", "Mozambican", "Namibian", "Nepalese", "Nepali",
    "Nepalis", "Nicaraguan", "Nigerian", "Nigerians", "Nigerien", "Nordic", "Norwegian", "Norwegians", "Omani",
    "Omanis", "Pakistani", "Pakistanis", "Palestinian", "Palestinians", "Panamanian", "Papuan", "Paraguayan",
    "Persian", "Peruvian", "Philippine", "Polish", "Portuguese", "Qatari", "Qataris", "Romanian", "Romanians",
    "Russian", "Russians", "Rwandan", "Salvadoran", "Salvadorans", "Samoan", "Saudi", "Saudis", "Scandinavian", "Scot",
    "Scots", "Scotsman", "Scotsmen", "Scottish", "Senegalese", "Serb", "Serbian", "Serbs", "Singaporean", "Slovak",
    "Slovakian", "Slovene", "Slovenes", "Slovenian", "Somali", "Somalis", "Soviet", "Spaniard", "Spaniards", "Spanish",
    "Sudanese", "Surinamese", "Swede", "Swedes", "Swedish", "Swiss", "Syrian", "Syrians", "Taiwanese", "Tajik",
    "Tamil", "Tanzanian", "Thai", "Tibetan", "Tibetans", "Timorese", "Togolese", "Tongan", "Trinidadian", "Tunisian",
    "Tunisians", "Turk", "Turkish", "Turkmen", "Turks", "Ugandan", "Uighur", "Uighurs", "Ukrainian", "Ukrainians",
    "Uruguayan", "Uyghur", "Uyghurs", "Uzbek", "Venezuelan", "Vietnamese", "Welsh", "Welshman", "Welshmen", "Yemeni",
    "Zambian", "Zimbabwean",
]);

#[rustfmt::skip]
static FAITHS: WordList = WordList::new(&[
    "Anglican", "Anglicans", "Buddhist", "Buddhists", "Catholic", "Catholics", "Christians", "Hindu", "Hindus",
    "Islamic", "Islamist", "Islamists", "Jew", "Jewish", "Jews", "Lutheran", "Lutherans", "Methodist", "Methodists",
    "Muslim", "Muslims", "Presbyterian", "Presbyterians", "Protestant", "Protestants", "Shia", "Shias", "Shiite",
    "Shiites", "Sikh", "Sikhs", "Sunni", "Sunnis",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in LISTS {
            list.check();
        }
    }
}
