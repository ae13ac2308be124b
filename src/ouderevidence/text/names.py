"""Read the names that stand directly before a year: backwards, until the words are no longer part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ouderevidence.text.lexicon import (
    ADJECTIVES,
    ARTWORKS,
    BODIES,
    MAKERS,
    MONTHS,
    NOT_IN_PERSONS,
    NOT_NAMES,
    NUMBERED,
    NUMBERS,
    OFFICES,
    PARTICLES,
    PLACES,
    SMALL_CAPITALS,
    SURNAMES,
    SURVEYS,
    TWO_WORD_PLACES,
)
from ouderevidence.text.name_forms import folded
from ouderevidence.text.name_runs import (
    behind_chair,
    behind_of,
    below_heading,
    is_led,
    run_start,
    trimmed,
    without_list,
)
from ouderevidence.text.name_tokens import LETTER, Token, is_body, is_law, mended, names_from, tokens_of
from ouderevidence.text.titles import behind_title, is_artwork, is_caption, is_title

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["WINDOW", "Names", "mended", "plain_names", "read_names", "whole_body"]

_SITE: Final = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:nl|be|eu|com|org|net|nu|info|edu|gov|uk|de|io|ai|dev|app|fr|at|ch|int)(?:/[^\s,;()]*)?",
    re.IGNORECASE,
)
_HUMP: Final = re.compile(r"(?:[a-z]{1,2}|\d{1,3})[A-Z][\w-]{2,20}")  # "(eLab, 2021)", "(3Blue1Brown, 2017)"
_BODY_IN_SMALL: Final = re.compile(r"([A-Z][\w-]+)(?:\s+[\w’'-]+){1,8}")
_OFFICE_IN_SMALL: Final = re.compile(r"(?:Inspectie|Ministerie) van(?: het| de)? [a-z]{3,20}\s*$")
OFFICE: Final = 50  # characters of "Inspectie van het onderwijs", at most
MANY: Final = 2  # names that are no longer the words of one body
WINDOW: Final = 300  # characters before a year in which its names must stand
# The commonest forms, "Boonk et al., " and "Mapp & Kuttner, ", need no more than this.
_FAMILY: Final = rf"(?:(?:Van|De)\s+(?:(?:der?|den)\s+)?)?[A-Z]{LETTER}+(?:-\n?[A-Z]{LETTER}+)*"
_PLAIN: Final = re.compile(rf"({_FAMILY})(?:\s+(et\.?\s+al\b\.?)|\s+(?:&|en|and)\s+({_FAMILY}))?,\s+")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_COUNTRY_INITIALS: Final = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "V.S.", "V.N."})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a mention and where they begin; ``sure`` when nothing but a citation looks like this.

    Without authors it is the title of a book or film.
    """

    start: int
    authors: tuple[str, ...]
    et_al: bool
    sure: bool


