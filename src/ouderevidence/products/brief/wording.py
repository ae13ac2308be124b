"""The words of a brief, in Dutch and in English.

The rule for how sure a key message sounds (``RESERVES``): a sentence of level *strong* stands alone, one of *moderate*
is called plausible, one of *limited* has indications or, where all that supports it does so in part, is supported in
part; and where research disagrees the sentence says so. The reserve
stands in the sentence, and the sentence itself is that of the claim.
"""

from __future__ import annotations

from typing import Final

from ouderevidence.model.words import Text

RESERVES: Final[dict[str, Text]] = {
    "strong": Text("", ""),
    "moderate": Text("dat is aannemelijk", "that is plausible"),
    "limited": Text("daar zijn aanwijzingen voor", "there are indications of that"),
    "partial": Text("onderzoek steunt dit deels", "research supports this in part"),
}
# The same behind a statement of more than one sentence.
RESERVES_APART: Final[dict[str, Text]] = {
    "strong": Text("", ""),
    "moderate": Text("Dit is aannemelijk.", "This is plausible."),
    "limited": Text("Hiervoor zijn aanwijzingen.", "There are indications of this."),
    "partial": Text("Onderzoek steunt dit deels.", "Research supports this in part."),
}
RESERVE_CONTESTED_APART: Final = Text(
    "Maar onderzoeken spreken elkaar hierover tegen.", "But studies contradict each other on this."
)
RESERVE_CONTESTED: Final = Text(
    "maar onderzoeken spreken elkaar hierover tegen", "but studies contradict each other on this"
)
LEAD_INS: Final[dict[str, Text]] = {
    "recommendation": Text("Aanbeveling.", "Recommendation."),
    "requirement": Text("Eis.", "Requirement."),
    "definition": Text("Omschrijving.", "Definition."),
    "context": Text("Context.", "Context."),
    "finding": Text("Bevinding.", "Finding."),
    "prevalence": Text("Hoe vaak iets voorkomt.", "Prevalence."),
}

TITLE: Final = Text(
    "Ouderbetrokkenheid: wat weten we, en hoe zeker?", "Parental involvement: what do we know, and how surely?"
)
TITLE_BOTH: Final = Text(
    "{block} bij {group}: wat weten we, en hoe zeker?", "{block} and {group}: what do we know, and how surely?"
)
READERS: Final = Text(
    "Kennisnotitie voor gemeenten, schoolbesturen en voorscholen,",
    "Evidence brief for municipalities, school boards and preschools,",
)
BASED_ON: Final = Text("op basis van de factsheet", "based on the factsheet")
CLAIMS_COUNTED: Final = Text("{n} uitspraken hierover", "{n} claims on this")
CLAIM_COUNTED: Final = Text("1 uitspraak hierover", "1 claim on this")
OF_WHICH_FINDINGS: Final = Text("waarvan {n} bevindingen", "of which {n} findings")
OF_WHICH_FINDING: Final = Text("waarvan 1 bevinding", "of which 1 finding")
AND_OURS: Final = Text(
    "en van onderzoek dat wij, de makers van ouderevidence, erbij zochten.",
    "and on research that we, the makers of ouderevidence, looked for.",
)
MADE_BY: Final = Text("van {makers}", "by {makers}")
NO_CLAIMS: Final = Text(
    "De factsheet bevat geen uitspraken die bij deze keuze passen.",
    "The factsheet holds no claims that match this selection.",
)

