"""Resolve mentions against works: exactly, by a variant of the spelling, by a year off by one, or not; with reasons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import Work
from ouderevidence.model.words import Text
from ouderevidence.text.beginnings import abbreviates, family_first, initials_behind
from ouderevidence.text.lexicon import LOWER_BODIES, PARTICLES
from ouderevidence.text.name_forms import (
    SHORT,
    ends_in,
    folded,
    forms,
    introduced_names,
    is_genitive,
    is_tail,
    name_distance,
    tail,
    written_out,
)
from ouderevidence.text.years import year_distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ouderevidence.model.records import Name
    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.reference_list import Reference

ET_AL_FROM: Final = 3  # APA 7, section 8.17
MANY: Final = 200  # works whose first author begins alike, of which a name is compared with each

STATUSES: Final[dict[str, Text]] = {
    "exact": Text("gevonden", "found"),
    "variant": Text("gevonden, anders gespeld", "found, spelt otherwise"),
    "year": Text("gevonden, ander jaar", "found, another year"),
    "ambiguous": Text("meer kandidaten", "ambiguous"),
    "personal": Text("persoonlijke communicatie", "personal communication"),
    "unknown": Text("niet gevonden", "not found"),
}
_INITIALS: Final = re.compile(r"(?<!\w)(?:(?:[A-ZÀ-Þ]|Th|Ph|Ch|Chr|Joh|IJ)\.[-‐]?\s*)+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a mention prints otherwise than the work has it: a name, a number of names, a year."""

    kind: str  # "spelling", "short" (an abbreviation of the name), "authors" (their number) or "year"
    printed: str
    found: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention points to.

    ``status`` is one of :data:`STATUSES`; ``keys`` are the works: one when found, several when ambiguous; with
    ``unknown``, works of the same first name in other years.
    """

    mention: Mention
    status: str
    keys: tuple[str, ...]
    differences: tuple[Difference, ...]
    reason: Text

    @property
    def key(self) -> str | None:
        """The one work it points to, or None."""
        return self.keys[0] if self.status in {"exact", "variant", "year"} else None


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    authors: tuple[str, ...]
    year: str
    complete: bool
    initials: str = ""  # of the first author
    in_full: str = ""  # the first author with the given name in front, where it stands in full


@dataclass(frozen=True, slots=True)
class _Match:
    entry: _Entry
    years: int  # 0 the same, 1 off by one, 2 otherwise
    differences: tuple[Difference, ...]
    letter: bool = False  # the year is printed otherwise: with a letter, or as one of two

    @property
    def rank(self) -> tuple[int, int, bool]:
        off = sum(2 if d.kind == "spelling" else 1 for d in self.differences if d.kind != "year")
        return self.years, off, self.letter


def resolve(
    mentions: Iterable[Mention], works: Iterable[Work | Reference], *, abbreviated: Mapping[str, str] | None = None
) -> tuple[Resolution, ...]:
    """Resolve mentions against the works of a library or the entries of a reference list.

    Parameters
    ----------
    mentions
        Mentions of one text.
    works
        Works or references; keys are unique.
    abbreviated
        Names that the text abbreviates, by the abbreviation folded, besides those that the mentions introduce.

    Returns
    -------
    tuple of Resolution
        One for each mention, in order.

    Notes
    -----
    Names are compared without accents, hyphens, spaces, case and particles; of a name of four letters one may be off,
    of eight two. A year counts as the same when its letter is missing on either side. Of several works that fit, the
    best wins; if two fit equally well, the mention is ambiguous.

    Examples
    --------
    >>> from ouderevidence.text import find_citations
    >>> found = resolve(find_citations("(Anthony-Newman, 2019)"), library.bibliography.values())
    >>> found[0].status, found[0].key
    ('variant', 'antonynewman2019')
    """
    entries = _lettered([_entry(work) for work in works])
    together = tuple(mentions)
    introduced = {**(abbreviated or {}), **introduced_names(together)}
    introduced = {**{folded(full): short for short, full in introduced.items()}, **introduced}
    return tuple(_resolved(mention, entries, introduced) for mention in together)


def _entry(work: Work | Reference) -> _Entry:
    complete = work.appraisal.authors_complete if isinstance(work, Work) else work.complete
    people: Sequence[Name] = work.authors or (work.editors if isinstance(work, Work) else ())
    first = people[0] if people else None
    given = first.given if first else ""
    in_full = f"{given} {first.full_family}" if first and given and "." not in given else ""
    initials = "".join(part[0] for part in re.findall(r"[^\W\d_]+", given)).upper()
    return _Entry(
        work.key, tuple(name.full_family for name in people), work.year.strip(), complete, initials, in_full
    )  # fmt: skip


def _lettered(entries: list[_Entry]) -> dict[str, list[_Entry]]:
    """Return the entries by the first letter of their first author, so that few are compared.

    Where more than ``MANY`` begin alike they stand under their first two letters too, and so on.
    """
    left: list[tuple[str, list[tuple[str, _Entry]]]] = [("", [])]
    for entry in entries:
        first = entry.authors[:1]
        shown = [name for name in (*first, entry.in_full, *map(tail, first)) if name]
        left[0][1].extend((form, entry) for form in sorted({form for name in shown for form in forms(name)}))
    found: dict[str, list[_Entry]] = {}
    while left:
        beginning, held = left.pop()
        under: dict[str, list[tuple[str, _Entry]]] = {}
        for form, entry in held:
            if len(form) > len(beginning):
                under.setdefault(form[: len(beginning) + 1], []).append((form, entry))
        for more, alike in under.items():
            found[more] = [entry for _, entry in alike]
        left += [(more, alike) for more, alike in under.items() if len(alike) > MANY]
    return found


def _resolved(mention: Mention, entries: dict[str, list[_Entry]], introduced: dict[str, str]) -> Resolution:
    if mention.personal:
        reason = Text("persoonlijke communicatie staat niet in een lijst", "personal communication is in no list")
        return Resolution(mention, "personal", (), (), reason)
    first = mention.authors[0]
    full = introduced.get(folded(first)) if len(mention.authors) == 1 else None
    if full is not None and len(full) > len(first):
        found = _resolved(replace(mention, authors=(full,)), entries, {})
        if found.status != "unknown":
            return replace(found, mention=mention)
    matches = [match for entry in _near(first, entries) if (match := _match(mention, entry)) is not None]
    matches.sort(key=lambda match: match.rank)
    close = [match for match in matches if match.years < 2 and not _is_another(mention, match)]  # noqa: PLR2004 - 2 is another year altogether
    if not close:
        otherwise = _by_short(mention, entries, introduced) or _by_beginnings(mention, entries)
        return otherwise or _unknown(mention, matches)
    least = close[0].rank
    best = _by_initials(mention, [match for match in close if match.rank == least])
    if len(best) > 1 and best[0].years:
        return _unknown(mention, matches)  # of another year, and not of one work
    if len(best) > 1:
        keys = tuple(match.entry.key for match in best)
        reason = Text(f"past bij {len(keys)} werken: {', '.join(keys)}", f"fits {len(keys)} works: {', '.join(keys)}")
        return Resolution(mention, "ambiguous", keys, (), reason)
    return _found(mention, best[0])


def _by_short(mention: Mention, entries: dict[str, list[_Entry]], introduced: dict[str, str]) -> Resolution | None:
    """Resolve a name by what the text abbreviates it to, where the list has the abbreviation alone."""
    short = introduced.get(folded(mention.authors[0])) if len(mention.authors) == 1 else None
    if short is None or len(short) >= len(mention.authors[0]):
        return None
    found = _resolved(replace(mention, authors=(short,)), entries, {})
    return Resolution(mention, "exact", found.keys, (), found.reason) if found.status in {"exact", "variant"} else None


def _near(first: str, entries: dict[str, list[_Entry]]) -> Iterable[_Entry]:
    """Return the entries whose first author begins with a letter that a name may begin with; where many do, alike."""
    near: dict[str, _Entry] = {}
    for form in sorted({*forms(first), folded(first.rsplit(maxsplit=1)[-1])}):  # "Joyce Epstein" too
        length = 1
        while len(entries.get(form[:length], ())) > MANY and length < len(form):
            length += 1
        near |= {entry.key: entry for entry in entries.get(form[:length], ())}
    return near.values()


def _by_beginnings(mention: Mention, entries: dict[str, list[_Entry]]) -> Resolution | None:
    """Resolve "KiM" to a body whose words begin so, and names in full with the family name first; of one year only."""
    first = mention.authors[0]
    families = family_first(mention.authors)
    matches = []
    for entry in _near(first, entries):
        if year_distance(mention.year, entry.year) or not mention.year:
            continue
        if len(mention.authors) == len(entry.authors) == 1 and not entry.initials:
            if abbreviates(first, entry.authors[0]):
                matches.append(_Match(entry, 0, (Difference("short", first, entry.authors[0]),)))
        elif families and entry.initials == initials_behind(first) and not mention.et_al:
            match = _match(replace(mention, authors=families), entry)
            matches += [match] if match is not None and not match.differences else []
    if len(matches) < 2:  # noqa: PLR2004 - no more than one
        return _found(mention, matches[0]) if matches else None
    keys = tuple(match.entry.key for match in matches)
    reason = Text(f"kan elk zijn van {', '.join(keys)}", f"may be each of {', '.join(keys)}")
    return Resolution(mention, "unknown", keys, (), reason)


def _is_another(mention: Mention, match: _Match) -> bool:
    """Whether printed initials and the number of names both say that it is a namesake: "T. R. Mol et al."."""
    printed = _INITIALS.match(mention.text)
    if printed is None or not match.entry.initials or all(one.kind != "authors" for one in match.differences):
        return False
    return not match.entry.initials.startswith(re.sub(r"[^A-ZÀ-Þ]", "", printed[0]))


def is_namesake(mention: Mention, given: str) -> bool:
    """Whether the initials that a mention prints are not those of a given name: "J. Bowlby", of Bowlby, R."""
    printed = _INITIALS.match(mention.text)
    letters = "".join(part[0] for part in re.findall(r"[^\W\d_]+", given)).upper()
    return printed is not None and bool(letters) and letters[0] != printed[0][0]


def _by_initials(mention: Mention, matches: list[_Match]) -> list[_Match]:
    """Keep the works whose first author has the initials that the mention prints (APA 7, section 8.20)."""
    if len(matches) < 2:  # noqa: PLR2004 - nothing to choose
        return matches
    called = folded(mention.authors[0])
    named = [match for match in matches if match.entry.in_full and folded(match.entry.in_full) == called]
    if named:
        return named  # "Anna Maas (2012) en Bert Maas (2012)"
    printed = _INITIALS.search(mention.text)
    if printed is None:
        return matches
    letters = re.sub(r"[^A-ZÀ-Þ]", "", printed[0])
    return [match for match in matches if match.entry.initials.startswith(letters)] or matches


def _found(mention: Mention, match: _Match) -> Resolution:
    if match.years:
        status = "year"
    elif match.differences:
        status = "variant"
    else:
        status = "exact"
    nl = "; ".join(_said(difference, "nl") for difference in match.differences) or "namen en jaar kloppen"
    en = "; ".join(_said(difference, "en") for difference in match.differences) or "names and year agree"
    return Resolution(mention, status, (match.entry.key,), match.differences, Text(nl, en))


def _said(difference: Difference, language: str) -> str:
    printed, found = difference.printed, difference.found
    if language == "nl":
        return f"hier staat {printed}, de bron heeft {found}"
    return f"printed {printed}, the work has {found}"


def _unknown(mention: Mention, matches: list[_Match]) -> Resolution:
    keys = tuple(match.entry.key for match in matches)
    if keys:
        years = ", ".join(match.entry.year or "z.d." for match in matches)
        first = mention.authors[0]
        reason = Text(
            f"van {first} is er wel werk, maar van {years}", f"there is work by {first}, but of {years}"
        )  # fmt: skip
    else:
        reason = Text("geen werk van deze auteur", "no work by this author")
    return Resolution(mention, "unknown", keys, (), reason)


def _match(mention: Mention, entry: _Entry) -> _Match | None:
    """Compare a mention with a work; None if the names are others."""
    differences: list[Difference] = []
    printed = mention.authors
    if len(printed) > len(entry.authors) and not (len(entry.authors) == 1 or not entry.complete):
        return None
    joined = {folded("".join(printed)), "".join(map(folded, printed))}  # "de Raad voor Taal en de Leesraad"
    one_body = len(entry.authors) == 1 and len(printed) > 1 and folded(_without_en(entry.authors[0])) in joined
    for position, (given, had) in enumerate(zip(printed, entry.authors, strict=False)):
        shown = _fitting(given, had, entry.in_full if position == 0 else "")
        if shown is None and not (one_body and position == 0):
            return None  # "Kind en Samenleving" is one body, read as two names
        if shown is not None and not (mention.narrative and is_genitive(given, shown)):
            differences += _spelling(given, shown)
    if len(printed) > len(entry.authors) and entry.complete and not one_body:
        differences.append(Difference("authors", " & ".join(printed), entry.authors[0]))
    differences += _number(mention, entry)
    years = year_distance(mention.year, entry.year)
    if years == 1:
        differences.append(Difference("year", mention.year, entry.year))
    return _Match(entry, years, tuple(differences), letter=mention.year.casefold() != entry.year.casefold())


def _fitting(printed: str, had: str, in_full: str) -> str | None:
    """Return the name of a work, or its form in full, that a printed name is; None if it is another."""
    if name_distance(printed, had) is not None:
        return had
    return in_full if in_full and name_distance(printed, in_full) is not None else None


def _spelling(printed: str, found: str) -> list[Difference]:
    """Say where a name is printed otherwise than the work has it."""
    off = name_distance(printed, found)
    if (not off and _same_name(printed, found)) or written_out(printed) & written_out(found):
        return []  # "Mueller" for Müller
    short = off == 0 and folded(printed) != folded(SHORT.sub("", found))
    return [Difference("short" if short else "spelling", printed, found)]


def _without_en(name: str) -> str:
    return re.sub(r"\s(?:en|and|&)\s", " ", name)


def _same_name(printed: str, found: str) -> bool:
    """Whether two names that fold alike are printed alike: case of a particle, and what stands in brackets, aside."""
    short = {SHORT.sub("", found), found, *(match[1] for match in [SHORT.search(found)] if match)}
    given = {SHORT.sub("", printed), printed}
    if ends_in(printed, found) or is_tail(printed, found):
        return True
    plain = {_evened(name) for name in short}
    return any(_evened(name) in plain for name in given)


def _evened(name: str) -> str:
    name = re.sub(r"(?<=[’'‐–-])\s*", " ", name)  # "D’ Haenens", "Rietveld-Van Wingerden"
    words = (
        unicodedata.normalize("NFC", name)
        .replace("’", "'")
        .replace("‐", "-")
        .replace("–", "-")
        .replace("&", "en")
        .replace(".", "")
        .replace(",", "")
        .split()
    )
    either = PARTICLES | LOWER_BODIES  # "gemeente Tilburg" in a sentence, "Gemeente Tilburg" in a list
    return " ".join(word.lower() if word.lower() in either else word for word in words)


def _number(mention: Mention, entry: _Entry) -> list[Difference]:
    """Say where the number of names is other than APA 7 prints it."""
    count = len(entry.authors)
    if not entry.complete or count == 0 or len(mention.authors) > count:
        return []
    printed = " & ".join(mention.authors) + (" et al." if mention.et_al else "")
    whole = " & ".join(entry.authors) if count < ET_AL_FROM else f"{entry.authors[0]} et al."
    if mention.et_al:
        return [Difference("authors", printed, whole)] if count < ET_AL_FROM else []
    return [] if len(mention.authors) == count else [Difference("authors", printed, whole)]
