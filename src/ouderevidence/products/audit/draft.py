"""A draft as it was read: its text, sentences, citations and reference list, and which work each citation is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.match import match
from ouderevidence.citing.style import PROFILES
from ouderevidence.products.audit.catalogue import CATALOGUE
from ouderevidence.products.audit.keyed import Keyed
from ouderevidence.products.audit.lists import Lists
from ouderevidence.products.audit.report import Remark
from ouderevidence.text import Mention, find_citations, resolve, sentences
from ouderevidence.text.find import unformatted
from ouderevidence.text.languages import language_of
from ouderevidence.text.laws import find_laws
from ouderevidence.text.listed import with_letters, with_listed
from ouderevidence.text.passages import letters
from ouderevidence.text.resolution import is_namesake

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ouderevidence.citing.style import StyleProfile
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Work
    from ouderevidence.products.audit.report import NearClaim
    from ouderevidence.text import Document, Piece, Reference, Resolution
    from ouderevidence.text.laws import LawMention
    from ouderevidence.text.passages import Span

MOST_WORDS: Final = 8
TITLE: Final = 90  # characters of a title that are shown
SHORT: Final = 5  # letters of "Bbz", the abbreviation of a law
HEADING: Final = 150  # characters of a heading


@dataclass(slots=True)
class Remarks:
    """Collects the remarks on a draft."""

    document: Document
    language: str
    found: list[Remark] = field(default_factory=list)

    def add(self, code: str, span: Span | None, *, claims: tuple[NearClaim, ...] = (), **values: object) -> None:
        """Add a remark by its code; the values fill the catalogue's templates."""
        rule = CATALOGUE[code]
        start, end = span or (0, 0)
        place = self.document.piece_at(start).place(self.language) if span else ""
        words = shortened(self.document.text[start:end])
        fact, remedy = (text.of(self.language).format(**values) for text in (rule.fact, rule.remedy))
        self.found.append(Remark(start, end, code, place, words, fact, remedy, claims))


