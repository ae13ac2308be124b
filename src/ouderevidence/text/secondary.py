"""Works that are cited in another: "Spol in Zuns, 2010", "Bowlby (1969), aangehaald door Bos (2003)"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ouderevidence.text.lexicon import BODY, NOUN, PLACES, PREFIX_WORDS
from ouderevidence.text.name_tokens import LETTER, mended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.passages import Span

LEAST: Final = 4  # characters of " in "
BETWEEN: Final = 80  # characters between a work and that in which it is cited, at most

_SAID: Final = (
    r"(?:zoals\s+)?(?:as\s+)?(?:geciteerd|aangehaald|genoemd|beschreven|besproken|vermeld|weergegeven|cited|quoted|described|"
    r"discussed|reported|mentioned|in\s+citation)\s+(?:in|door|bij|by)"
)
_CITED_IN: Final = re.compile(
    rf"[,;]?\s*\(?\b{_SAID}\s+|,\s*in:?\s+(?=[A-Z'’])|(?<=[(\[])(?-i:in):?\s+(?-i:(?=[A-Z]))|,?\s+via\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
# Without such a word nothing is cited in another work.
_SOURCE: Final = re.compile(r"[\s,(\[](?:in|door|bij|by|via)[:\s]", re.IGNORECASE)
# "Spol in Zuns, 2010": two names and nothing else.
_NAME: Final = rf"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er)\s+)*[A-ZÀ-Þ]{LETTER}+"
_NAME_IN: Final = re.compile(
    rf"(?<!\w){_NAME}(?:\s+(?:&|en)\s+[A-ZÀ-Þ]{LETTER}+|\s+et\s+al\.?)?(?P<in>\s+in:?\s+)(?={_NAME}(?:\s*(?:,|&|en\b|et\s+al)|\s*$))"
)
# All that stands between a work and the one it is cited in; a mere "in" only within one bracket.
_LINK: Final = re.compile(rf"[\s,;)\]]*[(\[]?\s*{_SAID}:?\s+[(\[]?(?:[a-z’']+\s+){{0,4}}", re.IGNORECASE)
_IN: Final = re.compile(r"[\s,;]*\b(?:in|via):?\s+(?:[a-z’']+\s+){0,2}|\s*[(\[]in:?\s+")
_WORDS: Final = re.compile(r"[^\s,:;()\[\]]+")


def cited_in(text: str, first: int, low: int, start: int) -> Span | None:
    """Return where the words stand, before a year at ``start``, that say that one work is cited in the next.

    "geciteerd in" is looked for from ``first`` on, the "in" between two names from ``low`` on.
    """
    if not _SOURCE.search(text, max(0, first - 1), start):
        return None
    found = _CITED_IN.search(text, first, start)
    return found.span() if found else _name_in(text, low, start)


def _name_in(text: str, low: int, start: int) -> Span | None:
    """Return the "in" of "Spol in Zuns, 2010"; a place or a body before or behind it makes it something else."""
    match = _NAME_IN.search(text, low, start)
    before = text[low : match.start()] if match else ""
    if match is None or (before.strip() and not is_prefix(before)):
        return None
    words = text[match.start() : start].replace(",", " ").split()
    if any(word.lower() in PLACES or BODY.fullmatch(word) or NOUN.fullmatch(word) for word in words):
        return None
    return match.span("in")


def is_prefix(words: str) -> bool:
    """Whether words before the names in a bracket say how the work is used: "zie ook", "e.g."."""
    parts = _WORDS.findall(words.lower())
    return bool(parts) and all(part.rstrip(".") in PREFIX_WORDS or part in PREFIX_WORDS for part in parts)


def linked(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, each that is cited in the next with the words of that."""
    found = list(mentions)
    for place, (one, two) in enumerate(pairwise(found)):
        if not LEAST <= two.start - one.end <= BETWEEN or not two.text[:1].isalpha():
            continue
        within = one.group == two.group
        if _LINK.fullmatch(text, one.end, two.start) or (within and _IN.fullmatch(text, one.end, two.start)):
            found[place] = replace(one, cited_in=mended(two.text))
    return found
