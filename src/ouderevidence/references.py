"""How a work is named in a text and in a reference list.

One rule gives the short label, ``Boonk et al., 2018`` (:func:`label`, :func:`labels`); a test holds it equal to what
pandoc prints. The reference list is made by pandoc from CSL items (:func:`csl_item`) and the style of
``ouderevidence.style``; what this and the step after pandoc do is told in ``docs/apa.md``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.style import PROFILES, style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.model import Factsheet, Name, Work

__all__ = ["PROFILES", "csl_item", "factsheet_item", "label", "labels", "style"]

CslItem = dict[str, Any]

ET_AL_FROM: Final = 3  # APA 7, section 8.17: three or more authors shorten to the first
NO_DATE: Final = {"nl": "z.d.", "en": "n.d."}
UNDATED: Final = frozenset({"", "z.d.", "n.d.", "zd", "nd"})
IN_PRESS: Final = {"nl": "in druk", "en": "in press"}
# What elision leaves small: "d'Ancona" (Radboud University's guide to APA 7), "'t Hart".
SMALL: Final = re.compile(r"['’]|[dD]['’]")
ELIDED: Final = re.compile(r"([dD]['’])(\w.*)")

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
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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


def label(work: Work, language: str = "nl") -> str:
    """Return the short label of a work on its own: ``Boonk et al., 2018``.

    One author: the family name; two: both, joined by an ampersand; three or more, or more than are known: the first
    and ``et al.``. A body is named in full. In Dutch a particle gets a capital, because no first name goes before it;
    ``'t`` and ``d'`` never do. Without authors the editors stand in, and without these the title, in quotation marks
    when it is part of something larger.

    Examples
    --------
    >>> label(library.work("boonk2018"))
    'Boonk et al., 2018'
    """
    return _joined(work, _names(work, language, shown=1), _year(work, language), language)


def labels(works: Iterable[Work], language: str = "nl") -> dict[str, str]:
    """Return the labels of works that stand together, made distinct as APA 7 does.

    First authors of the same family name show their initials (section 8.20); works with the same label and other
    authors show more names (8.18); works of the same authors and year get a, b, c in the order of their titles (8.19).
    """
    together = list(works)
    namesakes = _namesakes(together)
    groups: dict[str, list[Work]] = {}
    for work in together:
        names = _names(work, language, shown=1, namesakes=namesakes)
        groups.setdefault(f"{names}, {_year(work, language)}", []).append(work)
    found: dict[str, str] = {}
    for group in groups.values():
        found |= _distinct(group, language, namesakes)
    return {work.key: found[work.key] for work in together}


def _namesakes(works: list[Work]) -> frozenset[str]:
    initials: dict[str, set[str]] = {}
    for work in works:
        for name in _people(work)[:1]:
            initials.setdefault(_family(name), set()).add(_initials(name))
    return frozenset(family for family, found in initials.items() if len(found) > 1)


def _distinct(group: list[Work], language: str, namesakes: frozenset[str]) -> dict[str, str]:
    longest = max(len(_people(work)) for work in group)
    names: dict[str, str] = {}
    for shown in range(1, max(longest, 1) + 1):
        names = {work.key: _names(work, language, shown=shown, namesakes=namesakes) for work in group}
        authors = {tuple(_family(name) for name in _people(work)) for work in group}
        if len(set(names.values())) == len(authors):
            break
    same: dict[str, list[Work]] = {}
    for work in sorted(group, key=lambda w: (_sorted_as(w.title or ""), w.key)):
        same.setdefault(names[work.key], []).append(work)
    found = {}
    for name, works in same.items():
        for position, work in enumerate(works):
            year = _year(work, language)
            dash = "" if year.isdecimal() else "-"
            suffix = dash + chr(ord("a") + position) if len(works) > 1 else ""
            found[work.key] = _joined(work, name, year + suffix, language)
    return found


def _joined(work: Work, names: str, year: str, language: str) -> str:
    if language == "en" and not _people(work) and names.endswith("”"):  # English: the comma within the marks
        return f"{names[:-1]},” {year}"
    return f"{names}, {year}"


def _sorted_as(title: str) -> str:
    plain = unicodedata.normalize("NFD", title.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _people(work: Work) -> tuple[Name, ...]:
    return work.authors or work.editors


def _names(work: Work, language: str, *, shown: int, namesakes: frozenset[str] = frozenset()) -> str:
    families = [_in_text(name, language) for name in _people(work)]
    if not families:
        return _title(work)
    first = _people(work)[0]
    if _family(first) in namesakes and _initials(first):
        families[0] = f"{_initials(first)} {_family(first)}"
    more = work.and_others
    if len(families) < ET_AL_FROM and not more:
        return " & ".join(families)
    if shown == 1:
        return f"{families[0]} et al."
    if shown >= len(families) - 1 and not more:  # "et al." never stands for one person
        return ", ".join(families[:-1]) + f", & {families[-1]}"
    return ", ".join(families[:shown]) + ", et al."


def _title(work: Work) -> str:
    if not work.title:
        return work.key
    part = any(work.fields.get(field) for field in ("journaltitle", "journal", "booktitle"))
    return f"“{work.title}”" if part else work.title


def _in_text(name: Name, language: str) -> str:
    """Return a name without initials: "van 't Hof" becomes "Van 't Hof" in Dutch, "'t Hart" stays."""
    family = _family(name)
    if language != "nl" or not name.particle or SMALL.match(family):
        return family
    return family[:1].upper() + family[1:]


def _family(name: Name) -> str:
    return re.sub(r"(?<=\w['’]) ", "", name.full_family)


def _initials(name: Name) -> str:
    """Return initials as APA writes them: "Hieronymus J. M." becomes "H. J. M.", "Anne-Luc" "A.-L."."""
    parts = (re.findall(r"[^\W\d_]+", word) for word in name.given.split())
    return " ".join("-".join(f"{part[0]}." for part in word) for word in parts if word)


def _year(work: Work, language: str) -> str:
    year = work.year.strip()
    if year.lower() in UNDATED:
        return NO_DATE[language]
    return IN_PRESS[language] if year.lower() in IN_PRESS.values() else year


def csl_item(work: Work, *, language: str = "nl") -> CslItem:
    """Return a work as a CSL-JSON item, its texts plain (never markup)."""
    item: CslItem = {"id": work.key, "type": _type(work)}
    for variable, names in FIELDS:
        value = next((work.fields[name] for name in names if work.fields.get(name)), None)
        if value is not None:
            item[variable] = value
    if "page" in item:
        item["page"] = item["page"].replace("--", "-")
    if language == "nl" and str(item.get("edition", "")).isdecimal():
        item["edition"] += "e druk"  # pandoc's own ordinal is "2de"
    if [name.literal for name in work.authors] == [item.get("publisher", "")]:
        del item["publisher"]  # APA 7, section 9.29: an author who is the publisher too is not named twice
    if work.fields.get("langid") in LANGUAGES:
        item["language"] = LANGUAGES[work.fields["langid"]]
    return item | _numbers(work) | _genre(work, language) | _csl_people(work) | _dates(work, language)


def _numbers(work: Work) -> CslItem:
    article = work.entry_type == "article"
    numbers: CslItem = {}
    number = work.fields.get("number") or work.fields.get("issue")
    if number:
        numbers["issue" if article else "number"] = number
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
        dates["status"] = _year(work, language)  # "in druk"
    seen = _date_parts(work.fields.get("urldate", ""))
    if seen:
        dates["accessed"] = {"date-parts": [seen]}
    return dates


def _month_and_day(work: Work) -> list[int]:
    month, day = work.fields.get("month", "").lower()[:3], work.fields.get("day", "")
    number = int(month) if month.isdecimal() else MONTHS.index(month) + 1 if month in MONTHS else 0
    if not number:
        return []
    return [number, int(day)] if day.isdecimal() else [number]


def _date_parts(text: str) -> list[int]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text.strip())
    return [int(part) for part in match.groups() if part] if match else []


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": name.literal}
    elided = None if name.particle else ELIDED.fullmatch(name.family)
    parts = {
        "family": elided[2] if elided else name.family,
        "given": name.given,
        "non-dropping-particle": (elided[1] if elided else name.particle),
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def factsheet_item(factsheet: Factsheet, *, language: str = "nl") -> CslItem:
    """Return the factsheet itself as a CSL-JSON item: the work in which untraced works are cited."""
    item: CslItem = {
        "id": f"factsheet-{factsheet.id}",
        "type": "report",
        "title": factsheet.title.of(language),
        "genre": "Factsheet",
        "author": [{"literal": factsheet.publisher.split(" (")[0]}],
    }
    if factsheet.url:
        item["URL"] = factsheet.url
    issued = _date_parts(factsheet.year or "")
    return item | ({"issued": {"date-parts": [issued]}} if issued else {})
