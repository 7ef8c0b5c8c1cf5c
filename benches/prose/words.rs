//! The words that made-up news is written with.

/// Nouns with a regular plural, the most used first.
pub(super) const NOUNS: &str = "
year plan report government company minister week project group official question program meeting number city
agency month law council system answer office rule decision talk service cost country court harbour market worker
bank road district price ship budget region committee bridge school hospital deal vote network
vessel contract river station inspector resident engineer document test machine union farmer building
neighbour ferry island port railway tender statement letter date figure share permit loan order fine tax
factory supplier customer driver nurse teacher student researcher laboratory model sensor cable server account
password breach patch update licence audit complaint hearing appeal judge prosecutor witness verdict sentence fence
reservoir pipeline turbine grid battery plant emission forest field harvest storm flood drought warning rescue alarm
fire tunnel lane bus tram airport runway pilot cabin passenger ticket tourist hotel museum gallery painting theatre
actor film festival concert orchestra choir stadium coach player match season league goal referee fan ground lawn
garden shop brand label bottle bakery butcher fishery trawler net quota catch warehouse container crane
dock quay pier lighthouse coast border checkpoint passport visa refugee shelter donor charity volunteer parish mayor
councillor deputy adviser spokesman secretary chairman board shareholder investor fund bond rate deficit surplus
pension wage salary strike picket employer apprentice trainee campus lecture degree grant award prize medal book
author editor publisher printer reader column headline archive library record map chart survey poll sample trend
forecast estimate margin target deadline delay extension clause treaty pact summit delegate envoy embassy consul
sanction tariff export import shipment cargo parcel courier depot platform carriage signal track crossing junction
roundabout pavement cyclist helmet clinic surgeon vaccine dose trial symptom patient ward corridor elevator roof
window chimney boiler heater radiator meter bill tenant landlord lease mortgage estate villa cottage barn orchard
vineyard meadow pond creek swamp cliff ridge valley glacier crater comet satellite orbit rocket engine valve piston
circuit chip wafer screen keyboard browser folder index query script editorial footnote
annex appendix draft memo circular bulletin newsletter pamphlet poster banner placard slogan rumour whisper quarrel
rivalry friendship alliance merger takeover split launch prototype blueprint patent trademark royalty
";

/// Verbs whose forms are regular and whose last letter is not doubled.
pub(super) const VERBS: &str = "
announce approve open review delay plant sign accept reject support visit repair inspect launch close extend reduce
increase publish present examine consider discuss confirm deny replace restore suspend resume cancel protect measure
collect record deliver answer question warn promise demand request grant refuse join follow enter reach cross pass
return move turn change improve weaken strengthen limit widen shorten lower raise finance fund sponsor back
criticise praise blame accuse defend attack challenge appeal settle order instruct appoint elect dismiss replace
employ train educate advise consult survey estimate calculate compare check test monitor observe track search trace
locate discover reveal disclose conceal remove install connect isolate separate combine merge acquire purchase sell-on
trade export import ship unload store heat cool clean polish paint print edit translate explain describe
mention ignore remember regret welcome greet invite host gather assemble rally march block clear empty fill cover
uncover bury dredge drain flood water harvest process pack label design invent develop assess certify register renew
expire postpone hurry rescue treat cure vaccinate transfer assign share divide distribute allocate tax charge refund
";

/// Adjectives, the most used first.
pub(super) const ADJECTIVES: &str = "
new last public local first national large small final several long early late regional private annual main important
common special former joint possible recent serious short foreign domestic technical legal financial medical official
independent separate similar different difficult modest sharp steady quiet narrow broad deep shallow heavy light
expensive cheap cautious careful bold urgent temporary permanent partial complete broken empty crowded remote coastal
northern southern eastern western rural urban central historic modern ancient industrial commercial agricultural
maritime nuclear solar electric digital automatic mobile secure vulnerable hidden visible familiar strange popular
controversial generous strict loose gradual sudden brief repeated frequent rare unusual typical average record
seasonal weekly monthly daily hourly nightly overdue unpaid voluntary compulsory preliminary provisional confidential
secret open joint-venture cross-border long-awaited short-term well-known half-finished low-cost high-speed
cold wet dry windy muddy icy dusty noisy polite angry tired hopeful doubtful proud anxious patient stubborn
skilled unskilled retired elderly young junior senior chief deputy acting honorary
";

