"""The filters of the explorer: their values, and which of these a claim answers to, exactly as ``where`` has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.library.filters import FLAGS
from ouderevidence.library.filters import LABELS as FILTER_LABELS
from ouderevidence.model.words import FACETS, KINDS, LEVELS, PROFILES, STANDINGS, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.evidence.vocabulary import Vocabulary
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

# In the order shown. Works are chosen in their own view, so they have no checkboxes.
ORDER: Final = (
    "building_block", "parent_group", "lever", "phase", "kind", "level", "design", "year", "role", "actor", "section",
    "core", "work", "factsheet",
)  # fmt: skip
YEARS: Final = 5  # in a band
BANDS_FROM: Final = 2000
_LEVELS_BEST_FIRST: Final = tuple(dict.fromkeys((*reversed(LEVELS), *STANDINGS)))
_FACET_OF: Final = {keyword: facet for facet, keyword in FACETS.items()} | {"design": "designs"}
_CORE: Final = {
    "true": Text("kernuitspraken", "core claims"),
    "false": Text("overige uitspraken", "other claims"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter."""

    id: str
    label: Text
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: a keyword of ``where``, its values, and per claim the numbers of the values."""

    key: str
    flag: str
    label: Text
    values: tuple[Value, ...]
    shown: bool
    _answers: Mapping[str, list[int]]
    _own: Mapping[str, list[int]]

    def answers(self, claim: Claim) -> list[int]:
        """Return the numbers of the values for which ``where`` keeps the claim."""
        return self._answers[claim.id]

    def own(self, claim: Claim) -> list[int]:
        """Return the numbers of the claim's own terms; none for a filter that is not one of terms."""
        return self._own.get(claim.id, [])


def facets(library: Library) -> tuple[Facet, ...]:
    """Return the filters of a library, in the order shown."""
    return tuple(_facet(library, key) for key in ORDER)


def _facet(library: Library, key: str) -> Facet:
    values = tuple(_values(library, key))
    answers: dict[str, list[int]] = {claim.id: [] for claim in library}
    for number, value in enumerate(values):
        wanted: object = value.id == "true" if key == "core" else value.id
        for claim in library.where(**{key: wanted}):  # type: ignore[arg-type]
            answers[claim.id].append(number)
    own: dict[str, list[int]] = {}
    if key in FACETS.values():
        position = {value.id: number for number, value in enumerate(values)}
        own = {claim.id: [position[term] for term in getattr(claim, _FACET_OF[key])] for claim in library}
    shown = key != "work" and len(values) > 1
    return Facet(key, FLAGS[key], FILTER_LABELS[key], values, shown, answers, own)


def _values(library: Library, key: str) -> Iterable[Value]:
    if key in _FACET_OF:
        return _terms(library.vocabulary, _FACET_OF[key])
    if key == "work":
        return (
            Value(w.key, Text(library.label(w.key, "nl"), library.label(w.key, "en"))) for w in library.cited_works()
        )
    if key == "factsheet":
        return (Value(sheet.id, sheet.title) for sheet in library.factsheets)
    if key == "section":
        return _sections(library)
    if key == "year":
        return (Value(band, Text(band, band)) for band in _bands(library))
    tables = {"kind": KINDS, "core": _CORE, "level": PROFILES}
    names = _LEVELS_BEST_FIRST if key == "level" else tables[key]
    return (Value(name, tables[key][name]) for name in names)


def _terms(vocabulary: Vocabulary, facet: str) -> Iterable[Value]:
    """Yield the terms of a facet, a narrower one after its broader one."""
    terms = vocabulary.terms(facet)

    def under(broader: str | None, depth: int) -> Iterable[Value]:
        for term in terms:
            if term.broader == broader:
                yield Value(term.id, term.label, depth)
                yield from under(term.id, depth + 1)

    return under(None, 0)


def _sections(library: Library) -> Iterable[Value]:
    """Yield the chapters and their sections, each once."""
    seen: dict[str, Text | None] = {}
    for sheet in library.factsheets:
        for section in sheet.sections:
            seen.setdefault(section.id.split(".")[0], None)
            seen.setdefault(section.id, section.title)
    for name, title in sorted(seen.items()):
        if title is None:
            yield Value(name, Text(f"hoofdstuk {name}", f"chapter {name}"))
        else:
            yield Value(name, Text(f"{name} {title.nl}", f"{name} {title.en}"), 1)


def _bands(library: Library) -> list[str]:
    """Return bands of five years, as ``where(year=...)`` takes them; all before 2000 in one."""
    years = sorted(int(w.year) for w in library.cited_works() if w.year.isdecimal() and len(w.year) == 4)  # noqa: PLR2004 (a year as where takes it)
    early = [year for year in years if year < BANDS_FROM]
    bands = [f"{early[0]}-{BANDS_FROM - 1}"] if early else []
    starts = range(BANDS_FROM, (years[-1] if years else 0) + 1, YEARS)
    bands += [f"{n}-{n + YEARS - 1}" for n in starts if any(n <= year < n + YEARS for year in years)]
    return bands[::-1]
