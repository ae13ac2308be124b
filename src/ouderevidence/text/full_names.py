"""Authors whose given names stand in full: turned round for the first only, as Chicago prints them, or for none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import Name
from ouderevidence.text.lexicon import LINKS, PARTICLES
from ouderevidence.text.name_tokens import is_body, mended

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST: Final = 3  # parts between commas: a family name, its given name, and one author more
LONGEST: Final = 5  # words of one author
TAIL: Final = 12  # characters of ", et al." and more

_PARTED: Final = re.compile(r"\s*(?:,\s*(?:&|en\b|and\b)?|&|\ben\b|\band\b)\s*")
# Behind the first separator stand two letters: no initial. A word broken there, or a separator first, is looked at too.
_TURNED: Final = re.compile(
    r"\s*(?:[,&]|(?:en|and)\b)|"
    r"[^,&]*?(?:-[ \t]*\n|(?:[,&]|\b(?:en|and)\b)(?:[\s,&]|(?:en|and)\b)*[^\W\d_](?:[^\W\d_]|-[ \t]*\n))"
)
_ET_AL: Final = re.compile(r",?\s*(?:\bet\s+al\b|\be\.\s?a\b)\.?\s*$")
_DOTS: Final = re.compile(r"\.(?=[^\W\d_]{2})")  # "W.J. Mol", "W.Mol"
_GIVEN: Final = re.compile(r"[^\W\d_]{2,}(?:[-‐'’][^\W\d_]+)*")
_SHORT: Final = re.compile(r"\s*[\[(][^\[\]()]+[\])]\s*$")
_OFFICES: Final = frozenset({"Gemeente", "Provincie", "Universiteit", "Hogeschool", "Ministerie", "Stichting"})
_INITIAL: Final = re.compile(r"[^\W\d_]\.?(?:[-‐]?[^\W\d_]\.)*")


def in_chicago(printed: str) -> tuple[Name, ...]:
    """Return the authors of an entry in the order of Chicago; empty if the words are anything else.

    Examples
    --------
    >>> [name.full_family for name in in_chicago("Berg, Julia D. van der, Paul B. Willems, and Anna Mol. ")]
    ['van der Berg', 'Willems', 'Mol']
    >>> in_chicago("Ministerie van Onderwijs, Cultuur en Wetenschap"), in_chicago("Mol, Anna, & Pol, Bert")
    ((), ())
    """
    if not may_be_turned(printed, 0, len(printed)):
        return ()
    whole = mended(printed).strip().rstrip(".,( ")
    cut = _without_et_al(whole)
    parts = [part for part in _PARTED.split(cut) if part]
    if len(parts) < LEAST - (cut != whole):
        return ()
    first = _turned(parts[0], parts[1])
    others = _all_straight(parts[2:])
    if first is None or others is None or in_order(cut):
        return ()
    return (first, *others)


def may_be_turned(text: str, start: int, end: int) -> bool:
    """Whether a given name in full may stand behind the first name: without that there is no order of Chicago."""
    return _TURNED.match(text, start, end) is not None


def in_order(printed: str) -> tuple[Name, ...]:
    """Return the authors of an entry that prints each as he or she is called; empty if the words are anything else.

    Examples
    --------
    >>> [name.full_family for name in in_order("Gustavo Mol, Ed van der Pol en L. A. Rol e.a.")]
    ['Mol', 'van der Pol', 'Rol']
    >>> in_order("Nederlandse Taalunie")
    ()
    """
    cut = _without_et_al(mended(printed).strip().rstrip(", "))
    return _all_straight(part for part in _PARTED.split(cut) if part) or ()


def body_in_order(printed: str) -> str:
    """Return the name of a body that stands under its main word as it is called; any other name as it is.

    Examples
    --------
    >>> body_in_order("Statistiek, Centraal Bureau voor de"), body_in_order("Rotterdam, Gemeente [GR]")
    ('Centraal Bureau voor de Statistiek', 'Gemeente Rotterdam [GR]')
    >>> body_in_order("Ministerie van Onderwijs, Cultuur en Wetenschap")
    'Ministerie van Onderwijs, Cultuur en Wetenschap'
    """
    short = _SHORT.search(printed)
    whole = printed[: short.start()] if short else printed
    main, _, behind = whole.rpartition(", ")
    words = behind.split()
    if not main or not words or not words[0][0].isupper() or not any(map(is_body, words)):
        return printed
    dangling = len(words) > 1 and words[-1] in LINKS
    office = len(words) == 1 and words[0] in _OFFICES and main[0].isupper()
    return f"{behind} {main}{short[0] if short else ''}" if dangling or office else printed


def _without_et_al(words: str) -> str:
    found = _ET_AL.search(words, max(0, len(words) - TAIL))
    return words[: found.start()] if found else words


def _all_straight(parts: Iterable[str]) -> tuple[Name, ...] | None:
    """Read each part as a name in order; None if one is none, without a look at those behind it."""
    names: list[Name] = []
    for part in parts:
        name = _straight(part)
        if name is None:
            return None
        names.append(name)
    return tuple(names)


def _turned(family: str, behind: str) -> Name | None:
    """Read "Berg" and "Julia D. van der": a given name in full, and particles behind it."""
    words = behind.split()
    given = [word for word in words if word.lower() not in PARTICLES or word[0].isupper()]
    particle = words[len(given) :]
    named = bool(given) and words[: len(given)] == given and bool(_GIVEN.fullmatch(given[0]))
    if not named or not _is_family(family.split()) or not all(map(_is_given, given)):
        return None
    return Name(family, " ".join(given), " ".join(particle))


def _straight(words_in_order: str) -> Name | None:
    """Read "Paul J. B. Willems" or "Jeroen van der Velde"."""
    words = _DOTS.sub(". ", words_in_order).split()
    if not 2 <= len(words) <= LONGEST + 3 or not _is_given(words[0]) or words[0].lower() in PARTICLES:  # noqa: PLR2004
        return None
    start = next((n for n, word in enumerate(words) if n and word.lower() in PARTICLES), len(words) - 1)
    given, family = words[:start], words[start:]
    behind = [word for word in family if word.lower() not in PARTICLES]
    if not behind or not all(map(_is_given, given)) or not _is_family(family):
        return None
    particle = family[: len(family) - len(behind)]
    return Name(" ".join(behind), " ".join(given), " ".join(particle)) if [*particle, *behind] == family else None


@lru_cache(maxsize=8192)
def _is_given(word: str) -> bool:
    return word[0].isupper() and not is_body(word) and bool(_GIVEN.fullmatch(word) or _INITIAL.fullmatch(word))


def _is_family(words: list[str]) -> bool:
    """Whether words can be a family name: capitals, particles before them, nothing that bodies are called."""
    return (
        0 < len(words) <= LONGEST
        and words[-1][0].isupper()
        and all((word[0].isupper() and not is_body(word)) or word.lower() in PARTICLES for word in words)
        and all(_GIVEN.fullmatch(word) or word[0] in "'’" for word in words)
    )
