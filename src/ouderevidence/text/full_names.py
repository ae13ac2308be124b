"""Authors whose given names stand in full: turned round for the first only, as Chicago prints them, or for none."""

from __future__ import annotations

import re
from typing import Final

from ouderevidence.model.records import Name
from ouderevidence.text.lexicon import PARTICLES
from ouderevidence.text.name_tokens import is_body, mended

LEAST: Final = 3  # parts between commas: a family name, its given name, and one author more
LONGEST: Final = 5  # words of one author

_PARTED: Final = re.compile(r"\s*(?:,\s*(?:&|en\b|and\b)?|&|\ben\b|\band\b)\s*")
_ET_AL: Final = re.compile(r",?\s*(?:\bet\s+al\b|\be\.\s?a\b)\.?\s*$")
_DOTS: Final = re.compile(r"\.(?=[^\W\d_]{2})")  # "W.J. Mol", "W.Mol"
_GIVEN: Final = re.compile(r"[^\W\d_]{2,}(?:[-‐'’][^\W\d_]+)*")
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
    whole = mended(printed).strip().rstrip(".,( ")
    cut = _ET_AL.sub("", whole)
    parts = [part for part in _PARTED.split(cut) if part]
    first = _turned(parts[0], parts[1]) if len(parts) >= LEAST - (cut != whole) else None
    if first is None or in_order(cut):
        return ()
    others = [_straight(part) for part in parts[2:]]
    if None in others:
        return ()
    return (first, *(name for name in others if name is not None))


def in_order(printed: str) -> tuple[Name, ...]:
    """Return the authors of an entry that prints each as he or she is called; empty if the words are anything else.

    Examples
    --------
    >>> [name.full_family for name in in_order("Gustavo Mol, Ed van der Pol en L. A. Rol e.a.")]
    ['Mol', 'van der Pol', 'Rol']
    >>> in_order("Nederlandse Taalunie")
    ()
    """
    cut = _ET_AL.sub("", mended(printed).strip().rstrip(", "))
    names = [_straight(part) for part in _PARTED.split(cut) if part]
    return tuple(name for name in names if name is not None) if None not in names else ()


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
