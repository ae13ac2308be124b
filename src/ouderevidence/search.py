"""Search in Dutch and English: word forms, the vocabulary's synonyms, accents and small typing errors."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = """
de het een en van in op te dat die voor met zijn is aan bij om ook als dan of er niet wat hoe door naar uit
the a an of and to in on for with is are that by as at be or not what how
"""
_STOP = frozenset(_STOP_WORDS.split())
_FUZZY = 0.72


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that matches; ``matched`` are the words of the query that were found."""

    claim_id: str
    score: float
    matched: tuple[str, ...]


def fold(text: str) -> str:
    """Return a text without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """Return the words that carry meaning, folded, in order."""
    return [w for w in _WORD.findall(fold(text)) if w not in _STOP]


@lru_cache(maxsize=8192)
def stems(word: str) -> frozenset[str]:
    """Return the Dutch and the English stem of a word."""
    return frozenset(stemmer.stemWord(word) for stemmer in _stemmers())


@lru_cache(maxsize=1)
def _stemmers() -> tuple[Any, ...]:
    import snowballstemmer  # it imports every language it has; only a search needs it

    # The older Dutch stemmer: the new one turns "gemeente" into "meen".
    return snowballstemmer.stemmer("dutch_porter"), snowballstemmer.stemmer("english")


class SearchIndex:
    """An index over the texts of claims.

    Parameters
    ----------
    texts
        Claim id to weighted texts: (weight, text).
    """

    def __init__(self, texts: Mapping[str, list[tuple[float, str]]]) -> None:
        self._weights: dict[str, dict[str, float]] = {}
        for claim, parts in texts.items():
            weights: dict[str, float] = {}
            for weight, text in parts:
                for word in tokens(text):
                    for stem in stems(word):
                        weights[stem] = max(weights.get(stem, 0.0), weight)
            self._weights[claim] = weights
        self._spread = Counter(stem for weights in self._weights.values() for stem in weights)

    def search(self, query: str) -> list[Hit]:
        """Return the claims that match, best first; ties in the order of the factsheet."""
        scores: dict[str, float] = {}
        matched: dict[str, list[str]] = {}
        for word in dict.fromkeys(tokens(query)):
            for claim, score in self._word(word).items():
                scores[claim] = scores.get(claim, 0.0) + score
                matched.setdefault(claim, []).append(word)
        order = {claim: i for i, claim in enumerate(self._weights)}
        hits = [Hit(claim, round(s * len(matched[claim]), 6), tuple(matched[claim])) for claim, s in scores.items()]
        return sorted(hits, key=lambda hit: (-hit.score, order[hit.claim_id]))

    def _word(self, word: str) -> dict[str, float]:
        wanted = {stem: 1.0 for stem in stems(word) if stem in self._spread}
        shortest = 4
        if len(word) >= shortest:
            for stem in self._spread:
                if stem not in wanted and len(stem) >= shortest and (stem.startswith(word) or word.startswith(stem)):
                    wanted[stem] = 0.6  # a compound or a longer form
        if not wanted and len(word) >= shortest:
            near = difflib.get_close_matches(word, list(self._spread), n=3, cutoff=_FUZZY)
            wanted = dict.fromkeys(near, 0.4)
        found: dict[str, float] = {}
        total = len(self._weights)
        for claim, weights in self._weights.items():
            best = max(
                (weights[s] * w * self._rarity(s, total) for s, w in wanted.items() if s in weights), default=0.0
            )
            if best:
                found[claim] = best
        return found

    def _rarity(self, stem: str, total: int) -> float:
        return math.log(1 + total / self._spread[stem])
