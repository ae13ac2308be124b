"""What the user typed: a flag as it was written, and the language that errors are said in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from ouderevidence.model.bilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGE_FLAGS: Final = ("--taal", "--language")
ENGLISH_UNLESS_ASKED: Final = ("validate", "trace")


def flag(names: Sequence[str], language: str) -> str:
    """Return the flag of these names that was typed; else the Dutch or the English one (Dutch stands first)."""
    said = [argument.split("=")[0] for argument in sys.argv[1:]]
    return next((one for one in said if one in names), names[0] if language == "nl" else names[-1])


def language() -> str:
    """Return the language that was asked for, or that of the command."""
    found = "en" if sys.argv[1:2] and sys.argv[1] in ENGLISH_UNLESS_ASKED else "nl"
    for place, argument in enumerate(sys.argv[1:], start=1):
        name, joined, value = argument.partition("=")
        if name in LANGUAGE_FLAGS:
            asked = value if joined else "".join(sys.argv[place + 1 : place + 2])
            found = asked if asked in LANGUAGES else found
    return found
