"""The forms of a name that count as the same: folded, without particles, an abbreviation for the whole."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ouderevidence.text.distance import letters_off
from ouderevidence.text.folding import plain_signs
from ouderevidence.text.lexicon import BODY, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.text.mentions import Mention

ONE_LETTER: Final = 4  # letters a name must have for one to be off
TWO_LETTERS: Final = 8  # and for two
ACRONYM: Final = 3  # capitals of a name that are an abbreviation of it

SHORT: Final = re.compile(r"\s*[\[(]([^\[\]()]+)[\])]\s*$")
_OFFICE: Final = re.compile(
    r"(?:ministerie|departement|gemeente|provincie|ministry|department)\s(?:van\s|of\s)?", re.IGNORECASE
)
GLUED: Final = re.compile(r"(?:Van ?(?:[Dd]er|[Dd]en|[Dd]e)?|De|Den|Der|Ten|Ter)(?=[A-Z][a-z])")  # "VanPeer", in PDFs
_COMPOUND: Final = re.compile(r"\b[A-Z][a-z]{2,}(instituut|bureau|raad|centrum|inspectie|fonds|dienst|autoriteit)$")
_SAINTS: Final = frozenset({"st", "ste", "sint", "saint"})
_DOTTED: Final = re.compile(r"\b(?:[A-Z]\.){2,}")


# Letters that people write in more ways than one, where a keyboard or a catalogue does not have them.
_WRITTEN: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
_BARE: Final = str.maketrans({"ø": "o", "å": "a", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "đ": "d", "ł": "l"})


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Return a name without accents, hyphens, spaces, case and leading particles.

    Examples
    --------
    >>> folded("Van der Vegt"), folded("Iliás"), folded("De Leersny-der")
    ('vegt', 'ilias', 'leersnyder')
    """
    decomposed = unicodedata.normalize("NFKD", plain_signs(name))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = plain.translate(_BARE).split()
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    return re.sub(r"[\W_]", "", "".join(words))


@lru_cache(maxsize=8192)
def written_out(name: str) -> frozenset[str]:
    """Return the ways to write a name without letters such as ö and ø, in small letters.

    Examples
    --------
    >>> sorted(written_out("Øberg"))
    ['oberg', 'oeberg']
    """
    small = unicodedata.normalize("NFC", plain_signs(name)).lower()
    return frozenset({small.translate(_WRITTEN), small.translate(_BARE)})


@lru_cache(maxsize=8192)
def forms(name: str) -> frozenset[str]:
    """Return the folded forms of a name: whole, without its abbreviation, the abbreviation, a leading acronym."""
    found = {folded(name), *map(folded, written_out(name))}
    name = _DOTTED.sub(lambda match: match[0].replace(".", ""), name)  # "C.B.S."
    short = SHORT.search(name)
    whole = name[: short.start()] if short else name
    if short:
        found |= {folded(whole), folded(short[1])}
    words = whole.split()
    if len(words) > 1 and words[0].strip(",").isupper() and len(words[0].strip(",")) > 1 and "." not in words[0]:
        found.add(folded(words[0]))  # "GOAB consortium"
    capitals = "".join(word[0] for word in re.split(r"[\s-]", whole) if word[:1].isupper())
    if len(capitals) >= ACRONYM:
        found.add(capitals.casefold())  # "World Health Organization"
    compound = _COMPOUND.search(whole)
    if compound and len(capitals) == ACRONYM - 1 and whole[compound.start()].isupper():
        found.add(capitals.casefold() + compound[1][0])  # "Nederlands Jeugdinstituut", NJi
    glued = GLUED.match(whole)
    if glued:
        found.add(folded(whole[glued.end() :]))
    if len(words) > 1 and words[0].lower().rstrip(".") in _SAINTS:
        found.add(folded(" ".join(words[1:])))  # "St. Clair"
    if words and BODY.fullmatch(words[0]):
        found |= _of_body(whole, capitals)
    return frozenset(form for form in found if form)


