"""Words: folded, without stop words, and cut to a stem by rules for Dutch and English that fit on a page.

``products/explorer/web/search.js`` follows the same steps over the same tables, which ``TABLES`` hands it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_TEXT = 2_000  # characters of a query that are read
MAX_WORDS = 24  # words of a query that are looked up
MAX_LETTERS = 50  # no Dutch or English word is longer
MIN_PART = 3  # letters of a part of a compound

_STOP_WORDS = """
aan al alle allemaal als bij bijvoorbeeld ben bent beter daar dan dat de deze die dit doe doen doet door dus een eigen
en er ergens er gaan gaat geen geldt gelden goed had hebben hebt heeft heel helpt hem hen het hier hij hoe hoeveel hun
ik iets in is ja je jij jou jullie kan kun kunnen kunt maar mag me meer mee men met mij mijn moet moeten na naar niet
niets nog nou nu of om omdat ons onze ook op over per soms te tegen toch tot uit uw van vaak veel via vind vinden voor
waar waarom waarvoor wanneer want waren was wat we wel welk welke werkt wie wij wil willen word worden wordt zal ze
zich zij zijn zo zoals zou zouden zonder zullen
a about against all also am an and any are as at be been best but by can could did do does for from had has have how i
if in into is it its just like many me more most much my no not of often on or our out really she should so some than
that the their them there these they this those to us very was we were what when where which who why will with works
would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Letters that Unicode does not take apart, and marks that stand inside a word.
LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"} | dict.fromkeys("'’‘ʼ`´\u00ad", "")

# Endings in the order they are tried: ending, letters that must be left, letters that may not or must stand before it.
SUFFIXES: tuple[tuple[str, int, str, str], ...] = (
    ("heden", 4, "", ""),
    ("heid", 4, "", ""),
    ("ingen", 4, "", ""),
    ("ing", 4, "", ""),
    ("ment", 5, "", ""),
    ("ly", 4, "i", ""),
    ("en", 3, "", ""),
    ("ed", 4, "aeiou", ""),
    ("s", 4, "iujs", ""),
    ("e", 3, "", ""),
    ("t", 4, "", "kplrgfs"),
)
# Their vowel stays short in a longer form: dag, dagen.
SHORT = ("dag", "weg", "slag")
# Words that a rule would turn into another word.
KEPT = frozenset({"scholing", "status", "mening", "kosten", "feiten"})

TABLES: dict[str, object] = {
    "maxText": MAX_TEXT,
    "maxWords": MAX_WORDS,
    "maxLetters": MAX_LETTERS,
    "minPart": MIN_PART,
    "stopWords": sorted(STOP_WORDS),
    "letters": LETTERS,
    "suffixes": [list(rule) for rule in SUFFIXES],
    "short": list(SHORT),
    "kept": sorted(KEPT),
}

_MARKS = re.compile("[\u0300-\u036f]")
_LETTERS = re.compile(f"[{''.join(LETTERS)}]")
_WORD = re.compile("[a-z0-9]+")
_VOWELS = "aeiou"
_UNSTRESSED = "lrnm"  # after -e- in a last syllable: "ontwikkelen", "kinderen"
_HARDENED = {"v": "f", "z": "s", "y": "i"}


def fold(text: str) -> str:
    """Return a text in lower case, without accents and apostrophes.

    Examples
    --------
    >>> fold("Programma’s van Iliás")
    'programmas van ilias'
    """
    lower = unicodedata.normalize("NFD", text).lower()
    return _LETTERS.sub(lambda match: LETTERS[match[0]], _MARKS.sub("", lower))


def words(text: str) -> list[str]:
    """Return the words that carry meaning, folded, in order; a text of stop words alone has none.

    Examples
    --------
    >>> words("Wat werkt bij vaders?")
    ['vaders']
    """
    found = (word for word in _WORD.findall(fold(text)) if 1 < len(word) <= MAX_LETTERS)
    return [word for word in found if word not in STOP_WORDS]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, as near to a Dutch word as the rules get.

    Examples
    --------
    >>> [stem(word) for word in ("scholen", "betrokkenheid", "betrokken", "families", "familie")]
    ['school', 'betrok', 'betrok', 'famili', 'famili']
    """
    if word in KEPT or not word.isalpha():
        return word
    cut, vowel = word, False
    while True:
        for ending, least, not_after, after in SUFFIXES:
            rest = len(cut) - len(ending)
            if rest < least or not cut.endswith(ending) or cut[rest - 1] in not_after:
                continue
            if after and cut[rest - 1] not in after:
                continue
            cut, vowel = cut[:rest], ending[0] in _VOWELS
            break
        else:
            return _spelled(cut, before_vowel=vowel)


def _spelled(cut: str, *, before_vowel: bool) -> str:
    """Undo what Dutch spelling does before an ending: talen, taal; sociale, sociaal; gezinnen, gezin."""
    last, before = cut[-1], cut[-2]
    longer = any(letter in _VOWELS for letter in cut[:-3])
    if before_vowel and last not in _VOWELS and last == before:
        cut = cut[:-1]
    elif (
        before_vowel and last not in "aeiouwxy" and before in "aeou" and (cut[-3] not in _VOWELS or cut[-3:-1] == "ia")
    ):
        unstressed = before == "e" and last in _UNSTRESSED and any(letter in _VOWELS for letter in cut[:-2])
        cut = cut if unstressed or cut.endswith(SHORT) else cut[:-1] + before + last
    elif longer and cut[-3:-1] == "ee" and last in _UNSTRESSED:
        cut = cut[:-2] + last  # "voordeel", as "voordelen"
    return cut[:-1] + _HARDENED.get(cut[-1], cut[-1])
