"""The index: which claims hold a word, and what a word of a query may stand for, in Dutch and English.

One small algorithm in whole numbers over plain data, written twice: here, and in ``web/search.js`` of the explorer for
the page, which reads ``SearchIndex.to_data``. Both give the same hits in the same order; a test in a browser holds
them equal. That is why there is no stemmer of a library and no floating-point number in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, overload

from ouderevidence.model.collector import without_collector
from ouderevidence.text.words import MAX_TEXT, MAX_WORDS, MIN_PART, TABLES, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

# How much a word of the index counts that is not the word asked for, in hundredths.
SAME, FORM, SYNONYM, COMPOUND, ONE_ERROR, TWO_ERRORS, PART = 100, 90, 70, 60, 60, 45, 40
FEW = 3  # claims that hold all words; where fewer do, others follow
LEAST_COMPOUND = 4  # letters of a word that is looked for inside compounds
LEAST_REST = 3  # letters of the rest of that compound
LEAST_PREFIX = 4  # letters of a word that is looked for at the beginning of others: "oma" is not in "omarmen"
LEAST_ONE_ERROR, LEAST_TWO_ERRORS = 5, 8  # letters of a word that may hold errors
LEAST_PART = 5  # letters of a known word at either end of an unknown one
MOST_PARTS = 3
MOST_KEPT = 500  # words of which is kept where they were found


class Hit(NamedTuple):
    """A claim that matches; ``matched`` are the words of the query that were found in it, folded."""

    claim_id: str
    score: int
    matched: tuple[str, ...]


class Hits(Sequence[Hit]):
    """The claims that match, best first; each :class:`Hit` is made when it is asked for, as few of many are."""

    def __init__(
        self,
        claims: Sequence[str],
        places: NDArray[np.int64],
        scores: NDArray[np.int64],
        held: NDArray[np.unsignedinteger],
        words: Sequence[str],
    ) -> None:
        self._claims, self._places, self._scores, self._held, self._words = claims, places, scores, held, words

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> Hits: ...

    def __getitem__(self, index: int | slice) -> Hit | Hits:
        if isinstance(index, slice):
            return Hits(self._claims, self._places[index], self._scores[index], self._held[index], self._words)
        held = int(self._held[index])
        matched = tuple(word for place, word in enumerate(self._words) if held >> place & 1)
        return Hit(self._claims[self._places[index]], int(self._scores[index]), matched)

    def __iter__(self) -> Iterator[Hit]:
        held = self._held.tolist()
        matched = {bits: tuple(word for n, word in enumerate(self._words) if bits >> n & 1) for bits in set(held)}
        return map(Hit, self.claim_ids(), self._scores.tolist(), map(matched.__getitem__, held))

    def claim_ids(self) -> Iterator[str]:
        """Yield the ids of the claims alone."""
        return map(self._claims.__getitem__, self._places.tolist())


class _Found(NamedTuple):
    """The places of the claims in which a word is found, and what it adds to the score of each."""

    claims: NDArray[np.int64]
    weights: NDArray[np.int64]


class SearchIndex:
    """An index over the texts of claims.

    Parameters
    ----------
    texts
        Claim id to weighted texts: (weight, text), in the order in which equal claims are shown.
    synonyms
        Groups of words and phrases that a reader uses for one another.
    """

    def __init__(self, texts: Mapping[str, Iterable[tuple[int, str]]], synonyms: Iterable[Sequence[str]] = ()) -> None:
        self._claims = list(texts)
        self._postings: dict[str, dict[int, int]] = {}  # form -> claim -> weight
        self._forms_of: dict[str, list[str]] = {}  # stem -> forms
        self._kept: dict[tuple[str, tuple[str, ...]], list[_Found]] = {}  # word and its phrases -> where it was found
        for number, parts in enumerate(texts.values()):
            for weight, text in parts:
                for word in words(text):
                    held = self._known(word)
                    held[number] = max(held.get(number, 0), weight)
        self._families: list[list[str]] = []
        self._phrases: list[tuple[list[str], list[str]]] = []
        for group in synonyms:
            split = [words(name) for name in group]
            single = [name[0] for name in split if len(name) == 1]
            for word in single:
                self._known(word)
            family = list(dict.fromkeys(map(stem, single)))
            self._families.append(family)
            self._phrases += [([stem(word) for word in name], family) for name in split if len(name) > 1]

    def _known(self, word: str) -> dict[int, int]:
        if word not in self._postings:
            self._postings[word] = {}
            self._forms_of.setdefault(stem(word), []).append(word)
        return self._postings[word]

    def search(self, query: str, *, some: bool = False) -> Hits:
        """Return the claims that hold all words, best first; ties in the order of the factsheet.

        Where no claim holds all of them, those that hold most; where fewer than three do, those that hold one word
        less follow. A word that is found nowhere is left out (:meth:`lost`
        names it), unless the words that are left say nothing: more than half of the claims hold them. With ``some``,
        claims that hold any of the words.
        """
        with without_collector():  # it would look through the whole index for every few hundred hits
            return self._search(query, some=some)

    def _search(self, query: str, *, some: bool) -> Hits:
        import numpy as np  # slow to import; only a query needs it

        total = len(self._claims)
        slots = list(self._slots(query))
        found = [(word, held) for word, held in slots if len(held.claims)]
        bit = {word: 1 << place for place, word in enumerate(dict.fromkeys(word for word, _ in found))}
        if len(found) == 1:
            hits, rated = found[0][1]
            which = np.ones(len(hits), np.uint8)
        else:
            scores = np.zeros(total, np.int64)
            bits = np.zeros(total, np.min_scalar_type((1 << len(bit)) - 1))
            for word, (claims, weights) in found:
                scores[claims] += weights
                bits[claims] |= bit[word]
            held = np.bitwise_count(bits)
            hits = np.flatnonzero(held >= (1 if some else _least(held)))
            rated, which = scores[hits], bits[hits]
            rated *= held[hits] if len(found) == len(bit) else self._covered(found)[hits]
        if len(found) < len(slots) and not some and 2 * len(hits) > total:
            rated = rated[:0]  # what is left says nothing
        order = _best_first(rated)
        return Hits(self._claims, hits[order], rated[order], which[order], list(bit))

    def _covered(self, found: list[tuple[str, _Found]]) -> NDArray[np.int64]:
        """Return how many words, and parts of unknown compounds, each claim holds."""
        import numpy as np

        return np.bincount(np.concatenate([held.claims for _, held in found]), minlength=len(self._claims))

    def lost(self, query: str) -> tuple[str, ...]:
        """Return the words of a query that are found nowhere."""
        return tuple(dict.fromkeys(word for word, found in self._slots(query) if not len(found.claims)))

    def to_data(self) -> dict[str, object]:
        """Return the index as plain JSON for ``products/explorer/web/search.js``."""
        return {
            **TABLES,
            "claims": self._claims,
            "forms": list(self._postings),
            "postings": [[n for pair in held.items() for n in pair] for held in self._postings.values()],
            "families": self._families,
            "phrases": [list(pair) for pair in self._phrases],
        }

    # -- what a query asks for ---------------------------------------------------------------------------------------

    def _slots(self, query: str) -> Iterator[tuple[str, _Found]]:
        """Yield each word of the query, an unknown compound once per part, with where it is found."""
        asked = list(dict.fromkeys(words(query[:MAX_TEXT])))[:MAX_WORDS]
        stems = [stem(word) for word in asked]
        phrased: dict[int, list[str]] = {}
        for start, first in enumerate(stems):
            for phrase, family in self._phrases_from.get(first, ()):
                if stems[start : start + len(phrase)] == phrase:
                    for place in range(start, start + len(phrase)):
                        phrased.setdefault(place, []).extend(family)
        for place, word in enumerate(asked):
            key = word, tuple(phrased.get(place, ()))
            kept = self._kept.get(key)
            if kept is None:
                if len(self._kept) >= MOST_KEPT:
                    self._kept.clear()
                kept = self._kept[key] = list(self._looked_up(*key))
            for found in kept:
                yield word, found

    def _looked_up(self, word: str, family: Sequence[str]) -> Iterator[_Found]:
        """Yield where a word is found, or each part of an unknown compound."""
        import numpy as np

        for wanted in self._readings(word) or [{}]:
            _raise(wanted, dict.fromkeys(family, SYNONYM))
            found = self._found(wanted)
            if word in self._postings:
                self._lift(found, [word], SAME)
            if stem(word) in self._forms_of:
                np.maximum(found, self._with_all(self._parts(word, MOST_PARTS)), out=found)
            claims = np.flatnonzero(found)
            yield _Found(claims, found[claims] * _rarity(len(self._claims), len(claims)))

    def _readings(self, word: str) -> list[dict[str, int]]:
        """Return the keys that a word stands for; one mapping, or one per part of an unknown compound."""
        key = stem(word)
        if key in self._forms_of:
            return [{key: FORM}]
        if not word.isalpha():
            return []
        begun = _range(self._keys, key) + [stem(form) for form in _range(self._forms, word)]
        near = dict.fromkeys(begun if len(key) >= LEAST_PREFIX else (), ONE_ERROR)
        near |= dict.fromkeys(self._near(word, 1), ONE_ERROR)
        if near:
            return [near]
        parts = self._parts(word, MOST_PARTS)
        if parts:
            return [{part: FORM} for part in parts]
        near = dict.fromkeys(self._near(word, 2), TWO_ERRORS) or dict.fromkeys(self._ends_of(key), PART)
        return [near]

    def _found(self, wanted: dict[str, int]) -> NDArray[np.int64]:
        """Return the weight in each claim: the highest of all keys, their synonyms and compounds; 0 where none is."""
        import numpy as np

        wide = dict(wanted)
        for key, strength in wanted.items():
            _raise(wide, dict.fromkeys(self._family_of.get(key, ()), strength * SYNONYM // 100))
        best = np.zeros(len(self._claims), np.int64)
        for key, strength in wide.items():
            self._lift(best, self._forms_of[key], strength)
            if len(key) >= LEAST_COMPOUND:
                compounds = chain.from_iterable(map(self._forms_of.__getitem__, self._compounds(key)))
                self._lift(best, compounds, strength * COMPOUND // 100)
        return best

    def _lift(self, best: NDArray[np.int64], forms: Iterable[str], strength: int) -> None:
        """Raise the weights of the claims that hold one of the forms."""
        import numpy as np

        held = [self._postings[form] for form in forms]
        weights = np.fromiter(chain.from_iterable(each.values() for each in held), np.int64)
        np.maximum.at(best, np.fromiter(chain.from_iterable(held), np.int64), weights * strength)

    def _compounds(self, key: str) -> list[str]:
        """Return the keys that hold a key at either end."""
        ending = [other[::-1] for other in _range(self._reversed, key[::-1])]
        return [other for other in _range(self._keys, key) + ending if len(other) >= len(key) + LEAST_REST]

    def _with_all(self, parts: list[str]) -> NDArray[np.int64]:
        """Return the claims that hold every part of a compound as words of their own: "programma voor vaders"."""
        import numpy as np

        found = [self._found({part: COMPOUND}) for part in parts]
        return np.minimum.reduce(found) if found else self._found({})

    # -- looking words up --------------------------------------------------------------------------------------------

    @cached_property
    def _family_of(self) -> dict[str, list[str]]:
        members: dict[str, list[str]] = {}
        for family in self._families:
            for key in family:
                members.setdefault(key, []).extend(family)
        return members

    @cached_property
    def _phrases_from(self) -> dict[str, list[tuple[list[str], list[str]]]]:
        by_first: dict[str, list[tuple[list[str], list[str]]]] = {}
        for phrase, family in self._phrases:
            by_first.setdefault(phrase[0], []).append((phrase, family))
        return by_first

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self._forms_of)

    @cached_property
    def _forms(self) -> list[str]:
        return sorted(self._postings)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(key[::-1] for key in self._forms_of)

    @cached_property
    def _signed(self) -> dict[int, tuple[list[str], NDArray[np.uint32]]]:
        import numpy as np

        by_length: dict[int, list[str]] = {}
        for form in self._postings:
            by_length.setdefault(len(form), []).append(form)
        return {n: (forms, np.array(list(map(_signature, forms)), np.uint32)) for n, forms in by_length.items()}

    def _ends_of(self, key: str) -> list[str]:
        """Return the longest known word at the beginning and the one at the end."""
        cuts = range(len(key) - 1, LEAST_PART - 1, -1)
        first = next((key[:n] for n in cuts if key[:n] in self._forms_of), None)
        last = next((key[-n:] for n in cuts if key[-n:] in self._forms_of), None)
        return [part for part in (first, last) if part]

    def _parts(self, word: str, most: int) -> list[str]:
        """Return the keys of the parts of a compound, the longest first part first; none if it does not come out."""
        for cut in range(len(word) - MIN_PART, MIN_PART - 1, -1):
            left = next((k for k in self._linked(word[:cut]) if k in self._forms_of), None)
            if left is None:
                continue
            right = stem(word[cut:])
            if right in self._forms_of:
                return [left, right]
            rest = self._parts(word[cut:], most - 1) if most > 2 else []  # noqa: PLR2004 (two parts need no more)
            if rest:
                return [left, *rest]
        return []

    def _linked(self, part: str) -> Iterator[str]:
        yield stem(part)
        if part.endswith("s") and len(part) > MIN_PART:
            yield stem(part[:-1])  # "betrokkenheids-beleid"

    def _near(self, word: str, most: int) -> list[str]:
        """Return the keys of the known words that differ by so many letters."""
        if len(word) < (LEAST_ONE_ERROR if most == 1 else LEAST_TWO_ERRORS):
            return []
        import numpy as np

        mine = np.uint32(_signature(word))
        found: list[str] = []
        for length in range(len(word) - most, len(word) + most + 1):
            if length not in self._signed:
                continue
            forms, signs = self._signed[length]
            like = (forms[place] for place in np.flatnonzero(np.bitwise_count(signs ^ mine) <= 2 * most).tolist())
            found += [stem(form) for form in like if form.isalpha() and _distance(word, form, most) <= most]
        return list(dict.fromkeys(found))


def _best_first(rated: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the order of numbers from high to low, equal ones as they stand: their places are sorted with them."""
    import numpy as np

    room = len(rated).bit_length()
    keys = -rated << room
    keys += np.arange(len(rated))
    keys.sort()
    return keys & ((1 << room) - 1)