CODE_KEY: Final = Text("ons kenmerk van een uitspraak", "our code of a claim")
RUNG: Final = Text("{level} ({n} van 3)", "{level} ({n} of 3)")
BARS_KEY: Final = Text("balken", "bars")
BARS: Final = Text("aantal bevindingen", "number of findings")
SIZE_KEY: Final = Text(
    "grootte van een verschil, verband of effect (0: geen)", "size of a difference, association or effect (0: none)"
)
SHORT_ANSWER: Final = Text("Kort antwoord", "Short answer")
ANSWERS: Final[dict[str, Text]] = {
    "strong": Text("Stevig onderbouwd is", "It is firmly underpinned"),
    "moderate": Text("Aannemelijk is", "It is plausible"),
    "limited": Text("Er zijn aanwijzingen", "There are indications"),
    "partial": Text("Deels door onderzoek gesteund is", "Research supports in part"),
}
THAT: Final = Text("dat", "that")
THE_FINDING_THAT: Final = Text("de bevinding dat", "the finding that")
THE: Final = Text("de {kind}", "the {kind}")
ANSWER_NONE: Final = Text(
    "Met onderzoek onderbouwd is dit niet; hieronder staat wat de factsheet zegt.",
    "This is not underpinned by research; below is what the factsheet says.",
)
ANSWER_NO_FINDINGS: Final = Text(
    "De factsheet noemt hierover geen bevindingen; hieronder staat wat zij omschrijft, vraagt of aanbeveelt.",
    "The factsheet names no findings on this; below is what it defines, requires or recommends.",
)
ANSWER_COUNTED: Final = Text(
    "Van de {n} bevindingen hierover hebben er {k} steun in onderzoek ({levels}).",
    "Of the {n} findings on this, {k} have support in research ({levels}).",
)
ANSWER_COUNTED_SINGLE: Final = Text(
    "Van de {n} bevindingen hierover heeft er één steun in onderzoek ({levels}).",
    "Of the {n} findings on this, one has support in research ({levels}).",
)
ANSWER_COUNTED_ALL: Final = Text(
    "Alle {n} bevindingen hierover hebben steun in onderzoek ({levels}).",
    "All {n} findings on this have support in research ({levels}).",
)
ANSWER_COUNTED_BOTH: Final = Text(
    "Beide bevindingen hierover hebben steun in onderzoek ({levels}).",
    "Both findings on this have support in research ({levels}).",
)
ANSWER_ALIKE_ALL: Final = Text(
    "Voor alle {n} bevindingen is de steun in onderzoek {level}.",
    "For all {n} findings the support in research is {level}.",
)
ANSWER_ALIKE_BOTH: Final = Text(
    "Voor beide bevindingen is de steun in onderzoek {level}.",
    "For both findings the support in research is {level}.",
)
ANSWER_COUNTED_ONE: Final = Text(
    "Voor de enige bevinding hierover is de steun in onderzoek {level}.",
    "For the only finding on this the support in research is {level}.",
)
ANSWER_BOTH: Final = Text(
    "Voor {own} daarvan noemt de factsheet zelf een steunende bron{read}; voor {ours} komt de steun alleen uit "
    "onderzoek dat wij erbij zochten.",
    "For {own} of them the factsheet itself names a supporting source{read}; for {ours} the support comes only from "
    "research that we added.",
)
READ_ELSEWHERE: Final = Text(
    " (alleen via een samenvatting elders bekend)", " (known only through a summary elsewhere)"
)
ANSWER_ONLY_OWN: Final = Text(
    "De steun komt uit bronnen die de factsheet zelf noemt{read}.",
    "The support comes from sources that the factsheet itself names{read}.",
)
ANSWER_ONLY_OURS: Final = Text(
    "De steun komt niet uit bronnen van de factsheet, maar uit onderzoek dat wij erbij zochten.",
    "The support does not come from sources of the factsheet, but from research that we added.",
)
ANSWER_NOTHING: Final = Text(
    "Bij geen van de bevindingen konden wij bevestigen dat een bron haar steunt. Dat betekent niet dat ze onjuist "
    "zijn.",
    "For none of the findings could we confirm that a source supports it. That does not mean that they are wrong.",
)
ANSWER_NOTHING_ONE: Final = Text(
    "Wij konden niet bevestigen dat een bron deze bevinding steunt. Dat betekent niet dat zij onjuist is.",
    "We could not confirm that a source supports this finding. That does not mean that it is wrong.",
)
ANSWER_DISPUTED: Final = Text(
    "Over {n} bevindingen spreken onderzoeken elkaar tegen.", "On {n} findings studies contradict each other."
)
ANSWER_DISPUTED_SINGLE: Final = Text(
    "Over één bevinding spreken onderzoeken elkaar tegen.", "On one finding studies contradict each other."
)
ANSWER_DISPUTED_ONE: Final = Text(
    "Over één bevinding spreken onderzoeken elkaar tegen:", "On one finding studies contradict each other:"
)
ANSWER_GENERAL: Final = Text(
    "De bevindingen met steun gaan over alle ouders, niet over deze groep in het bijzonder.",
    "The supported findings are about all parents, not about this group in particular.",
)
ANSWER_TEMPERED: Final = Text(
    "Bij {n} van de {m} bevindingen met steun is er ook onderzoek dat ze nuanceert of tegenspreekt.",
    "For {n} of the {m} supported findings there is also research that qualifies or contradicts them.",
)
# Two, and more.
EVERY: Final = (Text("beide", "both"), Text("alle {m}", "all {m}"))
ANSWER_TEMPERED_ALL: Final = Text(
    "Bij {every} bevindingen met steun is er ook onderzoek dat nuanceert of tegenspreekt.",
    "For {every} supported findings there is also research that qualifies or contradicts.",
)
ANSWER_TEMPERED_EVERY: Final = Text(
    "Bij {every} is er ook onderzoek dat nuanceert of tegenspreekt.",
    "For {every} there is also research that qualifies or contradicts.",
)
ANSWER_TEMPERED_ONE: Final = Text(
    "Bij één van de {m} bevindingen met steun is er ook onderzoek dat haar nuanceert of tegenspreekt.",
    "For one of the {m} supported findings there is also research that qualifies or contradicts it.",
)
ANSWER_TEMPERED_SINGLE: Final = Text(
    "Er is ook onderzoek dat deze bevinding nuanceert of tegenspreekt.",
    "There is also research that qualifies or contradicts this finding.",
)
AND: Final = Text("en", "and")
ONE: Final = Text("één", "one")
KEY_MESSAGES: Final = Text("Kernboodschappen", "Key messages")
KEY_MESSAGE: Final = Text("Kernboodschap", "Key message")
OF_FACTSHEET: Final = Text("Factsheet:", "Factsheet:")
OF_FACTSHEET_NOT: Final = Text("Factsheet,", "Factsheet,")
NONE_NAMED: Final = Text("geen bron", "no source")
NOT_CONFIRMED: Final = Text("niet bevestigd:", "not confirmed:")
NOT_TRACED: Final = Text("niet gevonden:", "not found:")
OF_THEIRS: Final = Text("samen {k} van de {n} bronnen die zij noemt", "together {k} of the {n} sources that it names")
OF_THEIRS_ONE: Final = Text("één van de {n} bronnen die zij noemt", "one of the {n} sources that it names")
OURS: Final = Text("aanvullend onderzoek:", "complementary research:")
SIZE: Final = Text("omvang volgens", "size according to")
SIZE_FIRST: Final = Text("Omvang volgens", "Size according to")
MORE: Final = Text("nog {n}", "{n} more")
AGAINST: Final = Text("ertegen:", "against:")
MISSING: Final = Text("Wat ontbreekt:", "What is missing:")
BEWARE: Final = Text("Bedenk daarbij:", "Bear in mind:")
ALSO: Final = Text("De factsheet zegt verder", "The factsheet also says")
ALSO_FIRST: Final = Text("De factsheet zegt", "The factsheet says")
ADVICE: Final = Text("Wie kan wat doen?", "Who can do what?")
NO_ADVICE: Final = Text(
    "De factsheet beveelt hier niemand iets aan.", "Here the factsheet recommends nothing to anyone."
)
MORE_ADVICE: Final = Text("Nog {n} {what}{whose}{also} staan {where}.", "Another {n} {what}{whose}{also} are {where}.")
MORE_ADVICE_PART: Final = Text(
    "Van de {n} overige {what} noemt de bijlage er {k}{whose}{also}; alle staan in de uitgebreide notitie.",
    "Of the {n} other {what} the annex names {k}{whose}{also}; all stand in the full account.",
)
MORE_ADVICE_ONE: Final = Text("Nog één {what}{whose} staat {where}.", "One more {what}{whose} is {where}.")
MORE_ADVICE_WITH_ONE: Final = Text(
    "Nog één {what}{whose}{also} staan {where}.", "One more {what}{whose}{also} are {where}."
)
# One, and more.
ADVICE_COUNTED: Final = (Text("advies", "recommendation"), Text("adviezen", "recommendations"))
GENERAL_ADVICE: Final = (
    Text("algemeen advies over alle ouders", "general recommendation about all parents"),
    Text("algemene adviezen over alle ouders", "general recommendations about all parents"),
)
FOR_MUNICIPALITY: Final = Text(" ({k} voor de gemeente)", " ({k} for the municipality)")
FOR_MUNICIPALITY_ALL: Final = Text(" voor de gemeente", " for the municipality")
# One, and more.
AND_RESOURCES: Final = (Text(" en een hulpmiddel", " and a resource"), Text(" en hulpmiddelen", " and resources"))
MESSAGES_NAMED: Final = (Text("kernboodschap", "key message"), Text("kernboodschappen", "key messages"))
IN_ANNEX: Final = Text("in de bijlage", "in the annex")
IN_FULL: Final = Text("in de uitgebreide notitie", "in the full account")
IN_LONGER: Final = Text("in de langere notitie", "in the longer brief")
ANYONE: Final = Text("Voor iedereen (geen partij genoemd)", "For everyone (no party named)")
KEY_MESSAGE_N: Final = Text("kernboodschap {n}", "key message {n}")
SUPPORTED_BY: Final = Text("gesteund door", "supported by")
AMONG_OTHERS: Final = Text("onder meer", "works such as")
FOR_ALL_BEHIND: Final = Text(
    "Algemeen advies over alle ouders (niet nagegaan voor deze groep; bronnen in de uitgebreide notitie):",
    "General advice about all parents (not checked for this group; sources in the full account):",
)
NO_OWN_ADVICE: Final = Text(
    "De factsheet geeft {actors} geen advies over deze groep.",
    "For {actors} the factsheet gives no advice on this group.",
)
RESTS: Final = Text("De factsheet baseert dit op", "The factsheet bases this on")
RESTS_NOT: Final = Text("De factsheet noemt hierbij geen bevinding.", "The factsheet names no finding for this.")
FOR_ALL: Final = Text(
    "Algemeen advies over alle ouders (niet nagegaan of het voor deze groep geldt):",
    "General advice about all parents (whether it holds for this group was not checked):",
)
CONTRADICTED_BY: Final = Text("tegengesproken door", "contradicted by")
OTHER_RESEARCH: Final = Text("Ander onderzoek:", "Other research:")
QUALIFIED_BY: Final = Text("genuanceerd door", "qualified by")
DISPUTED_BY: Final = Text("deels tegengesproken door", "contradicted in part by")
TOO: Final = Text("ook", "also")
TEMPERED: Final = Text("genuanceerd", "qualified")
# One, and more.
TEMPERED_BY_SO_MANY: Final = (
    Text("ook {how} door één ander werk", "also {how} by one other work"),
    Text("ook {how} door {n} andere werken", "also {how} by {n} other works"),
)
# By works that dispute in part, by works that qualify, and by both.
HOW_TEMPERED: Final = (
    Text("deels tegengesproken", "contradicted in part"),
    Text("genuanceerd", "qualified"),
    Text("genuanceerd of deels tegengesproken", "qualified or contradicted in part"),
)
TEMPERED_KEY: Final = Text(
    "ander onderzoek zwakt dit af of spreekt het deels tegen", "other research weakens this or contradicts it in part"
)
CONTESTED_KEY: Final = Text("onderzoeken spreken elkaar tegen", "studies contradict each other")
DOUBTS_MOST: Final = Text("Waar u op moet letten", "What to watch for")
DOUBT_LEANS: Final = Text(
    "Bij {n} van de {m} kernboodschappen hangt de onderbouwing aan één onderzoek.",
    "For {n} of the {m} key messages the support hangs on one study.",
)
DOUBT_LEANS_ONE: Final = Text(
    "Bij één van de {m} kernboodschappen hangt de onderbouwing aan één onderzoek.",
    "For one of the {m} key messages the support hangs on one study.",
)
DOUBT_LEANS_ONLY: Final = Text(
    "De onderbouwing van de kernboodschap hangt aan één onderzoek.",
    "The support for the key message hangs on one study.",
)
DOUBT_LEANS_ALL: Final = Text(
    "Bij elk van de {m} kernboodschappen hangt de onderbouwing aan één onderzoek.",
    "For each of the {m} key messages the support hangs on one study.",
)
DOUBT_REST: Final = Text(
    "Bij {rest} van de {n} bevindingen{codes} vonden wij geen onderzoek dat ze steunt. "
    "Dat betekent niet dat ze onjuist zijn.",
    "For {rest} of the {n} findings{codes} we found no research that supports them. "
    "That does not mean that they are wrong.",
)
DOUBT_REST_ONE: Final = Text(
    "Bij één van de {n} bevindingen{codes} vonden wij geen onderzoek dat haar steunt. "
    "Dat betekent niet dat zij onjuist is.",
    "For one of the {n} findings{codes} we found no research that supports it. That does not mean that it is wrong.",
)
DOUBT_ABROAD: Final = Text(
    "Van de {n} onderzoeken die de {messages} steunen, gaat er, voor zover te zien, geen over Nederland.",
    "Of the {n} studies that support the {messages} none is, as far as we saw, about the Netherlands.",
)
DOUBT_DUTCH_ONE: Final = Text(
    "Van de {n} onderzoeken die de {messages} steunen, gaat er, voor zover te zien, één over Nederland.",
    "Of the {n} studies that support the {messages} one is, as far as we saw, about the Netherlands.",
)
DOUBT_DUTCH: Final = Text(
    "Van de {n} onderzoeken die de {messages} steunen, gaan er, voor zover te zien, {home} over Nederland.",
    "Of the {n} studies that support the {messages} {home} are, as far as we saw, about the Netherlands.",
)
DOUBT_GENERAL: Final = Text(
    "Kernboodschap {which} gaat over alle ouders; of het onderzoek ook over deze groep apart gaat, is niet nagegaan.",
    "Key message {which} is about all parents; whether the research is also about this group apart was not checked.",
)
DOUBT_GENERAL_MANY: Final = Text(
    "Kernboodschappen {which} gaan over alle ouders; of het onderzoek ook over deze groep apart gaat, "
    "is niet nagegaan.",
    "Key messages {which} are about all parents; whether the research is also about this group apart was not checked.",
)
DOUBT_GENERAL_ONLY: Final = Text(
    "De kernboodschap gaat over alle ouders; of het onderzoek ook over deze groep apart gaat, is niet nagegaan.",
    "The key message is about all parents; whether the research is also about this group apart was not checked.",
)
DOUBT_READ: Final = Text(
    "Wij lazen vooral samenvattingen van onderzoek en zochten gericht: dit is geen systematisch overzicht.",
    "We mostly read abstracts and searched for specific points: this is not a systematic review.",
)
DOUBT_READ_OTHERS: Final = Text(
    "Meestal lazen wij alleen de samenvatting, bij {n} onderzoeken een samenvatting elders; "
    "dit is geen systematisch overzicht.",
    "Mostly we read only the abstract, and of {n} studies a summary elsewhere; this is not a systematic review.",
)
DOUBT_READ_ONE: Final = Text(
    "Meestal lazen wij alleen de samenvatting, bij één onderzoek een samenvatting elders; "
    "dit is geen systematisch overzicht.",
    "Mostly we read only the abstract, and of one study a summary elsewhere; this is not a systematic review.",
)
STEPS: Final = Text("Om te beginnen (ons voorstel):", "To begin with (our proposal):")
STEP_WRITE: Final = Text(
    "neem de kernboodschappen over met het voorbehoud erbij", "take the key messages over with their reserve"
)
STEP_WRITE_ONE: Final = Text(
    "neem de kernboodschap over met het voorbehoud erbij", "take the key message over with its reserve"
)
STEP_WRITE_NONE: Final = Text(
    "noem wat hier staat als iets wat de factsheet zegt, niet als feit",
    "name what stands here as something that the factsheet says, not as fact",
)
STEP_ADVICE: Final = (
    Text("bespreek het advies", "discuss the advice"),
    Text("bespreek de adviezen", "discuss the advice"),
)
STEP_DISCUSS: Final = (
    Text("met degenen die het uitvoeren", "with those who carry it out"),
    Text("met degenen die ze uitvoeren", "with those who carry it out"),
)
STEP_ASK: Final = Text(
    "vraag ouders wat zij willen. Kosten en lokale cijfers ontbreken hier.",
    "ask parents what they want. Costs and local figures are missing here.",
)
CORE_ONLY: Final = Text(
    "Deze bijlage noemt de kernuitspraken. Alle {n} uitspraken, met al hun bronnen, staan in de uitgebreide notitie.",
    "This annex names the core claims. All {n} claims, with all their sources, stand in the full account.",
)
CORE_NONE: Final = Text(
    "Geen van de {n} uitspraken is als kernuitspraak gemerkt; alle staan, met al hun bronnen, in de uitgebreide "
    "notitie.",
    "None of the {n} claims is marked as a core claim; all of them, with all their sources, stand in the full account.",
)
# One, and more.
STEP_WRITE_NOT: Final = (
    Text(
        "maak van de kernboodschap geen uitgangspunt: onderzoeken spreken elkaar tegen",
        "do not build your policy on the key message: studies contradict each other",
    ),
    Text(
        "maak van de kernboodschappen geen uitgangspunt: onderzoeken spreken elkaar tegen",
        "do not build your policy on the key messages: studies contradict each other",
    ),
)
OTHER_FINDINGS: Final = Text("Andere bevindingen", "Other findings")
OTHER_FINDINGS_CAPTION: Final = Text(
    "Bevindingen die niet bij de kernboodschappen staan", "Findings that are not among the key messages"
)
WITHOUT_SOURCE: Final = Text(
    "Omschrijvingen, achtergrond en uitspraken zonder bron", "Definitions, background and claims without a source"
)
SOURCES: Final = Text("Wat zeggen de bronnen van de kernboodschappen?", "What do the sources of the key messages say?")
SOURCES_CAPTION: Final = Text(
    "Per bron of zij de kernboodschap steunt, en wat daarbij ontbreekt",
    "Per source whether it supports the key message, and what is missing",
)
IS_OURS: Final = Text("(aanvullend)", "(complementary)")
REST_OF_ADVICE: Final = Text("De overige adviezen van de factsheet", "The other recommendations of the factsheet")
HEAD_SOURCING: Final = Text("Bronnen van de factsheet", "Sources of the factsheet")
HEAD_EVIDENCE: Final = Text("Met aanvullend onderzoek", "With complementary research")
HEAD_CLAIM_ID: Final = Text("Kenmerk", "Code")
LEVELS_CAPTION: Final = Text(
    "Wat de niveaus betekenen, en hoeveel bevindingen er zo onderbouwd zijn",
    "What the levels mean, and how many findings are so underpinned",
)
OTHER_KINDS: Final = Text(
    "Aanbevelingen, eisen, omschrijvingen en context krijgen geen niveau:",
    "Recommendations, requirements, definitions and context get no level:",
)
STANDS_IN: Final = Text("Staat in {places}.", "Stands in {places}.")
STANDING: Final = Text("Onderbouwing: {standing}.", "Underpinning: {standing}.")
BY_FACTSHEET: Final = Text("Met de bronnen van de factsheet", "With the sources of the factsheet")
WITH_OURS: Final = Text("Met aanvullend onderzoek", "With complementary research")
CITED_AS: Final[dict[str, Text]] = {
    "supports": Text("De factsheet haalt als steun aan:", "The factsheet cites as support:"),
    "defines": Text("De factsheet ontleent de omschrijving aan:", "The factsheet takes the definition from:"),
    "background": Text("De factsheet haalt als achtergrond aan:", "The factsheet cites as background:"),
    "qualifies": Text("De factsheet haalt als nuance aan:", "The factsheet cites as a qualification:"),
    "disputes": Text("De factsheet haalt als tegenspraak aan:", "The factsheet cites as a dispute:"),
}
COMPLEMENTARY: Final = Text("Aanvullend onderzoek, door ons gevonden:", "Complementary research, found by us:")
REVIEWED: Final[dict[str, Text]] = {
    "yes": Text("door vakgenoten beoordeeld", "peer-reviewed"),
    "nominal": Text("alleen in naam door vakgenoten beoordeeld", "peer-reviewed in name only"),
    "no": Text("niet door vakgenoten beoordeeld", "not peer-reviewed"),
    "unknown": Text("onbekend of vakgenoten het beoordeelden", "unknown whether it was peer-reviewed"),
}
DATA: Final = Text("gegevens uit: {countries}", "data from: {countries}")
READ: Final[dict[str, Text]] = {
    "full_text": Text("Wij lazen de hele tekst.", "We read the full text."),
    "abstract": Text("Wij lazen de samenvatting van de auteurs.", "We read the authors' abstract."),
    "summary": Text("Wij lazen een samenvatting elders.", "We read a summary elsewhere."),
    "none": Text("Wij hebben er niets van gelezen.", "We have read nothing of it."),
}
SAYS: Final[dict[str, Text]] = {
    "full": Text("De bron steunt dit volledig.", "The source supports this in full."),
    "partial": Text("De bron steunt dit deels.", "The source supports this in part."),
    "not_seen": Text("Wij zagen dit daarin niet terug.", "We did not see this in it."),
    "not_shown": Text("De bron zegt dit niet.", "The source does not say this."),
    "contradicts": Text("De bron spreekt dit tegen.", "The source contradicts this."),
    "unchecked": Text(
        "Of de bron dit steunt, is nog niet nagegaan.", "Whether the source supports this is not yet checked."
    ),
}
CAVEAT_SECTION: Final = Text("factsheet, paragraaf {section}", "factsheet, section {section}")
SEARCHES: Final = Text("Hoe zochten wij aanvullend onderzoek?", "How did we look for complementary research?")
NO_REVIEW: Final = Text(
    "Per onderwerp is gezocht naar onderzoek dat de uitspraken steunt én naar onderzoek dat ze tegenspreekt. Dit is "
    "geen systematisch overzicht: er kan onderzoek zijn dat wij niet vonden.",
    "For each subject we looked for research that supports the claims and for research that contradicts them. This is "
    "not a systematic review: there may be research that we did not find.",
)
SEARCHED: Final = Text(
    "(bij {codes}). Gezocht op {date} in {where}, met: {terms}. Gelezen: {read}; gebruikt: {kept}; niet "
    "gebruikt: {out}.",
    "(for {codes}). Searched on {date} in {where}, with: {terms}. Read: {read}; used: {kept}; not used: {out}.",
)
SEARCHED_AGAINST: Final = Text("Tegenspraak: {how} Zoekwoorden: {terms}.", "Contradiction: {how} Terms: {terms}.")
NOTHING_LEFT_OUT: Final = Text("niets", "nothing")
PAGE_REFERENCES: Final = Text("Bronnen", "Sources")
NOT_CONTESTED: Final = Text(
    "Wij vonden geen bron die een van deze uitspraken nuanceert of tegenspreekt.",
    "We found no source that qualifies or contradicts one of these claims.",
)
SCOPE: Final = Text(
    "Deze notitie houdt uit elkaar wat de factsheet zegt, wat haar bronnen zeggen en wat aanvullend onderzoek zegt.",
    "This brief keeps apart what the factsheet says, what its sources say and what complementary research says.",
)
OWN_WORDS: Final = Text("Uitspraken staan hier in eigen woorden.", "Each claim is given in our own words.")
OWN_WORDS_AND_LETTER: Final = Text(
    "Uitspraken staan hier in eigen woorden; een kenmerk als {code} (paragraaf en letter) is van ons.",
    "Each claim is given in our own words; a code such as {code} (section and letter) is ours.",
)
JUDGED: Final = Text(
    "Per bron is nagegaan of die de uitspraak steunt, meestal alleen in de samenvatting.",
    "For each source it was checked whether it supports the claim, mostly in its abstract alone.",
)
BY_MUNICIPALITY: Final = Text("In te vullen door de gemeente", "For the municipality to fill in")
PLACEHOLDERS: Final = (
    Text("Gevraagd besluit", "Decision asked for"),
    Text("Kosten en dekking", "Costs and funding"),
    Text("Lokale cijfers", "Local figures"),
    Text("Besproken met", "Discussed with"),
)
PLACEHOLDERS_CAPTION: Final = Text("Wat alleen de gemeente weet", "What only the municipality knows")
HEAD_PLACE: Final = Text("Onderdeel", "Part")
HEAD_FILLED: Final = Text("Invulling", "Content")
TO_FILL_IN: Final = Text("[nog in te vullen]", "[to be filled in]")
LOGO: Final = Text("Logo {name}", "Logo {name}")
ANNEX: Final = Text("Bijlage: bevindingen, adviezen en bronnen", "Annex: findings, advice and sources")
ALL_SOURCES: Final = Text("Alle bronnen van kernboodschappen {which}", "All sources of key messages {which}")
ALL_SOURCES_ONE: Final = Text("Alle bronnen van kernboodschap {which}", "All sources of key message {which}")

