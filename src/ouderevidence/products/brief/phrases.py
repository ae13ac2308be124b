"""The parts of a sentence in a brief: citations, ids that lead somewhere, the underpinning of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.citing import references
from ouderevidence.document import marks, nodes
from ouderevidence.model.words import JUDGEMENTS, KINDS, day
from ouderevidence.products.brief import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.document.nodes import Inlines
    from ouderevidence.model.records import Caveat, Citation, Claim, Work
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.brief import Brief

# The places a claim can stand in -> how their anchors start; and the places there are at each depth.
PLACES: Final = {"message": "boodschap-", "table": "claim-", "account": "volledig-"}
PLACES_AT: Final = {"page": ("message",), "summary": ("message", "table"), "full": tuple(PLACES)}


class Phrases:
    """Words and inlines of one brief: its claims seen in one language."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.library = brief.library
        self.language = brief.language
        self.labels = references.labels(self.library.cited_works(), language=self.language)

    def say(self, words: Text, **parts: object) -> str:
        """Return words in the language of the brief, with the parts filled in."""
        return words.of(self.language).format(**parts) if parts else words.of(self.language)

    def text(self, words: Text, **parts: object) -> Inlines:
        """Return words in the language of the brief as inlines."""
        return nodes.text(self.say(words, **parts))

    def term(self, facet: str, identifier: str) -> str:
        """Return the label of a term."""
        return str(self.library.vocabulary.label(facet, identifier, self.language))

    def statement(self, claim: Claim) -> Inlines:
        """Return the statement of a claim, marked."""
        return self._evidence(claim.statement, claim, "statement")

    def named(self, name: Text, inlines: Inlines) -> Inlines:
        """Return a name in bold with a colon, and what it is."""
        return nodes.spaced([nodes.strong(nodes.text(f"{self.say(name)}:"))], inlines)

    def lead_in(self, claim: Claim) -> Inlines:
        """Return the words that lead in the statement of a claim: its level or its kind decides them."""
        profile = self.library.profile(claim.id)
        return self.text(wording.LEAD_INS[profile.level or claim.kind])

    def note(self, claim: Claim, citation: Citation) -> Inlines:
        """Return the note on a link, marked; empty if there is none."""
        return self._evidence(citation.note, claim, "note", citation.work)

    def finding(self, claim: Claim, work: Work) -> Inlines:
        """Return what a work found, marked; empty if that is not known."""
        return self._evidence(work.appraisal.finding, claim, "finding", work.key)

    def caveat(self, claim: Claim, caveat: Caveat) -> Inlines:
        """Return a caveat, marked, with its works, its source and the day it was checked."""
        works = [self.library.work(key) for key in caveat.works]
        notes = []
        if caveat.source:
            notes.append(f"{self.say(wording.CAVEAT_SOURCE)}: {caveat.source}")
        if caveat.checked_on:
            notes.append(f"{self.say(wording.CHECKED_ON)} {self.date(caveat.checked_on)}")
        return nodes.spaced(
            self._evidence(caveat.text, claim, "caveat"),
            self.cited(works, claim),
            nodes.text(f"({'; '.join(notes)})") if notes else [],
        )

    def _evidence(self, words: Text | None, claim: Claim, part: str, work: str = "") -> Inlines:
        return marks.mark(self.text(words), claim.id, part, work) if words else []

    def claim_id(self, claim: Claim, *, at: str = "", to: str = "table") -> Inlines:
        """Return the id of a claim: the place ``at`` which it stands, and a link to another place, where there is one.

        Places: ``message`` (the first page), ``table`` (the summary) and ``account`` (the full account).
        """
        inlines: Inlines = [nodes.code(claim.id)]
        if to in PLACES_AT[self.brief.depth] and to != at:
            inlines = [nodes.link(inlines, f"#{PLACES[to]}{claim.id}")]
        return [nodes.span(inlines, f"{PLACES[at]}{claim.id}" if at else "", ["claim-id"])]

    def way_back(self, claim: Claim) -> Inlines:
        """Return a link from the full account to the table."""
        return [nodes.link(self.text(wording.BACK), f"#{PLACES['table']}{claim.id}")]

    def citation(self, claim: Claim, *, counting: bool = False) -> Inlines:
        """Return the in-text citation of a claim, of all its works or of those that count only; may be empty."""
        works = {link.work.key: link.work for link in self.library.links_of(claim.id) if link.counts or not counting}
        return self.cited(works.values(), claim)

    def cited(self, works: Iterable[Work], claim: Claim) -> Inlines:
        """Return works as one in-text citation; those not found as cited in the factsheet of the claim."""
        found = sorted(works, key=lambda work: (work.is_stub, self.labels[work.key].casefold()))
        if not found:
            return []
        return [nodes.cite([self._reference(work, claim.factsheet) for work in found])]

    def _reference(self, work: Work, factsheet: str) -> nodes.Node:
        if not work.is_stub:
            return nodes.reference(work.key)
        prefix = f"{self.labels[work.key]}, {self.say(wording.CITED_IN)}"
        return nodes.reference(f"factsheet-{factsheet}", nodes.text(prefix))

    def underpinning(self, claim: Claim) -> Inlines:
        """Return the level of a claim with its reasons; for other kinds than findings the kind and where it stands."""
        profile = self.library.profile(claim.id)
        name = self.say(profile.text)
        if profile.level is None:
            name = f"{self.say(KINDS[claim.kind])}, {name}"
        reasons = "; ".join(self.say(reason).rstrip(".") for reason in profile.reasons)
        if not reasons:
            return [nodes.strong(nodes.text(name))]
        return [nodes.strong(nodes.text(f"{name}:")), nodes.SPACE, *nodes.text(reasons)]

    def date(self, date: str) -> str:
        """Return a date (YYYY-MM-DD) as people write it; anything else as it is."""
        return day(date, self.language)

    def judgement(self, code: str) -> str:
        """Return the word for a judgement."""
        return self.say(JUDGEMENTS[code])

    def groups(self, claim: Claim) -> str:
        """Return the parent groups of a claim in words."""
        names = [self.term("parent_groups", group) for group in claim.parent_groups]
        return ", ".join(names) or self.say(wording.NO_GROUP)
