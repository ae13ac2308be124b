"""What the first page has room for: messages first, then advice, then what else the factsheet says.

The page is made with each thing more and measured as it will be printed, for the widest of the fonts that a brief is
set in; a test looks at the pages of some briefs. What finds no room is told on the pages behind, never cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.products.brief import front, measure, resources, selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ouderevidence.model.records import Claim, Resource
    from ouderevidence.products.brief.phrases import Phrases

FIRST_MESSAGES: Final = 3  # before what else is advised
MOST_OF_ONE_ACTOR: Final = 3
FACTSHEET_LISTED: Final = 40.4  # points: the heading of the small list, and the factsheet in it
SMALL_LETTERS: Final = 118  # in a line of the small list of a brief of one page
SMALL_ROW: Final = 10.8  # points
PRINTED: Final = ("title", "journal", "booktitle", "publisher", "institution", "volume", "pages")

Advised = tuple["Claim", bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the first page tells, in order."""

    messages: tuple[Claim, ...] = ()
    also: tuple[Claim, ...] = ()
    advice: tuple[tuple[str, tuple[Advised, ...]], ...] = ()
    resources: tuple[Resource, ...] = ()
    named: tuple[Resource, ...] = ()  # resources of which there is room for the name alone

    @property
    def told(self) -> frozenset[str]:
        """The ids of the claims that stand on the page, advice too."""
        advised = (claim for _, claims in self.advice for claim, _ in claims)
        return frozenset(claim.id for claim in (*self.messages, *self.also, *advised))


def plan(phrases: Phrases) -> Plan:
    """Return what the first page of a brief has room for.

    First a message, what the selection itself advises, and what a municipality can do: for a group about which some are
    advised nothing, a resource goes before advice about all parents. Then further messages, more advice, and what else
    the factsheet says.
    """
    library = phrases.library
    best = selection.key_messages(library)
    page = _Page(phrases)
    page.tell(best[:1], "messages", needed=True)
    if not best:
        page.tell(selection.also_said(library, 0)[:1], "also", needed=True)
    groups = selection.advice(library)
    begin = resources.to_begin_with(library)
    page.advise(groups, lambda actor, wide: actor == selection.MUNICIPALITY and not wide, most=1)
    if not page.plan.advice:
        page.advise(groups, lambda _, wide: not wide, most=1)
    if selection.without_advice(library):
        page.point(begin[:1])
    if not page.plan.resources:
        if selection.MUNICIPALITY not in dict(page.plan.advice):
            page.advise(groups, lambda actor, _: actor == selection.MUNICIPALITY, most=1)
        if not page.plan.advice:
            page.advise(groups, lambda *_: True, most=1)
    page.tell(best[:FIRST_MESSAGES], "messages")
    page.advise(groups, lambda _, wide: not wide)
    page.advise(groups, lambda actor, _: actor == selection.MUNICIPALITY, most=1)
    page.point(begin[:1])
    page.tell(best, "messages")
    page.advise(groups, lambda *_: True)
    page.point(begin)
    page.name(begin)
    page.tell(selection.also_said(library, len(page.plan.messages)), "also")
    return page.plan


class _Page:
    """A page to which one thing after another is added, as long as it is no longer than a sheet."""

    def __init__(self, phrases: Phrases) -> None:
        self.plan = Plan()
        self._phrases = phrases
        self._order = [actor for actor, _ in selection.advice(phrases.library)]

    def tell(self, claims: Iterable[Claim], part: str, *, needed: bool = False) -> None:
        """Add claims that fit, in order; where one does not fit, a later one of the same level may."""
        skipped: tuple[int, int] | None = None
        for claim in claims:
            told: tuple[Claim, ...] = getattr(self.plan, part)
            place = selection.rank(self._phrases.library, claim)
            if claim in told or (skipped is not None and place != skipped):
                continue
            if not self._put(replace(self.plan, **{part: (*told, claim)}), needed=needed):  # type: ignore[arg-type]
                skipped = place

    def advise(
        self,
        groups: Iterable[tuple[str, list[Advised]]],
        wanted: Callable[[str, bool], bool],
        most: int = MOST_OF_ONE_ACTOR,
    ) -> None:
        """Add advice that fits: a first for every actor before a second."""
        turns = [
            (turn, actor, advised)
            for actor, claims in groups
            for turn, advised in enumerate(claims[:MOST_OF_ONE_ACTOR])
            if wanted(actor, advised[1])
        ]
        put = 0
        for _, actor, advised in sorted(turns, key=lambda item: item[0]):
            placed = dict(self.plan.advice)
            told = placed.get(actor, ())
            if put == most or advised in told:
                continue
            placed[actor] = (*told, advised)
            put += self._put(
                replace(self.plan, advice=tuple((name, placed[name]) for name in self._order if name in placed))
            )

    def point(self, found: Iterable[Resource]) -> None:
        """Add resources that fit, in order."""
        for resource in found:
            if resource not in self.plan.resources:
                self._put(replace(self.plan, resources=(*self.plan.resources, resource)))

    def name(self, found: Sequence[Resource]) -> None:
        """Name resources that are not told, as many as fit."""
        rest = tuple(resource for resource in found if resource not in self.plan.resources)
        for most in range(len(rest), 0, -1):
            if not self.plan.named:
                self._put(replace(self.plan, named=rest[:most]))

    def _put(self, plan: Plan, *, needed: bool = False) -> bool:
        """Take a plan if its page is no longer than a sheet."""
        room = measure.ALONE if self._phrases.brief.depth == "page" else measure.PAGE
        fits = needed or self._height(plan) <= room
        if fits:
            self.plan = plan
        return fits

    def _height(self, plan: Plan) -> float:
        blocks = front.page(self._phrases, plan)
        height = measure.title(self._phrases.title) + measure.height(blocks, self._phrases.labels)
        if self._phrases.brief.depth != "page":
            return height
        return height + FACTSHEET_LISTED + sum(self._listed(key) for key in set(nodes.cited(blocks)))

    def _listed(self, key: str) -> float:
        """Return the points that a work takes in the small list; the factsheet has its line."""
        if key not in self._phrases.labels:
            return 0  # the factsheet, which the list always has
        work = self._phrases.library.whole.work(key)
        names = sum(len(name.literal or name.full_family) + 6 for name in work.authors or work.editors)
        printed = sum(len(work.fields[field]) + 2 for field in PRINTED if field in work.fields)
        letters = names + printed + len(work.url or "") + 8
        return SMALL_ROW * ceil(letters / SMALL_LETTERS)
