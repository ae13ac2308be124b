"""What the first page has room for: messages first, then advice, then what else the factsheet says.

Lines are counted on the safe side from the letters of what will be printed, for the widest of the fonts that a brief
is set in; a test looks at the pages of every ready brief. What finds no room is told on the pages behind, never cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import nodes
from ouderevidence.products.brief import answer, items, selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ouderevidence.document.nodes import Inlines
    from ouderevidence.model.records import Claim
    from ouderevidence.products.brief.phrases import Phrases

LINES: Final = {"page": 58.0, "summary": 58.2, "full": 58.2}  # of body text on the first page
LETTERS: Final = 104  # in a line
BOLD: Final = 1.08  # how much wider letters in bold are
HEADING: Final = 1.9  # lines of a heading and the room around it
TITLE: Final = 2.6  # lines of a title of one line
TITLE_LETTERS: Final = 47  # in a line of the title
TITLE_MORE: Final = 1.9  # lines of each further line of it
FIGURE: Final = 4.6
BETWEEN: Final = 0.3  # room between items
PLACEHOLDERS: Final = 9.0
LOGO: Final = 4.0
SOURCES: Final = 1.9  # the heading of the small list, and the factsheet in it
SMALL_LETTERS: Final = 118  # in a line of the small list of a brief of one page
SMALL: Final = 0.85  # of a line of body text
PRINTED: Final = ("title", "journal", "booktitle", "publisher", "institution", "volume", "pages")
LEAST_ADVICE: Final = (4.5, 7.0, 10.0, 13.0)  # lines kept free for advice while messages are placed
MOST_OF_ONE_ACTOR: Final = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What the first page tells, in order."""

    messages: tuple[Claim, ...]
    also: tuple[Claim, ...]
    advice: tuple[tuple[str, tuple[tuple[Claim, bool], ...]], ...]

    @property
    def told(self) -> frozenset[str]:
        """The ids of the claims that stand on the page, advice too."""
        advised = (claim for _, claims in self.advice for claim, _ in claims)
        return frozenset(claim.id for claim in (*self.messages, *self.also, *advised))


def plan(phrases: Phrases) -> Plan:
    """Return what the first page of a brief has room for: fewer messages where else no advice would find a place.

    The advice of the selection itself goes before what is for all parents; either before a further message.
    """
    tried: list[Plan] = []
    for leave in LEAST_ADVICE:
        made = _plan(phrases, leave)
        if any(not wide for _, claims in made.advice for _, wide in claims):
            return made
        tried.append(made)
    return next((made for made in tried if made.advice), tried[0])


def _plan(phrases: Phrases, leave: float) -> Plan:
    brief, library = phrases.brief, phrases.library
    fixed = TITLE + TITLE_MORE * (ceil(len(phrases.title) / TITLE_LETTERS) - 1) + 2 + HEADING + HEADING
    fixed += FIGURE if selection.findings(library) else 0
    fixed += (PLACEHOLDERS if brief.placeholders else 0) + (LOGO if brief.logo else 0)
    fixed += SOURCES if brief.depth == "page" else 0
    room = _Room(LINES[brief.depth] - fixed, phrases)
    room.lines -= ceil(len(library.language_note(phrases.language)) / LETTERS)
    best = selection.key_messages(library)
    for inlines in (nodes.spaced(*answer.sentences(phrases)), items.level_keys(phrases), *items.doubts(phrases, best)):
        room.lines -= room.text_lines(inlines)  # what they cite the messages cite too
    messages = room.take(best, items.message, leave=leave, needed=True)
    also = () if messages else room.take(selection.also_said(library, 0), items.line, leave=leave, needed=True)
    advice = _Advice(phrases, room)
    advice.place(for_all=False)
    if not advice.placed():
        advice.place(for_all=True)  # a page that says what can be done before a further message
    messages += room.take([claim for claim in best if claim not in messages], items.message, heading=0)
    advice.place(for_all=True)
    rest = [claim for claim in selection.also_said(library, len(messages)) if claim not in also]
    also += room.take(rest, items.line, heading=0 if also else HEADING)
    return Plan(messages, also, advice.placed())


