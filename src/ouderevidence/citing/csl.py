"""Works as CSL-JSON items, which pandoc makes citations and a list of references from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.citing import legal
from ouderevidence.model.months import is_no_day, month_and_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ouderevidence.model.records import Factsheet, Name, Work

CslItem = dict[str, Any]

NO_DATE: Final = {"nl": "z.d.", "en": "n.d."}
UNDATED: Final = frozenset({"", "z.d.", "n.d.", "zd", "nd"})
IN_PRESS: Final = {"nl": "in druk", "en": "in press"}
# "d'Ancona" is a particle and a name: Radboud University's guide to APA 7 lists it under A.
LONG_IJ: Final = re.compile(r"IJ(?=[a-zà-ÿ]|$)")  # one letter in Dutch: "IJsbrand" is IJ.
ELIDED: Final = re.compile(r"(d['’]|D['’](?=[^\Wa-zà-ÿ]))(\w.*)")  # "D’hoker" is whole

# BibTeX entry type -> CSL type; what is not here is a document.
TYPES: Final[Mapping[str, str]] = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "letter": "personal_communication",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
}
# What entrysubtype makes of an article, as biblatex has it.
SUBTYPES: Final[Mapping[str, str]] = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
GENRES: Final = {
    "phdthesis": {"nl": "Proefschrift", "en": "Doctoral dissertation"},
    "mastersthesis": {"nl": "Masterscriptie", "en": "Master’s thesis"},
}
# How a work calls itself, where a brief in English has another word.
ENGLISH_GENRES: Final = {"oratie": "Inaugural lecture", "rapport": "Report"}
LANGUAGES: Final = {
    "american": "en", "british": "en", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "ngerman": "de",
}  # fmt: skip
DOI_PREFIX: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
# BibTeX field -> CSL variable, the first that is there wins.
FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("title", ("title",)),
    ("container-title", ("journaltitle", "journal", "booktitle")),
    ("publisher", ("publisher", "institution", "school", "organization")),
    ("publisher-place", ("address", "location")),
    ("volume", ("volume",)),
    ("page", ("pages",)),
    ("edition", ("edition",)),
    ("DOI", ("doi",)),
    ("URL", ("url",)),
)


def printed_year(work: Work, language: str) -> str:
    """Return the year of a work as it is printed: "2020", "z.d." or "in druk" in Dutch."""
    year = work.year.strip()
    if year.lower() in UNDATED:
        return NO_DATE[language]
    return IN_PRESS[language] if year.lower() in IN_PRESS.values() else year


def typeset(name: str) -> str:
    """Return a name with its apostrophes as printed: ``'t Hart`` becomes ``’t Hart``."""
    return name.replace("'", "’")


BETWEEN: Final = re.compile(r"(?<=[0-9])--?(?=[0-9])")  # "5--6": an issue that is two


def csl_item(work: Work, *, language: str = "nl") -> CslItem:
    """Return a work as a CSL-JSON item, its texts plain (never markup)."""
    item: CslItem = {"id": work.key, "type": _type(work)}
    for variable, names in FIELDS:
        value = next((work.fields[name] for name in names if work.fields.get(name)), None)
        if value is not None:
            item[variable] = value
    if "DOI" in item:
        item["DOI"] = DOI_PREFIX.sub("", item["DOI"])
    if "page" in item:
        item["page"] = item["page"].replace("--", "-")
    if language == "nl" and str(item.get("edition", "")).isdecimal():
        item["edition"] += "e druk"  # pandoc's own ordinal is "2de"
    if [name.literal for name in work.authors] == [item.get("publisher", "")]:
        del item["publisher"]  # APA 7, section 9.29: an author who is the publisher too is not named twice
    if work.fields.get("langid") in LANGUAGES:
        item["language"] = LANGUAGES[work.fields["langid"]]
    if work.entry_type in legal.TYPES:
        return _legal(item, work, language)
    return item | _numbers(work) | _genre(work, language) | _csl_people(work) | _dates(work, language)


def _legal(item: CslItem, work: Work, language: str) -> CslItem:
    """Return a law, a paper of Parliament or a judgment: no author, and of what was printed only what a rule asks."""
    found = legal.legal_item(work, language)
    kept = ("id", "URL", "language", *(("container-title", "volume", "page") if found["type"] == "legal_case" else ()))
    if legal.dated_case(work):  # the day is in what it is cited by, and the ECLI is its address
        return {name: item[name] for name in ("id", "language") if name in item} | found
    return {name: item[name] for name in kept if name in item} | found | _dates(work, language)