/// Adverbs.
pub(super) const ADVERBS: &str = "
quickly slowly quietly publicly privately formally briefly repeatedly again already later soon finally narrowly
unanimously reluctantly cautiously carefully largely mostly partly fully hardly barely sharply steadily gradually
suddenly unexpectedly eventually openly firmly politely jointly separately temporarily permanently reportedly
";

/// What is put before or behind a word to make a rarer one.
pub(super) const BEFORE: &str = "sub micro inter counter over under fore out mid anti";
/// What is put behind a noun to make a rarer one.
pub(super) const BEHIND: &str = "yard house keeper maker holder side land work craft front board room";

/// What governments and institutes care for.
pub(super) const FIELDS: &str = "
Trade Fisheries Transport Energy Health Education Labour Housing Justice Finance Agriculture Science Culture Defence
Tourism Statistics Water Forestry Aviation Shipping Mining Railways Broadcasting Insurance Banking Technology Security
Safety Migration Sport Heritage Weather Nutrition Robotics Procurement Archives Metrology Geology Oceanography
";

/// What a body of people calls itself.
pub(super) const BODIES: &str = "
Institute Agency Council Commission Association Federation Authority Bureau Board Foundation Laboratory Union Academy
Centre Alliance Registry Society Office Service Inspectorate
";

/// Words that stand in long names.
pub(super) const QUALITIES: &str = "
National Regional Northern Southern Eastern Western Central Joint Royal Open United International European Nordic
Baltic Atlantic Pacific Alpine Coastal Federal Municipal Advanced Applied Independent Common Mutual Public General
Supreme Continental Rural Urban Maritime Digital Clean Secure Trusted Rapid Early Permanent Strategic
";

/// What a firm does, as the last word of its name.
pub(super) const TRADES: &str = "
Energy Systems Shipping Foods Motors Airways Robotics Electronics Pharma Logistics Steel Textiles Insurance Capital
Holdings Networks Media Software Instruments Chemicals Mining Brewery Telecom Optics
";

/// What programs and laws are about, as a word of their names.
pub(super) const AIMS: &str = "
Access Response Recovery Renewal Skills Harbour Border Climate Data Ledger Bridge Signal Market Network Wage Rent
Rescue Vaccine Orchard River Grid Storage Privacy Patent Passport Ticket Cargo Pension Shelter Archive Language Radio
Satellite Reactor Battery Tunnel Customs Consumer Investment Evidence
";

/// Words for a program or a law, as the last word of its name.
pub(super) const PROGRAMS: &str = "Program Initiative Scheme Partnership Framework";
/// Words for a law, as the last word of its name.
pub(super) const LAWS: &str = "Act Directive Ordinance Accord Charter";

/// First parts of family and town names.
pub(super) const STEMS: &str = "
Brand Hol Lind Mar Kess Vand Thorn Ash Black Whit Ever Hart Stan Cald Wend Fair Gar Hen Ing Jar Kel Lang Mer Nor Os
Pem Quin Rad Sel Tarn Ulv Vel War Yar Zell Alder Birk Crans Dorn Ek Fals Grim Hask Iver Jut Krag Lof Mos Nyd Ost Pell
Rav Skov Tor Und Vest Wyn Bram Corn Dale Elm Fen Glen Heath Ivy Kirk Lock Moor Nether Oak Pine Rook Stone Tilt Up
Wall Ard Bel Cor Dun Est Fior Gal Had Isen Kar Lor Mont Nav Or Pad Rom Sal Tav Urs Val
";

/// Last parts of family names.
pub(super) const FAMILY_ENDINGS: &str = "
sen strom man er well by ton worth ley wick berg ford ridge low mann ski dahl quist stad gren vik ander aro elli etti
escu ovic enko ault ier
";

