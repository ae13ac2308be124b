"""The filters: one table, read by ``where``, the flags, the words and the Python of a selection, the page and the map.

A facet knows what it is called in each place, which values a library has for it, what a person may write for a value,
and for which claims a value holds. A new filter is one entry of ``FACETS`` and a keyword of ``Library.where``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ouderevidence.model.errors import UnknownFilterError, UnknownTermError
from ouderevidence.model.findings import near_names
from ouderevidence.model.words import (
    BEST_FIRST,
    FACET_LABELS,
    GENERAL_GROUP,
    JUDGEMENTS,
    KINDS,
    LANGUAGES,
    PROFILES,
    STANDINGS,
    Text,
    option,
)
from ouderevidence.model.words import FACETS as FIELDS

if TYPE_CHECKING:
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

Held = Callable[["Library", "Claim", "Options"], Iterable[str]]
Covers = Callable[["Library", str, "Options", Collection[str]], Collection[str]]
YEARS_IN_A_BAND: Final = 5
BANDS_FROM: Final = 2000
_YEARS: Final = re.compile(r"^(\d{4})(?:\s*[-–]\s*(\d{4}))?$")
_YES_NO: Final = {
    "true": Text("kernuitspraken", "core claims"),
    "false": Text("overige uitspraken", "other claims"),
}
_SAID_YES_NO: Final = {"true": ("true", "ja", "yes", "1"), "false": ("false", "nee", "no", "0")}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its id, its label, how deep it stands under broader ones, and what else it is called."""

    id: str
    label: Text
    depth: int = 0
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What goes with the values of one call of ``where``."""

    include_general: bool = False
    reading: str = "sourcing"


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter.

    ``key`` is its keyword in Python and, with hyphens, its English flag; ``dutch`` its Dutch keyword and flag;
    ``stand_in`` and ``help`` stand in the help of a command; ``values`` gives what it can be, in the order shown;
    ``held`` gives what a claim holds of it, ``covers`` which of all that is held a value stands for. ``field`` is the
    field of a claim that holds its terms, where it is one of the vocabulary; ``read`` takes what a person may write
    that is not among the values; ``one`` gives the value of an id where there are too many to list.
    """

    key: str
    dutch: str
    label: Text
    stand_in: str
    help: str
    values: Callable[[Library], Iterable[Value]]
    held: Held
    covers: Covers
    field: str | None = None
    read: Callable[[Library, str], str] | None = None
    see: str = "ouderevidence terms"
    one: Callable[[Library, str], Value | None] | None = None

    def value_of(self, library: Library, said: object) -> str:
        """Return the value that a person means: by its id or its label in either language.

        Raises
        ------
        UnknownTermError
            If there is none; what has it as a synonym, else near names are suggested.
        """
        if isinstance(said, bool):
            said = "true" if said else "false"
        plain = " ".join(str(said).split())
        if self.read is not None:
            return self.read(library, plain)
        if self.one is not None and self.one(library, plain):
            return plain
        known = {value.id: value for value in self.values(library)}
        if plain in known:
            return plain
        wanted = plain.casefold()
        for value in known.values():
            if wanted in {name.casefold() for name in (value.id, value.label.nl, value.label.en)}:
                return value.id
        called = [value.id for value in known.values() if _spaced(wanted) in map(_spaced, value.synonyms)]
        near = called or near_names(plain, known) or near_names(plain, [value.label.nl for value in known.values()])
        raise UnknownTermError(plain, near, where=self.key, see=self.see)

    def shown(self, library: Library, value: str, language: str) -> str:
        """Return the label of a value, or what was written where it has none."""
        if self.one is not None:
            found = self.one(library, value)
        else:
            found = next((one for one in self.values(library) if one.id == value), None)
        return found.label.of(language) if found else value


def _spaced(words: str) -> str:
    """Return words in small letters and without hyphens, as people may type them."""
    return words.casefold().replace("-", " ")


def facet(name: str) -> Facet:
    """Return the facet of a keyword, English or Dutch, or of a field of a claim.

    Raises
    ------
    UnknownFilterError
        If there is none; near names are suggested.
    """
    plain = name.replace("-", "_")
    found = FACETS.get(plain) or next((one for one in FACETS.values() if plain in (one.dutch, one.field)), None)
    if found is None:
        dutch = tuple(one.dutch for one in FACETS.values())
        raise UnknownFilterError(name, near_names(plain, (*FACETS, *dutch)), known=tuple(FACETS), dutch=dutch)
    return found


# -- what values there are -------------------------------------------------------------------------------------------


def _terms(field: str) -> Callable[[Library], Iterator[Value]]:
    """Return how to list the terms of a field, a narrower one after its broader one."""

    def values(library: Library) -> Iterator[Value]:
        terms = library.vocabulary.terms(field)

        def under(broader: str | None, depth: int) -> Iterator[Value]:
            for term in terms:
                if term.broader == broader:
                    yield Value(term.id, term.label, depth, term.synonyms)
                    yield from under(term.id, depth + 1)

        return under(None, 0)

    return values


