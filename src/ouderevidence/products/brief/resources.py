"""What the factsheet points to for getting started: which of its resources suit a selection, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.model.words import GENERAL_GROUP, RESOURCE_FACETS
from ouderevidence.products.brief import selection, wording
from ouderevidence.products.brief.phrases import FEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Resource
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.phrases import Phrases
    from ouderevidence.products.brief.plan import Plan

MOST: Final = 2  # on a first page and in a summary


def suitable(library: Library) -> list[Resource]:
    """Return the resources that suit what the claims were chosen by.

    First those about just that, and among them those about the fewest others; then those that we know something of,
    then those for a municipality, then as in the factsheet. A resource without a term of a facet, or about all parents,
    suits every selection.
    """
    found = [
        (places, resource)
        for sheet in library.factsheets
        for resource in sheet.further_reading
        if (places := _suits(library, resource)) is not None
    ]
    order = sorted(
        found,
        key=lambda one: (
            not one[0], not one[1].finding, _breadth(library, one[1]) if one[0] else 0,
            selection.MUNICIPALITY not in one[1].actors,
        ),
    )  # fmt: skip
    return [resource for _, resource in order]


def _suits(library: Library, resource: Resource) -> int | None:
    """Return how many of the conditions a resource is just about, or None where it is about something else."""
    just = 0
    asked = selection.asked(library)
    for facet, condition in RESOURCE_FACETS.items():
        about = set(getattr(resource, facet))
        wanted = set().union(*(library.vocabulary.covered(facet, term) for term in asked.get(condition, ())))
        if wanted and about:
            meant = bool(about & wanted - {GENERAL_GROUP})
            if not meant and GENERAL_GROUP not in about:
                return None
            just += meant
    return just


def _breadth(library: Library, resource: Resource) -> int:
    """Return how many terms a resource is about of the facets that were asked for."""
    asked = selection.asked(library)
    return sum(len(getattr(resource, facet)) for facet, condition in RESOURCE_FACETS.items() if condition in asked)


def to_begin_with(library: Library) -> list[Resource]:
    """Return the resources that a first page and a summary may tell: those of which we read something."""
    return [resource for resource in suitable(library) if resource.finding][:MOST]


def on_page(phrases: Phrases, plan: Plan, before: Inlines | None = None) -> list[Node]:
    """Return the resources of the first page behind a sentence: as a list, and by name where there is no more room."""
    told = _listed(phrases, plan.resources, before)
    if not plan.named:
        return told
    lead = wording.RESOURCES_TOO if told else wording.RESOURCES_NAMED
    return [*told, _by_name(phrases, plan.named, lead, [] if told else before)]


def left(phrases: Phrases, plan: Plan) -> list[Resource]:
    """Return the resources that the pages behind the first tell: those of which it tells nothing, or less than they."""
    told = (*plan.resources, *(plan.named if _many(phrases) else ()))
    return [resource for resource in to_begin_with(phrases.library) if resource not in told]


def rest(phrases: Phrases) -> list[Node]:
    """Return the resources that the first page had no room for: of many claims, by name."""
    found = left(phrases, phrases.plan)
    if not found:
        return []
    told = _by_name(phrases, found, wording.RESOURCES_NAMED) if _many(phrases) else _with_status(phrases, found)
    return [nodes.header(1, phrases.text(wording.RESOURCES_HEAD), "hulpmiddelen"), *nodes.small([told])]


def _many(phrases: Phrases) -> bool:
    return len(phrases.library) > FEW


def _listed(phrases: Phrases, resources: Sequence[Resource], before: Inlines | None = None) -> list[Node]:
    """Return resources as a list: the name as a link, who made it, what it is for."""
    if not resources:
        return []
    return [
        nodes.para(before or [], [nodes.emph(phrases.text(wording.RESOURCES))]),
        nodes.bullets([[nodes.plain(_told(phrases, resource, _maker(resource)))] for resource in resources]),
    ]


def _by_name(phrases: Phrases, resources: Sequence[Resource], lead: Text, before: Inlines | None = None) -> Node:
    named = [_named(one.title, one.url, _maker(one)) for one in resources]
    return nodes.para(before or [], [nodes.emph(phrases.text(lead))], [*nodes.joined(named, ";"), nodes.STOP])


def _maker(resource: Resource) -> str:
    """Return the first of those who made a resource, without its department."""
    return (resource.publisher or "").partition(",")[0]


def further_reading(phrases: Phrases) -> list[Node]:
    """Return all that the factsheet recommends to read on and that suits the selection, and what we read of it."""
    found = suitable(phrases.library)
    if not found:
        return []
    return [nodes.header(1, phrases.text(wording.FURTHER_READING), "verder-lezen"), _with_status(phrases, found)]


def _with_status(phrases: Phrases, resources: Sequence[Resource]) -> Node:
    told = [
        nodes.spaced(_told(phrases, one, one.publisher), phrases.text(one.status) if one.status else [])
        for one in resources
    ]
    return nodes.bullets([[nodes.plain(one)] for one in told])


def programmes(phrases: Phrases) -> list[Node]:
    """Return the programmes that the claims name, with what is known of each."""
    library = phrases.library
    named = dict.fromkeys(name for claim in library for name in claim.programmes)
    items = [
        nodes.spaced(
            [*_named(one.title, one.url, one.publisher), nodes.STOP], phrases.text(one.finding) if one.finding else []
        )
        for one in map(library.programmes.__getitem__, named)
    ]
    if not items:
        return []
    return [
        nodes.header(1, phrases.text(wording.PROGRAMMES), "programmas"),
        nodes.bullets([[nodes.plain(item)] for item in items]),
    ]


def _told(phrases: Phrases, resource: Resource, maker: str | None) -> Inlines:
    return nodes.spaced(
        [*_named(resource.title, resource.url, maker, resource.year), nodes.STOP],
        phrases.text(resource.finding) if resource.finding else [],
    )


def _named(title: str, url: str | None, *makers: str | None) -> Inlines:
    name = [nodes.emph(nodes.text(title))]
    known = ", ".join(part for part in makers if part)
    return nodes.spaced([nodes.link(name, url)] if url else name, nodes.text(f"({known})") if known else [])
