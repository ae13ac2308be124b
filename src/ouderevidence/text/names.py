"""Read the names that stand directly before a year: backwards, until the words are no longer part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ouderevidence.text.lexicon import (
    ADJECTIVES,
    ARTICLES,
    BODIES,
    BODY,
    CONJUNCTIONS,
    LAW,
    LINKS,
    LOWER_BODIES,
    MONTHS,
    NOT_IN_PERSONS,
    NOT_NAMES,
    NOUN,
    PARTICLES,
    PLACES,
    SURE_PARTICLES,
    SURNAMES,
    SURVEYS,
    TWO_WORD_PLACES,
)

if TYPE_CHECKING:
    from collections.abc import Collection

WINDOW: Final = 300  # characters before a year in which its names must stand
HEADING_CAPITALS: Final = 4  # letters of a heading in capitals, at least
LONGEST_ACRONYM: Final = 6  # letters of an abbreviation in capitals, at most
LONGEST: Final = 12  # tokens in one name: "Organisation for Economic Co-operation and Development"

# A letter of any script, combining accents included: no ASCII or Latin-1 sign, no punctuation block.
LETTER: Final = (
    r"[^\x00-\x40\x5b-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7"
    r"\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\ufff0-\uffff]"
)
_TOKEN: Final = re.compile(
    rf"""
    (?P<etal> et\.?\s+al\b\.?(?:['’]s)? | e\.\s?a\. | c\.s\. | (?:en|and)\s+(?:(?:haar|zijn|hun|her|his|their)\s+)?
              (?:anderen|others|collega['’]?s|colleagues)\b )
  | (?P<abbr> \[[^\[\]\n]{{1,40}}\] | \([A-Z][\w&-]{{1,14}}\) )
  | (?P<init> (?:(?:[A-ZÀ-ÖØ-Þ]|Th|Ph|Ch|Chr|Joh|IJ)\.[-‐]?[ ]?)+ )
  | (?P<word> ['’]?{LETTER}+(?:(?:-[ \t]*\n\s*|[-‐‑–'’/])(?:{LETTER}|\d)+)*
              (?:['’](?=\s*$))? )
  | (?P<amp> & )
  | (?P<comma> , )
  | (?P<other> \S )
    """,
    re.VERBOSE,
)
# The commonest forms, "Boonk et al., " and "Mapp & Kuttner, ", need no more than this.
_FAMILY: Final = rf"(?:(?:Van|De)\s+(?:(?:der?|den)\s+)?)?[A-Z]{LETTER}+(?:-\n?[A-Z]{LETTER}+)*"
_PLAIN: Final = re.compile(rf"({_FAMILY})(?:\s+(et\.?\s+al\b\.?)|\s+(?:&|en|and)\s+({_FAMILY}))?,\s+")
_BROKEN: Final = re.compile(rf"-[ \t]*\n\s*(?={LETTER})")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LINE_END: Final = re.compile(r"[.!?:;”\"»…\n]\s*$")
_ADVERB: Final = re.compile(r"[A-Z][a-z]{3,}(?:ly|wise|theless|more)|Kortom|Overigens|Bovendien|Anderzijds|Enerzijds")
_HYPHENED: Final = re.compile(r"(?:el|al|as|ad|an|ar|at|az|bin|ben|ibn)-[A-Z]")
_NUMBERED_HEADING: Final = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]+[A-ZÀ-Þ][^\n.,;:()]{2,70}")
_TITLE_ARTICLES: Final = frozenset({"the", "a", "an", "het", "een"})
_TITLE_WORDS: Final = frozenset({"of", "and", "in", "to", "with", "from", "for"})
_COUNTRY_INITIALS: Final = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "V.S.", "V.N."})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a mention and where they begin; ``sure`` when nothing but a citation looks like this."""

    start: int
    authors: tuple[str, ...]
    et_al: bool
    sure: bool


class _Token(NamedTuple):
    kind: str  # etal, abbr, init, cap, link, conj, amp, comma, lower, other
    start: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()


def mended(words: str) -> str:
    """Return printed words on one line: ``Musen-⏎gamana`` as ``Musengamana``, ``Hoover-⏎Dempsey`` with its hyphen."""
    if "\n" in words:
        words = _BROKEN.sub(lambda m: "-" if words[m.end()].isupper() else "", words)
    return " ".join(words.split())


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
        None when what stands there is no name: a date, a law, a place, an amount, a title.
    """
    tokens = _tokens(text, max(start, end - WINDOW), end)
    abbreviated, et_al = _pop_end(tokens)
    if not tokens or tokens[-1].kind not in ({"cap", "init"} if in_bracket else {"cap"}):
        return None
    tokens = _below_heading(tokens, text)
    first = _run_start(tokens, et_al=et_al, known=known, proves=in_bracket and comma)
    before = tokens[first - 1] if first else None
    run = _trimmed(tokens[first:], before, text, at_start=in_bracket and first == 0)
    if not in_bracket:
        run = _without_list(run, et_al=et_al)
    if not run or (not in_bracket and (_is_title(run, tokens) or _is_caption(run))):
        return None
    parts = _parts(run + abbreviated)
    authors = tuple(mended(_author(part, in_bracket=in_bracket)) for part in parts)
    proven = any(_folded(name) in known for name in authors) or (in_bracket and comma and _is_surname(authors))
    if not all(authors) or not (
        _is_author(parts, authors, et_al=et_al, in_bracket=in_bracket, comma=comma) or (proven and _is_person(parts))
    ):
        return None
    sure = et_al or len(authors) > 1
    return Names(run[0].start, authors, et_al, sure)


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


def _pop_end(tokens: list[_Token]) -> tuple[list[_Token], bool]:
    """Take from the end the comma, abbreviations in brackets, which are returned, and "et al."."""
    if tokens and tokens[-1].kind == "comma":
        tokens.pop()
    abbreviated: list[_Token] = []
    while tokens and tokens[-1].kind == "abbr":
        abbreviated.insert(0, tokens.pop())
    et_al = bool(tokens) and tokens[-1].kind == "etal"
    if et_al:
        tokens.pop()
        if tokens and tokens[-1].kind in {"comma", "amp"}:
            tokens.pop()
    return abbreviated, et_al


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind, words = str(match.lastgroup), match[0]
        if kind == "word":
            kind = _kind(words)
        found.append(_Token(kind, match.start(), words))
    return found


@lru_cache(maxsize=8192)
def _kind(word: str) -> str:
    lower = word.lower()
    if word[0].isupper() or lower in LOWER_BODIES:
        return "cap"
    if lower in CONJUNCTIONS:
        return "conj"
    if lower in LINKS:
        return "link"
    if word[0] in "'’":
        return "cap" if word[1:2].isupper() or word[1:3] in {"s-"} else "other"
    if _HYPHENED.match(word):
        return "cap"  # el-Sadat
    # d'Angelo, l'Hôpital, 's-Gravenhage, eHealth is not: a short lower-case beginning and a capital
    return "cap" if word[1:2] in {"'", "’"} and word[2:3].isupper() else "lower"


def _below_heading(tokens: list[_Token], text: str) -> list[_Token]:
    """Leave out a heading that stands glued above the line of the names: capitals only, or led by a number."""
    for index in range(len(tokens) - 1, 0, -1):
        one, two = tokens[index - 1], tokens[index]
        between = text[one.start + len(one.text) : two.start]
        if "\n" not in between or two.kind != "cap":
            continue
        begin = text.rfind("\n", 0, one.start) + 1
        line = text[begin : one.start + len(one.text)]
        capitals = line.isupper() and len(line) >= HEADING_CAPITALS and not two.text.isupper()
        if capitals or _NUMBERED_HEADING.fullmatch(line):
            return tokens[index:]
    return tokens


def _is_title(run: list[_Token], tokens: list[_Token]) -> bool:
    """Whether it is the title of a book or film in the sentence: "The Adventures of Tom Sawyer (1876)"."""
    place = next(index for index, token in enumerate(tokens) if token.start == run[0].start)
    article = any(token.lower in _TITLE_ARTICLES for token in tokens[max(0, place - 1) : place + 1])
    links = [token for token in run if token.kind == "link" or token.lower in _TITLE_WORDS]
    return article and len(run) > 1 and bool(links) and not any(_is_body(token.text) for token in run)


def _is_caption(run: list[_Token]) -> bool:
    """Whether it is a heading or a caption in capitals: "ILLUSTRATIES VAN ANNET (2009)"."""
    words = [token.text for token in run if token.kind in {"cap", "link", "conj"}]
    return len(words) > 1 and all(word.isupper() for word in words) and max(map(len, words)) > LONGEST_ACRONYM


def _folded(name: str) -> str:
    from ouderevidence.text.name_forms import folded

    return folded(name)


def _is_surname(authors: tuple[str, ...]) -> bool:
    """Whether every name that may be another word is one that people have: "(Law, 2009)", "(Paris & Paris, 2003)"."""
    words = [name.split() for name in authors]
    return all(len(parts) == 1 or parts[0].lower() in PARTICLES for parts in words) and (
        any(parts[-1].lower() in SURNAMES for parts in words) or (len(authors) == 1 and authors[0].lower() in SURVEYS)
    )  # fmt: skip


def _is_person(parts: list[list[_Token]]) -> bool:
    """Whether the words can be names of persons or of one body at all: capitals, and particles between."""
    return all(token.kind in {"cap", "link", "init", "abbr"} for part in parts for token in part)


def _run_start(tokens: list[_Token], *, et_al: bool, known: Collection[str], proves: bool) -> int:
    """Return the index at which the stretch of words that could be names begins."""
    index, since_separator = len(tokens), 0
    while index:
        token = tokens[index - 1]
        if token.kind in {"lower", "other", "etal"}:
            break
        if (
            token.kind == "cap"
            and token.lower in NOT_NAMES
            and not _is_name_anyway(tokens, index - 1)
            and not _is_proven(tokens, index - 1, et_al=et_al, known=known, proves=proves)
        ):
            break
        since_separator = 0 if token.kind in {"comma", "amp", "conj"} else since_separator + 1
        if since_separator > LONGEST:
            break
        index -= 1
    return index


def _is_proven(tokens: list[_Token], index: int, *, et_al: bool, known: Collection[str], proves: bool) -> bool:
    """Whether form or list proves that a word is a name: "You et al.", "Haar en Mol", "(De With, 2013)"."""
    token = tokens[index]
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if _folded(token.text) in known:
        return True
    if behind is None:
        return et_al or (proves and token.lower in SURNAMES)
    if behind.kind in {"conj", "amp"}:
        return token.lower in SURNAMES
    return proves and behind.kind in {"comma"} and token.lower in SURNAMES


def _is_name_anyway(tokens: list[_Token], index: int) -> bool:
    """Whether a word that often begins a sentence is a name here: "Van" itself, "Ten Have", or "May" on its own."""
    before = tokens[index - 1] if index else None
    return (
        tokens[index].lower in PARTICLES
        or (len(tokens) == 1 and tokens[index].lower in MONTHS)
        or (before is not None and before.kind == "cap" and before.lower in SURE_PARTICLES)
        or (before is not None and before.kind == "link" and before.lower in SURE_PARTICLES)
        or (before is not None and before.text in {"Van", "De", "van"} and _ends_name(tokens, index))
        or (before is not None and before.kind == "amp")
        or (before is not None and before.kind == "conj" and index == len(tokens) - 1 and _behind_name(tokens, index))
    )


def _ends_name(tokens: list[_Token], index: int) -> bool:
    """Whether a name ends with this word: nothing, a comma or "en" is behind it."""
    return index == len(tokens) - 1 or tokens[index + 1].kind in {"comma", "conj", "amp"}


def _behind_name(tokens: list[_Token], index: int) -> bool:
    """Whether a name stands before the "en" before a word: "Black en Wil"."""
    return index > 1 and tokens[index - 2].kind == "cap" and tokens[index - 2].lower not in NOT_NAMES


def _trimmed(run: list[_Token], before: _Token | None, text: str, *, at_start: bool) -> list[_Token]:
    """Take from the front what belongs to the sentence: commas, "van", "de", a noun that begins the sentence."""
    while run:
        first = run[0]
        if first.kind in {"comma", "conj", "amp", "abbr"}:
            at_start = False
            run = run[1:]
        elif first.kind == "link":
            if _keeps_particle(run, at_start=at_start):
                break
            at_start = False
            run = run[1:]
        elif (
            _is_article(run, in_bracket=at_start)
            or _is_office(run)
            or (not at_start and _begins_sentence(run, before, text))
        ):
            run = run[1:]
        else:
            break
    return run


def _keeps_particle(run: list[_Token], *, at_start: bool) -> bool:
    """Whether a lower-case particle at the front is part of the name: "van der Vegt", not "van Epstein"."""
    index = next((i for i, token in enumerate(run) if token.kind != "link"), len(run))
    if index == len(run) or run[index].kind != "cap" or run[0].lower not in PARTICLES:
        return False
    if any(token.lower in SURE_PARTICLES for token in run[:index]):
        return run[0].lower not in {"in", "op", "aan", "uit", "door", "bij", "of", "over", "tot"} or (
            index > 1 and run[1].lower in {"'t", "’t"}
        )
    return at_start and run[0].lower not in {"in", "op", "het", "uit", "bij", "of", "over", "tot", "aan"} and (
        not _is_body(run[index].text)
    )  # fmt: skip


def _is_article(run: list[_Token], *, in_bracket: bool) -> bool:
    """Whether a capital "De" is an article: before a body, not before a family name."""
    if run[0].text == "De" and len(run) == 2 and in_bracket:  # noqa: PLR2004 - "(De Raad, 2012)": a family
        return False
    return run[0].lower in ARTICLES and len(run) > 1 and run[1].kind == "cap" and (
        run[0].lower in {"the", "a", "an", "het", "een"} or _is_body(run[1].text)
    )  # fmt: skip


def _is_office(run: list[_Token]) -> bool:
    """Whether it is "gemeente" and then no name of one."""
    first, rest = run[0], run[1:]
    return first.lower in LOWER_BODIES and first.text.islower() and (not rest or rest[0].kind not in {"cap", "link"})


def _begins_sentence(run: list[_Token], before: _Token | None, text: str) -> bool:
    return _is_preposition(run) or _is_noun(run, before, text)


def _is_preposition(run: list[_Token]) -> bool:
    """Whether "In" or "Bij" begins the sentence: before a name, unless it is one ("In 't Veld", "Op de Beeck")."""
    return run[0].lower in {"in", "bij", "uit", "op", "aan", "over", "onder", "tot", "of"} and (
        len(run) > 1 and run[1].kind == "cap"
    )  # fmt: skip


def _is_noun(run: list[_Token], before: _Token | None, text: str) -> bool:
    """Whether the sentence begins with a noun and "van": "Onderzoek van Boonk"."""
    if not run[1:] or run[1].kind not in {"link", "conj"} or _is_body(run[0].text):
        return False
    begins = before is None or bool(_LINE_END.search(text[before.start : run[0].start])) or before.kind == "other"
    return begins and NOUN.fullmatch(run[0].text) is not None


def _without_list(run: list[_Token], *, et_al: bool) -> list[_Token]:
    """In a sentence, names with commas between them are a list only if "en", "and" or "et al." closes it."""
    commas = [i for i, token in enumerate(run) if token.kind == "comma"]
    if not commas:
        return run
    if commas[0] == 1 and _ADVERB.fullmatch(run[0].text):
        return _without_list(run[2:], et_al=et_al)  # "Critically, Alvarez & Cavanagh (2004)"
    if any(_is_body(token.text) for token in run[: commas[0]] if token.kind == "cap"):
        return run
    closed = et_al or any(token.kind in {"conj", "amp"} for token in run[commas[-1] :])
    return run if closed else run[commas[-1] + 1 :]


@lru_cache(maxsize=8192)
def _is_body(word: str) -> bool:
    return BODY.fullmatch(mended(word)) is not None


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
        or _is_body(word)
        or _is_law(word)
    )


@lru_cache(maxsize=8192)
def _is_law(word: str) -> bool:
    return LAW.fullmatch(mended(word)) is not None


def _parts(run: list[_Token]) -> list[list[_Token]]:
    """Split a run at commas, "en" and "&"; a body keeps those inside its name."""
    parts: list[list[_Token]] = [[]]
    for index, token in enumerate(run):
        if token.kind in {"comma", "conj", "amp"}:
            if parts[-1] and not _joins(parts[-1], token, run[index + 1 :]):
                parts.append([])
            elif parts[-1]:
                parts[-1].append(token)
        else:
            parts[-1].append(token)
    return [part for part in parts if any(token.kind in {"cap", "link"} for token in part)]


def _joins(part: list[_Token], separator: _Token, rest: list[_Token]) -> bool:
    """Whether a comma, "en" or "&" stands inside the name of a body."""
    rest = rest[1:] if rest and rest[0].kind in {"conj", "amp"} else rest
    following = next((token for token in rest if token.kind == "cap"), None)
    if following is None or all(token.kind == "init" for token in part):
        return False
    if separator.kind != "comma" and f"{part[-1].lower} en {following.lower}" in BODIES:
        return True
    if len(part) == 1 and part[0].lower in ADJECTIVES:
        return separator.kind == "conj"
    body = any(_is_body(token.text) for token in part)
    return body and not (
        part[-1].kind == "abbr" or part[-1].text.isupper() or _is_body(following.text) or following.text.isupper()
        or any(token.kind == "init" for token in rest[:3]) or (separator.kind == "amp" and len(part) == 1)
    )  # fmt: skip


def _author(part: list[_Token], *, in_bracket: bool) -> str:
    """Return a name without initials or a first name before a particle, as printed otherwise."""
    kept = [token for token in part if token.kind != "init" or token.text.strip() in _COUNTRY_INITIALS]
    while kept and kept[0].kind in {"comma", "conj", "amp"}:
        kept = kept[1:]
    while kept and kept[-1].kind in {"comma", "conj", "amp", "link"}:
        kept = kept[:-1]
    if _has_first_name(kept, in_bracket=in_bracket):
        kept = kept[1:]
    if kept and kept[-1].kind == "cap":
        kept = [*kept[:-1], kept[-1]._replace(text=_POSSESSIVE.sub("", kept[-1].text))]
    words = ""
    for token in kept:
        glue = "" if not words or token.kind == "comma" or words.endswith(("'", "’")) else " "
        words += glue + token.text.strip() if glue or not words else glue + token.text
    return words


def _has_first_name(part: list[_Token], *, in_bracket: bool) -> bool:
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
    return sure and not part[0].text.isupper() and not _is_body(part[0].text)


def _is_author(
    parts: list[list[_Token]], authors: tuple[str, ...], *, et_al: bool, in_bracket: bool, comma: bool
) -> bool:
    """Whether these are authors and not a law, a date, a place or an abbreviation of something else."""
    for part in parts:
        capitals = [token for token in part if token.kind == "cap" and token.lower not in PARTICLES]
        body = any(_is_body(token.text) for token in part)
        if any(_is_law(token.text) for token in (capitals if not body else [capitals[0], capitals[-1]])):
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
    if last in TWO_WORD_PLACES or (last.split()[-1] in MONTHS and not (comma and in_bracket)):
        return False
    return not (alone and last in NOT_NAMES and last not in MONTHS)