def read_names(
    text: str, start: int, end: int, *, in_bracket: bool, comma: bool = True, known: Collection[str] = ()
) -> Names | None:
    """Read the names that end at ``end``, looking back no further than ``start``.

    Parameters
    ----------
    text
        The text.
    start, end
        Offsets between which the names must stand.
    in_bracket
        Whether ``start`` is the beginning of a part of a bracket, so that nothing but a name may stand there.
    comma
        Whether the year is set off by a comma; without one fewer things are a name.
    known
        Names, folded, that the reference list proves to be names.

    Returns
    -------
    Names or None
        None when what stands there is no name: a date, a law, a place, an amount. Names without authors when it is the
        title of a book or film.
    """
    office = None if in_bracket else _OFFICE_IN_SMALL.search(text, max(start, end - OFFICE), end)
    if office is not None:
        return Names(office.start(), (mended(office[0].strip()),), et_al=False, sure=False)
    tokens = tokens_of(text, names_from(text, max(start, end - WINDOW), end), end)
    abbreviated, et_al = _pop_end(tokens)
    if not tokens or not _may_end(tokens, in_bracket=in_bracket):
        return None
    tokens = below_heading(tokens, text)
    first = run_start(tokens, et_al=et_al, known=known, proves=in_bracket and comma)
    before = tokens[first - 1] if first else None
    run = trimmed(tokens[first:], before, text, at_start=in_bracket and first == 0)
    titled = False
    if not in_bracket:
        run, titled = _in_sentence(run, tokens, before, text, et_al=et_al, known=known)
    if titled or not run:
        return _title(run)
    parts = _parts(run + abbreviated)
    authors = tuple(mended(_author(part, in_bracket=in_bracket)) for part in parts)
    listed = bool(known) and any(folded(name) in known for name in authors)
    plain = not in_bracket and not listed and not et_al
    if not all(authors) or (plain and _is_office(authors, run, tokens)):
        return None
    if plain and is_artwork(run, tokens, text):
        return _title(run)
    led = not in_bracket and is_led(run, tokens)
    proven = listed or (in_bracket and comma and _is_surname(authors)) or (led and _is_led_surname(authors))
    if not (
        _is_author(parts, authors, et_al=et_al, in_bracket=in_bracket, comma=comma) or (proven and _is_person(parts))
    ):
        return None
    sure = et_al or len(authors) > 1
    return Names(run[0].start, authors, et_al, sure)


def _in_sentence(
    run: list[Token], tokens: list[Token], before: Token | None, text: str, *, et_al: bool, known: Collection[str]
) -> tuple[list[Token], bool]:
    """Return the names that a run of words in a sentence holds, and whether it is a title instead."""
    named = behind_title(run, before, known)
    if not named and before is not None and before.lower in ARTWORKS:
        return run, True  # "de film Dead Poets Society (1989)"
    run = behind_of(behind_chair(without_list(named or run, et_al=et_al), tokens), known=known)
    return run, bool(run) and (is_title(run, tokens) or is_caption(run))


def _title(run: list[Token]) -> Names | None:
    """Return what stands for a title; None without words."""
    return Names(run[0].start, (), et_al=False, sure=False) if run else None


def plain_names(text: str, start: int, end: int) -> Names | None:
    """Read names of the commonest forms, "Boonk et al., " and "Mapp & Kuttner, ", the same as :func:`read_names`.

    None for all else: where it is a name at all, :func:`read_names` has to say.
    """
    plain = _PLAIN.fullmatch(text, start, end)
    authors = tuple(mended(words) for words in plain.group(1, 3) if words) if plain else ()
    if plain is None or not all(map(_is_plain, authors)) or " en ".join(authors).lower() in BODIES:
        return None
    et_al = plain[2] is not None
    return Names(start, authors, et_al, et_al or len(authors) > 1)


