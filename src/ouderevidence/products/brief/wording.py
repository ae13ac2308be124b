"""The words of a brief, in Dutch and in English.

The rule for how a claim is led in (``LEAD_INS``): the level of a finding decides the verb, and for the other kinds the
kind does. ``strong`` is led in by "shows" (laat zien), ``moderate`` by "points to" (wijst erop), ``limited`` by "there
are indications"; below that the factsheet says it and it is not underpinned, and it is never a key message. The
sentence itself is that of the claim.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ouderevidence.model.words import Text

LEAD_INS: Final[dict[str, Text]] = {
    "strong": Text("Het aangehaalde onderzoek laat zien:", "The research cited shows:"),
    "moderate": Text("Het aangehaalde onderzoek wijst erop:", "The research cited points to this:"),
    "limited": Text("Er zijn aanwijzingen:", "There are indications:"),
    "unconfirmed": Text(
        "De factsheet stelt, en de genoemde bron is daarvoor niet bevestigd:",
        "The factsheet says, and the source named is not confirmed for it:",
    ),
    "untraced": Text(
        "De factsheet stelt, en de genoemde bron is niet herleid:",
        "The factsheet says, and the source named has not been traced:",
    ),
    "none": Text("De factsheet stelt, zonder bron:", "The factsheet says, without a source:"),
    "recommendation": Text("De factsheet beveelt aan:", "The factsheet recommends:"),
    "requirement": Text("De factsheet noemt als eis:", "The factsheet names as a requirement:"),
    "definition": Text("De factsheet omschrijft:", "The factsheet defines:"),
    "context": Text("De factsheet schetst:", "The factsheet sketches:"),
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
MESSAGES_OF: Final = Text(
    "Van de {n} bevindingen in deze selectie zijn er {k} zo onderbouwd dat ze een kernboodschap zijn.",
    "Of the {n} findings in this selection, {k} are underpinned well enough to be a key message.",
)
NO_CLAIMS: Final = Text(
    "De factsheet bevat geen uitspraken die bij deze keuze passen.",
    "The factsheet holds no claims that match this selection.",
)
UNDERPINNING: Final = Text("onderbouwing", "underpinning")

LEVERS: Final = Text("Wat kan de gemeente doen, en met wie?", "What can the municipality do, and with whom?")
LEVERS_CAPTION: Final = Text(
    "Wat de factsheet aanbeveelt of vraagt, en of dat op een onderbouwde uitspraak rust",
    "What the factsheet recommends or asks, and whether that rests on a supported claim",
)
NO_LEVERS: Final = Text(
    "De factsheet beveelt bij deze selectie niets aan dat een gemeente kan doen.",
    "For this selection the factsheet recommends nothing that a municipality can do.",
)
MORE_LEVERS: Final = Text("De factsheet noemt ook: {others}.", "The factsheet also names: {others}.")
HEAD_LEVER: Final = Text("Mogelijkheid", "Option")
HEAD_WHO: Final = Text("Wie", "Who")
HEAD_RESTS: Final = Text("Onderbouwd?", "Underpinned?")
ROLE: Final = Text("rol", "role")
LEVER_RESTS: Final = Text("ja", "yes")
LEVER_RESTS_NOT: Final = Text("nee", "no")
DOUBT: Final = Text("De twijfel die er het meest toe doet", "The doubt that matters most")
DOUBT_LEANS: Final = Text(
    "Eén kernboodschap leunt op één verwijzing; zonder die verwijzing is zij niet onderbouwd. Het gaat om",
    "One key message leans on one link; without that link it is not underpinned. It is",
)
DOUBT_LINK: Final = Text("Het is de vraag of de bron dit steunt:", "It is open whether the source supports this:")
DOUBT_ON_WORK: Final = Text("en de bron", "and the source")
NO_DOUBT_LINKS: Final = Text(
    "De bevindingen in deze selectie hebben geen bron waarvan te toetsen was of die hen steunt.",
    "The findings in this selection have no source of which it could be tested whether it supports them.",
)
LIMITS: Final = Text("Wat deze notitie niet zegt", "What this brief does not say")
LIMIT_SOURCES: Final = Text(
    "Bij {rest} van de {n} bevindingen is geen steun door een bron bevestigd; bij {none} daarvan noemt de factsheet "
    "geen bron. Dat betekent niet dat ze onjuist zijn.",
    "For {rest} of the {n} findings no support by a source is confirmed; for {none} of these the factsheet names no "
    "source. That does not mean that they are wrong.",
)
LIMIT_LOCAL: Final = Text(
    "Over kosten, lokale cijfers en wat ouders in uw gemeente willen, zegt zij niets.",
    "It says nothing about costs, local figures, or what parents in your municipality want.",
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
GIVEN_BY: Final = Text("Opgesteld door", "Prepared by")
DATE: Final = Text("Datum", "Date")
LOGO: Final = Text("Logo {name}", "Logo {name}")
ANNEX: Final = Text(
    "Bijlage. Hierna staat waar de eerste pagina op rust.", "Annex. What follows is what the first page rests on."
)


class Grouping(NamedTuple):
    """The words for tables grouped by one facet."""

    heading: Text
    several: Text
    none: Text
    caption_several: Text
    caption_none: Text


GROUPED: Final[dict[str, Grouping]] = {
    "building_blocks": Grouping(
        Text("Uitspraken per bouwsteen", "Claims by building block"),
        Text("Meer bouwstenen", "Several building blocks"),
        Text("Algemeen", "General"),
        Text(
            "Uitspraken over meer dan één bouwsteen, best onderbouwd eerst",
            "Claims about more than one building block, best underpinned first",
        ),
        Text(
            "Uitspraken die niet over één bouwsteen gaan, best onderbouwd eerst",
            "Claims that are not about one building block, best underpinned first",
        ),
    ),
    "parent_groups": Grouping(
        Text("Uitspraken per groep ouders", "Claims by parent group"),
        Text("Meer groepen ouders", "Several parent groups"),
        Text("Niet over een groep ouders", "Not about a parent group"),
        Text(
            "Uitspraken over meer dan één groep ouders, best onderbouwd eerst",
            "Claims about more than one parent group, best underpinned first",
        ),
        Text(
            "Uitspraken die niet over een groep ouders gaan, best onderbouwd eerst",
            "Claims that are not about a parent group, best underpinned first",
        ),
    ),
}
TABLE_CAPTION: Final = Text(
    "Uitspraken over {group}, best onderbouwd eerst", "Claims about {group}, best underpinned first"
)
HEAD_CLAIM: Final = Text("Uitspraak", "Claim")
HEAD_GROUP: Final = Text("Groep ouders", "Parent group")
HEAD_REFERENCES: Final = Text("Verwijzingen", "References")
HEAD_UNDERPINNING: Final = Text("Onderbouwing", "Underpinning")
NO_GROUP: Final = Text("–", "–")
NO_SOURCE: Final = Text("geen bron genoemd", "no source named")

MAP: Final = Text("Overzichtskaart onderbouwing", "Sourcing map")
MAP_CAPTION: Final = Text(
    "De overzichtskaart als tabel; combinaties zonder uitspraak zijn weggelaten",
    "The sourcing map as a table; combinations without a claim are left out",
)
HEAD_LEVELS: Final = Text("Bevindingen per niveau", "Findings by level")
HOW_WELL: Final = Text("Hoe goed is dit onderbouwd?", "How well is this underpinned?")
LEVELS_CAPTION: Final = Text("Onderbouwing van de bevindingen", "Underpinning of the findings")
HEAD_LEVEL: Final = Text("Niveau", "Level")
HEAD_MEANING: Final = Text("Wat het betekent", "What it means")
HEAD_COUNT: Final = Text("Aantal", "Number")
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
UNDERPINNED: Final = Text("Onderbouwing", "Underpinning")
PLACES: Final = Text("Plaats in de factsheet", "Place in the factsheet")
PASSAGE: Final = Text(
    "paragraaf {section}, van ‘{starts} …’ tot ‘… {ends}’", "section {section}, from ‘{starts} …’ to ‘… {ends}’"
)
RESTS_ON: Final = Text("Rust op", "Rests on")
INTENT: Final = Text("aangehaald", "cited")
SUPPORT: Final = Text("steunt de bron dit", "does the source support this")
BASIS: Final = Text("waarop gebaseerd", "judged from")
IDENTIFIED: Final = Text("bron herleid", "source identified")
DESIGN: Final = Text("onderzoeksopzet", "study design")
REVIEWED: Final = Text("door vakgenoten beoordeeld", "peer-reviewed")
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
NOT_CONTESTED: Final = Text(
    "Van geen enkele verwijzing is vastgesteld dat de bron de uitspraak nuanceert of tegenspreekt. Naar ander "
    "onderzoek is niet gezocht.",
    "No link was found in which the source qualifies or disputes the claim. Other research was not searched for.",
)
GLOSSARY: Final = Text("Begrippen", "Glossary")
FURTHER_READING: Final = Text("Verder lezen volgens de factsheet", "Further reading named by the factsheet")


SKIP: Final = Text("Naar de inhoud", "Skip to the content")

ALL_BRIEFS: Final = Text("Kennisnotities ouderbetrokkenheid", "Evidence briefs on parental involvement")
HEAD_ABOUT: Final = Text("Waarover", "About")
HEAD_CLAIMS: Final = Text("Uitspraken", "Claims")
HEAD_FILES: Final = Text("Notitie", "Brief")