/// Last parts of town names.
pub(super) const TOWN_ENDINGS: &str = "
ham mouth haven burg port field dale bridge ford minster chester stadt holm vik ness fjord borg pool gate cliffe
";

/// What may stand before the name of a town.
pub(super) const TOWN_FIRSTS: &str = "Port North South East West Upper Lower New Saint Little";

/// Given names.
pub(super) const GIVEN: &str = "
Anna Thomas Maria Peter Clara Jonas Ingrid Erik Laura Martin Sofia Daniel Helen Victor Nora Simon Julia Oscar Emma
Felix Irene Anton Greta Hugo Alice Leon Marta Rafael Elena Pavel Lucia Stefan Paula Adrian Vera Magnus Carla Bruno
Ida Henrik Rosa Emil Judith Casper Nina Walter Astrid Olaf Diana Ralph Bianca Mateo Karin Ivan Louise Edgar Silvia
Albert Monica Gustav Theresa Conrad Agnes Rupert Camille Arthur Yvonne Boris Miriam Niels Amara Kofi Zainab Tariq
Leila Samir Priya Arjun Meera Rohan Ayumi Kenji Linh Minh Ana Diego Ines Joaquin Beatriz Tomas Fatou Chidi Ngozi
";

/// Korean family names with their Hangul.
pub(super) const KOREAN_FAMILIES: &[(&str, &str)] = &[
    ("Kim", "김"),
    ("Lee", "이"),
    ("Park", "박"),
    ("Choi", "최"),
    ("Jung", "정"),
    ("Kang", "강"),
    ("Cho", "조"),
    ("Yoon", "윤"),
    ("Jang", "장"),
    ("Lim", "임"),
    ("Han", "한"),
    ("Oh", "오"),
    ("Seo", "서"),
    ("Shin", "신"),
    ("Kwon", "권"),
    ("Hwang", "황"),
    ("Ahn", "안"),
    ("Song", "송"),
    ("Ryu", "류"),
    ("Hong", "홍"),
];

/// Syllables of Korean given names with their Hangul.
pub(super) const KOREAN_SYLLABLES: &[(&str, &str)] = &[
    ("ji", "지"),
    ("ho", "호"),
    ("min", "민"),
    ("su", "수"),
    ("seo", "서"),
    ("yeon", "연"),
    ("woo", "우"),
    ("jin", "진"),
    ("hyun", "현"),
    ("eun", "은"),
    ("young", "영"),
    ("jae", "재"),
    ("hee", "희"),
    ("dong", "동"),
    ("sung", "성"),
    ("kyung", "경"),
    ("hye", "혜"),
    ("in", "인"),
    ("chan", "찬"),
    ("na", "나"),
    ("ra", "라"),
    ("tae", "태"),
    ("won", "원"),
    ("hyuk", "혁"),
    ("bin", "빈"),
    ("ah", "아"),
];

/// Syllables of made-up brands.
pub(super) const BRAND_FIRST: &str = "
Vel Nor Zan Kor Tri Lum Aer Fin Mag Opt Qua Ryn Sol Tek Uni Vox Xer Zep Bry Cal Dex Eno Fyl Gly Hel Ixo Jol Kry Lyx
";
/// Syllables of made-up brands.
pub(super) const BRAND_MIDDLE: &str = "ta ro vi mo ne ka lu di so pa re xi bo fe gi";
/// Syllables of made-up brands.
pub(super) const BRAND_LAST: &str = "rix dyn tek via lon mar sys nex gen phor tis vant";

/// Jobs, in the order of their rank.
pub(super) const TITLES: &str = "
director,spokesman,chief executive,minister,deputy minister,professor,chair,secretary general,analyst,head of research,
vice president,chief economist,mayor,commissioner,inspector,chief engineer,treasurer,ambassador,senior adviser,curator
";

/// Titles that stand before a name.
pub(super) const RANKS: &str =
    "Minister,Professor,Dr.,Mayor,Commissioner,Director,Ambassador,Deputy Minister,Chief Executive";

/// Days and months, as datelines and sentences have them.
pub(super) const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
/// Months.
pub(super) const MONTHS: &str =
    "January February March April May June July August September October November December";
