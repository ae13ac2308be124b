"""What the first page has room for: messages first, then what else the factsheet says, then advice.

Lines are counted on the safe side from the letters of a sentence, for the widest of the fonts that a brief is set in;
a test looks at the pages of every ready brief. What finds no room is told on the pages behind, never cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from ouderevidence.products.brief import selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ouderevidence.model.records import Claim
    from ouderevidence.products.brief.brief import Brief

LINES: Final = {"page": 48.0, "summary": 57.0, "full": 57.0}  # of body text on the first page
LETTERS: Final = 96  # in a line
HEADING: Final = 1.9  # lines of a heading and the room around it
TITLE: Final = 2.6
FIGURE: Final = 5.0
BETWEEN: Final = 0.3  # room between items
PLACEHOLDERS: Final = 9.0
LOGO: Final = 4.0
REFERENCE: Final = 2.1  # lines of one work in the small list of a brief of one page
LEAST_ADVICE: Final = 7.0  # lines kept free for advice while messages are placed
MOST_OF_ONE_ACTOR: Final = 3
AROUND_MESSAGE: Final = 90  # letters of level, sources and code
AROUND_LINE: Final = 30
AROUND_ADVICE: Final = 75
DOUBTS: Final = 330  # letters of the doubts


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


def plan(brief: Brief) -> Plan:
    """Return what the first page of a brief has room for."""
    library = brief.library
    fixed = TITLE + 3 + HEADING + 3 + HEADING + ceil(DOUBTS / LETTERS) + 4 * BETWEEN
    fixed += FIGURE if selection.findings(library) else 0
    fixed += (PLACEHOLDERS if brief.placeholders else 0) + (LOGO if brief.logo else 0)
    room = _Room(LINES[brief.depth] - fixed)

    def message(claim: Claim) -> float:
        caveat = sum(len(caveat.text.of(brief.language)) + 40 for caveat in claim.caveats[:1])
        works = min(len({link.work.key for link in library.links_of(claim.id, "evidence") if link.counts}), 5)
        listed = works * REFERENCE if brief.depth == "page" else 0
        return _lines(len(claim.statement.of(brief.language)) + AROUND_MESSAGE + 25 * works + caveat) + listed

    def line(claim: Claim) -> float:
        works = min(len(library.links_of(claim.id, "evidence")), 4)
        return _lines(len(claim.statement.of(brief.language)) + AROUND_LINE + 35 * works)

    messages = room.take(selection.key_messages(library), message, leave=LEAST_ADVICE, heading=HEADING, needed=True)
    rest = selection.also_said(library, len(messages))
    also = room.take(rest, line, leave=LEAST_ADVICE, heading=HEADING, needed=not messages)
    return Plan(messages, also, _advice(brief, room))


def _advice(brief: Brief, room: _Room) -> tuple[tuple[str, tuple[tuple[Claim, bool], ...]], ...]:
    """Place advice: the selection's own before what is for all parents, and a first for every actor before a second."""
    room.lines -= HEADING
    groups = selection.advice(brief.library)
    turns = [
        (wide, turn, actor, claim)
        for actor, claims in groups
        for turn, (claim, wide) in enumerate(claims[:MOST_OF_ONE_ACTOR])
    ]
    placed: dict[str, list[tuple[Claim, bool]]] = {actor: [] for actor, _ in groups}
    for wide, _, actor, claim in sorted(turns, key=lambda item: item[:2]):
        caveat = 0 if wide else sum(len(c.text.of(brief.language)) + 40 for c in claim.caveats[:1])
        size = _lines(len(claim.statement.of(brief.language)) + AROUND_ADVICE + caveat)
        if room.holds(size + (0 if placed[actor] else 1)):
            placed[actor].append((claim, wide))
    return tuple((actor, tuple(claims)) for actor, claims in placed.items() if claims)


class _Room:
    """The lines that are left."""

    def __init__(self, lines: float) -> None:
        self.lines = lines

    def holds(self, size: float) -> bool:
        """Take lines away, if there are as many."""
        if size > self.lines:
            return False
        self.lines -= size
        return True

    def take(
        self, claims: Iterable[Claim], size: Callable[[Claim], float], *, leave: float, heading: float, needed: bool
    ) -> tuple[Claim, ...]:
        """Take claims in order for as long as they fit under their heading and leave room; the first where needed."""
        taken: list[Claim] = []
        for claim in claims:
            lines = size(claim) + (0 if taken else heading)
            if lines > self.lines - leave and (taken or not needed):
                break
            self.lines -= lines
            taken.append(claim)
        return tuple(taken)


def _lines(letters: int) -> float:
    return ceil(letters / LETTERS) + BETWEEN
