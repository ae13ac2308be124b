"""Resolve mentions against works: exactly, by a variant of the spelling, by a year off by one, or not; with reasons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import Work
from ouderevidence.model.words import Text
from ouderevidence.text.lexicon import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.model.records import Name
    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.reference_list import Reference

ET_AL_FROM: Final = 3  # APA 7, section 8.17
ONE_LETTER: Final = 4  # letters a name must have for one to be off
TWO_LETTERS: Final = 8  # and for two

STATUSES: Final[dict[str, Text]] = {
    "exact": Text("gevonden", "found"),
    "variant": Text("gevonden, anders gespeld", "found, spelt otherwise"),
    "year": Text("gevonden, ander jaar", "found, another year"),
    "ambiguous": Text("meer kandidaten", "ambiguous"),
    "personal": Text("persoonlijke communicatie", "personal communication"),
    "unknown": Text("niet gevonden", "not found"),
}
_UNDATED: Final = frozenset({"z.d.", "n.d.", "z.d", "n.d", "z.j.", "zd", "nd", ""})
_COMING: Final = frozenset({"in druk", "in press", "te verschijnen", "forthcoming", "in voorbereiding"})
_SHORT: Final = re.compile(r"\s*[\[(]([^\[\]()]+)[\])]\s*$")


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


@dataclass(frozen=True, slots=True)
class _Match:
    entry: _Entry
    years: int  # 0 the same, 1 off by one, 2 otherwise
    differences: tuple[Difference, ...]

    @property
    def rank(self) -> tuple[int, int]:
        return self.years, sum(2 if d.kind == "spelling" else 1 for d in self.differences if d.kind != "year")


def resolve(mentions: Iterable[Mention], works: Iterable[Work | Reference]) -> tuple[Resolution, ...]:
    """Resolve mentions against the works of a library or the entries of a reference list.

    Parameters
    ----------
    mentions
        Mentions of one text.
    works
        Works or references; keys are unique.

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
    return tuple(_resolved(mention, entries) for mention in mentions)


def _entry(work: Work | Reference) -> _Entry:
    complete = work.appraisal.authors_complete if isinstance(work, Work) else work.complete
    people: Sequence[Name] = work.authors or (work.editors if isinstance(work, Work) else ())
    return _Entry(work.key, tuple(name.full_family for name in people), work.year.strip(), complete)


def _lettered(entries: list[_Entry]) -> dict[str, list[_Entry]]:
    """Return the entries by the first letter of their first author, so that few are compared."""
    found: dict[str, list[_Entry]] = {}
    for entry in entries:
        for letter in {form[:1] for form in _forms(entry.authors[0])} if entry.authors else set():
            found.setdefault(letter, []).append(entry)
    return found


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Return a name without accents, hyphens, spaces, case and leading particles.

    Examples
    --------
    >>> folded("Van der Vegt"), folded("Iliás"), folded("De Leersny-der")
    ('vegt', 'ilias', 'leersnyder')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = plain.translate(str.maketrans("łøđð", "lodd")).replace("ß", "ss").split()
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    return re.sub(r"[\W_]", "", "".join(words))


@lru_cache(maxsize=8192)
def _forms(name: str) -> frozenset[str]:
    """Return the folded forms of a name: whole, without its abbreviation, the abbreviation, a leading acronym."""
    forms = {folded(name)}
    short = _SHORT.search(name)
    if short:
        forms |= {folded(name[: short.start()]), folded(short[1])}
    words = name.split()
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 1 and "." not in words[0]:
        forms.add(folded(words[0]))  # "GOAB consortium"
    capitals = "".join(word[0] for word in words if word[0].isupper())
    if len(capitals) >= ET_AL_FROM:
        forms.add(capitals.casefold())  # "World Health Organization"
    return frozenset(form for form in forms if form)


