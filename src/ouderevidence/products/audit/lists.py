"""The reference lists of a draft: which entry a citation points to, and how well the lists were read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.text import find_references, reference_spans, resolve
from ouderevidence.text.find import years
from ouderevidence.text.list_headings import FURTHER, HEADING, MAIN
from ouderevidence.text.name_forms import GLUED, SHORT, folded, introduced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.text import Mention, Reference, Resolution
    from ouderevidence.text.passages import Span

TENTH: Final = 0.1  # share of citations that are not in the list, from which on the list may not have been read well
FEW: Final = 3  # citations that are no share yet
TITLE: Final = 30  # first letters of a title by which two entries are the same
ENDING: Final = 12  # last letters of a title by which it is found
SHORTEST: Final = 4  # and those of a title of one word, at least
MOST: Final = 10  # entries of one year and title that are looked at
NEAR: Final = 300  # characters behind a name in which its year may stand
SHOWN: Final = 90  # characters of an entry that are shown

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐–'’][^\W\d_]+)*")
# What an author owns, with its year: "Klaassens nieuwe indeling (2016)", and also "Vos’ werk (2014)".
_OWNED: Final = re.compile(
    r"\b(?P<whole>(?P<bare>[A-Z][^\W\d_]+?)(?:['’]s|['’]|s))\s(?:[a-z]+\s){1,2}\((?P<year>(?:1[5-9]|20)\d\d[a-k]?)\)"
)
_SUBTITLE: Final = re.compile(r"[.:?!]")
_STANDING: Final = frozenset({"exact", "variant", "ambiguous"})


@dataclass(frozen=True)
class Lists:
    """The lists of a text, notes left out.

    Parameters
    ----------
    text
        The text, with spaces for what is no part of it.
    """

    text: str

    @cached_property
    def entries(self) -> tuple[Reference, ...]:
        """The entries of all lists, in order."""
        return find_references(self.text)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where the lists stand, headings included."""
        return reference_spans(self.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that entries begin with or hold, folded: proof that a word of the text is a name."""
        printed = {name.full_family for entry in self.entries for name in entry.authors}
        return frozenset(map(folded, [*printed, *(match[1] for name in printed for match in SHORT.finditer(name))]))

    @cached_property
    def abbreviated(self) -> dict[str, str]:
        """The names that the text abbreviates, by the abbreviation folded."""
        return introduced(self.text)

    @cached_property
    def twins(self) -> dict[str, str]:
        """The key of each entry to that of the first entry of the same work: chapters list the same works."""
        first: dict[tuple[str, str, str], str] = {}
        return {entry.key: first.setdefault(_identity(entry), entry.key) for entry in self.entries}

    @cached_property
    def marked(self) -> frozenset[str]:
        """The keys of entries with an asterisk, where others have none: works of a meta-analysis, cited or not."""
        found = {entry.key for entry in self.entries if "*" in self.text[max(0, entry.start - 1) : entry.start + 1]}
        return frozenset(found if len(found) < len(self.entries) else ())

    @cached_property
    def further(self) -> frozenset[str]:
        """The keys of entries under a heading such as "Verder lezen": works that need not be cited."""
        text = self.text
        places = [(found.start(), True) for start, end in self.spans for found in FURTHER.finditer(text, start, end)]
        if not places:
            return frozenset()
        places += [
            (found.start(), False)
            for found in HEADING.finditer(text)
            if MAIN.search(found[0]) and not FURTHER.search(found[0])
        ]
        places.sort()
        under = [bisect_right(places, entry.start, key=lambda place: place[0]) - 1 for entry in self.entries]
        return frozenset(
            entry.key for entry, n in zip(self.entries, under, strict=True) if n >= 0 and places[n][1]
        )  # fmt: skip

    @cached_property
    def owned(self) -> frozenset[str]:
        """The keys of entries that the text names by what is their author's: "Mols indeling (2009)"."""
        owners = {
            (folded(found[part]), found["year"])
            for found in _OWNED.finditer(self.text)
            for part in ("bare", "whole")
            if found[part] and not self.holds(found.start())
        }
        return frozenset(
            entry.key
            for entry in self.entries
            if entry.authors and (folded(entry.authors[0].full_family), entry.year) in owners
        )  # fmt: skip

    @property
    def spared(self) -> frozenset[str]:
        """The keys of entries that need no other citation."""
        return self.marked | self.titled | self.further | self.owned

    @cached_property
    def titled(self) -> frozenset[str]:
        """The keys of entries that the text names by their title and year: "Mols Het oude huis (2009)"."""
        return frozenset(key for keys in self.named.values() for key in keys)

    @cached_property
    def named(self) -> dict[int, tuple[str, ...]]:
        """The keys of entries that the text names by their title, by the place of the year."""
        ends: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for entry in self.entries:
            main = _SUBTITLE.split(entry.title or "", maxsplit=1)[0]
            for title in sorted({_letters(entry.title or ""), _letters(main)}):
                ends.setdefault((entry.year[:4], title[-ENDING:]), []).append((title, entry.key))
        found: dict[int, tuple[str, ...]] = {}
        for start, end in years(self.text) if ends else ():
            if self.text[start - 1 : start] != "(" or self.text[end : end + 1] != ")" or self.holds(start):
                continue
            behind = self.text[max(0, start - NEAR) : start]
            before, last = _letters(behind), (behind.rstrip(" (\n").split() or [""])[-1]
            known = ends.get((self.text[start : start + 4], before[-ENDING:]), [])[:MOST]
            keys = [key for title, key in known if len(title) >= ENDING and before.endswith(title)]
            word = _letters(last)
            if not keys and last[:1].isupper() and SHORTEST <= len(word) < ENDING and folded(last) not in self.names:
                known = ends.get((self.text[start : start + 4], word), [])[:MOST]  # "Stilte (2012)"
                keys = [key for title, key in known if title == word]
            if keys:
                found[start] = tuple(keys)
        return found

    def names_title(self, mention: Mention) -> bool:
        """Whether what was read as a citation is the title of an entry, with its year: "Stilte (2012)"."""
        year = mention.start + mention.text.rfind(mention.year)
        known = any(folded(name) in self.names for name in mention.authors)
        return mention.narrative and not mention.et_al and not known and year in self.named

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in a list."""
        index = bisect_right(self.spans, offset, key=lambda span: span[0]) - 1
        return index >= 0 and offset < self.spans[index][1]

    def resolve(self, mentions: Sequence[Mention]) -> tuple[Resolution, ...]:
        """Return what each citation points to: in the list behind it first, then in all lists together."""
        distinct = [entry for entry in self.entries if self.twins[entry.key] == entry.key]
        whole = resolve(mentions, distinct, abbreviated=self.abbreviated)
        groups = sorted({entry.group for entry in self.entries})
        if len(groups) < 2:  # noqa: PLR2004 - one list
            return whole
        starts = [next(e.start for e in self.entries if e.group == group) for group in groups]
        own: list[Resolution] = []
        for number, group in enumerate(groups):
            first = starts[number - 1] if number else 0
            chapter = [
                m
                for m in mentions
                if first <= m.start < starts[number] or (number == len(groups) - 1 and m.start >= first)
            ]
            listed = _once([e for e in self.entries if e.group == group])
            own += resolve(chapter, listed, abbreviated=self.abbreviated)
        at = {found.mention.start: found for found in own}
        return tuple(
            near if (near := at.get(found.mention.start)) is not None and near.status in _STANDING else found
            for found in whole
        )

    def resembling(self, mention: Mention) -> str | None:
        """Return the line of a list that holds the first name of a citation, with its year where it can be."""
        places = self._places.get(folded(mention.authors[0].split()[-1])) or self._places.get(
            folded(mention.authors[0])
        )
        if not places:
            return None
        year = mention.year[:4]
        best = next((a for a in places if year and year in self.text[a : a + NEAR]), places[0])
        return " ".join(self.text[best : best + 2 * SHOWN].split())[:SHOWN]

    def dated(self, mention: Mention) -> bool:
        """Whether a list holds the first name of a citation, and soon after it its year."""
        places = self._places.get(folded(mention.authors[0].split()[-1]), [])
        return any(mention.year[:4] in self.text[a : a + NEAR] for a in places) if mention.year else bool(places)

    def near(self, mention: Mention) -> str | None:
        """Return the key of the one entry of that year that begins with the name of a citation that fits none."""
        last, whole = folded(mention.authors[0].split()[-1]), folded(mention.authors[0])
        found = [
            entry.key
            for entry in self.entries
            if entry.authors
            and entry.year == mention.year
            and (folded(entry.authors[0].full_family).endswith(last) or folded(_printed(entry)).startswith(whole))
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word with a capital stands in the lists, by the word folded."""
        found: dict[str, list[int]] = {}
        for start, end in self.spans:
            for match in _WORD.finditer(self.text, start, end):
                begins = self.text[match.start() - 1 : match.start()] == "\n"  # "oecd (2013)." in small capitals
                if begins or any(c.isupper() for c in match[0][:3]):
                    found.setdefault(folded(GLUED.sub("", match[0])), []).append(match.start())
        return found


def _printed(entry: Reference) -> str:
    """Return the first author of an entry as printed: "Dell Technologies" too, which looks like a person."""
    first = entry.authors[0]
    return f"{first.given} {first.full_family}".strip() if "." not in first.given else first.full_family


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words).casefold()


def _identity(entry: Reference) -> tuple[str, str, str]:
    first = folded(entry.authors[0].full_family) if entry.authors else ""
    title = re.sub(r"[\W_]", "", entry.title or "").casefold()[:TITLE]
    return (first, entry.year, title) if title else (first, entry.year, entry.key)


def _once(entries: list[Reference]) -> list[Reference]:
    """Return entries without those that stand twice."""
    return list({_identity(entry): entry for entry in reversed(entries)}.values())[::-1]