HEAD_CLAIM: Final = Text("Uitspraak", "Claim")
HEAD_REFERENCES: Final = Text("Verwijzingen", "References")
HEAD_UNDERPINNING: Final = Text("Onderbouwing", "Underpinning")
NO_GROUP: Final = Text("–", "–")

MAP: Final = Text("Overzichtskaart onderbouwing", "Sourcing map")
MAP_CAPTION: Final = Text(
    "De overzichtskaart als tabel; combinaties zonder uitspraak zijn weggelaten",
    "The sourcing map as a table; combinations without a claim are left out",
)
HEAD_LEVELS: Final = Text("Bevindingen per niveau", "Findings by level")
HOW_WELL: Final = Text("Hoe goed is dit onderbouwd?", "How well is this underpinned?")
HEAD_LEVEL: Final = Text("Niveau", "Level")
HEAD_MEANING: Final = Text("Wat het betekent", "What it means")
HEAD_WORK: Final = Text("Bron", "Source")
HEAD_JUDGEMENT: Final = Text("Steunt de bron dit?", "Does the source support it?")
HEAD_NOTE: Final = Text("Toelichting", "Note")
CHECKED_ON: Final = Text("nagegaan op", "checked on")

REFERENCES: Final = Text("Verwijzingen", "References")
CITED_IN: Final = Text("{works}, geciteerd in", "{works}, as cited in")
UNTRACED: Final = Text(
    "Bronnen die wij niet vonden (alleen naam en jaar bekend)", "Sources not found (only name and year known)"
)
UNSEEN: Final = Text(
    "Bronnen die wij alleen via een samenvatting elders kennen (niet in de lijst)",
    "Sources known only through a summary elsewhere (not in the list)",
)
UNSURE: Final = Text(
    "Bronnen waarvan niet zeker is welke bedoeld is (in de lijst de waarschijnlijke)",
    "Sources of which it is not certain which is meant (the list gives the probable one)",
)
METHOD: Final = Text("Verantwoording", "Account of method")
FACTSHEET: Final = Text("Factsheet", "Factsheet")
FILTER: Final = Text("Keuze", "Selection")
JUDGED_AS_OF: Final = Text("Peildatum: {dates}", "Judged as of: {dates}")
VERSION: Final = Text("versie", "version")
AGAIN: Final = Text("Opnieuw maken:", "Make it again:")
IN_PYTHON: Final = Text("of in Python:", "or in Python:")