def _pop_end(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Take from the end the comma, abbreviations in brackets, which are returned, and "et al."."""
    if tokens and tokens[-1].kind == "comma":
        tokens.pop()
    abbreviated: list[Token] = []
    while tokens and tokens[-1].kind == "abbr":
        abbreviated.insert(0, tokens.pop())
    et_al = bool(tokens) and tokens[-1].kind == "etal"
    if et_al:
        tokens.pop()
        if tokens and tokens[-1].kind in {"comma", "amp"}:
            tokens.pop()
    return abbreviated, et_al


def _may_end(tokens: list[Token], *, in_bracket: bool) -> bool:
    """Whether names can end with these words: with a capital, or with the initials behind one, "Lin J. et al."."""
    if tokens[-1].kind == "init":
        return in_bracket or (len(tokens) > 1 and tokens[-2].kind == "cap" and tokens[-2].lower not in NOT_NAMES)
    return tokens[-1].kind == "cap"


def _is_surname(authors: tuple[str, ...]) -> bool:
    """Whether every name that may be another word is one that people have: "(Law, 2009)", "(Paris & Paris, 2003)"."""
    words = [name.split() for name in authors]
    return all(len(parts) == 1 or parts[0].lower() in PARTICLES for parts in words) and (
        any(parts[-1].lower() in SURNAMES for parts in words) or (len(authors) == 1 and authors[0].lower() in SURVEYS)
    )  # fmt: skip


def _is_led_surname(authors: tuple[str, ...]) -> bool:
    """Whether a name may be another word, and no place or abbreviation: "door Zomer (2013)"."""
    last = [name.split()[-1].lower() for name in authors]
    words = [word for word in last if word in SURNAMES | MONTHS and word not in PLACES]
    return bool(words) and not any(name.isupper() for name in words)


def _is_office(authors: tuple[str, ...], run: list[Token], tokens: list[Token]) -> bool:
    """Whether it is a body or a group in common words: "Gemeenteraad (2018)", "Groep Acht (2019)"."""
    words = authors[0].lower().split()
    if len(authors) > 1:
        return False
    place = len(tokens) - len(run)
    before = tokens[place - 1].lower if place else ""
    return (words[-1] in OFFICES and words[:-1] in ([], ["de"])) or (
        words[-1] in NUMBERS and (words[0] if words[1:] else before) in NUMBERED
    )


def _is_person(parts: list[list[Token]]) -> bool:
    """Whether the words can be names of persons or of one body at all: capitals, and particles between."""
    return all(token.kind in {"cap", "link", "init", "abbr"} for part in parts for token in part)


@lru_cache(maxsize=8192)
def _is_plain(name: str) -> bool:
    """Whether it is a family name, perhaps with "Van der" before it, of which nothing more need be asked."""
    word = name.rsplit(" ", 1)[-1]
    lower = word.lower()
    known = (NOT_NAMES, PARTICLES, MONTHS, PLACES, ADJECTIVES)
    return not (
        word.isupper()
        or any(lower in words for words in known)
        or name.lower() in TWO_WORD_PLACES
        or _is_months(lower)
        or is_body(word)
        or is_law(word)
    )


def _parts(run: list[Token]) -> list[list[Token]]:
    """Split a run at commas, "en" and "&"; a body keeps those inside its name."""
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(run):
        if token.kind in {"comma", "conj", "amp"}:
            if parts[-1] and not _joins(parts[-1], token, run[index + 1 :]):
                parts.append([])
            elif parts[-1]:
                parts[-1].append(token)
        else:
            parts[-1].append(token)
    return [part for part in parts if any(token.kind in {"cap", "link"} for token in part)]


def _joins(part: list[Token], separator: Token, rest: list[Token]) -> bool:
    """Whether a comma, "en" or "&" stands inside the name of a body."""
    rest = rest[1:] if rest and rest[0].kind in {"conj", "amp"} else rest
    following = next((token for token in rest if token.kind == "cap"), None)
    if following is None or all(token.kind == "init" for token in part):
        return False
    if separator.kind != "comma" and f"{part[-1].lower} en {following.lower}" in BODIES:
        return True
    if len(part) == 1 and part[0].lower in ADJECTIVES:
        return separator.kind == "conj"
    body = any(is_body(token.text) for token in part)
    return body and not (
        part[-1].kind == "abbr" or part[-1].text.isupper() or is_body(following.text) or following.text.isupper()
        or any(token.kind == "init" for token in rest[:3]) or (separator.kind == "amp" and len(part) == 1)
    )  # fmt: skip


def _author(part: list[Token], *, in_bracket: bool) -> str:
    """Return a name without initials or a first name before a particle, as printed otherwise."""
    kept = [token for token in part if token.kind != "init" or token.text.strip() in _COUNTRY_INITIALS]
    while kept and kept[0].kind in {"comma", "conj", "amp"}:
        kept = kept[1:]
    while kept and kept[-1].kind in {"comma", "conj", "amp", "link"}:
        kept = kept[:-1]
    if _has_first_name(kept, in_bracket=in_bracket):
        kept = kept[1:]
    owner = _POSSESSIVE.search(kept[-1].text) if kept and kept[-1].kind == "cap" else None
    if owner:
        kept = [*kept[:-1], kept[-1]._replace(text=kept[-1].text[: owner.start()])]
    words = ""
    for token in kept:
        glue = "" if not words or token.kind == "comma" or words.endswith(("'", "’")) else " "
        words += glue + token.text.strip() if glue or not words else glue + token.text
    return words


def _has_first_name(part: list[Token], *, in_bracket: bool) -> bool:
    """Whether it reads "Annemiek van der Vegt": a word, a particle in lower case, one family name, and no body."""
    kinds = [token.kind for token in part]
    if (
        not part[2:]
        or part[0].lower in PARTICLES
        or kinds[0] != "cap"
        or kinds[-1] != "cap"
        or set(kinds[1:-1]) != {"link"}
    ):
        return False
    particles = [token.lower for token in part[1:-1]]
    sure = all(particle in {"van", "de", "der", "den", "ten", "ter", "te", "von"} for particle in particles)
    if in_bracket:
        return False  # "(Ouders van Waarde, 2018)", "(Mies van der Rohe, 1930)": whole, as it is printed
    return sure and not part[0].text.isupper() and not is_body(part[0].text)


def _is_author(
    parts: list[list[Token]], authors: tuple[str, ...], *, et_al: bool, in_bracket: bool, comma: bool
) -> bool:
    """Whether these are authors and not a law, a date, a place or an abbreviation of something else."""
    for part in parts:
        capitals = [token for token in part if token.kind == "cap" and token.lower not in PARTICLES]
        body = any(is_body(token.text) for token in part)
        asked = [*capitals[: 2 if _is_adjective(capitals) else 1], capitals[-1]] if body else capitals
        if any(is_law(token.text) for token in asked) and not _is_census_bureau(capitals):
            return False
        if not in_bracket and not body and any(t.kind == "link" and t.lower in NOT_IN_PERSONS for t in part[1:-1]):
            return False
    if all(name.islower() for name in authors):
        return False
    if et_al:
        return True
    last, alone = authors[-1].lower(), len(authors) == 1
    if last in PLACES and (alone or authors[0].lower() in PLACES):
        return False
    if _is_months(last.split()[-1]):
        return False
    season = last.split()[-1] in MONTHS and authors[-1].split()[0] not in {"Van", "De", "Den", "Ten", "Ter"}
    if last in TWO_WORD_PLACES or (season and not (comma and in_bracket)):
        return False
    return not (alone and last in NOT_NAMES and last not in MONTHS)


def _is_census_bureau(capitals: list[Token]) -> bool:
    """Whether it is the body that holds a census, and not the census: "U.S. Census Bureau"."""
    return [token.lower for token in capitals[-2:]] == ["census", "bureau"]


def _is_months(word: str) -> bool:
    """Whether a word is a stretch of months: "oktober-november"."""
    parts = re.split(r"[-–/]", word)
    return len(parts) > 1 and all(part in MONTHS for part in parts)


def _is_adjective(capitals: list[Token]) -> bool:
    """Whether a body would begin with a word that says where it holds: "Algemene Verordening Gegevensbescherming"."""
    return capitals[0].lower in {"algemene", "europese", "internationale", "koninklijk", "landelijke", "vlaamse"}


def whole_body(
    text: str, low: int, end: int, names: Names | None, *, comma: bool, known: Collection[str] = ()
) -> Names | None:
    """Return the name of a body in small letters, or a site: "(Ministerie van ocw, 1996)", "(oecd, 2006)"."""
    words = text[low:end].rstrip(" ,\n\t")
    if ("." in words and _SITE.fullmatch(words)) or (comma and (MAKERS.fullmatch(words) or _HUMP.fullmatch(words))):
        return Names(low, (words,), et_al=False, sure=True)
    body = _BODY_IN_SMALL.fullmatch(words) if comma and (names is None or names.start > low) else None
    if body is None or not is_body(body[1]) or (names is not None and len(names.authors) > MANY):
        last = words[words.rfind(" ") + 1 :]
        if names is None and comma and last.isalpha() and (last in SMALL_CAPITALS or folded(last) in known):
            return Names(low + len(words) - len(last), (last,), et_al=False, sure=False)
        return names
    return Names(low, (mended(words),), et_al=False, sure=False)
