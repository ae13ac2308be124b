"""Citations that only the reference list proves: its own names, or a body or title as it prints them, before its year.

What a reader of the text alone cannot know, the list says: that "Departement Cultuur, Jeugd en Media" is one body,
that "GDPR Article 5" is a work, that "Mol en Pol, 2015" in running text is a citation without brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ouderevidence.text.find import years
from ouderevidence.text.lexicon import PARTICLES
from ouderevidence.text.mentions import Mention
from ouderevidence.text.name_forms import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from ouderevidence.text.reference_list import Reference

WINDOW: Final = 200  # characters before a year in which the names must stand
WORDS: Final = 24  # words of them, at most
TITLE_WORDS: Final = 3  # words more than the name itself that make what was read a title glued to it

_RANGE: Final = re.compile(r"(?<![\w-])((?:1[89]|20)\d\d)\s?[-–/]\s?((?:(?:1[89]|20)\d\d)|\d\d)(?![\w-])")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_TWO_LETTERS: Final = re.compile(r"((?:1[5-9]|20)\d\d)(a[b-k])")
_JOINTS: Final = frozenset({"en", "and", "et", "und", "jr"})
_ET_AL: Final = re.compile(r"[\s,]+(?:et\.?\s+al\.?|e\.\s?a\.?|ea\.?)\s*$")
# Between the last name and the year: a comma, the end of a quotation, a bracket that opens; a column may end there.
_MONTHS: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# "Mol and Pol argued that (2017)": a verb may stand between them too.
_BEFORE_YEAR: Final = re.compile(
    rf"\.?[”\"'’“„*_\s]*(?:,[”\"'’*_]*\s*(?:\d{{1,2}}\s(?:{_MONTHS})\s)?|(?:\s[a-z]{{3,15}}\s(?:that|dat))?[\s,]*[(\[]\s*)$"
)
# Behind such a word two words are a noun, "via Amazon Turk, Mol and Pol"; "Anna Bos, Mol en Pol" are three persons.
_WITHIN: Final = re.compile(
    r"\b(?:via|in|on|with|from|using|through|op|met|onder|uit)\s(?:(?:the|de|het)\s)?$", re.IGNORECASE
)
_IN_YEAR: Final = re.compile(r"(?<=\bal\.)\s+in\s+$")  # "Mol et al. in 2007"


# The entries of a year by whether "et al." stands behind and the last word before it, with the words that name them.
_Named = dict[tuple[bool, str], "list[tuple[tuple[str, ...], Reference]]"]


def with_listed(
    text: str, mentions: Sequence[Mention], entries: Iterable[Reference], *, outside: Callable[[int], bool]
) -> tuple[Mention, ...]:
    """Return the citations of a text with those that its reference list proves, in order.

    Parameters
    ----------
    text
        The text.
    mentions
        What was found without the list, in order.
    entries
        The entries of its lists.
    outside
        Whether an offset lies outside the lists.

    Returns
    -------
    tuple of Mention
        A mention that the list shows to be a part of a longer name, or a longer name to be several, is replaced.
    """
    several: set[str] = set()
    names: set[str] = set()
    by_year: dict[str, _Named] = {}
    for entry in entries:
        names.update(folded(name.full_family) for name in entry.authors)
        for printed in sorted({words for words in _printed(entry) if words}, key=len, reverse=True):
            several |= {entry.year} if "/" in entry.year else set()
            et_al = printed[-1] == "*"
            words = printed[:-1] if et_al else printed
            for year in {*entry.year.split("/"), entry.year}:
                by_year.setdefault(year.casefold(), {}).setdefault((et_al, words[-1]), []).append((words, entry))
    if not by_year:
        return tuple(mentions)
    ends = [mention.end for mention in mentions]
    kept = dict(enumerate(mentions))
    extra: list[Mention] = []
    for start, end in [*years(text), *(_ranges(text) if several else ())]:
        known = by_year.get(_one_form(text[start:end]))
        if not known or not outside(start):
            continue
        new = _standing(text, start, end, known)
        if new is None:
            continue
        first = bisect_right(ends, new.start)
        over = [number for number in range(first, bisect_left(ends, end) + 1) if number in kept]
        over = [number for number in over if kept[number].start < end]
        if all(_is_less(kept[number], new) or _is_behind_noun(text, kept[number], new, names) for number in over):
            group = kept[over[0]].group if over else -1 - len(extra)
            for number in over:
                del kept[number]
            extra.append(replace(new, group=group))
    return tuple(sorted([*kept.values(), *extra], key=lambda mention: mention.start))


def with_letters(mentions: Iterable[Mention], entries: Iterable[Reference]) -> tuple[Mention, ...]:
    """Return the citations with "2020ab" as 2020a and 2020b, where the list has both and no 2020ab."""
    listed = {(folded(entry.authors[0].full_family), entry.year) for entry in entries if entry.authors}
    found: list[Mention] = []
    for mention in mentions:
        two = _TWO_LETTERS.fullmatch(mention.year)
        name = folded(mention.authors[0])
        years = [two[1] + letter for letter in two[2]] if two else []
        if not years or (name, mention.year) in listed or any((name, year) not in listed for year in years):
            found.append(mention)
            continue
        place = mention.text.rfind(mention.year) + len(years[0])
        found.append(replace(mention, end=mention.start + place, text=mention.text[:place], year=years[0]))
        start = mention.start + place
        letter = mention.text[place : place + 1]
        found.append(
            Mention(start, start + 1, letter, mention.authors, mention.et_al, years[1], group=mention.group)
        )  # fmt: skip
    return tuple(found)


def _ranges(text: str) -> list[tuple[int, int]]:
    """Return the places of years from which to which, "2010-2014" and "2010/11": they may be anything else too."""
    return [match.span() for match in _RANGE.finditer(text)]


def _one_form(year: str) -> str:
    """Return a year as entries have it: both years of a range in full."""
    found = _RANGE.fullmatch(year)
    if found is None:
        return " ".join(year.split()).casefold()
    first, last = found.groups()
    return f"{first}/{first[: 4 - len(last)]}{last}"


def _printed(entry: Reference) -> list[tuple[str, ...]]:
    """Return the words by which a text names an entry: all its authors, or the first with "et al."."""
    names = [name.full_family for name in entry.authors]
    return [_words(" ".join(names)), (*_words(names[0]), "*") if len(names) > 1 else ()] if names else []


def _words(names: str) -> tuple[str, ...]:
    return tuple(word for word in (folded(found) for found in _WORD.findall(names)) if word and word not in _JOINTS)


def _standing(text: str, start: int, end: int, known: _Named) -> Mention | None:
    """Return the citation that stands before a year, of the entry with the most words; None if none of them does."""
    low = max(0, start - WINDOW)
    before = _BEFORE_YEAR.search(text, low, start) or _IN_YEAR.search(text, low, start)
    if before is None:
        return None
    et_al = _ET_AL.search(text, low, before.start())
    stop = et_al.start() if et_al else before.start()
    spans = [(m.start(), m.end(), folded(m[0])) for m in _WORD.finditer(text, low, stop)]
    spans = [span for span in spans if span[2] and span[2] not in _JOINTS][-WORDS:]
    if not spans:
        return None
    best: tuple[int, Reference] | None = None
    for words, entry in known.get((et_al is not None, spans[-1][2]), ()):
        fits = len(words) <= len(spans) and tuple(span[2] for span in spans[-len(words) :]) == words
        if fits and (best is None or len(words) > best[0]) and not text[spans[-1][1] : stop].strip("”\"'’ \n"):
            best = (len(words), entry)
    if best is None:
        return None
    length, entry = best
    begin = spans[-length][0]
    names = tuple(name.full_family for name in entry.authors)
    inside = text[before.start() : start].rstrip()[-1:] in {"(", "["}
    narrative = inside or text.rfind("(", low, begin) <= text.rfind(")", low, begin)
    closes = inside and text[end : end + 1] in {")", "]"}
    stop = end + 1 if closes else end
    return Mention(
        begin, stop, text[begin:stop], names[:1] if et_al else names, et_al is not None,
        " ".join(text[start:end].split()), narrative=narrative,
    )  # fmt: skip


def _is_less(found: Mention, proven: Mention) -> bool:
    """Whether what was found is a part of what the list proves, or has a title glued to it."""
    if found.authors == proven.authors or found.personal or found.cited_in is not None:
        return False
    if found.start > proven.start and folded(proven.authors[0]).endswith(folded(found.authors[0])):
        return True  # "Brown" of "3Blue1Brown"
    if found.start >= proven.start:
        return len(found.authors[0].split()) < len(proven.authors[0].split()) or len(found.authors) != len(
            proven.authors
        )
    return _is_glued(found.authors, proven.authors)


def _is_behind_noun(text: str, found: Mention, proven: Mention, listed: Collection[str]) -> bool:
    """Whether a noun of several words and a comma stand before the names: "via Amazon Mechanical Turk, Mol and Pol"."""
    before, names = found.authors[: -len(proven.authors)], found.authors[-len(proven.authors) :]
    if not found.narrative or len(before) != 1 or list(map(folded, names)) != list(map(folded, proven.authors)):
        return False
    words = before[0].split()
    within = _WITHIN.search(text, max(0, found.start - 20), found.start) is not None
    noun = len(words) > (1 if within else 2) and not any(
        word.lower() in PARTICLES or folded(word) in listed for word in words
    )
    return noun and folded(before[0]) not in listed


def _is_glued(found: tuple[str, ...], proven: tuple[str, ...]) -> bool:
    """Whether names are those that the list proves, with other words glued before the first: a row of a table."""
    before, names = found[: -len(proven)], found[-len(proven) :]
    if len(names) < len(proven) or list(map(folded, names[1:])) != list(map(folded, proven[1:])):
        return False
    first, whole = names[0].split(), proven[0].split()
    glued = len(first) - len(whole)
    return (
        glued > 0
        and glued + len(" ".join(before).split()) >= TITLE_WORDS
        and [folded(word) for word in first[-len(whole) :]] == [folded(word) for word in whole]
    )
