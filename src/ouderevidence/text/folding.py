"""Letters as people mean them: ligatures, look-alike hyphens and apostrophes, and signs that nobody sees, folded."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Signs that show nothing: soft hyphens, zero-width spaces and joiners, marks of direction, the mark of byte order.
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Signs that steer a terminal, turn the direction of what follows, or mark a text unseen; no line ends and tabs.
STEERING: Final = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u206f\\ufff9-\\ufffb"
UNSEEN: Final = re.compile(f"[{STEERING}\\U000e0000-\\U000e007f]")  # the last can spell a whole text that nobody sees
_SIGNS: Final[dict[str, str]] = {
    **dict.fromkeys(_UNSEEN, ""),
    "\u2011": "-",  # the hyphen that no line breaks at: Ctrl+Shift+- in Word
    "\u2010": "-",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ĳ": "ij", "Ĳ": "IJ",
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076", "•"),  # bullets of the fonts Symbol and Wingdings
    "\uff08": "(", "\uff09": ")", "\uff3b": "[", "\uff3d": "]", "\uff0c": ",", "\uff1b": ";", "\uff1a": ":",
    "\u060c": ",",  # full-width and Arabic signs, of a keyboard set to another script
}  # fmt: skip
# Accents and quotation marks that stand for the apostrophe inside a name: O´Brien.
_APOSTROPHES: Final = "´`ʼ′ʹ＇"
# A minus between letters stands for a hyphen; a hyphen that shows at a line end only is one there.
_MINUS: Final = "\u2212"
_SOFT: Final = "\u00ad"
_LOW: Final = "\u201a"  # a quotation mark that stands for a comma where a space is behind it
# A trema that a font keeps apart from its letter, on that letter: "u¨" in "Mu¨ller", "¨u" in "M¨uller".
_TREMA: Final = "\u00a8"
_ACUTE: Final = "\u00b4"
_COMBINING: Final = {_TREMA: "\u0308", _ACUTE: "\u0301"}
_APART: Final = (
    rf"{_TREMA}(?:(?<=[aeiouyAEIOUY]{_TREMA})(?![aeiouy])|(?<![aeiouy]{_TREMA})[aeiouyAEIOU])"
    rf"|(?<=[aeiou]){_ACUTE}(?=[b-df-hj-np-su-z][a-z])"  # "Gonza´lez"; "foto´s" and "O´Brien" have an apostrophe
)
_ODD: Final = re.compile(
    rf"{_SOFT}(?P<broken>(?=[ \t]*\n))?|[{''.join(_SIGNS)}]|(?<![^\W\d_])‘(?=[stn](?:[ ]|-[A-Z]))|"  # ‘t Hart
    rf"(?P<apart>{_APART})|(?<=[^\W\d_])[{_APOSTROPHES}{_MINUS}](?=[^\W\d_])|(?<=[\w.]){_LOW}(?=\s)|"
    r"&amp;"
)
# Any sign that may be odd where it stands: a scan for one class of signs is fast, one for all the ways is not.
_MAY_FOLD: Final = f"‘&{_LOW}{_TREMA}{_APOSTROPHES}{_MINUS}{''.join(_SIGNS)}"
_PERHAPS: Final = re.compile(f"[{_MAY_FOLD}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, with the way back to the text it was made of."""

    text: str
    starts: tuple[int, ...]  # offsets in the folded text from which another shift holds
    shifts: tuple[int, ...]

    def back(self, offset: int) -> int:
        """Return the offset in the text as it was.

        Examples
        --------
        >>> folded = fold_signs("Zo (Dĳk\u200b, 2015)")
        >>> folded.text, folded.back(9)
        ('Zo (Dijk, 2015)', 9)
        """
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def plain_signs(text: str) -> str:
    """Return a text with its odd signs folded.

    Examples
    --------
    >>> plain_signs("O´Brien en Berg\u2011Smit, Dĳk, ﬁlm")
    'O’Brien en Berg-Smit, Dijk, film'
    """
    return _ODD.sub(_plain, text)


def is_plain(text: str) -> bool:
    """Whether there is nothing to fold."""
    return not any(sign in text for sign in _MAY_FOLD) or next(_odd(text), None) is None


def _odd(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be folded, in order."""
    done = 0
    for sign in _PERHAPS.finditer(text):
        if sign.start() >= done and (match := _ODD.match(text, sign.start())):
            yield match
            done = match.end()


def fold_signs(text: str) -> Folded:
    """Return a text with its odd signs folded, and the way back."""
    parts: list[str] = []
    starts, shifts = [0], [0]
    place = length = 0
    for match in _odd(text):
        said = _plain(match)
        parts += [text[place : match.start()], said]
        length += match.start() - place + len(said)
        place = match.end()
        starts.append(length)
        shifts.append(place - length)
    parts.append(text[place:])
    return Folded("".join(parts), tuple(starts), tuple(shifts))


def _plain(match: re.Match[str]) -> str:
    if match[0] in {_MINUS, _SOFT}:
        return "" if match[0] == _SOFT and match["broken"] is None else "-"
    if match["apart"]:
        return unicodedata.normalize("NFC", match[0][1:] + _COMBINING[match[0][0]])
    if match[0] in {_LOW, "&amp;"}:
        return "," if match[0] == _LOW else "&"
    return _SIGNS.get(match[0], "’")


def printable(text: str) -> str:
    r"""Return a text without the signs that steer a terminal or turn the direction of what follows.

    Examples
    --------
    >>> printable("a\x1b[31mb")
    'a[31mb'
    """
    return UNSEEN.sub("", text)
