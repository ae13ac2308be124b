"""The words before a year, one by one: what kind each is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ouderevidence.text.lexicon import BODY, CONJUNCTIONS, HONORIFIC, LAW, LINKS, LOWER_BODIES, NOUN

# A letter of any script, combining accents included: no ASCII or Latin-1 sign, no punctuation block.
LETTER: Final = (
    r"[^\x00-\x40\x5b-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7"
    r"\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\ufff0-\uffff]"
)
_ET_AL: Final = r"[Ee]t(?:\.|\.?\s+)al(?:ii|l)?\b\.?"
_TOKEN: Final = re.compile(
    rf"""
    (?P<etal> {_ET_AL}(?:['’]s)? | [*_]{{1,2}}{_ET_AL}[*_]{{0,2}} | ET\s+AL\b\.? | (?:el|at)\s+al\b\.?
              | e\.\s?a\.? (?!\w) | c\.s\.
              | (?<!\w) ea\.? (?=[,\s]*\Z)
              | (?:(?:en|and|&)\s+){{1,2}}(?:(?:haar|zijn|hun|her|his|their)\s+)?(?:anderen|others|collega['’]?s
                |colleagues|co-?workers|medewerkers|(?<=[nrs]\s)team)\b )
  | (?P<junior> Jr\b\.? )
  | (?P<abbr> \[[^\[\]\n]{{1,40}}\] | \([A-Z][\w&-]{{1,14}}\) )
  | (?P<init> (?:(?:[A-ZÀ-ÖØ-Þ]|Th|Ph|Ch|Chr|Joh|IJ)\.[-‐]?[ ]?)+ )
  | (?P<word> [Dd]e['’](?=\s[A-ZÀ-Þ])
              | (?:Ste?\.[ ](?=[A-Z]))?['’]?{LETTER}+(?:(?:-[ \t]*\n\s*|[-‐‑–'’/])(?:{LETTER}|\d)+)*
              (?:['’](?=\s*$))? )
  | (?P<amp> & )
  | (?P<comma> , )
  | (?P<other> \S )
    """,
    re.VERBOSE,
)
# The last word in small letters that stands alone: no token reaches over it, unless it is one of these.
_SMALL: Final = re.compile(r".*(?<=[^\s-]\s)([a-z]{4,})(?=\s)", re.DOTALL)
_OF_OTHERS: Final = frozenset(
    {"alii", "anderen", "colleagues", "collegas", "coworkers", "haar", "medewerkers", "others", "team", "their", "zijn"}
)
_BROKEN: Final = re.compile(rf"-[ \t]*\n\s*(?={LETTER})")
_HYPHENED: Final = re.compile(r"(?:el|al|as|ad|an|ar|at|az|bin|ben|ibn)-[A-Z]")


class Token(NamedTuple):
    """A word, initials, a sign or an abbreviation in brackets, and where it stands."""

    kind: str  # etal, abbr, init, cap, link, conj, amp, comma, lower, other
    start: int
    text: str

    @property
    def lower(self) -> str:
        """The words in small letters."""
        return self.text.lower()


def mended(words: str) -> str:
    """Return printed words on one line: ``Musen-⏎gamana`` as ``Musengamana``, ``Hoover-⏎Dempsey`` with its hyphen."""
    if "\n" in words:
        words = _BROKEN.sub(lambda m: "-" if words[m.end()].isupper() else "", words)
    return " ".join(words.split())


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind, words = str(match.lastgroup), match[0]
        if kind == "word":
            kind = kind_of(words)
        if kind == "junior" and found and found[-1].kind == "comma":
            found.pop()  # "King, Jr."
        if kind != "junior":
            found.append(Token(kind, match.start(), words))
    return found


def names_from(text: str, start: int, end: int) -> int:
    """Return the place from which on words must be read for the names at ``end``: the last word that ends any run."""
    if text.find("]", start, end) >= 0:
        return start  # an abbreviation in brackets may hold such a word
    stop = end
    while word := _SMALL.match(text, start, stop):
        stop = word.start(1)
        if word[1] not in _OF_OTHERS and kind_of(word[1]) == "lower":
            return stop
    return start


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """Return the kind of a word."""
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


@lru_cache(maxsize=8192)
def is_body(word: str) -> bool:
    """Whether a word is the head word of a body's name."""
    return BODY.fullmatch(mended(word)) is not None


@lru_cache(maxsize=8192)
def is_law(word: str) -> bool:
    """Whether a word is what a law, a policy paper or a survey is called, "LEA-convenant" too."""
    whole = mended(word)
    first, hyphen, last = whole.rpartition("-")
    compound = bool(hyphen) and (last.islower() or first.isupper())
    return LAW.fullmatch(last if compound else whole) is not None or LAW.fullmatch(whole) is not None


@lru_cache(maxsize=8192)
def is_honorific(word: str) -> bool:
    """Whether a word is a title or an office before a name: "Mevrouw", "oud-wethouder"."""
    return HONORIFIC.fullmatch(mended(word)) is not None


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether a word may begin a sentence before "van" and is no given name."""
    return NOUN.fullmatch(word) is not None
