"""The words of a brief, in Dutch and in English.

The rule for a key message: the level decides how the sentence is led in, the sentence itself is that of the claim.
``strong`` is led in by "shows", ``moderate`` by "points to", ``limited`` by "there are indications"; below that a
claim is never a key message.
"""

from __future__ import annotations

from typing import Final

from ouderevidence.model import Text

LEAD_INS: Final[dict[str, Text]] = {
    "strong": Text("Het aangehaalde onderzoek laat zien:", "The research cited shows:"),
    "moderate": Text("Het aangehaalde onderzoek wijst erop:", "The research cited points to this:"),
    "limited": Text("Er zijn aanwijzingen:", "There are indications:"),
}

BRIEF: Final = Text("Kennisnotitie", "Evidence brief")
SUBJECT: Final = Text("ouderbetrokkenheid", "parental involvement")
FOR_WHOM: Final = Text("Voor wie", "For whom")
READERS: Final = Text(
    "gemeenten, schoolbesturen en aanbieders van voorschoolse educatie die ouderbeleid maken",
    "municipalities, school boards and providers of early childhood education that make policy on parents",
)
ABOUT: Final = Text("Waarover", "About")
BASED_ON: Final = Text("Op basis van", "Based on")
CLAIMS_COUNTED: Final = Text("{n} uitspraken", "{n} claims")
CLAIM_COUNTED: Final = Text("1 uitspraak", "1 claim")

KEY_MESSAGES: Final = Text("Kernboodschappen", "Key messages")
KEY_NOTE: Final = Text(
    "Achter elke boodschap staan de bronnen die haar volgens onze controle steunen, helemaal of deels.",
    "Each message is followed by the sources that, by our check, support it in full or in part.",
)
NO_MESSAGES: Final = Text(
    "Er zijn geen kernboodschappen: van deze uitspraken is er geen enkele bevinding waarvan wij konden bevestigen dat "
    "een aangehaalde bron haar steunt.",
    "There are no key messages: among these claims there is no finding of which we could confirm that a cited source "
    "supports it.",
)
FEW_MESSAGES: Final = Text(
    "Meer kernboodschappen zijn er niet: de overige bevindingen in deze selectie hebben geen bron waarvan wij konden "
    "bevestigen dat die ze steunt.",
    "There are no more key messages: the other findings in this selection have no source of which we could confirm "
    "that it supports them.",
)
NO_CLAIMS: Final = Text(
    "De factsheet bevat geen uitspraken die bij deze keuze passen.",
    "The factsheet holds no claims that match this selection.",
)
UNDERPINNING: Final = Text("onderbouwing", "underpinning")

BY_BLOCK: Final = Text("Uitspraken per bouwsteen", "Claims by building block")
SEVERAL_BLOCKS: Final = Text("Meer bouwstenen", "Several building blocks")
NO_BLOCK: Final = Text("Algemeen", "General")
TABLE_CAPTION: Final = Text(
    "Uitspraken over {group}, best onderbouwd eerst", "Claims about {group}, best underpinned first"
)
TABLE_CAPTION_SEVERAL: Final = Text(
    "Uitspraken over meer dan één bouwsteen, best onderbouwd eerst",
    "Claims about more than one building block, best underpinned first",
)
TABLE_CAPTION_NONE: Final = Text(
    "Uitspraken die niet over één bouwsteen gaan, best onderbouwd eerst",
    "Claims that are not about one building block, best underpinned first",
)
HEAD_CLAIM: Final = Text("Uitspraak", "Claim")
HEAD_GROUP: Final = Text("Groep ouders", "Parent group")
HEAD_REFERENCES: Final = Text("Verwijzingen", "References")
HEAD_UNDERPINNING: Final = Text("Onderbouwing", "Underpinning")
NO_GROUP: Final = Text("–", "–")
NO_SOURCE: Final = Text("geen bron genoemd", "no source named")