ACCOUNT: Final = Text("Alle uitspraken, met hun bronnen", "All claims, with their sources")
PASSAGE: Final = Text(
    "paragraaf {section}, van ‘{starts} …’ tot ‘… {ends}’", "section {section}, from ‘{starts} …’ to ‘… {ends}’"
)
RESTS_ON: Final = Text("Rust op", "Rests on")
FOUND: Final = Text("Wat de bron vond", "What the source found")
CAVEAT: Final = Text("Kanttekening (van ons)", "Caveat (ours)")
FRAGILE: Final = Text("Waar de onderbouwing kwetsbaar is", "Where the underpinning is fragile")
FRAGILE_NOTE: Final = Text(
    "Bij deze uitspraken hangt de onderbouwing aan weinig. De laatste kolom zegt welk niveau overblijft zonder de bron "
    "die het meest draagt.",
    "The underpinning of these claims hangs on little. The last column says which level is left without the source "
    "that carries most.",
)
FRAGILE_CAPTION: Final = Text("Uitspraken waarvan de onderbouwing aan weinig hangt", "Claims that hang on little")
HEAD_WHY: Final = Text("Waarom", "Why")
HEAD_STRONGEST: Final = Text("Draagt het meest", "Carries most")
HEAD_LEFT: Final = Text("Niveau zonder die bron", "Level without that source")
CONTESTED: Final = Text(
    "Bronnen die een uitspraak nuanceren of tegenspreken", "Sources that qualify or dispute a claim"
)
GLOSSARY: Final = Text("Begrippen", "Glossary")
RESOURCES_HEAD: Final = Text("Hulpmiddelen uit de factsheet", "Resources from the factsheet")
RESOURCES: Final = Text(
    "Hulpmiddelen uit de factsheet (wij lazen alleen webpagina's erover):",
    "Resources from the factsheet (we only read web pages about them):",
)
RESOURCES_NAMED: Final = Text("Hulpmiddelen uit de factsheet:", "Resources from the factsheet:")
RESOURCES_TOO: Final = Text("De factsheet noemt ook:", "The factsheet also names:")
PROGRAMMES: Final = Text("Programma's die de factsheet noemt", "Programmes that the factsheet names")
FURTHER_READING: Final = Text("Verder lezen volgens de factsheet", "Further reading named by the factsheet")


SKIP: Final = Text("Naar de inhoud", "Skip to the content")

ALL_BRIEFS: Final = Text("Kennisnotities ouderbetrokkenheid", "Evidence briefs on parental involvement")
HEAD_ABOUT: Final = Text("Waarover", "About")
HEAD_CLAIMS: Final = Text("Uitspraken", "Claims")
HEAD_FILES: Final = Text("Notitie", "Brief")
