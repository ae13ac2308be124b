"""How a work is named in a text and in a reference list.

One rule gives the short label, ``Boonk et al., 2018`` (:func:`label`, :func:`labels`); a test holds it equal to what
pandoc prints. The reference list is made by pandoc from CSL items (:func:`csl_item`) and the style of
``ouderevidence.citing.style``; what this and the step after pandoc do is told in ``docs/apa.md``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from ouderevidence.citing import legal
from ouderevidence.citing.csl import LONG_IJ, csl_item, factsheet_item, printed_year, typeset
from ouderevidence.citing.style import PROFILES, style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.model.records import Name, Work

__all__ = ["PROFILES", "csl_item", "factsheet_item", "initials", "label", "labels", "style"]

ET_AL_FROM: Final = 3  # APA 7, section 8.17: three or more authors shorten to the first
# What elision leaves small: "d'Ancona" (Radboud University's guide to APA 7), "'t Hart".
SMALL: Final = re.compile(r"['’]|[dD]['’]")


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
    return _joined(work, _names(work, language, shown=1), printed_year(work, language), language)


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
        groups.setdefault(f"{names}, {printed_year(work, language)}", []).append(work)
    found: dict[str, str] = {}
    for group in groups.values():
        found |= _distinct(group, language, namesakes)
    return {work.key: found[work.key] for work in together}


def _namesakes(works: list[Work]) -> frozenset[str]:
    known: dict[str, set[str]] = {}
    for work in works:
        for name in _people(work)[:1]:
            known.setdefault(_family(name), set()).add(initials(name.given))
    return frozenset(family for family, found in known.items() if len(found) > 1)


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
            year = printed_year(work, language)
            dash = "" if year.isdecimal() else "-"
            suffix = dash + chr(ord("a") + position) if len(works) > 1 else ""
            found[work.key] = _joined(work, name, year + suffix, language)
    return found


def _joined(work: Work, names: str, year: str, language: str) -> str:
    if language == "en" and not _people(work) and names.endswith("”"):  # English: the comma within the marks
        return f"{names[:-1]},” {year}"
    return names if legal.dated_case(work) else f"{names}, {year}"


def _sorted_as(title: str) -> str:
    plain = unicodedata.normalize("NFD", title.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _people(work: Work) -> tuple[Name, ...]:
    return () if work.entry_type in legal.TYPES else work.authors or work.editors


def _names(work: Work, language: str, *, shown: int, namesakes: frozenset[str] = frozenset()) -> str:
    families = [_in_text(name, language) for name in _people(work)]
    if not families:
        return _title(work, language)
    first = _people(work)[0]
    if _family(first) in namesakes and initials(first.given):
        families[0] = f"{initials(first.given)} {_family(first)}"
    more = work.and_others
    if len(families) < ET_AL_FROM and not more:
        return " & ".join(families)
    if shown == 1:
        return f"{families[0]} et al."
    if shown >= len(families) - 1 and not more:  # "et al." never stands for one person
        return ", ".join(families[:-1]) + f", & {families[-1]}"
    return ", ".join(families[:shown]) + ", et al."


def _title(work: Work, language: str) -> str:
    if work.entry_type in legal.TYPES:
        return legal.cited_by(work, language)
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
    """Return a name without its initials, apostrophes as printed; d' keeps no space after it."""
    if name.literal is not None:
        return name.literal
    return re.sub(r"(?<=\w’) ", "", typeset(name.full_family))


def initials(given: str) -> str:
    """Return initials as APA writes them: "Hieronymus J. M." is "H. J. M.", "Anne-Luc" "A.-L.", "IJsbrand" "IJ."."""
    parts = (re.findall(r"[^\W\d_]+", word) for word in given.split())
    return " ".join("-".join(f"{_initial(part)}." for part in word) for word in parts if word)


def _initial(given: str) -> str:
    return given[:2] if LONG_IJ.match(given) else given[0].upper()