def _numbers(work: Work) -> CslItem:
    article = work.entry_type == "article"
    numbers: CslItem = {}
    number = work.fields.get("number") or work.fields.get("issue")
    if number:
        numbers |= {"issue": BETWEEN.sub("–", number)} if article else {"number": number}
    if article and work.fields.get("eid") and not work.fields.get("pages"):
        numbers["number"] = work.fields["eid"]  # APA 7, section 9.27: "Article e0266762"
    return numbers


def _genre(work: Work, language: str) -> CslItem:
    given = work.fields.get("type")
    if given:
        english = ENGLISH_GENRES.get(given.lower(), given)
        return {"genre": english if language == "en" else given}
    return {"genre": GENRES[work.entry_type][language]} if work.entry_type in GENRES else {}


def _type(work: Work) -> str:
    subtype = SUBTYPES.get(work.fields.get("entrysubtype", ""))
    return subtype or TYPES.get(work.entry_type, "document")


def _csl_people(work: Work) -> CslItem:
    found: CslItem = {}
    for role, names in (("author", work.authors), ("editor", work.editors)):
        if names:
            found[role] = [_csl_name(name) for name in names]
    if work.and_others:
        found.setdefault("author" if work.authors else "editor", []).append({"literal": "others"})
    short = work.fields.get("shortauthor")
    if short and len(work.authors) == 1 and work.authors[0].literal:
        found["author"][0]["short"] = short  # for the step after pandoc; pandoc itself does not know it
    return found


def _dates(work: Work, language: str) -> CslItem:
    dates: CslItem = {}
    parts = _date_parts(work.fields.get("date", "")) or _date_parts(work.year)
    if len(parts) == 1:
        parts += _month_and_day(work)
    if parts:
        dates["issued"] = {"date-parts": [parts]}
    elif work.year.strip().lower() not in UNDATED:
        dates["status"] = printed_year(work, language)  # "in druk"
    seen = _date_parts(work.fields.get("urldate", ""))
    if seen:
        dates["accessed"] = {"date-parts": [seen]}
    return dates


def _month_and_day(work: Work) -> list[int]:
    month, beside = month_and_day(work.fields.get("month", ""))
    day = _up_to(31, work.fields.get("day", "")) or beside
    return [part for part in (month, day) if part] if month else []


def _up_to(most: int, text: str) -> int:
    """Return a number of at most two digits that is not higher; 0 if it is none."""
    number = int(text) if re.fullmatch(r"[0-9]{1,2}", text) else 0
    return number if number <= most else 0


def _date_parts(text: str) -> list[int]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text.strip())
    if match is None:
        return []
    return [int(match[1])] if is_no_day(text) else [int(part) for part in match.groups() if part]


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": name.literal}
    family = typeset(name.family)
    elided = None if name.particle else ELIDED.fullmatch(family)
    parts = {
        "family": elided[2] if elided else family,
        "given": " ".join("IJ." if LONG_IJ.match(word) else word for word in name.given.split()),
        "non-dropping-particle": elided[1] if elided else typeset(name.particle),
        "suffix": name.suffix,
    }
    found = {key: value for key, value in parts.items() if value}
    if (family[:1].islower() or family[1:2] == "’") and not elided:
        found.setdefault("non-dropping-particle", "")  # else pandoc takes "von" off "von Beispiel" as a particle
    return found


def _titled(factsheet: Factsheet, language: str) -> CslItem:
    """Return the title; of a work without one a description, which APA 7 sets in brackets (section 9.22)."""
    title = factsheet.title.of(language)
    return {"genre": title} if factsheet.described else {"title": title, "genre": "Factsheet"}


def factsheet_item(factsheet: Factsheet, *, language: str = "nl") -> CslItem:
    """Return the factsheet itself as a CSL-JSON item: the work in which untraced works are cited."""
    item: CslItem = {
        "id": f"factsheet-{factsheet.id}",
        "type": "report",
        **_titled(factsheet, language),
        "author": [{"literal": factsheet.publisher.split(" (")[0]}],
    }
    if factsheet.url:
        item["URL"] = factsheet.url
    issued = _date_parts(factsheet.year or "")
    return item | ({"issued": {"date-parts": [issued]}} if issued else {})