@dataclass(frozen=True)
class Draft:
    """A document with everything found in it."""

    document: Document
    library: Library
    asked: str | None  # the reference style, one of ``style.PROFILES``; None for the one of its language
    language: str
    folder: Path | None = None

    @cached_property
    def style(self) -> str:
        """The name of the reference style that it is held against."""
        return self.asked or ("apa-en" if language_of(self._prose) == "en" else "radboud")

    @property
    def profile(self) -> StyleProfile:
        """The reference style that it is held against."""
        return PROFILES[self.style]

    @cached_property
    def _prose(self) -> str:
        """The text without its reference lists, whose works may be in another language."""
        ends = [0, *(end for _, end in self.lists.spans)]
        starts = [*(start for start, _ in self.lists.spans), len(self.text)]
        return "\n".join(self.text[end:start] for end, start in zip(ends, starts, strict=True))

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    @cached_property
    def lists(self) -> Lists:
        """The reference lists."""
        return Lists(self._without_notes)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The entries of the reference lists."""
        return self.lists.entries

    @cached_property
    def keyed(self) -> Keyed:
        """The citations that a program wrote."""
        return Keyed(self.document, self.folder)

    @cached_property
    def field_entries(self) -> dict[int, Reference]:
        """The entry that a reference manager's field holds for a citation, by the citation's place."""
        return {
            found.mention.start: next(work for work in field.works if work.key == found.key)
            for found, field in self.keyed.compared(self.mentions)
            if found.key is not None
        }

    @cached_property
    def _without_notes(self) -> str:
        """The text with spaces for its notes: in a PDF they stand at the foot of the page that holds the list."""
        text = self.text
        for piece in self.document.pieces:
            if piece.kind == "note":
                text = text[: piece.start] + " " * (piece.end - piece.start) + text[piece.end :]
        return text

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The citations in text and notes, those in the reference list left out."""
        read = find_citations(self.text, known=self.lists.names)
        read = tuple(mention for mention in read if not self.in_list(mention.start))
        found = with_listed(self.text, read, self.references, outside=lambda offset: not self.in_list(offset))
        found = with_letters(found, self.references)
        return tuple(
            mention for mention in found if not self._names_law(mention) and not self.lists.names_title(mention)
        )

    @cached_property
    def laws(self) -> tuple[LawMention, ...]:
        """The laws and official papers that text and notes name."""
        return tuple(law for law in find_laws(self.text) if not self.in_list(law.start))

    def _names_law(self, mention: Mention) -> bool:
        """Whether what was read as a citation is the name of a law or a paper: "Wet X (WX, 2018)" too."""
        index = bisect_right(self.laws, mention.start, key=lambda law: law.start) - 1
        if index < 0:
            return False
        law = self.laws[index]
        behind = self.text[law.end : mention.start].strip()
        return mention.start < law.end or (behind in {"(", "["} and _abbreviates(mention.authors, law.text))

    @cached_property
    def unformatted(self) -> tuple[Span, ...]:
        """Where citations stand that a reference manager is still to format."""
        return unformatted(self.text)

    def is_unformatted(self, mention: Mention) -> bool:
        """Whether a citation is still to be formatted: it names the first author only, whoever the others are."""
        return any(start <= mention.start < end for start, end in self.unformatted)

    @cached_property
    def listed(self) -> tuple[Resolution, ...]:
        """What each citation points to in the reference list, or in the file of works that stands for it."""
        if not self.references and self.keyed.entries:
            return resolve(self.mentions, self.keyed.entries.values(), abbreviated=self.lists.abbreviated)
        return self.lists.resolve(self.mentions)

    @cached_property
    def known(self) -> tuple[Resolution, ...]:
        """What each citation points to in the library, going by its names and year alone."""
        return resolve(self.mentions, self.library.bibliography.values())

    @cached_property
    def entries(self) -> dict[str, Reference]:
        """The entries of the list by key; without a list those of the file of works that the draft names."""
        return {entry.key: entry for entry in self.references} or self.keyed.entries

    @cached_property
    def listed_letters(self) -> str:
        """The letters of the entries of the list, with a space between two entries."""
        return " ".join(letters(entry.text) for entry in self.entries.values())

    @cached_property
    def entry_works(self) -> dict[str, Work | None]:
        """The work of the library that each entry of the list is."""
        return {key: work_of(entry, self.library) for key, entry in self.entries.items()}

    @cached_property
    def works(self) -> tuple[Work | None, ...]:
        """The work of the library that each citation is: that of its entry in the list, else by its names and year."""
        found: list[Work | None] = []
        for mention, listed, known in zip(self.mentions, self.listed, self.known, strict=True):
            entry = listed.key or self.slips.get(mention.start)
            if mention.cited_in is not None or mention.personal:
                found.append(None)
            elif mention.start in self.field_entries:
                found.append(work_of(self.field_entries[mention.start], self.library))
            elif entry is not None:
                found.append(self.entry_works[entry])
            else:
                found.append(self.library.bibliography.get(known.key or ""))
        return tuple(found)

    @cached_property
    def cited_entries(self) -> Counter[str]:
        """How often each entry of the lists is cited; an ambiguous citation counts for each that it may be."""
        twins = self.lists.twins
        found = Counter(
            twins.get(key, key)
            for listed in (*self.listed, *self._passed_over)
            if listed.status != "unknown"
            for key in listed.keys
        )
        return Counter({key: found[first] for key, first in twins.items()})

    @property
    def _passed_over(self) -> Iterator[Resolution]:
        """What the years point to that a range of letters passes over: 2018b in "2018a-c"."""
        ranges = [mention for mention in self.mentions if mention.between]
        for letter in sorted({year[-1] for mention in ranges for year in mention.between}):
            yield from self.lists.resolve(
                [replace(m, year=m.year[:-1] + letter) for m in ranges if m.year[:-1] + letter in m.between]
            )

    @cached_property
    def slips(self) -> dict[int, str]:
        """Citations, by their place, whose names fit one entry of another year that nothing else cites."""
        return {
            mention.start: found.keys[0]
            for mention, found in zip(self.mentions, self.listed, strict=True)
            if found.status == "unknown"
            and len(found.keys) == 1
            and not self.cited_entries[found.keys[0]]
            and "/" not in mention.year
            and not self._is_namesake(mention, found.keys[0])
        }

    def _is_namesake(self, mention: Mention, key: str) -> bool:
        """Whether an entry is by another person of that name, going by the initials."""
        authors = self.entries[key].authors
        return bool(authors) and is_namesake(mention, authors[0].given)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text, those of headings, tables and the reference list left out."""
        one_line = _without_line_ends(self.text)
        return tuple(
            (start, end)
            for start, end in sentences(one_line)
            if not self.in_list(start) and not self.is_heading(self.piece(start)) and self.piece(start).kind != "table"
        )

    @cached_property
    def mentions_at(self) -> dict[Span, tuple[Mention, ...]]:
        """The citations in each sentence."""
        held: dict[Span, list[Mention]] = {}
        for mention in self.mentions:
            span = self._sentence_at(mention.start)
            if span is not None:
                held.setdefault(span, []).append(mention)
        return {span: tuple(found) for span, found in held.items()}

    @cached_property
    def cited_at(self) -> frozenset[Span]:
        """The sentences that cite something, in words or by a key."""
        keyed = (self._sentence_at(found.start) for found in self.keyed.keyed)
        return frozenset([*self.mentions_at, *(span for span in keyed if span is not None)])

    def _sentence_at(self, offset: int) -> Span | None:
        place = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place][1] else None

    def in_list(self, offset: int) -> bool:
        """Whether an offset lies in a reference list, and not in a note at the foot of its page."""
        return self.lists.holds(offset) and self.piece(offset).kind != "note"

    def is_heading(self, piece: Piece) -> bool:
        """Whether a piece is a heading: in a PDF full of small tables the text itself is large type, and long."""
        short = piece.kind == "heading" and piece.end - piece.start <= HEADING
        return short and not self.text.endswith((".", ";"), piece.start, piece.end)

    def piece(self, offset: int) -> Piece:
        """Return the paragraph, heading, table or note at an offset."""
        return self.document.piece_at(offset)

    def notes(self, piece: Piece) -> list[Piece]:
        """Return the notes of the paragraph of a piece."""
        return self._notes.get((piece.paragraph, piece.page), [])

    @cached_property
    def _notes(self) -> dict[tuple[int, int | None], list[Piece]]:
        found: dict[tuple[int, int | None], list[Piece]] = {}
        for piece in self.document.pieces:
            if piece.note is not None:
                found.setdefault((piece.paragraph, piece.page), []).append(piece)
        return found


def _abbreviates(authors: tuple[str, ...], law: str) -> bool:
    """Whether a name is made of letters of that of a law: "IKK" of "Wet innovatie en kwaliteit kinderopvang"."""
    left = iter(law.casefold())
    short = authors[0]
    called = short.isalpha() and short[0].isupper() and (short[1:2].isupper() or len(short) <= SHORT)
    return len(authors) == 1 and called and all(c in left for c in short.casefold())


def needs_entry(mention: Mention) -> bool:
    """Whether a citation belongs in the reference list: no personal communication, no work cited in another."""
    return not mention.personal and mention.cited_in is None and bool(mention.year)


def shortened(words: str) -> str:
    """Return the first eight words of a text, with a mark where it goes on."""
    parts = words.split()
    return " ".join(parts[:MOST_WORDS]) + ("…" if len(parts) > MOST_WORDS else "")


def flat(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def named(work: Work, library: Library, language: str) -> str:
    """Return a work as a reader knows it: author, year and title."""
    title = flat(work.fields.get("title", ""))
    shown = title if len(title) <= TITLE else f"{title[:TITLE].rsplit(' ', 1)[0]}…"
    return f"{library.label(work.key, language)}, “{shown}”" if title else library.label(work.key, language)


def as_mention(entry: Reference) -> Mention:
    """Return an entry of a reference list as a citation that names every author."""
    authors = tuple(name.full_family for name in entry.authors) or (entry.title or entry.text[:20],)
    return Mention(entry.start, entry.end, entry.text, authors, not entry.complete, entry.year)


def work_of(entry: Reference, library: Library) -> Work | None:
    """Return the work of the library that an entry of a reference list is."""
    found = match(entry, library.bibliography.values())
    return found.work if found else None


def _without_line_ends(text: str) -> str:
    """Return the text with single line ends as spaces, so that where lines break makes no difference."""
    return re.sub(r"(?<!\n)\n(?!\n|[ \t]*(?:[•❚▪◦·*–-]|\d{1,2}[.)])[ \t])", " ", text)
