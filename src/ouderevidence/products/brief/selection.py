"""What goes where in a brief: the key messages, the levers, the table a claim stands in, the links in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import RenderError
from ouderevidence.model.words import BEST_FIRST, GENERAL_GROUP, SUPPORTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Claim, Work

OTHER_KINDS: Final = ("recommendation", "requirement", "definition", "context")
MOST_MESSAGES: Final = 6
ADVICE: Final = ("recommendation", "requirement")
HOME: Final = "NL"
READERS: Final = ("gemeente", "ve-aanbieder", "school", "professional")  # of whom it is said that there is no advice
MUNICIPALITY: Final = "gemeente"  # the actor for whom a brief is made
# What tables can be grouped by -> the facet.
GROUPINGS: Final = {"building_block": "building_blocks", "parent_group": "parent_groups"}


def require_traceable(library: Library) -> None:
    """Refuse claims that cannot be traced to the factsheet and to works.

    Raises
    ------
    RenderError
        If a claim has no id or no passage, or cites a work that is not there.
    """
    for claim in library.records:
        if not claim.id or not claim.passages:
            message = Text(
                f"uitspraak '{claim.id}' heeft geen vindplaats; voeg die toe in {claim.file}:{claim.line}",
                f"claim '{claim.id}' has no passage; add one in {claim.file}:{claim.line}",
            )
            raise RenderError(message)
        keys = [c.work for c in claim.citations] + [s.work for s in claim.supplements]
        for key in keys + [key for caveat in claim.caveats for key in caveat.works]:
            if key not in library.bibliography:
                message = Text(
                    f"uitspraak '{claim.id}' noemt bron '{key}', en die is er niet; voeg die toe aan references.bib",
                    f"claim '{claim.id}' cites work '{key}', which is not there; add it to references.bib",
                )
                raise RenderError(message)


def findings(library: Library) -> list[Claim]:
    """Return the claims that get a level, in the order of the factsheet."""
    return [claim for claim in library.records if claim.kind in GRADED_KINDS]


def rank(library: Library, claim: Claim, reading: str = "evidence") -> tuple[int, int]:
    """Return the place of a claim in a table: findings best underpinned first, then the other kinds."""
    level = library.profile(claim.id, reading).level
    if level is not None:
        return (0, BEST_FIRST.index(level))
    return (1, OTHER_KINDS.index(claim.kind) if claim.kind in OTHER_KINDS else len(OTHER_KINDS))


def key_messages(library: Library) -> list[Claim]:
    """Return at most six findings of level limited or better, complementary research included.

    Best underpinned first, what works contradict last; core before others, what more reviews support before what fewer
    do, those that the factsheet's own sources carry before those that only ours do, what is advised here on the
    strength of it before what is not, then as in the factsheet.
    """
    grounds = {name for claim in library for name in claim.rests_on}

    def place(claim: Claim) -> tuple[object, ...]:
        return (
            rank(library, claim),
            library.profile(claim.id, "evidence").contested,
            not claim.core,
            -reviews(library, claim),
            rank(library, claim, "sourcing"),
            claim.id not in grounds,
        )

    fit = [claim for claim in findings(library) if library.profile(claim.id, "evidence").level in SUPPORTED]
    return sorted(fit, key=place)[:MOST_MESSAGES]


def reviews(library: Library, claim: Claim) -> int:
    """Return how many reviews are among the works that support a claim."""
    links = library.links_of(claim.id, "evidence")
    return len({link.work.key for link in links if link.counts and link.synthesis})


def also_said(library: Library, told: int) -> list[Claim]:
    """Return what the factsheet says beside the key messages, never advice: so many that six are told in all.

    Where no core claim is left, others are taken, so that a selection that has claims has something to say.
    """
    messages = key_messages(library)
    room = MOST_MESSAGES - told
    rest = [claim for claim in library if claim not in messages and claim.kind not in ADVICE]
    core = [claim for claim in rest if claim.core]
    return sorted(core or rest, key=lambda claim: rank(library, claim))[: max(room, 0)]


def advice(library: Library) -> list[tuple[str, list[tuple[Claim, bool]]]]:
    """Return what is recommended or required, by actor in the order of the vocabulary; none twice.

    For a parent group also what is advised for all parents, with True. A claim for several actors stands with the
    first; one that names no actor under the empty name, last. What rests on a supported claim goes first.
    """
    own = [(claim, False) for claim in library if claim.kind in ADVICE]
    general = [(claim, True) for claim in _general(library) if claim not in library.records]
    groups: dict[str, list[tuple[Claim, bool]]] = {name: [] for name in (*library.vocabulary.ids("actors"), "")}

    def place(pair: tuple[Claim, bool]) -> tuple[bool, bool, bool]:
        claim, wide = pair
        return wide, not rests(library.whole, claim), not claim.core

    for claim, wide in sorted(own + general, key=place):
        order = [name for name in groups if name in claim.actors]
        groups[order[0] if order else ""].append((claim, wide))
    return [(name, claims) for name, claims in groups.items() if claims]


def sized(library: Library) -> list[Claim]:
    """Return the claims whose size the pages behind the first may give: the findings, and what advice rests on."""
    advised = [claim for _, claims in advice(library) for claim, _ in claims]
    return [*findings(library), *(library.whole.claim(name) for claim in advised for name in claim.rests_on)]


def _general(library: Library) -> tuple[Claim, ...]:
    """Return the advice about all parents that applies to a selection of parent groups and rests on something."""
    asked = [dict(chosen.values) for chosen in library.filters]
    if not any("parent_group" in values for values in asked):
        return ()
    if not library.vocabulary.has("parent_groups", GENERAL_GROUP):
        return ()
    wide = library.whole.where(parent_group=GENERAL_GROUP, kind=ADVICE)
    for values in asked:
        kept = {name: given for name, given in values.items() if name in ("building_block", "phase", "actor")}
        wide = wide.where(**kept) if kept else wide  # type: ignore[arg-type]
    return tuple(claim for claim in wide if rests(library.whole, claim))


def without_advice(library: Library) -> list[str]:
    """Return the readers to whom nothing is advised about the parent groups asked for, whatever else was asked."""
    if "parent_group" not in asked(library):
        return []
    about = library.whole.where(kind=ADVICE)
    for chosen in library.filters:
        kept = {name: given for name, given in chosen.values if name in ("parent_group", "factsheet")}
        about = about.where(**kept) if kept else about  # type: ignore[arg-type]
    theirs = {name for claim in about for name in claim.actors}
    return [name for name in library.vocabulary.ids("actors") if name in READERS and name not in theirs]


def works(library: Library) -> tuple[Work, ...]:
    """Return the works that a brief may cite, in the order of their keys: those behind its advice are among them."""
    whole = library.whole
    found = {work.key: work for work in library.cited_works()}
    for claim in (*_general(library), *(claim for claim in library if claim.kind in ADVICE)):
        for ground in claim.rests_on:
            found |= {link.work.key: link.work for link in whole.links_of(ground, "evidence")}
        found |= {key: whole.work(key) for caveat in claim.caveats for key in caveat.works}
    return tuple(found[key] for key in sorted(found))


def rests(library: Library, claim: Claim) -> bool:
    """Whether a recommendation rests on a claim that is supported, complementary research included."""
    return library.profile(claim.id, "evidence").code == "rests"


def assurance(library: Library, claim: Claim) -> str:
    """Return how sure a supported finding may sound: its level, or "partial" where all support is in part."""
    level = library.profile(claim.id, "evidence").level or "none"
    counting = [link for link in library.links_of(claim.id, "evidence") if link.counts]
    return "partial" if level == "limited" and not any(link.full for link in counting) else level


def about_all(library: Library, messages: Sequence[Claim]) -> list[int]:
    """Return the numbers of the messages about all parents, where others were asked for."""
    groups = asked(library).get("parent_group", ())
    if not groups or GENERAL_GROUP in groups:
        return []
    return [number for number, claim in enumerate(messages, 1) if GENERAL_GROUP in claim.parent_groups]


def only_general(library: Library, claims: Sequence[Claim]) -> bool:
    """Whether all of these claims are about all parents, where others were asked for."""
    return bool(claims) and len(about_all(library, claims)) == len(claims)


def leaning(library: Library, messages: Sequence[Claim]) -> list[tuple[Claim, str]]:
    """Return the messages that one work carries alone: without it they are no longer supported."""
    found = []
    for claim in messages:
        profile = library.profile(claim.id, "evidence")
        if profile.strongest and profile.without_strongest not in SUPPORTED:
            found.append((claim, profile.strongest))
    return found


def behind(library: Library, messages: Sequence[Claim]) -> tuple[int, int]:
    """Return how many works carry the messages, and of how many of them it is known that they are about home."""
    works = {
        link.work.key: link.work.appraisal.countries
        for claim in messages
        for link in library.links_of(claim.id, "evidence")
        if link.counts
    }
    return len(works), sum(HOME in countries for countries in works.values())


def second_hand(library: Library, messages: Sequence[Claim]) -> int:
    """Return how many works that carry the messages were read in a summary by others alone."""
    links = [link for claim in messages for link in library.links_of(claim.id, "evidence") if link.counts]
    read = {link.work.key for link in links if link.citation.basis != "summary"}
    return len({link.work.key for link in links} - read)


def only_by_others(library: Library, claims: Sequence[Claim]) -> bool:
    """Whether of all that the factsheet cites for these claims, and that carries them, a summary by others was read."""
    links = [link for claim in claims for link in library.links_of(claim.id) if link.counts]
    return all(link.citation.basis == "summary" for link in links)


def disputed(library: Library) -> list[Claim]:
    """Return the findings of which works speak for and against, complementary research included."""
    return [claim for claim in findings(library) if library.profile(claim.id, "evidence").contested]


def tempers(link: Link) -> bool:
    """Whether a work speaks against a claim or qualifies it."""
    return link.objects or link.citation.intent in ("qualifies", "disputes")


def is_tempered(library: Library, claim: Claim) -> bool:
    """Whether a work speaks against a claim or qualifies it, complementary research included."""
    return any(map(tempers, library.whole.links_of(claim.id, "evidence")))


def asked(library: Library) -> dict[str, tuple[str, ...]]:
    """Return what the claims were chosen by: the name of a condition and its values."""
    return {key: values for chosen in library.filters for key, values in chosen.values}


def contested(library: Library) -> Iterator[tuple[Claim, Link]]:
    """Yield the links to works that speak against a claim or qualify it, complementary research included."""
    for claim in library.records:
        for link in library.links_of(claim.id, "evidence"):
            if tempers(link):
                yield claim, link


def untraced(library: Library) -> list[Work]:
    """Return the works cited by these claims that were not found, in key order."""
    known = read(library)
    return [work for work in library.cited_works() if work.is_stub and work.key not in known]


def unseen(library: Library) -> list[Work]:
    """Return the works of which others' summary was read and the title was never seen, in key order."""
    known = read(library)
    return [work for work in library.cited_works() if work.is_stub and work.key in known]


def read(library: Library) -> frozenset[str]:
    """Return the keys of the works of which something was read."""
    cited = (citation for claim in library.whole for citation in claim.citations)
    return frozenset(citation.work for citation in cited if citation.basis != "none")


def unsure(library: Library) -> list[Work]:
    """Return the listed works that the factsheet cites here, probably: whether it means them is not certain.

    In the order of their keys.
    """
    doubtful = {"probable", "ambiguous"}
    cited = {citation.work for claim in library for citation in claim.citations}
    found = [work for work in library.cited_works() if work.key in cited and not work.is_stub]
    return [work for work in found if work.appraisal.identification in doubtful]