def _of_body(whole: str, capitals: str) -> set[str]:
    """Return further forms of a body: before its first comma, without "Ministerie van", and the acronym of that."""
    found = {folded(whole.split(",", maxsplit=1)[0])} if _OFFICE.match(whole) is None else set()
    office = _OFFICE.match(whole)
    if office and office.end() < len(whole):
        found.add(folded(whole[office.end() :]))
        if len(capitals) > ACRONYM:
            found.add(capitals[1:].casefold())  # "OCW"
    return found


def name_distance(printed: str, found: str) -> int | None:
    """Return by how many letters two names differ, or None if they are others."""
    best: int | None = None
    for a in forms(printed):
        for b in forms(found):
            off = letters_off(a, b, (len(a) >= ONE_LETTER) + (len(a) >= TWO_LETTERS))
            if off is not None and (best is None or off < best):
                best = off
    return 0 if best is None and (ends_in(printed, found) or is_tail(printed, found)) else best


def ends_in(printed: str, found: str) -> bool:
    """Whether a name is printed with a first name before it: "Joyce Epstein"."""
    return printed.casefold().endswith(f" {found.casefold()}")


def tail(name: str) -> str:
    """Return what a sentence leaves of a double name, which it reads as a first name and a family name; or nothing.

    Examples
    --------
    >>> tail("Walma van der Molen"), tail("Van der Molen")
    ('van der Molen', '')
    """
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() not in PARTICLES and rest.split()[0].lower() in PARTICLES else ""


def is_tail(printed: str, found: str) -> bool:
    """Whether it is the tail of a double name: "van der Molen" of "Walma van der Molen"."""
    return bool(tail(found)) and printed.casefold() == tail(found).casefold()


def is_genitive(printed: str, found: str) -> bool:
    """Whether a name is another with the s of the Dutch genitive: "Epsteins typologie"."""
    return folded(printed) == folded(found) + "s"


# A name and behind it, in brackets, what the text calls it from there on: "het Nederlands Jeugdinstituut (NJi)".
_INTRODUCED: Final = re.compile(
    r"(?<!\w)(?P<full>[A-Z][\w’-]{1,40}(?:,?\s(?:[A-Z][\w’-]{1,40}|van|het|de|der|voor|en|of|for|the|and|&)){1,9})\s"
    r"[(\[](?P<said>(?:hierna|verder|voortaan|afgekort|hereafter|henceforth)(?:\s(?:te\snoemen|genoemd|aangeduid\sals|als|ook))?:?\s"
    r"(?:de|het|the)?\s?)?[‘“\"']?(?P<short>[A-Z][A-Za-z&-]{1,20})[’”\"']?[)\]]"
)


def introduced(text: str) -> dict[str, str]:
    """Return the names that a text abbreviates in brackets behind them, by the abbreviation folded.

    Examples
    --------
    >>> introduced("Het Nederlands Jeugdinstituut (NJi) en de Onderwijsraad (Den Haag) deden dit.")
    {'nji': 'Nederlands Jeugdinstituut'}
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        full = _ARTICLE.sub("", match["full"])
        letters = iter(folded(full))
        told = match["said"] or any(c.isupper() for c in match["short"][1:])
        if told and all(letter in letters for letter in folded(match["short"])):
            found.setdefault(folded(match["short"]), full)
    return found


_ARTICLE: Final = re.compile(
    r"^(?:(?:Volgens|Bij|Ook|Zo|Aan|Voor|Van|Uit|Door|Met|In|By|For|At|From)\s(?:het|de|the)|Het|De|The)\s"
)


def introduced_names(mentions: Iterable[Mention]) -> dict[str, str]:
    """Return the names that a text itself abbreviates, by their abbreviation folded (APA 7, section 8.21)."""
    found: dict[str, str] = {}
    for mention in mentions:
        short = SHORT.search(mention.authors[0])
        if short:
            found.setdefault(folded(short[1]), mention.authors[0][: short.start()])
    return found
