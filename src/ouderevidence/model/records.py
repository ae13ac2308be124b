"""The records: plain, frozen, and free of behaviour beyond reading themselves.

Words are those of the design: a *claim* has *passages* and *citations*, a citation points to a *work*, a work has
an *appraisal*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ouderevidence.model.bilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ouderevidence.model.words import Text


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
    effect: Text | None = None


@dataclass(frozen=True, slots=True)
class Supplement:
    """The judged link from a claim to a work that the factsheet does not cite for it: complementary research.

    ``seen_on`` is the day (YYYY-MM-DD) on which what was read of the work was read; ``counterpoint`` a sentence on what
    a work that qualifies or disputes the claim says instead, for a first page.
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
    effect: Text | None = None
    counterpoint: Text | None = None


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
    gist: Text | None = None
    missing: Text | None = None

    @property
    def shown_code(self) -> str:
        """What people see it by: its code, or its id where it has none yet."""
        return self.code or self.id

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
    """Something the factsheet recommends for further reading; its terms say what and whom it is about."""

    id: str
    as_cited: str
    title: str
    publisher: str | None
    year: str | None
    url: str | None
    finding: Text | None
    status: Text | None
    note: Text | None
    building_blocks: tuple[str, ...] = ()
    parent_groups: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    line: int = 0


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
    languages: tuple[str, ...] = LANGUAGES  # in which its claims are written
    described: bool = False  # whether its title is a description of ours, for want of a title page

    def section(self, section_id: str) -> Section | None:
        """Return the section, or None if there is none of this id."""
        return next((s for s in self.sections if s.id == section_id), None)
