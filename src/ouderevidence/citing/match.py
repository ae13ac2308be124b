"""Which work is this? One answer for an entry of a reference list, whoever asks: the audit, the curator, an import."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import Text
from ouderevidence.text.name_forms import name_distance
from ouderevidence.text.words import fold
from ouderevidence.text.years import year_distance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.model.records import Name, Work
    from ouderevidence.text import Reference

ALIKE: Final = 0.6  # share of the words of the shorter title that two titles of one work have in common
FEW: Final = 3  # words of a title that must all be in common
SURE: Final = 0.85  # from this score on nobody need look again
_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "en",
        "in",
        "op",
        "voor",
        "met",
        "bij",
        "te",
        "aan",
        "over",
        "the",
        "a",
        "an",
        "of",
        "and",
        "on",
        "for",
        "with",
        "to",
        "at",
        "und",
        "der",
        "die",
        "das",
    ]
)
# By how many years two dates differ: what it adds to the score, and what is said of it.
_YEARS: Final[dict[int, tuple[float, Text]]] = {
    0: (0.2, Text("zelfde jaar", "same year")),
    1: (0.1, Text("het jaar scheelt één", "the year is one off")),
    2: (0.0, Text("een ander jaar, misschien een andere druk", "another year, perhaps another edition")),
}


@dataclass(frozen=True, slots=True)
class Match:
    """The work that an entry is, how sure that is (0 to 1), and why."""

    work: Work
    score: float
    reasons: tuple[Text, ...]

    @property
    def sure(self) -> bool:
        """Whether nobody need look again."""
        return self.score >= SURE

    @property
    def reason(self) -> Text:
        """The reasons in one line."""
        return Text("; ".join(r.nl for r in self.reasons), "; ".join(r.en for r in self.reasons))


def match(entry: Reference, works: Iterable[Work]) -> Match | None:
    r"""Return the work that an entry of a reference list is, or None if it is none of them.

    The same DOI decides. Else the title under the same first author, the year telling editions apart; where one of the
    two has no title, all names and the year.

    Examples
    --------
    >>> from ouderevidence.text import find_references
    >>> (entry,) = find_references("Literatuur\n\nBoonk, L. (2017). A review of the relationship between parental "
    ...     "involvement indicators and academic achievement.")
    >>> found = match(entry, library.bibliography.values())
    >>> found.work.key, found.reason.en
    ('boonk2018', 'same first author; same title; the year is one off')
    """
    found = [one for work in works if (one := compared(entry, work)) is not None]
    return min(found, key=lambda one: (-one.score, one.work.key)) if found else None


def compared(entry: Reference, work: Work) -> Match | None:
    """Compare an entry with one work; None if it is another."""
    doi = work.fields.get("doi", "").lower()
    if entry.doi and entry.doi == doi:
        return Match(work, 1.0, (Text("zelfde DOI", "same DOI"),))
    people = work.authors or work.editors
    if not _first_fits(entry.authors, people):
        return None
    years = year_distance(entry.year, work.year)
    named = Text("zelfde eerste auteur", "same first author")
    added, dated = _YEARS[years]
    if entry.title and work.title:
        like = likeness(entry.title, work.title)
        if like < ALIKE or (entry.doi and doi and like < 1):
            return None
        titled = (
            Text("zelfde titel", "same title") if like == 1 else Text("een titel die erop lijkt", "a similar title")
        )
        return Match(work, 0.5 + 0.3 * like + added, (named, titled, dated))
    if years > 1 or not _all_fit(entry, people):
        return None
    untitled = Text("geen titel om te vergelijken", "no title to compare")
    return Match(work, 0.4 + added, (Text("zelfde namen", "same names"), dated, untitled))


def likeness(one: str, two: str) -> float:
    """Return the share of the words of the shorter title that the other has too; 0 if short ones are not the same.

    Examples
    --------
    >>> likeness("Samen lezen: een overzicht", "Samen lezen"), likeness("Ouders", "Ouders thuis")
    (1.0, 0.0)
    """
    a, b = (_WORD.findall(fold(title)) for title in (one, two))
    if a == b:
        return 1.0 if a else 0.0
    first, second = (set(words) - _SMALL or set(words) for words in (a, b))
    least = min(len(first), len(second))
    if not least:
        return 0.0
    shared = len(first & second) / least
    starts = a[: len(b)] == b or b[: len(a)] == a
    if least < FEW and (not starts or least < FEW - 1):
        return 0.0
    return shared


def _first_fits(listed: tuple[Name, ...], known: tuple[Name, ...]) -> bool:
    """Whether the first authors are one, small differences of spelling allowed."""
    if not listed or not known:
        return False
    return name_distance(listed[0].full_family, known[0].full_family) is not None


def _all_fit(entry: Reference, known: tuple[Name, ...]) -> bool:
    """Whether every name of an entry is that of the work at the same place, as far as both go."""
    if entry.complete and len(entry.authors) > len(known):
        return False
    pairs = zip(entry.authors, known, strict=False)
    return all(name_distance(a.full_family, b.full_family) is not None for a, b in pairs)
