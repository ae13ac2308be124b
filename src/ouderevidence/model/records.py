"""The records: plain, frozen, and free of behaviour beyond reading themselves.

Words are those of the design: a *claim* has *passages* and *citations*, a citation points to a *work*, a work has
an *appraisal*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def of(self, language: str) -> str:
        """Return the words in ``"nl"`` or ``"en"``.

        Raises
        ------
        ValueError
            If the language is another.
        """
        if language == "nl":
            return self.nl
        if language == "en":
            return self.en
        message = f"language must be 'nl' or 'en', not '{language}'"
        raise ValueError(message)


KINDS: dict[str, Text] = {
    "finding": Text("bevinding", "finding"),
    "prevalence": Text("hoe vaak iets voorkomt", "prevalence"),
    "recommendation": Text("aanbeveling", "recommendation"),
    "definition": Text("definitie", "definition"),
    "requirement": Text("eis", "requirement"),
    "context": Text("context", "context"),
}
INTENTS: dict[str, Text] = {
    "supports": Text("als steun", "as support"),
    "defines": Text("voor een definitie", "for a definition"),
    "background": Text("als achtergrond", "as background"),
    "qualifies": Text("als nuance", "as a qualification"),
    "disputes": Text("als tegenspraak", "as a dispute"),
}
JUDGEMENTS: dict[str, Text] = {
    "full": Text("volledig", "full"),
    "partial": Text("deels", "partial"),
    "not_seen": Text("niet gezien", "not seen"),
    "not_shown": Text("niet", "not shown"),
    "contradicts": Text("spreekt tegen", "contradicts"),
    "unchecked": Text("nog niet nagegaan", "not yet checked"),
}
BASES: dict[str, Text] = {
    "full_text": Text("hele tekst", "full text"),
    "abstract": Text("samenvatting van de auteurs", "abstract"),
    "summary": Text("samenvatting door anderen", "summary by others"),
    "none": Text("niets gelezen", "nothing read"),
}
IDENTIFICATIONS: dict[str, Text] = {
    "certain": Text("zeker", "certain"),
    "probable": Text("waarschijnlijk", "probable"),
    "ambiguous": Text("meer kandidaten", "ambiguous"),
    "not_found": Text("niet gevonden", "not found"),
}
PEER_REVIEWED: dict[str, Text] = {
    "yes": Text("ja", "yes"),
    "nominal": Text("in naam", "nominally"),
    "no": Text("nee", "no"),
    "unknown": Text("onbekend", "unknown"),
}
LEVELS: dict[str, Text] = {
    "none": Text("geen bron genoemd", "no source named"),
    "untraced": Text("bron niet herleid", "source not traced"),
    "unconfirmed": Text("niet bevestigd", "not confirmed"),
    "limited": Text("beperkt", "limited"),
    "moderate": Text("redelijk", "moderate"),
    "strong": Text("stevig", "strong"),
}
STANDINGS: dict[str, Text] = {
    "rests": Text("rust op een onderbouwde uitspraak", "rests on a supported claim"),
    "rests_not": Text("rust niet op een onderbouwde uitspraak", "does not rest on a supported claim"),
    "sourced": Text("met bron", "with a source"),
    "unsourced": Text("zonder bron", "without a source"),
    "untraced": LEVELS["untraced"],
}
# What a profile can be: a level, or a standing for the kinds that have no level; each code once.
PROFILES: dict[str, Text] = {**LEVELS, **STANDINGS}
# Which links a profile sums: those of the factsheet alone, or with the complementary research beside it.
READINGS: dict[str, Text] = {
    "sourcing": Text("onderbouwing in de factsheet", "sourcing in the factsheet"),
    "evidence": Text("onderbouwing met aanvullend onderzoek", "with complementary research"),
}
# What came of looking for complementary research on a claim.
SEARCH_OUTCOMES: dict[str, Text] = {
    "found": Text("gezocht en gevonden", "searched and found"),
    "nothing": Text("gezocht, niets gevonden", "searched, nothing found"),
    "not_searched": Text("niet gezocht", "not searched"),
}
# Facet of a claim -> keyword in ``where``; also the order in which facets are shown.
FACETS: dict[str, str] = {
    "building_blocks": "building_block",
    "parent_groups": "parent_group",
    "levers": "lever",
    "roles": "role",
    "actors": "actor",
    "phases": "phase",
}
FACET_LABELS: dict[str, Text] = {
    "building_blocks": Text("bouwsteen", "building block"),
    "parent_groups": Text("groep ouders", "parent group"),
    "levers": Text("wat de gemeente kan doen", "lever"),
    "roles": Text("rol van de gemeente", "municipal role"),
    "actors": Text("wie", "actor"),
    "phases": Text("fase", "phase"),
    "designs": Text("onderzoeksopzet", "study design"),
}
GENERAL_GROUP = "alle-ouders"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in the factsheet: a section, and at most six words at either end."""

    section: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The judged link from a claim to a work, as one passage prints it (``passage`` counts from 1)."""

    claim: str
    work: str
    passage: int
    as_cited: str
    intent: str
    judgement: str
    basis: str
    note: Text | None = None
    locator: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Supplement:
    """The judged link from a claim to a work that the factsheet does not cite for it: complementary research.

    ``seen_on`` is the day (YYYY-MM-DD) on which what was read of the work was read.
    """

    claim: str
    work: str
    intent: str
    judgement: str
    basis: str
    seen_on: str | None
    note: Text | None = None
    locator: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Excluded:
    """How many works a search left out for one reason."""

    number: int
    reason: Text


@dataclass(frozen=True, slots=True)
class SearchAccount:
    """How complementary research on some claims was looked for, for and against (after PRISMA-S)."""

    id: str
    question: Text
    claims: tuple[str, ...]
    looked_in: Text
    terms: tuple[str, ...]
    counter: Text
    counter_terms: tuple[str, ...]
    on: str
    read: int
    kept: int
    excluded: tuple[Excluded, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Caveat:
    """What a reader must know and the claim does not say; ours, with the works or the sections it rests on."""

    text: Text
    works: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    source: str | None = None
    checked_on: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a factsheet, in our own words."""

    id: str
    statement: Text
    kind: str
    core: bool
    hedge: Text | None
    presented_as_quote: bool
    passages: tuple[Passage, ...]
    building_blocks: tuple[str, ...]
    parent_groups: tuple[str, ...]
    levers: tuple[str, ...]
    roles: tuple[str, ...]
    actors: tuple[str, ...]
    phases: tuple[str, ...]
    rests_on: tuple[str, ...]
    programmes: tuple[str, ...]
    citations: tuple[Citation, ...]
    caveats: tuple[Caveat, ...]
    factsheet: str
    file: str
    line: int
    code: str = ""
    supplements: tuple[Supplement, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections it stands in, each once, in order."""
        return tuple(dict.fromkeys(p.section for p in self.passages))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or a body's in ``literal``; ``family`` leaves the particle out."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str | None = None

    @property
    def full_family(self) -> str:
        """Family name with its particle, or the literal name."""
        return self.literal if self.literal is not None else f"{self.particle} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What is known of a work: design, peer review, where the data come from, how surely it was identified."""

    identification: str
    origin: str
    designs: tuple[str, ...]
    size: Text | None
    peer_reviewed: str
    countries: tuple[str, ...]
    authors_complete: bool
    finding: Text | None
    alternatives: tuple[Text, ...]
    confirmed: str
    from_memory: str
    checked_from: tuple[str, ...]
    spelling_note: Text | None
    as_cited: str | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """A publication: one entry of references.bib with its appraisal.

    ``fields`` holds the other BibTeX fields with LaTeX decoded (``title``, ``journal``, ``doi``, ``url`` ...);
    ``and_others`` says that the names end in ``and others``.
    """

    key: str
    entry_type: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    year: str
    fields: Mapping[str, str]
    appraisal: Appraisal
    file: str
    line: int
    and_others: bool = False

    @property
    def title(self) -> str | None:
        """The title, or None for a stub."""
        return self.fields.get("title")

    @property
    def is_stub(self) -> bool:
        """Whether only a name and a year are known."""
        return "title" not in self.fields

    @property
    def as_cited(self) -> str | None:
        """How the factsheet prints it, where it does."""
        return self.appraisal.as_cited

    @property
    def url(self) -> str | None:
        """Where to find it: the DOI as a link, else the address."""
        doi = self.fields.get("doi")
        return f"https://doi.org/{doi}" if doi else self.fields.get("url")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary."""

    id: str
    facet: str
    label: Text
    definition: Text | None
    broader: str | None
    origin: str
    synonyms: tuple[str, ...]
    empirical: bool = False
    synthesis: bool = False
    line: int = 0
    title: Text | None = None  # of a brief about it


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a factsheet; its text is the union of ranges (first words, last words)."""

    id: str
    title: Text
    ranges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that no claim covers, and why."""

    passage: Passage
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Resource:
    """Something the factsheet recommends for further reading."""

    id: str
    as_cited: str
    title: str
    publisher: str | None
    year: str | None
    url: str | None
    finding: Text | None
    status: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme or network that the factsheet names."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    finding: Text | None
    evidence: tuple[str, ...]
    spelling_note: Text | None


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """The fingerprint of a sentence of the edition that was curated, and the section it stands in."""

    section: str
    digits: str


@dataclass(frozen=True, slots=True)
class Factsheet:
    """The document whose claims are curated; ``as_of`` is the date its evidence is judged at (YYYY-MM-DD).

    ``edition`` holds the fingerprints of the sentences that were read, in order; empty where none were kept.
    """

    id: str
    title: Text
    publisher: str
    year: str | None
    url: str | None
    note: Text | None
    as_of: str
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    further_reading: tuple[Resource, ...]
    edition: tuple[SentenceMark, ...] = ()
    retired_codes: tuple[str, ...] = ()  # codes of claims that are no longer there

    def section(self, section_id: str) -> Section | None:
        """Return the section, or None if there is none of this id."""
        return next((s for s in self.sections if s.id == section_id), None)
