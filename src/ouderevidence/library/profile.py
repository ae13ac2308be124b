"""The profile of a claim: how well the factsheet sources it, as the transparent sum of its links.

It has two readings with one truth table: ``sourcing`` sums the factsheet's own links, ``evidence`` its identified
links and the complementary research that was found. Neither is GRADE, nor a review of what research at large shows.
The table stands in ``docs/data-model.md`` and is tested cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from ouderevidence.model.records import Citation, Supplement
from ouderevidence.model.words import LEVELS, READINGS, STANDINGS, SUPPORTED, Text, code_of, option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ouderevidence.evidence.vocabulary import Vocabulary
    from ouderevidence.model.records import Claim, Name, Work

ORDER = tuple(LEVELS)
GRADED_KINDS = ("finding", "prevalence")
OLD_AFTER_YEARS = 15


@dataclass(frozen=True, slots=True)
class Profile:
    """A level or a standing, with its reasons.

    ``level`` is None for kinds that are not graded; ``code`` is the level or the standing.
    """

    code: str
    level: str | None
    text: Text
    reasons: tuple[Text, ...]
    strongest: str | None  # cite key of the link that carries most
    without_strongest: str | None  # the level that is left without it
    works: int  # works that count
    contested: bool = False  # links that count stand beside links that speak against it


@dataclass(frozen=True, slots=True)
class Link:
    """A citation or a supplement with its work."""

    citation: Citation | Supplement
    work: Work
    empirical: bool
    synthesis: bool

    @property
    def complementary(self) -> bool:
        """Whether it is ours: a work that the factsheet does not cite for this claim."""
        return isinstance(self.citation, Supplement)

    @property
    def counterpoint(self) -> Text | None:
        """What a work that qualifies or disputes the claim says instead, where the record tells it."""
        return self.citation.counterpoint if isinstance(self.citation, Supplement) else None

    @property
    def as_cited(self) -> str | None:
        """How the factsheet prints it; None for a supplement, which it does not print."""
        return self.citation.as_cited if isinstance(self.citation, Citation) else None

    @property
    def passage(self) -> int | None:
        """Which passage of the claim prints it, from 1; None for a supplement."""
        return self.citation.passage if isinstance(self.citation, Citation) else None

    @property
    def counts(self) -> bool:
        """Whether it adds to a level: supports, judged full or partial, work certain or probable."""
        c = self.citation
        return c.intent == "supports" and c.judgement in ("full", "partial") and self.identified

    @property
    def identified(self) -> bool:
        """Whether it is known, certainly or probably, which publication the work is."""
        return self.work.appraisal.identification in ("certain", "probable")

    @property
    def full(self) -> bool:
        """Whether it counts and the work says the core of the claim."""
        return self.counts and self.citation.judgement == "full"

    @property
    def reviewed_study(self) -> bool:
        """Whether the work is a peer-reviewed study or synthesis."""
        return self.work.appraisal.peer_reviewed == "yes" and (self.empirical or self.synthesis)

    @property
    def firm(self) -> bool:
        """Whether the work is certain and nothing of it is known from memory alone."""
        return self.work.appraisal.identification == "certain" and not self.work.appraisal.from_memory

    @property
    def objects(self) -> bool:
        """Whether it speaks against the claim."""
        c = self.citation
        return c.judgement == "contradicts" or (c.intent == "disputes" and c.judgement == "full")


def links_of(
    claim: Claim, works: Mapping[str, Work], vocabulary: Vocabulary, reading: str = "sourcing"
) -> tuple[Link, ...]:
    """Return the links of a claim that a reading sums, with their works.

    ``sourcing``: all that the factsheet cites. ``evidence``: of these the works that were identified, and the
    supplements; where neither is there, all that the factsheet cites.
    """
    own = tuple(_link(citation, works, vocabulary) for citation in claim.citations)
    if reading == "sourcing":
        return own
    identified = tuple(link for link in own if link.identified)
    return (*identified, *(_link(supplement, works, vocabulary) for supplement in claim.supplements)) or own


def _link(citation: Citation | Supplement, works: Mapping[str, Work], vocabulary: Vocabulary) -> Link:
    work = works[citation.work]
    terms = [vocabulary.term("designs", d) for d in work.appraisal.designs]
    return Link(citation, work, any(t.empirical for t in terms), any(t.synthesis for t in terms))


def known_reading(reading: str) -> str:
    """Return a reading, by its code or its Dutch or English name, or refuse it.

    Raises
    ------
    UnknownOptionError
        If there is no such reading.
    """
    if reading in READINGS:
        return reading
    return code_of(reading, READINGS) or option("reading", reading, READINGS)


def independent(a: Work, b: Work) -> bool:
    """Whether two works have complete author lists that share nobody."""
    if not (a.appraisal.authors_complete and b.appraisal.authors_complete):
        return False
    return not ({_identity(n) for n in a.authors} & {_identity(n) for n in b.authors})


def _identity(name: Name) -> tuple[str, str]:
    return name.full_family.casefold(), name.given[:1].casefold()


def level(kind: str, links: Sequence[Link]) -> str:
    """Return the level of a finding or a prevalence from its links."""
    if not links:
        return "none"
    if not any(link.identified for link in links):
        return "untraced"
    counting = [link for link in links if link.counts]
    if not counting:
        return "unconfirmed"
    if any(link.objects for link in links):
        return "limited"
    if kind == "prevalence":
        return "moderate" if any(_primary(link) for link in counting) else "limited"
    pairs = [(a, b) for a, b in permutations(counting, 2) if independent(a.work, b.work)]
    if any(a.synthesis and a.full and a.firm and b.full and b.reviewed_study and b.firm for a, b in pairs):
        return "strong"
    if any(link.full and link.synthesis for link in counting):
        return "moderate"
    if any(a.full and a.reviewed_study for a, _ in pairs):
        return "moderate"
    return "limited"


def _primary(link: Link) -> bool:
    return link.full and link.empirical and not link.synthesis and bool(link.citation.locator)


def profile(claim: Claim, links: Sequence[Link], as_of: str, rests_on_level: Callable[[str], str | None]) -> Profile:
    """Return the profile of a claim.

    Parameters
    ----------
    claim
        The claim.
    links
        Its links, all of them.
    as_of
        The date (YYYY-MM-DD) at which the age of works is judged.
    rests_on_level
        Gives the level of another claim, for a recommendation that rests on it.
    """
    counting = [link for link in links if link.counts]
    works = len({link.work.key for link in counting})
    reasons = tuple(_reasons(links, counting, as_of))
    if claim.kind not in GRADED_KINDS:
        code = _standing(claim, links, rests_on_level)
        return Profile(code, None, STANDINGS[code], reasons if links else (), None, None, works)
    own = level(claim.kind, links)
    strongest, left = _without_strongest(claim.kind, links)
    contested = bool(counting) and any(link.objects for link in links)
    return Profile(own, own, LEVELS[own], reasons, strongest, left, works, contested)


def _standing(claim: Claim, links: Sequence[Link], rests_on_level: Callable[[str], str | None]) -> str:
    if claim.kind == "recommendation":
        return "rests" if any(rests_on_level(name) in SUPPORTED for name in claim.rests_on) else "rests_not"
    if not links:
        return "unsourced"
    return "sourced" if any(link.identified for link in links) else "untraced"


def _without_strongest(kind: str, links: Sequence[Link]) -> tuple[str | None, str | None]:
    """Return the work whose loss costs most, and the level left without it."""
    keys = dict.fromkeys(link.work.key for link in links if link.counts)
    left = [(ORDER.index(level(kind, [x for x in links if x.work.key != key])), key) for key in keys]
    if not left:
        return None, None
    lowest = min(left, key=lambda pair: pair[0])
    return lowest[1], ORDER[lowest[0]]


def _reasons(links: Sequence[Link], counting: Sequence[Link], as_of: str) -> list[Text]:
    """Say why, in the order a reader asks; reasons never change a level."""
    reasons: list[Text] = []
    if any(link.objects for link in links):
        reasons.append(Text("een bron spreekt het tegen", "a source speaks against it"))
    if links and not counting:
        reasons += _why_nothing_counts(links)
        return reasons
    partial = sum(1 for link in counting if link.citation.judgement == "partial")
    if partial:
        some = partial < len(counting)
        reasons.append(
            Text("een bron steunt het deels" if partial == 1 else f"{partial} bronnen steunen het deels",
                 "one source supports it in part" if partial == 1 else f"{partial} sources support it in part")
            if some or partial == 1
            else Text("de bronnen steunen het deels", "the sources support it in part")
        )  # fmt: skip
    reasons += _reasons_about_works(counting, as_of)
    rest = len(links) - len(counting)
    if counting and rest:
        reasons.append(
            Text(
                f"{rest} andere {'bron' if rest == 1 else 'bronnen'} niet bevestigd",
                f"{rest} other {'source' if rest == 1 else 'sources'} not confirmed",
            )
        )
    return reasons


def _why_nothing_counts(links: Sequence[Link]) -> list[Text]:
    texts = {
        "not_found": Text("bron niet gevonden", "source not found"),
        "ambiguous": Text("onzeker welke bron bedoeld is", "unclear which source is meant"),
        "not_seen": Text("niet gezien in de samenvatting", "not seen in the abstract"),
        "not_shown": Text("de bron zegt dit niet", "the source does not say so"),
        "unchecked": Text("nog niet nagegaan", "not yet checked"),
        "intent": Text("bron dient als achtergrond of definitie", "source serves as background or definition"),
    }
    found: dict[str, None] = {}
    for link in links:
        identification = link.work.appraisal.identification
        if identification in ("not_found", "ambiguous"):
            found[identification] = None
        elif link.citation.intent != "supports":
            found["intent"] = None
        elif link.citation.judgement in texts:
            found[link.citation.judgement] = None
    return [texts[key] for key in texts if key in found]


def _reasons_about_works(counting: Sequence[Link], as_of: str) -> list[Text]:
    if not counting:
        return []
    works = [link.work for link in counting]
    oldest = int(as_of[:4] or 0) - OLD_AFTER_YEARS
    tests = (
        (
            not any(w.appraisal.peer_reviewed == "yes" for w in works),
            Text("niet door vakgenoten beoordeeld", "not peer-reviewed"),
        ),
        (
            all(w.year.isdigit() and int(w.year) < oldest for w in works),
            Text("alleen oude bronnen", "only old sources"),
        ),
        (not any("NL" in w.appraisal.countries for w in works), Text("geen Nederlandse gegevens", "no Dutch data")),
        (
            all(link.citation.basis != "full_text" for link in counting),
            Text("beoordeeld op een samenvatting", "judged from an abstract or summary"),
        ),
        (len({w.key for w in works}) == 1, Text("één bron", "one source")),
        (
            len({w.key for w in works}) > 1 and not any(independent(a, b) for a, b in permutations(works, 2)),
            Text("bronnen niet aantoonbaar onafhankelijk", "sources not demonstrably independent"),
        ),
        (
            any(w.appraisal.identification == "probable" for w in works),
            Text("bron waarschijnlijk, niet zeker", "source probable, not certain"),
        ),
    )
    return [text for holds, text in tests if holds]