def _least(held: NDArray[np.uint8]) -> int:
    """Return how many words a claim must hold: as many as any does, or one less where fewer than three do."""
    import numpy as np

    most = int(held.max(initial=0))
    return most - 1 if most > 1 and np.count_nonzero(held == most) < FEW else max(1, most)


def _raise(best: dict[str, int], other: Mapping[str, int]) -> None:
    """Keep the higher of two numbers."""
    if not best:
        best.update(other)
        return
    for key, value in other.items():
        if value > best.get(key, -1):
            best[key] = value


def _range(ordered: list[str], start: str) -> list[str]:
    """Return the texts of a sorted list that begin with ``start``."""
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + "\x7f")]


def _rarity(total: int, holding: int) -> int:
    """Return how much a word tells that so many claims hold: log2 of 1 + total / holding, in straight pieces of 64."""
    if not holding:
        return 0
    ratio = 256 + 256 * total // holding
    whole = ratio.bit_length() - 1
    return 64 * (whole - 8) + (ratio * 64 >> whole) - 64


def _signature(word: str) -> int:
    """Return the set of a word's letters as bits: a quick no for words that differ too much."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 32)
    return bits


def _distance(one: str, two: str, most: int) -> int:
    """Return how many letters to add, drop, change or swap (optimal string alignment), or more than ``most``."""
    above: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        twice_above, above, row = above, row, [i]
        for j, other in enumerate(two, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, twice_above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
