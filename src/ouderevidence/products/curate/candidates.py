"""Candidates: the sentences of a factsheet that assert or cite something, each as a claim that is yet to be written."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import FACETS
from ouderevidence.text import sentences
from ouderevidence.text.passages import letters
from ouderevidence.text.words import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.evidence.vocabulary import Vocabulary
    from ouderevidence.text import Document, Mention
    from ouderevidence.text.passages import Span

FEWEST_WORDS: Final = 4  # a sentence that asserts has more than a heading or a caption
SHORTEST_STEMMED: Final = 3  # letters

# Kind -> words that point to it; the first that fits wins. A guess, for a person to mend.
_KINDS: Final = {
    "definition": r"verstaan we|wordt verstaan|verstaat men|defini\w+|is meant by|we mean",
    "requirement": r"verplicht\w*|wettelijk\w*|bij wet|is required|must|statutory",
    "recommendation": r"advies|advise\w+|aanbev[eo]\w+|raadzaam|zou(?:den)?\b.{0,200}\bmoeten|recommend\w*|should",
    "prevalence": r"\d+\s?%|procent|percent|(?:één|een|twee|drie|vier|\d+) (?:op|van) de \w+",
}
_BULLET: Final = re.compile(r"[•❚▪◦·*–-]\s|\d{1,2}[.)]\s")
_ASSERTS: Final = re.compile(r"[.!…][”’\"')\]\d]*$|[)\]]$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the text that a claim may be made of, and the citations that it prints; ``why_not`` where none may.

    ``why_not`` is ``question``, ``fragment`` or ``table``; empty for a candidate.
    """

    span: Span
    mentions: tuple[Mention, ...]
    why_not: str = ""


def candidates(document: Document, stretches: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """Yield the sentences of stretches of a document; a list and the sentence that opens it are one.

    Parameters
    ----------
    document
        The document.
    stretches
        Where its prose stands.
    mentions
        The in-text citations of the document, in order.
    """
    starts = [mention.start for mention in mentions]
    for start, end in stretches:
        spans = [(start + a, start + b) for a, b in sentences(document.text[start:end])]
        for span in _with_lists(document, spans):
            if not letters(document.text[slice(*span)]):
                continue
            inside = tuple(mentions[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])
            yield Candidate(span, inside, "" if inside else _why_not(document, span))


def _with_lists(document: Document, spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    opened = False
    for span in spans:
        if opened and _is_item(document, span):
            found[-1] = (found[-1][0], span[1])
            continue
        opened = document.text[slice(*span)].endswith(":")
        found.append(span)
    return found


def _is_item(document: Document, span: Span) -> bool:
    return document.piece_at(span[0]).kind == "item" or bool(_BULLET.match(document.text, span[0]))


def _why_not(document: Document, span: Span) -> str:
    """Return why a stretch without a citation asserts nothing, or an empty text."""
    text = document.text[slice(*span)]
    if document.piece_at(span[0]).kind == "table":
        return "table"
    if text.rstrip("”’\"')").endswith("?"):
        return "question"
    words = [word for word in text.split() if letters(word)]
    whole = _ASSERTS.search(text) or _is_item(document, span)
    return "" if whole and len(words) >= FEWEST_WORDS else "fragment"


def guess_kind(text: str) -> str:
    """Return the kind of claim that the words of a sentence point to.

    Examples
    --------
    >>> guess_kind("Bijna 40 procent van de ouders leest voor."), guess_kind("Voorlezen helpt.")
    ('prevalence', 'finding')
    """
    flat = " ".join(text.split())
    fits = (kind for kind, words in _KINDS.items() if re.search(rf"(?<!\w)(?:{words})(?!\w)", flat, re.IGNORECASE))
    return next(fits, "finding")


class Terms:
    """The terms of a vocabulary by the words of their labels and synonyms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._phrases: list[tuple[str, str, list[str]]] = []
        for term in vocabulary:
            if term.facet in FACETS:
                for phrase in (term.label.nl, term.label.en, *term.synonyms):
                    stems = _stems(phrase)
                    if stems:
                        self._phrases.append((term.facet, term.id, stems))

    def occurring(self, text: str) -> dict[str, tuple[str, ...]]:
        """Return per facet the terms whose words occur in a text; of a term and a narrower one, the narrower."""
        said = f" {' '.join(_stems(text))} "
        found = {(facet, term) for facet, term, stems in self._phrases if f" {' '.join(stems)} " in said}
        return {
            facet: tuple(
                term
                for term in self._vocabulary.ids(facet)
                if (facet, term) in found
                and not any((facet, other) in found for other in self._vocabulary.covered(facet, term) - {term})
            )
            for facet in FACETS
        }


def _stems(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", fold(text))
    return [stem(word) if len(word) >= SHORTEST_STEMMED else word for word in words]