class _Advice:
    """The advice that finds a place: a first for every actor before a second."""

    def __init__(self, phrases: Phrases, room: _Room) -> None:
        room.lines -= HEADING + 1
        self._phrases, self._room = phrases, room
        self._groups = selection.advice(phrases.library)
        self._placed: dict[str, list[tuple[Claim, bool]]] = {actor: [] for actor, _ in self._groups}

    def place(self, *, for_all: bool) -> None:
        """Place the advice of the selection itself, or what is for all parents, as far as there is room."""
        turns = [
            (turn, actor, claim)
            for actor, claims in self._groups
            for turn, (claim, wide) in enumerate(claims[:MOST_OF_ONE_ACTOR])
            if wide is for_all
        ]
        for _, actor, claim in sorted(turns, key=lambda item: item[0]):
            if (claim, for_all) in self._placed[actor]:
                continue
            here = () if self._phrases.brief.depth == "page" else self._phrases.library
            if self._room.holds(self._room.lines_of(items.named_advice(self._phrases, actor, claim, here))):
                self._placed[actor].append((claim, for_all))

    def placed(self) -> tuple[tuple[str, tuple[tuple[Claim, bool], ...]], ...]:
        """Return what found a place, by actor."""
        return tuple((actor, tuple(claims)) for actor, claims in self._placed.items() if claims)


class _Room:
    """The lines that are left."""

    def __init__(self, lines: float, phrases: Phrases) -> None:
        self.lines = lines
        self.phrases = phrases
        self.listed: set[str] = set()  # works that the small list of a brief of one page holds already

    def holds(self, size: float) -> bool:
        """Take lines away, if there are as many."""
        if size > self.lines:
            return False
        self.lines -= size
        return True

    def lines_of(self, inlines: Inlines) -> float:
        """Return the lines that an item takes, its works in the small list included."""
        works = set(_works(inlines)) - self.listed if self.phrases.brief.depth == "page" else set()
        return self.text_lines(inlines) + sum(self._listed_lines(key) for key in works)

    def text_lines(self, inlines: Inlines) -> float:
        """Return the lines that an item takes itself."""
        lines, letters = 0, 0.0
        for node in inlines:
            if node["t"] == "LineBreak":
                lines, letters = lines + ceil(letters / LETTERS), 0.0
            letters += _letters(node, self.phrases.labels)
        return lines + ceil(letters / LETTERS) + BETWEEN

    def _listed_lines(self, key: str) -> float:
        """Return the lines that a work takes in the small list; the factsheet has its line."""
        if key not in self.phrases.labels:
            return 0  # the factsheet, which the list always has
        work = self.phrases.library.whole.work(key)
        names = sum(len(name.literal or name.full_family) + 8 for name in work.authors or work.editors)
        letters = names + sum(len(work.fields.get(field, "")) + 2 for field in PRINTED) + len(work.url or "") + 8
        return SMALL * ceil(letters / SMALL_LETTERS)

    def take(
        self,
        claims: Iterable[Claim],
        told: Callable[[Phrases, Claim], Inlines],
        *,
        leave: float = 0,
        heading: float = HEADING,
        needed: bool = False,
    ) -> tuple[Claim, ...]:
        """Take claims that fit under their heading and leave room, in order; the first where one is needed.

        Where one does not fit, a later one of the same level may.
        """
        taken: list[Claim] = []
        skipped: tuple[int, int] | None = None
        for claim in claims:
            place = selection.rank(self.phrases.library, claim)
            if skipped is not None and place != skipped:
                break
            said = told(self.phrases, claim)
            lines = self.lines_of(said) + (0 if taken else heading)
            if lines > self.lines - leave and (taken or not needed):
                skipped = place
                continue
            self.lines -= lines
            self.listed.update(_works(said))
            taken.append(claim)
        return tuple(taken)


def _letters(part: Any, labels: Mapping[str, str]) -> float:  # noqa: ANN401 - any part of a document
    """Return how many letters wide a part of a document is; letters in bold count for more."""
    if isinstance(part, list):
        return sum(_letters(item, labels) for item in part)
    if not isinstance(part, dict):
        return 0
    match part.get("t"):
        case "Str":
            return len(part["c"])
        case "Space":
            return 1
        case "Strong":
            return BOLD * _letters(part["c"], labels)
        case "Cite":
            return sum(
                len(labels.get(cited["citationId"], "GOAB, z.d.")) + 2 + _letters(cited["citationPrefix"], labels)
                for cited in part["c"][0]
            )
    return _letters(part.get("c"), labels)


def _works(part: Any) -> list[str]:  # noqa: ANN401 - any part of a document
    """Return the keys of the works that a part of a document cites."""
    if isinstance(part, list):
        return [key for item in part for key in _works(item)]
    if not isinstance(part, dict):
        return []
    if part.get("t") == "Cite":
        return [cited["citationId"] for cited in part["c"][0]]
    return _works(part.get("c"))