HOW_WELL: Final = Text("Hoe goed is dit onderbouwd?", "How well is this underpinned?")
LEVELS_CAPTION: Final = Text("Onderbouwing van de bevindingen", "Underpinning of the findings")
HEAD_LEVEL: Final = Text("Niveau", "Level")
HEAD_MEANING: Final = Text("Wat het betekent", "What it means")
HEAD_COUNT: Final = Text("Aantal", "Number")
LEVEL_MEANINGS: Final[dict[str, Text]] = {
    "strong": Text(
        "Een overzichtsstudie steunt de uitspraak volledig, en een tweede, onafhankelijke studie ook.",
        "A synthesis supports the claim in full, and so does a second, independent study.",
    ),
    "moderate": Text(
        "Een overzichtsstudie steunt de uitspraak volledig, of twee onafhankelijke bronnen steunen haar.",
        "A synthesis supports the claim in full, or two independent sources support it.",
    ),
    "limited": Text(
        "Ten minste één aangehaalde bron steunt de uitspraak, helemaal of deels.",
        "At least one cited source supports the claim, in full or in part.",
    ),
    "unconfirmed": Text(
        "Er is een bron genoemd, maar wij konden niet bevestigen dat die de uitspraak steunt.",
        "A source is named, but we could not confirm that it supports the claim.",
    ),
    "untraced": Text(
        "Er is een bron genoemd, maar welke publicatie dat is, is niet vastgesteld.",
        "A source is named, but which publication it is has not been established.",
    ),
    "none": Text("De factsheet noemt bij deze uitspraak geen bron.", "The factsheet names no source for this claim."),
}
OTHER_KINDS: Final = Text(
    "Aanbevelingen, definities, eisen en uitspraken over de context krijgen geen niveau:",
    "Recommendations, definitions, requirements and context get no level:",
)
NO_FINDINGS: Final = Text("In deze selectie staan geen bevindingen.", "There are no findings in this selection.")
DOUBTS: Final = Text("Verwijzingen met twijfel", "Links in doubt")
DOUBTS_CAPTION: Final = Text(
    "Verwijzingen waarvan niet vaststaat dat de bron de hele uitspraak steunt",
    "Links of which it is not established that the source supports the whole claim",
)
NO_DOUBTS: Final = Text(
    "Alle aangehaalde bronnen in deze selectie steunen de uitspraak volledig, of er zijn er geen genoemd.",
    "All sources cited in this selection support the claim in full, or none are named.",
)
HEAD_CLAIM_ID: Final = Text("Uitspraak (kenmerk)", "Claim (id)")
HEAD_WORK: Final = Text("Bron", "Source")
HEAD_JUDGEMENT: Final = Text("Steunt de bron dit?", "Does the source support it?")
HEAD_NOTE: Final = Text("Toelichting", "Note")
CAVEATS: Final = Text("Kanttekeningen", "Caveats")
CAVEATS_NOTE: Final = Text(
    "Deze kanttekeningen zijn van ons; ze staan niet in de factsheet en tellen niet mee in de onderbouwing.",
    "These caveats are ours; they are not in the factsheet and do not count in the underpinning.",
)
CAVEAT_AT: Final = Text("Bij", "On")
CAVEAT_SOURCE: Final = Text("bron", "source")
CHECKED_ON: Final = Text("nagegaan op", "checked on")

REFERENCES: Final = Text("Verwijzingen", "References")
CITED_IN: Final = Text("geciteerd in", "as cited in")
UNTRACED: Final = Text("Bronnen die niet herleid zijn", "Sources that could not be traced")
UNTRACED_NOTE: Final = Text(
    "De factsheet noemt deze bronnen alleen met naam en jaar. Welke publicatie bedoeld is, is niet vastgesteld; "
    "daarom staan ze niet in de lijst maar als ‘geciteerd in’ de factsheet.",
    "The factsheet names these sources by name and year only. Which publication is meant has not been established; so "
    "they are not in the list but shown as cited in the factsheet.",
)
UNSURE: Final = Text("Bronnen waarvan de uitgave niet vaststaat", "Sources of which the edition is not certain")
UNSURE_NOTE: Final = Text(
    "Bij deze bronnen past meer dan één publicatie, of is de vondst waarschijnlijk maar niet zeker. In de lijst "
    "staat de publicatie die het best past.",
    "More than one publication fits these sources, or the match is probable but not certain. The list gives the "
    "publication that fits best.",
)

METHOD: Final = Text("Verantwoording", "Account of method")
SCOPE: Final = Text(
    "Deze notitie laat zien hoe goed de factsheet met bronnen is onderbouwd, niet wat de stand van het onderzoek is.",
    "This shows how well the factsheet is sourced, not the state of research.",
)
OWN_WORDS: Final = Text(
    "Elke uitspraak is in eigen woorden weergegeven en heeft een kenmerk, waarmee de plaats in de factsheet, de "
    "bronnen en ons oordeel over elke verwijzing zijn terug te vinden.",
    "Each claim is given in our own words and has an id, by which its place in the factsheet, its sources and our "
    "judgement of each link can be found.",
)
JUDGED: Final = Text(
    "Per verwijzing is nagegaan of de bron de uitspraak steunt, meestal aan de hand van een samenvatting en niet van "
    "de hele tekst.",
    "For each link it was checked whether the source supports the claim, mostly from an abstract and not from the "
    "full text.",
)
FACTSHEET: Final = Text("Factsheet", "Factsheet")
FILTER: Final = Text("Keuze", "Selection")
VERSION: Final = Text("Versie van de gegevens", "Version of the evidence")
AS_OF: Final = Text("Peildatum van de beoordeling", "Judged as of")
COMMAND: Final = Text("Opnieuw maken (opdrachtregel)", "Make it again (command line)")
PYTHON: Final = Text("Opnieuw maken (Python)", "Make it again (Python)")

BACK: Final = Text("(naar de tabel)", "(to the table)")
ACCOUNT: Final = Text("Alle uitspraken, met hun bronnen", "All claims, with their sources")
UNDERPINNED_AS: Final = Text("Onderbouwing:", "Underpinning:")
PLACES: Final = Text("Paragraaf in de factsheet", "Section of the factsheet")
SUPPORT: Final = Text("steunt de bron dit", "does the source support this")
BASIS: Final = Text("waarop gebaseerd", "judged from")
IDENTIFIED: Final = Text("bron herleid", "source identified")
DESIGN: Final = Text("onderzoeksopzet", "study design")
FOUND: Final = Text("Wat de bron vond", "What the source found")
FRAGILE: Final = Text("Uitspraken die op één bron leunen", "Claims that lean on one source")
FRAGILE_NOTE: Final = Text(
    "Zonder de genoemde bron blijft bij deze uitspraken geen bevestigde steun over.",
    "Without the source named, no confirmed support is left for these claims.",
)
FURTHER_READING: Final = Text("Verder lezen volgens de factsheet", "Further reading named by the factsheet")

MONTHS: Final = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("maart", "March"),
    Text("april", "April"),
    Text("mei", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augustus", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)

SKIP: Final = Text("Naar de inhoud", "Skip to the content")
