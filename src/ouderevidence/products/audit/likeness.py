"""How much a sentence resembles a claim: the words they share, rare ones counting for more."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.report import NearClaim
from ouderevidence.text.words import stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

CANDIDATES: Final = 15  # claims of the search that are compared
MOST: Final = 3
ALIKE: Final = 0.22  # from here on a claim is shown with a sentence
TWO: Final = 2  # words that two texts must have in common at least
ALIKE_BY_TWO: Final = 0.3  # and how alike they must be when it is no more than two
LEAST_PART: Final = 5  # letters that a word must have to count as part of another
PART: Final = 0.6  # what a shared part of a compound counts for
# Words of reporting: they say that something was studied, not what.
_REPORTING_WORDS: Final = """
    onderzoek onderzoeken onderzoekers wetenschappelijk wijst wijzen blijkt blijken laat laten toont tonen aangetoond
    bewezen effect effecten positief positieve gunstig gunstige groot grote belangrijk belangrijke goed goede leidt
    leiden zorgt zorgen verbetert verbeteren vergroot vergroten draagt dragen uit studies studie research shows show
    study studies evidence suggests effect positive important improves leads kunnen volgens factsheet
"""
_REPORTING: Final = frozenset(map(stem, _REPORTING_WORDS.split()))


class Likeness:
    """Compares sentences with the statements of a library's claims, synonyms of the vocabulary taken as one word."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._one: dict[str, str] = {}  # stem -> the stem that stands for its synonyms
        for group in library.vocabulary.synonyms:
            split = [words(name) for name in group]
            single = [stem(name[0]) for name in split if len(name) == 1]
            for word in single:
                self._one.setdefault(word, single[0])
        self._known = {
            claim.id: (self._stems(claim.statement.nl), self._stems(claim.statement.en)) for claim in library
        }
        self._held = Counter(word for pair in self._known.values() for word in frozenset[str]().union(*pair))

    def near(self, sentence: str) -> list[Claim]:
        """Return up to three claims that a sentence resembles, best first."""
        asked = " ".join(word for word in words(sentence) if stem(word) not in _REPORTING)
        hits = self.library.search_index.search(asked, some=True).claim_ids() if asked else iter(())
        found = [self.library.claim(name) for name in islice((n for n in hits if n in self.library), CANDIDATES)]
        return self.ranked(sentence, found)[:MOST]

    def ranked(self, sentence: str, claims: Sequence[Claim]) -> list[Claim]:
        """Return those of the claims that a sentence resembles, best first."""
        asked = self._stems(sentence)
        rated = [(max(self._alike(asked, known) for known in self._known[claim.id]), claim) for claim in claims]
        return [claim for rate, claim in sorted(rated, key=lambda pair: -pair[0]) if rate >= ALIKE]

    def _alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return the cosine of the weighted words of two texts; 0 if they share too few for as little likeness."""
        common = [(word, word, 1.0) for word in sorted(a & b)]
        others = [word for word in sorted(b - a) if len(word) >= LEAST_PART]
        for x in sorted(a - b):
            part = next((y for y in others if _is_part(x, y)), None) if len(x) >= LEAST_PART else None
            common += [(x, part, PART)] if part else []
        if len(common) < min(TWO, len(a)):
            return 0.0
        shared = sum(self._weight(x) * self._weight(y) * much for x, y, much in common)
        cosine = shared / (self._norm(a) * self._norm(b)) if shared else 0.0
        return cosine if len(common) > min(TWO, len(a) - 1) or cosine >= ALIKE_BY_TWO else 0.0

    def _norm(self, stems: frozenset[str]) -> float:
        return math.sqrt(sum(self._weight(word) ** 2 for word in sorted(stems)))

    def _weight(self, word: str) -> float:
        return math.log(1 + len(self._known) / (1 + self._held[word]))

    def _stems(self, text: str) -> frozenset[str]:
        found = {stem(word) for word in words(text) if word.isalpha()} - _REPORTING
        return frozenset(self._one.get(word, word) for word in found)


@lru_cache(maxsize=4)
def likeness(library: Library) -> Likeness:
    """Return the comparison with the claims of a library, made once for each."""
    return Likeness(library)


def near_claim(library: Library, claim: Claim, language: str, note: str = "") -> NearClaim:
    """Return a claim as a remark shows it: statement, level, caveats."""
    caveats = tuple(caveat.text.of(language) for caveat in claim.caveats)
    level = library.profile(claim.id).text.of(language)
    return NearClaim(claim.id, claim.statement.of(language), level, caveats, note, claim.shown_code)


def _is_part(a: str, b: str) -> bool:
    """Whether one word is the beginning or the end of the other: "taalontwikkel" and "ontwikkel"."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return long.startswith(short) or long.endswith(short)
