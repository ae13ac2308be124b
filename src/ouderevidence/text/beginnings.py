"""Names that a text prints in another form than the list: beginnings of words for a body, a family name first."""

from __future__ import annotations

import re
from typing import Final

from ouderevidence.text.lexicon import PARTICLES
from ouderevidence.text.name_forms import SHORT, folded

MOST: Final = 4  # letters of a word in an abbreviation
LEAST: Final = 3  # letters of an abbreviation
UNLIKE: Final = 5  # letters of one that has a capital at its beginning only, so that it could be a family name
WORDS: Final = 3  # words of one person who is named in full, family name first

_SMALL: Final = frozenset({"voor", "van", "het", "de", "der", "en", "in", "of", "for", "the", "and", "on", "op", "te"})
_COMPOUND: Final = re.compile(r"(?<=[a-z]{3})(?=(?:instituut|bureau|raad|centrum|inspectie|fonds|dienst|autoriteit)$)")


def abbreviates(short: str, name: str) -> bool:
    """Whether a name is made of the beginnings of all words of a body's name, in order; small words may be passed over.

    Examples
    --------
    >>> abbreviates("KiM", "Kennisinstituut voor Mobiliteitsbeleid")
    True
    >>> abbreviates("Nibud", "Nationaal Instituut voor Budgetvoorlichting")
    True
    >>> abbreviates("Kim", "Kennisinstituut voor Mobiliteitsbeleid")
    False
    """
    called = short.isalpha() and len(short) >= (LEAST if any(c.isupper() for c in short[1:]) else UNLIKE)
    words = SHORT.sub("", name).split()
    if not called or len(words) < 2:  # noqa: PLR2004 - one word has no beginnings of its own
        return False
    rests = {short.casefold()}
    for word in (part for printed in words for part in _COMPOUND.split(printed)):
        letters = folded(word) if word.lower() not in PARTICLES else word.lower()
        passed = rests if word.lower() in _SMALL else set()
        most = min(MOST, len(letters))
        begins = {(rest, size) for rest in rests for size in range(1, most + 1) if rest.startswith(letters[:size])}
        rests = passed | {rest[size:] for rest, size in begins}
    return "" in rests


def family_first(authors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first words of names that may stand in full with the family name first; empty if they do not.

    Examples
    --------
    >>> family_first(("Mao Ngoc Khang", "Tron Hoa")), family_first(("Anna Mol",))
    (('Mao', 'Tron'), ())
    """
    words = [name.split() for name in authors]
    if any(len(name) < 2 or not all(word[0].isupper() for word in name) for name in words):  # noqa: PLR2004 - as above
        return ()
    return tuple(name[0] for name in words) if len(words) > 1 or len(words[0]) >= WORDS else ()


def initials_behind(name: str) -> str:
    """Return the initials behind a family name: those of "Mao Ngoc Khang" are NK."""
    return "".join(word[0] for word in name.split()[1:])
