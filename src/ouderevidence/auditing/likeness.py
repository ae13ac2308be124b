"""How much a sentence resembles a claim: the words they share, rare ones counting for more."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.auditing.report import NearClaim
from ouderevidence.search.words import stem, words

if TYPE_CHECKING:
    from ouderevidence.library import Library
    from ouderevidence.model import Claim

CANDIDATES: Final = 15  # claims of the search that are compared
MOST: Final = 3
ALIKE: Final = 0.22  # from here on a claim is shown with a sentence
LEAST_PART: Final = 5  # letters that the shorter of two words must have to count as part of the other
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
    """Compares sentences with the statements of a library's claims."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def near(self, sentence: str) -> list[Claim]:
        """Return up to three claims that a sentence resembles, best first."""
        asked = " ".join(word for word in words(sentence) if stem(word) not in _REPORTING)
        found = [self.library.claim(hit.claim_id) for hit in self.library.search(asked)[:CANDIDATES]] if asked else []
        rated = sorted(((self.of(sentence, claim), -place) for place, claim in enumerate(found)), reverse=True)
        return [found[-place] for rate, place in rated[:MOST] if rate >= ALIKE]

    def of(self, sentence: str, claim: Claim) -> float:
        """Return how much a sentence resembles a claim, from 0 to 1: the cosine of their weighted words."""
        a = _stems(sentence)
        return max(self._cosine(a, b) for b in self._stems_of(claim))

    def _cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        if not a or not b:
            return 0.0
        shared = sum(self._weight(word) ** 2 for word in a & b)
        rest = [(x, y) for x in a - b for y in b - a if _is_part(x, y)]
        for x, y in rest:
            shared += PART * self._weight(x) * self._weight(y) / max(1, sum(1 for other, _ in rest if other == x))
        return shared / (self._norm(a) * self._norm(b))

    def _norm(self, stems: frozenset[str]) -> float:
        return math.sqrt(sum(self._weight(word) ** 2 for word in stems))

    def _weight(self, word: str) -> float:
        return math.log(1 + len(self.library.whole) / (1 + self._held[word]))

    @cached_property
    def _held(self) -> Counter[str]:
        """How many claims hold each stem."""
        return Counter(word for claim in self.library.whole for word in frozenset().union(*self._stems_of(claim)))

    @cached_property
    def _known(self) -> dict[str, tuple[frozenset[str], ...]]:
        return {claim.id: (_stems(claim.statement.nl), _stems(claim.statement.en)) for claim in self.library.whole}

    def _stems_of(self, claim: Claim) -> tuple[frozenset[str], ...]:
        return self._known[claim.id]


def near_claim(library: Library, claim: Claim, language: str, note: str = "") -> NearClaim:
    """Return a claim as a remark shows it: statement, level, caveats."""
    caveats = tuple(caveat.text.of(language) for caveat in claim.caveats)
    level = library.profile(claim.id).text.of(language)
    return NearClaim(claim.id, claim.statement.of(language), level, caveats, note)


def _stems(text: str) -> frozenset[str]:
    found = {stem(word) for word in words(text) if not re.search(r"\d", word)}
    return frozenset(found - _REPORTING)


def _is_part(a: str, b: str) -> bool:
    """Whether one word is the beginning or the end of the other: "taalontwikkel" and "ontwikkel"."""
    short, long = sorted((a, b), key=len)
    return len(short) >= LEAST_PART and (long.startswith(short) or long.endswith(short))