def _resolved(mention: Mention, entries: dict[str, list[_Entry]]) -> Resolution:
    if mention.personal:
        reason = Text("persoonlijke communicatie staat niet in een lijst", "personal communication is in no list")
        return Resolution(mention, "personal", (), (), reason)
    near: dict[str, _Entry] = {}
    first = mention.authors[0]
    for form in sorted({*_forms(first), folded(first.split()[-1])}):  # "Joyce Epstein" too
        near |= {entry.key: entry for entry in entries.get(form[:1], ())}
    matches = [match for entry in near.values() if (match := _match(mention, entry)) is not None]
    matches.sort(key=lambda match: match.rank)
    close = [match for match in matches if match.years < 2]  # noqa: PLR2004 - 2 is another year altogether
    if not close:
        return _unknown(mention, matches)
    best = [match for match in close if match.rank == close[0].rank]
    if len(best) > 1:
        keys = tuple(match.entry.key for match in best)
        reason = Text(f"past bij {len(keys)} werken: {', '.join(keys)}", f"fits {len(keys)} works: {', '.join(keys)}")
        return Resolution(mention, "ambiguous", keys, (), reason)
    return _found(mention, best[0])


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
    for position, (given, had) in enumerate(zip_longest(printed, entry.authors)):
        if given is None or had is None:
            break
        off = _distance(given, had)
        if off is None:
            joined_up = (
                position == 0 and len(entry.authors) == 1 and folded("".join(printed)) == folded(_without_en(had))
            )
            if not joined_up:
                return None
            break  # "Kind en Samenleving": one body, read as two names
        if off or not _same_name(given, had):
            short = off == 0 and folded(given) != folded(_SHORT.sub("", had))
            differences.append(Difference("short" if short else "spelling", given, had))
    differences += _number(mention, entry)
    years = _year_distance(mention.year, entry.year)
    if years == 1:
        differences.append(Difference("year", mention.year, entry.year))
    return _Match(entry, years, tuple(differences))


def _without_en(name: str) -> str:
    return re.sub(r"\s(?:en|and|&)\s", " ", name)


def _same_name(printed: str, found: str) -> bool:
    """Whether two names that fold alike are printed alike: case of a particle, and what stands in brackets, aside."""
    short = {_SHORT.sub("", found), found, *(match[1] for match in [_SHORT.search(found)] if match)}
    given = {_SHORT.sub("", printed), printed}
    if printed.casefold().endswith(f" {found.casefold()}"):
        return True  # "Joyce Epstein"
    plain = {_evened(name) for name in short}
    return any(_evened(name) in plain for name in given)


def _evened(name: str) -> str:
    words = unicodedata.normalize("NFC", name).replace("’", "'").replace("‐", "-").replace("&", "en").split()
    return " ".join(word.lower() if word.lower() in PARTICLES else word for word in words)


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


def _distance(printed: str, found: str) -> int | None:
    """Return by how many letters two names differ, or None if they are others."""
    best: int | None = None
    for a in _forms(printed):
        for b in _forms(found):
            allowed = (len(a) >= ONE_LETTER) + (len(a) >= TWO_LETTERS)
            off = _letters_off(a, b, allowed)
            if off is not None and (best is None or off < best):
                best = off
    if best is None and printed.casefold().endswith(" " + found.casefold()):
        return 0  # "Joyce Epstein"
    return best


def _letters_off(a: str, b: str, allowed: int) -> int | None:
    """Return the edit distance, a swap of neighbours counting as one, or None if it is more than allowed."""
    if a == b:
        return 0
    if not allowed or abs(len(a) - len(b)) > allowed:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1] if row[-1] <= allowed else None


def _year_distance(printed: str, found: str) -> int:
    """Return 0 for the same year, 1 for one year apart, 2 for anything else."""
    if not printed:  # cited in another work, whose year is printed
        return 0
    a, b = printed.casefold(), found.casefold()
    a, b = ("" if re.sub(r"-[a-k]$", "", year) in _UNDATED else year for year in (a, b))
    a, b = ("coming" if year in _COMING else year for year in (a, b))
    if a == b:
        return 0
    one, two = ({int(year) for year in re.findall(r"\d{4}", words)} for words in (a, b))
    letters = [re.search(r"\d([a-k])$", words) for words in (a, b)]
    if one & two:
        return 2 if all(letters) and len(one) == len(two) == 1 else 0
    return 1 if any(abs(x - y) == 1 for x in one for y in two) else 2
