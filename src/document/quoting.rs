//! Verbs that give somebody's words where a quotation and its speaker stand right beside them; elsewhere they as often do not.

use super::word_list::WordList;

/// True for such a verb, in the forms that stand beside a speaker: "joked", "notes".
pub(super) fn is_verb_of_quotations(word: &str) -> bool {
    VERBS.holds(word)
}

#[rustfmt::skip]
static VERBS: WordList = WordList::new(&[
    "acknowledges", "adds", "admits", "advised", "advises", "affirmed", "affirms", "agreed", "agrees",
    "alleged", "alleges", "announces", "answered", "answers", "argues", "asks", "asserts", "assured",
    "assures", "attested", "attests", "averred", "avers", "beamed", "beams", "boasted", "boasts",
    "cautioned", "cautions", "claims", "clarified", "clarifies", "comments", "complained", "complains",
    "conceded", "concedes", "concludes", "concurred", "concurs", "confessed", "confesses", "confided",
    "confides", "confirms", "contended", "contends", "continued", "continues", "countered", "counters",
    "cried", "cries", "declares", "demanded", "demands", "denies", "disagreed", "disagrees", "disclosed",
    "discloses", "elaborated", "elaborates", "emphasised", "emphasises", "emphasizes", "enthused",
    "enthuses", "exclaimed", "exclaims", "explains", "fumed", "fumes", "grinned", "grins", "gushed",
    "gushes", "hinted", "hints", "implored", "implores", "insists", "interjected", "interjects", "joked",
    "jokes", "lamented", "laments", "laughed", "laughs", "maintained", "maintains", "marveled", "marvels",
    "moaned", "moans", "mourned", "mourns", "murmured", "murmurs", "mused", "muses", "muttered", "mutters",
    "notes", "objected", "objects", "observed", "observes", "opines", "pleaded", "pleads", "pledged",
    "pledges", "pondered", "ponders", "posited", "posits", "posted", "posts", "predicted", "predicts",
    "proclaimed", "proclaims", "promised", "promises", "protested", "protests", "quipped", "quips",
    "reasoned", "reasons", "recalls", "reckoned", "reckons", "recounted", "recounts", "reflected",
    "reflects", "reiterates", "remarks", "remembered", "remembers", "reminded", "reminds", "repeated",
    "repeats", "replies", "responded", "responds", "retorted", "retorts", "revealed", "reveals", "ruled",
    "rules", "sang", "scoffed", "scoffs", "scolded", "scolds", "shouted", "shouts", "shrugged", "shrugs",
    "sighed", "sighs", "sings", "smiled", "smiles", "snapped", "snaps", "speculated", "speculates",
    "states", "stresses", "suggests", "summarised", "summarises", "summarized", "summarizes", "surmised",
    "surmises", "swears", "swore", "teased", "teases", "tells", "testifies", "texted", "texts",
    "theorised", "theorises", "theorized", "theorizes", "thinks", "thought", "threatened", "threatens",
    "tweets", "underlined", "underlines", "underscored", "underscores", "urges", "ventured", "ventures",
    "volunteered", "volunteers", "vowed", "vows", "warns", "whispered", "whispers", "wondered", "wonders",
    "writes", "yelled", "yells",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_sorted_and_stand_once() {
        VERBS.check();
    }
}
