"""Filters: what ``where`` was asked, checked, and said again in words, flags and Python."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ouderevidence.model.errors import UnknownTermError
from ouderevidence.model.findings import near_names
from ouderevidence.model.words import FACET_LABELS, FACETS, GENERAL_GROUP, KINDS, PROFILES, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

_FACET_OF = {keyword: facet for facet, keyword in FACETS.items()} | {"design": "designs"}
_YEARS = re.compile(r"^(\d{4})(?:\s*[-–]\s*(\d{4}))?$")
# Keyword of ``where`` -> its Dutch flag on the command line.
FLAGS: Mapping[str, str] = {
    "building_block": "bouwsteen",
    "parent_group": "groep",
    "lever": "gemeente",
    "role": "rol",
    "actor": "wie",
    "phase": "fase",
    "kind": "soort",
    "core": "kern",
    "section": "paragraaf",
    "work": "bron",
    "design": "ontwerp",
    "year": "jaar",
    "level": "niveau",
    "factsheet": "factsheet",
    "search": "zoek",
}
LABELS: Mapping[str, Text] = {
    **{keyword: FACET_LABELS[facet] for keyword, facet in _FACET_OF.items()},
    "kind": Text("soort uitspraak", "kind of claim"),
    "core": Text("kernuitspraken", "core claims"),
    "section": Text("paragraaf", "section"),
    "work": Text("bron", "work"),
    "year": Text("jaar", "year"),
    "level": Text("onderbouwing", "level"),
    "factsheet": Text("factsheet", "factsheet"),
    "search": Text("zoekwoorden", "search words"),
}
_PLAIN = re.compile(r"^\w[\w./-]*$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filter:
    """One call of ``where``: keyword to values, in a fixed order."""

    values: tuple[tuple[str, tuple[str, ...]], ...]
    include_general: bool = False

    @classmethod
    def of(cls, library: Library, asked: Mapping[str, object], *, include_general: bool) -> Filter:
        """Check what was asked.

        Raises
        ------
        UnknownTermError
            If a value does not exist.
        """
        values = []
        for keyword, value in asked.items():
            if value is None:
                continue
            names = _names(value)
            for name in names:
                _check(library, keyword, name)
            if names:
                values.append((keyword, names))
        return cls(tuple(values), include_general=include_general)

    def text(self, library: Library, language: str) -> str:
        """Return the filter in words."""
        parts = []
        joiner = {"nl": " of ", "en": " or "}[language]
        for keyword, names in self.values:
            label = LABELS[keyword].of(language)
            if keyword == "core":
                without = Text("zonder kernuitspraken", "without core claims").of(language)
                parts.append(label if names == ("true",) else without)
                continue
            shown = joiner.join(_shown(library, keyword, name, language) for name in names)
            if keyword == "parent_group" and self.include_general:
                shown += Text(" (met uitspraken over alle ouders)", " (with claims about all parents)").of(language)
            parts.append(f"{label}: {shown}")
        return "; ".join(parts)

    def flags(self) -> str:
        """Return the filter as flags of the command line."""
        parts = []
        for keyword, names in self.values:
            flag = f"--{FLAGS[keyword]}"
            if keyword == "core":
                parts.append(flag if names == ("true",) else f"--geen-{FLAGS[keyword]}")
            else:
                parts += [f"{flag} {_quoted(name)}" for name in names]
        if self.include_general:
            parts.append("--met-algemeen")
        return " ".join(parts)

    def python(self) -> str:
        """Return the filter as arguments of ``where``."""
        parts = []
        for keyword, names in self.values:
            if keyword == "core":
                parts.append(f"core={names == ('true',)}")
            elif len(names) == 1:
                parts.append(f"{keyword}={_literal(names[0])}")
            else:
                parts.append(f"{keyword}=[{', '.join(map(_literal, names))}]")
        if self.include_general:
            parts.append("include_general=True")
        return ", ".join(parts)


def matches(library: Library, claim: Claim, chosen: Filter) -> bool:
    """Whether all that was asked holds for a claim."""
    return all(
        any(_holds(library, claim, keyword, name, general=chosen.include_general) for name in names)
        for keyword, names in chosen.values
    )


def years(value: str) -> tuple[int, int]:
    """Return the first and last year of ``"2018"`` or ``"2010-2020"``.

    Raises
    ------
    UnknownTermError
        If it is neither.
    """
    match = _YEARS.match(value.strip())
    if not match or (match[2] and int(match[2]) < int(match[1])):
        raise UnknownTermError(value, ("2018", "2010-2020"), where="year")
    return int(match[1]), int(match[2] or match[1])


def _quoted(name: str) -> str:
    """Return a value as a shell takes it whole."""
    if _PLAIN.match(name):
        return name
    return '"' + re.sub(r'(["\\$`])', r"\\\1", " ".join(name.split())) + '"'


def _literal(name: str) -> str:
    """Return a value as Python writes it, in double quotes."""
    return json.dumps(name, ensure_ascii=False)


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("true" if value else "false",)
    if isinstance(value, str | int):
        return (str(value),)
    iterable: Iterable[object] = value  # type: ignore[assignment]
    return tuple(dict.fromkeys(str(v) for v in iterable))


def _known(library: Library, keyword: str) -> Iterable[str]:
    if keyword == "kind":
        return KINDS
    if keyword == "level":
        return PROFILES
    if keyword == "work":
        return library.bibliography
    if keyword == "factsheet":
        return [f.id for f in library.factsheets]
    sections = [s.id for f in library.factsheets for s in f.sections]
    return {*sections, *(s.split(".")[0] for s in sections)}


def _check(library: Library, keyword: str, name: str) -> None:
    if keyword in _FACET_OF:
        library.vocabulary.term(_FACET_OF[keyword], name)
    elif keyword == "year":
        years(name)
    elif keyword not in ("core", "search") and name not in _known(library, keyword):
        raise UnknownTermError(name, near_names(name, _known(library, keyword)), where=keyword)


def _shown(library: Library, keyword: str, name: str, language: str) -> str:
    if keyword in _FACET_OF:
        return library.vocabulary.label(_FACET_OF[keyword], name, language)
    labels = {"kind": KINDS, "level": PROFILES}.get(keyword)
    if labels:
        return labels[name].of(language)
    return library.label(name, language) if keyword == "work" else name


def _holds(library: Library, claim: Claim, keyword: str, name: str, *, general: bool) -> bool:
    if keyword in _FACET_OF and keyword != "design":
        own = getattr(claim, _FACET_OF[keyword])
        covered = library.vocabulary.covered(_FACET_OF[keyword], name)
        return any(term in covered for term in own) or (general and keyword == "parent_group" and GENERAL_GROUP in own)
    works = [library.work(c.work) for c in claim.citations]
    match keyword:
        case "kind":
            return claim.kind == name
        case "core":
            return claim.core == (name == "true")
        case "section":
            return any(s == name or s.startswith(f"{name}.") for s in claim.sections)
        case "work":
            return any(w.key == name for w in works)
        case "design":
            covered = library.vocabulary.covered("designs", name)
            return any(d in covered for w in works for d in w.appraisal.designs)
        case "year":
            first, last = years(name)
            return any(w.year.isdigit() and first <= int(w.year) <= last for w in works)
        case "level":
            return library.profile(claim.id).code == name
        case "search":
            return claim.id in library.found(name)
        case _:
            return claim.factsheet == name
