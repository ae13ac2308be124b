"""Every code once: its Dutch, its English, and the order in which people meet it.

A code is what the data says (``limited``); people see its words (*beperkt*) and may write either: see :func:`code_of`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from ouderevidence.model.bilingual import LANGUAGES as LANGUAGES  # noqa: PLC0414 (read from here)
from ouderevidence.model.bilingual import Language as Language  # noqa: PLC0414 (read from here)
from ouderevidence.model.bilingual import Text as Text  # noqa: PLC0414 (read from here)
from ouderevidence.model.errors import EvidenceError, UnknownOptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGE_NAMES: Final[dict[str, Text]] = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}
ONLY_IN: Final = Text(
    "De teksten van {sheets} zijn er alleen in het {name}.", "The texts of {sheets} are there only in {name}."
)
KINDS: Final[dict[str, Text]] = {
    "finding": Text("bevinding", "finding"),
    "prevalence": Text("hoe vaak iets voorkomt", "prevalence"),
    "recommendation": Text("aanbeveling", "recommendation"),
    "definition": Text("definitie", "definition"),
    "requirement": Text("eis", "requirement"),
    "context": Text("context", "context"),
}
INTENTS: Final[dict[str, Text]] = {
    "supports": Text("als steun", "as support"),
    "defines": Text("voor een definitie", "for a definition"),
    "background": Text("als achtergrond", "as background"),
    "qualifies": Text("als nuance", "as a qualification"),
    "disputes": Text("als tegenspraak", "as a dispute"),
}
JUDGEMENTS: Final[dict[str, Text]] = {
    "full": Text("volledig", "full"),
    "partial": Text("deels", "partial"),
    "not_seen": Text("niet gezien", "not seen"),
    "not_shown": Text("niet", "not shown"),
    "contradicts": Text("spreekt tegen", "contradicts"),
    "unchecked": Text("nog niet nagegaan", "not yet checked"),
}
BASES: Final[dict[str, Text]] = {
    "full_text": Text("hele tekst", "full text"),
    "abstract": Text("samenvatting van de auteurs", "abstract"),
    "summary": Text("samenvatting door anderen", "summary by others"),
    "none": Text("niets gelezen", "nothing read"),
}
IDENTIFICATIONS: Final[dict[str, Text]] = {
    "certain": Text("zeker", "certain"),
    "probable": Text("waarschijnlijk", "probable"),
    "ambiguous": Text("meer kandidaten", "ambiguous"),
    "not_found": Text("niet gevonden", "not found"),
}
PEER_REVIEWED: Final[dict[str, Text]] = {
    "yes": Text("ja", "yes"),
    "nominal": Text("in naam", "nominally"),
    "no": Text("nee", "no"),
    "unknown": Text("onbekend", "unknown"),
}
LEVELS: Final[dict[str, Text]] = {
    "none": Text("geen bron genoemd", "no source named"),
    "untraced": Text("bron niet herleid", "source not traced"),
    "unconfirmed": Text("niet bevestigd", "not confirmed"),
    "limited": Text("beperkt", "limited"),
    "moderate": Text("redelijk", "moderate"),
    "strong": Text("stevig", "strong"),
}
STANDINGS: Final[dict[str, Text]] = {
    "rests": Text("rust op een onderbouwde uitspraak", "rests on a supported claim"),
    "rests_not": Text("rust niet op een onderbouwde uitspraak", "does not rest on a supported claim"),
    "sourced": Text("met bron", "with a source"),
    "unsourced": Text("zonder bron", "without a source"),
    "untraced": LEVELS["untraced"],
}
# What a profile can be: a level, or a standing for the kinds that have no level; each code once.
PROFILES: Final[dict[str, Text]] = {**LEVELS, **STANDINGS}
# Which links a profile sums: those of the factsheet alone, or with the complementary research beside it.
READINGS: Final[dict[str, Text]] = {
    "sourcing": Text("onderbouwing in de factsheet", "sourcing in the factsheet"),
    "evidence": Text("onderbouwing met aanvullend onderzoek", "with complementary research"),
}
# What came of looking for complementary research on a claim.
SEARCH_OUTCOMES: Final[dict[str, Text]] = {
    "found": Text("gezocht en gevonden", "searched and found"),
    "nothing": Text("gezocht, niets gevonden", "searched, nothing found"),
    "not_searched": Text("niet gezocht", "not searched"),
}
# Facet of a claim -> keyword in ``where``; also the order in which facets are shown.
FACETS: dict[str, str] = {
    "building_blocks": "building_block",
    "parent_groups": "parent_group",
    "levers": "lever",
    "roles": "role",
    "actors": "actor",
    "phases": "phase",
}
# What a resource for further reading can be about.
RESOURCE_FACETS: Final = {facet: FACETS[facet] for facet in ("building_blocks", "parent_groups", "actors")}
FACET_LABELS: Final[dict[str, Text]] = {
    "building_blocks": Text("bouwsteen", "building block"),
    "parent_groups": Text("groep ouders", "parent group"),
    "levers": Text("wat de gemeente kan doen", "lever"),
    "roles": Text("rol van de gemeente", "municipal role"),
    "actors": Text("wie", "actor"),
    "phases": Text("fase", "phase"),
    "designs": Text("onderzoeksopzet", "study design"),
}
GENERAL_GROUP = "alle-ouders"

# What a level means; the same words in every product. The rule is in docs/data-model.md.
LEVEL_MEANINGS: Final[dict[str, Text]] = {
    "none": Text("bij deze uitspraak is geen bron genoemd", "no source is named for this claim"),
    "untraced": Text(
        "er is een bron genoemd, maar welke publicatie dat is, is niet vastgesteld",
        "a source is named, but which publication it is has not been established",
    ),
    "unconfirmed": Text(
        "er is een bron, maar wij konden niet bevestigen dat die de uitspraak steunt",
        "there is a source, but we could not confirm that it supports the claim",
    ),
    "limited": Text(
        "ten minste één bron steunt de uitspraak, helemaal of deels",
        "at least one source supports the claim, in full or in part",
    ),
    "moderate": Text(
        "een overzichtsstudie steunt de uitspraak volledig, of twee onafhankelijke bronnen steunen haar, waarvan één "
        "door vakgenoten beoordeeld onderzoek is dat haar volledig steunt",
        "a review supports the claim in full, or two independent sources support it, of which one is a peer-reviewed "
        "study that supports it in full",
    ),
    "strong": Text(
        "een overzichtsstudie steunt de uitspraak volledig, en een tweede, onafhankelijk onderzoek ook",
        "a review supports the claim in full, and so does a second, independent study",
    ),
}
# The sign of a level in running text: bars for how much, a question mark for a source that could not be traced, a dash
# for none. It always stands beside the word; figures and pages draw the same bars.
LEVEL_SIGNS: Final[dict[str, str]] = {
    "none": "–",
    "untraced": "?",
    "unconfirmed": "▯▯▯",
    "limited": "▮▯▯",
    "moderate": "▮▮▯",
    "strong": "▮▮▮",
}
# What a level means in a few words, for the key beside a figure; the other levels say it themselves.
LEVEL_KEYS: Final[dict[str, Text]] = {
    "strong": Text(
        "een overzichtsstudie steunt dit volledig, een tweede onderzoek ook",
        "a review supports this fully, and so does a second study",
    ),
    "moderate": Text(
        "een overzichtsstudie steunt dit volledig, of twee bronnen, waarvan een onderzoek volledig",
        "a review supports this fully, or two sources do, one of them a study that does so fully",
    ),
    "limited": Text("steun van één bron, of alleen deels", "support from one source, or in part"),
    "unconfirmed": Text(
        "geen steun gezien in wat wij lazen; dat is geen weerlegging",
        "no support seen in what we read; that is no refutation",
    ),
}
SUPPORTED: Final = ("limited", "moderate", "strong")
BEST_FIRST: Final = tuple(reversed(LEVELS))
# Findings that speak for and against a claim stand side by side.
CONTESTED: Final = Text("omstreden", "contested")
# What the sourcing of some claims lacks, worst first; see ``library.gaps``.
GAPS: Final[dict[str, Text]] = {
    "empty": Text("de factsheet zegt hier niets", "the factsheet says nothing here"),
    "absolute": Text("geen bevinding met bron", "no finding with a source"),
    "doubtful": Text("wel een bron, niet bevestigd", "a source, not confirmed"),
    "synthesis": Text("(deels) gesteund, zonder overzichtsstudie", "supported (in part), without a review"),
    "none": Text("(deels) gesteund door een overzichtsstudie", "supported (in part) by a review"),
}
# Why a level hangs on little; see ``library.gaps``.
FRAGILITIES: Final[dict[str, Text]] = {
    "one_work": Text("één bron", "one source"),
    "one_team": Text("bronnen niet aantoonbaar onafhankelijk", "sources not demonstrably independent"),
    "untraced": Text("bron niet herleid", "source not traced"),
    "old": Text("alleen oude bronnen", "only old sources"),
}
COUNTRIES: Final[dict[str, Text]] = {
    "AU": Text("Australië", "Australia"),
    "BE": Text("België", "Belgium"),
    "CA": Text("Canada", "Canada"),
    "CH": Text("Zwitserland", "Switzerland"),
    "CN": Text("China", "China"),
    "DE": Text("Duitsland", "Germany"),
    "DK": Text("Denemarken", "Denmark"),
    "EU": Text("Europa", "Europe"),
    "FI": Text("Finland", "Finland"),
    "FR": Text("Frankrijk", "France"),
    "GB": Text("Verenigd Koninkrijk", "United Kingdom"),
    "GR": Text("Griekenland", "Greece"),
    "HK": Text("Hongkong", "Hong Kong"),
    "IE": Text("Ierland", "Ireland"),
    "IL": Text("Israël", "Israel"),
    "INT": Text("verschillende landen", "several countries"),
    "IT": Text("Italië", "Italy"),
    "NL": Text("Nederland", "the Netherlands"),
    "NO": Text("Noorwegen", "Norway"),
    "NZ": Text("Nieuw-Zeeland", "New Zealand"),
    "SE": Text("Zweden", "Sweden"),
    "SG": Text("Singapore", "Singapore"),
    "TR": Text("Turkije", "Türkiye"),
    "UK": Text("Verenigd Koninkrijk", "United Kingdom"),
    "US": Text("Verenigde Staten", "United States"),
    "ZA": Text("Zuid-Afrika", "South Africa"),
}
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
LONGEST_NAME: Final = 6000  # signs of a title, or of who prepared a brief
_SHOWN: Final = 60  # signs of a value in a message
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def option(what: str, given: str, choices: Iterable[str]) -> str:
    """Return the value of an option, or refuse it.

    Raises
    ------
    UnknownOptionError
        If the option does not take it.

    Examples
    --------
    >>> option("language", "nl", LANGUAGES)
    'nl'
    """
    names = tuple(choices)
    if given not in names:
        raise UnknownOptionError(what, given, names)
    return given


def code_of(said: str, table: Mapping[str, Text]) -> str | None:
    """Return the code of what a person wrote: the code itself, its Dutch or its English, in any case; None if none.

    Examples
    --------
    >>> code_of("Redelijk", LEVELS), code_of("moderate", LEVELS), code_of("matig", LEVELS)
    ('moderate', 'moderate', None)
    """
    plain = " ".join(said.split()).casefold()
    names = ((code, {code.casefold(), text.nl.casefold(), text.en.casefold()}) for code, text in table.items())
    return next((code for code, known in names if plain in known), None)


def require_text(said: str) -> None:
    """Refuse what is no title or name: bytes that are no text, as a command line may hold, or a text without end.

    Raises
    ------
    EvidenceError
        If a sign of it is none, or it has more than 6000.
    """
    if len(said) > LONGEST_NAME:
        message = Text(
            f"'{said[:_SHOWN]}…' is {len(said)} tekens lang; schrijf er hoogstens {LONGEST_NAME}",
            f"'{said[:_SHOWN]}…' is {len(said)} signs long; write {LONGEST_NAME} at most",
        )
        raise EvidenceError(message)
    try:
        said.encode()
    except UnicodeEncodeError as error:
        plain = said.encode("utf-8", "replace").decode()[:_SHOWN]
        message = Text(
            f"in '{plain}' staat iets dat geen tekst is; schrijf het in UTF-8",
            f"something in '{plain}' is no text; write it in UTF-8",
        )
        raise EvidenceError(message) from error


def read_day(said: str) -> str:
    """Return a day of the calendar as YYYY-MM-DD, given so or as the Dutch write it (``26-11-2026``).

    Raises
    ------
    EvidenceError
        If it is no day.

    Examples
    --------
    >>> read_day("26-11-2026")
    '2026-11-26'
    """
    plain = said.strip()
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(plain, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    message = Text(
        f"'{said[:_SHOWN]}' is geen datum; schrijf die als 2026-11-25 of 25-11-2026",
        f"no date '{said[:_SHOWN]}'; write it as 2026-11-25 or 25-11-2026",
    )
    raise EvidenceError(message)


def day(date: str, language: str) -> str:
    """Return a date (YYYY-MM-DD) as people write it; anything else as it is.

    Examples
    --------
    >>> day("2026-11-23", "nl"), day("ooit", "nl")
    ('23 november 2026', 'ooit')
    """
    match = _DAY.fullmatch(date)
    if match is None or not 1 <= int(match[2]) <= len(MONTHS):
        return date
    return f"{int(match[3])} {MONTHS[int(match[2]) - 1].of(language)} {match[1]}"