def _table(table: Mapping[str, Text], order: Iterable[str] | None = None) -> Callable[[Library], Iterator[Value]]:
    names = tuple(table if order is None else order)
    return lambda _: (Value(name, table[name]) for name in names)


def _work(library: Library, key: str) -> Value | None:
    return Value(key, Text(*(library.label(key, one) for one in LANGUAGES))) if key in library.bibliography else None


def _works(library: Library) -> Iterator[Value]:
    return (value for key in library.bibliography if (value := _work(library, key)))


def _claim(library: Library, name: str) -> Value | None:
    code = library.whole.claim(name).shown_code if name in library.whole else ""
    return Value(name, Text(code, code)) if code else None


def _claims(library: Library) -> Iterator[Value]:
    return (Value(name, Text(code, code)) for name, code in library.whole.shown_codes().items())


def _sheets(library: Library) -> Iterator[Value]:
    return (Value(sheet.id, sheet.title) for sheet in library.factsheets)


def _sections(library: Library) -> Iterator[Value]:
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
            yield Value(name, Text(f"{name} {title.of('nl')}", f"{name} {title.of('en')}"), 1)


def _bands(library: Library) -> Iterator[Value]:
    """Yield bands of five years, newest first, as ``where(year=...)`` takes them; all before 2000 in one."""
    years = sorted(int(work.year) for work in library.cited_works() if _YEARS.match(work.year) and work.year.isascii())
    early = [year for year in years if year < BANDS_FROM]
    bands = [f"{early[0]}-{BANDS_FROM - 1}"] if early else []
    starts = range(BANDS_FROM, (years[-1] if years else 0) + 1, YEARS_IN_A_BAND)
    ends = ((first, first + YEARS_IN_A_BAND - 1) for first in starts)
    bands += [f"{first}-{last}" for first, last in ends if any(first <= year <= last for year in years)]
    return (Value(band, Text(band, band)) for band in reversed(bands))


def _nothing(_: Library) -> Iterator[Value]:
    return iter(())


# -- what a person may write ------------------------------------------------------------------------------------------


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


def _read_years(_: Library, said: str) -> str:
    years(said)
    return said


def _read_words(_: Library, said: str) -> str:
    return said


def _read_yes_no(_: Library, said: str) -> str:
    for value, known in _SAID_YES_NO.items():
        if said.casefold() in known:
            return value
    raise UnknownTermError(said, where="core", choices=("True", "False"))


def _read_section(library: Library, said: str) -> str:
    known = [value.id for value in _sections(library)]
    if said in known:
        return said
    raise UnknownTermError(said, near_names(said, known), where="section", choices=known)


# -- what a claim holds, and which of it a value stands for ---------------------------------------------------------


def _of_field(field: str) -> Held:
    get = attrgetter(field)
    return lambda _library, claim, _options: get(claim)


def _covered(field: str) -> Covers:
    def covers(library: Library, value: str, options: Options, _: Collection[str]) -> Collection[str]:
        wanted = library.vocabulary.covered(field, value)
        general = options.include_general and field == FIELD_OF_GROUPS
        return wanted | {GENERAL_GROUP} if general else wanted

    return covers


def _designs(library: Library, claim: Claim, _: Options) -> Iterator[str]:
    return (design for link in claim.citations for design in library.work(link.work).appraisal.designs)


def _years_of(library: Library, claim: Claim, _: Options) -> Iterator[str]:
    return (library.work(link.work).year for link in claim.citations)


def _in_years(_: Library, value: str, __: Options, known: Collection[str]) -> Collection[str]:
    first, last = years(value)
    return [year for year in known if year.isdigit() and first <= int(year) <= last]


def _in_section(_: Library, value: str, __: Options, known: Collection[str]) -> Collection[str]:
    return [name for name in known if name == value or name.startswith(f"{value}.")]


def _found(library: Library, value: str, _: Options, __: Collection[str]) -> Collection[str]:
    return library.found(value)


def _itself(_: Library, value: str, __: Options, ___: Collection[str]) -> Collection[str]:
    return (value,)


def _one(get: Callable[[Claim], str]) -> Held:
    return lambda _library, claim, _options: (get(claim),)


def _many(get: Callable[[Claim], Iterable[str]]) -> Held:
    return lambda _library, claim, _options: get(claim)


def _level(library: Library, claim: Claim, options: Options) -> Iterable[str]:
    return (library.profile(claim.id, options.reading).code,)


# -- the table --------------------------------------------------------------------------------------------------------

FIELD_OF_GROUPS: Final = "parent_groups"
_VOCABULARY: Final = (
    ("building_blocks", "bouwsteen", "Building block, such as thuisbetrokkenheid."),
    ("parent_groups", "groep", "Parent group, such as vaders."),
    ("levers", "gemeente", "What the municipality can do, such as netwerkaanpak."),
    ("roles", "rol", "Municipal role, such as financieren."),
    ("actors", "wie", "Actor, such as school."),
    ("phases", "fase", "Phase, such as voorschool."),
)  # fmt: skip


