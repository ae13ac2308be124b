"""How the Dutch statements read: long sentences, long words, passives.

These are features that a writer can mend, not a level: no CEFR level such as B1 follows from them, and none is claimed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

    from ouderevidence.library.library import Library

MOST_WORDS: Final = 25  # a sentence with more stands out
LONG_WORD: Final = 7  # letters; Björnsson's LIX calls a word of more than six letters long

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_ABBREVIATION: Final = re.compile(
    r"(?<!\w)(?:(?i:bijv|blz|ca|dhr|dr|enz|evt|excl|incl|jl|max|min|mr|mw|nr|nrs|o\.a|prof|resp|vgl|zgn|al)"
    r"|(?:[a-z]\.)+[a-z]|[A-Z])\.$"
)
_SENTENCE_END: Final = re.compile(r"[.!?…]+[”’\"')]*(?=\s+[“‘\"'(]?[A-Z0-9À-Þ])")
_TO_BECOME: Final = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_BEFORE_GE: Final = (
    "aan|achter|af|bij|binnen|buiten|deel|door|in|klaar|los|mee|na|neer|om|onder|op|open|over|plaats|rond|samen|stil"
    "|tegemoet|tegen|teleur|terug|thuis|toe|uit|vast|vol|voor|vrij|waar|weg"
)
# A participle: ge- with -d, -t or -en, also after a separable part ("voorgelezen"); be-, her-, ont-, ver- with -d, -t.
_PARTICIPLE: Final = re.compile(rf"(?:{_BEFORE_GE})?ge\w{{2,}}(?:d|t|en)|(?:be|her|ont|ver)\w{{3,}}(?:d|t)")
_STRONG: Final = frozenset({
    "bedreven", "begonnen", "begrepen", "beschreven", "besloten", "besproken", "betrokken", "bevonden", "bewezen",
    "bezocht", "herschreven", "onderbroken", "ondernomen", "onderschreven", "onderzocht", "ontbonden", "onthouden",
    "ontnomen", "ontvangen", "overgenomen", "overwogen", "verboden", "verbonden", "vergeleken", "vergeten",
    "verkregen", "verloren", "verstaan", "vertrokken", "vervangen", "verwezen", "voorkomen",
})  # fmt: skip
_NOT_PARTICIPLES: Final = frozenset({
    "beeld", "belang", "beleid", "bericht", "bestand", "bewind", "bezit", "gebaat", "gebeurtenissen", "gebied",
    "gebieden", "gebreken", "gebruiken", "gedachten", "geduld", "geld", "geldt", "gelegenheden", "geluid",
    "gemeenten", "genoegen", "gesprekken", "getallen", "gevallen", "gevoelens", "gevolgen", "gewoonten", "gezichten",
    "gezinnen", "gezond", "verband", "verstand", "vertrouwd", "verwant",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """What was counted in a text; ``longest`` is the number of words of its longest sentence."""

    sentences: int
    words: int
    longest: int
    long_words: int
    passives: int


def sentences(text: str) -> list[str]:
    """Return the sentences of a Dutch text, with their closing marks.

    A full stop ends one when a capital or a digit follows, and it is not that of an abbreviation or an initial.

    Examples
    --------
    >>> sentences("Ouders helpen, bijv. Bij het lezen. Dat werkt!")
    ['Ouders helpen, bijv. Bij het lezen.', 'Dat werkt!']
    """
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[start : end.end()]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def words(text: str) -> list[str]:
    """Return the words of a text: letters and digits, held together by a hyphen, an apostrophe, a point or a slash.

    Examples
    --------
    >>> words("Kinderen van 2-4 jaar, en foto’s.")
    ['Kinderen', 'van', '2-4', 'jaar', 'en', 'foto’s']
    """
    return _WORD.findall(text)


def is_passive(sentence: str) -> bool:
    """Say whether a sentence is likely to be passive: a form of *worden* and a past participle in it.

    A rule of thumb. It leaves out passives with *zijn* ("is onderzocht"), which look like other tenses, takes a
    participle by its form, and does not see to which verb it belongs.

    Examples
    --------
    >>> is_passive("Ouders worden door de school uitgenodigd."), is_passive("De verschillen worden groter.")
    (True, False)
    """
    found = [word.lower() for word in words(sentence)]
    return bool(_TO_BECOME.intersection(found)) and any(_is_participle(word) for word in found)


def _is_participle(word: str) -> bool:
    if word in _STRONG:
        return True
    if word in _NOT_PARTICIPLES or word in _TO_BECOME or word.endswith("heid"):
        return False
    return _PARTICIPLE.fullmatch(word) is not None


def measure(text: str) -> Features:
    """Count the sentences, words, long words (more than six letters) and passive sentences of a Dutch text.

    Examples
    --------
    >>> measure("Ouders lezen voor. Kinderen worden daardoor geholpen.")
    Features(sentences=2, words=7, longest=4, long_words=3, passives=1)
    """
    parts = sentences(text)
    counted = [words(part) for part in parts]
    together = [word for found in counted for word in found]
    return Features(
        sentences=len(parts),
        words=len(together),
        longest=max(map(len, counted), default=0),
        long_words=sum(sum(map(str.isalpha, word)) >= LONG_WORD for word in together),
        passives=sum(map(is_passive, parts)),
    )


def readability(library: Library) -> pd.DataFrame:
    """Return what was counted in the Dutch statement of each claim.

    Returns
    -------
    pandas.DataFrame
        A row per claim, by id: ``sentences``, ``words``, ``words_per_sentence`` and ``longest`` (in words),
        ``long_words``, ``passives`` (in sentences), and ``stands_out``: whether a sentence has more than 25 words.

    Examples
    --------
    >>> readability(library.where(parent_group="vaders")).columns[:3].tolist()
    ['sentences', 'words', 'words_per_sentence']
    """
    import pandas as pd

    counted = {claim.id: measure(claim.statement.nl) for claim in library}
    rows = [
        (
            found.sentences,
            found.words,
            round(found.words / found.sentences, 1) if found.sentences else 0.0,
            found.longest,
            found.long_words,
            found.passives,
            found.longest > MOST_WORDS,
        )
        for found in counted.values()
    ]
    names = ["sentences", "words", "words_per_sentence", "longest", "long_words", "passives", "stands_out"]
    return pd.DataFrame(rows, index=pd.Index(counted, name="id"), columns=names)


def total(library: Library) -> Features:
    """Return what was counted in all Dutch statements together; ``longest`` is the longest sentence of all."""
    found = [measure(claim.statement.nl) for claim in library]
    return Features(
        sentences=sum(part.sentences for part in found),
        words=sum(part.words for part in found),
        longest=max((part.longest for part in found), default=0),
        long_words=sum(part.long_words for part in found),
        passives=sum(part.passives for part in found),
    )