def _all() -> Iterator[Facet]:
    """Yield the facets in the order in which a selection is said."""
    for field, dutch, told in _VOCABULARY:
        yield Facet(
            FIELDS[field],
            dutch,
            FACET_LABELS[field],
            "TERM",
            told,
            _terms(field),
            _of_field(field),
            _covered(field),
            field=field,
        )
    yield Facet(
        "kind", "soort", Text("soort uitspraak", "kind of claim"), "KIND",
        f"Kind of claim: {', '.join(text.nl for text in KINDS.values())}.", _table(KINDS),
        _one(lambda c: c.kind), _itself,
    )  # fmt: skip
    yield Facet(
        "core", "kern", Text("kernuitspraken", "core claims"), "", "Core claims only, or none.", _table(_YES_NO),
        _one(lambda c: "true" if c.core else "false"), _itself, read=_read_yes_no,
    )  # fmt: skip
    yield Facet(
        "section", "paragraaf", Text("paragraaf", "section"), "NUMBER",
        "Section of the factsheet; 2 stands for all of chapter 2.", _sections,
        _many(lambda c: c.sections), _in_section, read=_read_section,
    )  # fmt: skip
    yield Facet(
        "work", "bron", Text("bron", "work"), "KEY", "Cite key of a work, such as boonk2018.", _works,
        _many(lambda c: (x.work for x in c.citations)), _itself, see="ouderevidence works", one=_work,
    )  # fmt: skip
    yield Facet(
        "design", "ontwerp", FACET_LABELS["designs"], "TERM", "Study design of a work, such as meta-analyse.",
        _terms("designs"), _designs, _covered("designs"),
    )  # fmt: skip
    yield Facet(
        "year", "jaar", Text("jaar", "year"), "YEAR", "Year of a work: 2018 or 2010-2020.", _bands,
        _years_of, _in_years, read=_read_years,
    )  # fmt: skip
    yield Facet(
        "judgement", "oordeel", Text("steunt de bron dit", "does the work say so"), "JUDGEMENT",
        f"Judgement of a link: {', '.join(text.nl for text in JUDGEMENTS.values())}.", _table(JUDGEMENTS),
        _many(lambda c: (x.judgement for x in c.citations)), _itself,
    )  # fmt: skip
    yield Facet(
        "level", "niveau", Text("onderbouwing", "level"), "LEVEL",
        f"Level or standing: {', '.join(text.nl for text in PROFILES.values())}.",
        _table(PROFILES, dict.fromkeys((*BEST_FIRST, *STANDINGS))), _level, _itself,
    )  # fmt: skip
    yield Facet(
        "factsheet", "factsheet", Text("factsheet", "factsheet"), "ID", "Factsheet, by its id.", _sheets,
        _one(lambda c: c.factsheet), _itself,
    )  # fmt: skip
    yield Facet(
        "search", "zoek", Text("zoekwoorden", "search words"), "WORDS",
        "Words that a search finds, such as 'samen voorlezen'.", _nothing,
        _one(lambda c: c.id), _found, read=_read_words,
    )  # fmt: skip
    yield Facet(
        "claim", "uitspraak", Text("uitspraak", "claim"), "CODE", "Claim, by its code or id, such as 4.6c.", _claims,
        _one(lambda c: c.id), _itself, see="ouderevidence table", one=_claim,
    )  # fmt: skip


FACETS: Final[dict[str, Facet]] = {one.key: one for one in _all()}
# What a map can be laid out by.
LAID_OUT: Final = (*FIELDS.values(), "kind", "section")


def laid_out(rows: str, columns: str) -> tuple[str, str]:
    """Return the facets of the rows and the columns, whichever of their names was given.

    Raises
    ------
    UnknownFilterError
        If there is no such facet.
    UnknownOptionError
        If no map can be laid out by it, or both are the same.
    """
    found = facet(rows).key, facet(columns).key
    for place, name in zip(("rows", "columns"), found, strict=True):
        option(f"facet for {place}", name, LAID_OUT)
    if found[0] == found[1]:
        others = [name for name in LAID_OUT if name != found[0]]
        option("second facet", columns, others)
    return found


def top_values(library: Library, key: str) -> tuple[str, ...]:
    """Return the values of a facet that have no broader one: the rows or columns of a map.

    Of sections, those that hold a claim: a section of further reading says nothing, which is not the same as a gap.
    """
    known = FACETS[key]
    if key == "section":
        spoken = {section for claim in library.whole for section in claim.sections}
        return tuple(dict.fromkeys(s.id for sheet in library.factsheets for s in sheet.sections if s.id in spoken))
    if known.field is None:
        return tuple(value.id for value in known.values(library))
    return tuple(term.id for term in library.vocabulary.terms(known.field) if term.broader is None)
